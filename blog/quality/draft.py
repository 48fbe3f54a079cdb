"""An article as the rules see it: values only, whether it is published, a draft, or still being typed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from hub.outbound.verdicts import Broken

from .findings import ARTICLE, Place


class Role(StrEnum):
    """What a piece of text is on the page."""

    HEADING = "heading"
    PROSE = "prose"
    INTRODUCTION = "introduction"
    ITEM = "item"
    QUOTE = "quote"
    QUESTION = "question"
    ANSWER = "answer"
    INVITATION = "invitation"
    FIGURE = "figure"
    CAPTION = "caption"
    CELL = "cell"


#: What a reader reads as running text: what grades, sentences and paragraphs are measured on.
RUNNING = frozenset({Role.PROSE, Role.ANSWER, Role.ITEM, Role.INTRODUCTION, Role.INVITATION})


@dataclass(frozen=True)
class Link:
    """A link in the text: its words, and its ``href`` or the primary key of the page that it leads to."""

    text: str
    href: str = ""
    page: int | None = None
    place: Place = ARTICLE


@dataclass(frozen=True)
class Passage:
    """One paragraph, item, heading, question ... as plain text.

    ``level`` is a heading's, 0 where its block decides it.
    """

    place: Place
    role: Role
    text: str
    level: int = 0
    links: tuple[Link, ...] = ()
    #: Characters that editors don't see and readers stumble over are looked for in the text as it was typed.
    typed: str = ""


@dataclass(frozen=True)
class Quotation:
    place: Place
    text: str
    speaker: str = ""
    is_checked: bool = False


@dataclass(frozen=True)
class Statistic:
    place: Place
    text: str
    has_source: bool = False


@dataclass(frozen=True)
class Picture:
    place: Place
    alt: str = ""
    caption: str = ""
    file_name: str = ""
    is_decorative: bool = False


@dataclass(frozen=True)
class Table:
    place: Place
    headings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Person:
    key: int
    name: str
    credentials: str = ""


@dataclass(frozen=True)
class Draft:
    """The article itself."""

    title: str = ""
    standfirst: str = ""
    seo_title: str = ""
    #: The description as it is typed; ``shown_description`` is what machines are told in its absence.
    description: str = ""
    shown_description: str = ""
    slug: str = ""
    focus_phrase: str = ""
    author: Person | None = None
    reviewer: Person | None = None
    reviewed_on: date | None = None
    review_due: date | None = None
    passages: tuple[Passage, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    pictures: tuple[Picture, ...] = ()
    tables: tuple[Table, ...] = ()
    #: Links that stand in no text: buttons, related articles, cards.
    other_links: tuple[Link, ...] = ()
    #: Everything that leads off the site, sources and films too, each address in the form that checks know it by.
    leads_out: tuple[Link, ...] = ()
    anchors: frozenset[str] = frozenset()
    references: int = 0
    has_urgent_help: bool = False
    #: The key of each block of the body and its kind, in order.
    blocks: tuple[tuple[str, str], ...] = ()
    #: All that somebody typed, wherever it stands, as it is stored: fields, blocks, what lies inside them.
    written: tuple[tuple[Place, str], ...] = ()

    @property
    def links(self) -> Iterator[Link]:
        for passage in self.passages:
            yield from passage.links
        yield from self.other_links

    @cached_property
    def running(self) -> tuple[Passage, ...]:
        """The running text: what stands in paragraphs, answers and lists."""
        return tuple(passage for passage in self.passages if passage.role in RUNNING)

    @cached_property
    def text(self) -> str:
        """Everything that readers read in the article, a passage a line."""
        return "\n".join([self.title, self.standfirst, *(passage.text for passage in self.passages)])

    @cached_property
    def sections(self) -> tuple[tuple[Passage | None, tuple[Passage, ...]], ...]:
        """The passages under each heading, with the heading; those before the first have none."""
        found: list[tuple[Passage | None, list[Passage]]] = [(None, [])]
        for passage in self.passages:
            if passage.role == Role.HEADING:
                found.append((passage, []))
            else:
                found[-1][1].append(passage)
        return tuple((heading, tuple(passages)) for heading, passages in found)


@dataclass(frozen=True)
class Target:
    """A page that the article links to, as a visitor finds it."""

    title: str
    is_article: bool = False
    is_visible: bool = True


@dataclass(frozen=True)
class Surroundings:
    """What the rest of the site says of the article.

    ``targets`` are the pages its links name, by key; a key that is missing leads nowhere. ``paths`` are the addresses
    of this site that it links to, each with whether something answers there. ``inbound`` counts the pages that link
    here, None for an article that nobody can reach yet. ``broken`` are those of its links out that have failed.
    """

    targets: dict[int, Target] = field(default_factory=dict)
    paths: dict[str, bool] = field(default_factory=dict)
    same_title: tuple[str, ...] = ()
    inbound: int | None = None
    broken: dict[str, Broken] = field(default_factory=dict)
