"""How well a passage answers a question. Pure functions, the same for every engine.

The sum of BM25 (Robertson and Zaragoza 2009, https://doi.org/10.1561/1500000019) over title, heading and text as one;
of BM25 over the title alone and over the heading or question alone, for what a page calls itself tells most; and of
how near to one another the question's words stand, and how soon (Rasolofo and Savoy 2003,
https://doi.org/10.1007/3-540-36618-0_15; Tao and Zhai 2007, https://doi.org/10.1145/1277741.1277794). The ways to say
one thing count as one word. The constants were chosen on thirteen collections of questions and abstracts, and are flat
there: a tenth more or less changes little.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from search.query import Query
from search.text import stem, words

K1, B = 1.2, 0.75
#: A word as it was asked for, in another form, and one that only begins with the same five letters.
EXACT, SAME_STEM, SAME_START, START = 1.3, 1.0, 0.3, 5
#: What the title alone and the heading alone add, and what the small words of a question count for in them.
NAMED, SMALL = 1.0, 0.75
#: Words of the question that follow one another within so many words.
PAIR, PAIR_REACH = 0.3, 3
#: The most telling run of so many words, and the first words of the passage.
WINDOW, WINDOW_LENGTH = 0.25, 15
LEAD, LEAD_LENGTH = 0.25, 50
#: How many places apart the words of two fields are taken to be.
BETWEEN_FIELDS = 8


@dataclass(frozen=True)
class Fields:
    """A passage's folded words, in order: of its page's title, of its heading, of its text."""

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

    def weight(self, frequency: int) -> float:
        """Return the inverse document frequency, never negative."""
        return math.log(1 + (self.passages - frequency + 0.5) / (frequency + 0.5))


#: What a word of a passage is to a question: the group it stands for, its weight, whether it is the word itself.
Match = tuple[int, float, bool]


class Ranking:
    """A question against a collection. Call it with a passage's fields."""

    def __init__(self, query: Query, collection: Collection):
        self.groups = query.groups
        self.pairs = frozenset(query.pairs)
        self._required = [place for place, group in enumerate(query.groups) if group.is_required]
        self.collection = collection
        self.weights = [self._weight(group) for group in query.groups]
        self.small = {word: collection.weight(collection.frequency.get(stem(word), 0)) for word in query.small}
        self.phrases = [
            (place, way.stems, way.weight)
            for place, group in enumerate(query.groups)
            for way in group.alternatives
            if len(way.stems) > 1
        ]
        self.phrase_stems = frozenset(part for _, stems, _ in self.phrases for part in stems)
        self._by_stem = {
            way.stems[0]: (place, way.weight)
            for place, group in reversed(list(enumerate(query.groups)))
            for way in group.alternatives
            if len(way.stems) == 1
        }
        self._asked = {word: place for place, group in enumerate(query.groups) for word in group.asked}
        self._by_start = {word[:START]: place for word, place in self._asked.items() if len(word) >= START}
        self._matches: dict[str, Match | None] = {}
        self._initials = _initials([*self._asked, *self._by_stem, *self.phrase_stems])
        average = collection.title + collection.heading + collection.text
        self._average = max(average, 1.0)

    def group_weights(self) -> dict:
        return dict(zip(self.groups, self.weights, strict=True))

    def _weight(self, group) -> float:
        """Return what a group says: by how common it is as it was asked for, else in any way; as often as it was."""
        frequency = self.collection.frequency
        found = [min(frequency.get(part, 0) for part in way.stems) for way in group.alternatives]
        return group.times * self.collection.weight(found[0] or max(found))

    def __call__(self, fields: Fields) -> Score:
        hits: list[tuple[int, int]] = []
        counts, named, start = None, 0.0, 0
        for own, average in ((fields.title, self.collection.title), (fields.heading, self.collection.heading)):
            if own:
                if found := self._counted(own, start, hits):
                    named += self._named(own, found, average)
                    counts = _added(counts, found)
                start += len(own) + BETWEEN_FIELDS
        counts = _added(counts, self._counted(fields.text, start, hits))
        if not hits or any(not counts[place] for place in self._required):
            return Score()
        length = len(fields.title) + len(fields.heading) + len(fields.text)
        damping = K1 * (1 - B + B * length / self._average)
        value = self._saturated(counts, damping) + NAMED * named + self._closeness(sorted(hits), damping)
        return Score(value, len({place for _, place in hits}))

    def _counted(self, own: Sequence[str], start: int, hits: list) -> list[float] | None:
        """Return what a field's words count for, by group; add to ``hits`` where they stand. None: nothing counts."""
        initials, known = self._initials, self._matches
        likely = [(place, word) for place, word in enumerate(own, start) if word[0] in initials]
        counts, phrased = None, []
        for place, word in likely:
            match = known[word] if word in known else self._match(word)
            if match:
                counts = counts or [0.0] * len(self.groups)
                counts[match[0]] += match[1]
                if match[2]:
                    hits.append((place, match[0]))
            if self.phrase_stems and stem(word) in self.phrase_stems:
                phrased.append((place, stem(word)))
        for place, stems, weight in self.phrases if phrased else ():
            for begin in _runs(phrased, stems):
                counts = counts or [0.0] * len(self.groups)
                counts[place] += weight
                hits.append((begin, place))
        return counts

    def _match(self, word: str) -> Match | None:
        match = None
        if (found := self._by_stem.get(stem(word))) is not None:
            place, weight = found
            match = (place, weight * (EXACT if self._asked.get(word) == place else SAME_STEM), True)
        elif (place := self._by_start.get(word[:START])) is not None:
            match = (place, SAME_START, False)
        self._matches[word] = match
        return match

    def _saturated(self, counts: Sequence[float], damping: float) -> float:
        return sum(
            weight * (K1 + 1) * count / (count + damping)
            for weight, count in zip(self.weights, counts, strict=True)
            if count
        )

    def _named(self, own: Sequence[str], counts: Sequence[float], average: float) -> float:
        damping = K1 * (1 - B + B * len(own) / max(average, 1.0))
        small = sum(weight for word, weight in self.small.items() if word in own)
        return self._saturated(counts, damping) + SMALL * small * (K1 + 1) / (1 + damping)

    def _closeness(self, hits: list[tuple[int, int]], damping: float) -> float:
        """Return what the nearness of the question's words adds."""
        pairs: dict[tuple[int, int], int] = {}
        best = current = 0.0
        inside = [0] * len(self.groups)
        oldest = 0
        for number, (place, group) in enumerate(hits):
            inside[group] += 1
            if inside[group] == 1:
                current += self.weights[group]
            while place - hits[oldest][0] >= WINDOW_LENGTH:
                left = hits[oldest][1]
                inside[left] -= 1
                if not inside[left]:
                    current -= self.weights[left]
                oldest += 1
            best = max(best, current)
            for other, follower in hits[number + 1 : number + 1 + PAIR_REACH]:
                if 0 < other - place <= PAIR_REACH and (group, follower) in self.pairs:
                    pairs[group, follower] = pairs.get((group, follower), 0) + 1
        total = WINDOW * best + LEAD * sum(self.weights[group] for group in _early(hits))
        for (first, second), count in pairs.items():
            rarer = min(self.weights[first], self.weights[second])
            total += PAIR * rarer * (K1 + 1) * count / (count + damping)
        return total


def _added(counts: list[float] | None, more: list[float] | None) -> list[float] | None:
    return [one + other for one, other in zip(counts, more, strict=True)] if counts and more else counts or more


def _initials(words: Iterable[str]) -> frozenset[str]:
    """Return the letters that a word which matches can begin with; "estrogen" is "oestrogen" too."""
    found = {word[0] for word in words}
    return frozenset(found | {"a", "o"} if "e" in found else found)


def _early(hits: list[tuple[int, int]]) -> set[int]:
    return {group for place, group in hits if place < LEAD_LENGTH}


def _runs(places: Iterable[tuple[int, str]], stems: Sequence[str]) -> list[int]:
    """Return where all the ``stems`` stand one after another."""
    starts = None
    for offset, part in enumerate(stems):
        here = {place - offset for place, word in places if word == part}
        starts = here if starts is None else starts & here
    return sorted(starts or ())


def fields_of(title: Sequence[str], heading: str, text: str) -> Fields:
    """Return a passage's words; those of the title are handed in, for many passages share one."""
    return Fields(title, words(heading), words(text))
