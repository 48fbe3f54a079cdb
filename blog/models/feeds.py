"""Pages whose articles can be followed, and what readers of feeds are given."""

from django.db import models
from django.http import Http404
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from blog.feeds.kinds import feeds_at


@register_setting(icon="list-ul", order=125)
class FeedSettings(BaseSiteSetting):
    """Feeds of all articles, of each topic and of each author, as Atom, RSS and JSON Feed."""

    is_full = models.BooleanField(
        "whole articles",
        default=True,
        help_text="Readers of feeds get the whole text, with its pictures and links. Otherwise the standfirst alone, "
        "and they come to the site for the rest.",
    )

    panels = [FieldPanel("is_full")]

    class Meta:
        verbose_name = "feeds"


class PageWithFeeds(RoutablePageMixin):
    """A page whose articles can be followed: as Atom at feed/, as RSS at feed/rss/, as JSON Feed at feed/json/."""

    @property
    def feed_title(self) -> str:
        return self.title

    def feed_articles(self):
        """The articles a feed of this page may hold, as a queryset; each type says which."""
        raise NotImplementedError

    def feeds(self, request):
        return feeds_at(self.feed_title, self.get_full_url(request) or "")

    def serve(self, request, *args, **kwargs):
        # A page with addresses of its own below it is not served by the page itself, which would look at this.
        if self.is_expired and not getattr(request, "is_preview", False):
            raise Http404("The page has expired.")
        return super().serve(request, *args, **kwargs)

    @path("feed/", name="feed")
    def feed(self, request):
        return self._feed(request, "atom")

    @path("feed/rss/", name="rss")
    def rss(self, request):
        return self._feed(request, "rss")

    @path("feed/json/", name="json_feed")
    def json_feed(self, request):
        return self._feed(request, "json")

    def _feed(self, request, kind: str):
        from blog.feeds.serving import serve

        return serve(self, self.feed_articles(), request, kind)
