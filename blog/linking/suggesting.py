"""Which phrases of a text should be links, and to what. A pure function: phrases in, suggestions out."""

import re
from collections import defaultdict
from dataclasses import dataclass

from .words import Line, phrases_in, stems_of

#: More links than this are more than a reader follows, or an editor looks at.
MOST = 8
MOST_A_LINE = 2
#: A phrase that names more articles than this names none.
MOST_NAMED = 3
#: How much of all that is written of a subject an article must hold for one word alone to lead there.
SHARE_ALONE = 0.4
CONTEXT = 60

_HYPHENS = tuple("-‐‑")
_BEFORE_VERB = re.compile(
    r"\b(?:i|you|we|they|he|she|it|who|to|not|never|can|cannot|could|will|would|shall|should|may|might|must|do|does|did|"
    r"\w+n['’]t|let['’]s|and then)\s+$",
    re.IGNORECASE,
)
_AFTER_VERB = re.compile(
    r"\s+(?:you|me|us|them|him|her|it|that|what|some(?:one|body)|any(?:one|body)|each other|one another|"
    r"\w+sel(?:f|ves))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Named:
    """An article that a phrase may lead to. ``share``: of all articles about the phrase's word, how much is in this."""

    article: int
    weight: float
    share: float = 1.0


@dataclass(frozen=True)
class Suggestion:
    """A phrase of a line that should lead to an article. ``before`` and ``after`` tell it from others alike."""

    article: int
    line: int
    start: int
    phrase: str
    before: str
    after: str
    score: float


def keys_in(lines: list[Line]) -> set[str]:
    """Return the keys of all phrases of a text: what is to be looked up."""
    return {key for line in lines for key, _ in phrases_in(line.text)}


def suggest(lines: list[Line], named: dict[str, list[Named]], title: str = "", skipped=()) -> list[Suggestion]:
    """Return at most eight suggestions in reading order, each article once, none over another or a link.

    ``named``: by phrase, the articles it may lead to. ``title``: of the text itself; what it is about leads nowhere.
    ``skipped``: articles that are linked to already, and the text's own.
    """
    own = {word.stem for _, words in phrases_in(title, longest=1) for word in words}
    best: dict[int, Suggestion] = {}
    for number, line in enumerate(lines):
        for key, words in phrases_in(line.text):
            target = _target(key, named.get(key, ()), own, skipped)
            if target is None or _touches(line.links, words[0].start, words[-1].end):
                continue
            if not _is_whole(line.text, words) or (len(words) == 1 and _is_verb(line.text, words[0])):
                continue
            # The longest name first, then the surest, then the first in the text.
            score = target.weight + 0.4 * (len(words) - 1)
            if target.article not in best or score > best[target.article].score:
                best[target.article] = _suggestion(target, number, line.text, words, score)
    return _chosen(best.values())


def _target(key, candidates, own, skipped) -> Named | None:
    stems = stems_of(key)
    if not candidates or stems <= own:
        return None
    candidates = sorted(candidates, key=lambda named: (-named.weight * named.share, named.article))
    first = candidates[0]
    if len(stems) == 1:
        is_clear = first.share >= SHARE_ALONE
    else:
        is_clear = len(candidates) <= MOST_NAMED or first.weight > candidates[1].weight + 0.2
    return first if is_clear and first.article not in skipped else None


def _is_whole(text, words) -> bool:
    """Whether a phrase is no part of a longer word: "trust" of "trust-building"."""
    return text[words[-1].end : words[-1].end + 1] not in _HYPHENS and text[words[0].start - 1 :][:1] not in _HYPHENS


def _is_verb(text, word) -> bool:
    """Whether what stands around a word makes a verb of it: "they trust", "to worry", "worries you"."""
    return bool(_BEFORE_VERB.search(text, 0, word.start) or _AFTER_VERB.match(text, word.end))


def _touches(spans, start, end) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in spans)


def _suggestion(target, number, text, words, score) -> Suggestion:
    start, end = words[0].start, words[-1].end
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Suggestion(target.article, number, start, text[start:end], before, after, score)


def _chosen(found) -> list[Suggestion]:
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    chosen = []
    for one in sorted(found, key=lambda one: (-one.score, one.line, one.start)):
        spans = taken[one.line]
        end = one.start + len(one.phrase)
        if len(chosen) < MOST and len(spans) < MOST_A_LINE and not _touches(spans, one.start, end):
            spans.append((one.start, end))
            chosen.append(one)
    return sorted(chosen, key=lambda one: (one.line, one.start))
