"""What goes into an index and what comes out of it, the same for every engine. Pure values."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from search.documents import MOST_PASSAGES
from search.query import Group

#: Passage identifiers are the page's, shifted, plus the place on the page: a page's passages lie together.
BITS = MOST_PASSAGES.bit_length() - 1


@dataclass(frozen=True)
class StoredPassage:
    """A passage as it was found. ``id`` tells its page and its place there."""

    id: int
    heading: str
    text: str
    anchor: str
    is_question: bool

    @property
    def page_id(self) -> int:
        return self.id >> BITS


@dataclass(frozen=True)
class StoredPage:
    """What an index knows of a page."""

    page_id: int
    kind: str
    title: str
    path: str
    published_on: date | None
    expires_at: datetime | None
    topics: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Filters:
    """What narrows a search: one topic, one kind."""

    topic: int | None = None
    kind: str = ""


@dataclass(frozen=True)
class Totals:
    """How much there is: the number of passages, and the average number of words of each field."""

    passages: int = 0
    title: float = 1.0
    heading: float = 1.0
    text: float = 1.0


@dataclass(frozen=True)
class Lexicon:
    """What an index knows of some stems: in how many passages each stands, and its words, commonest first."""

    totals: Totals
    frequency: Mapping[str, int]
    forms: Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Head:
    """A title or a question that starts with what is being typed."""

    id: int
    text: str
    kind: str

    @property
    def page_id(self) -> int:
        return self.id >> BITS


@dataclass(frozen=True)
class Dialect:
    """How a database writes a boolean question: one word, both, either."""

    word: str
    both: str
    either: str

    def asked(self, groups: Iterable[Group], forms: Mapping[str, Sequence[str]] | None = None) -> list[str]:
        """Return each group as the database has it: any of its ways, each with all of its words in any form.

        Without ``forms`` the stems themselves are asked for. A group whose words are in no form gives "".
        """
        return [self._group(group, forms) for group in groups]

    def _group(self, group, forms):
        ways = []
        for way in group.alternatives:
            parts = [self._any(forms.get(part, ()) if forms is not None else (part,)) for part in way.stems]
            if all(parts):
                ways.append(f"({self.both.join(parts)})")
        return f"({self.either.join(ways)})" if ways else ""

    def _any(self, words):
        return f"({self.either.join(map(self.word.format, words))})" if words else ""
