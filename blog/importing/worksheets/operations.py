"""What an editor can do to a worksheet. Each gives a new one in which no word is missing, or refuses."""

from dataclasses import replace

from blog.importing.outline import LONGEST_SUBTITLE, Node, Prose, plain
from blog.importing.worksheets import splitting
from blog.importing.worksheets.absorbing import absorb
from blog.importing.worksheets.inline import inline
from blog.importing.worksheets.kinds import LEFT_OUT, STANDFIRST, become, fitting, kind_of
from blog.importing.worksheets.lines import Refused, lines_of
from blog.importing.worksheets.worksheet import Leftover, Piece, Worksheet, singly, text_of

CHOSEN = "You chose it."


def change_kind(worksheet: Worksheet, number: int, kind: str) -> Worksheet:
    """A part becomes another kind, perhaps several parts.

    Raises: Refused: no such part or kind, or the text does not fit it.
    """
    piece = worksheet.piece(number)
    if kind == LEFT_OUT:
        return drop(worksheet, number)
    if kind == STANDFIRST:
        return raise_to_standfirst(worksheet, number)
    nodes = (piece.node,) if kind == kind_of(piece.node) else become(kind, lines_of(piece.node))
    return _put(worksheet, worksheet.place(number), 1, nodes, number)


def confirm(worksheet: Worksheet, number: int) -> Worksheet:
    """An uncertain part is right as it is."""
    at = worksheet.place(number)
    settled = replace(worksheet.pieces[at], is_settled=True)
    return replace(worksheet, pieces=(*worksheet.pieces[:at], settled, *worksheet.pieces[at + 1 :]))


def merge(worksheet: Worksheet, number: int) -> Worksheet:
    """A part goes into the one before it. Raises: Refused: there is none, or it has no room."""
    at = worksheet.place(number)
    if at == 0:
        raise Refused("Nothing comes before this part.")
    before = worksheet.pieces[at - 1]
    return _put(worksheet, at - 1, 2, (absorb(before.node, worksheet.pieces[at].node),), before.number)


def split(worksheet: Worksheet, number: int, cut: int) -> Worksheet:
    """A part is cut in two, at one of ``splitting.cuts``. Raises: Refused: there is no such cut."""
    nodes = splitting.split(worksheet.piece(number).node, cut)
    return _put(worksheet, worksheet.place(number), 1, nodes, number)


def drop(worksheet: Worksheet, number: int) -> Worksheet:
    """A part is left out, and can be taken back as it was."""
    at = worksheet.place(number)
    if len(worksheet.pieces) == 1:
        raise Refused("This is the last part: an article needs one.")
    after = worksheet.pieces[at - 1].number if at else 0
    node = worksheet.pieces[at].node
    gone = Leftover(worksheet.next_number, text_of(node), node, after, "You left it out.")
    return replace(
        worksheet,
        pieces=(*worksheet.pieces[:at], *worksheet.pieces[at + 1 :]),
        left_out=(*worksheet.left_out, gone),
        next_number=worksheet.next_number + 1,
    )


def take_back(worksheet: Worksheet, number: int) -> Worksheet:
    """What was left out comes back, where it stood if that is known, else at the end.

    Raises: Refused: nothing of that number is left out.
    """
    gone = next((leftover for leftover in worksheet.left_out if leftover.number == number), None)
    if gone is None:
        raise Refused("This text is no longer left out.")
    places = [at for at, piece in enumerate(worksheet.pieces, 1) if piece.number == gone.after]
    at = 0 if gone.after == 0 else places[0] if places else len(worksheet.pieces)
    rest = tuple(leftover for leftover in worksheet.left_out if leftover is not gone)
    node = gone.node or Prose((inline(gone.text),))
    return _put(replace(worksheet, left_out=rest), at, 0, (node,), gone.number, "You took it back.")


def raise_to_standfirst(worksheet: Worksheet, number: int) -> Worksheet:
    """A text becomes the standfirst; the one there was becomes the first paragraph.

    Raises: Refused: too long, or the only part there is.
    """
    at = worksheet.place(number)
    if len(worksheet.pieces) == 1 and not worksheet.subtitle:
        raise Refused("This is the last part: an article needs one.")
    text = " ".join(plain(line) for line in lines_of(worksheet.pieces[at].node).all)
    standfirst = fitting(text, LONGEST_SUBTITLE, "The standfirst")
    rest = replace(worksheet, pieces=(*worksheet.pieces[:at], *worksheet.pieces[at + 1 :]))
    return replace(lower_standfirst(rest) if rest.subtitle else rest, subtitle=standfirst)


def lower_standfirst(worksheet: Worksheet) -> Worksheet:
    """The standfirst becomes the first paragraph. Raises: Refused: there is none."""
    if not worksheet.subtitle:
        raise Refused("There is no standfirst.")
    node = Prose((inline(worksheet.subtitle),))
    return _put(replace(worksheet, subtitle=""), 0, 0, (node,), worksheet.next_number)


def describe_picture(worksheet: Worksheet, number: int, alt: str, is_decorative: bool) -> Worksheet:
    """What a picture shows, or that it shows nothing the text does not say."""
    at = worksheet.place(number)
    piece = worksheet.pieces[at]
    node = replace(piece.node, alt=" ".join(alt.split())[:250], is_decorative=is_decorative)
    return replace(worksheet, pieces=(*worksheet.pieces[:at], replace(piece, node=node), *worksheet.pieces[at + 1 :]))


def _put(
    worksheet: Worksheet, at: int, taken: int, nodes: tuple[Node, ...], first_number: int, why: str = CHOSEN
) -> Worksheet:
    """Nodes in the place of ``taken`` pieces; the first keeps a number, so that the editor stays where they were."""
    single = [node for whole in nodes for node in singly(whole)]
    following = max(worksheet.next_number, first_number + 1)
    numbers = [first_number, *range(following, following + len(single) - 1)]
    new = tuple(Piece(n, node, why, is_settled=True) for n, node in zip(numbers, single, strict=True))
    pieces = (*worksheet.pieces[:at], *new, *worksheet.pieces[at + taken :])
    return replace(worksheet, pieces=pieces, next_number=max(following, *numbers) + 1)
