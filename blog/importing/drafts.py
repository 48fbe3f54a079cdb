"""Blocks -> a draft of an article: made once, updated when its document is read again, never over an editor's work."""

import hashlib
import html
import json
import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import chain, count

from django.db import transaction
from wagtail.models import Page, Revision

from blog.importing.facts import apply_facts, wanted_slug
from blog.importing.library import Library
from blog.importing.outline import Facts, Outline, plain
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
    """What became of one document. ``reason`` says why it was skipped or stayed a draft.

    ``left_out`` are the words of parts that show something the site does not have. ``awaits`` are the places in the
    tree (``url_path``) that the document links to, and where no page is yet.
    """

    status: Status
    page: ArticlePage | None = None
    reason: str = ""
    notes: tuple[str, ...] = field(default=())
    left_out: tuple[str, ...] = ()
    awaits: frozenset[str] = frozenset()


@transaction.atomic
def create_or_update(
    parent: ArticleIndexPage,
    outline: Outline,
    source: str,
    *,
    overwrite: bool = False,
    taken: Container[int] = (),
    user=None,
    complete: Callable[[ArticlePage], bool] | None = None,
) -> Result:
    """Save an outline as a draft revision of its article below ``parent``; nothing that visitors see changes.

    Args:    source: the document's file name, by which a later import finds its article again.
             overwrite: write over what an editor has changed since the last import.
             taken: keys of pages that other documents of this import became.
             user: who imports, for the library and the history.
             complete: sets on the page what somebody chose beside the document; says whether that changed anything.
    Returns: the outcome; skipped where somebody changed, locked or scheduled the article.
    """
    page = _find(parent, outline, source, taken)
    if page is None:
        return _Saving(outline, user, complete=complete).create(parent, source)
    if reason := reason_to_leave(page) or _reason_to_keep(page, overwrite):
        return Result(Status.SKIPPED, page, reason, outline.notes)
    return _Saving(outline, user, overwrite, complete).update(page)


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


def reason_to_leave(page: ArticlePage) -> str:
    """Return why no import may touch an article, "" if it may."""
    if page.locked:
        return "Somebody has locked the article."
    if page.approved_schedule:
        return "The article is scheduled to be published; unschedule it first."
    return ""


def _reason_to_keep(page: ArticlePage, overwrite: bool) -> str:
    if not overwrite and digest(page) != page.import_digest:
        return "An editor has changed the article since it was imported; --overwrite replaces it."
    return ""


def _free_slug(parent, base: str) -> str:
    """A slug nothing below ``parent`` has, also for a title without a single Latin letter."""
    # The index answers at feed/ itself.
    used = {"feed", *parent.get_children().filter(slug__startswith=base).values_list("slug", flat=True)}
    numbered = (f"{base}-{number}" for number in count(2))
    return next(slug for slug in chain([base], numbered) if slug not in used)


class _Saving:
    """One outline on its way into a page."""

    def __init__(self, outline: Outline, user=None, overwrite=False, complete=None):
        self.outline, self.user, self.overwrite = outline, user, overwrite
        self.complete = complete or (lambda page: False)
        self.library = Library(outline, user)
        self.written = write(outline, self.library.resolve)
        self.notes = (*outline.notes, *self.library.notes, *self.written.notes)

    def result(self, status: Status, page: ArticlePage) -> Result:
        return Result(status, page, "", self.notes, self.written.left_out, self.library.awaits)

    def create(self, parent, source: str) -> Result:
        page = ArticlePage(import_source=source, live=False, has_unpublished_changes=True, owner=self.user)
        page.slug = _free_slug(parent, wanted_slug(self.outline.facts, self.outline.title))
        self.fill(page)
        self.apply_facts(page, overwrite=True)
        self.complete(page)
        parent.add_child(instance=page)
        _add_first_revision(page, self.user)
        return self.result(Status.CREATED, page)

    def update(self, page: ArticlePage) -> Result:
        before = {digest(page), page.import_digest}
        self.fill(page)
        facts_before = self.facts_of(page)
        self.apply_facts(page, overwrite=self.overwrite)
        is_completed = self.complete(page)
        result = self.result(Status.UPDATED, page)
        if page.workflow_in_progress:
            note = "The article is in a workflow: whoever reviews it should know that its text was imported again."
            result = replace(result, notes=(*result.notes, note))
        if before != {page.import_digest} or is_completed or facts_before != self.facts_of(page):
            page.save_revision(clean=False, user=self.user, log_action=True)
        return result

    def fill(self, page: ArticlePage) -> None:
        page.title = page.draft_title = self.outline.title
        page.standfirst = self.outline.subtitle or self.outline.facts.excerpt[:400]
        page.body = json.dumps(self.written.body)
        page.import_digest = digest(page)

    def apply_facts(self, page: ArticlePage, *, overwrite: bool) -> None:
        self.notes = (*self.notes, *apply_facts(page, self.outline.facts, self.library, overwrite=overwrite))

    def facts_of(self, page: ArticlePage) -> list:
        return [page.serializable_data() if self.outline.facts != Facts() else None]


def _add_first_revision(page: ArticlePage, user) -> None:
    """What ``save_revision`` does for a page just made, but for saving it once more: that would index it twice."""
    revision = Revision.objects.create(
        content_object=page,
        base_content_type=page.get_base_content_type(),
        user=user,
        content=page.serializable_data(),
        object_str=str(page),
    )
    page.latest_revision, page.latest_revision_created_at = revision, revision.created_at
    Page.objects.filter(pk=page.pk).update(latest_revision=revision, latest_revision_created_at=revision.created_at)


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
