"""Words of crisis: what a search may hold that asks for help before anything else. Pure functions.

A missed cry for help costs more than a panel too many, so that slips of the finger are forgiven and other words may
stand between those of a phrase.
"""

from collections.abc import Iterable

from rapidfuzz.distance import OSA

from search.dictionary import is_english
from search.text import stem, words

#: What every site starts with; editors keep their own list. Written from the words that the Samaritans' media
#: guidelines and the NHS page "Help for suicidal thoughts" name as signs.
STARTING_PHRASES = (
    "suicide",
    "suicidal",
    "kill myself",
    "killing myself",
    "end my life",
    "ending my life",
    "end it all",
    "take my own life",
    "want to die",
    "wish I was dead",
    "wish I were dead",
    "better off dead",
    "better off without me",
    "don't want to be here anymore",
    "don't want to live",
    "don't want to wake up",
    "no reason to live",
    "not worth living",
    "can't go on",
    "can't do this anymore",
    "can't take it anymore",
    "hurt myself",
    "hurting myself",
    "harm myself",
    "self harm",
    "selfharm",
    "cut myself",
    "cutting myself",
    "overdose",
    "overdosed",
    "took too many pills",
    "goodbye note",
    "want to disappear",
    "hurt someone",
    "kill someone",
    "kill him",
    "kill her",
    "raped",
    "he hits me",
    "she hits me",
    "beats me",
    "strangled me",
    "scared for my life",
    "not safe at home",
    "hearing voices",
    "unalive",
    "kms",
)
#: What is written in two words as well as in one.
ONE_WORD = {
    ("any", "more"): "anymore",
    ("can", "not"): "cant",
    ("could", "not"): "couldnt",
    ("did", "not"): "didnt",
    ("do", "not"): "dont",
    ("my", "self"): "myself",
    ("some", "one"): "someone",
}
#: Words that may stand between two words of a phrase: "I want to just die". A small word follows directly, for it is
#: everywhere: "can't go on" is not "can't go to work on Monday".
GAP, SMALL = 2, 2


def is_crisis(text: str, phrases: Iterable[str]) -> bool:
    """Say whether ``text`` (cleaned) holds one of the phrases, in order, misspelt or with a word or two between."""
    asked = _joined(words(text))
    run_together = {"".join(pair) for pair in zip(asked, asked[1:], strict=False)}
    return any(_holds(asked, run_together, _joined(words(phrase))) for phrase in phrases)


def _joined(asked: list[str]) -> list[str]:
    """Return the words with those in one that are written in one or in two: "do not" and "don't"."""
    joined: list[str] = []
    for word in asked:
        if joined and (one := ONE_WORD.get((joined[-1], word))):
            joined[-1] = one
        else:
            joined.append("cant" if word == "cannot" else word)
    return joined


def _holds(asked: list[str], run_together: set[str], phrase: list[str]) -> bool:
    if not phrase:
        return False
    if "".join(phrase) in run_together or "".join(phrase) in asked:
        return True
    starts = [place for place, word in enumerate(asked) if is_like(word, phrase[0])]
    return any(_follows(asked, place + 1, phrase[1:]) for place in starts)


def _follows(asked, start, rest) -> bool:
    for wanted in rest:
        gap = GAP if len(wanted) > SMALL else 0
        reach = range(start, min(start + gap + 1, len(asked)))
        place = next((place for place in reach if is_like(asked[place], wanted)), None)
        if place is None:
            return False
        start = place + 1
    return True


def is_like(word: str, wanted: str) -> bool:
    """Say whether ``word`` is ``wanted``, another form of it, or a slip of the finger away from it.

    One slip in a word of four letters or more, two in one of seven or more; the first letter must be right, and a
    word that is right as it stands ("rapid") is no slip.
    """
    if word == wanted or (len(wanted) > 3 and stem(word) == stem(wanted)):
        return True
    slips = 2 if len(wanted) >= 7 else 1 if len(wanted) >= 4 else 0
    if not slips or word[:1] != wanted[:1] or OSA.distance(word, wanted, score_cutoff=slips) > slips:
        return False
    return not is_english(word)
