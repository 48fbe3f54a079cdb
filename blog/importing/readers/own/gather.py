"""The paragraphs of one block, gathered until the block is whole."""

from dataclasses import dataclass, field

from blog.importing.outline import NOTE, Node
from blog.importing.readers.own import running_text as markup
from blog.importing.readers.own.fields import EMPTY, RECORDS, Field, Kind, completed
from blog.importing.readers.own.styles import BLOCKS, Place


@dataclass(frozen=True)
class Line:
    """One paragraph: its style, its text as inline HTML and plain (of several lines), and what else is in it.

    ``number`` names the list it is an item of, ``level`` how deep; ``address`` is None without a link.
    """

    style: str
    inline: str = ""
    plain: str = ""
    number: str = ""
    level: int = 0
    is_numbered: bool = False
    address: str | None = None
    source: str = ""
    alt: str = ""


@dataclass
class Gathered:
    """A block by its name, the paragraphs of each of its fields, and of each of its records."""

    name: str
    choice: str = ""
    lines: dict[str, list[Line]] = field(default_factory=dict)
    records: list[dict[str, list[Line]]] = field(default_factory=list)
    rows: list[tuple[str, ...]] = field(default_factory=list)

    def add(self, place: Place, line: Line) -> None:
        self.choice = place.choice or self.choice
        if place.record is None:
            self.lines.setdefault(place.field.name, []).append(line)
            return
        first = RECORDS[place.field.of][0]
        if place.record == first or not self.records:
            self.records.append({})
        self.records[-1].setdefault(place.record.name, []).append(line)

    def add_item(self, line: Line) -> None:
        self.lines.setdefault("items", []).append(line)

    def node(self) -> Node:
        kind, fields = BLOCKS[self.name]
        values = {part.name: self._value(part) for part in fields}
        return kind(**completed(kind, values))

    def _value(self, part: Field):
        match part.kind:
            case Kind.CHOICE:
                return self.choice or (NOTE if self.name == "callout" else "bullets")
            case Kind.RECORDS:
                return tuple(self._record(part, record) for record in self.records)
            case Kind.CELLS:
                return self.rows[0] if self.rows else ()
            case Kind.ROWS:
                return tuple(self.rows[1:])
        if part.name == "alt" and "alt" not in self.lines:
            return next((line.alt for line in self.lines.get("source", ())), "")
        return value(part, self.lines.get(part.name, []))

    @staticmethod
    def _record(part: Field, lines: dict[str, list[Line]]):
        return part.of(**{inner.name: value(inner, lines.get(inner.name, [])) for inner in RECORDS[part.of]})


def value(part: Field, lines: list[Line]):
    """What the paragraphs of a field say."""
    if not lines:
        return EMPTY.get(part.kind, "")
    match part.kind:
        case Kind.YEAR:
            year = lines[0].plain
            return int(year) if year.isascii() and year.isdecimal() and len(year) == 4 else None
        case Kind.FLAG:
            return lines[0].plain.lower() not in ("no", "false", "")
        case Kind.PICTURE:
            return lines[0].source
        case Kind.ADDRESS:
            return markup.safe(lines[0].plain if lines[0].address is None else lines[0].address) or ""
        case Kind.ADDRESSES:
            return tuple(line.address for line in lines if line.address is not None)
        case Kind.LINES:
            return "\n\n".join(line.plain for line in lines if line.plain)
        case Kind.ITEMS:
            return tuple(_items(lines, 0))
        case Kind.RICH:
            return rich(lines)
    return " ".join(line.plain.replace("\n", " ") for line in lines if line.plain)


def rich(lines: list[Line]) -> str:
    """Paragraphs and items as HTML of ``<p>``, ``<ul>`` and ``<ol>``."""
    pieces, at = [], 0
    while at < len(lines):
        if not lines[at].number:
            pieces += [f"<p>{lines[at].inline}</p>"] if lines[at].inline else []
            at += 1
            continue
        end = _end(lines, at, lines[at].level)
        pieces.append(_list(lines[at:end]))
        at = end
    return "".join(pieces)


def _end(lines: list[Line], start: int, level: int) -> int:
    """Where the list ends that begins at ``start``: at a paragraph, or at a list beside it."""
    number = lines[start].number
    for at in range(start, len(lines)):
        line = lines[at]
        if not line.number or line.level < level or (line.level == level and line.number != number):
            return at
    return len(lines)


def _list(lines: list[Line]) -> str:
    tag = "ol" if lines[0].is_numbered else "ul"
    return f"<{tag}>{''.join(f'<li>{item}</li>' for item in _items(lines, lines[0].level))}</{tag}>"


def _items(lines: list[Line], level: int):
    """The items of a list at a level, each with the lists inside it."""
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and lines[end].level > level:
            end += 1
        inner = rich(lines[at + 1 : end])
        yield lines[at].inline + inner
        at = end
