"""What a document puts into an index: rows, titles and questions, and the words to be counted. Pure functions."""

from collections import Counter
from collections.abc import Iterable

from search.documents import MOST_PASSAGES, Document, Passage
from search.engines.values import BITS, Head
from search.text import is_stop_word, stem, words

#: Longer words are nobody's.
LONGEST_WORD = 40


def rows_of(document: Document):
    first = document.page_id << BITS
    for place, passage in enumerate(document.passages[:MOST_PASSAGES]):
        yield first + place, document.title, passage


def heads_of(document: Document):
    first = document.page_id << BITS
    yield Head(first, document.title, document.kind)
    seen = set()
    for place, passage in enumerate(document.passages[:MOST_PASSAGES]):
        if passage.is_question and place and passage.anchor not in seen:
            seen.add(passage.anchor)
            yield Head(first + place, passage.heading, "question")


def counted(rows: Iterable[tuple[int, str, Passage]]) -> tuple[Counter, Counter, Counter]:
    """Return in how many passages each word and each stem stands, and the sums that averages are made of."""
    forms, roots, sums = Counter(), Counter(), Counter()
    titles: dict[str, list[str]] = {}
    for _, title, passage in rows:
        if title not in titles:
            titles[title] = words(title)
        heading, text = words(passage.heading), words(passage.text)
        found = {word for word in (*titles[title], *heading, *text) if len(word) <= LONGEST_WORD}
        forms.update(found)
        roots.update({stem(word) for word in found})
        sums.update(passages=1, title=len(titles[title]), heading=len(heading), text=len(text))
    return forms, roots, sums


def meaningful(text: str) -> str:
    """Return the stems of a title or question without stop words; all of them where there is nothing else."""
    found = words(text)
    return " ".join(stem(word) for word in [word for word in found if not is_stop_word(word)] or found)
