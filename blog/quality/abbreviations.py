"""Shortened names in a text, and whether it says what they stand for. Pure functions."""

import re
from collections.abc import Iterator

from blog.linking.words import STOP_WORDS

_SHORT = re.compile(r"(?<![\w-])(?:[A-Z]{2,6}s?|[A-Z](?:\.[A-Z]){1,4}\.?)(?![\w-])")
_LOWER = re.compile(r"(?<![\w'’-])[a-z]{2,6}(?![\w'’-])")
#: Names of therapies and conditions that are words too: in capitals they are meant.
_WORDS_TOO = frozenset("ACT CAT DID MAP SAD".split())
#: Degrees and memberships behind a name: “Ada Example, MSc, BACP”.
_BEHIND_A_NAME = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*)+,(?: ?[A-Z][A-Za-z.-]*,)* ?$")
_END_OF_NAME = re.compile(r"\s*(?:[,.;)]|$)")
_SHOUTED_BEFORE = re.compile(r"[A-Z]{2,}[,!]? $")
_SHOUTED_BEHIND = re.compile(r"[,!]? [A-Z]{2,}\b")
_NAME = re.compile(r"[\w'’-]+")
#: What stands between a full name and the short one behind it, or in front of it.
_CONNECTS_BEFORE = re.compile(
    r"(?:\(\s*|[,–—-]\s*(?:or\s+)?|\s+)(?:(?:also|often|sometimes)\s+)?"
    r"(?:(?:known as|called|abbreviated(?: as| to)?|shortened to|or)\s+)?$"
)
_CONNECTS_BEHIND = re.compile(
    r"s?(?:\s*\(|\s*[–—:]\s|\s*[,–—:-]\s*(?:or|short for|that is|which is|which stands for)\s"
    r"|,?\s(?:is|are|means|stands)\s(?:short\s)?(?:for\s)?)"
)
#: How far around the short name the full one is looked for, in characters and in words.
_NEAR, _MOST_WORDS = 140, 9


def abbreviations(text: str) -> Iterator[re.Match]:
    """Yield the shortened names of a text; not what is only shouted, nor the letters behind a person's name."""
    if text.isupper():
        return
    lower = {word.upper() for word in _LOWER.findall(text)}
    for match in _SHORT.finditer(text):
        before, behind = text[max(0, match.start() - 80) : match.start()], text[match.end() : match.end() + 40]
        if _BEHIND_A_NAME.search(before) and _END_OF_NAME.match(behind):
            continue
        shouted = _SHOUTED_BEFORE.search(before) and _SHOUTED_BEHIND.match(behind)
        if not shouted and not _is_a_word(match.group(), lower):
            yield match


def _is_a_word(found: str, lower: set[str]) -> bool:
    return found not in _WORDS_TOO and (found.lower() in STOP_WORDS or found in lower)


def is_explained(short: str, text: str) -> bool:
    """Say whether the full name stands beside the shortened one: in brackets, either way round, or in words."""
    for match in re.finditer(rf"\b{re.escape(short)}(?=s?\b)", text):
        before, behind = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
        if (ends := _connected_before(before)) is not None and _spells(short, _NAME.findall(ends)[-_MOST_WORDS:]):
            return True
        follows = _CONNECTS_BEHIND.match(behind)
        if follows and _spells(short, _NAME.findall(behind[follows.end() :])[:_MOST_WORDS]):
            return True
    return False


def _connected_before(before: str) -> str | None:
    """Return what stands before the mark or word that leads to the short name; None where nothing leads to it."""
    match = _CONNECTS_BEFORE.search(before)
    return before[: match.start()] if match and match.group().strip() else None


def _spells(short: str, words: list[str]) -> bool:
    """Say whether the letters of ``short`` are first letters of ``words``, in their order."""
    initials = iter("".join(part[0] for word in words for part in word.split("-") if part).lower())
    return all(letter in initials for letter in short.lower())
