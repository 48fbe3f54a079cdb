"""A feed as plain values, whichever of the three forms it has: Atom (RFC 4287), RSS 2.0, JSON Feed 1.1. Pure."""

import json
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from functools import lru_cache
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
KINDS = {
    "atom": ("application/atom+xml",),
    "rss": ("application/rss+xml",),
    "json": ("application/feed+json", "application/json"),
}
FEED_TYPES = frozenset(kind for kinds in KINDS.values() for kind in kinds)


@dataclass(frozen=True)
class Entry:
    id: str = ""
    title: str = ""
    url: str = ""
    updated: str = ""
    published: str = ""
    content: str = ""
    author: str = ""


@dataclass(frozen=True)
class Feed:
    """``fault`` says why it could not be read; ``form`` is atom, rss or json."""

    form: str = ""
    id: str = ""
    title: str = ""
    about: str = ""
    home: str = ""
    itself: str = ""
    updated: str = ""
    author: str = ""
    entries: tuple[Entry, ...] = ()
    fault: str = ""


@lru_cache(maxsize=4)
def read(text: str) -> Feed:
    """Return what a feed says; never raises."""
    if text.lstrip("\ufeff \r\n\t").startswith("{"):
        return _json(text)
    try:
        root = fromstring(text.encode())
    except (ParseError, DefusedXmlException, ValueError) as error:
        return Feed(fault=f"is no XML that can be read: {error}")
    if root.tag == f"{ATOM}feed":
        return _atom(root)
    channel = root.find("channel")
    if root.tag == "rss" and channel is not None:
        return _rss(channel)
    return Feed(fault=f"begins with <{root.tag}>, which is no feed")


def _text(element, *names: str) -> str:
    for name in names:
        if found := (element.findtext(name) or "").strip():
            return found
    return ""


def _atom_link(element, rel: str) -> str:
    for link in element.findall(f"{ATOM}link"):
        if link.get("rel", "alternate") == rel and link.get("href"):
            return link.get("href")
    return ""


def _atom(root) -> Feed:
    entries = tuple(
        Entry(
            _text(entry, f"{ATOM}id"),
            _text(entry, f"{ATOM}title"),
            _atom_link(entry, "alternate"),
            _text(entry, f"{ATOM}updated"),
            _text(entry, f"{ATOM}published"),
            _text(entry, f"{ATOM}content", f"{ATOM}summary"),
            _text(entry, f"{ATOM}author/{ATOM}name"),
        )
        for entry in root.findall(f"{ATOM}entry")
    )
    return Feed(
        "atom",
        _text(root, f"{ATOM}id"),
        _text(root, f"{ATOM}title"),
        _text(root, f"{ATOM}subtitle"),
        _atom_link(root, "alternate"),
        _atom_link(root, "self"),
        _text(root, f"{ATOM}updated"),
        _text(root, f"{ATOM}author/{ATOM}name"),
        entries,
    )


def _rss(channel) -> Feed:
    entries = tuple(
        Entry(
            _text(item, "guid"),
            _text(item, "title"),
            _text(item, "link"),
            published=_text(item, "pubDate"),
            content=_text(item, f"{CONTENT}encoded", "description"),
            author=_text(item, CREATOR, "author"),
        )
        for item in channel.findall("item")
    )
    return Feed(
        "rss",
        title=_text(channel, "title"),
        about=_text(channel, "description"),
        home=_text(channel, "link"),
        itself=_atom_link(channel, "self"),
        updated=_text(channel, "lastBuildDate"),
        entries=entries,
    )


def _json(text: str) -> Feed:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        return Feed(fault=f"is no JSON that can be read: {error}")
    if not str(found.get("version", "")).startswith("https://jsonfeed.org/version/1"):
        return Feed(fault="names no version of JSON Feed: https://jsonfeed.org/version/1.1")
    items = [item for item in found.get("items") or () if isinstance(item, dict)]
    entries = tuple(
        Entry(
            _plain(item.get("id")),
            _plain(item.get("title")),
            _plain(item.get("url")),
            _plain(item.get("date_modified")),
            _plain(item.get("date_published")),
            _plain(item.get("content_html") or item.get("content_text")),
            _names(item),
        )
        for item in items
    )
    return Feed(
        "json",
        _plain(found.get("feed_url")),
        _plain(found.get("title")),
        _plain(found.get("description")),
        _plain(found.get("home_page_url")),
        _plain(found.get("feed_url")),
        author=_names(found),
        entries=entries,
    )


def _plain(value) -> str:
    return value.strip() if isinstance(value, str) else ""


def _names(found: dict) -> str:
    authors = found.get("authors") or ()
    return ", ".join(_plain(author.get("name")) for author in authors if isinstance(author, dict))


def is_rfc822(text: str) -> bool:
    """Say whether ``text`` is a date as RSS has it, with a zone."""
    try:
        return parsedate_to_datetime(text).tzinfo is not None
    except (ValueError, TypeError):
        return False
