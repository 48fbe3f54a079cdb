"""Feeds over HTTP. Who has read a feed before is told that nothing has changed, before anything is rendered."""

import hashlib

from django.http import HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag

from blog.models.feeds import FeedSettings
from hub.core.models import Practice

from . import atom, gathering, json_feed, rss
from .kinds import KINDS

WRITERS = {"atom": atom.write, "rss": rss.write, "json": json_feed.write}
#: Seconds a reader or a cache between may keep a feed without asking again.
KEPT = 600


def serve(page, articles, request, kind: str) -> HttpResponse:
    """Answer with the feed of ``page``: ``articles`` is a queryset of those it may hold, ``kind`` a key of KINDS."""
    is_full = FeedSettings.for_request(request).is_full
    found = gathering.newest(articles)
    etag = _etag(page, found, request, kind, is_full)
    response = get_conditional_response(request, etag=etag)
    if response is None:
        itself = f"{page.get_full_url(request)}{KINDS[kind].step}"
        channel = gathering.channel(page, found, request, itself=itself, is_full=is_full)
        response = HttpResponse(WRITERS[kind](channel), content_type=f"{KINDS[kind].mime}; charset=utf-8")
        response["X-Robots-Tag"] = "noindex"
    response["ETag"] = etag
    patch_cache_control(response, public=True, max_age=KEPT)
    return response


def _etag(page, articles, request, kind: str, is_full: bool) -> str:
    """Return the validator of a feed, from what is known before its bodies are rendered.

    What blocks show besides (a picture's address, a linked page) is not in it: the date bounds how long a change of
    that can go unseen by somebody who asks conditionally.
    """
    seen = [kind, is_full, timezone.localdate(), request.get_host(), Practice.for_request(request).display_name]
    seen += [page.title, page.url_path, page.description, *map(_version, articles)]
    if is_full:
        seen += [list(article.body.raw_data) for article in articles]
    return quote_etag(hashlib.sha256(repr(seen).encode("utf-8", "replace")).hexdigest()[:32])


def _version(article) -> tuple:
    """What an article's entry is made of, as far as it is known without its body."""
    author = article.author and (article.author.pk, article.author.title, article.author.live, article.author.url_path)
    topics = [(topic.pk, topic.title, topic.live) for topic in article.all_topics]
    return (
        article.pk,
        article.url_path,
        article.title,
        article.standfirst,
        article.updated_on,
        article.first_published_on,
        author,
        topics,
    )
