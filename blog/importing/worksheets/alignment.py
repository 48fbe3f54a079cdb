"""Which piece of a worksheet each line of the document became, told by its words alone.

Nothing has to be carried along through the readers and every change an editor makes.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from blog.importing.worksheets.worksheet import LAST, Worksheet, text_of

TITLE, STANDFIRST, NOWHERE = "title", "standfirst", ""
_WORD = re.compile(r"\w+")
# Two words are found by chance in many places: only those near by count.
_LOOK_AHEAD, _LOOK_AHEAD_SHORT = 60, 6


def align(lines: Sequence[str], worksheet: Worksheet) -> list[str]:
    """For each plain line of the document where it went: a piece's or leftover's number, TITLE, STANDFIRST, NOWHERE.

    Reading order decides between equal texts: the search goes on from the last line's place.
    """
    places = [(TITLE, worksheet.title), (STANDFIRST, worksheet.subtitle)]
    places += [(str(piece.number), text_of(piece.node)) for piece in worksheet.pieces]
    streams = [(name, _squeezed(text)) for name, text in places]
    leftovers = [(str(leftover.number), _squeezed(leftover.text)) for leftover in worksheet.left_out]
    found, at = [], 0
    for line in lines:
        words = _squeezed(line)
        place = _find(words, streams, at) if words.strip() else None
        if place is not None:
            at = place
            found.append(streams[place][0])
        else:
            found.append(next((name for name, text in leftovers if words.strip() and _holds(text, words)), NOWHERE))
    return found


def _find(words: str, streams: list[tuple[str, str]], at: int) -> int | None:
    is_short = words.count(" ") < 5
    ahead = range(at, min(len(streams), at + (_LOOK_AHEAD_SHORT if is_short else _LOOK_AHEAD)))
    for place in (*ahead, *range(at)):
        if _holds(streams[place][1], words):
            return place
    # A cut may have gone through the line: its beginning or its end tells.
    start, end = _ends(words)
    for place in ahead:
        if start and (_holds(streams[place][1], start) or _holds(streams[place][1], end)):
            return place
    return None


def _ends(words: str) -> tuple[str, str]:
    split = words.split()
    if len(split) < 6:
        return "", ""
    return f" {' '.join(split[:5])} ", f" {' '.join(split[-5:])} "


def _holds(text: str, words: str) -> bool:
    return words in text


def _squeezed(text: str) -> str:
    """The words alone, each between spaces, so that one text can be looked for in another."""
    return f" {' '.join(_WORD.findall(text.lower()))} "


def place_leftovers(worksheet: Worksheet, places: Sequence[str]) -> Worksheet:
    """The worksheet with each left-out text standing after the piece that comes before it in the document."""
    after, before, numbers = {}, 0, {str(piece.number) for piece in worksheet.pieces}
    for place in places:
        if place in numbers:
            before = int(place)
        elif place not in (TITLE, STANDFIRST, NOWHERE):
            after.setdefault(int(place), before)
    left_out = tuple(replace(gone, after=after.get(gone.number, LAST)) for gone in worksheet.left_out)
    return replace(worksheet, left_out=left_out)
