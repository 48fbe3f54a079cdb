"""How long a text is, and how long it takes to read. Pure functions."""

import math
import re
from html import unescape

#: Silent reading of English non-fiction, words a minute: Brysbaert (2019), https://doi.org/10.1016/j.jml.2019.104047.
WORDS_PER_MINUTE = 238

#: Tags that may stand inside a word, or before a full stop.
_INLINE = re.compile(
    r"</?(?:a|abbr|b|cite|code|del|dfn|em|i|mark|s|small|span|strong|sub|sup|u)(?:\s[^>]*)?>", re.IGNORECASE
)
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w+(?:['’\-]\w+)*")


def plain(html: str) -> str:
    """Return the visible text of a fragment of HTML, white space collapsed."""
    return " ".join(unescape(_TAG.sub(" ", _INLINE.sub("", html))).split())


def count_words(text: str) -> int:
    """Return the number of words; "don't" and "long-term" are one each."""
    return len(_WORD.findall(text))


def minutes(words: int) -> int:
    """Return the minutes ``words`` take to read, rounded up, at least one."""
    return max(1, math.ceil(words / WORDS_PER_MINUTE))


def excerpt(text: str, length: int = 155) -> str:
    """Return the start of ``text``, at most ``length`` characters, ended at a sentence or else at a word."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    cut = text[: length + 1]
    sentence = max(cut.rfind(mark) for mark in (". ", "? ", "! "))
    if sentence >= length // 2:
        return cut[: sentence + 1]
    return cut[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
