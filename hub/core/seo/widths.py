"""How wide a text is in a list of search results, where it is cut by pixels and not by letters. Pure functions."""

from dataclasses import dataclass

from .arial import advances, joins

#: Font sizes, and the room there is on a desktop, in pixels: Arial, titles in a column of 600, descriptions in about
#: two lines of 460 (measured by many, promised by nobody).
TITLE_SIZE, TITLE_ROOM = 20, 600
DESCRIPTION_SIZE, DESCRIPTION_ROOM = 14, 920


@dataclass(frozen=True)
class Room:
    """The room a text is given: at most ``lines`` lines of ``line`` pixels, set in Arial at ``size`` pixels."""

    size: int
    line: int
    lines: int = 1


TITLE_ON_DESKTOP, DESCRIPTION_ON_DESKTOP = Room(TITLE_SIZE, TITLE_ROOM), Room(DESCRIPTION_SIZE, DESCRIPTION_ROOM)
#: On a screen of 390 pixels a title has two lines between margins of 16; a description is cut at about 680 pixels.
TITLE_ON_PHONE, DESCRIPTION_ON_PHONE = Room(18, 358, 2), Room(DESCRIPTION_SIZE, 680)

ELLIPSIS = "…"


def width(text: str, size: int) -> int:
    """Return the width of ``text`` in pixels when set in Arial at ``size`` pixels."""
    return round(sum(advances(text)) * size / 1000)


@dataclass(frozen=True)
class Fitted:
    """A text as it is shown. ``shown`` ends in an ellipsis where something is cut, and ``left_out`` is what.

    ``width`` is that of the whole text, in pixels; ``room`` what there is for it.
    """

    shown: str
    left_out: str = ""
    width: int = 0
    room: int = 0

    @property
    def is_cut(self) -> bool:
        return bool(self.left_out)


def fitted(text: str, room: Room) -> Fitted:
    """Return ``text`` as ``room`` shows it: line after line, and cut after the last word that leaves an ellipsis room.

    Only a word that is wider than a line is broken, and never between a letter and what stands on it.
    """
    text = " ".join(text.split())
    rest = text
    for _ in range(room.lines - 1):
        rest = rest[_end_of_line(rest, room) :].lstrip()
    fits = width(rest, room.size) <= room.line
    rest = "" if fits else rest[_end_of_line(rest, room, f" {ELLIPSIS}") :].lstrip()
    shown = f"{text.removesuffix(rest).rstrip()} {ELLIPSIS}" if rest else text
    return Fitted(shown, rest, width(text, room.size), room.line * room.lines)


def _end_of_line(text: str, room: Room, end: str = "") -> int:
    """Return the place in ``text`` where a line that leaves room for ``end`` is broken."""
    fits = _letters_that_fit(text, room, end)
    if fits == len(text):
        return fits
    # A space at the very place of the cut ends a word as well.
    space = text.rfind(" ", 0, fits + 1)
    return space if space > 0 else fits


def _letters_that_fit(text: str, room: Room, end: str) -> int:
    """Return how many letters of ``text`` fit, at least one with all that stands on it."""
    free = room.line - width(end, room.size)
    used = place = whole = 0
    for place, advance in enumerate(advances(text)):
        used += advance
        if round(used * room.size / 1000) > free and whole:
            return whole
        if not joins(text, place + 1):
            whole = place + 1
    return len(text)
