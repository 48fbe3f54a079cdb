"""What editors decide about the rules: words to look for, findings to leave be, reasons to publish anyway."""

from django.conf import settings
from django.db import models
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from blog.quality import words
from blog.quality.matching import lines, pairs
from blog.quality.words import WordLists

_ONE_A_LINE = "One a line. * stands for the rest of a word, ~ for up to three words."
_HOW_LINES_ARE_WRITTEN = (
    "<p>A word or a phrase a line; capitals don’t matter. <b>cure*</b> finds cure, cures and cured. "
    "<b>best ~ therapist</b> finds “best therapist” and “best London trauma therapist”. "
    "<b>heals/cures you</b> finds “heals you” and “cures you”. "
    "A line that begins with <b>except</b> leaves something alone: <b>except best known</b>.</p>"
)


def _as_lines(listed) -> str:
    return "\n".join(listed)


def _promises():
    return _as_lines(words.PROMISES)


def _superlatives():
    return _as_lines(words.SUPERLATIVES)


def _claims():
    return _as_lines(words.CLAIMS)


def _stigmatising():
    return _as_lines(f"{word} = {better}" if better else word for word, better in words.STIGMATISING.items())


def _risks():
    return _as_lines(words.RISKS)


def _sensitive():
    return _as_lines(words.SENSITIVE)


def _leftovers():
    return _as_lines(words.LEFTOVERS)


def _abbreviations():
    return _as_lines(sorted(words.KNOWN_ABBREVIATIONS))


@register_setting(icon="warning", order=300)
class QualityWords(BaseGenericSetting):
    """The words that the rules of quality look for."""

    promises = models.TextField(default=_promises, blank=True, help_text=f"They stop an article. {_ONE_A_LINE}")
    superlatives = models.TextField(default=_superlatives, blank=True, help_text=_ONE_A_LINE)
    claims = models.TextField(
        "claims of knowledge", default=_claims, blank=True, help_text=f"A source has to stand nearby. {_ONE_A_LINE}"
    )
    stigmatising = models.TextField(
        "words that put people down", default=_stigmatising, blank=True, help_text="One a line, as: word = better word."
    )
    risks = models.TextField(
        "words of danger",
        default=_risks,
        blank=True,
        help_text=f"An article with one of them has to have the block “Urgent help”. {_ONE_A_LINE}",
    )
    sensitive = models.TextField(
        "sensitive words",
        default=_sensitive,
        blank=True,
        help_text=f"An article that is about them should have that block. {_ONE_A_LINE}",
    )
    leftovers = models.TextField("leftovers of an import", default=_leftovers, blank=True, help_text=_ONE_A_LINE)
    abbreviations = models.TextField(
        "abbreviations everybody knows", default=_abbreviations, blank=True, help_text="One a line."
    )

    panels = [
        HelpPanel(_HOW_LINES_ARE_WRITTEN, heading="How lines are written"),
        MultiFieldPanel(
            [FieldPanel("promises"), FieldPanel("superlatives"), FieldPanel("claims")], heading="What needs proof"
        ),
        FieldPanel("stigmatising"),
        MultiFieldPanel([FieldPanel("risks"), FieldPanel("sensitive")], heading="What calls for urgent help"),
        MultiFieldPanel([FieldPanel("leftovers"), FieldPanel("abbreviations")], heading="Reading"),
    ]

    class Meta:
        verbose_name = "words of quality"

    def lists(self) -> WordLists:
        """Return the lists as the rules take them; a line that says nothing is left out."""
        return WordLists(
            promises=lines(self.promises),
            superlatives=lines(self.superlatives),
            claims=lines(self.claims),
            stigmatising=pairs(self.stigmatising),
            risks=lines(self.risks),
            sensitive=lines(self.sensitive),
            leftovers=lines(self.leftovers),
            known_abbreviations=frozenset(word.upper() for word in lines(self.abbreviations)),
        )


class Dismissal(models.Model):
    """A finding that somebody has looked at and left be, with the reason. It holds while the words stay the same."""

    article = models.ForeignKey("blog.ArticlePage", on_delete=models.CASCADE, related_name="dismissals")
    key = models.CharField(max_length=32)
    rule = models.CharField(max_length=60)
    excerpt = models.TextField(blank=True)
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "key"], name="one_dismissal_a_finding")]
        ordering = ["-at"]

    def __str__(self):
        return f"{self.rule}: {self.reason}"


class Exemption(models.Model):
    """An article that was published or approved though something should be mended: what, and why all the same."""

    article = models.ForeignKey("blog.ArticlePage", on_delete=models.CASCADE, related_name="exemptions")
    action = models.CharField(max_length=20)
    reason = models.TextField()
    findings = models.JSONField(default=list)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-at"]

    def __str__(self):
        return f"{self.action}: {self.reason}"
