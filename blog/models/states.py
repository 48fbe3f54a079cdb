"""What is known of each article's latest draft: what the rules found, and what lists and reports ask of it."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from wagtail.models import Revision

from blog.quality.findings import Severity

#: Days before the next review from which on it is named as coming up.
SOON = 90


class DraftStateQuerySet(models.QuerySet):
    """Narrower querysets by clinical review, each as the draft says of itself."""

    def overdue(self):
        return self.filter(review_due__lt=timezone.localdate())

    def due_within(self, days: int):
        """Due from today on, in ``days`` days at the latest; what is overdue is not among them."""
        today = timezone.localdate()
        return self.filter(review_due__gte=today, review_due__lte=today + timedelta(days=days))

    def never_reviewed(self):
        """About health, and nobody with clinical training has read it."""
        return self.filter(reviewed_on=None, is_clinical=True)

    def undated(self):
        """Reviewed, and nobody has said when again."""
        return self.filter(reviewed_on__isnull=False, review_due=None)

    def changed_since(self):
        """They say something that their last sign-off has not seen."""
        return self.filter(is_review_current=False)


class DraftState(models.Model):
    """An article's latest draft at a glance. Its own table holds what is public; the draft is in a revision.

    ``revision`` is the one that all this speaks of; none for a page that has no revision.
    """

    #: The revision may be written over: see hub.core.history.
    follows_draft = ("revision",)

    article = models.OneToOneField("blog.ArticlePage", on_delete=models.CASCADE, related_name="draft_state")
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    checked_at = models.DateTimeField()
    #: Something was saved since, so that the rules have to look again.
    is_due = models.BooleanField(default=False, db_index=True)

    title = models.CharField(max_length=255)
    focus_phrase = models.CharField(max_length=120, blank=True)
    author = models.ForeignKey("blog.PersonPage", null=True, on_delete=models.SET_NULL, related_name="+")
    reviewer = models.ForeignKey("blog.PersonPage", null=True, on_delete=models.SET_NULL, related_name="+")
    topics = models.ManyToManyField("blog.TopicPage", related_name="+")
    is_clinical = models.BooleanField(default=True)
    reviewed_on = models.DateField(null=True)
    review_due = models.DateField(null=True, db_index=True)
    is_review_current = models.BooleanField(default=True)

    words = models.PositiveIntegerField(default=0)
    #: The school grade the draft reads at.
    grade = models.FloatField(default=0)
    must = models.PositiveSmallIntegerField(default=0)
    should = models.PositiveSmallIntegerField(default=0)
    notes = models.PositiveSmallIntegerField(default=0)

    objects = DraftStateQuerySet.as_manager()

    def __str__(self):
        return f"{self.title}, {self.checked_at:%Y-%m-%d %H:%M}"

    @property
    def days_overdue(self) -> int:
        """How many days the next review is late; 0 or less where it is not."""
        return (timezone.localdate() - self.review_due).days if self.review_due else 0

    @property
    def days_left(self) -> int:
        return -self.days_overdue

    @property
    def is_due_soon(self) -> bool:
        return bool(self.review_due) and -SOON <= self.days_overdue <= 0


def lagging(articles):
    """Narrow ``articles`` to those whose latest draft the rules have not seen as it stands."""
    return articles.filter(
        Q(draft_state=None)
        | Q(draft_state__is_due=True)
        | Q(latest_revision__isnull=False) & ~Q(draft_state__revision=F("latest_revision"))
    )


def named(rule: str) -> str:
    """Return a rule's id as words: "quote-not-checked" as "Quote not checked"."""
    return rule.replace("-", " ").capitalize()


class DraftFinding(models.Model):
    """One thing the rules found in an article's latest draft, and nobody has chosen to leave be."""

    state = models.ForeignKey(DraftState, on_delete=models.CASCADE, related_name="findings")
    #: Where it stands among those of its article, worst first.
    place = models.PositiveSmallIntegerField()
    rule = models.CharField(max_length=60, db_index=True)
    #: In the order of the alphabet, as it happens, the worst come first.
    severity = models.CharField(max_length=20, choices=[(one.value, one.value.capitalize()) for one in Severity])
    message = models.TextField()
    where = models.CharField(max_length=255)
    #: The block of the body, or the field, that it speaks of; neither where it speaks of the whole.
    block = models.CharField(max_length=64, blank=True)
    field = models.CharField(max_length=64, blank=True)
    excerpt = models.TextField(blank=True)

    class Meta:
        ordering = ["state", "place"]
        constraints = [models.UniqueConstraint(fields=["state", "place"], name="one_finding_a_place")]

    def __str__(self):
        return f"{self.rule}: {self.message}"

    @property
    def name(self) -> str:
        """The rule as words."""
        return named(self.rule)
