"""The Atom feed."""

import datetime as dt

import feedparser
import pytest
from django.utils import timezone

from tests.factories import ArticlePageFactory, PersonPageFactory
from tests.helpers import restricted

DAY = dt.date(2026, 3, 14)


@pytest.fixture
def read(client, articles):
    """Read the feed as a feed reader would."""
    return lambda: feedparser.parse(client.get(f"{articles.url}feed/").content)


def test_feed_is_well_formed_atom(client, articles, read):
    ArticlePageFactory(parent=articles, title="Fish & <b>chips</b>", standfirst='"Quotes" & <i>signs</i>')

    found = read()

    assert (found.bozo, found.version, len(found.entries)) == (False, "atom10", 1)
    assert client.get(f"{articles.url}feed/")["Content-Type"] == "application/atom+xml; charset=utf-8"


def test_entry_says_what_the_article_is(home, articles, read):
    author = PersonPageFactory(parent=home, title="Marian Ash")
    page = ArticlePageFactory(
        parent=articles,
        title="Worry & fear",
        standfirst="What helps.",
        author=author,
        published_on=DAY,
        updated_on=DAY + dt.timedelta(days=2),
    )

    entry = read().entries[0]

    assert (entry.title, entry.summary, entry.author, entry.link, entry.published[:10], entry.updated[:10]) == (
        "Worry & fear",
        "What helps.",
        "Marian Ash",
        f"http://testserver{page.url}",
        "2026-03-14",
        "2026-03-16",
    )


def test_ids_outlive_a_change_of_address(home, articles, read):
    page = ArticlePageFactory(parent=articles, slug="worry")
    before = read()

    page.slug = "worry-at-night"
    page.save()
    articles.slug = "reading"
    articles.save()
    articles.refresh_from_db()
    after = read()

    assert after.entries[0].link.endswith("/reading/worry-at-night/")
    assert (after.entries[0].id, after.feed.id) == (before.entries[0].id, before.feed.id)


def test_private_draft_and_expired_articles_are_not_in_it(articles, read):
    seen = ArticlePageFactory(parent=articles)
    restricted(ArticlePageFactory(parent=articles))
    ArticlePageFactory(parent=articles, live=False)
    ArticlePageFactory(parent=articles, expire_at=timezone.now())

    assert [entry.title for entry in read().entries] == [seen.title]


def test_newest_come_first(articles, read):
    for day in (1, 3, 2):
        ArticlePageFactory(parent=articles, title=f"Day {day}", published_on=dt.date(2026, 1, day))

    assert [entry.title for entry in read().entries] == ["Day 3", "Day 2", "Day 1"]


def test_feed_without_articles_is_a_feed(read):
    found = read()

    assert (found.bozo, found.entries) == (False, [])


def test_feed_says_where_it_lives(articles, read):
    links = {link.rel: link.href for link in read().feed.links}

    assert links == {"alternate": f"http://testserver{articles.url}", "self": f"http://testserver{articles.url}feed/"}


def test_article_that_was_never_dated_is_in_it(articles, read):
    ArticlePageFactory(parent=articles, first_published_at=None)

    assert len(read().entries) == 1


def test_feed_of_a_private_index_is_private(client, articles):
    restricted(articles)

    assert client.get(f"{articles.url}feed/").status_code == 302
