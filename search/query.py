"""What a reader asks, understood: words, phrases, other words for the same, other spellings. Pure functions."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from search.text import folded, is_stop_word, stem, words

#: Longer questions are cut: what is asked stands in the beginning.
LONGEST = 400
MOST_WORDS = 32
#: What another word for the same counts for, beside the word itself.
SYNONYM_WEIGHT = 0.7
#: What one word counts for where several together were asked for: "behavioural" for "cognitive behavioural therapy".
PART_WEIGHT = 0.3

_NAME = re.compile(r"(?<=[\w,;] )[A-Z]\w+")
_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]")


@dataclass(frozen=True)
class Alternative:
    """One way to say it: one stem, or several that follow one another."""

    stems: tuple[str, ...]
    weight: float = 1.0


@dataclass(frozen=True)
class Group:
    """One idea of a question, in every way a text may put it. A required one must be there."""

    alternatives: tuple[Alternative, ...]
    is_required: bool = False


@dataclass(frozen=True)
class Query:
    """A question as it is searched for.

    ``text`` is what is shown again; ``corrected`` what was read instead; ``read`` are all its words, in order.
    """

    text: str
    groups: tuple[Group, ...] = ()
    corrected: str = ""
    read: tuple[str, ...] = ()

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(part for group in self.groups for way in group.alternatives for part in way.stems)

    def loosened(self) -> "Query":
        """Return the question with nothing required and every word counted, for where nothing else is found."""
        groups = dict.fromkeys(Group((Alternative((stem(word),)),)) for word in self.read)
        return replace(self, groups=(*(group for group in self.groups if not group.is_required), *groups))


#: From the stems of a way to say it to the other ways.
Synonyms = Mapping[tuple[str, ...], Sequence[tuple[str, ...]]]
#: From words that stand in no text to those that were meant.
Correct = Callable[[list[str]], Mapping[str, str]]


def cleaned(raw: str) -> str:
    """Return what was typed as it may be shown again: no control characters, single spaces, at most 400 characters."""
    text = "".join(character if character.isprintable() else " " for character in raw[: LONGEST * 4])
    return " ".join(text.split())[:LONGEST].strip()


def understood(text: str, synonyms: Synonyms, correct: Correct) -> Query:
    """Return the question ``text`` (cleaned) as groups of stems.

    Stop words count only where there is nothing else. Words in quotation marks must stand as they are quoted.
    """
    phrases = [phrase for match in _QUOTED.findall(text) if (phrase := tuple(words(match)))]
    rest = words(_QUOTED.sub(" ", text))[:MOST_WORDS]
    meaningful = [word for word in rest if not is_stop_word(word)]
    if not meaningful and not phrases:
        meaningful = rest
    names = {folded(word) for word in _NAME.findall(text)}
    corrections = correct([word for word in dict.fromkeys(meaningful) if word not in names])
    read = [part for word in rest for part in corrections.get(word, word).split()]
    groups = [Group((Alternative(tuple(map(stem, phrase))),), is_required=True) for phrase in phrases]
    groups += _groups(read, len(meaningful) == len(rest), synonyms)
    every = (*read, *(word for phrase in phrases for word in phrase))
    return Query(text, tuple(dict.fromkeys(groups)), _rewritten(text, corrections), every[:MOST_WORDS])


def _groups(read: list[str], with_stop_words: bool, synonyms: Synonyms) -> list[Group]:
    """Return a group for each word, and one for words that together have other ways to say them."""
    asked = [stem(word) for word in read]
    groups, place = [], 0
    while place < len(read):
        end = next((end for end in range(place + 6, place + 1, -1) if tuple(asked[place:end]) in synonyms), None)
        if end and end <= len(read):
            groups.append(_group(tuple(asked[place:end]), synonyms))
            place = end
            continue
        if with_stop_words or not is_stop_word(read[place]):
            groups.append(_group((asked[place],), synonyms))
        place += 1
    return groups


def _group(way: tuple[str, ...], synonyms: Synonyms) -> Group:
    found = {way: 1.0} | {other: SYNONYM_WEIGHT for other in synonyms.get(way, ()) if other != way}
    if len(way) > 1:
        found |= {(part,): PART_WEIGHT for part in way if (part,) not in found and not is_stop_word(part)}
    return Group(tuple(Alternative(stems, weight) for stems, weight in found.items()))


def _rewritten(text: str, corrections: Mapping[str, str]) -> str:
    """Return the question with its corrected words in place, "" where there are none."""
    if not corrections:
        return ""

    def put(match):
        (word,) = words(match.group()) or ("",)
        return corrections.get(word, match.group())

    return re.sub(r"[^\W_]+(?:['’ʼ][^\W_]+)*", put, text)


def synonym_table(sets: Iterable[Iterable[str]]) -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return, for each way to say something, the others: from sets of words and phrases that mean the same."""
    table: dict[tuple[str, ...], dict] = {}
    for members in sets:
        ways = list(dict.fromkeys(way for member in members if (way := tuple(map(stem, words(member))))))
        for way in ways:
            table.setdefault(way, {}).update(dict.fromkeys(other for other in ways if other != way))
    return {way: tuple(others) for way, others in table.items()}
