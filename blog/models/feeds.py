"""What readers of feeds are given."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="list-ul", order=125)
class FeedSettings(BaseSiteSetting):
    """Feeds of all articles, of each topic and of each author, as Atom, RSS and JSON Feed."""

    is_full = models.BooleanField(
        "whole articles",
        default=True,
        help_text="Readers of feeds get the whole text, with its pictures and links. Otherwise the standfirst alone, and "
        "they come to the site for the rest.",
    )

    panels = [FieldPanel("is_full")]

    class Meta:
        verbose_name = "feeds"
