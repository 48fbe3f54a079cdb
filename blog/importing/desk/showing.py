"""What the review screen shows: the document's lines and the parts they became, each knowing the other."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.safestring import SafeString, mark_safe

from blog.importing.outline import Node, plain
from blog.importing.source import ITEM
from blog.importing.worksheets.alignment import NOWHERE, STANDFIRST, TITLE, align
from blog.importing.worksheets.kinds import GROUPS, NAMES, kind_of, name_of
from blog.importing.worksheets.lines import has_lines
from blog.importing.worksheets.splitting import Halves, cuts
from blog.importing.worksheets.worksheet import Piece, Worksheet

from .inert import inert


@dataclass
class Line:
    """A line of the document, and where it went: a piece's number, "title", "standfirst", or "" for nowhere."""

    kind: str
    html: SafeString
    place: str
    is_left_out: bool
    is_uncertain: bool


@dataclass
class Shown:
    """A piece as the screen shows it."""

    piece: Piece
    kind: str
    name: str
    node: Node
    is_text: bool
    is_first: bool
    cuts: list[Halves]
    picture: object = None
    is_undescribed: bool = False
    next_uncertain: int | None = None

    @property
    def number(self) -> int:
        return self.piece.number

    @property
    def shape(self) -> str:
        """What the template tells parts apart by."""
        return type(self.node).__name__

    @property
    def choices(self) -> list[tuple[str, list[tuple[str, str, bool]]]]:
        """Groups of kinds to choose from, with which one it is."""
        return [
            (group, [(key, name, key == self.kind) for key, name in kinds.items()]) for group, kinds in GROUPS.items()
        ]

    @property
    def is_other(self) -> bool:
        """Whether it is of a kind nothing can be made into by choosing."""
        return self.kind not in NAMES


def source_groups(lines: list[list[str]], worksheet: Worksheet) -> list[tuple[bool, list[Line]]]:
    """The document's lines, items of a list together: ``(is it a list, its lines)``."""
    places = align([plain(markup) for _, markup in lines], worksheet)
    pieces = {str(piece.number): piece for piece in worksheet.pieces}
    known = {*pieces, TITLE, STANDFIRST}
    found = [
        Line(
            kind,
            mark_safe(inert(markup)),  # noqa: S308 inert() leaves text and emphasis only
            place if place in known else NOWHERE,
            place not in known,
            place in pieces and pieces[place].is_uncertain,
        )
        for (kind, markup), place in zip(lines, places, strict=True)
    ]
    return [(is_list, list(group)) for is_list, group in groupby(found, key=lambda line: line.kind == ITEM)]


def shown_pieces(worksheet: Worksheet, pictures: dict[str, object], undescribed: list[int]) -> list[Shown]:
    """The pieces in order, each with what can be done to it and with the texts that were left out before it."""
    shown = [
        Shown(
            piece,
            kind_of(piece.node),
            name_of(kind_of(piece.node)),
            piece.node,
            has_lines(piece.node),
            at == 0,
            cuts(piece.node),
            pictures.get(getattr(piece.node, "source", "")),
            piece.number in undescribed,
        )
        for at, piece in enumerate(worksheet.pieces)
    ]
    later = None
    for one in reversed(shown):
        one.next_uncertain = later
        later = one.number if one.piece.is_uncertain else later
    return shown
