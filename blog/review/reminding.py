"""One mail to each reviewer of what waits for them: counts and links, no title, for a mail may be read by others.

A digest comes when something in it is new, and once a week while anything waits; never twice on one day. An article
that was submitted is told of at once by the workflow, so that it counts here only once it has waited for some days.
Who sends a digest claims it first, and notes it as sent afterwards: a crash in between errs towards a second copy.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urljoin

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from blog.models import ArticlePage, PersonPage, ReviewReminder
from hub.core import letters

from .waiting import due_for, horizon, in_workflow, reviewers, waiting_for_review

#: Days after which what was submitted, and told of then, is told of again.
PATIENCE = 2
#: Days between two digests that say nothing new.
WEEK = 7
#: Longer than a mail server can keep us waiting.
CLAIM = timedelta(minutes=15)
#: Links to single reviews in a mail.
LINKS = 10

_LETTER = """Dear {name},

{told}

All of it is on your home page:
{home}

{practice}

This mail comes when there is something new, and once a week while something waits.
"""


@dataclass(frozen=True)
class Digest:
    """What one reviewer has to do. ``waiting`` holds task state, article and since when; the others article and day."""

    user: object
    until: date
    waiting: tuple[tuple[int, int, datetime], ...]
    due: tuple[tuple[int, date], ...]
    overdue: tuple[tuple[int, date], ...]

    @property
    def keys(self) -> list[str]:
        """What makes this digest differ from another."""
        known_since = timezone.now() - timedelta(days=PATIENCE)
        late = [f"waiting:{state}" for state, _, since in self.waiting if since <= known_since]
        return [
            *late,
            *(f"due:{article}:{day}" for article, day in self.due),
            *(f"overdue:{article}:{day}" for article, day in self.overdue),
        ]

    @property
    def name(self) -> str:
        """As whom the reviewer is known on the site; else the key of the account. Never an address."""
        person = getattr(self.user, "person", None)
        return person.title if person else f"account {self.user.pk}"

    @property
    def unreachable(self) -> str:
        """Return why no mail can be sent; "" if one can."""
        if not self.user.is_active:
            return "the account is not active"
        if not self.user.has_perm("wagtailadmin.access_admin"):
            return "the account may not use the admin"
        return "" if self.user.email else "the account has no e-mail address"

    @property
    def counts(self) -> str:
        parts = (len(self.waiting), "waiting"), (len(self.overdue), "overdue"), (len(self.due), "due")
        return ", ".join(f"{number} {what}" for number, what in parts if number)

    @property
    def subject(self) -> str:
        return f"Your reviews: {self.counts}"

    @property
    def body(self) -> str:
        return _LETTER.format(
            name=self.user.first_name or (self.name if hasattr(self.user, "person") else "reviewer"),
            told="\n\n".join(filter(None, (self._of_waiting(), self._of_due()))),
            home=_absolute(reverse("wagtailadmin_home")),
            practice=letters.practice_name(),
        )

    def _of_waiting(self) -> str:
        if not self.waiting:
            return ""
        number, oldest = len(self.waiting), timezone.localdate(self.waiting[0][2])
        if number == 1:
            told = f"1 article waits for your review, since {_day(oldest)}:"
        else:
            told = f"{number} articles wait for your review, the first since {_day(oldest)}:"
        links = [_absolute(reverse("quality:review", args=[article])) for _, article, _ in self.waiting[:LINKS]]
        more = [f"and {number - LINKS} more."] if number > LINKS else []
        return "\n".join([told, *links, *more])

    def _of_due(self) -> str:
        parts = []
        if self.overdue:
            parts.append(f"{_articles(len(self.overdue))} that you have reviewed should have been read again by now.")
        if self.due:
            again = "has" if len(self.due) == 1 else "have"
            parts.append(
                f"{_articles(len(self.due))} that you have reviewed {again} to be read again by {_day(self.until)}."
            )
        return "\n".join(parts)


def _articles(number: int) -> str:
    return "1 article" if number == 1 else f"{number} articles"


def _day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"


def _absolute(path: str) -> str:
    return urljoin(settings.WAGTAILADMIN_BASE_URL, path)


def digests(days: int) -> Iterator[Digest]:
    """Yield what each reviewer has to do now or within ``days``; nobody for whom there is nothing."""
    until = horizon(days)
    due = ArticlePage.objects.due_for_review(until).order_by()
    users = get_user_model().objects.filter(
        Q(pk__in=reviewers().values("pk")) | Q(person__reviewed_articles__in=due.values("pk"))
    )
    for user in users.select_related("person").distinct().order_by("pk"):
        digest = digest_of(user, until)
        if digest.waiting or digest.keys:
            yield digest


def digest_of(user, until: date) -> Digest:
    states = waiting_for_review(user).values_list("pk", "workflow_state__object_id", "started_at")
    again = list(due_for(user, until).values_list("pk", "review_due"))
    # What is under review again waits, for them or for somebody else.
    busy = in_workflow([article for article, _ in again])
    again = [(article, day) for article, day in again if article not in busy]
    today = timezone.localdate()
    return Digest(
        user=user,
        until=until,
        waiting=tuple((state, int(article), since) for state, article, since in states),
        due=tuple((article, day) for article, day in again if day >= today),
        overdue=tuple((article, day) for article, day in again if day < today),
    )


def is_timely(digest: Digest, reminder: ReviewReminder | None) -> bool:
    """Say whether a digest is to be sent, after what was sent last."""
    if not digest.keys:
        return False
    if reminder is None or reminder.sent_at is None:
        return True
    days = (timezone.localdate() - timezone.localdate(reminder.sent_at)).days
    return days >= WEEK or (days >= 1 and not set(digest.keys) <= set(reminder.told))


def deliver(digest: Digest) -> bool:
    """Send a digest, if it is timely and nobody else is sending it; say whether it was sent.

    Raises: one of ``letters.FAULTS``; the next run tries again.
    """
    reminder, _ = ReviewReminder.objects.get_or_create(user=digest.user)
    ours = ReviewReminder.objects.filter(pk=reminder.pk)
    now = timezone.now()
    free = ours.filter(Q(claimed_until__isnull=True) | Q(claimed_until__lt=now))
    if not free.update(claimed_until=now + CLAIM):
        return False
    try:
        # Read again: somebody may have sent one since.
        if not is_timely(digest, ours.get()):
            return False
        letters.send(digest.subject, digest.body, digest.user.email)
        ours.update(sent_at=timezone.now(), told=digest.keys)
    finally:
        ours.update(claimed_until=None)
    return True


def unknown_reviewers(days: int) -> list[tuple[str, int]]:
    """Return who has no account, by name, with the number of articles they have reviewed that are due."""
    people = PersonPage.objects.filter(account=None).order_by("title")
    due = ArticlePage.objects.due_for_review(horizon(days)).filter(reviewer__in=people)
    counts: dict[str, int] = {}
    for name in due.order_by("reviewer__title").values_list("reviewer__title", flat=True):
        counts[name] = counts.get(name, 0) + 1
    return list(counts.items())
