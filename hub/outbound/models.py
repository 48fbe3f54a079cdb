"""Links that lead off the site: each address once, with what is known of it, and every place it stands at."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from .addresses import digest, place_of
from .verdicts import Standing, State

#: What editors read for each state.
STATES = [
    (State.BROKEN.value, "Broken"),
    (State.FAILING.value, "Failing, being watched"),
    (State.UNSURE.value, "Can’t tell"),
    (State.NEW.value, "Not checked yet"),
    (State.FINE.value, "Works"),
]


class OutboundLinkQuerySet(models.QuerySet):
    def due(self, moment=None):
        return self.filter(due_at__lte=moment or timezone.now())

    def known_broken(self):
        """Broken, and nobody has said that it is fine."""
        return self.filter(state=State.BROKEN, left_as="")


class OutboundLink(models.Model):
    """One address that pages lead to. ``status``: of its last answer, 0 where nothing answered."""

    digest = models.CharField(max_length=64, unique=True)
    url = models.TextField("address")
    host = models.CharField(max_length=255, db_index=True)
    state = models.CharField(max_length=10, choices=STATES, default=State.NEW.value, db_index=True)
    status = models.PositiveSmallIntegerField(default=0)
    reason = models.CharField(max_length=400, blank=True)
    failures = models.PositiveSmallIntegerField("failures in a row", default=0)
    failing_since = models.DateTimeField(null=True, blank=True)
    moved_to = models.TextField("moved for good to", blank=True)
    checked_at = models.DateTimeField("last checked", null=True, blank=True)
    due_at = models.DateTimeField("next check", default=timezone.now, db_index=True)
    #: What was found when somebody said that the link is fine, "" while nobody has: see ``finding``.
    left_as = models.CharField(max_length=20, blank=True)
    left_because = models.CharField(max_length=300, blank=True)
    left_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = OutboundLinkQuerySet.as_manager()

    class Meta:
        verbose_name = "link out"
        verbose_name_plural = "links out"
        ordering = ["url"]

    def __str__(self):
        return self.url

    @classmethod
    def to(cls, url: str) -> "OutboundLink":
        """Return a new row for ``url``, an address in its normal form."""
        return cls(url=url, digest=digest(url), host=place_of(url)[:255])

    @property
    def finding(self) -> str:
        """What was found last, in short: while it stays the same, somebody's word that the link is fine holds."""
        return f"{self.state}:{self.status}"

    @property
    def standing(self) -> Standing:
        return Standing(
            State(self.state), self.status, self.reason, self.failures, self.failing_since, self.moved_to, self.due_at
        )

    def settle(self, standing: Standing, checked_at) -> None:
        """Keep what a check came to."""
        for name in ("status", "reason", "failures", "failing_since", "moved_to", "due_at"):
            setattr(self, name, getattr(standing, name))
        self.state, self.checked_at = standing.state.value, checked_at
        if self.left_as and self.left_as != self.finding:
            self.left_as, self.left_because, self.left_by = "", "", None
        self.save()


class LinkPlace(models.Model):
    """Where a link stands: on a page, in a shared invitation, or in the settings that every page shows.

    ``holder`` names what holds it, such as page:17; ``path`` is where in its form, as Wagtail's editor names it.
    """

    link = models.ForeignKey(OutboundLink, on_delete=models.CASCADE, related_name="places")
    holder = models.CharField(max_length=60, db_index=True)
    page = models.ForeignKey("wagtailcore.Page", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    #: What holds it, in words, where that is no page.
    title = models.CharField(max_length=255, blank=True)
    path = models.CharField(max_length=255)
    label = models.CharField("where", max_length=120)
    text = models.CharField("words", max_length=255, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["link", "holder", "path", "text"], name="one_row_a_link_and_place")
        ]

    def __str__(self):
        return f"{self.holder} {self.path}"
