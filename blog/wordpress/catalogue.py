"""What is where in an export: the first pass, kept in a file of its own so that memory stays flat.

Pure: Python's own SQLite, in a temporary file that nobody else sees. Nothing of the site is asked or changed.
"""

import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from blog.wordpress.addresses import key_of
from blog.wordpress.content import Attachment
from blog.wordpress.wxr import Channel, Item, read

_SCHEMA = """
CREATE TABLE item (
    place INTEGER PRIMARY KEY, number INTEGER, kind TEXT, status TEXT, protected INTEGER, slug TEXT, title TEXT,
    link TEXT, parent INTEGER, position INTEGER, author TEXT, date TEXT, file TEXT, alt TEXT, caption TEXT,
    old_slugs TEXT, content TEXT
);
CREATE INDEX by_number ON item (number);
CREATE INDEX by_parent ON item (parent, kind);
CREATE TABLE address (key TEXT PRIMARY KEY, number INTEGER) WITHOUT ROWID;
CREATE TABLE label (number INTEGER, domain TEXT, slug TEXT);
"""
_COLUMNS = "number, kind, status, protected, slug, title, link, parent, position, author, date, file, old_slugs"
_NEVER_SHOWN = {"trash", "auto-draft", "inherit"}


@dataclass(frozen=True)
class Row:
    """One item without its content. ``number`` is WordPress' own, or one of ours below zero where it had none."""

    number: int
    kind: str
    status: str
    is_protected: bool
    slug: str
    title: str
    link: str
    parent: int
    position: int
    author: str
    date: str
    file: str
    old_slugs: tuple[str, ...]

    @property
    def was_public(self) -> bool:
        return self.status == "publish" and not self.is_protected


class Catalogue:
    """Where everything of one export is. ``kinds`` are the post types that become articles and pages."""

    def __init__(self, posts: frozenset[str] = frozenset({"post"}), pages: frozenset[str] = frozenset({"page"})):
        self.posts, self.pages = posts, pages
        self.channel = Channel()
        self.counts: Counter[tuple[str, str]] = Counter()
        self.comments, self.protected = 0, 0
        self.database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self.database.executescript(f"PRAGMA journal_mode=OFF; PRAGMA cache_size=-8000; {_SCHEMA} BEGIN;")

    @classmethod
    def of(cls, path: Path, **kinds) -> "Catalogue":
        """Read an export once. Raises: UnreadableExport."""
        catalogue = cls(**kinds)
        with path.open("rb") as file:
            for place, item in enumerate(read(file, catalogue.channel)):
                catalogue.add(place, item)
        catalogue.database.execute("COMMIT")
        return catalogue

    def close(self) -> None:
        self.database.close()

    def is_wanted(self, kind: str, status: str) -> bool:
        return (kind in self.posts or kind in self.pages) and status not in _NEVER_SHOWN

    def add(self, place: int, item: Item) -> None:
        self.counts[item.kind, item.status] += 1
        self.comments += item.comments
        self.protected += item.is_protected
        number = self._free_number(item, place)
        is_file = item.kind == "attachment"
        self.database.execute(
            f"INSERT INTO item (place, {_COLUMNS}, alt, caption, content) VALUES ({', '.join('?' * 17)})",  # noqa: S608
            (
                place,
                number,
                item.kind,
                item.status,
                item.is_protected,
                item.slug,
                item.title,
                item.link,
                item.parent,
                item.order,
                item.author,
                item.date,
                item.attachment_url,
                item.meta.get("_wp_old_slug", ""),
                item.meta.get("_wp_attachment_image_alt", "") if is_file else "",
                item.excerpt if is_file else "",
                item.content if item.kind == "wp_block" else None,
            ),
        )
        self._note_addresses(number, item)
        if self.is_wanted(item.kind, item.status):
            labels = [(number, term.domain, term.slug) for term in item.terms]
            self.database.executemany("INSERT INTO label VALUES (?, ?, ?)", labels)
            for term in item.terms:
                self.channel.terms.setdefault((term.domain, term.slug), term)

    def _free_number(self, item: Item, place: int) -> int:
        """The item's own number, or, where another has it or it has none, one that follows from its address."""
        if item.wp_id > 0 and not self._one("SELECT 1 FROM item WHERE number = ?", item.wp_id):
            return item.wp_id
        return -1 - zlib.crc32(f"{item.wp_id} {item.link or item.guid or item.title or place}".encode())

    def _note_addresses(self, number: int, item: Item) -> None:
        base = self.channel.address
        keys = {key_of(item.link, base) if item.link else None, f"?p={item.wp_id}" if item.wp_id else None}
        keys |= {key_of(urljoin(item.link, f"../{slug}/"), base) for slug in old_slugs(item.meta.get("_wp_old_slug"))}
        if item.guid and "?" in item.guid:
            keys.add(key_of(item.guid, base))
        kept = [(key, number) for key in keys if key and key != "/"]
        self.database.executemany("INSERT OR IGNORE INTO address VALUES (?, ?)", kept)

    def _one(self, question: str, *values):
        return self.database.execute(question, values).fetchone()

    def number_at(self, place: int) -> int:
        return self._one("SELECT number FROM item WHERE place = ?", place)[0]

    def row(self, number: int) -> Row | None:
        found = self._one(f"SELECT {_COLUMNS} FROM item WHERE number = ?", number)  # noqa: S608
        return _row(found) if found else None

    def number_of(self, address: str) -> int | None:
        """The item an address of the old site leads to."""
        key = key_of(address, self.channel.address)
        found = self._one("SELECT number FROM address WHERE key = ?", key) if key else None
        return found[0] if found else None

    def attachment(self, number: int) -> Attachment | None:
        found = self._one("SELECT file, alt, caption FROM item WHERE number = ? AND kind = 'attachment'", number)
        return Attachment(*found) if found and found[0] else None

    def reusable(self, number: int) -> str | None:
        found = self._one("SELECT content FROM item WHERE number = ? AND kind = 'wp_block'", number)
        return found[0] if found else None

    def gallery(self, number: int) -> list[int]:
        question = "SELECT number FROM item WHERE parent = ? AND kind = 'attachment' ORDER BY position, place LIMIT 500"
        return [found[0] for found in self.database.execute(question, (number,))]

    def rows(self, *kinds: str) -> Iterator[Row]:
        """All items of some kinds, in the order of the file."""
        marks = ", ".join("?" * len(kinds))
        question = f"SELECT place, {_COLUMNS} FROM item WHERE kind IN ({marks}) AND place > ? ORDER BY place LIMIT 500"  # noqa: S608
        last = -1
        while found := self.database.execute(question, (*kinds, last)).fetchall():
            last = found[-1][0]
            yield from (_row(values[1:]) for values in found)

    def wanted(self) -> Iterator[Row]:
        """What becomes articles and pages, parents before their children; a circle is cut where it is entered."""
        for row in self.rows(*self.posts):
            if self.is_wanted(row.kind, row.status):
                yield row
        parents = {row.number: row.parent for row in self.rows(*self.pages) if self.is_wanted(row.kind, row.status)}
        for number in sorted(parents, key=lambda number: len(_line(number, parents))):
            if row := self.row(number):
                yield row

    def wanted_numbers(self, question: str, *values) -> list[int]:
        return [found[0] for found in self.database.execute(question, values)]

    def labels(self) -> Counter[tuple[str, str]]:
        """How many articles and pages each term is on."""
        found = self.database.execute("SELECT domain, slug, COUNT(*) FROM label GROUP BY domain, slug")
        return Counter({(domain, slug): count for domain, slug, count in found})

    def parent_page(self, row: Row) -> int | None:
        """The number of the page a page lies under; None at the top, and where following parents leads in a circle."""
        seen, above = {row.number}, row.parent
        while above:
            if above in seen:
                return None
            seen.add(above)
            found = self.row(above)
            above = found.parent if found else 0
        return row.parent or None


def old_slugs(stored: str | None) -> tuple[str, ...]:
    return tuple(filter(None, (stored or "").split("\n")))


def _line(number: int, parents: dict[int, int]) -> list[int]:
    line = [number]
    while (above := parents.get(line[-1])) and above not in line and above in parents:
        line.append(above)
    return line


def _row(values: tuple) -> Row:
    *others, stored = values
    found = list(others)
    found[3] = bool(found[3])
    return Row(*found, old_slugs(stored))
