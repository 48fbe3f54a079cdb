"""What has changed between two states of an article, paragraph by paragraph and word by word. Pure functions."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz.distance import OSA, Indel

#: A word that differs by so many letters may be a corrected typing mistake.
SLIP = 2
#: Paragraphs that have more than this share of their letters in common are the same one, changed.
ALIKE = 0.6
#: Above so many pairs of words and marks a changed paragraph is shown as taken out and put in, whole.
MOST = 1_000_000
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
    return list(_changes(before, after))


def _changes(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    matcher = SequenceMatcher(None, list(before), list(after), autojunk=False)
    for kind, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if kind != "equal":
            yield from _paired(before[old_start:old_end], after[new_start:new_end])


def _paired(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """Yield the changes of a run of paragraphs: each new one against the old one most like it, in order."""
    at = 0
    for text in new:
        likely = [
            (Indel.normalized_similarity(other, text, score_cutoff=ALIKE), -place)
            for place, other in enumerate(old[at:], at)
        ]
        share, place = max(likely, default=(0.0, 0))
        if share > ALIKE:
            yield from (Change((Piece("out", gone),), True) for gone in old[at:-place])
            yield change(old[-place], text)
            at = -place + 1
        else:
            yield Change((Piece("in", text),), True)
    yield from (Change((Piece("out", gone),), True) for gone in old[at:])


def change(before: str, after: str) -> Change:
    """Return the change of one paragraph."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    pieces: list[Piece] = []
    substantive = False
    for kind, a, b, c, d in _opcodes(old, new):
        if kind == "equal":
            pieces.append(Piece("same", "".join(old[a:b])))
            continue
        pieces += [Piece(name, "".join(part)) for name, part in (("out", old[a:b]), ("in", new[c:d])) if part]
        substantive = substantive or not _is_slip(old[a:b], new[c:d])
    return Change(tuple(pieces), substantive)


def _opcodes(old: list[str], new: list[str]) -> list[tuple[str, int, int, int, int]]:
    """Return what difflib would, in a time that somebody waits for: what both begin and end with is set aside."""
    shorter = min(len(old), len(new))
    start = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    rest = shorter - start
    end = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    a, b, c, d = start, len(old) - end, start, len(new) - end
    if (b - a) * (d - c) > MOST:
        inner = [("replace", a, b, c, d)]
    else:
        found = SequenceMatcher(None, old[a:b], new[c:d], autojunk=False).get_opcodes()
        inner = [(kind, a + i, a + j, c + k, c + m) for kind, i, j, k, m in found]
    found = [("equal", 0, start, 0, start), *inner, ("equal", b, len(old), d, len(new))]
    return [opcode for opcode in found if opcode[1] < opcode[2] or opcode[3] < opcode[4]]


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
    return any(found.is_substantive for found in _changes(before, after))
