"""What a document says, whatever its format: one typed outline that every reader gives and the writer takes."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

#: What the page has room for, in characters.
LONGEST_TITLE, LONGEST_SUBTITLE, LONGEST_HEADING, LONGEST_INTRODUCTION = 200, 200, 160, 1000
LONGEST_QUESTION, LONGEST_SPEAKER, LONGEST_LABEL, MOST_KEY_POINTS = 500, 120, 60, 7

BULLETS, NUMBERS, TICKS, CROSSES = "bullets", "numbers", "ticks", "crosses"

_TAG = re.compile(r"<[^<>]*>")


class UnreadableDocument(ValueError):
    """A document no outline can be made of. Its message is one line for the person who gave us the file."""


@dataclass(frozen=True)
class Heading:
    """Plain text at level 2 to 4; ``is_guess`` where the document itself does not settle the level or the kind."""

    text: str
    level: int = 2
    is_guess: bool = False


@dataclass(frozen=True)
class Prose:
    """N >= 1 paragraphs, each inline HTML without its ``<p>``."""

    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class BulletList:
    """N >= 1 items of inline HTML under a plain introduction, which may be empty."""

    introduction: str
    style: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Quote:
    """Plain text without its quotation marks; no speaker where the document names none."""

    text: str
    speaker: str = ""
    role: str = ""


@dataclass(frozen=True)
class KeyPoints:
    """A titled list of what to take away: N >= 1 points of inline HTML."""

    heading: str
    points: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """A plain question and its answer as HTML: any number of ``<p>``, ``<ul>`` and ``<ol>``."""

    question: str
    answer_html: str


@dataclass(frozen=True)
class Faq:
    """N >= 1 questions under their heading."""

    heading: str
    items: tuple[Question, ...]


@dataclass(frozen=True)
class Invitation:
    """A call to action: its inline HTML, and the few words of it that fit a button (plain)."""

    text: str
    label: str
    heading: str = ""


Node = Heading | Prose | BulletList | Quote | KeyPoints | Faq | Invitation


@dataclass(frozen=True)
class Outline:
    """A title, perhaps a subtitle (both plain), N >= 1 nodes in reading order.

    ``notes`` are sentences for an editor on what was guessed or dropped; ``left_out`` the dropped texts themselves.
    """

    title: str
    subtitle: str
    nodes: tuple[Node, ...]
    notes: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

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
            yield introduction
            yield from map(plain, items)
        case Quote(text, speaker, role):
            yield from (text, speaker, role)
        case KeyPoints(heading, points):
            yield heading
            yield from map(plain, points)
        case Faq(heading, items):
            yield heading
            for item in items:
                yield from (item.question, plain(item.answer_html))
        case Invitation(text, _, heading):
            yield from (heading, plain(text))


def plain(markup: str) -> str:
    """The visible text of HTML that we made ourselves: tags become spaces where they part words."""
    spaced = re.sub(r"</(?:p|li|ul|ol)>", " ", markup)
    return html.unescape(_TAG.sub("", spaced)).strip()
