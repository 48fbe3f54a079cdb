"""What readers search for, counted so that nobody can be told from it."""

from django.db import models


class Sighting(models.Model):
    """A phrase that was searched for, before it has been seen often enough to be kept: only a keyed hash of it."""

    digest = models.CharField(max_length=64, primary_key=True)
    week = models.DateField(db_index=True)
    times = models.PositiveIntegerField(default=0)

    def __str__(self):
        return self.digest


class Phrase(models.Model):
    """A phrase that several searches had in common, in one week (the date of its Monday)."""

    text = models.CharField(max_length=100)
    week = models.DateField(db_index=True)
    times = models.PositiveIntegerField(default=0, verbose_name="searches")
    found_nothing = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("text", "week"), name="unique_phrase_a_week")]
        ordering = ["-week", "-times", "text"]
        verbose_name = "search phrase"

    def __str__(self):
        return self.text
