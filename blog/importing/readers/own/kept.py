"""Whether a part of a document says all that stood in it: the last look before a block is believed. Pure."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from blog.importing.outline import Outline, plain
from blog.importing.readers.guard import strings_of
from blog.importing.readers.own import running_text as markup
from blog.importing.readers.own.fields import NODES, RECORDS, Kind
from blog.importing.recognise.words import quoted

_WORD = re.compile(r"\w+")
#: Fields whose text is a title of what they lead to, or a word of ours.
_TITLES = (Kind.ADDRESS, Kind.ADDRESSES, Kind.FLAG)
#: Words that our own shapes write: the heading of what is said in a film, the year that is not known.
_DRAWN = {"video": ("Transcript",), "sources": ("n", "d"), "references": ("n", "d")}
#: Containers in which a link's text is the title of what it leads to.
_LINKING = ("person", "related")


def loses_words(name: str, node, element) -> bool:
    """Whether a node has fewer of any word than the element that it was read from, a container or block ``name``."""
    if name == "shared-invitation":
        return False
    shown = Counter(_WORD.findall(" ".join(_texts(element, name))))
    return bool(shown - _said(node) - Counter(_DRAWN.get(name, ())))


def account_for(outline: Outline, shown: str) -> Outline:
    """The outline, with any words that a document shows and that got lost on the way among those left out."""
    missing = Counter(_WORD.findall(shown)) - _said((outline.title, outline.subtitle, outline.nodes, outline.facts))
    if not missing:
        return outline
    text = " ".join(missing.elements())
    note = f"Some words found no place and were left out: {quoted(text)}."
    return replace(outline, notes=(*outline.notes, note), left_out=(*outline.left_out, text))


def _said(value) -> Counter:
    """The words of a value, of its texts as they stand and of its markup as it is shown."""
    texts = list(strings_of(value))
    return Counter(_WORD.findall(" ".join(texts))) | Counter(_WORD.findall(" ".join(map(plain, texts))))


def _texts(element, name: str) -> Iterator[str]:
    """The texts of an element apart from titles that are kept elsewhere."""
    if not isinstance(element.tag, str) or element.get("data-field") in _titles(name):
        return
    if not (name in _LINKING and element.tag == "a"):
        yield markup.printable(element.text or "")
    for child in element:
        yield from _texts(child, name)
        yield markup.printable(child.tail or "")


def _titles(name: str) -> set[str]:
    fields = NODES[name][1] if name in NODES else ()
    inner = [field for outer in fields if outer.of for field in RECORDS[outer.of]]
    return {field.name for field in (*fields, *inner) if field.kind in _TITLES}
