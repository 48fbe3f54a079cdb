"""What an article is about: weighted words, and the phrases that name it. Pure functions."""

import math
import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from .words import Word, alone, is_empty, key_of, names_alone, phrases_in, runs

#: How much a word counts by where it stands.
IN_TITLE, IN_HEADING, IN_STANDFIRST, IN_TEXT = 6, 3, 3, 1
MOST_TERMS = 60
MOST_PHRASES = 24
#: A name that headings give must be used this often in the text.
USED_OFTEN = 3

#: The sentence marks that end what a title is chiefly about.
_SUBTITLE = re.compile(r"\s*(?:[:;?!]|\s[–—-]\s).*", re.DOTALL)


@dataclass(frozen=True)
class Text:
    """An article as its words: ``names`` are terms that it explains."""

    title: str
    standfirst: str = ""
    headings: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    body: tuple[str, ...] = ()


@dataclass
class Subject:
    """Stems with weights (the squares add up to 1), and phrases by key with how surely they name the article."""

    terms: dict[str, float] = field(default_factory=dict)
    phrases: dict[str, float] = field(default_factory=dict)


def subject_of(text: Text) -> Subject:
    """Return what ``text`` is about."""
    counts = _counts(text)
    heavy = dict(counts.most_common(MOST_TERMS))
    dampened = {root: 1 + math.log(count) for root, count in heavy.items()}
    length = math.sqrt(sum(weight * weight for weight in dampened.values())) or 1.0
    terms = {root: weight / length for root, weight in dampened.items()}
    return Subject(terms, _phrases(text, counts))


def _counts(text: Text) -> Counter:
    counts: Counter = Counter()
    parts = [(text.title, IN_TITLE), (text.standfirst, IN_STANDFIRST)]
    parts += [(heading, IN_HEADING) for heading in (*text.headings, *text.names)]
    parts += [(line, IN_TEXT) for line in text.body]
    for part, weight in parts:
        for run in runs(part):
            for word in run:
                if not word.is_stop and len(word.stem) < 40 and not is_empty(word.stem):
                    counts[word.stem] += weight
    return counts


def _phrases(text: Text, counts: Counter) -> dict[str, float]:
    used = Counter(key for line in (text.standfirst, *text.body) for key, _ in phrases_in(line, longest=3))
    found: dict[str, float] = {}

    def name(key, weight):
        if len(key) <= 120:
            found[key] = max(found.get(key, 0), weight)

    for term in text.names:
        for key, words in _whole(term):
            if len(words) > 1 or names_alone(words[0].stem):
                name(key, 0.9)
    main = _SUBTITLE.sub("", text.title)
    for key, words in _whole(main):
        if _is_subject(words) or (len(words) > 2 and not all(is_empty(word.stem) for word in words)):
            name(key, 1.0)
    heads = _heads(main)
    for key, words in phrases_in(main, longest=3):
        if not (len(words) == 1 and words[0].stem in heads) and (weight := _title_weight(key, words, used, counts)):
            name(key, weight)
    subjects = [word for run in runs(main) for word in run if not word.is_stop and not is_empty(word.stem)]
    if len(subjects) == 1 and names_alone(subjects[0].stem):
        name(alone(subjects[0].lower), 0.8)
    for heading in text.headings:
        for key, words in phrases_in(heading, longest=2):
            if len(words) == 2 and _is_subject(words) and used[key] >= USED_OFTEN:
                name(key, 0.6)
    return dict(sorted(found.items(), key=lambda item: -item[1])[:MOST_PHRASES])


def _whole(text: str) -> list[tuple[str, list[Word]]]:
    """The phrase that each run of a text makes, where it is one of two to four telling words, or a name of one."""
    telling = [[word for word in run if not word.is_stop] for run in runs(text)]
    return [
        (key_of(word.stem for word in words) if len(words) > 1 else alone(words[0].lower), words)
        for words in telling
        if 0 < len(words) <= 4
    ]


def _heads(title: str) -> set[str]:
    """The stems that are subjects only with the word before: "attacks" in "panic attacks"."""
    found = set()
    for run in runs(title):
        for before, word in pairwise(run):
            if not before.is_stop and names_alone(before.stem) and not word.is_stop:
                found.add(word.stem)
    return found


def _is_subject(words: list[Word]) -> bool:
    """Whether a phrase of several words can name a subject: no word of it is empty, and one could stand alone."""
    stems = [word.stem for word in words]
    return (
        len(stems) > 1
        and len(set(stems)) == len(stems)
        and not any(map(is_empty, stems))
        and any(map(_is_telling, words))
    )


def _is_telling(word: Word) -> bool:
    return names_alone(word.stem) or word.is_acronym or word.stem in {"couple", "therapi", "self", "session"}


def _title_weight(key, words, used, counts) -> float:
    """0 to 1: how surely a phrase of a title names the article. It must be used in the text as well."""
    if len(words) > 1:
        return 0.95 if _is_subject(words) and used[key] else 0
    word = words[0]
    if not (word.is_acronym or names_alone(word.stem)) or used[key] < USED_OFTEN:
        return 0
    # By itself only where few words are used more.
    rank = sum(count > counts[word.stem] for count in counts.values())
    return max(0.0, 0.85 - 0.03 * rank) if rank < 12 else 0
