"""A feed's values from articles: a number of queries that does not grow with the articles."""

import datetime as dt

from django.conf import settings
from django.template import Context
from django.template.loader import get_template
from django.templatetags.static import static
from django.utils import timezone
from wagtail.blocks import StreamValue

from hub.core.blocks import parts
from hub.core.blocks.reference import cited
from hub.core.models import Practice
from hub.core.prefetching import PAGE, prefetch_body, visible
from hub.core.reading import excerpt, plain

from .markup import for_feed
from .values import Author, Channel, Entry

#: How many of the newest articles a feed holds.
ENTRIES = 30
#: A feed has to say when it changed, even where nobody knows.
UNDATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def newest(articles) -> list:
    """Return what a feed of ``articles`` (a queryset) holds, newest first, with people and topics."""
    return list(
        articles.select_related("author", "hero_image")
        .prefetch_related("topics", "hero_image__renditions")
        .newest_first()[:ENTRIES]
    )


def channel(page, articles: list, request, *, itself: str, is_full: bool) -> Channel:
    """Return the feed of ``page`` with ``articles``; ``itself`` is the feed's own absolute address."""
    practice = Practice.for_request(request).display_name
    bodies = _bodies(articles, request) if is_full else {}
    known = visible(PAGE, {key for article in articles for key in _linked(article)})
    entries = tuple(_entry(article, request, known, practice, bodies.get(article.pk, "")) for article in articles)
    return Channel(
        id=f"urn:uuid:{page.translation_key}",
        address=page.get_full_url(request),
        itself=itself,
        title=f"{practice}: {page.feed_title}",
        summary=page.description,
        language=settings.LANGUAGE_CODE,
        author=practice,
        # A feed without articles changes only with its page.
        updated=max((entry.updated for entry in entries), default=page.first_published_at or UNDATED),
        icon=request.build_absolute_uri(static("img/icon-192.png")),
        entries=entries,
    )


def _linked(article) -> list[int]:
    return [page.pk for page in (article.author, *article.all_topics) if page]


def _entry(article, request, known, practice: str, content: str) -> Entry:
    address = article.get_full_url(request)
    author = article.author
    page = author and known.get(author.pk)
    authors = [Author(author.title, page.get_full_url(request) if page else "")] if author else [Author(practice)]
    published = moment(article.first_published_on)
    return Entry(
        id=f"urn:uuid:{article.translation_key}",
        address=address,
        title=article.title,
        summary=_summary(article),
        authors=tuple(authors),
        published=published,
        updated=moment(article.updated_on) or published or article.last_published_at or UNDATED,
        content=for_feed(content, address),
        topics=tuple(topic.title for topic in article.all_topics if topic.pk in known),
        picture=_picture(article),
    )


def _summary(article) -> str:
    """The article's standfirst, else what an editor or its first paragraph says of it; nothing is looked up for it."""
    first = (child["value"] for child in article.body.raw_data if child["type"] == "paragraph" and child["value"])
    return article.standfirst or article.search_description or excerpt(plain(next(first, "")))


def moment(day: dt.date | None) -> dt.datetime | None:
    """Return the start of a day in the site's zone."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time())) if day else None


def _picture(article) -> str:
    """The picture the article is shared with, where one of it is there already: a feed makes none."""
    if not article.hero_image:
        return ""
    wide = [size for size in article.hero_image.renditions.all() if size.filter_spec.startswith("format-jpeg")]
    return max(wide, key=lambda size: size.width).full_url if wide else ""


def _bodies(articles, request) -> dict[int, str]:
    """Return each article's body as its page shows it, by key.

    The streams are looked up as one: what blocks show is fetched once for all of them, not once an article.
    """
    if not articles:
        return {}
    whole = _as_one([article.body for article in articles])
    authors = [article.author for article in articles]
    prefetch_body(whole, (), [*authors, *(topic for article in articles for topic in article.all_topics)])
    children, template = iter(whole), get_template("blog/feed_content.html").template
    named = iter(_as_one([article.references for article in articles]))
    found = {}
    for article in articles:
        mine = [next(children) for _ in article.body.raw_data]
        sources = cited([next(named) for _ in article.references.raw_data])
        context = {"parts": parts(mine), "sources": sources, "page": article, "request": request}
        found[article.pk] = template.render(Context(context))
    return found


def _as_one(streams) -> StreamValue:
    """Return streams of one kind as one, whose blocks are looked up together."""
    raw = [child for stream in streams for child in stream.raw_data]
    return StreamValue(streams[0].stream_block, raw, is_lazy=True)
