"""The site's own index: kept true as pages change, built anew beside the one that answers."""

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Page

from blog.models import ArticlePage
from hub.core.models import BasePage
from search.documents import Document
from search.embeddings import encoder
from search.engines import Index, index_on
from search.models import IndexState
from search.passages import document_of

logger = logging.getLogger(__name__)

#: To be raised when what is indexed changes: `manage.py prepare` then builds the index anew.
VERSION = 2
#: Pages a step of a rebuild, each step being one transaction.
BATCH = 50


def live_index() -> Index:
    """Return the index that answers."""
    return slot(IndexState.current().live)


def slot(name: str) -> Index:
    return index_on(connection, name, encoder=encoder() if settings.SEARCH_EMBEDDINGS else None)


def page_types() -> list[type[BasePage]]:
    """Return every page type that is searched."""
    return [model for model in BasePage.__subclasses__() for model in _concrete(model)]


def _concrete(model):
    found = [model] if not model._meta.abstract else []
    return found + [inner for child in model.__subclasses__() for inner in _concrete(child)]


def documents(page_ids: Iterable[int]) -> list[Document]:
    """Return those of the pages that a visitor may see and that are not kept out of search, as documents."""
    page_ids = list(page_ids)
    topics = defaultdict(list)
    about = ArticlePage.topics.through.objects.filter(articlepage__in=page_ids)
    for article, topic in about.values_list("articlepage", "topicpage").order_by("topicpage"):
        topics[article].append(topic)
    found = []
    for model in page_types():
        pages = model.objects.published().for_display().filter(pk__in=page_ids, noindex=False, depth__gt=1)
        found += [document_of(page, topics[page.pk]) for page in pages]
    return found


def update(page_ids: Iterable[int]) -> None:
    """Bring the index up to date with pages that were published, unpublished, moved, deleted or made private.

    An index that is being built is kept up to date for the pages it has got to.
    """
    page_ids = sorted(set(page_ids))
    if not page_ids:
        return
    with transaction.atomic():
        state = IndexState.locked()
        found = documents(page_ids)
        slot(state.live).change(page_ids, found)
        if state.building:
            done = [page_id for page_id in page_ids if page_id <= state.cursor]
            slot(state.building).change(done, [document for document in found if document.page_id in set(done)])


def update_quietly(page_ids: Iterable[int]) -> None:
    """Bring the index up to date; a failure is logged by page number and mended by the next rebuild."""
    page_ids = list(page_ids)
    try:
        update(page_ids)
    except Exception:
        # Whatever it is, it must not reach the publishing that it follows.
        logger.exception("Search could not be brought up to date for the pages %s.", page_ids[:20])


def is_outdated() -> bool:
    """Say whether the index was never built, by other rules than today's, or only in part."""
    state = IndexState.current()
    return state.built_at is None or state.version != VERSION or bool(state.building)


def rebuild(*, afresh: bool = False, progress: Callable[[int, int], None] = lambda done, total: None) -> int:
    """Build the index anew beside the one that answers, then let it answer. Return the number of pages in it.

    A rebuild that was interrupted goes on where it was, unless ``afresh``. Two at once help each other.
    ``progress`` is told how many pages are done, and of how many.
    """
    _begin(afresh)
    total = Page.objects.filter(depth__gt=1).count()
    while (done := _step()) is not None:
        progress(min(done, total), total)
    return _finish()


def _begin(afresh: bool) -> None:
    with transaction.atomic():
        state = IndexState.locked()
        if state.building and not afresh and state.version == VERSION:
            return
        state.building, state.cursor = state.spare, 0
        spare = slot(state.building)
        spare.drop()
        spare.create()
        if not slot(state.live).exists():
            slot(state.live).create()
            slot(state.live).optimize()
        state.version = VERSION
        state.save()


def _step() -> int | None:
    """Index the next pages; return how many pages are done, or None when there are no more."""
    with transaction.atomic():
        state = IndexState.locked()
        if not state.building:
            return None
        rest = Page.objects.filter(depth__gt=1, pk__gt=state.cursor).order_by("pk")
        page_ids = list(rest.values_list("pk", flat=True)[:BATCH])
        if not page_ids:
            return None
        slot(state.building).change(page_ids, documents(page_ids))
        state.cursor = page_ids[-1]
        state.save()
        return Page.objects.filter(depth__gt=1, pk__lte=state.cursor).count()


def _finish() -> int:
    with transaction.atomic():
        state = IndexState.locked()
        if state.building:
            slot(state.building).optimize()
            state.live, state.building, state.cursor = state.building, "", 0
            state.built_at = timezone.now()
            state.save()
    with transaction.atomic():
        state = IndexState.locked()
        if not state.building:
            slot(state.spare).drop()
    return len(slot(state.live).page_ids())
