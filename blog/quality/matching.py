"""Phrases of a word list, found in a text. Pure functions."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache


@lru_cache(maxsize=256)
def pattern(phrases: tuple[str, ...]) -> re.Pattern:
    """Return one pattern for all ``phrases``: whole words, any case, any white space.

    ``*`` stands for the rest of a word, ``~`` for up to three words.
    """
    longest_first = sorted(phrases, key=len, reverse=True)
    parts = "|".join(filter(None, map(_part, longest_first)))
    return re.compile(rf"(?<![\w-])(?:{parts})(?![\w])" if parts else r"(?!)", re.IGNORECASE)


def _part(phrase: str) -> str:
    found = ""
    for word in phrase.split():
        if word == "~":
            found += r"(?:[\w'’-]+\s+){0,3}?"
        else:
            found += re.sub("['’]", "['’]", re.escape(word)).replace(r"\*", r"[\w'’-]*") + r"\s+"
    return found.removesuffix(r"\s+")


def matches(phrases: Iterable[str], text: str) -> Iterator[re.Match]:
    """Yield every place where one of ``phrases`` stands in ``text``."""
    return pattern(tuple(phrases)).finditer(text)


def holds(phrases: Iterable[str], text: str) -> bool:
    return bool(pattern(tuple(phrases)).search(text))
