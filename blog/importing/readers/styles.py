"""What style sheets say of text that no element says: Google Docs and Word mark emphasis and levels only there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_RULE = re.compile(r"([^{}]{1,500})\{([^{}]{0,2000})\}")
_CLASS = re.compile(r"(?:[a-z0-9]+)?\.([\w-]+)")
_LONGEST_SHEET = 500_000
_WORD_LEVEL = re.compile(r"mso-list:\s*\S+\s+level(\d)", re.IGNORECASE)
_GOOGLE_LEVEL = re.compile(r"lst-kix_\S*-(\d)(?:\s|$)")


@dataclass(frozen=True)
class Look:
    """How a stretch of text looks; None where a style says nothing about it."""

    bold: bool | None = None
    italic: bool | None = None
    is_hidden: bool = False

    def under(self, outer: "Look") -> "Look":
        """This look inside another."""
        bold = outer.bold if self.bold is None else self.bold
        italic = outer.italic if self.italic is None else self.italic
        return Look(bold, italic, self.is_hidden or outer.is_hidden)


class Sheet:
    """The looks of a document's classes."""

    def __init__(self, markup: str = ""):
        self.looks: dict[str, Look] = {}
        text = "\n".join(_sheets(markup))[:_LONGEST_SHEET]
        for selectors, declarations in _RULE.findall(_COMMENT.sub("", text)):
            look = _look(declarations)
            if look != Look():
                for selector in selectors.split(","):
                    if match := _CLASS.fullmatch(selector.strip()):
                        self.looks[match[1]] = look.under(self.looks.get(match[1], Look()))

    def look(self, element: etree._Element) -> Look:
        """What an element's own tag, classes and style say."""
        found = _TAGS.get(element.tag, Look())
        for name in element.get("class", "").split():
            if name in self.looks:
                found = self.looks[name].under(found)
        if style := element.get("style"):
            found = _look(style).under(found)
        return replace(found, is_hidden=True) if element.get("hidden") is not None else found


def _sheets(markup: str) -> Iterator[str]:
    """The text of every style element. By hand: an expression would go back and forth over those left open."""
    at, lower = 0, markup.lower()
    while (start := lower.find("<style", at)) >= 0 and (end := lower.find("</style", start)) >= 0:
        yield markup[lower.find(">", start) + 1 : end]
        at = end + 1


_TAGS = {
    "b": Look(bold=True),
    "strong": Look(bold=True),
    "i": Look(italic=True),
    "em": Look(italic=True),
}


def _look(declarations: str) -> Look:
    found = {}
    for declaration in declarations.lower().split(";"):
        name, _, value = declaration.partition(":")
        found[name.strip()] = value.replace("!important", "").strip()
    weight, style = found.get("font-weight", ""), found.get("font-style", "")
    bold = None
    if weight in {"bold", "bolder"} or weight.isdecimal():
        bold = not weight.isdecimal() or int(weight[:5]) >= 600
    elif weight in {"normal", "lighter"}:
        bold = False
    italic = True if style.startswith(("italic", "oblique")) else False if style == "normal" else None
    is_hidden = found.get("display") == "none" or found.get("mso-hide") == "all" or found.get("visibility") == "hidden"
    return Look(bold, italic, is_hidden)


def word_list_level(element: etree._Element) -> int:
    """The level, from 1, of a paragraph that Word saved as an item of a list; 0 for any other."""
    match = _WORD_LEVEL.search(element.get("style", ""))
    if match:
        return max(1, int(match[1]))
    return 1 if any(name.startswith("MsoListParagraph") for name in element.get("class", "").split()) else 0


def google_list_level(element: etree._Element) -> int:
    """The level, from 1, of a list that Google Docs wrote beside the one it lies in; 0 for any other."""
    match = _GOOGLE_LEVEL.search(element.get("class", ""))
    return int(match[1]) + 1 if match else 0
