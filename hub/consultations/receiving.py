"""Keeps a request: in one transaction, before anything else happens."""

import datetime as dt
import time
from dataclasses import dataclass

from django.db import IntegrityError, OperationalError, connection, transaction
from django.utils import timezone

from . import limits
from .followers import follow
from .models import ConsentWording, ConsultationRequest, Notice
from .models.settings import ConsultationSettings
from .notices import recipients, wants_a_notice

#: Seconds in which a request is tried again: a restarting database is back by then, and a reader still there.
PATIENCE = 4


class TooMany(Exception):
    """More came from this address today than a person, or a whole clinic, would send."""


class AlreadySent(Exception):
    """The form was sent before, with other words: to keep these, it has to be sent anew."""


@dataclass(frozen=True)
class Submission:
    """All that is known of a request when its form has been found right."""

    page: object
    nonce: str
    personal: dict[str, str]
    contact_by: str
    discretion: str
    consent: str
    settings: ConsultationSettings
    origin: object = None
    address: str = ""
    suspicions: tuple[str, ...] = ()
    is_proved: bool = True


def receive(submission: Submission) -> ConsultationRequest:
    """Return the request that ``submission`` made, or that the same form made a moment ago.

    A connection that broke is tried anew for a few seconds: a form counts once, however often it is tried.

    Raises: TooMany, AlreadySent, KeyUnusable; DatabaseError: it can't be said that anything was kept.
    """
    began = time.monotonic()
    while True:
        try:
            return _received(submission)
        except OperationalError:
            if connection.in_atomic_block or time.monotonic() - began > PATIENCE:
                raise
            connection.close()
            time.sleep(0.3)


def _received(submission) -> ConsultationRequest:
    if found := ConsultationRequest.objects.filter(nonce=submission.nonce).first():
        return _same(found, submission)
    _insist_on_disk()
    try:
        with transaction.atomic():
            request = _store(submission)
            transaction.on_commit(follow)
    except IntegrityError:
        # A double click: the other one was faster.
        found = ConsultationRequest.objects.filter(nonce=submission.nonce).first()
        if found is None:
            raise
        return _same(found, submission)
    return request


def _store(submission) -> ConsultationRequest:
    now, settings = timezone.now(), submission.settings
    today = timezone.localdate(now)
    request = ConsultationRequest(
        nonce=submission.nonce,
        site=settings.site,
        page=submission.page,
        came_from=submission.origin,
        received_at=now,
        contact_by=submission.contact_by,
        discretion=submission.discretion,
        consent=ConsentWording.of(submission.consent),
        due_at=settings.answer_by(timezone.localtime(now)),
        suspicion=",".join(_suspicions(submission)),
        erase_on=today + dt.timedelta(days=settings.keep_days),
        erase_booked_on=today + dt.timedelta(days=settings.keep_booked_days),
        **submission.personal,
    )
    request.save(force_insert=True)
    if wants_a_notice(request):
        Notice.objects.bulk_create(
            Notice(request=request, recipient=address) for address in recipients(settings, request.site)
        )
    return request


def _suspicions(submission) -> list[str]:
    count = limits.count(submission.address)
    if count > limits.TOO_OFTEN:
        raise TooMany
    found = list(submission.suspicions)
    if count > limits.OFTEN:
        found.append("often")
    if count > 1 and not submission.is_proved:
        found.append("proof")
    return found


def _same(request, submission) -> ConsultationRequest:
    """Return ``request`` if it says what ``submission`` says. Raises: AlreadySent."""
    if any(getattr(request, field) != text for field, text in submission.personal.items()):
        raise AlreadySent
    if (request.contact_by, request.discretion) != (submission.contact_by, submission.discretion):
        raise AlreadySent
    return request


def _insist_on_disk() -> None:
    """Have SQLite wait for the disk before it says that something is kept: NORMAL may lose it when power fails."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=FULL")
