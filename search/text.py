"""Words as search sees them: folded, in one spelling, stemmed. Pure functions, the same for every engine.

Stems are those of the Snowball English stemmer (Porter 2, https://snowballstem.org), which PostgreSQL's ``english``
configuration uses too.
"""

import re
import unicodedata
from functools import lru_cache

import Stemmer

from search.spelling import american

#: Words that say how something is asked, not what about.
STOP_WORDS = frozenset(
    """
    a about above actually after again against ain all also always am an and another any anybody anyone anything are
    aren arent around as at away back be because been before being below between both but by came can cannot cant
    come comes coming could couldn couldnt did didn didnt do does doesn doesnt doing don done dont during each
    either else even ever every everybody everyone everything few first for from further get gets getting give go
    goes going gone got had hadn hadnt has hasn hasnt have haven havent having he hed hello her here hers herself
    hes hi him himself his how hows however i if im in into is isn isnt it itll its itself ive just keeps know let
    lets like ll lot m made make makes making many may maybe me might mine more most much must mustn my myself need
    needs neither never no nobody nor not nothing now of oh ok okay on once one ones only or other others ought our
    ours ourselves own perhaps please put re really s said same say says see seem seems seen shall shan she shes
    should shouldn shouldnt since so some somebody someone something sometimes somewhere soon still such t than
    thank thanks that thats the their theirs them themselves then there theres these they theyd theyll theyre theyve
    thing things think this those though through thus till to told too toward towards u under until upon us ve very
    want wanted wants was wasn wasnt way ways we well were weren werent weve what whatever whats when whenever where
    wheres whether which while who whoever whom whos whose why will with within without won wont would wouldn
    wouldnt y yes yet you youd youll your youre yours yourself yourselves youve
    """.split()
)

#: Apostrophes and accents that are written as characters of their own part no word.
_WORD = re.compile(r"[^\W_]+(?:(?:['’ʼ]|[\u0300-\u036f]+)[^\W_]+)*")
_APOSTROPHE = re.compile(r"['’ʼ]")
_TYPOGRAPHIC = (("’", "'"), ("“", " "), ("”", " "), ("–", " "), ("—", " "), ("…", " "), ("\xa0", " "))
#: Letters and digits in lower case, apostrophes nothing, all else a space.
_ASCII = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)} | {ord("'"): None}
_ENGLISH = Stemmer.Stemmer("english")


def folded(text: str) -> str:
    """Return ``text`` in lower case without accents; apostrophes inside words are dropped ("don't": "dont")."""
    text = text.casefold()
    if not text.isascii():
        text = "".join(part for part in unicodedata.normalize("NFKD", text) if not unicodedata.combining(part))
    return _APOSTROPHE.sub("", text)


def spans(text: str) -> list[tuple[int, int, str]]:
    """Return start, end and folded form of every word of ``text``."""
    return [(match.start(), match.end(), folded(match.group())) for match in _WORD.finditer(text)]


def words(text: str) -> list[str]:
    """Return the folded words of ``text``, in order."""
    found = _at_once(text)
    return _apart(text) if found is None else found.split()


def flat(text: str) -> str:
    """Return the folded words of ``text``, in order, with blanks around each."""
    found = _at_once(text)
    return f" {' '.join(_apart(text)) if found is None else found} "


def _at_once(text: str) -> str | None:
    """Return the words of a text in plain English, parted by blanks; None for any other.

    They are found three times as fast: a page of results reads some thirty thousand of them.
    """
    if not text.isascii():
        for mark, plain in _TYPOGRAPHIC:
            text = text.replace(mark, plain)
        if not text.isascii():
            return None
    return text.translate(_ASCII) if "''" not in text else None


def _apart(text: str) -> list[str]:
    return [folded(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the stem of a folded word, in American spelling: "counselling" and "counseling" are one."""
    root = _ENGLISH.stemWord(american(word))
    # "panicking" is "panick" to Snowball, and "panic" another word.
    return root[:-1] if root.endswith("ick") and len(root) > 5 else root


def stems(text: str) -> list[str]:
    """Return the stems of all the words of ``text``, in order, stop words too."""
    return [stem(word) for word in words(text)]


def is_stop_word(word: str) -> bool:
    """Say whether a folded word carries no meaning of its own."""
    return word in STOP_WORDS
