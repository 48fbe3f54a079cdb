"""Taking over a WordPress site in the admin: upload, read what would be lost, import, watch, undo."""
