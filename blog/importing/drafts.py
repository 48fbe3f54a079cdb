"""Blocks -> a draft of an article: made once, updated when its document is read again, never over an editor's work."""

import hashlib
import html
import json
import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import chain, count

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify

from blog.importing.faults import faults
from blog.importing.outline import Outline, plain
from blog.importing.writer import write
from blog.models import ArticleIndexPage, ArticlePage

_BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')
_ONE_PARAGRAPH = re.compile(r"<p>((?:(?!</?p>).)*)</p>", re.DOTALL)


class Status(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True)
class Result:
    """What became of one document. ``reason`` says why it was skipped or stayed a draft."""

    status: Status
    page: ArticlePage | None = None
    reason: str = ""
    notes: tuple[str, ...] = field(default=())


@dataclass(frozen=True)
class _How:
    """How a page is saved: see ``create_or_update``."""

    publish: bool
    by: object
    complete: Callable[[ArticlePage], bool]


@transaction.atomic
def create_or_update(
    parent: ArticleIndexPage,
    outline: Outline,
    source: str,
    *,
    publish: bool = False,
    overwrite: bool = False,
    taken: Container[int] = (),
    by=None,
    complete: Callable[[ArticlePage], bool] = lambda page: False,
) -> Result:
    """Save an outline as a draft revision of its article below ``parent``.

    Args:    source: the document's file name, by which a later import finds its article again.
             publish: make it public as well; without it nothing that visitors see changes.
             overwrite: write over what an editor has changed since the last import.
             taken: keys of pages that other documents of this import became.
             by: the user who does it, for the page's history.
             complete: sets what the outline does not say, before the page is saved; whether it changed anything.
    Returns: the outcome; skipped where somebody changed, locked or scheduled the article.
    """
    page = _find(parent, outline, source, taken)
    how = _How(publish, by, complete)
    if page is None:
        return _create(parent, outline, source, how)
    if reason := _reason_to_leave(page, overwrite):
        return Result(Status.SKIPPED, page, reason, outline.notes)
    return _update(page, outline, how)


def _find(parent, outline: Outline, source: str, taken: Container[int]) -> ArticlePage | None:
    """The latest draft of the article that an earlier import made of this document.

    The file name alone does not settle it: another document may have the same one.
    """
    texts = set(outline.texts())
    imported = ArticlePage.objects.child_of(parent).filter(import_source=source, alias_of=None).order_by("pk")
    for candidate in imported:
        if candidate.pk in taken:
            continue
        page = candidate.get_latest_revision_as_object()
        common = texts.intersection(_texts(page))
        if page.title == outline.title or len(common) * 2 >= len(texts):
            return page
    return None


def _texts(page: ArticlePage) -> Iterator[str]:
    yield from (page.title, page.standfirst)
    for text in _strings(page.body.get_prep_value()):
        yield from (plain(paragraph) for paragraph in text.split("</p>"))


def _strings(stored) -> Iterator[str]:
    if isinstance(stored, str):
        yield stored
    elif isinstance(stored, dict | list):
        for inner in stored.values() if isinstance(stored, dict) else stored:
            yield from _strings(inner)


def _reason_to_leave(page: ArticlePage, overwrite: bool) -> str:
    if page.locked:
        return "Somebody has locked the article."
    if page.approved_schedule:
        return "The article is scheduled to be published; unschedule it first."
    if not overwrite and digest(page) != page.import_digest:
        return "An editor has changed the article since it was imported; --overwrite replaces it."
    return ""


def _create(parent, outline: Outline, source: str, how: _How) -> Result:
    page = ArticlePage(import_source=source, live=False, has_unpublished_changes=True, owner=how.by)
    page.slug = _free_slug(parent, outline.title)
    _fill(page, outline)
    how.complete(page)
    parent.add_child(instance=page)
    return _save(page, Result(Status.CREATED, page, notes=outline.notes), how)


def _free_slug(parent, title: str) -> str:
    """A slug nothing below ``parent`` has, also for a title without a single Latin letter."""
    base = slugify(title)[:200].strip("-") or "article"
    # The index answers at feed/ itself.
    used = {"feed", *parent.get_children().filter(slug__startswith=base).values_list("slug", flat=True)}
    numbered = (f"{base}-{number}" for number in count(2))
    return next(slug for slug in chain([base], numbered) if slug not in used)


def _update(page: ArticlePage, outline: Outline, how: _How) -> Result:
    result = Result(Status.UPDATED, page, notes=outline.notes)
    if page.workflow_in_progress:
        note = "The article is in a workflow: whoever reviews it should know that its text was imported again."
        result = replace(result, notes=(*result.notes, note))
    before = {digest(page), page.import_digest}
    _fill(page, outline)
    is_completed = how.complete(page)
    if before != {page.import_digest} or is_completed:
        return _save(page, result, how)
    if how.publish and (not page.live or page.has_unpublished_changes):
        return _publish(page, result)
    return result


def _fill(page: ArticlePage, outline: Outline) -> None:
    page.title = page.draft_title = outline.title
    page.standfirst = outline.subtitle
    page.body = json.dumps(write(outline).body)
    page.import_digest = digest(page)


def _save(page: ArticlePage, result: Result, how: _How) -> Result:
    page.save_revision(clean=False, user=how.by, log_action=result.status == Status.UPDATED)
    return _publish(page, result) if how.publish else result


def _publish(page: ArticlePage, result: Result) -> Result:
    """Make the latest revision public, unless something in it would not pass in the editor."""
    wanting = faults(page.body.stream_block, page.body.get_prep_value())
    try:
        page.full_clean()
    except ValidationError as error:
        wanting += error.messages
    if wanting:
        return replace(result, reason=f"Not published: {wanting[0]}", notes=(*result.notes, *wanting))
    page.get_latest_revision().publish()
    page.refresh_from_db()
    return replace(result, page=page)


def digest(page: ArticlePage) -> str:
    """A fingerprint of what an import decides: title, standfirst and body, whoever saved them last.

    The editor's own way of writing the same text down (ids, block keys, entities) does not change it.
    """
    body = [_normal(child.get_prep_value()) for child in page.body]
    content = json.dumps([page.title, page.standfirst, body], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()


def _normal(stored):
    if isinstance(stored, str):
        text = _BLOCK_KEY.sub("", stored).strip()
        only = _ONE_PARAGRAPH.fullmatch(text)
        return " ".join(html.unescape(only[1] if only else text).split())
    if isinstance(stored, dict):
        return {name: _normal(value) for name, value in stored.items() if name != "id"}
    return [_normal(item) for item in stored] if isinstance(stored, list) else stored
