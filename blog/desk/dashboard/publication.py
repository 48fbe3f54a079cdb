"""What waits for an editor, and what publishes or expires soon."""

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Revision, TaskState, get_default_page_content_type

from blog.models import ClinicalReviewTask, SignOff
from hub.core.dashboard import MOST, Row, Way

from .words import day, name_of, waiting, waits_long

#: Days ahead that an editor is told of.
WEEK = 7
#: Minutes after which what should have happened by itself is said to be late; schedules run every few minutes.
LATE = 60


def waiting_for_publication(user):
    """Return the task states of pages that somebody may approve, other than clinical reviews; the longest first."""
    clinical = ClinicalReviewTask.objects.values("task_ptr")
    states = TaskState.objects.reviewable_by(user).exclude(task__in=clinical)
    return states.filter(workflow_state__base_content_type=get_default_page_content_type()).order_by("started_at", "pk")


def waiting_rows(task_states) -> list[Row]:
    """Return a row for each task state, with the last sign-off. Three queries."""
    states = list(task_states.select_related("task", "workflow_state__requested_by"))
    keys = [int(state.workflow_state.object_id) for state in states]
    pages = Page.objects.in_bulk(keys)
    # The newest comes last and stays.
    signed = {found.article_id: found for found in SignOff.objects.filter(article__in=keys).defer("text").reverse()}
    return [
        _waiting(state, pages[key], signed.get(key)) for state, key in zip(states, keys, strict=True) if key in pages
    ]


def _waiting(state, page, signed) -> Row:
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    if signed:
        note = f"Signed off by {signed.name or 'somebody'} on {day(signed.reviewed_on)}."
    else:
        note = f"Submitted by {name_of(state.workflow_state.requested_by)}."
    tone = "critical" if waits_long(state.started_at) else "warning"
    return Row(page.draft_title, address, waiting(state.started_at), tone, note, (Way("Open", address),))


def week_rows() -> list[Row]:
    """Return what is published or taken back by its schedule within a week, or should have been. Three queries."""
    until = timezone.now() + timedelta(days=WEEK)
    coming = Revision.page_revisions.filter(approved_go_live_at__lte=until).order_by("approved_go_live_at")
    starts = {int(key): at for key, at in coming.values_list("object_id", "approved_go_live_at")[:MOST]}
    pages = Page.objects.in_bulk(list(starts))
    moments = [(at, pages[key], True) for key, at in starts.items() if key in pages]
    ending = Page.objects.filter(live=True, expire_at__lte=until).order_by("expire_at")[:MOST]
    moments += [(page.expire_at, page, False) for page in ending]
    return [_moment(*found) for found in sorted(moments, key=lambda found: (found[0], found[1].pk))]


def _moment(at: datetime, page, starts: bool) -> Row:
    local = timezone.localtime(at)
    when = f"{local:%A}, {day(at)}, {local:%H:%M}"
    what, tone = ("Goes live", "positive") if starts else ("Expires", "warning")
    note = f"{when}."
    if timezone.now() - at > timedelta(minutes=LATE):
        what, tone = "Late", "critical"
        note = f"Should have {'gone live' if starts else 'expired'} on {when}: publish_scheduled has to run."
    return Row(page.draft_title, reverse("wagtailadmin_pages:edit", args=[page.pk]), what, tone, note)
