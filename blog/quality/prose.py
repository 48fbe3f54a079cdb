"""Sentences, words, syllables, and how many years of school a text asks for. Pure functions.

Sources: Flesch (1948), https://doi.org/10.1037/h0057532; Kincaid, Fishburne, Rogers and Chissom (1975), Derivation of
new readability formulas for Navy enlisted personnel, https://apps.dtic.mil/sti/citations/ADA006655.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

#: Letters with full stops between them, or letters and digits that an apostrophe, a hyphen or a decimal point joins.
_WORD = re.compile(r"[^\W_](?:\.[^\W_])+(?![^\W_])|[^\W_]+(?:['’ʼ\-‑][^\W_]+|(?<=\d)[.,:](?=\d)[^\W_]+)*")
#: Shortened words that a full stop belongs to; after the first kind a sentence never ends.
_TITLES = frozenset("dr mr mrs ms prof st vs eg ie e.g i.e cf approx no fig al".split())
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+|$)")
#: Who said what was quoted: “Why?” Anna asked.
_SPEAKER = re.compile(r"[^\W\d_]+(?:\s[^\W\d_]+)?\s(?:said|says|asked|asks|answered|replied|wrote|writes|added)\b")
_OPENING = re.compile(r"[\"'“‘(\[]*[^\W_a-z]")

#: Words that the rules of spelling count wrongly, with their syllables.
_SYLLABLES = {
    word: count
    for count, listed in {
        1: "did weren't aren't real hour hours our fire tired",
        2: (
            "being beings business being's create creates didn't doesn't couldn't wouldn't shouldn't isn't wasn't "
            "hasn't haven't hadn't every evening going doing maybe people peoples poem quiet react science seeing "
            "someone something sometimes somewhere themselves yourselves ourselves trying crying via diet client "
            "clients trial anxious patience patient patients therefore safety lonely lovely hopeful careful "
            "useful grateful painful statement movement whereas forehead sleepless homework lifetime meanwhile "
            "likewise naive caffeine psyche cliche rhythm prism chasm ie eg"
        ),
        3: (
            "area areas created creating creative everyone everything everyday family idea ideas ideal quieter "
            "quietly reaction several worrying period serious various previous obvious audience carefully "
            "involvement moreover otherwise recipe"
        ),
        4: "reality society anxiety variety experience experienced cooperate coordinate apostrophe",
        5: "experiences",
    }.items()
    for word in listed.split()
}
_VOWELS = re.compile(r"[aeiouy]+")
#: One vowel sound fewer, or one more, than the runs of vowel letters.
_FEWER = re.compile(
    r"(?:[^aeiouyl]|[aeiouy]l)e$|[^dtaeiouy]ed$|[^aeioucgsxz]es$|(?:[csz]h)?[^aeiouycgshxz]es$|ely$|eful$|eless$|ement$|eness$"
)
_MORE = re.compile(r"i[aou](?!r?s?$)|i[ao]$|ier$|iest$|[^q]ua[lt]|uou|[^aeiou]eing|ying|sm$|sms$|yo[^u]|dnt$")
_JOINED = re.compile(r"[tcsx]i(?:on|an|al|ent|ence|ous|a)|gi(?:on|ous)")


def words(text: str) -> list[str]:
    """Return the words of ``text``; "don't", "long-term", "a.m." and "10.30" are one each, "and/or" is two."""
    return _WORD.findall(text)


def occurrences(phrase: str, text: str) -> int:
    """Return how often the words of ``phrase`` stand in ``text`` one after another, in any case."""
    wanted, found = words(phrase.lower()), words(text.lower())
    places = range(len(found) - len(wanted) + 1) if wanted else ()
    return sum(found[place : place + len(wanted)] == wanted for place in places)


def sentences(text: str) -> list[str]:
    """Return the sentences of one paragraph; what has no full stop at its end is one too."""
    return list(_sentences(text))


#: Several rules ask for the sentences of the same article one after the other.
@lru_cache(maxsize=1_000)
def _sentences(text: str) -> tuple[str, ...]:
    found, start = [], 0
    for end in _END.finditer(text):
        rest = text[end.end() :].lstrip()
        if rest and not _ends(text[start : end.start()], end.group(), rest):
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    found.append(text[start:].strip())
    return tuple(sentence for sentence in found if _WORD.search(sentence))


def _ends(before: str, mark: str, rest: str) -> bool:
    """Say whether a full stop between ``before`` and ``rest`` ends a sentence."""
    last = before.rsplit(None, 1)[-1].lower().lstrip("(“\"'") if before.strip() else ""
    if mark.startswith(".") and len(mark) == 1:
        if last in _TITLES or re.fullmatch(r"(?:[a-z]\.)*[a-z]", last) and last not in ("i", "a"):
            return False
        return bool(_OPENING.match(rest))
    if mark[-1] in "\"'”’" and _SPEAKER.match(rest):
        return False
    return bool(_OPENING.match(rest)) or not rest[:1].islower()


@lru_cache(maxsize=50_000)
def syllables(word: str) -> int:
    """Return how many syllables an English word has, by its spelling: right for about nine words of ten."""
    word = word.lower().replace("’", "'")
    if word in _SYLLABLES:
        return _SYLLABLES[word]
    if re.fullmatch(r"[a-z](?:\.[a-z])+", word):
        return len(word.split("."))
    if "-" in word or "‑" in word:
        return sum(syllables(part) for part in re.split("[-‑]", word) if part)
    bare = re.sub(r"'(?:s|d|m|re|ve|ll|t)?$", "", word).replace("'", "")
    if bare in _SYLLABLES:
        return _SYLLABLES[bare]
    if not bare.isascii() or bare.isdigit():
        return max(1, len(_VOWELS.findall(bare)))
    count = len(_VOWELS.findall(bare))
    if len(bare) > 3 and _FEWER.search(bare):
        count -= 1
    count += sum(not _JOINED.search(bare[max(0, at.start() - 1) : at.end() + 3]) for at in _MORE.finditer(bare))
    return max(1, count)


@dataclass(frozen=True)
class Measures:
    """How much text there is: running words, their syllables, and sentences."""

    words: int = 0
    syllables: int = 0
    sentences: int = 0

    @property
    def grade(self) -> float:
        """The years of school the text asks for (Flesch-Kincaid grade level); 0 for no text."""
        if not self.words or not self.sentences:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59

    @property
    def ease(self) -> float:
        """Flesch's reading ease: 60 to 70 is plain English, below 30 very hard; 100 for no text."""
        if not self.words or not self.sentences:
            return 100.0
        return 206.835 - 1.015 * self.words / self.sentences - 84.6 * self.syllables / self.words


def measure(paragraphs: Iterable[str]) -> Measures:
    """Return the measures of running text, a paragraph or list item each: every one ends a sentence."""
    counted = spoken = ended = 0
    for paragraph in paragraphs:
        found = words(paragraph)
        counted += len(found)
        spoken += sum(map(syllables, found))
        ended += len(sentences(paragraph))
    return Measures(counted, spoken, ended)
