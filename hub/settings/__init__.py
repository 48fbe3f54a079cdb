"""Settings by environment: ``base`` is the embedded default, ``dev`` debugs, ``production`` insists, ``test`` tests."""
