"""One part taking in the text of the part after it."""

from dataclasses import replace

from blog.importing.outline import (
    LONGEST_CAPTION,
    LONGEST_HEADING,
    LONGEST_QUESTION,
    MOST_KEY_POINTS,
    BulletList,
    Callout,
    Faq,
    Heading,
    Invitation,
    KeyPoints,
    Node,
    Picture,
    Prose,
    Question,
    Quote,
    References,
    Steps,
    Term,
    UrgentHelp,
    plain,
)
from blog.importing.recognise.quotes import read_attribution
from blog.importing.recognise.words import is_question
from blog.importing.worksheets.inline import lines_of_html
from blog.importing.worksheets.kinds import fitting, paragraphs, reference
from blog.importing.worksheets.lines import Refused, lines_of


def absorb(part: Node, following: Node) -> Node:
    """The part with every word of the one after it.

    Raises: Refused: the one after it is no text, or there is no room for it.
    """
    same = _of_one_kind(part, following)
    if same:
        return same
    lines = lines_of(following).all
    text = " ".join(plain(line) for line in lines)
    match part:
        case Heading():
            return replace(part, text=fitting(f"{part.text} {text}", LONGEST_HEADING, "A heading"))
        case Prose(texts):
            return Prose((*texts[:-1], " ".join((texts[-1], *lines))))
        case BulletList():
            return replace(part, items=(*part.items, *lines))
        case KeyPoints(heading, points):
            return KeyPoints(heading, _few((*points, *lines)))
        case Quote():
            return _quote(part, text)
        case Picture():
            caption = f"{part.caption} {text}".strip()
            return replace(part, caption=fitting(caption, LONGEST_CAPTION, "A caption"))
    return _wide(part, lines)


def _wide(part: Node, lines: tuple[str, ...]) -> Node:
    """The same for parts that hold whole paragraphs."""
    more = paragraphs(lines)
    match part:
        case Faq():
            return _faq(part, lines)
        case Steps(_, items):
            return replace(part, items=(*items[:-1], replace(items[-1], html=items[-1].html + more)))
        case Callout() | UrgentHelp():
            return replace(part, html=paragraphs(lines_of_html(part.html)) + more if part.html else more)
        case Term():
            return replace(part, definition=part.definition + more)
        case References(_, items):
            return replace(part, items=(*items, *map(reference, lines)))
        case Invitation():
            return replace(part, text=paragraphs((*lines_of_html(part.text), *lines)))
    raise Refused("The part before it has no place for text.")


def _of_one_kind(part: Node, following: Node) -> Node | None:
    """Two parts of one kind as one, where the second brings no heading of its own."""
    match part, following:
        case (BulletList(), BulletList("", _, items)) | (References(), References("", items)):
            return replace(part, items=(*part.items, *items))
        case (Steps(), Steps("", items)) | (Faq(), Faq("", items)):
            return replace(part, items=(*part.items, *items))
        case KeyPoints(heading, points), KeyPoints("", more):
            return KeyPoints(heading, _few((*points, *more)))
    return None


def _few(points: tuple[str, ...]) -> tuple[str, ...]:
    if len(points) > MOST_KEY_POINTS:
        raise Refused(f"There is room for {MOST_KEY_POINTS} key points, these would be {len(points)}.")
    return points


def _quote(part: Quote, text: str) -> Quote:
    by = read_attribution(text) if not part.speaker else None
    if by:
        return replace(part, speaker=by.speaker, role=by.role)
    return replace(part, text=f"{part.text} {text}")


def _faq(part: Faq, lines: tuple[str, ...]) -> Faq:
    """Questions go on as questions, all else goes into the answer above it."""
    items = list(part.items)
    for line in lines:
        text = plain(line)
        if is_question(text) and len(text) <= LONGEST_QUESTION:
            items.append(Question(text, ""))
        else:
            items[-1] = replace(items[-1], answer_html=f"{items[-1].answer_html}<p>{line}</p>")
    return replace(part, items=tuple(items))
