"""The parts of an article, as data: what each kind of block says, with neither Django nor a format."""

import html
import re
from dataclasses import dataclass

#: What the page has room for, in characters.
LONGEST_TITLE, LONGEST_SUBTITLE, LONGEST_HEADING, LONGEST_INTRODUCTION = 200, 200, 160, 1000
LONGEST_QUESTION, LONGEST_SPEAKER, LONGEST_LABEL, MOST_KEY_POINTS = 500, 120, 60, 7
LONGEST_CELL, LONGEST_STEP, LONGEST_CAPTION, LONGEST_ALT, MOST_BUTTONS = 400, 120, 250, 255, 2

BULLETS, NUMBERS, TICKS, CROSSES = "bullets", "numbers", "ticks", "crosses"
NOTE, TIP, CAUTION = "note", "tip", "caution"

_TAG = re.compile(r"<[^<>]*>")
_PARTS_WORDS = re.compile(r"</?(?:p|li|ul|ol)>|<br ?/?>")


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
    """N >= 1 items under a plain introduction, which may be empty.

    An item is inline HTML, perhaps followed by the list inside it: ``text<ul><li>…</li></ul>``, to any depth.
    """

    introduction: str
    style: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Quote:
    """Plain text without its quotation marks; no speaker and no source where the document names none.

    ``verified`` only where the document says that somebody has checked the words against their source.
    """

    text: str
    speaker: str = ""
    role: str = ""
    source_title: str = ""
    source_url: str = ""
    year: int | None = None
    verified: bool = False


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
class Button:
    """A plain label, and where it leads: a web address, path, telephone or e-mail; "" for the consultation page."""

    label: str
    address: str = ""


@dataclass(frozen=True)
class Invitation:
    """A call to action: its inline HTML (or ``<p>`` elements), and the few words of it that fit a button (plain).

    ``buttons`` are all of its buttons where the document itself has some; else there is one that says ``label``.
    """

    text: str
    label: str
    heading: str = ""
    buttons: tuple[Button, ...] = ()

    @property
    def all_buttons(self) -> tuple[Button, ...]:
        return self.buttons or (Button(self.label),)


@dataclass(frozen=True)
class Step:
    """A plain title and a text as HTML: any number of ``<p>``, ``<ul>`` and ``<ol>``."""

    title: str
    html: str


@dataclass(frozen=True)
class Steps:
    """N >= 1 steps in their order under a plain heading, which may be empty."""

    heading: str
    items: tuple[Step, ...]


@dataclass(frozen=True)
class Table:
    """N >= 1 plain column headings, and rows of N plain cells each."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Picture:
    """A picture by its ``source``: the name of a file in ``Outline.media``, or an address. All else is plain."""

    source: str
    alt: str = ""
    caption: str = ""
    credit: str = ""
    is_decorative: bool = False


@dataclass(frozen=True)
class Video:
    """A film at a web address: plain title and description, what is said in it as HTML, a still (see ``Picture``)."""

    title: str
    url: str
    description: str = ""
    transcript_html: str = ""
    poster: str = ""


@dataclass(frozen=True)
class Callout:
    """A boxed aside: NOTE, TIP or CAUTION, a plain heading, HTML of ``<p>``, ``<ul>`` and ``<ol>``."""

    tone: str
    heading: str
    html: str


@dataclass(frozen=True)
class Reference:
    """One published source, plain."""

    authors: str
    title: str
    published_in: str = ""
    year: int | None = None
    url: str = ""


@dataclass(frozen=True)
class References:
    """N >= 1 sources under their heading."""

    heading: str
    items: tuple[Reference, ...]


@dataclass(frozen=True)
class Term:
    """A term, its other names (plain), and what it means as HTML of ``<p>``."""

    term: str
    also_known_as: str
    definition: str


@dataclass(frozen=True)
class Statistic:
    """A figure, what it means and where it is from; plain."""

    figure: str
    meaning: str
    source_title: str = ""
    source_url: str = ""
    year: int | None = None


@dataclass(frozen=True)
class UrgentHelp:
    """The crisis lines of the site, with a plain heading and perhaps a sentence of inline HTML."""

    heading: str
    html: str = ""


@dataclass(frozen=True)
class Download:
    """A document to take away, by its ``source``: a file in ``Outline.media``, or an address."""

    source: str
    title: str
    description: str = ""


@dataclass(frozen=True)
class SharedInvitation:
    """An invitation that the site keeps under this name."""

    name: str


@dataclass(frozen=True)
class PersonCard:
    """Somebody of the practice by the address of their page, and why they are named (plain)."""

    address: str
    note: str = ""


@dataclass(frozen=True)
class RelatedArticles:
    """N >= 1 addresses of articles under a plain heading."""

    addresses: tuple[str, ...]
    heading: str = "Read next"


Node = (
    Heading
    | Prose
    | BulletList
    | Quote
    | KeyPoints
    | Faq
    | Invitation
    | Steps
    | Table
    | Picture
    | Video
    | Callout
    | References
    | Term
    | Statistic
    | UrgentHelp
    | Download
    | SharedInvitation
    | PersonCard
    | RelatedArticles
)

#: What nodes are made of and is none itself.
PIECES = (Button, Question, Reference, Step)


def plain(markup: str) -> str:
    """The visible text of HTML that we made ourselves: tags become spaces where they part words."""
    return " ".join(html.unescape(_TAG.sub("", _PARTS_WORDS.sub(" ", markup))).split())
