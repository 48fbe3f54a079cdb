"""Plain text: no markup at all, so everything is recognised by how it is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from blog.importing.compose import compose
from blog.importing.outline import BULLETS, NUMBERS, Outline
from blog.importing.parts import Listing, Part, inline, paragraph
from blog.importing.readers.characters import decode
from blog.importing.readers.lines import Entry, entries
from blog.importing.recognise.words import quoted


def read(data: bytes) -> Outline:
    """Parse a text file whose first paragraph is the title.

    Args:    data: raw bytes, UTF-8, with or without a byte-order mark; any line ending; paragraphs parted by
             empty lines or one to a line, lines whole or broken to a width.
    Returns: the outline; every visible word is in it or in its ``left_out``, but for the numbers of numbered
             lists and the "Q:" and "A:" before questions and answers, which the page writes itself.
    Raises:  UnreadableDocument: see ``readers.characters.decode`` and ``compose``.
    """
    text, notes = decode(data)
    found = _Found([], list(notes), [])
    for kind, group in groupby(entries(text), key=_kind):
        _GATHER[kind](found, list(group))
    found.tell_of_dividers()
    return compose(found.parts, notes=tuple(found.notes), left_out=tuple(found.dividers))


@dataclass
class _Found:
    parts: list[Part]
    notes: list[str]
    dividers: list[str]

    def tell_of_dividers(self) -> None:
        if self.dividers:
            self.notes.append(f"Dividing lines were left out: {len(self.dividers)}.")


def _kind(entry: Entry) -> str:
    return "divider" if entry.is_divider else "item" if entry.mark else "text"


def _gather_dividers(found: _Found, group: list[Entry]) -> None:
    found.dividers += [entry.text for entry in group]


def _gather_texts(found: _Found, group: list[Entry]) -> None:
    found.parts += [_as_paragraph(entry) for entry in group]


def _as_paragraph(entry: Entry) -> Part:
    return paragraph(entry.text, is_heading=entry.is_underlined, is_one_line=len(entry.lines) == 1)


def _gather_items(found: _Found, group: list[Entry]) -> None:
    for run in _runs(group):
        if _is_list(run, found.parts):
            listing, is_flattened = _as_listing(run)
            if listing:
                found.parts.append(listing)
            if is_flattened:
                found.notes.append(f"A list inside a list was made one list: {quoted(run[0].words)}.")
        else:
            _gather_texts(found, run)


def _runs(group: list[Entry]) -> Iterator[list[Entry]]:
    """Items cut where a list of another kind begins, or where the numbers do not go on."""
    run: list[Entry] = []
    expected = 1
    for entry in group:
        is_inner = bool(run) and entry.indent > run[0].indent + 1
        if not is_inner:
            goes_on = run and entry.mark.style == run[0].mark.style
            if entry.mark.style == NUMBERS:
                goes_on = goes_on and entry.mark.ordinal == expected
                expected = entry.mark.ordinal + 1
            if run and not goes_on:
                yield run
                run = []
        run.append(entry)
    yield run


def _is_list(run: list[Entry], before: list[Part]) -> bool:
    """Not what only looks like one: a number on its own, a dash before a single line."""
    first = run[0].mark
    if first.style == NUMBERS:
        outer = [entry for entry in run if entry.indent <= run[0].indent + 1]
        return first.ordinal == 1 and len(outer) > 1
    is_announced = bool(before) and not isinstance(before[-1], Listing) and before[-1].text.endswith(":")
    return first.is_sure or len(run) > 1 or is_announced


def _as_listing(run: list[Entry]) -> tuple[Listing | None, bool]:
    first = run[0].mark
    is_nested = any(entry.indent > run[0].indent + 1 for entry in run)
    keeps_numbers = is_nested and any(entry.mark.style == NUMBERS for entry in run)
    texts = [entry.text if keeps_numbers and entry.mark.style == NUMBERS else entry.words for entry in run]
    items = tuple(inline(text) for text in texts if text)
    style = BULLETS if keeps_numbers else first.style
    return (Listing(style, items, first.written) if items else None), is_nested


_GATHER = {"divider": _gather_dividers, "text": _gather_texts, "item": _gather_items}
