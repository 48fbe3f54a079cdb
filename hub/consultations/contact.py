"""How the practice is reached, kept in a file beside the database: what readers are told while that is away.

It holds what every page's footer says, and nothing of any request. Each process writes it when a consultation page
is shown and something has changed since.
"""

import json
import os
from contextlib import suppress
from pathlib import Path

from django.conf import settings

from hub.core.models import CrisisSupport, Practice

#: What is kept of a crisis line.
LINE = ("name", "region", "number", "text_number", "text_keyword", "hours")

#: What this process last wrote or read, so that a visit costs no file.
_known: dict[str, dict] = {}


def keep(page, request) -> None:
    """Remember, for the address of ``page``, what its footer says. A full or read-only disk is no reason to fail."""
    if getattr(request, "is_preview", False) or not page.pk:
        return
    practice, crisis = Practice.for_request(request), CrisisSupport.for_request(request)
    told = {
        "practice": practice.display_name,
        "telephone": practice.telephone,
        "email": practice.email,
        "emergency": crisis.emergency_number,
        "lines": [{key: line.value.get(key) or "" for key in LINE} for line in crisis.lines],
    }
    address = page.get_url(request)
    if _known.get(address) == told:
        return
    _known[address] = told
    with suppress(OSError):
        _write(_read() | {address: told})


def of(path: str) -> dict | None:
    """Return what was kept for the consultation page at ``path`` (or below it), None where there is none."""
    everything = _read() | _known
    found = [address for address in everything if path == address or path.startswith(f"{address}received/")]
    return everything[found[0]] if found else None


def any_practice() -> dict:
    """Return what was kept for some page: a site nearly always has one practice."""
    return next(iter((_read() | _known).values()), {})


def _read() -> dict:
    try:
        return json.loads(Path(settings.CONSULTATION_CONTACT_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def _write(everything: dict) -> None:
    path = Path(settings.CONSULTATION_CONTACT_FILE)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.write_text(json.dumps(everything), encoding="utf-8")
    draft.replace(path)
