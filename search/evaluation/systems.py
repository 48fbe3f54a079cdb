"""What is measured: each system is given documents and then asked. This one is the hub's own search.

Every system is asked for ``DEPTH`` documents and answers with their identifiers, best first.
"""

from collections.abc import Callable, Iterable, Iterator

from django.db import connection, transaction

from search import finding
from search.documents import ARTICLE, MOST_PASSAGES, Document, Passage, windows
from search.engines import Index, index_on
from search.evaluation.collections import Text
from search.evaluation.measures import DEPTH
from search.query import Synonyms, cleaned, synonym_table
from search.starting import SYNONYMS

Ask = Callable[[str], list[str]]
System = Callable[[Iterable[Text]], Ask]

#: Documents that are written at once.
BATCH = 200


def hub(texts: Iterable[Text], encoder=None) -> Ask:
    """The hub's search with the synonyms that every site starts with; ``encoder`` adds meaning to words."""
    # A scratch file of SQLite's ends with the session as it is, and its tables are what a site has.
    index = index_on(connection, "evaluation", is_temporary=connection.vendor != "sqlite", encoder=encoder)
    keys = fill(index, texts)
    synonyms = synonym_table(SYNONYMS)
    return lambda question: [keys[page_id - 1] for page_id in answer(index, question, synonyms)]


def fill(index: Index, texts: Iterable[Text]) -> list[str]:
    """Make an index of ``texts``. Return their identifiers: the first one is page 1, and so on."""
    index.create()
    keys: list[str] = []
    for batch in batches(texts):
        with transaction.atomic():
            index.add(document(number, text) for number, text in enumerate(batch, start=len(keys) + 1))
        keys += [text.id for text in batch]
    index.optimize()
    return keys


def document(number: int, text: Text) -> Document:
    """Return a text as the hub has pages: its title, and passages that end with a sentence where they can."""
    passages = [Passage("", piece) for piece in windows(text.text)[:MOST_PASSAGES]]
    if not passages and text.title:
        passages = [Passage("", "")]
    return Document(number, ARTICLE, text.title, tuple(passages))


def answer(index: Index, question: str, synonyms: Synonyms, depth: int = DEPTH) -> list[int]:
    """Return the pages that answer, best first, as the results page finds them."""
    found = finding.find(index, finding.ask(index, cleaned(question), synonyms))
    return list(finding.by_page(found.hits, depth))[:depth]


def batches(texts: Iterable[Text], size: int = BATCH) -> Iterator[list[Text]]:
    batch: list[Text] = []
    for text in texts:
        batch.append(text)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
