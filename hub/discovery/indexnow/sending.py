"""Sends what is due. Whoever sends a row claims it first, so that two workers never send the same."""

import datetime as dt

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from hub.discovery.models import IndexChange, IndexNowSettings

from .protocol import MOST, Answer, submit
from .queue import spell_out

#: Minutes to wait after each failure; after the last one the address is given up. About two days.
PAUSES = (1, 5, 15, 60, 180, 720, 1_440)
#: Longer than a server can keep us waiting.
CLAIM = dt.timedelta(minutes=10)
#: How long what was told, or given up, is kept to be looked at.
KEPT = dt.timedelta(days=30)
#: Keys named in one statement.
_ROWS = 5_000


def send_due(now: dt.datetime | None = None, at_once: bool = False) -> tuple[int, int]:
    """Send what is due and return how many addresses were told and how many have to wait or were given up.

    ``at_once`` ignores the pauses. Rows of a site that wants nothing told any more are dropped.
    """
    now = now or timezone.now()
    told = failed = 0
    for settings_of_site in IndexNowSettings.objects.select_related("site__root_page"):
        site = settings_of_site.site
        if not (settings.SITE_IS_INDEXABLE and settings_of_site.is_on):
            IndexChange.objects.waiting().filter(site=site).delete()
            continue
        for change in _due(site, now, at_once).filter(url=""):
            spell_out(change)
        while batch := _claimed(site, now, at_once):
            answer = submit(
                settings.INDEXNOW_ENDPOINT, list(dict.fromkeys(url for _, url in batch)), settings_of_site.key
            )
            keys = [key for key, _ in batch]
            if answer.error:
                _put_off(keys, answer, timezone.now())
                failed += len(keys)
                # Whatever is the matter, the next message would meet it too.
                break
            for rows in _rows(keys):
                rows.update(told_at=timezone.now(), claimed_until=None, last_error="")
            told += len(keys)
    forget(now)
    return told, failed


def forget(now: dt.datetime) -> int:
    """Delete what was told or given up long ago; return how many rows that were."""
    old = IndexChange.objects.filter(told_at__lt=now - KEPT) | IndexChange.objects.filter(failed_at__lt=now - KEPT)
    return old.delete()[0]


def _due(site, now, at_once):
    waiting = IndexChange.objects.waiting().filter(site=site).exclude(claimed_until__gt=now)
    return waiting if at_once else waiting.filter(due_at__lte=now)


def _claimed(site, now, at_once) -> list[tuple[int, str]]:
    """Return key and address of at most as many rows as a message holds, ours until the claim runs out."""
    due = _due(site, now, at_once).exclude(url="")
    found = list(due.order_by("due_at", "pk").values_list("pk", "url")[:MOST])
    until = now + CLAIM
    mine = []
    for start in range(0, len(found), _ROWS):
        some = found[start : start + _ROWS]
        free = _due(site, now, at_once).filter(pk__in=[key for key, _ in some])
        # One statement, so that of two workers one gets all or each gets what the other has not.
        if free.update(claimed_until=until, attempts=F("attempts") + 1) == len(some):
            mine += some
    return mine


def _rows(keys: list[int]):
    """Yield querysets of the rows ``keys``: databases limit how many can be named in one statement."""
    for start in range(0, len(keys), _ROWS):
        yield IndexChange.objects.filter(pk__in=keys[start : start + _ROWS])


def _put_off(keys: list[int], answer: Answer, now: dt.datetime) -> None:
    for rows in _rows(keys):
        rows.update(last_error=answer.error, claimed_until=None)
        done = rows if answer.is_final else rows.filter(attempts__gt=len(PAUSES))
        done.update(failed_at=now)
        for attempts, minutes in enumerate(PAUSES, 1):
            pause = max(dt.timedelta(minutes=minutes), dt.timedelta(seconds=answer.wait))
            rows.filter(failed_at=None, attempts=attempts).update(due_at=now + pause)
