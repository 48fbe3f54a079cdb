"""The Atom feed of an article index (RFC 4287)."""

from datetime import datetime, time

from django.contrib.syndication.views import Feed
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from hub.core.models import Practice

ENTRIES = 30


class ArticleFeed(Feed):
    """The newest articles with their standfirsts. Entry ids never change, whatever becomes of the address."""

    feed_type = Atom1Feed

    def get_object(self, request, index):
        self.request = request
        return index

    def title(self, index):
        return f"{Practice.for_request(self.request).display_name}: {index.title}"

    def link(self, index):
        return index.get_full_url(self.request)

    def feed_url(self, index):
        return f"{index.get_full_url(self.request)}feed/"

    def feed_guid(self, index):
        return f"urn:uuid:{index.translation_key}"

    def subtitle(self, index):
        return index.description

    def items(self, index):
        return index.articles().select_related("author").defer("body").newest_first()[:ENTRIES]

    def item_title(self, article):
        return article.title

    def item_description(self, article):
        return article.standfirst

    def item_link(self, article):
        return article.get_full_url(self.request)

    def item_guid(self, article):
        return f"urn:uuid:{article.translation_key}"

    def item_author_name(self, article):
        return article.author.title if article.author else Practice.for_request(self.request).display_name

    def item_pubdate(self, article):
        return _moment(article.first_published_on)

    def item_updateddate(self, article):
        return _moment(article.updated_on or article.first_published_on)


def _moment(day):
    return timezone.make_aware(datetime.combine(day, time())) if day else None
