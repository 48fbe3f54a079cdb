"""Pages and answers that editors put first."""

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel, PageChooserPanel

from hub.core.blocks import question_links
from hub.core.models import BodyPage
from search.text import stems

from .synonyms import lines


class Promotion(models.Model):
    """A page, or one answer on it, that comes first when one of some phrases is searched for."""

    phrases = models.TextField(help_text="One phrase a line. Endings and word order don't matter.")
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    question = models.CharField(
        max_length=500,
        blank=True,
        help_text="To put one answer first, copy its question here as it stands on the page. "
        "Left empty, the page itself comes first.",
    )
    reason = models.CharField(
        "why",
        max_length=200,
        blank=True,
        help_text="For your colleagues. Readers see that it is “chosen by us”, not why.",
    )

    panels = [FieldPanel("phrases"), PageChooserPanel("page"), FieldPanel("question"), FieldPanel("reason")]

    class Meta:
        ordering = ["phrases"]
        verbose_name = "promoted result"

    def __str__(self):
        return ", ".join(lines(self.phrases))

    @property
    def keys(self) -> set[frozenset[str]]:
        """The phrases as sets of stems."""
        return {phrase_key(phrase) for phrase in lines(self.phrases)}

    def anchor(self) -> str:
        """Return the deep link of the promoted question, "" for the page or a question that is no longer there."""
        page = self.page.specific_deferred
        if not self.question or not isinstance(page, BodyPage):
            return ""
        asked = _plain(self.question)
        return next((link for question, link in question_links(page.body) if _plain(question) == asked), "")

    def clean(self):
        super().clean()
        if not any(self.keys):
            raise ValidationError({"phrases": "Give at least one phrase with letters or digits."})
        if self.question and self.page_id and not self.anchor():
            raise ValidationError({"question": _no_such_question(self.page.specific)})


def phrase_key(phrase: str) -> frozenset[str]:
    return frozenset(stems(phrase))


def _plain(question: str) -> str:
    return " ".join(question.casefold().split()).rstrip("?").strip()


def _no_such_question(page) -> str:
    asked = [question for question, _ in question_links(page.body)] if isinstance(page, BodyPage) else []
    if not asked:
        return "That page has no questions. Leave this empty to put the page itself first."
    return "That page has no such question. It has: " + " · ".join(asked)
