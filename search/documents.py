"""What is indexed: a page as a document, each of its sections and questions as a passage. Pure values."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime

#: Longer sections are parted, so that the passage found is one that can be read at a glance.
LONGEST_PASSAGE = 220
#: A page has at most this many passages: identifiers keep ten bits for them.
MOST_PASSAGES = 1024

ARTICLE, QUESTION, TOPIC, PERSON, PAGE = "article", "question", "topic", "person", "page"

_SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+")


@dataclass(frozen=True)
class Passage:
    """A section or a question with its answer. ``anchor`` is the deep link; "" for the start of the page."""

    heading: str
    text: str
    anchor: str = ""
    is_question: bool = False


@dataclass(frozen=True)
class Document:
    """A page with its passages, in reading order. ``path`` is the page's place in the tree."""

    page_id: int
    kind: str
    title: str
    passages: tuple[Passage, ...]
    path: str = ""
    topics: tuple[int, ...] = ()
    published_on: date | None = None
    expires_at: datetime | None = field(default=None)


def windows(text: str, longest: int = LONGEST_PASSAGE) -> list[str]:
    """Part a text of paragraphs (one a line) into pieces of at most ``longest`` words, none of them a mere rest.

    Pieces end with a paragraph where that is possible, else with a sentence, else with a word.
    """
    total = len(text.split())
    if total <= longest:
        return [text] if total else []
    wanted = total / -(-total // longest)
    pieces, current, count = [], [], 0
    for unit in _units(text, longest):
        size = len(unit.split())
        if current and (count + size > longest or count >= wanted):
            pieces.append("".join(current).strip())
            current, count = [], 0
        current.append(unit)
        count += size
    if current:
        pieces.append("".join(current).strip())
    return [piece for piece in pieces if piece]


def _units(text, longest):
    """Yield sentences with what follows them, parted further where one is longer than a whole piece."""
    for line in text.splitlines():
        start = 0
        sentences = []
        for match in _SENTENCE.finditer(line):
            sentences.append(line[start : match.end()])
            start = match.end()
        sentences.append(f"{line[start:]}\n")
        for sentence in sentences:
            words = sentence.split()
            if len(words) <= longest:
                yield sentence
                continue
            for begin in range(0, len(words), longest):
                yield " ".join(words[begin : begin + longest]) + " "
