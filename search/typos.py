"""Words that stand in no text, and the ones that were meant. Pure but for the vocabulary that is handed in.

Source: Damerau (1964), https://doi.org/10.1145/363958.363994: four of five slips are one letter too many, too few,
another, or two swapped. Those are looked up; two slips are looked for among words with the same first letter.
"""

import string
from collections.abc import Iterable, Mapping
from typing import Protocol

from rapidfuzz.distance import OSA

from search.dictionary import is_english
from search.text import stem

#: Shorter words are too like one another to be corrected.
SHORTEST = 4
#: Longer ones are no words, and have too many neighbours to look up.
LONGEST = 30
#: So many words of a question are corrected; one with more slips is not understood that way.
MOST = 8
#: Two slips are believed in words at least so long.
SHORTEST_FOR_TWO = 7


class Vocabulary(Protocol):
    def frequency(self, stems: Iterable[str]) -> Mapping[str, int]: ...

    def known(self, candidates: Iterable[str]) -> Mapping[str, int]: ...

    def words_like(self, start: str, shortest: int, longest: int) -> list[tuple[str, int]]: ...


def corrections(asked: list[str], vocabulary: Vocabulary) -> dict[str, str]:
    """Return what was meant for each of the folded words ``asked`` that no text holds, where it can be told.

    A word that is English, or whose stem stands in a text, is right as it is. A word run together from two
    ("selfesteem") is parted: the value then has a space in it.
    """
    unknown = [word for word in asked if SHORTEST <= len(word) <= LONGEST and word.isascii() and word.isalpha()]
    found = vocabulary.frequency({stem(word) for word in unknown}) if unknown else {}
    unknown = [word for word in unknown if stem(word) not in found and not is_english(word)]
    read = {word: _meant(word, vocabulary) for word in unknown[:MOST]}
    return {word: meant for word, meant in read.items() if meant}


def _meant(word: str, vocabulary: Vocabulary) -> str:
    near = vocabulary.known([*one_slip(word), *(part for pair in halves(word) for part in pair)])
    single = {candidate: count for candidate, count in near.items() if OSA.distance(word, candidate) == 1}
    if single:
        return max(single, key=lambda candidate: (single[candidate] * _likeness(word, candidate), candidate))
    if len(word) >= SHORTEST_FOR_TWO:
        like = {
            candidate: count
            for candidate, count in vocabulary.words_like(word[0], len(word) - 2, len(word) + 2)
            if OSA.distance(word, candidate, score_cutoff=2) <= 2
        }
        if like:
            return max(like, key=lambda candidate: (like[candidate] * _likeness(word, candidate), candidate))
    parted = [pair for pair in halves(word) if pair[0] in near and pair[1] in near]
    return " ".join(max(parted, key=lambda pair: min(near[pair[0]], near[pair[1]]))) if parted else ""


def _likeness(word: str, candidate: str) -> float:
    """Weigh candidates: who mistypes seldom mistypes the first letter, and swaps or doubles rather than invents."""
    same_start = 4.0 if word[0] == candidate[0] else 1.0
    same_letters = 4.0 if set(word) == set(candidate) else 1.0
    return same_start * same_letters


def one_slip(word: str) -> set[str]:
    """Return every string one letter dropped, swapped with its neighbour, changed or added away from ``word``."""
    parts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    letters = string.ascii_lowercase
    return {
        *(left + right[1:] for left, right in parts if right),
        *(left + right[1] + right[0] + right[2:] for left, right in parts if len(right) > 1),
        *(left + letter + right[1:] for left, right in parts if right for letter in letters),
        *(left + letter + right for left, right in parts for letter in letters),
    } - {word}


def halves(word: str) -> list[tuple[str, str]]:
    """Return the ways to part ``word`` into two words of three letters at least."""
    return [(word[:place], word[place:]) for place in range(3, len(word) - 2)]
