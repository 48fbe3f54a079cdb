"""Words, sentences and capitals: what the other recognisers look at."""

import re


def vocabulary(*lines: str) -> frozenset[str]:
    """The words of some lines."""
    return frozenset(word for line in lines for word in line.split())


_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]{0,3} ")
_FOOTNOTE = re.compile(r"(?:\[\d{1,3}\]){1,5}$")
_CLOSERS = "\"”“’'»›)]* "
_ABBREVIATIONS = vocabulary("dr mr mrs ms prof st vs fig approx jr sr e.g i.e etc cf al ph.d")
_SMALL_WORDS = vocabulary(
    "a an and as at but by for from in into is nor of on or over per so than the to up via vs with"
)
_STOP_WORDS = _SMALL_WORDS | vocabulary(
    "about after all are be before can could do does during has have how i if it its more my no not our should ",
    "that their them these they this those through too was we what when where which who why will you your",
)


def words(text: str) -> list[str]:
    return _WORD.findall(text)


def content_words(text: str) -> frozenset[str]:
    """The words that carry meaning, lower case, plurals cut down to the singular."""
    return frozenset(_singular(word) for word in re.findall(r"[^\W\d_]+", text.lower()) if word not in _STOP_WORDS)


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def sentences(text: str) -> list[str]:
    """Text cut after each sentence, nothing lost but the space between; abbreviations and initials do not end one."""
    found, start = [], 0
    for end in _SENTENCE_END.finditer(text):
        following = text[end.end() : end.end() + 1]
        before = text[max(0, end.start() - 12) : end.start()].rpartition(" ")[2].strip("(\"“'‘«").lower()
        is_short_form = text[end.start()] == "." and (before in _ABBREVIATIONS or (len(before) == 1 and before != "i"))
        if not following.islower() and not is_short_form:
            found.append(text[start : end.end() - 1])
            start = end.end()
    return [*found, text[start:]] if text[start:] else found


def ends_sentence(text: str) -> bool:
    """Whether the text closes like a sentence, quotation marks, brackets and the mark of a footnote aside."""
    return _FOOTNOTE.sub("", text).rstrip(_CLOSERS).endswith((".", "!", "?", "…", "。", "？", "！", "؟"))


def is_question(text: str) -> bool:
    return text.rstrip(_CLOSERS).endswith(("?", "？", "؟"))


def is_title_case(text: str, fewest: int = 1) -> bool:
    """Whether at least ``fewest`` words that matter begin with a capital and none begins without."""
    major = [word for word in words(text) if word.lower() not in _SMALL_WORDS]
    capital = [word for word in major if not word[0].islower()]
    has_case = any(char.isupper() for char in text)
    return has_case and len(major) >= fewest and len(capital) == len(major)


def starts_small(text: str) -> bool:
    """Whether the first letter is a small one, as in the middle of a sentence."""
    first = next((char for char in text if char.isalnum()), "")
    return first.islower()


def quoted(text: str, longest: int = 70) -> str:
    """The text in quotation marks for a note, cut after ``longest`` characters."""
    text = text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
    return f"“{text}”"


def listed(texts: list[str]) -> str:
    """Several texts as one phrase: “a”, “b” and “c”."""
    shown = [quoted(text) for text in texts]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
