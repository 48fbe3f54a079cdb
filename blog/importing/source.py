"""A document line by line, as it stands in itself: what a screen shows beside the parts it became."""

from collections.abc import Iterator

from blog.importing.outline import BulletList, Heading, Outline, texts_of
from blog.importing.readers.characters import decode
from blog.importing.recognise.bullets import take_mark
from blog.importing.worksheets.inline import inline
from blog.importing.worksheets.lines import Refused, lines_of

#: What a line is in the document itself.
HEADING, TEXT, ITEM, CELL = "heading", "text", "item", "cell"


def source_lines(name: str, data: bytes, outline: Outline) -> list[list[str]]:
    """The lines of a document that has been read, each ``[kind, inline HTML]``; safe to show, nothing is loaded."""
    if name.lower().endswith((".txt", ".text")):
        text, _ = decode(data)
        return [[_kind_of(line), inline(line.strip())] for line in text.split("\n") if line.strip()]
    return list(_of_outline(outline))


def _kind_of(line: str) -> str:
    return ITEM if take_mark(line.strip())[0] else TEXT


def _of_outline(outline: Outline) -> Iterator[list[str]]:
    """The same from what was read, where the document's own lines are not known."""
    yield [HEADING, inline(outline.title)]
    if outline.subtitle:
        yield [TEXT, inline(outline.subtitle)]
    for node in outline.nodes:
        try:
            kind = {Heading: HEADING, BulletList: ITEM}.get(type(node), TEXT)
            yield from ([kind, line] for line in lines_of(node).all)
        except Refused:
            yield from ([TEXT, inline(text)] for text in texts_of(node) if text)
    yield from ([TEXT, inline(text)] for text in outline.left_out)
