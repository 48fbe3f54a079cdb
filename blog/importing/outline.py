"""What a document says, whatever its format: one typed outline that every reader gives and the writer takes."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field

from blog.importing.nodes import (
    BULLETS,
    CAUTION,
    CROSSES,
    LONGEST_ALT,
    LONGEST_CAPTION,
    LONGEST_CELL,
    LONGEST_HEADING,
    LONGEST_INTRODUCTION,
    LONGEST_LABEL,
    LONGEST_QUESTION,
    LONGEST_SPEAKER,
    LONGEST_STEP,
    LONGEST_SUBTITLE,
    LONGEST_TITLE,
    MOST_BUTTONS,
    MOST_KEY_POINTS,
    NOTE,
    NUMBERS,
    TICKS,
    TIP,
    BulletList,
    Button,
    Callout,
    Download,
    Faq,
    Heading,
    Invitation,
    KeyPoints,
    Node,
    PersonCard,
    Picture,
    Prose,
    Question,
    Quote,
    Reference,
    References,
    RelatedArticles,
    SharedInvitation,
    Statistic,
    Step,
    Steps,
    Table,
    Term,
    UrgentHelp,
    Video,
    plain,
)

__all__ = [
    "BULLETS",
    "BulletList",
    "Button",
    "CAUTION",
    "CROSSES",
    "Callout",
    "Download",
    "Facts",
    "Faq",
    "Heading",
    "Invitation",
    "KeyPoints",
    "LONGEST_ALT",
    "LONGEST_CAPTION",
    "LONGEST_CELL",
    "LONGEST_HEADING",
    "LONGEST_INTRODUCTION",
    "LONGEST_LABEL",
    "LONGEST_QUESTION",
    "LONGEST_SPEAKER",
    "LONGEST_STEP",
    "LONGEST_SUBTITLE",
    "LONGEST_TITLE",
    "MOST_BUTTONS",
    "MOST_KEY_POINTS",
    "MediaFile",
    "NOTE",
    "NUMBERS",
    "Node",
    "Outline",
    "PersonCard",
    "Picture",
    "Prose",
    "Question",
    "Quote",
    "Reason",
    "Reference",
    "References",
    "RelatedArticles",
    "SharedInvitation",
    "Statistic",
    "Step",
    "Steps",
    "TICKS",
    "TIP",
    "Table",
    "Term",
    "UnreadableDocument",
    "UrgentHelp",
    "Video",
    "plain",
    "texts_of",
]


class UnreadableDocument(ValueError):
    """A document no outline can be made of. Its message is one line for the person who gave us the file."""


@dataclass(frozen=True)
class MediaFile:
    """A file that a document carries: the name nodes call it by, its bytes, and a type such as "image/png"."""

    name: str
    data: bytes = field(repr=False)
    content_type: str = ""


@dataclass(frozen=True)
class Reason:
    """Why a node was taken for what it is, a sentence for an editor; not ``is_sure`` where it was a guess."""

    text: str
    is_sure: bool = True


@dataclass(frozen=True)
class Facts:
    """What a document says of the article beside its text; empty or None where it says nothing. All plain.

    ``topics`` and people are names or addresses; ``picture`` is the one at the head of the article; ``excerpt``
    is a summary meant for lists; ``related`` are addresses.
    """

    date: datetime.date | None = None
    updated: datetime.date | None = None
    author: str = ""
    topics: tuple[str, ...] = ()
    slug: str = ""
    description: str = ""
    seo_title: str = ""
    focus_phrase: str = ""
    excerpt: str = ""
    content_note: str = ""
    reviewer: str = ""
    reviewed: datetime.date | None = None
    review_due: datetime.date | None = None
    what_changed: str = ""
    noindex: bool = False
    picture: Picture | None = None
    references: tuple[Reference, ...] = ()
    related: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outline:
    """A title, perhaps a subtitle (both plain), N >= 1 nodes in reading order.

    ``notes`` are sentences for an editor on what was guessed or dropped; ``left_out`` the dropped texts themselves.
    ``reasons`` is empty or has one for each node, in the same order.
    """

    title: str
    subtitle: str
    nodes: tuple[Node, ...]
    notes: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = field(default=(), compare=False)
    media: tuple[MediaFile, ...] = ()
    facts: Facts = Facts()

    def texts(self) -> Iterator[str]:
        """Every visible text that the page will hold, plain, in reading order."""
        yield from filter(None, (self.title, self.subtitle))
        for node in self.nodes:
            yield from filter(None, texts_of(node))


def texts_of(node: Node) -> Iterator[str]:
    """The visible texts of one node, plain, perhaps empty ones among them."""
    match node:
        case Heading(text):
            yield text
        case Prose(paragraphs):
            yield from map(plain, paragraphs)
        case BulletList(introduction, _, items):
            yield from (introduction, *map(plain, items))
        case KeyPoints(heading, points):
            yield from (heading, *map(plain, points))
        case Quote():
            yield from (node.text, node.speaker, node.role, node.source_title, str(node.year or ""))
        case Invitation():
            yield from (node.heading, plain(node.text), *(button.label for button in node.buttons))
        case Faq(heading, items):
            yield heading
            for item in items:
                yield from (item.question, plain(item.answer_html))
        case Steps(heading, items):
            yield heading
            for item in items:
                yield from (item.title, plain(item.html))
        case _:
            yield from _texts_beside(node)


def _texts_beside(node: Node) -> Iterator[str]:
    """The same for what stands beside the running text."""
    match node:
        case Table(caption, columns, rows):
            yield from (caption, *columns, *(cell for row in rows for cell in row))
        case Picture():
            yield from (node.alt, node.caption, node.credit)
        case Video():
            yield from (node.title, node.description, plain(node.transcript_html))
        case Callout():
            yield from (node.heading, plain(node.html))
        case References(heading, items):
            yield heading
            for item in items:
                yield from (item.authors, item.title, item.published_in, str(item.year or ""))
        case Term():
            yield from (node.term, node.also_known_as, plain(node.definition))
        case Statistic():
            yield from (node.figure, node.meaning, node.source_title, str(node.year or ""))
        case UrgentHelp():
            yield from (node.heading, plain(node.html))
        case Download():
            yield from (node.title, node.description)
        case PersonCard():
            yield node.note
        case RelatedArticles():
            yield node.heading
