"""The lines of a passage that answer, with what was searched for marked. Pure functions."""

from collections.abc import Set
from dataclasses import dataclass

from search.text import spans, stem

#: About three lines on a desktop, five on a telephone.
LENGTH = 240
#: How far back a snippet may begin to begin with a sentence.
REACH = 90


@dataclass(frozen=True)
class Piece:
    """A run of text, marked where it is what was searched for."""

    text: str
    is_marked: bool = False


def marked(text: str, wanted: Set[str]) -> list[Piece]:
    """Return all of ``text`` in pieces; words whose stems are ``wanted`` are marked."""
    pieces, done = [], 0
    for start, end, word in spans(text):
        if stem(word) in wanted:
            if start > done:
                pieces.append(Piece(text[done:start]))
            pieces.append(Piece(text[start:end], is_marked=True))
            done = end
    if done < len(text):
        pieces.append(Piece(text[done:]))
    return pieces


def snippet(text: str, wanted: Set[str], length: int = LENGTH) -> list[Piece]:
    """Return the part of ``text`` that holds most of the ``wanted`` stems, at most about ``length`` characters."""
    text = " ".join(text.split())
    if len(text) <= length:
        return marked(text, wanted)
    words = spans(text)
    found = [(start, stem(word)) for start, _, word in words if stem(word) in wanted]
    start = _sentence_start(text, _densest(found, length))
    end = _last_end(words, start + length)
    before, after = ("… " if start else ""), (" …" if end < len(text) else "")
    return [Piece(f"{before}") if before else Piece(""), *marked(text[start:end], wanted), Piece(after)]


def _densest(found: list[tuple[int, str]], length: int) -> int:
    """Return where the stretch begins that holds most different stems, and of those most words."""
    best, begin = (0, 0), 0
    for place, (start, _) in enumerate(found):
        inside = [root for other, root in found[place:] if other < start + length - REACH // 2]
        if (len(set(inside)), len(inside)) > best:
            best, begin = (len(set(inside)), len(inside)), start
    return begin


def _sentence_start(text: str, place: int) -> int:
    """Return the start of the sentence that holds ``place``, or where it is too far back a word nearby."""
    if place < REACH // 2:
        return 0
    before = text[max(0, place - REACH) : place]
    ends = [before.rfind(mark) + len(mark) for mark in (". ", "? ", "! ", "… ") if mark in before]
    if ends:
        return place - len(before) + max(ends)
    if place <= REACH:
        return 0
    near = text.find(" ", place - REACH // 2, place)
    return near + 1 if near >= 0 else place


def _last_end(words: list[tuple[int, int, str]], limit: int) -> int:
    """Return the end of the last word, with the mark behind it, that ends before ``limit``."""
    ends = [end for _, end, _ in words if end <= limit]
    return ends[-1] + 1 if ends and ends[-1] != words[-1][1] else (ends[-1] + 2 if ends else limit)
