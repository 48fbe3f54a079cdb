"""Questions asked of requests for help."""

import datetime as dt

from django.db import models
from django.db.models import Q
from django.utils import timezone

#: What looks like unwanted mail is kept apart for so long.
SUSPECTED_DAYS = 7

PERSONAL = ("name", "contact", "times", "subject", "message")


class RequestQuerySet(models.QuerySet):
    """Each method returns a narrower queryset."""

    def trusted(self):
        """Those that the team works on."""
        return self.filter(suspicion="")

    def suspected(self):
        """Those kept apart as unwanted mail."""
        return self.exclude(suspicion="")

    def sealed(self):
        """Without what people wrote: enough for lists, and nothing has to be decrypted."""
        return self.defer(*PERSONAL)

    def open(self):
        return self.trusted().filter(status__in=("new", "contacted"))

    def waiting_too_long(self, now=None):
        """Not yet answered, or not yet settled, past the time set for it."""
        return self.open().filter(due_at__lt=now or timezone.now())

    def due_for_erasure(self, today=None):
        """Those whose day has come: suspected ones after a week, others on the day they were promised."""
        today = today or timezone.localdate()
        week = timezone.make_aware(dt.datetime.combine(today, dt.time.min)) - dt.timedelta(days=SUSPECTED_DAYS - 1)
        suspected = ~Q(suspicion="") & Q(received_at__lt=week)
        booked = Q(suspicion="", status="booked", erase_booked_on__lte=today)
        others = Q(suspicion="", erase_on__lte=today) & ~Q(status="booked")
        return self.filter(suspected | booked | others)
