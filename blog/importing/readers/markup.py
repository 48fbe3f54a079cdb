"""Markup of any origin -> a clean tree: known elements and attributes only, nothing that runs, not too deep."""

import re
from dataclasses import dataclass

import nh3
from lxml import etree, html

from blog.importing.outline import UnreadableDocument
from blog.importing.readers.characters import cleaned
from blog.importing.readers.limits import DEEPEST, DEEPEST_WRITTEN, LONGEST_MARKUP

_BLOCKS = set(
    "address article aside blockquote body caption center cite dd details div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
INLINE = set("a b br code del em i iframe img ins mark s small span strike strong sub sup time u video audio".split())
_ATTRIBUTES = {
    "*": {"class", "style", "id", "hidden", "role"},
    "a": {"href", "name"},
    "img": {"src", "alt", "title", "data-credit"},
    "iframe": {"src", "title"},
    "video": {"src", "title"},
    "audio": {"src", "title"},
    "ol": {"start", "type"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
#: Elements whose content is no text of the document.
_DROPPED = set("script style noscript template title svg object embed applet select datalist xml head".split())
_SCHEMES = {"http", "https", "mailto", "tel", "media", "data"}
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)")
_CLOSE_THEMSELVES = set(
    "area base br col embed hr img input link meta param source track wbr p li dd dt td th tr option".split()
)
_SCRIPTED = re.compile(r"(?i)<script\b|\son[a-z]{3,20}\s*=|<(?:object|embed|applet)\b")
_DATA_URI = re.compile(r"data:image/[a-zA-Z0-9.+-]{1,20};base64,[A-Za-z0-9+/=\s%]{64,}")


@dataclass(frozen=True)
class Clean:
    """A ``body`` element of clean markup, the pictures that were written into it, and notes."""

    body: etree._Element
    written_in: tuple[str, ...]
    notes: tuple[str, ...]


def clean(markup: str) -> Clean:
    """Parse markup as a browser would and keep what is text and structure.

    Raises: UnreadableDocument: more than LONGEST_MARKUP characters without pictures, or too deep.
    """
    written_in: list[str] = []
    markup = _DATA_URI.sub(lambda match: _taken(match.group(), written_in), markup)
    if len(markup) > LONGEST_MARKUP:
        raise UnreadableDocument(f"There are more than {LONGEST_MARKUP:,} characters of markup: that is no article.")
    _refuse_depth(_depth_written(markup), DEEPEST_WRITTEN)
    notes = ("Scripts were left out: nothing in an article runs.",) if _SCRIPTED.search(markup) else ()
    safe = nh3.clean(
        cleaned(markup),
        tags=_BLOCKS | INLINE,
        clean_content_tags=_DROPPED,
        attributes=_ATTRIBUTES,
        generic_attribute_prefixes={"data-"},
        url_schemes=_SCHEMES,
        link_rel=None,
        strip_comments=True,
    )
    body = html.fragment_fromstring(safe, create_parent="body", parser=html.HTMLParser(huge_tree=True))
    _refuse_depth(_depth(body), DEEPEST)
    return Clean(body, tuple(written_in), notes)


def visible_text(root: etree._Element) -> str:
    """The text of a tree; where an element begins or ends a line, a space parts its words from the others."""
    found = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag not in INLINE or element.tag == "br":
            found.append(" ")
        if event == "start":
            found.append(element.text or "")
        elif element is not root:
            found.append(element.tail or "")
    return cleaned("".join(found))


def _taken(uri: str, found: list[str]) -> str:
    found.append(uri)
    return f"media:written-in-{len(found)}"


def _depth_written(markup: str) -> int:
    """How deep open tags pile up. A parser takes time by the square of it."""
    depth = deepest = 0
    for match in _TAG.finditer(markup):
        if match[2].lower() in _CLOSE_THEMSELVES:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _depth(body: etree._Element) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(body, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _refuse_depth(depth: int, most: int) -> None:
    if depth > most:
        raise UnreadableDocument(f"Elements lie more than {most:,} deep inside each other: that is no article.")
