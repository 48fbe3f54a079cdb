"""Any part of an outline as a heading and lines, the form in which one kind becomes another."""

from dataclasses import dataclass

from blog.importing.outline import (
    BulletList,
    Callout,
    Faq,
    Heading,
    Invitation,
    KeyPoints,
    Node,
    Prose,
    Quote,
    Reference,
    References,
    Statistic,
    Steps,
    Table,
    Term,
    UrgentHelp,
    Video,
)
from blog.importing.worksheets.inline import inline, lines_of_html, link


class Refused(ValueError):
    """A change that can't be made. Its message is one sentence for the editor; nothing has been changed."""


@dataclass(frozen=True)
class Lines:
    """What a part says: a plain heading, which may be empty, and N >= 0 lines of inline HTML."""

    heading: str
    lines: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        return (inline(self.heading), *self.lines) if self.heading else self.lines


def has_lines(node: Node) -> bool:
    """Whether a part is text, which can become another kind of part."""
    try:
        return bool(lines_of(node).all)
    except Refused:
        return False


def lines_of(node: Node) -> Lines:
    """Every word of a part. Raises: Refused: it is no text (a picture, a download, a card)."""
    match node:
        case Heading(text):
            return Lines("", (inline(text),))
        case Prose(paragraphs):
            return Lines("", paragraphs)
        case BulletList(introduction, _, items):
            return Lines(introduction, _of_items(items))
        case KeyPoints(heading, points):
            return Lines(heading, _of_items(points))
        case Quote():
            return Lines("", _of_quote(node))
        case Faq(heading, items):
            pairs = ((inline(item.question), *lines_of_html(item.answer_html)) for item in items)
            return Lines(heading, tuple(line for pair in pairs for line in pair))
        case Steps(heading, items):
            pairs = ((inline(item.title), *lines_of_html(item.html)) for item in items)
            return Lines(heading, tuple(line for pair in pairs for line in pair if line))
        case Invitation():
            buttons = tuple(link(button.label, button.address) for button in node.buttons)
            return Lines(node.heading, (*lines_of_html(node.text), *buttons))
        case _:
            return _of_asides(node)


def _of_asides(node: Node) -> Lines:
    match node:
        case Callout() | UrgentHelp():
            return Lines(node.heading, lines_of_html(node.html))
        case References(heading, items):
            return Lines(heading, tuple(map(_of_reference, items)))
        case Table(caption, columns, rows):
            cells = (tuple(filter(None, row)) for row in (columns, *rows))
            return Lines(caption, tuple(" – ".join(map(inline, row)) for row in cells if row))
        case Term():
            names = f"{node.term} ({node.also_known_as})" if node.also_known_as else node.term
            return Lines("", (inline(names), *lines_of_html(node.definition)))
        case Statistic():
            return Lines("", (inline(f"{node.figure} {node.meaning}".strip()), *_of_source(node)))
        case Video():
            said = lines_of_html(node.transcript_html)
            return Lines("", (link(node.title, node.url), *filter(None, [inline(node.description)]), *said))
    raise Refused("This part is no text: it can be left out, but not become something else.")


def _of_items(items: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line for item in items for line in lines_of_html(item))


def _of_quote(node: Quote) -> tuple[str, ...]:
    by = ", ".join(filter(None, [node.speaker, node.role]))
    return (inline(f"“{node.text}”"), *([inline(f"— {by}")] if by else []), *_of_source(node))


def _of_source(node: Quote | Statistic) -> tuple[str, ...]:
    source = link(node.source_title, node.source_url)
    whole = ", ".join(filter(None, [source, str(node.year or "")]))
    return (whole,) if whole else ()


def _of_reference(item: Reference) -> str:
    facts = [inline(item.authors), link(item.title, item.url), inline(item.published_in), str(item.year or "")]
    return ", ".join(filter(None, facts))
