"""How the desk stands, in numbers: for the dashboard and the head of the list."""

import datetime as dt

from django.db.models import Min
from django.utils import timezone

from hub.consultations.encryption import Unreadable
from hub.consultations.models import ConsultationRequest, Erasure, Notice, Status

#: Enough to notice a wrong key; more would only make every visit slower.
LOOKED_AT = 200


def unreadable_count() -> int:
    """Return how many of the newest requests no key opens."""
    contacts = ConsultationRequest.objects.order_by("-pk").values_list("contact", flat=True)[:LOOKED_AT]
    return sum(isinstance(contact, Unreadable) for contact in contacts)


def summary() -> dict:
    """Return the counts of the dashboard; nothing in it tells of one request."""
    week = timezone.localdate() + dt.timedelta(days=7)
    requests = ConsultationRequest.objects
    return {
        "new": requests.trusted().filter(status=Status.NEW).count(),
        "oldest": requests.trusted().filter(status=Status.NEW).aggregate(Min("received_at"))["received_at__min"],
        "late": requests.waiting_too_long().count(),
        "apart": requests.suspected().count(),
        "erased_soon": requests.due_for_erasure(week).count(),
        "overdue": requests.due_for_erasure(timezone.localdate() - dt.timedelta(days=1)).count(),
        "failed": Notice.objects.failed().count(),
        "waiting_mail": Notice.objects.waiting().filter(attempts__gt=0).count(),
        "unreadable": unreadable_count(),
        "last_erasure": Erasure.objects.first(),
        "erased": sum(Erasure.objects.values_list("count", flat=True)),
    }
