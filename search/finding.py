"""From a question to passages: the database finds those that may answer, ``search.ranking`` orders them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from search import planning, typos
from search.engines import Filters, Index, StoredPage, StoredPassage
from search.query import Group, Query, Synonyms, understood
from search.ranking import Collection, Ranking, fields_of
from search.text import stems


@dataclass(frozen=True)
class Hit:
    """A passage that answers, with how well: ``covered`` of the question's groups stand in it."""

    passage: StoredPassage
    page: StoredPage
    score: float
    covered: int


@dataclass(frozen=True)
class Found:
    """What a question found, best first.

    ``is_complete`` says whether every passage that might answer was read; ``is_loose`` that nothing held what was
    asked, so that these share no more than a word with it.
    """

    query: Query
    hits: tuple[Hit, ...] = ()
    is_complete: bool = True
    is_loose: bool = False


def ask(index: Index, text: str, synonyms: Synonyms, *, corrects: bool = True) -> Query:
    """Return the question ``text`` (cleaned), understood with the words that the index knows."""
    return understood(text, synonyms, (lambda words: typos.corrections(words, index)) if corrects else lambda words: {})


def find(index: Index, query: Query, filters: Filters = Filters(), pool: int = planning.POOL) -> Found:  # noqa: B008
    """Return the passages that answer ``query``, best first.

    Where none holds a quoted phrase, or any of the words that mean something, every word is tried.
    """
    found = _found(index, query, filters, pool)
    if found.hits or not query.read:
        return found
    return replace(_found(index, query.loosened(), filters, pool), is_loose=True)


def _found(index, query, filters, pool) -> Found:
    if not query.groups:
        return Found(query)
    with index.asked():
        totals = index.totals()
        frequency = index.frequency(query.stems)
        collection = Collection(totals.passages, frequency, totals.title, totals.heading, totals.text)
        ranking = Ranking(query.groups, collection)
        ids, is_complete = _candidates(index, query.groups, ranking.weights(), frequency, filters, pool)
        passages = index.passages(ids)
        pages = index.pages({passage.page_id for passage in passages})
    return Found(query, tuple(_ranked(passages, pages, ranking)), is_complete)


def _candidates(index, groups, weights, frequency, filters, pool) -> tuple[list[int], bool]:
    forms = index.forms({part for group in groups for way in group.alternatives for part in way.stems})
    steps = planning.steps(groups, frequency)
    found: dict[int, None] = {}
    if len(steps) > 1:
        found.update(dict.fromkeys(index.titled(groups, filters, pool // 4)))
    for step in steps:
        if len(found) >= pool:
            break
        found.update(dict.fromkeys(index.candidates(step, weights, forms, filters)))
    return list(found), len(steps) <= 1 and len(found) < pool


def _ranked(passages: list[StoredPassage], pages: Mapping[int, StoredPage], ranking: Ranking) -> list[Hit]:
    titles = {page_id: stems(page.title) for page_id, page in pages.items()}
    hits = []
    for passage in passages:
        page = pages.get(passage.page_id)
        if page:
            score = ranking(fields_of(titles[passage.page_id], passage.heading, passage.text))
            if score.value > 0:
                hits.append(Hit(passage, page, score.value, score.covered))
    return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))


def by_page(hits, enough: int) -> dict[int, list[Hit]]:
    """Return hits by page, best page first, keeping only those that hold as many of the question's words as can be.

    All the words, if ``enough`` pages hold them; else most; else any.
    """
    pages: dict[int, list[Hit]] = {}
    for least in range(max((hit.covered for hit in hits), default=0), 0, -1):
        pages = {}
        for hit in hits:
            if hit.covered >= least:
                pages.setdefault(hit.page.page_id, []).append(hit)
        if len(pages) >= enough:
            break
    return pages


__all__ = ["Found", "Group", "Hit", "ask", "by_page", "find"]
