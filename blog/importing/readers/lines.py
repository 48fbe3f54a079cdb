"""From lines to entries: which lines belong together, and which begin an item."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from blog.importing.outline import NUMBERS
from blog.importing.recognise.bullets import Mark, take_mark
from blog.importing.recognise.words import ends_sentence, starts_small

_DIVIDER = re.compile(r"[-_=*~#•·—–.+<>|/\\ ]{3,}")
_SPEAKS = re.compile(r"(?i)(?:q|a|question|answer)\s?\d{0,2}\s?:\s")
_SHORTEST_FULL_LINE, _LONGEST_WRAPPED_LINE = 40, 130


@dataclass(frozen=True)
class Line:
    text: str
    indent: int
    mark: Mark | None
    words: str

    @property
    def is_divider(self) -> bool:
        return bool(_DIVIDER.fullmatch(self.text)) and len(self.text.replace(" ", "")) > 2


@dataclass(frozen=True)
class Entry:
    """One paragraph, item or dividing line of the file."""

    lines: tuple[Line, ...]
    is_divider: bool = False
    is_underlined: bool = False
    mark: Mark | None = field(default=None)

    @property
    def indent(self) -> int:
        return self.lines[0].indent

    @property
    def text(self) -> str:
        """The whole text, its mark included."""
        return _joined([line.text for line in self.lines])

    @property
    def words(self) -> str:
        """The text after the mark."""
        return _joined([self.lines[0].words, *(line.text for line in self.lines[1:])])


def _joined(texts: list[str]) -> str:
    pieces = []
    for text in texts:
        is_broken_word = pieces and re.search(r"\w-$", pieces[-1]) and starts_small(text)
        pieces += [text] if is_broken_word or not pieces else [" ", text]
    return "".join(pieces).strip()


def entries(text: str) -> list[Entry]:
    """The entries of a clean text, in order. Empty lines part them; lines broken to a width are joined again."""
    blocks = _blocks(text)
    width = _wrap_width(blocks)
    return [entry for block in blocks for entry in _entries(block, width)]


def _blocks(text: str) -> list[list[Line]]:
    blocks: list[list[Line]] = [[]]
    for raw in text.split("\n"):
        shown = " ".join(raw.split())
        if not shown:
            blocks.append([])
            continue
        expanded = raw.expandtabs(4)
        mark, words = take_mark(shown)
        blocks[-1].append(Line(shown, len(expanded) - len(expanded.lstrip()), mark, words))
    return [block for block in blocks if block]


def _wrap_width(blocks: list[list[Line]]) -> int:
    """The width the file was broken to; 0 where each line is a paragraph.

    Broken lines stop in the middle of a sentence far more often than whole paragraphs do.
    """
    full = [
        line
        for block in blocks
        for line, following in zip(block, block[1:], strict=False)
        if len(line.text) >= _SHORTEST_FULL_LINE and not following.mark
    ]
    broken = [len(line.text) + line.indent for line in full if not ends_sentence(line.text)]
    broken = sorted(length for length in broken if length <= _LONGEST_WRAPPED_LINE)
    if len(broken) * 3 < len(full) or not broken:
        return 0
    return broken[len(broken) * 9 // 10]


def _entries(block: list[Line], width: int) -> Iterator[Entry]:
    gathered: list[Line] = []
    for line in block:
        if line.is_divider:
            is_underline = len(gathered) == 1 and gathered[0] is block[0] and _underlines(gathered[0], line)
            if gathered:
                yield replace(_entry(gathered), is_underlined=is_underline)
            if not is_underline:
                yield Entry((line,), is_divider=True)
            gathered = []
        elif gathered and _continues(gathered, line, width):
            gathered.append(line)
        else:
            if gathered:
                yield _entry(gathered)
            gathered = [line]
    if gathered:
        yield _entry(gathered)


def _underlines(line: Line, divider: Line) -> bool:
    is_drawn = set(divider.text) in ({"="}, {"-"}, {"~"})
    return is_drawn and abs(len(divider.text) - len(line.text)) <= max(3, len(line.text) // 2)


def _entry(lines: list[Line]) -> Entry:
    return Entry(tuple(lines), mark=lines[0].mark)


def _continues(gathered: list[Line], line: Line, width: int) -> bool:
    """Whether a line goes on with the paragraph or item gathered so far."""
    first, last = gathered[0], gathered[-1]
    is_open = not ends_sentence(last.text) and not last.text.endswith(":")
    if line.mark:
        # A number can stand at the start of a line by the chance of where the line before was broken.
        is_by_chance = not first.mark and line.mark.style == NUMBERS
        return is_by_chance and is_open and _fills(last, line, width)
    if first.mark and not last.words:
        return True
    if _SPEAKS.match(line.text) or (line.text[0] in "—―~" and not starts_small(line.text)):
        return False
    if first.mark and first.mark.is_sure and line.indent > first.indent and not width:
        return True
    if not first.mark and line.indent > last.indent + 1:
        return False
    return (is_open and starts_small(line.text)) or _fills(last, line, width)


def _fills(last: Line, line: Line, width: int) -> bool:
    """Whether the first word of a line had no room left on the line before, as in a file broken to a width."""
    length = last.indent + len(last.text)
    return length <= width * 1.25 and length + 1 + len(line.text.partition(" ")[0]) > width > 0
