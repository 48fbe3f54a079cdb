"""A document line by line, as it stands in itself: what a screen shows beside the parts it became."""

from collections.abc import Iterator

from lxml import etree

from blog.importing.outline import BulletList, Heading, Outline, plain, texts_of
from blog.importing.readers import read
from blog.importing.readers.characters import decode
from blog.importing.readers.document import watcher
from blog.importing.readers.markup import INLINE
from blog.importing.recognise.bullets import take_mark
from blog.importing.worksheets.inline import inline
from blog.importing.worksheets.lines import Refused, lines_of

#: What a line is in the document itself.
HEADING, TEXT, ITEM, ROW, PICTURE = "heading", "text", "item", "row", "picture"
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_EMPHASIS = {"b": "b", "strong": "b", "i": "i", "em": "i", "a": "u"}


def read_with_lines(name: str, data: bytes) -> tuple[Outline, list[list[str]]]:
    """The outline of a document, and its lines ``[kind, inline HTML]``: text and emphasis only, nothing is loaded.

    Raises: UnreadableDocument: see ``readers.read``.
    """
    seen: list[list[str]] = []
    token = watcher.set(lambda body: seen.extend(_of_tree(body)))
    try:
        outline = read(name, data)
    finally:
        watcher.reset(token)
    if not seen and name.lower().endswith((".txt", ".text")):
        seen = _of_text(data)
    return outline, seen or list(_of_outline(outline))


def _of_text(data: bytes) -> list[list[str]]:
    text, _ = decode(data)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return [[ITEM if take_mark(line)[0] else TEXT, inline(line)] for line in lines]


def _of_tree(body: etree._Element) -> Iterator[list[str]]:
    """The lines of clean markup. A row of a table is one line."""
    line, kinds = [], [TEXT]
    for event, element in etree.iterwalk(body, events=("start", "end")):
        tag, is_start = element.tag, event == "start"
        if tag in INLINE or tag in ("td", "th"):
            line.append(_mark(element, is_start))
        else:
            yield from _line(kinds[-1], line)
            line = []
            if is_start:
                kinds.append(_kind(element, kinds[-1]))
            else:
                kinds.pop()
        line.append(inline((element.text if is_start else element.tail) or ""))
    yield from _line(TEXT, line)


def _mark(element: etree._Element, is_start: bool) -> str:
    if element.tag == "img":
        return inline(f"[{element.get('alt') or 'Picture'}]") if is_start else ""
    if element.tag == "br":
        return " "
    if element.tag in ("td", "th"):
        return "" if is_start else " – "
    name = _EMPHASIS.get(element.tag)
    return f"<{'' if is_start else '/'}{name}>" if name else ""


def _kind(element: etree._Element, outer: str) -> str:
    if element.tag in _HEADINGS or {"title"} & set((element.get("class") or "").split()):
        return HEADING
    if element.tag == "tr":
        return ROW
    return ITEM if element.tag == "li" else outer


def _line(kind: str, pieces: list[str]) -> Iterator[list[str]]:
    markup = " ".join("".join(pieces).split()).removesuffix("–").strip()
    if plain(markup):
        yield [kind, markup]


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
