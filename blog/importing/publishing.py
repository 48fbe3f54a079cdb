"""The drafts of one import made public, once all of them are there: one may lead to another."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from blog.importing.drafts import reason_to_leave
from blog.importing.faults import faults
from blog.models import ArticlePage
from blog.quality.articles import pages_at
from blog.quality.draft import Draft
from blog.quality.gate import judge

STOPPED = "Not published: something must be fixed first. The draft is kept."
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Obstacle:
    """Why a draft stays one; ``details`` are all that would not pass in the editor.

    ``is_fault``: the importer failed, and nobody knows what of the article is wrong.
    """

    reason: str
    details: tuple[str, ...] = ()
    is_fault: bool = False


def latest(key: int) -> ArticlePage:
    """Return the latest draft of the article with the primary key ``key``."""
    return ArticlePage.objects.get(pk=key).get_latest_revision_as_object()


def not_public(keys: Iterable[int]) -> list[int]:
    """Return the keys of those articles whose latest draft readers do not see yet."""
    unseen = ArticlePage.objects.filter(Q(live=False) | Q(has_unpublished_changes=True), pk__in=keys)
    return list(unseen.order_by("pk").values_list("pk", flat=True))


def publish(key: int, revision: int | None) -> Obstacle | None:
    """Make a draft public, if it is still the one that was imported as ``revision``; return why not, if it is not.

    Never fails: one article must not harm the others.
    """
    try:
        with transaction.atomic():
            return _published(latest(key), revision)
    except Exception as error:
        logger.exception("A draft that was imported could not be published.")
        return _fault(error)


def _fault(error: Exception) -> Obstacle:
    told = f"Not published: the importer failed at this article ({type(error).__name__}). The draft is kept."
    return Obstacle(told, is_fault=True)


def _published(page: ArticlePage, revision: int | None) -> Obstacle | None:
    if page.latest_revision_id != revision:
        return Obstacle("Not published: somebody has changed the article meanwhile.")
    if reason := reason_to_leave(page):
        return Obstacle(f"Not published: {reason[0].lower()}{reason[1:]}")
    if obstacle := _unfit(page):
        return obstacle
    page.get_latest_revision().publish()
    return None


def _unfit(page: ArticlePage) -> Obstacle | None:
    """Return what in a draft would not pass in the editor."""
    wanting = list(faults(page.body.stream_block, page.body.get_prep_value()))
    try:
        page.full_clean()
    except ValidationError as error:
        wanting += error.messages
    return Obstacle(f"Not published: {wanting[0]}", tuple(wanting)) if wanting else None


def held_back(keys: Iterable[int], lists) -> dict[int, Obstacle]:
    """Return those drafts that must not be published, by key, supposing that all others of them are.

    A draft counts as there for those that lead to it until it is held back itself; then they are judged again.
    ``lists``: of the words that the rules go by.
    """
    coming, held, leads_to = set(keys), {}, {}
    due = list(coming)
    while due:
        found = {}
        for key in due:
            try:
                leads_to[key], obstacle = _judged(key, lists, frozenset(coming))
            except Exception as error:
                logger.exception("A draft that was imported could not be judged.")
                leads_to[key], obstacle = set(), _fault(error)
            if obstacle:
                found[key] = obstacle
        held |= found
        coming -= found.keys()
        due = [key for key in coming if leads_to[key] & found.keys()]
    return held


def _judged(key: int, lists, coming: frozenset[int]) -> tuple[set[int], Obstacle | None]:
    """Return where a draft leads to, and what stands in its way."""
    page = latest(key)
    verdict = judge(page, lists, coming)
    return _led_to(verdict.draft), _unfit(page) or (Obstacle(STOPPED) if verdict.must else None)


def _led_to(draft: Draft) -> set[int]:
    """Return the keys of the pages that a draft's links name, by their keys or by their paths."""
    by_path = {link.href for link in draft.links if link.href.startswith("/") and not link.href.startswith("//")}
    return {link.page for link in draft.links if link.page} | {
        key for path in by_path for key in pages_at(path).values_list("pk", flat=True)
    }
