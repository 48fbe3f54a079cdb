"""What somebody is writing, and what stands in the way of it."""

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from wagtail.models import Page, TaskState, WorkflowState, get_default_page_content_type

from blog.importing.desk.permissions import places_for
from blog.models import SignOff
from hub.core.dashboard import Row, Way

from .words import ago, day, name_of, quoted


def drafts_of(user):
    """Return the pages that ``user`` began, is the author of, or changed last, as far as not all of it is published."""
    was_a_sign_off = Exists(SignOff.objects.filter(revision=OuterRef("latest_revision")))
    theirs = Q(owner=user) | Q(articlepage__author__account=user) | (Q(latest_revision__user=user) & ~was_a_sign_off)
    is_open = Q(live=False, expired=False) | Q(has_unpublished_changes=True)
    return Page.objects.filter(theirs, is_open, depth__gt=1).order_by("-latest_revision_created_at", "-pk")


def rows(pages) -> list[Row]:
    """Return a row for each page. Two queries, the pages' own not counted."""
    pages = list(pages.annotate_approved_schedule())
    states = _states(pages)
    return [_row(page, states.get(page.pk)) for page in pages]


def _states(pages) -> dict[int, WorkflowState]:
    states = WorkflowState.objects.active().filter(
        base_content_type=get_default_page_content_type(), object_id__in=[str(page.pk) for page in pages]
    )
    states = states.select_related("current_task_state__task", "current_task_state__finished_by")
    return {int(state.object_id): state for state in states}


def _row(page, workflow_state) -> Row:
    state, tone, note = _in_the_way(page, workflow_state)
    if page.latest_revision_created_at:
        note = f"{note} Changed {ago(page.latest_revision_created_at)}.".strip()
    return Row(page.draft_title, reverse("wagtailadmin_pages:edit", args=[page.pk]), state, tone, note)


def _in_the_way(page, workflow_state) -> tuple[str, str, str]:
    """Return state, tone and a sentence of what has to happen next."""
    task_state = workflow_state.current_task_state if workflow_state else None
    if task_state and task_state.status == TaskState.STATUS_REJECTED:
        by = f"{name_of(task_state.finished_by)}: " if task_state.finished_by else ""
        return "Returned", "critical", f"{by}{quoted(task_state.comment)}" if task_state.comment else ""
    if task_state:
        return "Waiting", "warning", f"{task_state.task.name}, since {day(task_state.started_at)}."
    if page.approved_schedule:
        return "Scheduled", "positive", ""
    if page.live:
        return "Changes not published", "", "Readers see the version before."
    return "Draft", "", "Not submitted yet."


def ways(user) -> list[Way]:
    """Return how ``user`` may begin an article; none where they may not."""
    place = places_for(user).first()
    if place is None:
        return []
    return [
        Way("Start an article", reverse("wagtailadmin_pages:add", args=["blog", "articlepage", place.pk])),
        Way("Import a document", reverse("importing:start")),
    ]
