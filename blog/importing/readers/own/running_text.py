"""The one way in which running text is written inside an outline: ``<b>``, ``<i>``, ``<a href>``, ``<br/>``, and
around it ``<p>``, ``<ul>``, ``<ol>``, ``<li>``. Pure functions from parsed HTML to that form."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from copy import deepcopy
from html import escape

from lxml import html as lxml_html

SPACE = re.compile(r"[ \t\n\r\f\v]+")

_BLANKS = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\ufeff]+")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_SCHEMES = ("http", "https", "mailto", "tel")
_TAGS = {"b": "b", "strong": "b", "i": "i", "em": "i", "cite": "i"}
#: What may stand inside a word.
_INSIDE = frozenset("a abbr bdi bdo code del dfn font ins kbd mark q s samp small span sub sup u var wbr".split())
_WHITE = "\t\n\r\f\v"
_LISTS = ("ul", "ol")
_EDGES = re.compile(r"^(?:\s|<br/>)+|(?:\s|<br/>)+$", re.ASCII)
_AROUND_BREAK = re.compile(r" *<br/> *")

Link = Callable[[dict], str | None]


def tidy(text: str) -> str:
    """Plain text on one line: white space collapsed, control characters gone (no format here can hold them)."""
    return SPACE.sub(" ", printable(text)).strip(" ")


def parsed(markup: str):
    """A fragment of HTML as one element around it."""
    body = lxml_html.document_fromstring(f"<html><body><div>{printable(markup)}</div></body></html>").find("body")
    around, *strays = body
    around.extend(strays)
    return around


def printable(text: str) -> str:
    """Text without control characters other than white space, and without what XML does not know."""
    return "".join(c for c in text if c in _WHITE or (unicodedata.category(c) != "Cc" and c not in "\ufffe\uffff"))


def safe(address: str | None) -> str | None:
    """An address that runs nothing; None for any other, ``javascript:`` in whatever disguise among them."""
    scheme = _SCHEME.match(_BLANKS.sub("", address or ""))
    return address if not scheme or scheme[1].lower() in _SCHEMES else None


def _href(attributes: dict) -> str | None:
    return safe(attributes.get("href"))


def text_of(element) -> str:
    """The visible text of an element on one line."""
    return tidy("".join(_texts(element)))


def _texts(element) -> Iterator[str]:
    if isinstance(element.tag, str):
        yield element.text or ""
    for child in element:
        if child.tag == "br":
            yield " "
        elif isinstance(child.tag, str):
            is_inside = child.tag in _INSIDE or child.tag in _TAGS
            yield "" if is_inside else " "
            yield from _texts(child)
            yield "" if is_inside else " "
        yield child.tail or ""


def inline(element, link: Link = _href, *, skip: tuple = ()) -> str:
    """The content of an element as inline HTML. ``link`` gives an address for a link's attributes, None for none."""
    return trimmed(_inline(element, link, skip))


def trimmed(markup: str) -> str:
    """Inline HTML without white space and breaks at its edges and around its breaks, where nobody sees them."""
    return _EDGES.sub("", _AROUND_BREAK.sub("<br/>", SPACE.sub(" ", markup)))


def _inline(element, link: Link, skip: tuple = ()) -> str:
    pieces = [_escaped(element.text)]
    for child in element:
        if child not in skip and isinstance(child.tag, str):
            pieces.append(_wrapped(child, link))
        pieces.append(_escaped(child.tail))
    return "".join(pieces)


def _wrapped(child, link: Link) -> str:
    if child.tag == "br":
        return "<br/>"
    if child.tag == "img":
        return _escaped(child.get("alt"))
    inner = _inline(child, link)
    if child.tag == "a":
        href = link(dict(child.attrib))
        return f'<a href="{escape(href)}">{inner}</a>' if href is not None else inner
    if tag := _TAGS.get(child.tag):
        return f"<{tag}>{inner}</{tag}>"
    # What stands on lines of its own must not run into the words around it.
    return inner if child.tag in _INSIDE else f" {inner} "


def _escaped(text: str | None) -> str:
    return escape(SPACE.sub(" ", printable(text or "")), quote=False)


def inline_of_text(text: str) -> str:
    """Plain text as inline HTML."""
    return _escaped(text)


def blocks(element, link: Link = _href) -> str:
    """The content of an element as ``<p>``, ``<ul>`` and ``<ol>``; empty paragraphs are left out."""
    return "".join(_blocks(element, link))


def _blocks(element, link: Link) -> Iterator[str]:
    loose = [_escaped(element.text)]
    for child in element:
        if child.tag in ("p", "div", *_LISTS, "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section"):
            yield from _paragraph("".join(loose))
            loose = []
            if child.tag in _LISTS:
                yield listing(child, link)
            elif child.tag in ("div", "blockquote", "section"):
                yield from _blocks(child, link)
            else:
                yield from _paragraph(inline(child, link))
        elif isinstance(child.tag, str):
            loose.append(_wrapped(child, link))
        loose.append(_escaped(child.tail))
    yield from _paragraph("".join(loose))


def _paragraph(markup: str) -> Iterator[str]:
    if markup := trimmed(markup):
        yield f"<p>{markup}</p>"


def paragraphs(element, link: Link = _href) -> tuple[str, ...]:
    """The paragraphs of an element, each inline HTML; a list in it becomes a paragraph an item."""
    found = []
    for part in parsed(blocks(element, link)):
        lines = part.iter("li") if part.tag in _LISTS else (part,)
        found += [inline(line, skip=tuple(line.iter(*_LISTS))) for line in lines]
    return tuple(filter(None, found))


def listing(element, link: Link = _href) -> str:
    """A list element with nothing in it but items, their inline text, and lists inside."""
    items = "".join(f"<li>{item}</li>" for item in items_of(element, link))
    return f"<{element.tag}>{items}</{element.tag}>"


def items_of(element, link: Link = _href) -> list[str]:
    """The items of a list element: inline HTML, followed by the lists inside the item."""
    return [item(child, link) for child in element if child.tag == "li"]


def item(element, link: Link = _href) -> str:
    """One item; its paragraphs become lines."""
    lines, inner = [], []
    loose = [_escaped(element.text)]
    for child in element:
        if child.tag in _LISTS:
            inner.append(listing(child, link))
        elif child.tag in ("p", "div"):
            lines += [trimmed("".join(loose)), inline(child, link)]
            loose = []
        elif isinstance(child.tag, str):
            loose.append(_wrapped(child, link))
        loose.append(_escaped(child.tail))
    lines.append(trimmed("".join(loose)))
    return "<br/>".join(filter(None, lines)) + "".join(inner)


def copied(element):
    """An element without the text after it, to be put elsewhere."""
    copy = deepcopy(element)
    copy.tail = None
    return copy


def lines(element) -> list[str]:
    """The visible text of an element, a string a line; empty lines are left out."""
    around = parsed("")
    around.append(copied(element))
    found = (text_of(parsed(line)) for paragraph in paragraphs(around) for line in paragraph.split("<br/>"))
    return list(filter(None, found))
