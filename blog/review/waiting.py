"""Who reviews, what waits for their review, and what they have to read again."""

from datetime import date, timedelta

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import CharField, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision, TaskState, WorkflowState, get_default_page_content_type

from blog.models import ArticlePage, ClinicalReviewTask, SignOff

from .authorship import has_written

#: Days before a review is due in which its reviewer is told.
AHEAD_DAYS = 30


def reviewers() -> QuerySet:
    """Return the accounts that may review: the members of the groups of every clinical review."""
    tasks = ClinicalReviewTask.objects.filter(active=True)
    return get_user_model().objects.filter(groups__in=tasks.values("groups")).distinct()


def _tasks_of(user) -> QuerySet:
    tasks = ClinicalReviewTask.objects.filter(active=True)
    return tasks if user.is_superuser else tasks.filter(groups__user=user)


def is_reviewer(user) -> bool:
    return _tasks_of(user).exists()


def waiting_for_review(user) -> QuerySet:
    """Return the task states that somebody may sign off or return now, the longest waiting first.

    Never their own: neither what they wrote, by what is public or by the draft, nor what they submitted.
    """
    states = _by_others(user)
    own = [
        state.pk for state in states.filter(_has_saved(user)) if has_written(state.workflow_state.content_object, user)
    ]
    return states.exclude(pk__in=own)


def _has_saved(user) -> Exists:
    """Pick the states of articles that somebody has saved a version of, signing off aside."""
    signed = SignOff.objects.filter(revision=OuterRef("pk"))
    return Exists(
        Revision.objects.filter(
            ~Exists(signed),
            base_content_type=get_default_page_content_type(),
            object_id=OuterRef("workflow_state__object_id"),
            user=user,
        )
    )


def _by_others(user) -> QuerySet:
    """Return the task states of somebody's reviews, without what they submitted or are named as the author of."""
    person = getattr(user, "person", None)
    in_the_draft = Q(latest_revision__content__author=person.pk) if person else Q()
    written = ArticlePage.objects.filter(Q(author__account=user) | in_the_draft)
    waiting = TaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS,
        workflow_state__status=WorkflowState.STATUS_IN_PROGRESS,
        task__in=_tasks_of(user).values("task_ptr"),
    )
    return (
        waiting.exclude(workflow_state__requested_by=user)
        # Workflow states keep the keys of what they are about as text.
        .exclude(workflow_state__object_id__in=written.annotate(key=Cast("pk", CharField())).values("key"))
        .exclude(pk__in=waiting.alias(last=_submitted_again_by()).filter(last=user.pk).values("pk"))
        .order_by("started_at", "pk")
    )


def _submitted_again_by() -> Subquery:
    """Who handed in last what had been returned, of a task state."""
    again = PageLogEntry.objects.filter(
        action="wagtail.workflow.resume",
        page=Cast(OuterRef("workflow_state__object_id"), IntegerField()),
        timestamp__gte=OuterRef("workflow_state__created_at"),
    )
    return Subquery(again.order_by("-timestamp", "-pk").values("user")[:1])


def horizon(days: int = AHEAD_DAYS) -> date:
    """Return the day until which reviews are near."""
    return timezone.localdate() + timedelta(days=days)


def due_for(user, on: date) -> QuerySet:
    """Return the articles on the site that somebody has reviewed and has to read again by ``on``, overdue first."""
    return ArticlePage.objects.due_for_review(on).filter(reviewer__account=user)


def in_workflow(keys) -> set[int]:
    """Return the keys among ``keys`` of pages that pass a workflow just now, or were returned in one. One query."""
    states = WorkflowState.objects.active().filter(
        object_id__in=[str(key) for key in keys], base_content_type=get_default_page_content_type()
    )
    return {int(key) for key in states.values_list("object_id", flat=True)}


def may_begin(article, user) -> bool:
    """Say whether somebody may begin the next review of an article that is due.

    Its reviewer may, as long as it says what they have signed off; else whoever may submit it.
    """
    if not article.live or article.review_due is None or article.review_due > horizon():
        return False
    if article.current_workflow_state or article.get_workflow() is None:
        return False
    permissions = article.permissions_for_user(user)
    may_submit = permissions.can_edit() and permissions.can_submit_for_moderation()
    return is_unchanged_for(article, user) or may_submit


def is_unchanged_for(article, user) -> bool:
    """Say whether ``user`` is the reviewer of ``article``, and nobody has changed it since they signed it off."""
    is_theirs = article.reviewer_id is not None and article.reviewer.account_id == user.pk
    return is_theirs and is_reviewer(user) and article.is_review_current and not article.has_unpublished_changes


@transaction.atomic
def begin(article, user) -> None:
    """Put an article into its workflow again.

    Who begins a review of their own has not submitted anything new: they may sign it off.
    """
    if article.get_latest_revision() is None:
        # It says what is public: whoever begins has not written it.
        article.save_revision()
    state = article.get_workflow().start(article, user)
    if is_unchanged_for(article, user):
        state.requested_by = None
        state.save(update_fields=["requested_by"])
