"""From a question to passages: the database finds those that may answer, ``search.ranking`` orders them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from search import embeddings, planning, typos
from search.engines import Filters, Index, StoredPage, StoredPassage
from search.query import Query, Synonyms, understood
from search.ranking import Collection, Ranking, fields_of
from search.text import stem, words

EVERYTHING = Filters()


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


def find(index: Index, query: Query, filters: Filters = EVERYTHING, pool: int = planning.POOL) -> Found:
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
        lexicon = index.lexicon(query.stems | {stem(word) for word in query.small})
        totals = lexicon.totals
        collection = Collection(totals.passages, lexicon.frequency, totals.title, totals.heading, totals.text)
        ranking = Ranking(query, collection)
        passages, is_complete = _candidates(index, ranking, lexicon, filters, pool)
        pages = index.pages({passage.page_id for passage in passages})
        hits = _ranked(passages, pages, ranking)
        if index.encoder and hits:
            hits = _by_meaning(index, query, hits)
    return Found(query, tuple(hits), is_complete)


def _candidates(index, ranking, lexicon, filters, pool) -> tuple[list[StoredPassage], bool]:
    """Return passages that may answer, at most ``pool``, and whether there are no others."""
    groups, weights = ranking.groups, ranking.group_weights()
    steps = planning.steps(groups, lexicon.frequency, int(planning.BUDGET * index.budget_share))
    found: dict[int, StoredPassage] = {}
    if sum(planning.estimated(group, lexicon.frequency) for group in groups) > pool:
        found.update((passage.id, passage) for passage in index.titled(groups, filters, pool // 4))
    for step in steps:
        for passage in index.candidates(step, weights, lexicon.forms, filters, found):
            found[passage.id] = passage
            if len(found) >= pool:
                return list(found.values()), False
    return list(found.values()), len(found) < planning.POOL


def _ranked(passages: list[StoredPassage], pages: Mapping[int, StoredPage], ranking: Ranking) -> list[Hit]:
    titles = {page_id: words(page.title) for page_id, page in pages.items()}
    hits = []
    for passage in passages:
        page = pages.get(passage.page_id)
        if page:
            score = ranking(fields_of(titles[passage.page_id], passage.heading, passage.text))
            if score.value > 0:
                hits.append(Hit(passage, page, score.value, score.covered))
    return sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))


def _by_meaning(index: Index, query: Query, hits: list[Hit]) -> list[Hit]:
    """Order the best hits anew: by their words, against the best of them, and by how near they are in meaning."""
    best, first = hits[0].score, hits[: embeddings.DEPTH]
    vectors = index.vectors([hit.passage.id for hit in first])
    keys = list(vectors)
    near = dict(zip(keys, index.encoder.nearness(query.corrected or query.text, list(vectors.values())), strict=True))
    scored = [
        replace(hit, score=hit.score / best + embeddings.WEIGHT * max(0.0, near.get(hit.passage.id, 0.0)))
        for hit in first
    ]
    rest = [replace(hit, score=hit.score / best) for hit in hits[embeddings.DEPTH :]]
    return sorted(scored, key=lambda hit: (-hit.score, hit.passage.id)) + rest


def by_page(hits: Iterable[Hit], enough: int) -> dict[int, list[Hit]]:
    """Return hits by page, best page first. ``hits`` come best first.

    The first ``enough`` pages are whichever answer best. Below them stand only pages that hold as many of the
    question's words as can be asked for: all of them, if ``enough`` pages do; else most; else any.
    """
    pages: dict[int, list[Hit]] = {}
    for hit in hits:
        pages.setdefault(hit.page.page_id, []).append(hit)
    covered = {page_id: max(hit.covered for hit in own) for page_id, own in pages.items()}
    most = sorted(covered.values(), reverse=True)[:enough]
    least = most[-1] if most else 0
    kept = [page_id for place, page_id in enumerate(pages) if place < enough or covered[page_id] >= least]
    return {page_id: pages[page_id] for page_id in kept}


__all__ = ["Found", "Hit", "ask", "by_page", "find"]
