"""What a reader hands to ``compose``: the document cut into paragraphs and lists, nothing yet understood."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from blog.importing.outline import Node, plain, texts_of

TITLE, SUBTITLE, CAPTION, CONTENTS = "title", "subtitle", "caption", "contents"

_PIECE = re.compile(r"<[^<>]*>|&[#\w]+;|[^<&]|[<&]")


@dataclass(frozen=True)
class Paragraph:
    """One paragraph as plain text.

    ``html`` is the same text as inline HTML; ``is_heading`` is true where the document says so itself;
    ``is_one_line`` is false where the text was put together from several lines. ``level`` is that of a heading,
    1 to 6, or 0 where the document marks none; ``role`` is TITLE, SUBTITLE, CAPTION or CONTENTS where it says so.
    """

    text: str
    html: str
    is_heading: bool = False
    is_one_line: bool = True
    level: int = 0
    is_quote: bool = False
    role: str = ""


@dataclass(frozen=True)
class Listing:
    """One list: N >= 1 items as inline HTML, perhaps with lists inside them, and the mark its first item had."""

    style: str
    items: tuple[str, ...]
    mark: str = ""


@dataclass(frozen=True)
class Ready:
    """What needs no understanding: the document itself says what it is, and ``why`` tells an editor how."""

    node: Node
    why: str = ""


Part = Paragraph | Listing | Ready


def paragraph(text: str, **facts) -> Paragraph:
    """A paragraph of a format without inline markup: its text, escaped."""
    return Paragraph(text, inline(text), **facts)


def inline(text: str) -> str:
    """Plain text as inline HTML."""
    return escape(text, quote=False)


def texts_in(part: Part) -> Iterator[str]:
    """The visible texts of a part, plain, in reading order."""
    match part:
        case Paragraph(text):
            yield text
        case Listing(_, items):
            yield from map(plain, items)
        case Ready(node):
            yield from filter(None, texts_of(node))


def after_start(markup: str, count: int) -> str:
    """Inline HTML without its first ``count`` visible characters; emphasis that held nothing else goes with them."""
    found: list[str] = []
    for piece in _PIECE.findall(markup):
        if piece.startswith("<") and len(piece) > 1:
            found.append(piece)
        elif count:
            count -= 1
        else:
            found.append(piece)
    text = "".join(found)
    while (shorter := re.sub(r"<(b|i)>\s*</\1>|<a [^<>]*>\s*</a>", "", text)) != text:
        text = shorter
    return re.sub(r"^((?:<[^<>]*>)*)\s+", r"\1", text)
