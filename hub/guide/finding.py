"""Pages of the guide that answer a question, best first, with the sentence that does. Pure.

Words meet by their stem, by their beginning (somebody is still typing) or, if neither is to be had, with a slip or two.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA
from Stemmer import Stemmer

from .pages import GuidePage

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
#: What a question is made of, and says nothing of what it is about.
EMPTY = frozenset(
    "a an and are as at be by can do does for from how i if in is it me my of on or our so that the their them there"
    " this to we what when where which who why with you your"
    " can't cannot couldn't didn't doesn't don't isn't won't wouldn't".split()
)
WEIGHTS = {"title": 6.0, "keywords": 5.0, "summary": 3.0, "text": 1.0}
#: How much a word counts that begins like the one asked for, or is spelt nearly like it.
BEGINS, NEARLY = 0.8, 0.6
_stem = lru_cache(maxsize=10_000)(Stemmer("english").stemWord)


@dataclass(frozen=True)
class Result:
    """A page, and the sentence of it that holds most of the words: pieces, each with whether it was asked for."""

    page: GuidePage
    pieces: tuple[tuple[str, bool], ...]


def find(pages: Iterable[GuidePage], question: str) -> list[Result]:
    """Return the pages that hold at least half of the words of ``question``, those with most of them first."""
    asked = _asked(question)
    if not asked:
        return []
    pages = list(pages)
    known = set().union(*(words for page in pages for words in _fields(page).values()))
    meant = [_meant(word, known) for word in asked]
    rated = [(*_rate(page, meant), page) for page in pages]
    found = [one for one in rated if one[0] and one[0] * 2 >= len(asked)]
    found.sort(key=lambda one: (-one[0], -one[1], one[2].place))
    wanted = set().union(*meant)
    return [Result(page, _excerpt(page, wanted)) for _, _, page in found]


def _asked(question: str) -> list[str]:
    words = list(dict.fromkeys(word.lower() for word in WORD.findall(question[:200])))
    return [word for word in words if word.replace("’", "'") not in EMPTY]


def _meant(word: str, known: set[str]) -> dict[str, float]:
    """Return the words of the guide that ``word`` may stand for, and how surely."""
    stem = _stem(word)
    same = {one: 1.0 for one in known if one == word or _stem(one) == stem}
    if not same and len(word) > 1:
        same = {one: BEGINS for one in known if one.startswith(word)}
    if same or len(word) < 4:
        return same
    slips = 1 if len(word) < 8 else 2
    return {one: NEARLY for one in known if OSA.distance(word, one, score_cutoff=slips) <= slips}


def _rate(page: GuidePage, meant: list[dict[str, float]]) -> tuple[int, float]:
    """Return how many of the words asked for the page holds, and how much they weigh there."""
    held, weight = 0, 0.0
    for words in meant:
        best = [WEIGHTS[field] * words[word] for field, there in _fields(page).items() for word in words.keys() & there]
        held += bool(best)
        weight += max(best, default=0) + 0.1 * len(best)
    return held, weight


@lru_cache(maxsize=200)
def _fields(page: GuidePage) -> dict[str, frozenset[str]]:
    texts = {"title": page.title, "keywords": " ".join(page.keywords), "summary": page.summary}
    texts["text"] = " ".join(page.sentences)
    return {name: frozenset(word.lower() for word in WORD.findall(text)) for name, text in texts.items()}


def _excerpt(page: GuidePage, wanted: set[str]) -> tuple[tuple[str, bool], ...]:
    sentences = [page.summary, *page.sentences]
    best = max(sentences, key=lambda sentence: len(wanted & {word.lower() for word in WORD.findall(sentence)}))
    pieces, end = [], 0
    for match in WORD.finditer(best):
        if match[0].lower() in wanted:
            pieces += [(best[end : match.start()], False), (match[0], True)]
            end = match.end()
    return tuple((text, is_asked) for text, is_asked in (*pieces, (best[end:], False)) if text)
