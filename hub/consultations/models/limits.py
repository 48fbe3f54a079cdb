"""How often an address has sent today, without knowing the address tomorrow."""

from django.db import models


class DailySalt(models.Model):
    """The secret of one day. Once it is deleted, no count of that day can be traced to an address."""

    day = models.DateField(unique=True)
    salt = models.CharField(max_length=64)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self):
        return str(self.day)


class SenderCount(models.Model):
    """How many requests came from one sender on one day; ``sender`` is a keyed hash of the address."""

    day = models.DateField()
    sender = models.CharField(max_length=64)
    count = models.PositiveIntegerField(default=1)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["day", "sender"], name="one_count_a_sender_and_day")]

    def __str__(self):
        return str(self.day)
