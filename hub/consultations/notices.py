"""Tells the practice that a request has come in: its reference, and nothing else.

A notice is a row that is written in the request's own transaction. Whoever delivers it claims it first (one
conditional UPDATE, so that two workers never send the same), then sends, then marks it as sent. A worker that dies
between sending and marking leaves a claim that runs out, and the notice is sent again: a crash errs towards a second
copy, never towards none, and the second copy carries the same Message-ID. Source: RFC 1047.
"""

import datetime as dt
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from hub.core import letters
from hub.core.models import Practice

from .models import ConsultationRequest, Notice

#: Minutes to wait after each failure; after the last one the notice is given up and shown at the desk. About two days.
PAUSES = (1, 2, 5, 15, 60, 180, 360, 720, 1440)
#: Longer than a mail server can keep us waiting: EMAIL_TIMEOUT is waited for every word of it.
CLAIM = dt.timedelta(minutes=15)

SUBJECT = "A new request: {reference}"
BODY = "A new request has come in: {reference}.\n\nSign in to read it: {url}\n"
APART_SUBJECT = "Requests that were kept apart"
APART_BODY = "Something that may be unwanted mail was kept apart for a week.\n\nSign in to look through it: {url}\n"


def recipients(consultation_settings, site) -> list[str]:
    """Return the addresses told of a request on ``site``."""
    if told := consultation_settings.told:
        return told
    practice = Practice.objects.filter(site=site).first()
    return [practice.email] if practice and practice.email else []


def wants_a_notice(request) -> bool:
    """Every request does; of those kept apart only the first in a day, so that they can't fill an inbox."""
    if not request.suspicion:
        return True
    day_ago = request.received_at - dt.timedelta(days=1)
    others = ConsultationRequest.objects.suspected().filter(received_at__gt=day_ago, site=request.site)
    return not others.exclude(pk=request.pk).filter(notices__isnull=False).exists()


def send_due(now=None, at_once: bool = False) -> tuple[int, int]:
    """Send what is due and return how many were sent and how many failed. ``at_once`` ignores the pauses.

    Where the mail server itself does not answer, the rest waits for the next run.
    """
    sent = failed = 0
    for key in _due(now or timezone.now(), at_once):
        notice = _claimed(key, now or timezone.now(), at_once)
        if notice is None:
            continue
        try:
            _message(notice).send()
        except letters.FAULTS as error:
            _put_off(notice, error)
            failed += 1
            if not isinstance(error, letters.OF_ONE_MAIL):
                break
        else:
            Notice.objects.filter(pk=notice.pk).update(sent_at=timezone.now(), claimed_until=None, last_error="")
            sent += 1
    return sent, failed


def _due(now, at_once) -> list[int]:
    waiting = Notice.objects.waiting()
    waiting = _unclaimed(waiting, now) if at_once else waiting.filter(due_at__lte=now)
    return list(waiting.order_by("due_at", "pk").values_list("pk", flat=True)[:500])


def _unclaimed(waiting, now):
    """Those that nobody is sending just now."""
    return waiting.exclude(claimed_until__gt=now)


def _claimed(key, now, at_once) -> Notice | None:
    """Return the notice, ours until the claim runs out, or None where somebody else has it."""
    free = _unclaimed(Notice.objects.waiting().filter(pk=key), now)
    if not at_once:
        free = free.filter(due_at__lte=now)
    if not free.update(claimed_until=now + CLAIM, attempts=F("attempts") + 1):
        return None
    return Notice.objects.select_related("request").get(pk=key)


def _put_off(notice, error) -> None:
    now = timezone.now()
    changes = {"last_error": letters.told(error), "claimed_until": None}
    if notice.attempts > len(PAUSES):
        changes["failed_at"] = now
    else:
        changes["due_at"] = now + dt.timedelta(minutes=PAUSES[notice.attempts - 1])
    Notice.objects.filter(pk=notice.pk).update(**changes)


def _message(notice) -> EmailMessage:
    desk = settings.WAGTAILADMIN_BASE_URL + reverse("consultations:index")
    if notice.request is None or notice.request.suspicion:
        subject, body = APART_SUBJECT, APART_BODY.format(url=f"{desk}?apart=true")
    else:
        reference = notice.request.reference
        subject, body = SUBJECT.format(reference=reference), BODY.format(reference=reference, url=desk)
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return EmailMessage(
        subject,
        body,
        to=[notice.recipient],
        headers={"Message-ID": f"<{notice.message_id}@{domain}>", "Auto-Submitted": "auto-generated"},
        connection=get_connection(),
    )
