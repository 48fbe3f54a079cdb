"""Clinical review: the workflow task, each sign-off, and links for reviewers who have no account."""

import hashlib
import secrets
from datetime import timedelta

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.utils import timezone
from wagtail.models import AbstractGroupApprovalTask, Revision, TaskState

#: Months until an article is reviewed again: the usual interval, and the longest (PIF TICK: every three years).
USUAL_MONTHS, MOST_MONTHS = 24, 36
#: How long a link to somebody without an account opens the draft.
LINK_DAYS = 14


def review_months_field() -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(
        "months between reviews",
        default=USUAL_MONTHS,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_MONTHS)],
        help_text=f"How often articles on this topic are reviewed, {MOST_MONTHS} months at most.",
    )


class SignOffForm(forms.Form):
    """What a reviewer says when signing off."""

    reviewed_on = forms.DateField(
        label="Reviewed on",
        initial=timezone.localdate,
        # Browsers read the value of a date field in this form alone, whatever they show.
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text="The day you read it. Not later than today.",
    )
    is_sound = forms.BooleanField(
        label="I have read the article, and what it says about health is sound and safe.",
        error_messages={"required": "Tick it, or return the article with comments."},
    )
    comment = forms.CharField(label="Comment", required=False, widget=forms.Textarea({"rows": 3}))

    def clean_reviewed_on(self):
        day = self.cleaned_data["reviewed_on"]
        if day > timezone.localdate():
            raise forms.ValidationError("A review can't be dated in the future.")
        return day


class ReturnForm(forms.Form):
    """What a reviewer says when returning an article."""

    comment = forms.CharField(
        label="What has to change?",
        widget=forms.Textarea({"rows": 5}),
        error_messages={"required": "Say what has to change, so that the writer can go on."},
    )


class ClinicalReviewTask(AbstractGroupApprovalTask):
    """A step of a workflow in which somebody with clinical training signs an article off, never their own."""

    class Meta:
        verbose_name = "clinical review"
        verbose_name_plural = "clinical reviews"

    @classmethod
    def get_description(cls):
        return "Members of the chosen groups sign the article off, with the date of their review; never their own"

    def get_actions(self, obj, user):
        if not super().get_actions(obj, user) or why_not(obj, user):
            return []
        return [("reject", "Return with comments", True), ("approve", "Sign off", True)]

    def get_form_for_action(self, action):
        return SignOffForm if action == "approve" else ReturnForm

    def get_template_for_action(self, action):
        return "blog/review/action_modal.html"

    @transaction.atomic
    def on_action(self, task_state, user, action_name, **answer):
        from blog.review.signing import sign_off

        page = task_state.workflow_state.content_object
        if reason := why_not(page, user):
            raise PermissionDenied(reason)
        # The editor passes on what the browser says a form of ours has found valid.
        form = self.get_form_for_action(action_name)(answer)
        if not form.is_valid():
            raise PermissionDenied("The answer does not hold what it needs.")
        comment = form.cleaned_data["comment"]
        if action_name == "approve":
            sign_off(page, form.cleaned_data["reviewed_on"], by=user, comment=comment)
        super().on_action(task_state, user, action_name, comment=comment)


def why_not(page, user) -> str:
    """Return why somebody may not review an article, "" if they may: nobody reviews what they have written."""
    from blog.review.authorship import authors_of, has_written

    person = getattr(user, "person", None)
    if person and person.pk in authors_of(page):
        return "You are the author of this article: somebody else has to review it."
    state = page.current_workflow_state
    if state and state.requested_by_id == user.pk:
        return "You submitted this article: somebody else has to review it."
    if has_written(page, user):
        return "You changed what this article says since it was last signed off: somebody else has to review it."
    return ""


class SignOff(models.Model):
    """One review: which text, by whom, on which day, when again."""

    article = models.ForeignKey("blog.ArticlePage", on_delete=models.CASCADE, related_name="sign_offs")
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    reviewer = models.ForeignKey("blog.PersonPage", null=True, on_delete=models.SET_NULL, related_name="sign_offs")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    #: Who that was, should the page or the account be gone one day.
    name = models.CharField(max_length=255)
    reviewed_on = models.DateField()
    review_due = models.DateField()
    comment = models.TextField(blank=True)
    #: The paragraphs that were signed off, as plain text: what later changes are measured against.
    text = models.JSONField(default=list)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.name}, {self.reviewed_on}"


def _secret() -> str:
    return secrets.token_urlsafe(32)


def fingerprint(token: str) -> str:
    """Return what is stored of a link's token: who reads the database can't open a link."""
    return hashlib.sha256(token.encode()).hexdigest()


class ReviewLink(models.Model):
    """A link by which somebody without an account reads one draft and signs it off or comments on it.

    It opens nothing else, for a set time, until it is used or revoked.
    """

    article = models.ForeignKey("blog.ArticlePage", on_delete=models.CASCADE, related_name="review_links")
    task_state = models.ForeignKey(TaskState, null=True, on_delete=models.CASCADE, related_name="+")
    reviewer = models.ForeignKey("blog.PersonPage", on_delete=models.CASCADE, related_name="review_links")
    email = models.EmailField()
    fingerprint = models.CharField(max_length=64, unique=True, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=20, blank=True)
    comment = models.TextField(blank=True)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self):
        return f"{self.reviewer}, until {self.expires_at:%Y-%m-%d}"

    @classmethod
    def make(cls, article, reviewer, email: str, made_by) -> tuple["ReviewLink", str]:
        """Return a new link and its token, which is kept nowhere."""
        token = _secret()
        link = cls.objects.create(
            article=article,
            task_state=article.current_workflow_task_state,
            reviewer=reviewer,
            email=email,
            fingerprint=fingerprint(token),
            made_by=made_by,
            expires_at=timezone.now() + timedelta(days=LINK_DAYS),
        )
        return link, token

    @property
    def is_open(self) -> bool:
        return not (self.used_at or self.revoked_at) and self.expires_at > timezone.now()


class ReviewReminder(models.Model):
    """What a reviewer was last told of, so that a digest comes when there is something new, and not more often."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    #: Keys of what waited or was due, as ``blog.review.reminding`` makes them.
    told = models.JSONField(default=list)
    sent_at = models.DateTimeField(null=True)
    #: While somebody is sending it: until when it is theirs.
    claimed_until = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"Reminder of account {self.user_id}"
