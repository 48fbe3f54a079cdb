"""Where a part can be cut in two, and the two."""

import re
from dataclasses import dataclass, replace

from blog.importing.outline import (
    BULLETS,
    BulletList,
    Callout,
    Faq,
    Heading,
    Invitation,
    KeyPoints,
    Node,
    Prose,
    Quote,
    References,
    Steps,
    plain,
)
from blog.importing.worksheets.inline import cut, inline, lines_of_html, sentence_ends
from blog.importing.worksheets.kinds import paragraphs
from blog.importing.worksheets.lines import Refused, lines_of

_HEADING_BREAK = re.compile(r"[:.?!–—]\s+(?=\S)")


@dataclass(frozen=True)
class Halves:
    """The two parts that a cut makes, and the words on both sides of it for the editor to choose by."""

    first: Node
    second: Node
    before: str
    after: str


def cuts(node: Node) -> list[Halves]:
    """Every way to cut a part in two, in reading order; none where it is of one piece."""
    return [_halves(first, second) for first, second in _pairs(node)]


def split(node: Node, at: int) -> tuple[Node, Node]:
    """The two parts of the cut number ``at``, counted from 0. Raises: Refused: there is no such cut."""
    found = _pairs(node)
    if not 0 <= at < len(found):
        raise Refused("The part can't be cut there.")
    return found[at]


def _halves(first: Node, second: Node) -> Halves:
    before = plain(lines_of(first).all[-1])
    after = plain(lines_of(second).all[0])
    return Halves(first, second, _end_of(before), _start_of(after))


def _end_of(text: str, longest: int = 40) -> str:
    return text if len(text) <= longest else f"…{text[-longest:].partition(' ')[2] or text[-longest:]}"


def _start_of(text: str, longest: int = 40) -> str:
    return text if len(text) <= longest else f"{text[:longest].rpartition(' ')[0] or text[:longest]}…"


def _pairs(node: Node) -> list[tuple[Node, Node]]:
    match node:
        case Heading(text):
            ends = [found.end() for found in _HEADING_BREAK.finditer(text)]
            return [(replace(node, text=text[:end].strip()), Prose((inline(text[end:]),))) for end in ends]
        case Prose(texts):
            return [(Prose(first), Prose(second)) for first, second in _cut_lines(texts)]
        case BulletList():
            return _cut_list(node)
        case Quote(text):
            return _cut_quote(node, text)
        case KeyPoints(_, points):
            return [(replace(node, points=points[:at]), BulletList("", BULLETS, points[at:])) for at in _inner(points)]
        case Faq(_, items) | Steps(_, items) | References(_, items):
            return [
                (replace(node, items=items[:at]), replace(node, heading="", items=items[at:])) for at in _inner(items)
            ]
        case Callout():
            halves = _cut_lines(lines_of_html(node.html))
            return [(replace(node, html=paragraphs(one)), Prose(two)) for one, two in halves]
        case Invitation(heading=""):
            halves = _cut_lines(lines_of_html(node.text))
            return [(Prose(one), replace(node, text=paragraphs(two))) for one, two in halves]
    return []


def _inner(items: tuple) -> range:
    return range(1, len(items))


def _cut_lines(lines: tuple[str, ...]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Lines cut between each other and between their sentences."""
    found = []
    for number, line in enumerate(lines):
        if number:
            found.append((lines[:number], lines[number:]))
        for end in sentence_ends(line):
            before, after = cut(line, end)
            if plain(before) and plain(after):
                found.append(((*lines[:number], before), (after, *lines[number + 1 :])))
    return found


def _cut_list(node: BulletList) -> list[tuple[Node, Node]]:
    after_introduction = [(Prose((inline(node.introduction),)), replace(node, introduction=""))]
    between = [
        (replace(node, items=node.items[:at]), replace(node, introduction="", items=node.items[at:]))
        for at in _inner(node.items)
    ]
    return (after_introduction if node.introduction else []) + between


def _cut_quote(node: Quote, text: str) -> list[tuple[Node, Node]]:
    """The second keeps who said it; the first is running text, as a quote of nobody would be a claim."""
    markup = inline(text)
    halves = [cut(markup, end) for end in sentence_ends(markup)]
    return [(Prose((first,)), replace(node, text=plain(second))) for first, second in halves]
