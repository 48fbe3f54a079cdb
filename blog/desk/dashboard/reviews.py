"""Reviews as rows: what waits for one, what is due again, what has changed since."""

from django.urls import reverse
from wagtail.models import Page

from blog.review.waiting import in_workflow
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


def due_rows(articles, *, for_reviewer: bool) -> list[Row]:
    """Return a row for each article whose review is due. Two queries.

    A reviewer, who may not edit, is led to the article as readers see it; an editor into the editor.
    """
    found = list(articles.select_related("reviewer").defer("body", "references", "related"))
    busy = in_workflow([article.pk for article in found])
    return [_due(article, article.pk in busy, for_reviewer) for article in found]


def _due(article, is_busy: bool, for_reviewer: bool) -> Row:
    state, tone = due(article.review_due)
    last = f" on {day(article.reviewed_on)}" if article.reviewed_on else ""
    if for_reviewer:
        note = f"You reviewed it{last}."
        is_open = article.is_review_current and not article.has_unpublished_changes
        if not is_open and not is_busy:
            note += " It was changed since: an editor has to submit it."
        ways = (_begin(article, "Begin the review"),) if is_open and not is_busy else ()
        url = article.url or ""
    else:
        note = f"Reviewed by {article.reviewer.title if article.reviewer else 'nobody named'}{last}."
        ways = () if is_busy else (_begin(article, "Ask for a review"),)
        url = _edit(article)
    if is_busy:
        note += " A review has begun."
    return Row(article.title, url, state, tone, note, ways)


def changed_rows(articles) -> list[Row]:
    """Return a row for each article that was changed since its sign-off. One query more than ``in_workflow``."""
    found = list(articles.select_related("reviewer").defer("body", "references", "related"))
    busy = in_workflow([article.pk for article in found])
    return [_changed(article, article.pk in busy) for article in found]


def _changed(article, is_busy: bool) -> Row:
    by = article.reviewer.title if article.reviewer else "Somebody"
    note = f"{by} signed off another text on {day(article.reviewed_on)}; readers are told so."
    if is_busy:
        note += " A review has begun."
    return Row(article.title, _edit(article), "Changed since", "warning", note)


def _begin(article, label: str) -> Way:
    return Way(label, reverse("quality:begin_review", args=[article.pk]), is_posted=True)


def _edit(article) -> str:
    return reverse("wagtailadmin_pages:edit", args=[article.pk])
