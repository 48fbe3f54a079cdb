"""Other engines, measured beside the hub, each as its users would set it up for English.

bm25s and tantivy are development dependencies: where one is not installed, its function raises ImportError.
"""

import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from django.contrib.contenttypes.models import ContentType
from django.db import DatabaseError, connection, transaction
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.index import AutocompleteField, SearchField

from search.evaluation.collections import Text
from search.evaluation.measures import DEPTH
from search.evaluation.scratch import TimeLimit, create_wagtail_tables
from search.evaluation.systems import Ask, batches

#: Seconds after which a query of Wagtail's is given up: on SQLite one can take minutes.
LONGEST = 20.0


@dataclass
class _Entry:
    """A page as Wagtail's indexer reads one: a title, and a body as page types index theirs."""

    pk: int
    title: str
    body: str

    class _meta:
        get_field = staticmethod(Page._meta.get_field)

    @staticmethod
    def get_search_fields():
        return [SearchField("title", boost=2), AutocompleteField("title"), SearchField("body")]


class WagtailSearch:
    """Wagtail's own database backend, as a site has it by default, over tables of this session only."""

    def __init__(self, texts: Iterable[Text]):
        create_wagtail_tables(connection)
        kind = ContentType.objects.get_for_model(Page)
        indexer = get_search_backend().get_index_for_model(Page)
        self.keys: list[str] = []
        for batch in batches(texts):
            entries = [_Entry(number, text.title, text.text) for number, text in enumerate(batch, len(self.keys) + 1)]
            self.keys += [text.id for text in batch]
            Page.objects.bulk_create(_page(entry, kind) for entry in entries)
            self._add(indexer, entries)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE wagtailcore_page")
                cursor.execute("ANALYZE wagtailsearch_indexentry")
        self.limit_time(LONGEST)

    def limit_time(self, seconds: float) -> None:
        """Give up questions that take longer."""
        self.limit = TimeLimit(connection, seconds)

    def _add(self, indexer, entries):
        try:
            with transaction.atomic():
                indexer.add_items(Page, entries)
        except DatabaseError:
            # One text that is more than the backend can index shall not take the others with it.
            if len(entries) > 1:
                for entry in entries:
                    self._add(indexer, [entry])

    def ask(self, question: str, operator: str | None = None, depth: int = DEPTH) -> list[str]:
        """Return what Wagtail finds. A question that it fails at, or takes too long for, finds nothing."""
        try:
            with self.limit.within():
                found = list(Page.objects.search(question, operator=operator)[:depth])
        except Exception:  # noqa: BLE001
            return []
        return [self.keys[page.pk - 1] for page in found]


def _page(entry, kind) -> Page:
    title = entry.title[:255]
    path = Page._get_path("0001", 2, entry.pk)
    return Page(
        pk=entry.pk,
        title=title,
        draft_title=title,
        slug=str(entry.pk),
        path=path,
        depth=2,
        content_type=kind,
        locale_id=1,
    )


def wagtail(texts: Iterable[Text]) -> Ask:
    """``Page.objects.search(question)``, which asks for all of the words."""
    return WagtailSearch(texts).ask


def wagtail_or(texts: Iterable[Text]) -> Ask:
    """The same with ``operator="or"``, which a site may choose."""
    return partial(WagtailSearch(texts).ask, operator="or")


def bm25s(texts: Iterable[Text]) -> Ask:
    """BM25 (k1 1.2, b 0.75) with its longest English stop list and the Snowball stemmer."""
    import bm25s
    import Stemmer

    logging.getLogger("bm25s").setLevel(logging.WARNING)
    stemmer = Stemmer.Stemmer("english")

    def tokens(pieces, **options):
        return bm25s.tokenize(pieces, stopwords="english_plus", stemmer=stemmer, show_progress=False, **options)

    texts = list(texts)
    model = bm25s.BM25(k1=1.2, b=0.75)
    model.index(tokens([f"{text.title} {text.text}" for text in texts]), show_progress=False)
    known = model.vocab_dict

    def ask(question):
        (asked,) = tokens([question], return_ids=False)
        asked = [token for token in asked if token in known]
        if not asked:
            return []
        found, scores = model.retrieve([asked], k=min(DEPTH, len(texts)), n_threads=0, show_progress=False)
        return [texts[place].id for place, score in zip(found[0], scores[0], strict=True) if score > 0]

    return ask


def tantivy(texts: Iterable[Text]) -> Ask:
    """BM25 over title and text with its English stemmer; any of the question's words will do."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("key", stored=True, tokenizer_name="raw")
    for name in ("title", "text"):
        builder.add_text_field(name, tokenizer_name="en_stem")
    index = tantivy.Index(builder.build())
    writer = index.writer(heap_size=64_000_000, num_threads=1)
    for text in texts:
        writer.add_document(tantivy.Document(key=text.id, title=text.title, text=text.text))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def ask(question):
        # Its query language has operators and fields; a question has only words.
        words = re.findall(r"\w+", question.lower())
        if not words:
            return []
        query = index.parse_query(" ".join(words), ["title", "text"])
        return [searcher.doc(address)["key"][0] for _, address in searcher.search(query, DEPTH).hits]

    return ask
