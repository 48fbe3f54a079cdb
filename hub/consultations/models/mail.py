"""Notices that wait to be sent: written with the request in one transaction, delivered by the worker afterwards."""

import uuid

from django.db import models
from django.utils import timezone


class NoticeQuerySet(models.QuerySet):
    def waiting(self):
        """Neither sent nor given up."""
        return self.filter(sent_at__isnull=True, failed_at__isnull=True)

    def failed(self):
        """Given up: somebody has to look."""
        return self.filter(failed_at__isnull=False, sent_at__isnull=True)


class Notice(models.Model):
    """One message to one address that a request has come in. It holds no word of the request."""

    request = models.ForeignKey(
        "consultations.ConsultationRequest", null=True, on_delete=models.CASCADE, related_name="notices"
    )
    recipient = models.EmailField()
    #: Of the mail itself: the same at every try, so that a second copy can be told for one.
    message_id = models.UUIDField(default=uuid.uuid4, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    #: Not tried again before.
    due_at = models.DateTimeField(default=timezone.now)
    #: While somebody is sending it: until when it is theirs.
    claimed_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    #: What went wrong last: the kind of error and the server's number, never its words.
    last_error = models.CharField(max_length=80, blank=True)

    objects = NoticeQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["due_at"],
                name="notice_waiting",
                condition=models.Q(sent_at__isnull=True, failed_at__isnull=True),
            )
        ]

    def __str__(self):
        return f"Notice {self.pk}"
