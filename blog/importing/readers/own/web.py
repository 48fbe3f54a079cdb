"""HTML of ours -> Outline: what ``blog.exporting.html`` writes. Pure functions."""

import re

from lxml import etree
from lxml import html as lxml_html

from blog.importing import outline as o
from blog.importing.readers.directives import LEVELS, Shapes
from blog.importing.readers.own import running_text as markup
from blog.importing.readers.own.boxes import lines_of
from blog.importing.readers.own.facts import from_dict
from blog.importing.readers.own.fields import EMPTY, NODES, RECORDS, Field, Kind, completed
from blog.importing.readers.own.kept import loses_words

_DECLARATION = re.compile(r"<\?xml[^>]*>")
_IS_OURS = re.compile(r"<article[^>]*\bdata-format=[\"']?hub-article\b")


def is_ours(text: str) -> bool:
    """Whether an HTML text says itself that it is an article of ours."""
    return _IS_OURS.search(text) is not None


def read(text: str) -> o.Outline:
    """An article of ours.

    Raises: UnreadableDocument: no title, no text, or facts that can't be read.
    """
    try:
        page = lxml_html.document_fromstring(_DECLARATION.sub("", markup.printable(text.removeprefix("\ufeff"))))
    except (etree.ParserError, ValueError) as error:
        raise o.UnreadableDocument("The page is damaged.") from error
    article = next((element for element in page.iter("article") if element.get("data-format")), page)
    main = next((element for element in article.iter("div") if element.get("data-part") == "text"), article)
    title, standfirst, facts = from_dict(_told(article))
    nodes = read_nodes(main)
    if not title:
        raise o.UnreadableDocument("There is no title.")
    if not nodes:
        raise o.UnreadableDocument("There is a title and nothing else.")
    return o.Outline(title, standfirst, nodes, facts=facts)


def _told(article) -> dict:
    told: dict = {"topics": [], "related": []}
    for element in article.iter():
        name = element.get("data-fact") if isinstance(element.tag, str) else None
        if name == "picture":
            told[name] = {
                "source": markup.safe(element.get("src")) or "",
                "alt": element.get("alt") or "",
                "is_decorative": "true" if element.get("data-decorative") is not None else "",
            }
        elif name == "references":
            told[name] = [vars(record) for record in _records(element, o.Reference)]
        elif name == "related":
            told[name] += [_address(link) for link in element.iter("a")]
        elif name == "topics":
            told[name].append(markup.text_of(element))
        elif name:
            told[name] = markup.text_of(element)
    return told


def _address(link) -> str:
    """Where a link leads, as it was typed."""
    return markup.safe(link.get("data-address") or link.get("href")) or ""


def read_nodes(main) -> tuple[o.Node, ...]:
    """The nodes of an element, in order; what is none of ours is read as Markdown's shapes are."""
    return _Blocks(main).nodes()


class _Blocks(Shapes):
    """The blocks that say what they are, and between them what somebody added."""

    def take(self, element, following: list) -> int:
        name = element.get("data-block") if isinstance(element.tag, str) else None
        if name == "text":
            around = markup.parsed("")
            around.append(markup.copied(element))
            self.add(*([o.Prose(found)] if (found := markup.paragraphs(around)) else []))
        elif name in NODES:
            kind, fields = NODES[name]
            node = kind(**completed(kind, _values(element, fields)))
            self.add(*(type(self)(_bare(element)).nodes() if loses_words(name, node, element) else [node]))
        else:
            return super().take(element, following)
        return 1

    def take_heading(self, element, following: list) -> int:
        # Questions say that they are some.
        own = element.get("data-level")
        level = int(own) if own in ("2", "3", "4") else LEVELS[element.tag]
        self.add(o.Heading(markup.text_of(element), level))
        return 1


def _bare(element):
    """A block that somebody wrote more into than it holds, without its marks."""
    copy = markup.copied(element)
    for part in copy.iter():
        for name in ("data-block", "data-field"):
            part.attrib.pop(name, None)
    return copy


def _values(element, fields: tuple[Field, ...]) -> dict:
    marked = {}
    for part in _own_parts(element):
        marked.setdefault(part.get("data-field"), part)
    return {field.name: _value(element, marked.get(field.name), field, marked) for field in fields}


def _own_parts(element):
    """The elements with a field of this block, none of a record inside it."""
    for child in element:
        if isinstance(child.tag, str) and child.get("data-field"):
            yield child
        elif isinstance(child.tag, str):
            yield from _own_parts(child)


def _value(element, part, field: Field, marked: dict):
    if field.kind == Kind.CHOICE:
        return element.get(f"data-{field.name}") or ""
    if field.name == "alt":
        return markup.tidy((marked["source"].get("alt") if "source" in marked else "") or "")
    if part is None:
        return EMPTY.get(field.kind, "")
    match field.kind:
        case Kind.LINES:
            return lines_of(list(part))
        case Kind.YEAR:
            year = markup.text_of(part)
            return int(year) if re.fullmatch(r"[0-9]{4}", year) else None
        case Kind.FLAG:
            return True
        case Kind.ADDRESS:
            return _address(part)
        case Kind.PICTURE:
            return markup.safe(part.get("src")) or ""
        case Kind.RICH:
            return markup.blocks(part)
    return _several(part, field)


def _several(part, field: Field):
    match field.kind:
        case Kind.ITEMS:
            return tuple(markup.items_of(part))
        case Kind.RECORDS:
            return tuple(_records(part, field.of))
        case Kind.ADDRESSES:
            return tuple(_address(link) for link in part.iter("a"))
        case Kind.CELLS:
            return _cells(part)
        case Kind.ROWS:
            return tuple(_cells(row) for row in part.iter("tr"))
    return markup.text_of(part)


def _cells(row) -> tuple[str, ...]:
    return tuple(markup.text_of(cell) for cell in row.iter("td", "th"))


def _records(part, kind: type):
    for child in part:
        if child.tag == "li":
            yield kind(**_values(child, RECORDS[kind]))
