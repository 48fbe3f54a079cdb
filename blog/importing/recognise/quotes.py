"""Quotations that stand on their own, in every dash and quotation mark."""

import re
from dataclasses import replace

from blog.importing.outline import LONGEST_SPEAKER, Quote
from blog.importing.recognise.words import ends_sentence, starts_small, words

_PAIRS = {
    "“": "”“",
    "”": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‘": "’‘",
    "‹": "›",
    '"': '"',
    "'": "'",
    "「": "」",
}
_DASH = re.compile(r"\s?(?:[—–―~-]{1,3})\s?")
_MOST_WORDS_OF_A_SPEAKER, _FEWEST_WORDS = 14, 3


def read_quote(text: str) -> Quote | None:
    """The quote a paragraph is, if it is one from mark to mark, with or without a speaker after it.

    A quoted phrase that prose begins with, dialogue ("I can't," she said), or a word or two in quotation
    marks is no quote.
    """
    text = text.strip()
    closers = _PAIRS.get(text[:1])
    if not closers:
        return None
    for end in range(len(text) - 1, 0, -1):
        if text[end] in closers and not _is_apostrophe(text, end):
            inner, after = text[1:end].strip(), text[end + 1 :].strip().removeprefix(".").strip()
            return _quote(text[0], inner, after)
    return None


def _is_apostrophe(text: str, at: int) -> bool:
    return text[at] in "'’" and text[at - 1].isalnum() and text[at + 1 : at + 2].isalnum()


def _quote(opener: str, inner: str, after: str) -> Quote | None:
    if not inner or _closes_inside(opener, inner):
        return None
    if not after:
        return Quote(inner) if len(words(inner)) >= _FEWEST_WORDS else None
    is_in_brackets = after.startswith("(") and after.endswith(")")
    speaker = _speaker(after[1:-1]) if is_in_brackets else read_attribution(after)
    return replace(speaker, text=inner) if speaker else None


def _closes_inside(opener: str, inner: str) -> bool:
    """Whether the quotation stops and starts again: “No,” she said. “Not now.”"""
    if opener in "'‘":
        return bool(re.search(r"[,.!?]['’] |[‘]| '\w", inner))
    return any(char in inner for char in {opener, *_PAIRS[opener]})


def read_attribution(text: str) -> Quote | None:
    """A quote without text from a line such as "— Speaker, role"; None if it is not one."""
    dash = _DASH.match(text)
    return _speaker(text[dash.end() :]) if dash else None


def _speaker(text: str) -> Quote | None:
    text = text.strip()
    has_name = bool(words(text)) and not starts_small(text) and not any(char in '“”"«»' for char in text)
    is_long = len(text) > LONGEST_SPEAKER or len(words(text)) > _MOST_WORDS_OF_A_SPEAKER
    if not has_name or is_long or (ends_sentence(text) and len(words(text)) > 5):
        return None
    name, _, role = text.partition(",")
    return Quote("", name.strip(), role.strip())
