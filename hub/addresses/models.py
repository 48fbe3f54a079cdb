"""Addresses without a page: asked for and not found, or left behind by a page that was deleted."""

from django.db import models

from .noise import LONGEST


class MissingAddress(models.Model):
    """An address that leads nowhere, and how often it was asked for. Nothing is kept of who asked."""

    site = models.ForeignKey("wagtailcore.Site", on_delete=models.CASCADE, related_name="+")
    path = models.CharField("address", max_length=LONGEST, help_text="In lower case, without its last slash.")
    hits = models.PositiveIntegerField("asked for", default=0)
    first_seen = models.DateField()
    last_seen = models.DateField(db_index=True)
    linked_from = models.CharField(
        max_length=LONGEST, blank=True, help_text="The page of this site whose link was followed last, if one was."
    )
    gone_title = models.CharField(
        "deleted page", max_length=255, blank=True, help_text="The title of the page that was deleted there."
    )
    gone_on = models.DateField("deleted on", null=True, blank=True)
    is_dismissed = models.BooleanField("dismissed", default=False)

    class Meta:
        verbose_name = "address not found"
        verbose_name_plural = "addresses not found"
        constraints = [models.UniqueConstraint(fields=["site", "path"], name="one_row_an_address")]

    def __str__(self):
        return self.path
