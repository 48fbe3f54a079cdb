"""Words that mean the same to readers."""

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel

from search.text import words


def lines(text: str) -> list[str]:
    """Return the lines of a field that takes one thing a line, blank ones left out."""
    return [line.strip() for line in text.splitlines() if line.strip()]


class SynonymSet(models.Model):
    """Words and phrases of which any finds all."""

    words = models.TextField(
        help_text="One word or phrase a line. Who searches for one of them finds texts with any of them. "
        "British and American spellings and endings (anxious, anxiously) are found anyway.",
    )

    panels = [FieldPanel("words")]

    class Meta:
        ordering = ["words"]
        verbose_name = "synonyms"
        verbose_name_plural = "synonyms"

    def __str__(self):
        return " = ".join(self.members)

    @property
    def members(self) -> list[str]:
        return lines(self.words)

    def clean(self):
        super().clean()
        members = self.members
        if empty := next((member for member in members if not words(member)), ""):
            raise ValidationError({"words": f"“{empty}” has no letters or digits in it."})
        if len({tuple(words(member)) for member in members}) < 2:
            raise ValidationError({"words": "Give at least two words or phrases, each on a line of its own."})
        self.words = "\n".join(dict.fromkeys(members))
