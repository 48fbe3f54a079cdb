"""How days, waiting times and people are said on the admin's home."""

from datetime import date, datetime
from textwrap import shorten

from django.utils import timezone
from django.utils.timesince import timesince
from wagtail.admin.utils import get_user_display_name

#: Days after which something has waited long.
LONG = 7
#: A comment is shown as far as this; the whole stands in the editor.
COMMENT = 200


def day(on: date) -> str:
    """Return a day as it is written; of a moment, the day it is here."""
    on = timezone.localtime(on) if isinstance(on, datetime) else on
    return f"{on.day} {on:%B %Y}"


def ago(moment: datetime) -> str:
    if (timezone.now() - moment).total_seconds() < 60:
        return "just now"
    return timesince(moment, depth=1).replace("\xa0", " ") + " ago"


def waiting(since: datetime) -> str:
    """Return for how many days something has waited."""
    days = (timezone.localdate() - timezone.localdate(since)).days
    return "Since today" if days < 1 else f"Waiting for {days} day{'s' * (days > 1)}"


def waits_long(since: datetime) -> bool:
    return (timezone.now() - since).days >= LONG


def due(on: date) -> tuple[str, str]:
    """Return how a review that is due is said, and the tone of it."""
    days = (on - timezone.localdate()).days
    if days < 0:
        return f"Overdue since {day(on)}", "critical"
    return ("Due today", "warning") if days == 0 else (f"Due on {day(on)}", "warning")


def name_of(user) -> str:
    return get_user_display_name(user) if user else "somebody"


def quoted(comment: str) -> str:
    return f"“{shorten(comment, COMMENT, placeholder=' …')}”"
