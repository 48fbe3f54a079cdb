"""Addresses of the old site. Pure functions."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

_NUMBERED = ("p", "page_id", "attachment_id")
_UPLOADS = re.compile(r"/(?:wp-content/uploads|files|app/uploads)/(?:sites/\d+/)?(.+)$", re.IGNORECASE)
_SIZE = re.compile(r"(?:-\d{1,5}x\d{1,5}|-scaled|-rotated)(?=\.[a-z0-9]{2,5}$)", re.IGNORECASE)


def host_of(address: str) -> str:
    """The host without "www.", "" where there is none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def key_of(address: str, base: str) -> str | None:
    """What an address of the old site comes down to, however it is written: "/2020/05/grief", "?p=12", "?cat=3".

    None for an address elsewhere. Host, scheme, a trailing slash, capitals and what follows "#" make no difference.
    """
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    if parts.scheme not in {"", "http", "https"} or (host and host != host_of(base)):
        return None
    if not host and not parts.path.startswith("/") and not parts.query:
        return None
    query = parse_qs(parts.query)
    for name in (*_NUMBERED, "cat", "tag", "author"):
        if value := (query.get(name) or [""])[0]:
            return f"?{'p' if name in _NUMBERED else name}={value.lower()}"
    path = unquote(parts.path).lower().rstrip("/")
    return re.sub(r"/(?:index\.php)$", "", path) or "/"


def path_of(address: str) -> str:
    """The path and query of an address as a visitor asks for it, "/" at least."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return "/"
    path = parts.path if parts.path.startswith("/") else f"/{parts.path}"
    return f"{path}?{parts.query}" if parts.query else path


def file_keys(address: str) -> list[str]:
    """The names a file may have in a folder of uploads, the likeliest first: its own, then the full size's."""
    try:
        path = unquote(urlsplit(address).path)
    except ValueError:
        return []
    match = _UPLOADS.search(path)
    inside = (match[1] if match else path).strip("/")
    plain = _SIZE.sub("", inside)
    stem, dot, extension = plain.rpartition(".")
    # WordPress shows a scaled copy of a large picture; the original lies beside it.
    names = [plain, inside, f"{stem}-scaled{dot}{extension}" if dot else plain]
    return list(dict.fromkeys([*names, *(name.rpartition("/")[2] for name in names)]))
