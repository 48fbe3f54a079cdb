"""Phrases of a word list, found in a text. Pure functions.

A line of a list is a phrase: whole words in any case, with any white space between them. In it ``*`` stands for the
rest of a word, ``~`` for up to three words, and ``/`` parts words of which any may stand there. A line that begins
with "except" names a phrase that is left alone wherever another line would find something in it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_EXCEPT = "except "
_WILD = re.compile(r"[*~/]")
#: A denial is none of them: "will ~ heal" is not said in "will not heal".
_FEW_WORDS = r"(?:(?!(?:not|never|no)\b)[\w'-]+\s+){0,3}?"
_LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True)
class Match:
    """A phrase of a list, found: where it stands, and its words as they are written there."""

    start: int
    end: int
    text: str


def lines(text: str) -> tuple[str, ...]:
    """Return the lines of a list that say something."""
    return tuple(filter(None, (line.strip() for line in text.splitlines())))


def pairs(text: str) -> dict[str, str]:
    """Return the lines "word = better word" of a list; an exception is kept with nothing beside it.

    A line that says neither is left out.
    """
    found = {}
    for line in lines(text):
        word, is_pair, better = (part.strip() for part in line.partition("="))
        if word and (is_pair or is_exception(word)):
            found[word] = better
    return found


def matches(lines: Iterable[str], text: str) -> Iterator[Match]:
    """Yield every place where a phrase of ``lines`` stands in ``text``."""
    found, excepted = _patterns(tuple(lines))
    folded = _folded(text)
    spared = None
    for match in found.finditer(folded):
        if spared is None:
            spared = [one.span() for one in excepted.finditer(folded)]
        if not any(start < match.end() and match.start() < end for start, end in spared):
            yield Match(*match.span(), text[match.start() : match.end()])


def holds(lines: Iterable[str], text: str) -> bool:
    return next(matches(lines, text), None) is not None


def line_of(lines: Iterable[str], found: str) -> str:
    """Return the line of a list that ``found`` stands for; "" for none."""
    wanted = " ".join(_folded(found).split())
    for line in sorted(lines, key=lambda line: (bool(_WILD.search(line)), -len(line))):
        if is_exception(line):
            continue
        if " ".join(_folded(line).split()) == wanted or re.fullmatch(_part(line), wanted):
            return line
    return ""


@lru_cache(maxsize=256)
def _patterns(lines: tuple[str, ...]) -> tuple[re.Pattern, re.Pattern]:
    """Return a pattern for what the lines look for, and one for what they leave alone, both for folded text."""
    phrases = [line for line in lines if not is_exception(line)]
    excepted = [line[len(_EXCEPT) :] for line in lines if is_exception(line)]
    return _pattern(phrases), _pattern(excepted)


def is_exception(line: str) -> bool:
    """Say whether a line of a list names what is left alone."""
    return line[: len(_EXCEPT)].lower() == _EXCEPT


def _pattern(phrases: list[str]) -> re.Pattern:
    longest_first = sorted(phrases, key=len, reverse=True)
    parts = "|".join(filter(None, map(_part, longest_first)))
    return re.compile(rf"(?<![\w-])(?:{parts})(?!\w)" if parts else r"(?!)")


def _part(phrase: str) -> str:
    """Return the pattern of one phrase; "" for a line that holds no word, which would be found everywhere."""
    found = ""
    for word in _folded(phrase).strip(" ~").split() if _LETTER.search(phrase) else ():
        if word == "~":
            found += _FEW_WORDS
        else:
            ways = [re.escape(way).replace(r"\*", r"[\w'-]*") for way in word.split("/") if way]
            found += (f"(?:{'|'.join(ways)})" if len(ways) > 1 else "".join(ways)) + r"\s+"
    return found.removesuffix(r"\s+")


def _folded(text: str) -> str:
    """Return ``text`` in lower case with straight apostrophes; every character stays at its place."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
    return lower.replace("’", "'")
