"""Tables: data as a table of plain cells, an aside somebody drew a box around, or mere layout taken apart."""

from dataclasses import dataclass

from lxml import etree

from blog.importing.outline import LONGEST_CAPTION, LONGEST_CELL, NOTE, Callout, Table
from blog.importing.parts import Listing, Paragraph, Part, Ready, texts_in
from blog.importing.readers.walk import TAKERS, Place, Walk
from blog.importing.recognise.questions import parts_html
from blog.importing.recognise.words import quoted, words

_MOST_WORDS_OF_AN_ASIDE, _MOST_COLUMNS = 120, 12


@dataclass(frozen=True)
class _Cell:
    parts: tuple[Part, ...]
    is_header: bool
    span: int
    rows: int

    @property
    def text(self) -> str:
        return " ".join(text for part in self.parts for text in texts_in(part))

    @property
    def is_plain(self) -> bool:
        is_text = all(isinstance(part, Paragraph) and not part.is_heading for part in self.parts)
        return is_text and len(self.text) <= LONGEST_CELL


def take_table(walk: Walk, element: etree._Element, place: Place) -> None:
    walk.flush(place)
    walk.end_lists()
    caption, rows = _rows(walk, element)
    rows = [row for row in rows if any(cell.parts for cell in row)]
    cells = [cell for row in rows for cell in row]
    if not cells:
        walk.parts += caption
    elif aside := _aside(cells):
        walk.parts += [*caption, aside]
    elif _is_data(rows):
        walk.parts.append(_table(walk, caption, rows))
    else:
        if len(rows) > 1 and len(rows[0]) > 1:
            walk.notes.append(
                f"The table that begins {quoted(cells[0].text)} was taken apart: its cells hold more than words."
            )
        walk.parts += caption
        for cell in cells:
            walk.parts += cell.parts


def _rows(walk: Walk, element: etree._Element) -> tuple[list[Part], list[list[_Cell]]]:
    caption: list[Part] = []
    rows: list[list[_Cell]] = []
    for child in element:
        if child.tag == "caption":
            caption += walk.inside(child)
        elif child.tag in {"thead", "tbody", "tfoot"}:
            rows += [_cells(walk, row, child.tag == "thead") for row in child if row.tag == "tr"]
        elif child.tag == "tr":
            rows.append(_cells(walk, child, False))
    return caption, rows


def _cells(walk: Walk, row: etree._Element, is_head: bool) -> list[_Cell]:
    return [
        _Cell(
            tuple(walk.inside(cell, Place(look=walk.sheet.look(cell)))),
            is_head or cell.tag == "th",
            _number(cell.get("colspan")),
            _number(cell.get("rowspan")),
        )
        for cell in row
        if cell.tag in {"td", "th"}
    ]


def _number(text: str | None) -> int:
    return min(max(int(text), 1), 50) if text and text.isascii() and text.isdecimal() and len(text) < 4 else 1


def _aside(cells: list[_Cell]) -> Ready | None:
    """A box of one cell with a few words in it."""
    if len(cells) != 1 or len(words(cells[0].text)) > _MOST_WORDS_OF_AN_ASIDE:
        return None
    parts = cells[0].parts
    heading, rest = "", parts
    if isinstance(parts[0], Paragraph) and parts[0].is_heading and len(parts) > 1 and len(parts[0].text) <= 80:
        heading, rest = parts[0].text, parts[1:]
    is_text = all(isinstance(part, Listing) or (isinstance(part, Paragraph) and not part.is_heading) for part in rest)
    if not is_text:
        return None
    return Ready(Callout(NOTE, heading, parts_html(rest)), "A box drawn around a few words.")


def _is_data(rows: list[list[_Cell]]) -> bool:
    width = max(sum(cell.span for cell in row) for row in rows)
    return len(rows) > 1 and 1 < width <= _MOST_COLUMNS and all(cell.is_plain for row in rows for cell in row)


def _table(walk: Walk, caption: list[Part], rows: list[list[_Cell]]) -> Ready:
    grid = _grid(rows)
    if not any(cell.is_header for cell in rows[0]) or not all(cell.is_header or not cell.text for cell in rows[0]):
        walk.notes.append(
            f"The first row of a table ({quoted(' | '.join(grid[0]))}) was taken for the headings of its columns."
        )
    title = " ".join(text for part in caption for text in texts_in(part))
    if len(title) > LONGEST_CAPTION:
        walk.parts += caption
        title = ""
    markup = [part.html for row in rows for cell in row for part in cell.parts if isinstance(part, Paragraph)]
    if any("<a " in text for text in markup):
        walk.notes.append(f"Links in the table that begins {quoted(grid[0][0] or grid[0][-1])} became plain text.")
    return Ready(Table(title, tuple(grid[0]), tuple(tuple(row) for row in grid[1:])), "A table of words.")


def _grid(rows: list[list[_Cell]]) -> list[list[str]]:
    """The texts of a table, each row as long as the longest; what a cell spans is empty."""
    waiting: dict[int, int] = {}
    grid: list[list[str]] = []
    for row in rows:
        line: list[str] = []
        cells = iter(row)
        for cell in cells:
            while waiting.get(len(line), 0):
                waiting[len(line)] -= 1
                line.append("")
            for spanned in range(cell.span):
                waiting[len(line)] = cell.rows - 1
                line.append("" if spanned else cell.text)
        for at in range(len(line), max(waiting, default=-1) + 1):
            if waiting.get(at, 0):
                waiting[at] -= 1
                line.append("")
        grid.append(line)
    width = max(map(len, grid))
    return [line + [""] * (width - len(line)) for line in grid]


TAKERS["table"] = take_table
