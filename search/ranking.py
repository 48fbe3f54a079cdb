"""How well a passage answers a question. Pure functions, the same for every engine.

BM25F (Robertson, Zaragoza and Taylor 2004, https://doi.org/10.1145/1031171.1031181; Robertson and Zaragoza 2009,
https://doi.org/10.1561/1500000019) over title, heading or question, and text: a word counts for more in a title, for
less the oftener it is repeated, and for less in a long field. The ways to say one thing count as one word.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from search.query import Group
from search.text import stems

K1 = 1.2
#: By field: what a word counts for there, and how much a long field takes from it.
TITLE, HEADING, TEXT = (2.0, 0.5), (2.0, 0.5), (1.0, 0.75)
#: What two words of the question that stand side by side in the text add, against the rarer of them alone.
PAIR = 0.2


@dataclass(frozen=True)
class Fields:
    """A passage's words, as stems in order: of its page's title, of its heading, of its text."""

    title: Sequence[str]
    heading: Sequence[str]
    text: Sequence[str]


@dataclass(frozen=True)
class Score:
    """``value`` orders passages; ``covered`` counts the groups that the passage holds."""

    value: float = 0.0
    covered: int = 0


@dataclass(frozen=True)
class Collection:
    """What is known of all passages: how many there are, in how many each stem stands, average words a field."""

    passages: int
    frequency: Mapping[str, int]
    title: float = 1.0
    heading: float = 1.0
    text: float = 1.0


class Ranking:
    """A question against a collection. Call it with a passage's fields."""

    def __init__(self, groups: Iterable[Group], collection: Collection):
        self.collection = collection
        self.groups = [(group, self._weight(group)) for group in groups]
        self.wanted = frozenset(part for group, _ in self.groups for way in group.alternatives for part in way.stems)
        self.shapes = tuple(
            (weight, length_weight, max(average, 1.0))
            for (weight, length_weight), average in (
                (TITLE, collection.title),
                (HEADING, collection.heading),
                (TEXT, collection.text),
            )
        )
        singles = [group.alternatives[0].stems[-1] for group, _ in self.groups]
        weights = [weight for _, weight in self.groups]
        self.pairs = {
            (first, second): min(weights[place], weights[place + 1])
            for place, (first, second) in enumerate(zip(singles, singles[1:], strict=False))
            if first != second
        }

    def weights(self) -> dict[Group, float]:
        return dict(self.groups)

    def _weight(self, group: Group) -> float:
        """Return the inverse document frequency of a group, by its commonest way to be said, never negative."""
        frequency = self.collection.frequency
        found = max((min(frequency.get(part, 0) for part in way.stems) for way in group.alternatives), default=0)
        return math.log(1 + (self.collection.passages - found + 0.5) / (found + 0.5))

    def __call__(self, fields: Fields) -> Score:
        places = [self._places(words) for words in (fields.title, fields.heading, fields.text)]
        if not any(places):
            return Score()
        lengths = [
            1 - length_weight + length_weight * len(words) / average
            for (_, length_weight, average), words in zip(
                self.shapes, (fields.title, fields.heading, fields.text), strict=True
            )
        ]
        value, covered = 0.0, 0
        for group, weight in self.groups:
            found = 0.0
            for way in group.alternatives:
                for (field_weight, _, _), length, place in zip(self.shapes, lengths, places, strict=True):
                    if place and (count := _count(way.stems, place)):
                        found += way.weight * field_weight * count / length
            if found:
                value += weight * found * (K1 + 1) / (K1 + found)
                covered += 1
            elif group.is_required:
                return Score()
        return Score(value + self._closeness(places), covered)

    def _places(self, words: Sequence[str]) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        if not self.wanted.isdisjoint(words):
            for place, word in enumerate(words):
                if word in self.wanted:
                    found.setdefault(word, []).append(place)
        return found

    def _closeness(self, places: list[dict]) -> float:
        total = 0.0
        for (first, second), weight in self.pairs.items():
            if any(_are_close(place.get(first, ()), place.get(second, ())) for place in places):
                total += PAIR * weight
        return total


def _count(stems: Sequence[str], places: Mapping[str, list[int]]) -> int:
    """Return how often the stems stand there, one after another."""
    if len(stems) == 1:
        return len(places.get(stems[0], ()))
    starts = set(places.get(stems[0], ()))
    for offset, part in enumerate(stems[1:], start=1):
        starts &= {place - offset for place in places.get(part, ())}
    return len(starts)


def _are_close(first: Sequence[int], second: Sequence[int], reach: int = 3) -> bool:
    return any(0 < other - one <= reach for one in first for other in second)


def fields_of(title: Sequence[str], heading: str, text: str) -> Fields:
    """Return a passage's words; those of the title are handed in, for many passages share one."""
    return Fields(title, stems(heading), stems(text))
