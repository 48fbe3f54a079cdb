"""The lines of one element -> paragraphs, as somebody would set them: lists and headings typed by hand come apart."""

import re
from collections.abc import Container, Iterable

from lxml import etree

from blog.importing.parts import Paragraph
from blog.importing.readers.markup import visible_text
from blog.importing.readers.runs import (
    Run,
    html_of,
    is_all_bold,
    join_lines,
    lines_of,
    text_of,
    tidy,
    unbold,
)
from blog.importing.recognise.bullets import take_mark
from blog.importing.recognise.headings import looks_like_heading

_SPEAKS = re.compile(r"(?i)(?:q|a|question|answer)\s?\d{0,2}\s?[:.)]\s?\S")
Line = tuple[Run, ...]


def text_in(element: etree._Element) -> str:
    """All the text of an element, as one line."""
    return " ".join(visible_text(element).split())


def paragraphs_of(runs: Iterable[Run], *, level: int = 0, role: str = "", is_quote: bool = False) -> list[Paragraph]:
    """The paragraphs that running text with line breaks makes, N >= 0."""
    lines = lines_of(runs)
    if level or role:
        whole = tidy(piece for line in lines for piece in (*line, Run(" ")))
        facts = {"is_heading": bool(level), "level": level, "role": role, "is_quote": is_quote and not level}
        return [_paragraph([unbold(whole)], **facts)] if whole else []
    return [_paragraph(group, is_quote=is_quote) for group in _groups(lines)]


def wrap_loose(element: etree._Element, wanted: Container[str], tag: str) -> None:
    """Put what stands in a list, but in none of the elements it should hold, into elements ``tag`` of its own."""
    text, element.text = element.text, None
    children = list(element)
    for child in children:
        element.remove(child)
    loose: etree._Element | None = None
    for child, after in [(None, text), *((child, child.tail) for child in children)]:
        if child is not None and child.tag in wanted:
            child.tail, loose = None, None
            element.append(child)
        elif child is not None:
            loose = etree.SubElement(element, tag) if loose is None else loose
            child.tail = None
            loose.append(child)
        if after and (loose is not None or after.strip()):
            loose = etree.SubElement(element, tag) if loose is None else loose
            _append_text(loose, after)


def _append_text(element: etree._Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _groups(lines: list[Line]) -> Iterable[list[Line]]:
    """Lines that stay together."""
    for block in _blocks(lines):
        group: list[Line] = []
        for at, line in enumerate(block):
            if group and _begins(line, block[at - 1], block):
                yield group
                group = []
            group.append(line)
        yield group


def _blocks(lines: list[Line]) -> Iterable[list[Line]]:
    block: list[Line] = []
    for line in [*lines, ()]:
        if line:
            block.append(line)
        elif block:
            yield block
            block = []


def _begins(line: Line, before: Line, block: list[Line]) -> bool:
    """Whether a line is a paragraph of its own rather than the next line of a verse or an address."""
    text, text_before = text_of(line), text_of(before)
    if _is_item(text) or (_is_item(text_before) and len(block) > 1):
        return True
    if _SPEAKS.match(text) or _SPEAKS.match(text_before):
        return True
    is_title_before = is_all_bold(before) and (looks_like_heading(text_before) or text_before.endswith("?"))
    is_title = is_all_bold(line) and (looks_like_heading(text) or text.endswith("?"))
    return is_title_before != is_title and (is_title_before or is_title)


def _is_item(text: str) -> bool:
    mark, rest = take_mark(text)
    return bool(mark and rest)


def _paragraph(lines: list[Line], **facts) -> Paragraph:
    text = " ".join(text_of(line) for line in lines)
    markup = join_lines(lines) if len(lines) > 1 else html_of(lines[0])
    return Paragraph(text, markup, is_one_line=len(lines) == 1, **facts)
