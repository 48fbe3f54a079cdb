"""Words set into a box: what the typeface can draw, lines of even length, a size that fits. No Django here."""

import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import ImageFont

FONT = Path(__file__).parents[2] / "static" / "fonts" / "literata.woff2"

#: No character; what the typeface draws for it is what it draws for all it lacks.
_NOTHING = "\uffff"
_ELLIPSIS = "…"


@dataclass(frozen=True)
class Setting:
    """Lines of text at a size in pixels, ``leading`` pixels from one to the next."""

    lines: tuple[str, ...]
    size: int
    leading: int


@cache
def font(size: int, weight: int = 400) -> ImageFont.FreeTypeFont:
    """Return the site's typeface at ``size`` pixels, cut for it; ``weight`` is 400 to 650."""
    found = ImageFont.truetype(str(FONT), size)
    found.set_variation_by_axes([min(40, size), weight])
    return found


@cache
def can_draw(letter: str) -> bool:
    """Say whether the typeface has a sign for ``letter``."""
    if letter.isspace():
        return True
    drawn, missing = font(40).getmask(letter), font(40).getmask(_NOTHING)
    return drawn.getbbox() is not None and (drawn.size, bytes(drawn)) != (missing.size, bytes(missing))


def drawable(text: str) -> str:
    """Return what the typeface can draw of ``text``, "" where more than half of its letters would be missing.

    A letter without a sign is drawn by the letters it is made of, if there are any; pictographs drop out.
    """
    text = " ".join(unicodedata.normalize("NFC", text).split())
    kept = "".join(_shown(letter) for letter in text)
    before, after = (sum(letter.isalnum() for letter in part) for part in (text, kept))
    return " ".join(kept.split()) if after * 2 >= before and after else ""


def _shown(letter: str) -> str:
    if can_draw(letter):
        return letter
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if can_draw(part))


def fitted(text: str, width: int, height: int, sizes: range, weight: int = 400, leading: float = 1.16) -> Setting:
    """Return ``text`` at the largest of ``sizes`` at which it fits ``width`` by ``height`` pixels.

    At the smallest size what doesn't fit ends in an ellipsis. Lines are as even in length as their number allows.
    """
    for size in sizes:
        letters, step = font(size, weight), round(size * leading)
        lines = _broken(text, letters, width)
        if len(lines) * step <= height and _holds_words_whole(lines, text):
            return Setting(tuple(_evened(text, letters, width, lines)), size, step)
    most = max(1, height // step)
    if len(lines) > most:
        lines = [*lines[: most - 1], _cut(lines[most - 1], letters, width)]
    return Setting(tuple(lines), size, step)


def _holds_words_whole(lines, text) -> bool:
    return " ".join(lines) == text


def _evened(text, letters, width, lines) -> list[str]:
    """Narrow the box while the text needs no more lines."""
    while width > 40:
        narrower = _broken(text, letters, width - 10)
        if len(narrower) != len(lines) or not _holds_words_whole(narrower, text):
            break
        width, lines = width - 10, narrower
    return lines


def _broken(text, letters, width) -> list[str]:
    """Return ``text`` in lines of at most ``width`` pixels; only a word longer than that is broken."""
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if letters.getlength(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *pieces, line = _pieces(word, letters, width)
        lines += pieces
    return [*lines, line] if line else lines


def _pieces(word, letters, width) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and letters.getlength(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _cut(line, letters, width) -> str:
    while line and letters.getlength(line + _ELLIPSIS) > width:
        line = line[:-1]
    return line.rstrip(" ,;:–-") + _ELLIPSIS
