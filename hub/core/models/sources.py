"""Published sources kept once and named in many articles."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import RevisionMixin
from wagtail.search import index

from hub.core.blocks.base import FIRST_YEAR, LAST_YEAR


class Source(RevisionMixin, index.Indexed, models.Model):
    """A book, paper or page that articles rest on: corrected once, corrected everywhere."""

    authors = models.CharField(max_length=250, blank=True, help_text="As the source gives them.")
    title = models.CharField(max_length=300)
    published_in = models.CharField(max_length=200, blank=True, help_text="Journal, publisher or organisation.")
    year = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)]
    )
    url = models.URLField("address", blank=True, max_length=500, help_text="https://doi.org/… or the page itself.")

    panels = [
        FieldPanel("title"),
        FieldPanel("authors"),
        FieldRowPanel([FieldPanel("published_in"), FieldPanel("year")]),
        FieldPanel("url"),
    ]
    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.SearchField("authors"),
        index.AutocompleteField("authors"),
        index.SearchField("published_in"),
    ]
    #: What a source has in common with a reference that an article has for itself.
    FIELDS = ("authors", "title", "published_in", "year", "url")

    class Meta:
        ordering = ["authors", "title", "pk"]
        verbose_name = "shared source"

    def __str__(self):
        by = f"{self.authors} " if self.authors else ""
        year = f"({self.year}) " if self.year else ""
        return f"{by}{year}{self.title}"

    def as_reference(self) -> dict:
        """Return the source as the value of a reference of an article's own."""
        return {name: getattr(self, name) for name in self.FIELDS}


def may_share(user) -> bool:
    """Say whether somebody may keep a reference of an article for others."""
    return user.has_perm("core.add_source")
