"""Made-up articles in any number, and questions to them: how search grows. Pure functions.

Words are drawn by a Zipf-Mandelbrot law (https://doi.org/10.1007/978-3-642-15930-5), so that some stand in nearly every
article, most in few; every article is the same in every run, whatever the number of articles.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random

from search.documents import ARTICLE, Document, Passage
from search.evaluation.collections import Text

SEED = 7
VOCABULARY = 30_000
PASSAGES, QUESTIONS = 10, 2
#: Words of a passage; of these so many are the small words of English.
WORDS, SMALL_WORDS = 120, 50
_SMALL = "the and to of a in it is that you for on with as be this are have not but or they can at what your if"
_ONSETS = "b c d f g h j k l m n p r s t v w br ch cl dr fl gr pl pr sh sl st th tr"
_VOWELS = "a e i o u ea ou"
_ENDS = "l m n r t nd rt st ck"


@cache
def vocabulary() -> tuple[str, ...]:
    """Return the words, commonest first: pronounceable, none of them English but by chance."""
    random = Random(SEED)  # noqa: S311
    onsets, vowels, ends = _ONSETS.split(), _VOWELS.split(), _ENDS.split()
    found: dict[str, None] = {}
    while len(found) < VOCABULARY:
        syllables = [random.choice(onsets) + random.choice(vowels) for _ in range(random.choice((2, 2, 3)))]
        found["".join(syllables) + random.choice(ends)] = None
    return tuple(found)


@cache
def _weights() -> tuple[float, ...]:
    return tuple(accumulate(1 / (rank + 10) for rank in range(VOCABULARY)))


def _drawn(random: Random, count: int) -> list[str]:
    return random.choices(vocabulary(), cum_weights=_weights(), k=count)


def _sentences(random: Random) -> str:
    drawn = _drawn(random, WORDS - SMALL_WORDS) + random.choices(_SMALL.split(), k=SMALL_WORDS)
    random.shuffle(drawn)
    parts = [drawn[start : start + 12] for start in range(0, WORDS, 12)]
    return " ".join(f"{' '.join(part).capitalize()}." for part in parts)


def article(number: int) -> Document:
    """Return article ``number``, from 1: a title, eight sections and two questions with their answers."""
    random = Random(f"{SEED} {number}")  # noqa: S311
    passages = []
    for place in range(PASSAGES):
        is_question = place >= PASSAGES - QUESTIONS
        heading = " ".join(_drawn(random, 4)).capitalize() + ("?" if is_question else "")
        passages.append(Passage(heading, _sentences(random), f"part-{place}", is_question))
    return Document(number, ARTICLE, " ".join(_drawn(random, 5)).capitalize(), tuple(passages))


def articles(count: int) -> Iterator[Document]:
    return map(article, range(1, count + 1))


def as_text(document: Document) -> Text:
    """Return an article as one text, as Wagtail indexes a page."""
    body = "\n".join(f"{passage.heading}\n{passage.text}" for passage in document.passages)
    return Text(str(document.page_id), document.title, body)


def size(document: Document) -> int:
    """Return the bytes of an article's text."""
    text = as_text(document)
    return len(text.title.encode()) + len(text.text.encode())


@dataclass(frozen=True)
class Ranks:
    """From which to which place of the vocabulary, commonest first, a class of words is taken."""

    first: int
    last: int

    def word(self, random: Random) -> str:
        return vocabulary()[random.randrange(self.first, self.last)]


COMMON, MIDDLING, RARE = Ranks(0, 10), Ranks(500, 2_000), Ranks(VOCABULARY - 5_000, VOCABULARY)


def _misspelt(random: Random) -> str:
    word = MIDDLING.word(random)
    place = random.randrange(1, len(word) - 1)
    return word[:place] + word[place + 1 :]


#: How to ask, by the name it is reported under.
CLASSES = {
    "common": COMMON.word,
    "middling": MIDDLING.word,
    "rare": RARE.word,
    "absent": lambda random: f"{MIDDLING.word(random)}{RARE.word(random)}",
    "all common": lambda random: " ".join(COMMON.word(random) for _ in range(4)),
    "mixed": lambda random: f"{COMMON.word(random)} {MIDDLING.word(random)} {RARE.word(random)}",
    "question": lambda random: (
        f"how do I {COMMON.word(random)} my {MIDDLING.word(random)} when {COMMON.word(random)} {MIDDLING.word(random)}?"
    ),
    "phrase": lambda random: f'"{COMMON.word(random)} {COMMON.word(random)}"',
    "misspelt": _misspelt,
}


def questions(name: str, count: int) -> list[str]:
    """Return ``count`` questions of a class, the same in every run."""
    random = Random(f"{SEED} {name}")  # noqa: S311
    return [CLASSES[name](random) for _ in range(count)]


def mixture(each: int) -> list[str]:
    """Return questions of every class, ``each`` of each, in no order."""
    found = [question for name in CLASSES for question in questions(name, each)]
    Random(SEED).shuffle(found)  # noqa: S311
    return found
