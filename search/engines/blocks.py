"""Neighbouring passages of a page as one row, and which of them hold what is asked for. Pure functions.

A row is told by its passages' identifiers, shifted: those of a page fill its rows in order.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from search.documents import Passage
from search.engines.values import BITS, StoredPassage
from search.planning import Step
from search.query import Group
from search.text import flat

#: A row holds up to two to this power of passages: some three kilobytes.
BLOCK_BITS = 2
#: What a block's identifier is to be shifted by to give its page's.
PAGE_BITS = BITS - BLOCK_BITS
#: What parts passages, parts a heading from its text, and begins what stands for one of the three in a text.
_PASSAGE, _PART, _ESCAPE = MARKS = "\x1e\x1f\x1d"
_ESCAPES = {ord(mark): f"{_ESCAPE}{chr(number)}" for number, mark in enumerate(MARKS, start=1)}
#: Before the anchor of a question, and before any other.
_QUESTION, _SECTION = "?", "#"


def block_of(passage_id: int) -> int:
    return passage_id >> BLOCK_BITS


def packed(block_id: int, rows: Sequence[tuple[int, str, Passage]]) -> tuple[int, bool, str, str, str]:
    """Return a row: its identifier, whether it holds a question, its page's title, anchors, headings with texts."""
    passages = [passage for _, _, passage in rows]
    anchors = (f"{_QUESTION if passage.is_question else _SECTION}{_escaped(passage.anchor)}" for passage in passages)
    texts = (f"{_escaped(passage.heading)}{_PART}{_escaped(passage.text)}" for passage in passages)
    has_questions = any(passage.is_question for passage in passages)
    return block_id, has_questions, rows[0][1], _PASSAGE.join(anchors), _PASSAGE.join(texts)


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES) if any(mark in text for mark in MARKS) else text


def _unescaped(text: str) -> str:
    if _ESCAPE in text:
        for mark, escape in _ESCAPES.items():
            text = text.replace(escape, chr(mark))
    return text


@dataclass
class Block:
    """A row as it is stored."""

    id: int
    title: str
    anchors: str
    content: str

    def __post_init__(self):
        #: The heading and the text of each passage, as one.
        self.texts = self.content.split(_PASSAGE)

    def passages(self, wanted: Container[int] | None = None) -> list[StoredPassage]:
        """Return its passages, or those whose identifiers are ``wanted``."""
        first = self.id << BLOCK_BITS
        places = range(len(self.texts))
        return [self.passage(place) for place in places if wanted is None or first + place in wanted]

    def passage(self, place: int) -> StoredPassage:
        heading, _, text = self.texts[place].partition(_PART)
        anchor = self.anchors.split(_PASSAGE)[place]
        return StoredPassage(
            id=(self.id << BLOCK_BITS) + place,
            heading=_unescaped(heading),
            text=_unescaped(text),
            anchor=_unescaped(anchor[1:]),
            is_question=anchor[0] == _QUESTION,
        )


class Terms:
    """What a step asks for, as it stands in texts."""

    def __init__(self, step: Step, weights: Mapping[Group, float], forms: Mapping[str, Sequence[str]]):
        self.groups = []
        self.required = sum(group.is_required for group in step.required)
        for group in sorted((*step.required, *step.wanted), key=lambda group: not group.is_required):
            ways = [[_needles(forms.get(part, ())) for part in way.stems] for way in group.alternatives]
            words = tuple(word for way in ways if len(way) == 1 for word in way[0])
            self.groups.append((weights.get(group, 1.0), words, [way for way in ways if len(way) > 1]))

    def held(self, block: Block) -> Iterator[tuple[float, Block, int]]:
        """Yield the places of passages that hold any of the words, with what those they hold weigh.

        What the question itself requires, a phrase, must be there; where a step asks for several words at once, the
        passages of a block may share them.
        """
        title = flat(block.title)
        for place, text in enumerate(block.texts):
            if weight := self._weight(title + flat(text)):
                yield weight, block, place

    def _weight(self, text: str) -> float:
        total = 0.0
        for place, (weight, words, phrases) in enumerate(self.groups):
            for word in words:
                if word in text:
                    total += weight
                    break
            else:
                if phrases and any(all(any(word in text for word in part) for part in way) for way in phrases):
                    total += weight
                elif place < self.required:
                    return 0.0
        return total


def _needles(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(f" {word} " for word in words)


def subsets(conditions: Sequence[tuple[str, float]], no: str = "!") -> list[list[str]]:
    """Return, for each choice of ``conditions``, those that hold and those that do not; the weightiest choice first.

    ``conditions`` come with what they weigh. No row answers to two of the choices: asked for one after another until
    enough are found, they give the best rows first.
    """
    places = range(len(conditions))
    chosen = [part for size in range(len(conditions), 0, -1) for part in combinations(places, size)]
    chosen.sort(key=lambda part: -sum(conditions[place][1] for place in part))
    return [
        [condition if place in part else no + condition for place, (condition, _) in enumerate(conditions)]
        for part in chosen
    ]
