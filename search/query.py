"""What a reader asks, understood: words, phrases, other words for the same, other spellings. Pure functions."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from search.text import folded, is_stop_word, stem, words

#: Longer questions are cut: what is asked stands in the beginning.
LONGEST = 1000
MOST_WORDS = 64
#: What another word for the same counts for, beside the word itself.
SYNONYM_WEIGHT = 0.3
#: What one word counts for where several together were asked for: "behavioural" for "cognitive behavioural therapy".
PART_WEIGHT = 0.2

_NAME = re.compile(r"(?<=[\w,;] )[A-Z]\w*(?:['’][A-Z]?\w+)*")
_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]")


@dataclass(frozen=True)
class Alternative:
    """One way to say it: one stem, or several that follow one another."""

    stems: tuple[str, ...]
    weight: float = 1.0


@dataclass(frozen=True)
class Group:
    """One idea of a question, in every way a text may put it. A required one must be there.

    ``asked`` are the words as they were typed, ``times`` says how often.
    """

    alternatives: tuple[Alternative, ...]
    is_required: bool = False
    asked: tuple[str, ...] = ()
    times: int = 1


@dataclass(frozen=True)
class Query:
    """A question as it is searched for.

    ``text`` is what is shown again; ``corrected`` what was read instead; ``read`` are all its words, in order.
    ``pairs`` are the places of groups that follow one another; ``small`` the stop words.
    """

    text: str
    groups: tuple[Group, ...] = ()
    corrected: str = ""
    read: tuple[str, ...] = ()
    pairs: tuple[tuple[int, int], ...] = ()
    small: tuple[str, ...] = ()

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(part for group in self.groups for way in group.alternatives for part in way.stems)

    def loosened(self) -> "Query":
        """Return the question with nothing required and every word counted, for where nothing else is found."""
        groups, pairs = _joined([Group((Alternative((stem(word),)),), asked=(word,)) for word in self.read])
        return replace(self, groups=groups, pairs=pairs, small=())


#: From the stems of a way to say it to the other ways.
Synonyms = Mapping[tuple[str, ...], Sequence[tuple[str, ...]]]
#: From words that stand in no text to those that were meant.
Correct = Callable[[list[str]], Mapping[str, str]]


def cleaned(raw: str) -> str:
    """Return what was typed as it may be shown again: no control characters, single spaces, at most LONGEST letters."""
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
    # All in capitals, nothing stands out as a name.
    names = set() if text.isupper() else {folded(word) for word in _NAME.findall(text)}
    corrections = correct([word for word in dict.fromkeys(meaningful) if word not in names])
    read = [part for word in rest for part in corrections.get(word, word).split()]
    required = [Group((Alternative(tuple(map(stem, phrase))),), is_required=True, asked=phrase) for phrase in phrases]
    groups, pairs = _joined([*required, *_groups(read, len(meaningful) == len(rest), synonyms)])
    every = (*read, *(word for phrase in phrases for word in phrase))
    small = tuple(dict.fromkeys(word for word in read if is_stop_word(word))) if meaningful is not rest else ()
    return Query(text, groups, _rewritten(text, corrections), every[:MOST_WORDS], pairs, small)


def _groups(read: list[str], with_stop_words: bool, synonyms: Synonyms) -> list[Group]:
    """Return a group for each word, and one for words that together have other ways to say them."""
    asked = [stem(word) for word in read]
    groups, place = [], 0
    while place < len(read):
        ends = range(min(place + 6, len(read)), place + 1, -1)
        end = next((end for end in ends if tuple(asked[place:end]) in synonyms), place + 1)
        if end > place + 1 or with_stop_words or not is_stop_word(read[place]):
            groups.append(_group(tuple(asked[place:end]), tuple(read[place:end]), synonyms))
        place = end
    return groups


def _group(way: tuple[str, ...], asked: tuple[str, ...], synonyms: Synonyms) -> Group:
    found = {way: 1.0} | {other: SYNONYM_WEIGHT for other in synonyms.get(way, ()) if other != way}
    if len(way) > 1:
        found |= {(part,): PART_WEIGHT for part in way if (part,) not in found and not is_stop_word(part)}
    return Group(tuple(Alternative(stems, weight) for stems, weight in found.items()), asked=asked)


def _joined(groups: list[Group]) -> tuple[tuple[Group, ...], tuple[tuple[int, int], ...]]:
    """Return the groups, each once, with how often it was asked for; and which of them follow which."""
    places: dict[tuple, int] = {}
    order, joined = [], []
    for group in groups:
        key = (group.alternatives, group.is_required)
        if key not in places:
            places[key] = len(joined)
            joined.append(group)
        else:
            known = joined[places[key]]
            asked = tuple(dict.fromkeys((*known.asked, *group.asked)))
            joined[places[key]] = replace(known, asked=asked, times=known.times + 1)
        order.append(places[key])
    pairs = {(one, other): None for one, other in zip(order, order[1:], strict=False) if one != other}
    return tuple(joined), tuple(pairs)


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
