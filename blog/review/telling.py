"""Who is told by mail that an article was submitted, returned, approved or published.

Wagtail's own notices, made fit for here. They hold no title, no comment and no word of an article, for a mail may be
read by others; who wrote or submitted an article is not asked to review it; a mail leaves once what it tells of is
certain, outside the transaction, so that a mail server that hangs holds up nobody else; and one that refuses fails
nothing.
"""

import logging

from django.conf import settings
from django.core.mail import get_connection
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override
from wagtail.admin.mail import (
    GroupApprovalTaskStateSubmissionEmailNotifier,
    WorkflowStateApprovalEmailNotifier,
    WorkflowStateRejectionEmailNotifier,
    WorkflowStateSubmissionEmailNotifier,
)
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.signals import (
    task_submitted,
    workflow_approved,
    workflow_cancelled,
    workflow_rejected,
    workflow_submitted,
)

from blog.models import ArticlePage, ClinicalReviewTask
from hub.core import letters

from .independence import why_not

logger = logging.getLogger(__name__)


class Discreet:
    """Mixed into Wagtail's notifiers."""

    def __call__(self, instance=None, **kwargs):
        transaction.on_commit(lambda: super(Discreet, self).__call__(instance, **kwargs), robust=True)

    def get_context(self, instance, **kwargs):
        context = super().get_context(instance, **kwargs)
        thing = context["object"]
        page = context.get("page")
        context["address"] = settings.WAGTAILADMIN_BASE_URL + self.path_to(thing, context.get("task"))
        context["is_review"] = isinstance(context.get("task"), ClinicalReviewTask)
        context["what"] = "An article" if isinstance(page, ArticlePage) else "A page" if page else "An entry"
        context["practice"] = letters.practice_name(page.get_site() if page else None)
        return context

    @staticmethod
    def path_to(thing, task) -> str:
        if isinstance(task, ClinicalReviewTask):
            return reverse("quality:review", args=[thing.pk])
        if hasattr(thing, "get_site"):
            return reverse("wagtailadmin_pages:edit", args=[thing.pk])
        return reverse("wagtailadmin_home")

    def send_emails(self, template_set, context, recipients, **kwargs):
        """Mail each of ``recipients``; return False where the server is not to be had."""
        connection = get_connection()
        for user in recipients:
            with override(user.wagtail_userprofile.get_preferred_language()):
                context = context | {"user": user}
                subject = render_to_string(template_set["subject"], context).strip()
                body = render_to_string(template_set["text"], context).strip() + "\n"
            try:
                letters.send(subject, body, user.email, connection)
            except letters.FAULTS as error:
                logger.warning("A notice of the workflow could not be mailed (%s).", letters.told(error))
                if not isinstance(error, letters.OF_ONE_MAIL):
                    # Somebody waits for this page; send_review_reminders tells the others.
                    return False
        return True


class Submitted(Discreet, GroupApprovalTaskStateSubmissionEmailNotifier):
    """To those whose step it is; of a clinical review, to those who may do it."""

    def get_recipient_users(self, task_state, **kwargs):
        users = super().get_recipient_users(task_state, **kwargs)
        if not isinstance(task_state.task.specific, ClinicalReviewTask):
            return users
        page = task_state.workflow_state.content_object
        return [user for user in users if not why_not(page, user)]


class ToTheWriter:
    """To who submitted an article; where a review was begun because it was due, to whom the article belongs."""

    def get_recipient_users(self, workflow_state, **kwargs):
        if workflow_state.requested_by_id is None:
            owner = getattr(workflow_state.content_object, "owner", None)
            return {owner} - {None, kwargs.get("user")}
        return super().get_recipient_users(workflow_state, **kwargs)


class Returned(ToTheWriter, Discreet, WorkflowStateRejectionEmailNotifier):
    pass


class Approved(ToTheWriter, Discreet, WorkflowStateApprovalEmailNotifier):
    pass


class Published(ToTheWriter, Discreet, WorkflowStateApprovalEmailNotifier):
    """To the same, where somebody published or scheduled an article without its last steps, which ends the workflow."""

    def __call__(self, instance=None, **kwargs):
        if not isinstance(instance.content_object, Page):
            return
        page = Page.objects.get(pk=instance.object_id)
        scheduled = page.revisions.filter(approved_go_live_at__isnull=False, created_at__gte=instance.created_at)
        if page.live and page.last_published_at and page.last_published_at >= instance.created_at:
            super().__call__(instance, is_scheduled=False, **kwargs)
        elif not page.live and scheduled.exists():
            super().__call__(instance, is_scheduled=True, **kwargs)

    def get_context(self, instance, **kwargs):
        user = kwargs.get("user")
        return super().get_context(instance, **kwargs) | {
            "by": (user.get_full_name() or user.get_username()) if user else "",
            "is_scheduled": kwargs["is_scheduled"],
        }

    def get_template_set(self, instance, **kwargs):
        name = f"{self.template_directory}workflow_state_published"
        return {"subject": f"{name}_subject.txt", "text": f"{name}.txt"}


class Begun(Discreet, WorkflowStateSubmissionEmailNotifier):
    """To superusers, where WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS asks for it."""


# A signal keeps who calls it weakly.
SUBMITTED, RETURNED, APPROVED, PUBLISHED, BEGUN = Submitted(), Returned(), Approved(), Published(), Begun()


def take_over() -> None:
    """Let these send what Wagtail's own would send. They bear the names of those, and a signal takes a name once."""
    for signal, sender, notifier, name in (
        (task_submitted, TaskState, SUBMITTED, "group_approval_task_submitted_email_notification"),
        (workflow_submitted, WorkflowState, BEGUN, "workflow_state_submitted_email_notification"),
        (workflow_rejected, WorkflowState, RETURNED, "workflow_state_rejected_email_notification"),
        (workflow_approved, WorkflowState, APPROVED, "workflow_state_approved_email_notification"),
    ):
        signal.disconnect(sender=sender, dispatch_uid=name)
        signal.connect(notifier, sender=sender, dispatch_uid=name)
    # Wagtail tells nobody of this: whoever cancels is asked before.
    workflow_cancelled.connect(PUBLISHED, sender=WorkflowState, dispatch_uid="published_without_the_last_steps")
