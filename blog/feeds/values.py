"""What a feed says, whatever form it is written in. Plain values."""

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Author:
    """``address`` is the author's page, "" where readers can't see one."""

    name: str
    address: str = ""


@dataclass(frozen=True)
class Entry:
    """One article.

    ``id`` never changes; ``summary`` is plain text; ``content`` is HTML with absolute addresses, "" where the feed has
    summaries only; moments have a zone, None where nobody knows them.
    """

    id: str
    address: str
    title: str
    summary: str
    authors: tuple[Author, ...]
    published: dt.datetime | None
    updated: dt.datetime
    content: str = ""
    topics: tuple[str, ...] = ()
    picture: str = ""


@dataclass(frozen=True)
class Channel:
    """A feed. ``address`` is the page it is a feed of, ``itself`` the feed's own; ``icon`` a square picture."""

    id: str
    address: str
    itself: str
    title: str
    summary: str
    language: str
    author: str
    updated: dt.datetime
    icon: str = ""
    entries: tuple[Entry, ...] = field(default=())
