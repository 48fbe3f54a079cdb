"""Words of a text with their stems and places, in runs that no mark of punctuation parts. Pure functions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser

import Stemmer

#: Words that say nothing of what a text is about.
STOP_WORDS = frozenset(
    """
    a about above across actually after again against ago all almost along already also although always am among an and
    another any anyone anything are around as at away back be became because become been before behind being below
    best better between both but by came can cannot come could did do does doing done down during each either else
    enough even ever every everyone everything few find first for from full further get gets getting give given go goes
    going gone good got had has have having he her here hers him his how however i if in instead into is it its just
    keep kept know known last least less let like likely little long lot made make makes making many may maybe me
    means meant might mine more most mostly much must my near nearly need needs neither never new next no nobody none
    nor not nothing now of off often on once one ones only onto or other others otherwise our ours out over own part
    people perhaps person put quite rather really right said same say says see seem seems seen several shall she
    should since so some somebody someone something sometimes soon still such take taken takes than that the their
    theirs them then there these they thing things this those though three through time times to together too toward
    towards try trying two under until up upon us use used using usually very want wants was way ways we well went were
    what whatever when where whether which while who whole whom whose why will with within without would yes yet you
    your yours
    """.split()
)
#: Words too common for two of them, or one of them and another, to name a subject.
EMPTY = frozenset(
    """
    able add ask begin bit call change clear common day easy effect end experience fact feel follow form grow happen
    hard help hold hope idea important issue kind large learn life like look lose matter mind moment month move mean
    number open place plan point possible problem question read real reason result run safe sense short show side
    simple sit small speak stand start stay step stop sure talk tell think turn understand wait week word work world
    write year apart old bad big different early late whole again thing
    """.split()
)
#: Words that name a subject only beside another.
NEVER_ALONE = frozenset(
    """
    approach argue body brain child children close conversation couple door emotion family friend guide health home
    house love night partner parent practice process relationship session set share sleep support therapist therapy
    therapies treatment type voice counsel counselling counselor counsellor client mental pain response need strong
    skill goal thought belief behavior behaviour story morning evening age adult man woman men women money job
    """.split()
)
_SELF = {"yourself", "yourselves", "themselves", "ourselves", "myself", "himself", "herself", "oneself", "self"}

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
#: What parts two runs of words: all but blanks, hyphens and the marks of an abbreviation.
_BREAK = re.compile(r"[^\w\s\-‐‑'’]|\n")
_OUR = re.compile(r"our(?=(?:s|ed|ing|al|ally|ful|able|ite)?$)")
_ISE = re.compile(r"is(?=(?:e|es|ed|ing|ation|ations)$)")
_ENGLISH = Stemmer.Stemmer("english")


@dataclass(frozen=True)
class Word:
    """A word of a text: where it stands, its stem, and what it is good for."""

    start: int
    end: int
    lower: str
    stem: str
    is_stop: bool
    is_acronym: bool


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the stem of a word in lower case, in American spelling; "yourself" and its like are all "self"."""
    word = word.replace("’", "'").removesuffix("'s").replace("'", "")
    if word in _SELF:
        return "self"
    if len(word) > 5:
        word = _ISE.sub("iz", _OUR.sub("or", word))
    return _ENGLISH.stemWord(word)


_EMPTY = frozenset(map(stem, EMPTY))
_NEVER_ALONE = _EMPTY | frozenset(map(stem, NEVER_ALONE)) | {"self"}


def is_empty(root: str) -> bool:
    """Say whether a stem names no subject, not even beside another."""
    return root in _EMPTY or (root.isdigit())


def names_alone(root: str) -> bool:
    """Say whether a stem may name a subject by itself."""
    return root not in _NEVER_ALONE and len(root) > 3 and not root.isdigit()


def runs(text: str) -> list[list[Word]]:
    """Return the words of ``text``, parted where a mark of punctuation parts them."""
    found: list[list[Word]] = []
    last = None
    for match in _WORD.finditer(text):
        if last is None or _BREAK.search(text, last, match.start()):
            found.append([])
        word = match.group()
        lower = word.lower()
        is_acronym = 2 <= len(word) <= 6 and word.isupper() and word.isalpha()
        found[-1].append(Word(match.start(), match.end(), lower, stem(lower), lower in STOP_WORDS, is_acronym))
        last = match.end()
    return found


def phrases_in(text: str, longest: int = 4, most_between: int = 2) -> Iterator[tuple[str, list[Word]]]:
    """Yield every phrase of one to ``longest`` telling words, as key and words, with at most two stop words in a gap.

    The key holds the stems in alphabetical order: "self-trust" and "trust yourself" are one. A word by itself is
    looked up in the singular instead, for "worried" is not what a text about worry is about.
    """
    for run in runs(text):
        telling = [place for place, word in enumerate(run) if not word.is_stop]
        for first in range(len(telling)):
            for last in range(first, min(first + longest, len(telling))):
                if last > first and telling[last] - telling[last - 1] - 1 > most_between:
                    break
                words = [run[place] for place in telling[first : last + 1]]
                yield (key_of(word.stem for word in words) if len(words) > 1 else alone(words[0].lower)), words


def key_of(stems) -> str:
    """Return the key of a phrase: its stems in alphabetical order, parted by blanks."""
    return " ".join(sorted(stems))


def alone(word: str) -> str:
    """Return the key of a word by itself, in lower case: "=boundary" of "boundaries"."""
    word = word.replace("’", "'").removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        return f"={word[:-3]}y"
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return f"={word[:-1]}"
    return f"={word}"


def stems_of(key: str) -> set[str]:
    """Return the stems of a phrase by its key."""
    return {stem(key[1:])} if key.startswith("=") else set(key.split())


@dataclass
class Line:
    """A line of a rich text as it is read, and the spans of it that are links already."""

    text: str
    links: list[tuple[int, int]]


class _Lines(HTMLParser):
    _BLOCKS = frozenset({"p", "li", "ul", "ol", "br", "hr", "h2", "h3", "h4", "div"})

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.lines = [Line("", [])]
        self.pages: set[int] = set()
        self._opened = None

    def handle_starttag(self, tag, attrs):
        if tag in self._BLOCKS and self.lines[-1].text:
            self.lines.append(Line("", []))
        if tag == "a":
            self._opened = len(self.lines[-1].text)
            given = dict(attrs)
            if given.get("linktype") == "page" and (given.get("id") or "").isdecimal():
                self.pages.add(int(given["id"]))

    def handle_endtag(self, tag):
        if tag == "a" and self._opened is not None:
            self.lines[-1].links.append((self._opened, len(self.lines[-1].text)))
            self._opened = None
        if tag in self._BLOCKS and self.lines[-1].text:
            self.lines.append(Line("", []))

    def handle_data(self, data):
        self.lines[-1].text += data


def lines_of(html: str) -> tuple[list[Line], set[int]]:
    """Return the lines of a rich text in its stored form, and the keys of the pages it links to."""
    parser = _Lines()
    parser.feed(html)
    parser.close()
    return [line for line in parser.lines if line.text.strip()], parser.pages
