"""What an editor works on: the outline in pieces as small as can be handled, with what was left out beside it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from blog.importing.outline import Facts, Heading, Node, Outline, Prose, Reason, plain, texts_of
from blog.importing.outline_json import from_json, node_from_json, node_to_json, to_json
from blog.importing.recognise.words import words
from blog.importing.worksheets.lines import Refused, lines_of

#: Where a left-out text stands that comes after all pieces, or nobody knows where.
LAST = -1


@dataclass(frozen=True)
class Piece:
    """One node with a number of its own; a text is one paragraph. ``is_settled``: an editor has decided on it."""

    number: int
    node: Node
    why: str = ""
    is_sure: bool = True
    is_settled: bool = False

    @property
    def is_uncertain(self) -> bool:
        return not self.is_sure and not self.is_settled


@dataclass(frozen=True)
class Leftover:
    """A text that is left out, with the node it was if an editor left it out, and the piece that it stood after.

    ``after`` is a piece's number, 0 at the top, LAST at the end.
    """

    number: int
    text: str
    node: Node | None = None
    after: int = LAST
    why: str = ""


@dataclass(frozen=True)
class Worksheet:
    """A document between reader and draft. Numbers of pieces and leftovers are never given twice."""

    title: str
    subtitle: str
    pieces: tuple[Piece, ...]
    left_out: tuple[Leftover, ...] = ()
    notes: tuple[str, ...] = ()
    facts: Facts = Facts()
    next_number: int = field(default=1)

    def piece(self, number: int) -> Piece:
        """Raises: Refused: there is none of that number any more."""
        return self.pieces[self.place(number)]

    def place(self, number: int) -> int:
        for at, piece in enumerate(self.pieces):
            if piece.number == number:
                return at
        raise Refused("This part is no longer there.")

    @property
    def uncertain(self) -> tuple[Piece, ...]:
        return tuple(piece for piece in self.pieces if piece.is_uncertain)

    def words(self) -> Counter[str]:
        """How often each word occurs, wherever in the worksheet."""
        return Counter(word for text in self._texts() for word in words(text))

    def _texts(self) -> Iterator[str]:
        yield from (self.title, self.subtitle)
        for piece in self.pieces:
            yield from texts_of(piece.node)
        for leftover in self.left_out:
            yield from texts_of(leftover.node) if leftover.node else [leftover.text]


def from_outline(outline: Outline) -> Worksheet:
    """The worksheet of what a reader gave."""
    reasons = outline.reasons or tuple(map(_reason, outline.nodes))
    found = [
        Piece(0, node, reason.text, reason.is_sure)
        for whole, reason in zip(outline.nodes, reasons, strict=True)
        for node in singly(whole)
    ]
    pieces = tuple(replace(piece, number=number) for number, piece in enumerate(found, 1))
    after = len(pieces) + 1
    left_out = tuple(Leftover(number, text) for number, text in enumerate(outline.left_out, after))
    numbers = after + len(left_out)
    return Worksheet(outline.title, outline.subtitle, pieces, left_out, outline.notes, outline.facts, numbers)


def _reason(node: Node) -> Reason:
    return Reason("", not (isinstance(node, Heading) and node.is_guess))


def singly(node: Node) -> tuple[Node, ...]:
    """A node as pieces: a text of several paragraphs is several."""
    if isinstance(node, Prose):
        return tuple(Prose((paragraph,)) for paragraph in node.paragraphs)
    return (node,)


def to_outline(worksheet: Worksheet, media=()) -> Outline:
    """The outline as it is to be written: paragraphs that follow each other are one text again."""
    nodes: list[Node] = []
    for piece in worksheet.pieces:
        if isinstance(piece.node, Prose) and nodes and isinstance(nodes[-1], Prose):
            nodes[-1] = Prose((*nodes[-1].paragraphs, *piece.node.paragraphs))
        else:
            nodes.append(piece.node)
    left_out = tuple(leftover.text for leftover in worksheet.left_out)
    return Outline(
        worksheet.title,
        worksheet.subtitle,
        tuple(nodes),
        worksheet.notes,
        left_out,
        media=tuple(media),
        facts=worksheet.facts,
    )


def text_of(node: Node) -> str:
    """All of a part as one plain text."""
    try:
        return " ".join(plain(line) for line in lines_of(node).all)
    except Refused:
        return " ".join(filter(None, texts_of(node)))


def worksheet_to_json(worksheet: Worksheet) -> dict:
    """A dict of JSON's own types."""
    shell = Outline(worksheet.title, worksheet.subtitle, (), worksheet.notes, facts=worksheet.facts)
    return {
        "outline": to_json(shell),
        "pieces": [_with_node(piece) for piece in worksheet.pieces],
        "left_out": [_with_node(leftover) for leftover in worksheet.left_out],
        "next_number": worksheet.next_number,
    }


def worksheet_from_json(data: dict) -> Worksheet:
    """What ``worksheet_to_json`` wrote down. Raises: ValueError, KeyError, TypeError: the data has another shape."""
    shell = from_json(data["outline"])
    pieces = tuple(Piece(**_typed(piece)) for piece in data["pieces"])
    left_out = tuple(Leftover(**_typed(leftover)) for leftover in data["left_out"])
    return Worksheet(shell.title, shell.subtitle, pieces, left_out, shell.notes, shell.facts, data["next_number"])


def _with_node(item: Piece | Leftover) -> dict:
    return {**vars(item), "node": node_to_json(item.node) if item.node else None}


def _typed(data: dict) -> dict:
    return {**data, "node": node_from_json(data["node"]) if data["node"] else None}
