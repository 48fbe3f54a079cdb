"""Which panels somebody sees, by what they may do."""

from django.urls import reverse
from wagtail.admin.views.home import (
    LockedPagesPanel,
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)
from wagtail.models import Page
from wagtail.permissions import policy_registry

from blog.models import ArticlePage
from blog.review.waiting import due_for, horizon, is_reviewer, waiting_for_review
from hub.core.dashboard import WorkPanel, rows_wanted

from . import drafts, publication, reviews

#: Wagtail's own panels that say the same with less.
REPLACED = (WorkflowObjectsToModeratePanel, UserObjectsInWorkflowModerationPanel, RecentEditsPanel)


def construct(request, panels: list) -> None:
    """Put the panels of articles in the place of Wagtail's."""
    policy = policy_registry.get_by_type(Page)
    panels[:] = [panel for panel in panels if not isinstance(panel, REPLACED)]
    again = again_panel(request)
    if is_reviewer(request.user):
        panels.append(reviews_panel(request, nothing_due=not again.count))
    elif not policy.user_has_any_permission(request.user, {"add", "change", "publish", "lock", "unlock"}):
        panels[:] = [panel for panel in panels if not isinstance(panel, LockedPagesPanel)]
    if again.count:
        panels.append(again)
    if policy.user_has_permission(request.user, "publish"):
        panels += editors_panels(request)
    if policy.user_has_any_permission(request.user, {"add", "change"}):
        panels.append(drafts_panel(request))


def drafts_panel(request) -> WorkPanel:
    mine = drafts.drafts_of(request.user)
    return WorkPanel(
        "my-drafts",
        "My drafts",
        drafts.rows(mine[: rows_wanted(request, "my-drafts")]),
        count=mine.count(),
        order=120,
        icon="edit",
        empty="You have no drafts. An article begins with an empty page, or with a document that you have.",
        ways=drafts.ways(request.user),
    )


def reviews_panel(request, nothing_due: bool) -> WorkPanel:
    waiting = waiting_for_review(request.user)
    also = ", and nothing that you have reviewed is due again within a month" if nothing_due else ""
    return WorkPanel(
        "my-reviews",
        "Waiting for your review",
        reviews.waiting_rows(waiting[: rows_wanted(request, "my-reviews")]),
        count=waiting.count(),
        order=70,
        icon="clipboard-list",
        empty=f"Nothing waits for your review{also}.",
    )


def again_panel(request) -> WorkPanel:
    """What somebody has reviewed and has to read again; also where they are no reviewer any more."""
    again = due_for(request.user, horizon())
    rows = reviews.due_rows(again[: rows_wanted(request, "my-reviews-due")], request.user)
    return WorkPanel(
        "my-reviews-due", "Reviews of yours that are due", rows, count=again.count(), order=80, icon="calendar-check"
    )


def editors_panels(request) -> list[WorkPanel]:
    """Those in which there is nothing are left out, and said in one sentence."""
    waiting = publication.waiting_for_publication(request.user)
    rows = publication.waiting_rows(waiting[: rows_wanted(request, "to-publish")])
    found = [panel for panel in (week_panel(request), due_panel(request), changed_panel(request)) if panel.count]
    empty = "Nothing waits for publication."
    if not found:
        empty += " No review is due within a month, and nothing goes live or expires this week."
    first = WorkPanel(
        "to-publish",
        "Waiting for publication",
        rows,
        count=waiting.count(),
        order=90,
        icon="check",
        empty=empty,
    )
    return [first, *found]


def week_panel(request) -> WorkPanel:
    rows = publication.week_rows()
    shown = rows[: rows_wanted(request, "this-week")]
    return WorkPanel("this-week", "In the next seven days", shown, count=len(rows), order=95, icon="calendar-alt")


def due_panel(request) -> WorkPanel:
    due = ArticlePage.objects.due_for_review(horizon())
    rows = reviews.due_rows(due[: rows_wanted(request, "reviews-due")])
    return WorkPanel(
        "reviews-due",
        "Reviews due or overdue",
        rows,
        count=due.count(),
        order=100,
        icon="calendar-check",
        all_url=reverse("article_reports:review_due"),
    )


def changed_panel(request) -> WorkPanel:
    changed = ArticlePage.objects.changed_since_review()
    rows = reviews.changed_rows(changed[: rows_wanted(request, "changed-since-review")])
    return WorkPanel(
        "changed-since-review",
        "Changed since they were signed off",
        rows,
        count=changed.count(),
        order=105,
        icon="history",
        all_url=f"{reverse('article_reports:review_due')}?review=changed",
    )
