"""What a part can become: its name for the editor, and how lines become it."""

import re
from collections.abc import Callable

from blog.importing.outline import (
    BULLETS,
    CAUTION,
    CROSSES,
    LONGEST_HEADING,
    LONGEST_INTRODUCTION,
    LONGEST_QUESTION,
    LONGEST_SPEAKER,
    LONGEST_STEP,
    MOST_KEY_POINTS,
    NOTE,
    NUMBERS,
    TICKS,
    TIP,
    BulletList,
    Callout,
    Faq,
    Heading,
    Invitation,
    KeyPoints,
    Node,
    Prose,
    Question,
    Quote,
    Reference,
    References,
    Step,
    Steps,
    plain,
)
from blog.importing.recognise.invitations import read_invitation
from blog.importing.recognise.quotes import read_attribution, read_quote
from blog.importing.recognise.words import is_question, sentences
from blog.importing.worksheets.inline import broken_lines, first_address, inline
from blog.importing.worksheets.lines import Lines, Refused

LONGEST_REFERENCE, LONGEST_CALLOUT_HEADING, LONGEST_INVITATION_HEADING = 300, 80, 120
_MARK = re.compile(r"^(?:[•·▪◦●○*✓✔✗✘]|[-–—](?=\s))\s*")
_NUMBER = re.compile(r"^(\d{1,3})[.)]\s+")
_QUOTES = "\"“”„«»‘’'"

STANDFIRST, LEFT_OUT = "standfirst", "left_out"

#: Key to name, in the groups an editor chooses from.
GROUPS: dict[str, dict[str, str]] = {
    "Text": {
        "heading_2": "Section heading",
        "heading_3": "Heading of a part",
        "heading_4": "Heading of a detail",
        "text": "Text",
        BULLETS: "Bullet list",
        NUMBERS: "Numbered list",
        TICKS: "List with ticks",
        CROSSES: "List with crosses",
        "steps": "Steps",
    },
    "Emphasis": {
        "quote": "Quote",
        "key_points": "Key points",
        f"callout_{NOTE}": "Box: note",
        f"callout_{TIP}": "Box: tip",
        f"callout_{CAUTION}": "Box: caution",
    },
    "Reference": {"faq": "Questions and answers", "references": "Sources"},
    "Action": {"invitation": "Invitation"},
    "Elsewhere": {STANDFIRST: "Standfirst, under the title", LEFT_OUT: "Left out"},
}
NAMES = {key: name for group in GROUPS.values() for key, name in group.items()}
_OTHERS = {
    "PersonCard": "Person",
    "RelatedArticles": "Related articles",
    "SharedInvitation": "Shared invitation",
    "Table": "Comparison table",
    "Term": "Glossary term",
    "UrgentHelp": "Urgent help",
}


def kind_of(node: Node) -> str:
    """The key of what a part is; the name of its class where nothing can become one."""
    match node:
        case Heading(_, level):
            return f"heading_{level}"
        case Prose():
            return "text"
        case BulletList():
            return node.style
        case Callout():
            return f"callout_{node.tone}"
        case Steps() | Quote() | Faq() | References() | Invitation():
            return type(node).__name__.lower()
        case KeyPoints():
            return "key_points"
    return type(node).__name__


def name_of(kind: str) -> str:
    return NAMES.get(kind) or _OTHERS.get(kind, kind)


def become(kind: str, said: Lines) -> tuple[Node, ...]:
    """The parts that lines become, N >= 1, every word of them included.

    Raises: Refused: no such kind, or the text does not fit it.
    """
    if not said.all:
        raise Refused("There is no text in this part.")
    if kind.startswith("heading_") and kind in NAMES:
        return _headed(said.all, int(kind[-1]))
    if kind.startswith("callout_") and kind in NAMES:
        return (_callout(kind.removeprefix("callout_"), said),)
    if kind in (BULLETS, NUMBERS, TICKS, CROSSES):
        return (_list(kind, said),)
    make = _MAKERS.get(kind)
    if make is None:
        raise Refused("There is no such kind of part.")
    return make(said)


def fitting(text: str, longest: int, what: str) -> str:
    """The text. Raises: Refused: it has more than ``longest`` characters."""
    if len(text) > longest:
        raise Refused(f"{what} holds at most {longest} characters, this is {len(text)}: split it first.")
    return text


def paragraphs(lines: tuple[str, ...]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def _headed(lines: tuple[str, ...], level: int) -> tuple[Node, ...]:
    heading = Heading(fitting(plain(lines[0]), LONGEST_HEADING, "A heading"), level)
    return (heading, Prose(lines[1:])) if lines[1:] else (heading,)


def _text(said: Lines) -> tuple[Node, ...]:
    if said.heading and len(said.heading) <= LONGEST_HEADING and said.lines:
        return Heading(said.heading, 3), Prose(said.lines)
    return (Prose(said.all),)


def _list(style: str, said: Lines) -> BulletList:
    heading, lines = said.heading, _separate(said.lines) or (inline(said.heading),)
    if not said.lines:
        heading = ""
    elif not heading and lines[1:] and plain(lines[0]).endswith(":"):
        heading, lines = plain(lines[0]), lines[1:]
    items = tuple(_MARK.sub("", line) for line in lines)
    if style == NUMBERS:
        items = _without_numbers(items)
    introduction = fitting(heading, LONGEST_INTRODUCTION, "The sentence above a list")
    return BulletList(introduction, style, tuple(filter(plain, items)) or lines)


def _separate(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line for whole in lines for line in broken_lines(whole))


def _without_numbers(items: tuple[str, ...]) -> tuple[str, ...]:
    """Items without the numbers they begin with, if these count from one: the page writes them itself."""
    numbers = [_NUMBER.match(item) for item in items]
    if all(found and int(found[1]) == at for at, found in enumerate(numbers, 1)):
        return tuple(_NUMBER.sub("", item) for item in items)
    return items


def _steps(said: Lines) -> tuple[Node, ...]:
    lines = _without_numbers(_separate(said.lines)) or (inline(said.heading),)
    heading = said.heading if said.lines else ""
    return (Steps(fitting(heading, LONGEST_STEP, "The heading of steps"), tuple(map(_step, lines))),)


def _step(line: str) -> Step:
    """A line as a step: its title ends at a colon or after the first sentence."""
    text = plain(line)
    title, colon, rest = text.partition(": ")
    if not colon:
        first, *others = sentences(text)
        title, rest = first, " ".join(others)
    if len(title) > LONGEST_STEP:
        return Step("", paragraphs((line,)))
    return Step(title + (":" if colon and not rest else ""), paragraphs((inline(rest),)) if rest else "")


def _quote(said: Lines) -> tuple[Node, ...]:
    texts = [plain(line) for line in said.all]
    if whole := read_quote(" ".join(texts)):
        return (whole,)
    by = read_attribution(texts[-1]) if texts[1:] else None
    if by and max(len(by.speaker), len(by.role)) <= LONGEST_SPEAKER:
        return (Quote(_unquoted(" ".join(texts[:-1])), by.speaker, by.role),)
    return (Quote(_unquoted(" ".join(texts))),)


def _unquoted(text: str) -> str:
    inner = text.strip(_QUOTES + " ")
    is_quoted = inner and text[0] in _QUOTES and text[-1] in _QUOTES and not set(inner) & set('"“”„«»')
    return inner if is_quoted else text


def _key_points(said: Lines) -> tuple[Node, ...]:
    lines = tuple(_MARK.sub("", line) or line for line in _separate(said.lines))
    heading = said.heading if lines else ""
    lines = lines or (inline(said.heading),)
    if len(lines) > MOST_KEY_POINTS:
        raise Refused(f"There is room for {MOST_KEY_POINTS} key points, these are {len(lines)}: split the part first.")
    return (KeyPoints(fitting(heading or "Key points", LONGEST_HEADING, "The heading of key points"), lines),)


def _faq(said: Lines) -> tuple[Node, ...]:
    heading, items = fitting(said.heading, LONGEST_HEADING, "The heading of questions"), []
    before: list[str] = []
    asked = [at for at, line in enumerate(said.lines) if is_question(plain(line))] or [0]
    if not said.lines:
        return (Faq("", (Question(fitting(said.heading, LONGEST_QUESTION, "A question"), ""),)),)
    before = list(said.lines[: asked[0]])
    for start, end in zip(asked, [*asked[1:], len(said.lines)], strict=True):
        question = fitting(plain(said.lines[start]), LONGEST_QUESTION, "A question")
        items.append(Question(question, paragraphs(said.lines[start + 1 : end])))
    faq = Faq(heading, tuple(items))
    return (Prose(tuple(before)), faq) if before else (faq,)


def _references(said: Lines) -> tuple[Node, ...]:
    lines = _separate(said.lines)
    heading = said.heading if lines else ""
    items = tuple(reference(line) for line in lines or (inline(said.heading),))
    return (References(fitting(heading or "Sources", LONGEST_HEADING, "The heading of sources"), items),)


def reference(line: str) -> Reference:
    """A line as one source: all of it as the title, its first link as the address."""
    text = _MARK.sub("", plain(line)) or plain(line)
    return Reference("", fitting(text, LONGEST_REFERENCE, "A source"), url=first_address(line))


def _callout(tone: str, said: Lines) -> Callout:
    heading, lines = said.heading, said.lines
    if not heading and lines[1:] and len(plain(lines[0])) <= LONGEST_CALLOUT_HEADING:
        heading, lines = plain(lines[0]), lines[1:]
    if len(heading) > LONGEST_CALLOUT_HEADING:
        heading, lines = "", (inline(heading), *lines)
    return Callout(tone, heading, paragraphs(lines))


def _invitation(said: Lines) -> tuple[Node, ...]:
    heading, lines = said.heading, said.lines
    if not lines or len(heading) > LONGEST_INVITATION_HEADING:
        heading, lines = "", said.all
    found = next(filter(None, map(read_invitation, lines)), None)
    text = lines[0] if len(lines) == 1 else paragraphs(lines)
    return (Invitation(text, found.label if found else "Get in touch", heading),)


_MAKERS: dict[str, Callable[[Lines], tuple[Node, ...]]] = {
    "text": _text,
    "quote": _quote,
    "key_points": _key_points,
    "faq": _faq,
    "references": _references,
    "invitation": _invitation,
    "steps": _steps,
}
