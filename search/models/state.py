"""Which of two indexes answers, and how far the other one is built."""

from django.db import models

SLOTS = ("a", "b")


class IndexState(models.Model):
    """One row. ``building`` is the slot of an index that is being built, ``cursor`` the last page it holds."""

    live = models.CharField(max_length=1, default=SLOTS[0])
    building = models.CharField(max_length=1, blank=True)
    cursor = models.BigIntegerField(default=0)
    version = models.PositiveIntegerField(default=0)
    built_at = models.DateTimeField(null=True)

    def __str__(self):
        return self.live

    @classmethod
    def current(cls) -> "IndexState":
        """Return the state; a site whose index was never built has the first slot, empty."""
        return cls.objects.first() or cls(pk=1)

    @classmethod
    def locked(cls) -> "IndexState":
        """Return the state, kept for this transaction alone."""
        cls.objects.get_or_create(pk=1)
        return cls.objects.select_for_update().get(pk=1)

    @property
    def spare(self) -> str:
        """The slot that does not answer."""
        return SLOTS[1 - SLOTS.index(self.live)]
