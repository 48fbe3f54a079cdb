"""How search behaves on a site, and what it takes for a cry for help."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site

from search.crisis import STARTING_PHRASES

from .synonyms import lines


def starting_phrases() -> str:
    return "\n".join(STARTING_PHRASES)


@register_setting(icon="search", order=120)
class SearchSettings(BaseSiteSetting):
    """Words of crisis, and for how long searches are counted."""

    crisis_phrases = models.TextField(
        "words of crisis",
        blank=True,
        default=starting_phrases,
        help_text="One word or phrase a line. A search that holds one of them, misspelt or not, shows urgent help "
        "above the results. Such searches are never counted.",
    )
    counts_searches = models.BooleanField(
        "count searches",
        default=True,
        help_text="Only phrases that were searched for several times, without names, numbers or addresses, "
        "and never who searched.",
    )
    keep_days = models.PositiveSmallIntegerField(
        "days to keep counts",
        default=90,
        validators=[MinValueValidator(7), MaxValueValidator(365)],
        help_text="Counts are kept by the week and erased after so many days.",
    )

    panels = [FieldPanel("crisis_phrases"), FieldPanel("counts_searches"), FieldPanel("keep_days")]

    class Meta:
        verbose_name = "site search"

    @classmethod
    def of(cls, request) -> "SearchSettings":
        """Return the settings of the request's site, the shipped ones where there is no site yet."""
        return cls.for_request(request) if Site.find_for_request(request) else cls()

    @property
    def crisis_list(self) -> list[str]:
        return lines(self.crisis_phrases)
