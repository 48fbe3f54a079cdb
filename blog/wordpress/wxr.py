"""A WordPress export (WXR 1.0 to 1.2) -> its items, one after the other, in memory that does not grow with the file.

No Django, no network. Source: wp-admin/includes/export.php of WordPress.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO
from xml.parsers import expat

from blog.wordpress.faults import UnreadableExport
from blog.wordpress.mending import mended

#: Characters that one element may hold, and bytes that one tag may take. No post of a person is longer.
LONGEST_TEXT, LONGEST_TAG, MOST_COMMENTS = 8_000_000, 4_000_000, 1_000_000

#: The meta fields that mean something here; the others are counted, never kept.
META = frozenset(
    """_thumbnail_id _wp_attached_file _wp_attachment_image_alt _wp_old_slug footnotes
    _yoast_wpseo_title _yoast_wpseo_metadesc _yoast_wpseo_focuskw _yoast_wpseo_meta-robots-noindex
    rank_math_title rank_math_description rank_math_focus_keyword rank_math_robots""".split()
)
_FIELDS = {
    "title": "title",
    "link": "link",
    "guid": "guid",
    "dc:creator": "author",
    "content:encoded": "content",
    "excerpt:encoded": "excerpt",
    "wp:post_id": "wp_id",
    "wp:post_date": "date",
    "wp:post_date_gmt": "date_gmt",
    "wp:post_modified_gmt": "modified_gmt",
    "wp:post_name": "slug",
    "wp:status": "status",
    "wp:post_parent": "parent",
    "wp:menu_order": "order",
    "wp:post_type": "kind",
    "wp:post_password": "password",
    "wp:attachment_url": "attachment_url",
}
_AUTHOR = {
    "wp:author_id": "number",
    "wp:author_login": "login",
    "wp:author_display_name": "name",
    "wp:author_first_name": "first",
    "wp:author_last_name": "last",
    "wp:author_description": "about",
}
_TERMS = {
    "wp:category": ("category", "wp:category_nicename", "wp:cat_name", "wp:category_parent"),
    "wp:tag": ("post_tag", "wp:tag_slug", "wp:tag_name", ""),
}
_CHANNEL = {"title": "title", "wp:base_blog_url": "address", "link": "link", "wp:wxr_version": "version"}


@dataclass(frozen=True)
class Author:
    login: str
    name: str
    about: str = ""
    number: int = 0


@dataclass(frozen=True)
class Term:
    """A category or tag: ``domain`` is "category" or "post_tag", ``slug`` its nicename, ``parent`` another's slug."""

    domain: str
    slug: str
    name: str
    parent: str = ""
    number: int = 0


@dataclass(frozen=True)
class Item:
    """One post, page, attachment or whatever else, as it stands in the file. Dates are text, "2024-02-08 06:55:31"."""

    wp_id: int
    kind: str
    title: str = ""
    link: str = ""
    guid: str = ""
    author: str = ""
    content: str = ""
    excerpt: str = ""
    status: str = "publish"
    is_protected: bool = False
    slug: str = ""
    parent: int = 0
    order: int = 0
    date: str = ""
    date_gmt: str = ""
    modified_gmt: str = ""
    attachment_url: str = ""
    terms: tuple[Term, ...] = ()
    meta: dict[str, str] = field(default_factory=dict)
    comments: int = 0
    notes: tuple[str, ...] = ()


@dataclass
class Channel:
    """What the file says of the site, complete once every item has been read."""

    title: str = ""
    address: str = ""
    version: str = ""
    authors: dict[str, Author] = field(default_factory=dict)
    terms: dict[tuple[str, str], Term] = field(default_factory=dict)
    mended: Counter = field(default_factory=Counter)


def read(file: BinaryIO, channel: Channel) -> Iterator[Item]:
    """Yield every item of an export and fill ``channel`` on the way.

    Raises: UnreadableExport: no WordPress export, broken or incomplete XML, a document type, a tag without end.
    """
    reader, fed = _Reader(channel), 0
    for chunk in mended(file, channel.mended):
        for start in range(0, len(chunk), 1 << 16):
            piece = chunk[start : start + (1 << 16)]
            fed += len(piece)
            reader.feed(piece)
            if fed - max(reader.parser.CurrentByteIndex, 0) > LONGEST_TAG:
                raise UnreadableExport(f"A tag in line {reader.parser.CurrentLineNumber} has no end.")
            yield from reader.taken()
    reader.finish()
    yield from reader.taken()


class _Reader:
    """Receives the parser's events. The path of open elements says what a text belongs to."""

    def __init__(self, channel: Channel):
        self.channel, self.items, self.count = channel, [], 0
        self.path: list[str] = []
        self.texts: list[str] | None = None
        self.size, self.used = 0, 0
        self._forget_item()
        self.group: dict[str, str] = {}
        # Named outright: what arrives has been decoded, and a later declaration must not change its meaning.
        self.parser = expat.ParserCreate("utf-8")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.StartDoctypeDeclHandler = self.refuse
        self.parser.EntityDeclHandler = self.refuse

    def refuse(self, *declaration):
        raise UnreadableExport(
            "The file declares a document type or entities. WordPress writes none: it was tampered with."
        )

    def feed(self, data: bytes, is_final: bool = False) -> None:
        try:
            self.parser.Parse(data, is_final)
        except expat.ExpatError as error:
            raise UnreadableExport(self._said(error)) from error

    def finish(self) -> None:
        self.feed(b"", is_final=True)
        if not self.channel.version:
            raise UnreadableExport("This is no WordPress export: it names no WXR version. Use Tools → Export.")

    def _said(self, error: expat.ExpatError) -> str:
        if not self.path and not self.count:
            return f"This is no XML file (line {error.lineno}: {expat.errors.messages.get(error.code, 'unreadable')})."
        if error.code in {
            expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS],
            expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_TOKEN],
            expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION],
        }:
            return f"The file ends in the middle, after {self.count} items: it is incomplete. Export it again."
        why = expat.errors.messages.get(error.code, "unreadable")
        return f"The XML is broken in line {error.lineno}, after {self.count} items: {why}."

    def taken(self) -> list[Item]:
        items, self.items = self.items, []
        return items

    def _forget_item(self) -> None:
        self.item: dict[str, str] = {}
        self.meta: dict[str, str] = {}
        self.terms: list[Term] = []
        self.comments, self.notes, self.nicename, self.domain, self.meta_key = 0, [], "", "", ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.path.append(name)
        if len(self.path) > 64:
            raise UnreadableExport("The XML is nested more than 64 deep: that is no WordPress export.")
        if len(self.path) == 1 and name != "rss":
            raise UnreadableExport(f"This is no WordPress export: it begins with <{name[:40]}>.")
        if name == "category" and len(self.path) == 4:
            self.domain, self.nicename = attributes.get("domain", ""), attributes.get("nicename", "")
        if len(self.path) == 3:
            self.group = {}
            if name == "item":
                self._forget_item()
        self.texts, self.size = ([] if self._is_wanted(name) else None), 0

    def _is_wanted(self, name: str) -> bool:
        depth, above = len(self.path), self.path[-2] if len(self.path) > 1 else ""
        if depth == 3:
            return name in _CHANNEL
        if depth == 4 and above == "item":
            return name in _FIELDS or name == "category"
        if depth == 4:
            return True
        if depth == 5 and above == "wp:postmeta":
            return name == "wp:meta_key" or (name == "wp:meta_value" and self.meta_key in META)
        return False

    def text(self, data: str) -> None:
        if self.texts is None:
            return
        self.size += len(data)
        if self.size <= LONGEST_TEXT:
            self.texts.append(data)

    def end(self, name: str) -> None:
        text = "".join(self.texts) if self.texts is not None else ""
        if self.size > LONGEST_TEXT and self.texts is not None:
            self.notes.append(f"<{name}> is longer than {LONGEST_TEXT:,} characters and was left out.")
            text = ""
        self.texts = None
        depth, above = len(self.path), self.path[-2] if len(self.path) > 1 else ""
        self.path.pop()
        if depth == 3:
            self._end_of_channel_part(name, text)
        elif depth == 4 and above == "item":
            self._end_of_field(name, text)
        elif depth == 4:
            self.group[name] = text.strip()
        elif depth == 5 and above == "wp:postmeta":
            self._end_of_meta(name, text)

    def _end_of_field(self, name: str, text: str) -> None:
        if name == "wp:comment":
            self.comments += 1
        elif name == "category":
            self.terms.append(Term(self.domain, self.nicename, text.strip()))
        elif name in _FIELDS:
            self.item[_FIELDS[name]] = text if name == "content:encoded" else text.strip()

    def _end_of_meta(self, name: str, text: str) -> None:
        if name == "wp:meta_key":
            self.meta_key = text.strip()
        elif name == "wp:meta_value" and self.meta_key in META:
            # An old slug is kept for each time it was changed.
            before = f"{self.meta['_wp_old_slug']}\n" if self.meta_key == "_wp_old_slug" in self.meta else ""
            self.meta[self.meta_key] = before + text.strip()

    def _end_of_channel_part(self, name: str, text: str) -> None:
        channel, group = self.channel, self.group
        if name == "item":
            self.count += 1
            self.items.append(self._made())
            self._forget_item()
        elif name == "wp:author":
            found = {ours: group.get(theirs, "") for theirs, ours in _AUTHOR.items()}
            full = f"{found['first']} {found['last']}".strip()
            channel.authors[found["login"]] = Author(
                found["login"], found["name"] or full, found["about"], _whole(found["number"])
            )
        elif name in _TERMS:
            domain, slug, title, parent = _TERMS[name]
            above, number = group.get(parent, ""), _whole(group.get("wp:term_id", ""))
            term = Term(domain, group.get(slug, ""), group.get(title, ""), above, number)
            channel.terms[domain, term.slug] = term
        elif name in _CHANNEL and text.strip():
            wanted = _CHANNEL[name]
            if wanted == "link":
                channel.address = channel.address or text.strip()
            else:
                setattr(channel, wanted, text.strip())

    def _made(self) -> Item:
        found = dict(self.item)
        numbers = {name: _whole(found.pop(name, "")) for name in ("wp_id", "parent", "order")}
        is_protected = bool(found.pop("password", ""))
        kind = found.pop("kind", "") or "post"
        rest = {"terms": tuple(self.terms), "meta": self.meta, "comments": self.comments, "notes": tuple(self.notes)}
        return Item(**numbers, **found, **rest, kind=kind, is_protected=is_protected)


def _whole(text: str) -> int:
    """A number of the database, 0 where there is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0
