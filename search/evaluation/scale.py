"""Search at a given number of articles: what a question, an update and the index cost, beside Wagtail's own search."""

from collections.abc import Iterable
from statistics import median
from time import perf_counter

from django.db import connection, transaction

from search.documents import Document
from search.engines import Index, index_on
from search.evaluation.baselines import WagtailSearch
from search.evaluation.growth import CLASSES, article, as_text, mixture, questions
from search.evaluation.measures import percentile
from search.evaluation.systems import answer, batches
from search.query import synonym_table
from search.starting import SYNONYMS

#: Results of the first page.
FIRST = 10
EACH, REPEATS, UPDATES = 25, 5, 20

SYNONYM_TABLE = synonym_table(SYNONYMS)


def milliseconds(act, *arguments) -> float:
    began = perf_counter()
    act(*arguments)
    return (perf_counter() - began) * 1000


def indexed(documents: Iterable[Document]) -> Index:
    """Return the hub's index of ``documents``, in the session that is to measure."""
    # A file on SQLite is that session's own already, and its tables are what a site has.
    index = index_on(connection, "scale", is_temporary=connection.vendor != "sqlite")
    index.create()
    for batch in batches(documents):
        with transaction.atomic():
            index.add(batch)
    index.optimize()
    return index


def ask(index: Index, question: str) -> list[int]:
    return answer(index, question, SYNONYM_TABLE, FIRST)


def mixed(index: Index) -> dict[str, float]:
    """Return p50 and p99 of questions of every kind, each asked once, in milliseconds."""
    ask(index, "warm")
    times = [milliseconds(ask, index, question) for question in mixture(EACH)]
    return {"p50_ms": round(percentile(times, 0.5), 2), "p99_ms": round(percentile(times, 0.99), 2)}


def by_class(index: Index) -> dict[str, float]:
    """Return what the first question of each class costs the hub, in milliseconds: the median of some runs."""
    return {
        name: round(median(milliseconds(ask, index, question) for _ in range(REPEATS)), 2)
        for name in CLASSES
        for question in questions(name, 1)
    }


def wagtail_by_class(search: WagtailSearch, limit: float) -> dict[str, float]:
    """Return what the same questions cost Wagtail's search, each asked once and given up after ``limit`` seconds."""
    search.limit_time(limit)
    search.ask("warm", depth=FIRST)
    return {
        name: round(milliseconds(lambda asked=question: search.ask(asked, depth=FIRST)), 2)
        for name in CLASSES
        for question in questions(name, 1)
    }


def updates(index: Index, count: int) -> dict[str, float]:
    """Return what putting an article's new passages in place of its old ones costs, in milliseconds."""
    times = []
    for place in range(UPDATES):
        number = 1 + place * count // UPDATES
        fresh = article(count + number)
        changed = Document(number, fresh.kind, fresh.title, fresh.passages)
        with transaction.atomic():
            times.append(milliseconds(index.replace, changed))
    return {"median_ms": round(median(times), 2), "worst_ms": round(max(times), 2)}


def stored_bytes() -> int:
    """Return what this session's tables and their indexes take: all there is of a scratch session."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            figures = []
            for name in ("page_count", "freelist_count", "page_size"):
                cursor.execute(f"PRAGMA {name}")
                figures.append(cursor.fetchone()[0])
            pages, free, page = figures
            return (pages - free) * page
        cursor.execute(
            "SELECT coalesce(sum(pg_total_relation_size(oid)), 0) FROM pg_class "
            "WHERE relnamespace = pg_my_temp_schema() AND relkind = 'r'"
        )
        return int(cursor.fetchone()[0])


def wagtail_of(documents: Iterable[Document]) -> WagtailSearch:
    return WagtailSearch(map(as_text, documents))
