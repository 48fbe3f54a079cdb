"""Articles that readers and search engines can hardly tell apart by their names. Pure functions.

Two titles are nearly the same if they share four fifths of their words: each word once, by its stem, without the small
words ("the", "how to"), counted against all words of both (Jaccard). Two focus phrases are the same if their words are,
in any order.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from blog.linking.words import runs

#: The share of their words from which on two titles are nearly the same.
ALIKE = 0.8
#: What multiplying may add to a whole number.
_SLACK = 1e-9


class Reason(StrEnum):
    """Why two articles compete, the plainest first."""

    TITLE = "Same title"
    PHRASE = "Same focus phrase"
    NEAR = "Nearly the same title"


@dataclass(frozen=True)
class Named:
    """An article by its key, with its title and the phrase it wants to be found by."""

    key: int
    title: str
    focus_phrase: str = ""


@dataclass(frozen=True)
class Pair:
    """Two articles that compete. ``share`` is how much of their titles' words they share, from 0 to 1."""

    first: Named
    second: Named
    reasons: tuple[Reason, ...]
    share: float


def competing(articles: Iterable[Named]) -> list[Pair]:
    """Return pairs of articles that compete, those with the same title first, else the most alike first.

    Of several with the same title, or the same words in it, each is paired with the first and not with all others.
    """
    known = {article.key: article for article in sorted(articles, key=lambda article: article.key)}
    titles = {key: telling(article.title) for key, article in known.items()}
    phrases = {key: telling(article.focus_phrase) for key, article in known.items()}
    by_title = _grouped({key: _folded(article.title) for key, article in known.items()})
    by_words = _grouped({keys[0]: titles[keys[0]] for keys in by_title})
    reasons: dict[tuple[int, int], list[Reason]] = {}
    for reason, pairs in (
        (Reason.TITLE, _with_first(by_title)),
        (Reason.PHRASE, _with_first(_grouped(phrases))),
        (Reason.NEAR, [*_with_first(by_words), *_near({keys[0]: titles[keys[0]] for keys in by_words})]),
    ):
        for pair in pairs:
            reasons.setdefault(pair, []).append(reason)
    order = {reason: place for place, reason in enumerate(Reason)}
    pairs = [
        Pair(known[first], known[second], tuple(why), _share(titles[first], titles[second]))
        for (first, second), why in reasons.items()
    ]
    return sorted(pairs, key=lambda pair: (order[pair.reasons[0]], -pair.share, pair.first.title, pair.first.key))


def telling(text: str) -> frozenset[str]:
    """Return the stems of a title's words, without the small words; with them where it has no others."""
    found = [word for run in runs(text) for word in run]
    return frozenset(word.stem for word in ([word for word in found if not word.is_stop] or found))


def _folded(title: str) -> str:
    return " ".join(title.casefold().split())


def _grouped(values: dict[int, object]) -> list[list[int]]:
    """Return the keys of each value, those of no value left out."""
    groups: dict[object, list[int]] = {}
    for key, value in values.items():
        if value:
            groups.setdefault(value, []).append(key)
    return list(groups.values())


def _with_first(groups: list[list[int]]) -> Iterator[tuple[int, int]]:
    for first, *others in groups:
        yield from ((first, other) for other in others)


def _near(titles: dict[int, frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Return each two different titles that share enough.

    Two such sets have one of their rarest words in common, so that only titles which share one of these are compared.
    """
    rarity = Counter(word for title in titles.values() for word in title)
    holders: dict[str, list[int]] = {}
    for key in sorted(titles):
        title = titles[key]
        rarest = sorted(title, key=lambda word: (rarity[word], word))
        rarest = rarest[: len(title) - math.ceil(ALIKE * len(title) - _SLACK) + 1]
        for other in sorted({other for word in rarest for other in holders.get(word, ())}):
            if _share(title, titles[other]) >= ALIKE:
                yield (other, key)
        for word in rarest:
            holders.setdefault(word, []).append(key)


def _share(one: frozenset, other: frozenset) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0
