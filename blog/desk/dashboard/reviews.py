"""Reviews as rows: what waits for one, what is due again, what has changed since."""

from django.urls import reverse
from wagtail.models import Page

from blog.review.waiting import in_workflow, is_reviewer
from hub.core.dashboard import Row, Way

from .words import day, due, name_of, waiting, waits_long


def waiting_rows(task_states) -> list[Row]:
    """Return a row for each task state of a clinical review, leading to its screen. Two queries."""
    states = list(task_states.select_related("workflow_state__requested_by"))
    titles = Page.objects.in_bulk([int(state.workflow_state.object_id) for state in states])
    return [_waiting(state, titles.get(int(state.workflow_state.object_id))) for state in states]


def _waiting(state, page) -> Row:
    screen = reverse("quality:review", args=[state.workflow_state.object_id])
    by = state.workflow_state.requested_by
    note = f"Submitted by {name_of(by)} on {day(state.started_at)}." if by else f"Since {day(state.started_at)}."
    tone = "critical" if waits_long(state.started_at) else "warning"
    return Row(
        page.draft_title if page else "", screen, waiting(state.started_at), tone, note, (Way("Review", screen),)
    )


def due_rows(articles, reviewer=None) -> list[Row]:
    """Return a row for each article whose review is due. Three queries at most.

    Their ``reviewer``, who may not edit, is led to the article as readers see it; an editor into the editor.
    """
    found = list(articles.select_related("reviewer").defer("body", "references", "related"))
    busy = in_workflow([article.pk for article in found])
    if reviewer is None:
        return [_due_on_the_site(article, article.pk in busy) for article in found]
    may_review = is_reviewer(reviewer)
    return [_due_for_reviewer(article, article.pk in busy, may_review) for article in found]


def _due_on_the_site(article, is_busy: bool) -> Row:
    note = f"Reviewed by {article.reviewer.title if article.reviewer else 'nobody named'}{_last(article)}."
    ways = () if is_busy else (_begin(article, "Ask for a review"),)
    return Row(article.title, _edit(article), *due(article.review_due), _begun(note, is_busy), ways)


def _due_for_reviewer(article, is_busy: bool, may_review: bool) -> Row:
    note = f"You reviewed it{_last(article)}."
    is_unchanged = article.is_review_current and not article.has_unpublished_changes
    may_begin = may_review and is_unchanged
    if not may_begin and not is_busy:
        note += " An editor has to submit it" + ("." if is_unchanged else ": it was changed since.")
    ways = (_begin(article, "Begin the review"),) if may_begin and not is_busy else ()
    return Row(article.title, article.url or "", *due(article.review_due), _begun(note, is_busy), ways)


def _last(article) -> str:
    return f" on {day(article.reviewed_on)}" if article.reviewed_on else ""


def _begun(note: str, is_busy: bool) -> str:
    return f"{note} A review has begun." if is_busy else note


def changed_rows(articles) -> list[Row]:
    """Return a row for each article that was changed since its sign-off. One query more than ``in_workflow``."""
    found = list(articles.select_related("reviewer").defer("body", "references", "related"))
    busy = in_workflow([article.pk for article in found])
    return [_changed(article, article.pk in busy) for article in found]


def _changed(article, is_busy: bool) -> Row:
    by = article.reviewer.title if article.reviewer else "Somebody"
    note = f"{by} signed off another text on {day(article.reviewed_on)}; readers are told so."
    return Row(article.title, _edit(article), "Changed since", "warning", _begun(note, is_busy))


def _begin(article, label: str) -> Way:
    return Way(label, reverse("quality:begin_review", args=[article.pk]), is_posted=True)


def _edit(article) -> str:
    return reverse("wagtailadmin_pages:edit", args=[article.pk])
