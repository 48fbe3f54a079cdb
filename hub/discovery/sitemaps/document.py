"""Sitemaps as bytes. Pure functions."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape

from hub.core.seo.xml import legal

#: The protocol's own limits are 50,000 addresses and 50 MB a file; a picture's address is given 1,000 times a page.
ADDRESSES, BYTES, LONGEST, PICTURES = 5_000, 50_000_000, 2_048, 100

_HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_IMAGES = "http://www.google.com/schemas/sitemap-image/1.1"


@dataclass(frozen=True)
class Entry:
    """An absolute address, the day of its last substantive change where it is known, and its pictures' addresses."""

    address: str
    changed: dt.date | None = None
    pictures: tuple[str, ...] = ()


def index(files: Iterable[Entry]) -> bytes:
    """Return the sitemap index of ``files``."""
    lines = [f"<sitemap>{_location(file.address)}{_changed(file.changed)}</sitemap>" for file in files]
    return _document("sitemapindex", f'xmlns="{_SPACE}"', lines)


def sitemap(entries: Iterable[Entry]) -> bytes:
    """Return the sitemap of ``entries``; addresses longer than the protocol allows are left out."""
    lines = [
        f"<url>{_location(entry.address)}{_changed(entry.changed)}{_pictures(entry.pictures)}</url>"
        for entry in entries
        if len(entry.address) < LONGEST
    ]
    return _document("urlset", f'xmlns="{_SPACE}" xmlns:image="{_IMAGES}"', lines)


def _document(name: str, spaces: str, lines: list[str]) -> bytes:
    return _HEAD + "\n".join([f"<{name} {spaces}>", *lines, f"</{name}>", ""]).encode()


def _location(address: str) -> str:
    return f"<loc>{escape(legal(address))}</loc>"


def _changed(day: dt.date | None) -> str:
    return f"<lastmod>{day:%Y-%m-%d}</lastmod>" if day else ""


def _pictures(addresses: tuple[str, ...]) -> str:
    return "".join(
        f"<image:image><image:loc>{escape(legal(address))}</image:loc></image:image>"
        for address in addresses[:PICTURES]
    )
