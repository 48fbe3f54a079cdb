"""An article's stored body -> the nodes of an outline: the inverse of ``blog.importing.writer``. Pure functions."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

from blog.importing import outline as o
from blog.importing.readers.own import running_text as markup

_LEVELS = {"section": 2, "part": 3, "detail": 4}
_PAGE_LINK = re.compile(r"<a(?=[^>]*\blinktype=\"page\")[^>]*\bid=\"(\d+)\"")
_DOCUMENT_LINK = re.compile(r"<a(?=[^>]*\blinktype=\"document\")[^>]*\bid=\"(\d+)\"")


@dataclass
class Keys:
    """The primary keys of what a body shows."""

    pages: set[int] = field(default_factory=set)
    pictures: set[int] = field(default_factory=set)
    documents: set[int] = field(default_factory=set)
    invitations: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class Places:
    """Where the document finds them: addresses of pages, sources of files, names of invitations, by primary key.

    What is in none of these has no place in the document: links to it become their text, blocks that are nothing
    without it are left out. ``unnamed`` is the address of a button that names none;
    ``base`` makes the paths that somebody typed absolute addresses.
    """

    pages: Mapping[int, str] = field(default_factory=dict)
    pictures: Mapping[int, str] = field(default_factory=dict)
    documents: Mapping[int, str] = field(default_factory=dict)
    invitations: Mapping[int, str] = field(default_factory=dict)
    unnamed: str = ""
    base: str = ""

    def absolute(self, address: str) -> str:
        return urljoin(self.base, address) if self.base and address.startswith(("/", "#")) else address


def keys_of(raw) -> Keys:
    """The keys in the stored form of one body or several."""
    keys = Keys()
    for child in raw:
        _collect(child.get("type"), child.get("value"), keys)
    return keys


def _collect(kind: str, value, keys: Keys) -> None:
    for text in _strings(value):
        keys.pages.update(map(int, _PAGE_LINK.findall(text)))
        keys.documents.update(map(int, _DOCUMENT_LINK.findall(text)))
    match kind:
        case "image":
            keys.pictures |= _keys((value.get("image") or {}).get("image"))
        case "video":
            keys.pictures |= _keys(value.get("poster"))
        case "download":
            keys.documents |= _keys(value.get("document"))
        case "shared_invitation":
            keys.invitations |= _keys(value)
        case "person_card":
            keys.pages |= _keys(value.get("person"))
        case "related_articles":
            keys.pages |= _keys(*_items(value, "articles"))
        case "invitation":
            keys.pages |= _keys(*(button.get("page") for button in _items(value, "buttons")))
        case "button":
            keys.pages |= _keys(value.get("page"))


def _keys(*values) -> set[int]:
    return {value for value in values if isinstance(value, int)}


def _strings(value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)


def _items(value: dict, name: str) -> list:
    """The values of a list, with ids around them or, as older bodies are stored, without."""
    found = value.get(name) or []
    return [item["value"] if isinstance(item, dict) and item.get("type") == "item" else item for item in found]


def nodes_of(raw, places: Places) -> tuple[o.Node, ...]:
    """The nodes of a body from its stored children, in order; a block that says nothing makes none."""
    reading = _Reading(places)
    found = (reading.node(child.get("type"), child.get("value")) for child in raw if child.get("value"))
    return tuple(node for node in found if node)


def invitation_of(value: dict, places: Places) -> o.Invitation | None:
    """An invitation from its stored fields ``heading``, ``text`` and ``buttons``; None without a button."""
    return _Reading(places).invitation(value)


class _Reading:
    def __init__(self, places: Places):
        self.places = places

    def node(self, kind: str, value) -> o.Node | None:
        make = getattr(self, kind, None)
        return make(value) if make else None

    def link(self, attributes: dict) -> str | None:
        kind, key = attributes.get("linktype"), attributes.get("id", "")
        if kind in ("page", "document"):
            known = self.places.pages if kind == "page" else self.places.documents
            return known.get(int(key)) if key.isdecimal() else None
        address = markup.safe(attributes.get("href"))
        return address if address is None else self.places.absolute(address)

    def rich(self, value: dict, name: str) -> str:
        return markup.blocks(markup.parsed(value.get(name) or ""), self.link)

    def points(self, value: dict, name: str) -> tuple[str, ...]:
        found = (markup.item(markup.parsed(item or ""), self.link) for item in _items(value, name))
        return tuple(filter(None, found))

    def heading(self, value: dict) -> o.Node | None:
        text = _text(value, "text")
        return o.Heading(text, _LEVELS.get(value.get("size"), 2)) if text else None

    def paragraph(self, value: str) -> o.Node | None:
        found = markup.paragraphs(markup.parsed(value), self.link)
        return o.Prose(found) if found else None

    def bullet_list(self, value: dict) -> o.Node | None:
        items = self.points(value, "items")
        introduction = _text(value, "introduction")
        if not items:
            return o.Prose((markup.inline_of_text(introduction),)) if introduction else None
        return o.BulletList(introduction, value.get("style") or o.BULLETS, items)

    def steps(self, value: dict) -> o.Node | None:
        items = tuple(o.Step(_text(step, "title"), self.rich(step, "text")) for step in _items(value, "steps"))
        return o.Steps(_text(value, "heading"), items) if items else None

    def quote(self, value: dict) -> o.Node | None:
        words = _lines(value.get("text"))
        facts = [_text(value, name) for name in ("speaker", "role", "source_title", "source_url")]
        return o.Quote(words, *facts, value.get("year"), bool(value.get("verified"))) if words else None

    def key_points(self, value: dict) -> o.Node | None:
        points = self.points(value, "points")
        return o.KeyPoints(_text(value, "heading"), points) if points else None

    def callout(self, value: dict) -> o.Node | None:
        heading, html = _text(value, "heading"), self.rich(value, "text")
        return o.Callout(value.get("tone") or o.NOTE, heading, html) if heading or html else None

    def urgent_help(self, value: dict) -> o.Node | None:
        return o.UrgentHelp(_text(value, "heading"), self.rich(value, "text"))

    def statistic(self, value: dict) -> o.Node | None:
        figure, meaning = _text(value, "figure"), _lines(value.get("meaning"))
        source = [_text(value, name) for name in ("source_title", "source_url")]
        return o.Statistic(figure, meaning, *source, value.get("year")) if figure or meaning else None

    def faq(self, value: dict) -> o.Node | None:
        pairs = (o.Question(_text(item, "question"), self.rich(item, "answer")) for item in _items(value, "items"))
        items = tuple(pair for pair in pairs if pair.question or pair.answer_html)
        return o.Faq(_text(value, "heading"), items) if items else None

    def glossary_term(self, value: dict) -> o.Node | None:
        return o.Term(_text(value, "term"), _text(value, "also_known_as"), self.rich(value, "definition"))

    def references(self, value: dict) -> o.Node | None:
        items = tuple(map(reference_of, _items(value, "items")))
        return o.References(_text(value, "heading"), items) if items else None

    def comparison_table(self, value: dict) -> o.Node | None:
        columns = tuple(_text(column, "heading") for column in value.get("columns") or [])
        rows = tuple(tuple(markup.tidy(str(cell or "")) for cell in row["values"]) for row in value.get("rows") or [])
        return o.Table(_text(value, "caption"), columns, rows) if columns else None

    def download(self, value: dict) -> o.Node | None:
        source = self.places.documents.get(value.get("document"))
        return o.Download(source, _text(value, "title"), _text(value, "description")) if source else None

    def image(self, value: dict) -> o.Node | None:
        image = value.get("image") or {}
        source = self.places.pictures.get(image.get("image"))
        texts = (_text(image, "alt_text"), _text(value, "caption"), _text(value, "credit"))
        return o.Picture(source, *texts, bool(image.get("decorative"))) if source else None

    def video(self, value: dict) -> o.Node | None:
        poster = self.places.pictures.get(value.get("poster"), "")
        texts = [_text(value, name) for name in ("title", "url", "description")]
        return o.Video(*texts, self.rich(value, "transcript"), poster) if texts[0] or texts[1] else None

    def invitation(self, value: dict) -> o.Invitation | None:
        buttons = tuple(filter(None, map(self._button, _items(value, "buttons"))))
        if not buttons:
            return None
        return o.Invitation(self.rich(value, "text"), buttons[0].label, _text(value, "heading"), buttons)

    def _button(self, value: dict) -> o.Button | None:
        if key := value.get("page"):
            address = self.places.pages.get(key)
        else:
            address = self.places.absolute(_text(value, "address")) or self.places.unnamed
        return None if address is None else o.Button(_text(value, "label"), address)

    def shared_invitation(self, value: int) -> o.Node | None:
        name = self.places.invitations.get(value)
        return o.SharedInvitation(name) if name else None

    def person_card(self, value: dict) -> o.Node | None:
        address = self.places.pages.get(value.get("person"))
        return o.PersonCard(address, _text(value, "note")) if address else None

    def related_articles(self, value: dict) -> o.Node | None:
        found = tuple(filter(None, map(self.places.pages.get, _items(value, "articles"))))
        return o.RelatedArticles(found, _text(value, "heading")) if found else None


def reference_of(value: dict) -> o.Reference:
    """One source from its stored form."""
    authors, title, published_in, url = (_text(value, name) for name in ("authors", "title", "published_in", "url"))
    return o.Reference(authors, title, published_in, value.get("year"), url)


def _text(value: Mapping, name: str) -> str:
    return markup.tidy(str(value.get(name) or ""))


def _lines(text: str | None) -> str:
    """Text of several lines, with at most one empty line between any two."""
    lines = "\n".join(map(markup.tidy, (text or "").replace("\r\n", "\n").split("\n")))
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n")
