"""What has changed between two states of an article, paragraph by paragraph and word by word. Pure functions."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz.distance import OSA

#: A word that differs by so many letters may be a corrected typing mistake.
SLIP = 2
_TOKEN = re.compile(r"\s+|[^\W_]+(?:['’\-][^\W_]+)*|.", re.DOTALL)
_WORD = re.compile(r"[^\W_]")
#: Words that turn a sentence round: one more or one fewer is never a typing mistake.
_TURNING = frozenset("no not never nor none without cannot can't don't isn't only always must may".split())


@dataclass(frozen=True)
class Piece:
    """A run of text that is in both states ("same"), in the old one alone ("out"), or in the new one alone ("in")."""

    kind: str
    text: str


@dataclass(frozen=True)
class Change:
    """One paragraph that is not what it was, as pieces in reading order."""

    pieces: tuple[Piece, ...]
    is_substantive: bool


def words_of(paragraphs: Iterable[str]) -> list[str]:
    return [word.lower() for text in paragraphs for word in re.findall(r"[^\W_]+(?:['’\-][^\W_]+)*", text)]


def changes(before: Sequence[str], after: Sequence[str]) -> list[Change]:
    """Return the paragraphs that differ, in the order of the new state.

    Args: before, after: the paragraphs, headings, items ... of both states as plain text.
    """
    found = []
    matcher = SequenceMatcher(None, list(before), list(after), autojunk=False)
    for kind, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if kind != "equal":
            found += _paired(before[old_start:old_end], after[new_start:new_end])
    return found


def _paired(old: Sequence[str], new: Sequence[str]) -> list[Change]:
    """Return the changes of a run of paragraphs: each new one against the old one most like it, in order."""
    found, at = [], 0
    for text in new:
        likely = [
            (SequenceMatcher(None, other, text, autojunk=False).quick_ratio(), place)
            for place, other in enumerate(old[at:], at)
        ]
        share, place = max(likely, default=(0.0, at))
        if share > 0.6:
            found += [Change((Piece("out", gone),), True) for gone in old[at:place]]
            found.append(change(old[place], text))
            at = place + 1
        else:
            found.append(Change((Piece("in", text),), True))
    return found + [Change((Piece("out", gone),), True) for gone in old[at:]]


def change(before: str, after: str) -> Change:
    """Return the change of one paragraph."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    pieces: list[Piece] = []
    substantive = False
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("same", "".join(old[a:b])))
            continue
        pieces += [Piece(name, "".join(part)) for name, part in (("out", old[a:b]), ("in", new[c:d])) if part]
        substantive = substantive or not _is_slip(old[a:b], new[c:d])
    return Change(tuple(pieces), substantive)


def _is_slip(old: list[str], new: list[str]) -> bool:
    """Say whether a replacement only mends typing: marks, spaces, capitals, or a word by a few of its letters."""
    gone, come = [[word.lower() for word in part if _WORD.search(word)] for part in (old, new)]
    return len(gone) == len(come) and all(map(_are_alike, gone, come))


def _are_alike(old: str, new: str) -> bool:
    if old == new:
        return True
    if any(character.isdigit() for character in old + new) or _TURNING & {old, new}:
        return False
    return min(len(old), len(new)) > SLIP + 1 and OSA.distance(old, new) <= SLIP


def is_substantive(before: Sequence[str], after: Sequence[str]) -> bool:
    """Say whether what the article says has changed, beyond mended typing."""
    if words_of(before) == words_of(after):
        return False
    return any(found.is_substantive for found in changes(before, after))
