"""The marks that list items begin with, and the sentence that leads into a list."""

import re
from dataclasses import dataclass

from blog.importing.outline import BULLETS, CROSSES, NUMBERS, TICKS
from blog.importing.recognise.words import ends_sentence, sentences

_ROUND = "•‣◦▪▫●○■□·∙⁃⦁➢➤►❖◆◇☐\uf0b7"
_TICKS = "✓✔☑✅🗸"
_CROSSES = "✗✘✕✖❌☒"
_MARK = re.compile(
    rf"(?P<sure>[{_ROUND}{_TICKS}{_CROSSES}])\ufe0f?\s*"
    r"|(?P<soft>[-–*])\s+"
    r"|\(?(?P<number>\d{1,2}|[A-Za-z])[.)]\)?\s+"
)


@dataclass(frozen=True)
class Mark:
    """What an item began with.

    ``ordinal`` counts from 1 for numbers and letters and is 0 otherwise; ``is_sure`` is true of the marks that
    stand for nothing else in prose.
    """

    written: str
    style: str
    ordinal: int = 0
    is_sure: bool = True


def take_mark(line: str) -> tuple[Mark | None, str]:
    """The mark at the start of a line, if any, and the words after it."""
    match = _MARK.match(line)
    if not match:
        return None, line
    written, rest = match.group().strip(), line[match.end() :].strip()
    if number := match["number"]:
        ordinal = int(number) if number.isdecimal() else ord(number.lower()) - ord("a") + 1
        return Mark(written, NUMBERS, ordinal, is_sure=False), rest
    sign = match["sure"] or match["soft"]
    style = TICKS if sign in _TICKS else CROSSES if sign in _CROSSES else BULLETS
    return Mark(written, style, is_sure=bool(match["sure"])), rest


def leads_into_list(text: str) -> bool:
    """Whether a paragraph leaves its sentence open for a list to finish."""
    return text.endswith(":") or not ends_sentence(text)


def split_introduction(text: str) -> tuple[str, str]:
    """What comes before the last sentence, and that last sentence."""
    *before, last = sentences(text)
    return " ".join(before), last
