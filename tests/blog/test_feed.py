"""Feeds of all articles, of each topic and of each author, as Atom, RSS and JSON Feed."""

import datetime as dt
import json

import feedparser
import jsonschema
import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from blog.feeds import atom, json_feed, rss
from blog.feeds.markup import for_feed
from blog.feeds.values import Author, Channel, Entry
from blog.models import FeedSettings
from tests.factories import ArticlePageFactory, ImageFactory, PersonPageFactory, StandardPageFactory, TopicPageFactory
from tests.helpers import restricted, soup, stream

DAY = dt.date(2026, 3, 14)
KINDS = {"": "atom10", "rss/": "rss20"}
HOSTILE = "</script><script>alert(1)</script>"

_URL = {"type": "string", "format": "uri", "pattern": "^https?://"}
_DATE = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"}
_AUTHORS = {
    "type": "array",
    "items": {"type": "object", "minProperties": 1, "properties": {"name": {"type": "string"}, "url": _URL}},
}
#: JSON Feed 1.1 in JSON Schema, as jsonfeed.org describes it.
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        **dict.fromkeys(("home_page_url", "feed_url", "icon", "favicon", "next_url"), _URL),
        **{name: {"type": "string"} for name in ("description", "user_comment", "language")},
        "authors": _AUTHORS,
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id"],
                "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
                "properties": {
                    **{name: {"type": "string"} for name in ("id", "title", "content_html", "content_text", "summary")},
                    **dict.fromkeys(("url", "external_url", "image", "banner_image"), _URL),
                    "date_published": _DATE,
                    "date_modified": _DATE,
                    "authors": _AUTHORS,
                    "tags": {"type": "array", "items": {"type": "string"}},
                    "language": {"type": "string"},
                },
                "additionalProperties": {"not": {}},
            },
        },
    },
    "additionalProperties": {"not": {}},
}


@pytest.fixture
def read(client, articles):
    """Read a feed as a feed reader would."""
    return lambda step="", of=articles: feedparser.parse(client.get(f"{of.url}feed/{step}").content)


@pytest.fixture
def read_json(client, articles):
    """Read a JSON Feed after holding it against the schema."""

    def read(of=articles):
        found = json.loads(client.get(f"{of.url}feed/json/").content)
        jsonschema.validate(found, JSON_FEED)
        return found

    return read


def xml_of(index, step=""):
    """Return a feed's document as it stands."""
    return BeautifulSoup(Client().get(f"{index.url}feed/{step}").content, "xml")


def summaries_only(site):
    FeedSettings.objects.create(site=site, is_full=False)


@pytest.mark.parametrize(("step", "version"), KINDS.items())
def test_feed_is_well_formed(client, articles, read, step, version):
    ArticlePageFactory(parent=articles, title="Fish & <b>chips</b>", standfirst='"Quotes" & <i>signs</i>')

    found = read(step)

    assert (found.bozo, found.version, len(found.entries)) == (False, version, 1)


@pytest.mark.parametrize(
    ("step", "kind"),
    [("", "application/atom+xml"), ("rss/", "application/rss+xml"), ("json/", "application/feed+json")],
)
def test_feed_says_what_it_is_and_may_be_kept(client, articles, step, kind):
    answer = client.get(f"{articles.url}feed/{step}")

    assert (answer["Content-Type"], answer["Cache-Control"], answer.cookies) == (
        f"{kind}; charset=utf-8",
        "public, max-age=600",
        {},
    )


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
    assert entry.author_detail.href == author.full_url


def test_rss_item_says_what_the_article_is(home, articles, read):
    topic = TopicPageFactory(parent=home, title="Trust")
    page = ArticlePageFactory(
        parent=articles, title="Worry & fear", standfirst="Less < more", published_on=DAY, topics=[topic]
    )

    entry = read("rss/").entries[0]

    assert (entry.title, entry.link, entry.published_parsed[:3], entry.tags[0].term, entry.guidislink) == (
        "Worry & fear",
        f"http://testserver{page.url}",
        (2026, 3, 14),
        "Trust",
        False,
    )
    assert soup(entry.summary).get_text() == "Less < more"


def test_json_item_says_what_the_article_is(home, articles, read_json):
    author = PersonPageFactory(parent=home, title="Marian Ash")
    topic = TopicPageFactory(parent=home, title="Trust")
    page = ArticlePageFactory(
        parent=articles,
        title="Worry",
        standfirst="What helps.",
        author=author,
        topics=[topic],
        published_on=DAY,
        body=stream(("paragraph", "<p>Breathe out.</p>")),
    )

    item = read_json()["items"][0]

    assert "Breathe out." in item.pop("content_html")
    assert item == {
        "id": f"urn:uuid:{page.translation_key}",
        "url": page.full_url,
        "title": "Worry",
        "summary": "What helps.",
        "date_published": "2026-03-14T00:00:00+00:00",
        "date_modified": "2026-03-14T00:00:00+00:00",
        "authors": [{"name": "Marian Ash", "url": author.full_url}],
        "tags": ["Trust"],
    }


def test_ids_outlive_a_change_of_address_and_text(articles, read, read_json):
    page = ArticlePageFactory(parent=articles, slug="worry")
    before = [read(), read("rss/")]
    json_id = read_json()["items"][0]["id"]

    page.slug, page.title = "worry-at-night", "Worry at night"
    page.save()
    articles.slug = "reading"
    articles.save()
    articles.refresh_from_db()
    after = [read(), read("rss/")]

    assert after[0].entries[0].link.endswith("/reading/worry-at-night/")
    assert [found.entries[0].id for found in after] == [found.entries[0].id for found in before]
    assert (after[0].feed.id, read_json()["items"][0]["id"]) == (before[0].feed.id, json_id)


def test_second_publication_is_no_update(articles, read):
    page = ArticlePageFactory(parent=articles, published_on=DAY)
    before = read().entries[0].updated

    page.save_revision().publish()

    assert (read().entries[0].updated, read().feed.updated) == (before, before)


@pytest.mark.parametrize("step", KINDS)
def test_private_draft_and_expired_articles_are_not_in_it(articles, read, step):
    seen = ArticlePageFactory(parent=articles)
    restricted(ArticlePageFactory(parent=articles))
    ArticlePageFactory(parent=articles, live=False)
    ArticlePageFactory(parent=articles, expire_at=timezone.now())

    assert [entry.title for entry in read(step).entries] == [seen.title]


def test_newest_come_first(articles, read):
    for day in (1, 3, 2):
        ArticlePageFactory(parent=articles, title=f"Day {day}", published_on=dt.date(2026, 1, day))

    assert [entry.title for entry in read().entries] == ["Day 3", "Day 2", "Day 1"]


@pytest.mark.parametrize("step", KINDS)
def test_feed_without_articles_is_a_feed(read, read_json, step):
    found = read(step)

    assert (found.bozo, found.entries, read_json()["items"]) == (False, [], [])


def test_feed_says_where_it_lives(articles, read):
    links = {link.rel: link.href for link in read().feed.links}

    assert links == {"alternate": f"http://testserver{articles.url}", "self": f"http://testserver{articles.url}feed/"}


def test_article_that_was_never_dated_is_in_it(articles, read, read_json):
    ArticlePageFactory(parent=articles, first_published_at=None)

    assert len(read().entries) == len(read("rss/").entries) == len(read_json()["items"]) == 1


def test_feed_of_a_private_index_is_private(client, articles):
    restricted(articles)

    assert {client.get(f"{articles.url}feed/{step}").status_code for step in ("", "rss/", "json/")} == {302}


def test_feed_of_a_topic_holds_its_articles(home, articles, read):
    topic = TopicPageFactory(parent=home, title="Trust")
    mine = ArticlePageFactory(parent=articles, topics=[topic])
    ArticlePageFactory(parent=articles)

    found = read(of=topic)

    assert ([entry.title for entry in found.entries], found.feed.title) == ([mine.title], "testserver: Trust")


def test_feed_of_an_author_holds_what_they_wrote(home, articles, read, read_json):
    author = PersonPageFactory(parent=home, title="Marian Ash")
    mine = ArticlePageFactory(parent=articles, author=author)
    ArticlePageFactory(parent=articles, reviewer=author)

    assert [entry.title for entry in read("rss/", of=author).entries] == [mine.title]
    assert read_json(of=author)["title"] == "testserver: Articles by Marian Ash"


def test_feed_of_an_expired_topic_is_gone(client, home):
    topic = TopicPageFactory(parent=home, expire_at=timezone.now())

    assert {client.get(address).status_code for address in (topic.url, f"{topic.url}feed/")} == {404}


def test_author_nobody_can_open_is_named_without_a_link(home, articles, read):
    author = restricted(PersonPageFactory(parent=home, title="Marian Ash"))
    ArticlePageFactory(parent=articles, author=author)

    assert dict(read().entries[0].author_detail) == {"name": "Marian Ash"}


@pytest.mark.parametrize("of", ["index", "topic", "person", "article"])
def test_feeds_are_found_from_the_head(client, home, articles, of):
    page = {
        "index": lambda: articles,
        "topic": lambda: TopicPageFactory(parent=home),
        "person": lambda: PersonPageFactory(parent=home),
        "article": lambda: ArticlePageFactory(parent=articles),
    }[of]()

    links = soup(client.get(page.url)).select("link[rel=alternate]")

    named = {link["type"]: link["href"] for link in links if "feed" in link["href"]}
    # An article names those of the index, and is short of room.
    rss_too = set() if of == "article" else {"application/rss+xml"}
    assert set(named) == {"application/atom+xml", "application/feed+json"} | rss_too
    assert {client.get(address).status_code for address in named.values()} == {200}


def test_whole_text_comes_with_absolute_addresses(home, articles):
    other = StandardPageFactory(parent=home, slug="about-us")
    image = ImageFactory(file__width=600)
    ArticlePageFactory(
        parent=articles,
        slug="worry",
        body=stream(
            ("paragraph", f'<p><a linktype="page" id="{other.pk}">About</a> <a href="tel:+441632960123">Call</a></p>'),
            ("image", {"image": {"image": image.pk, "alt_text": "A chair", "decorative": False}}),
            ("faq", {"heading": "Questions", "items": [{"question": "Why?", "answer": "<p>So.</p>"}]}),
        ),
        content_note="Mentions loss.",
    )

    # From the document itself: the parser cleans what it gives out.
    content = soup(xml_of(articles).find("content").get_text())

    assert [link["href"] for link in content("a")] == [other.full_url, "tel:+441632960123"]
    assert content.img["src"].startswith("http://testserver/media/images/")
    assert (content.img["alt"], content.summary.get_text(strip=True)) == ("A chair", "Why?")
    assert "Mentions loss." in content.get_text()


@pytest.mark.parametrize("step", ["", "rss/"])
def test_editor_can_give_summaries_only(site, articles, read, read_json, step):
    ArticlePageFactory(parent=articles, standfirst="What helps.", body=stream(("paragraph", "<p>Breathe out.</p>")))
    summaries_only(site)

    entry = read(step).entries[0]

    assert (entry.summary, entry.get("content")) == ("What helps.", None)
    assert read_json()["items"][0]["content_text"] == "What helps."


def test_reader_who_has_it_is_told_so(client, articles):
    page = ArticlePageFactory(parent=articles, body=stream(("paragraph", "<p>Before.</p>")))
    address = f"{articles.url}feed/"
    first = client.get(address)

    def again():
        return client.get(address, headers={"if-none-match": first["ETag"]}).status_code

    assert again() == 304
    page.body = stream(("paragraph", "<p>After.</p>"))
    page.save()
    assert again() == 200


def test_reader_who_has_it_costs_no_rendering(client, home, articles):
    ArticlePageFactory(
        parent=articles, body=stream(("paragraph", f'<p><a linktype="page" id="{home.pk}">Home</a></p>'))
    )
    address = f"{articles.url}feed/"
    etag = client.get(address)["ETag"]

    with CaptureQueriesContext(connection) as whole:
        client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address, headers={"if-none-match": etag})

    assert len(asked) < len(whole)


def test_asking_for_the_head_alone_works(client, articles):
    assert client.head(f"{articles.url}feed/").status_code == 200


def test_feed_costs_the_same_queries_however_many_articles(client, home, articles):
    topic = TopicPageFactory(parent=home)
    author = PersonPageFactory(parent=home)

    def more(count):
        for _ in range(count):
            other = StandardPageFactory(parent=home)
            ArticlePageFactory(
                parent=articles,
                author=author,
                topics=[topic],
                hero_image=ImageFactory(),
                hero_is_decorative=True,
                body=stream(
                    ("paragraph", f'<p><a linktype="page" id="{other.pk}">Other</a></p>'),
                    ("image", {"image": {"image": ImageFactory().pk, "alt_text": "A chair", "decorative": False}}),
                    ("person_card", {"person": author.pk, "note": ""}),
                ),
            )

    def asked():
        client.get(f"{articles.url}feed/")
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            client.get(f"{articles.url}feed/")
        return len(queries)

    more(1)
    few = asked()
    more(6)

    assert asked() == few < 25


@pytest.mark.parametrize("title", [HOSTILE, "Bell\x07, \x0b tab & <b>bold</b>"])
def test_hostile_title_is_harmless_and_intact(articles, read, read_json, title):
    ArticlePageFactory(parent=articles, title=title, slug="hostile", standfirst=title)
    legal = title.replace("\x07", "").replace("\x0b", "")

    atom_feed, rss_feed = read(), read("rss/")

    assert (atom_feed.bozo, rss_feed.bozo) == (False, False)
    assert (atom_feed.entries[0].title_detail.type, read_json()["items"][0]["title"]) == ("text/plain", title)
    assert [element.get_text() for step in ("", "rss/") for element in xml_of(articles, step)("title")[1:]] == [
        legal
    ] * 2


words = st.text(max_size=60)
moments = st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2100, 1, 1), timezones=st.just(dt.UTC))
entries = st.builds(
    Entry,
    st.just("urn:uuid:00000000-0000-0000-0000-000000000000"),
    st.just("https://example.org/a/"),
    words,
    words,
    st.tuples(st.builds(Author, words, words)),
    st.none() | moments,
    moments,
    words,
    st.tuples(words),
)
channels = st.builds(
    Channel,
    st.just("urn:uuid:00000000-0000-0000-0000-000000000001"),
    st.just("https://example.org/"),
    st.just("https://example.org/feed/"),
    words,
    words,
    st.just("en-gb"),
    words,
    moments,
    words,
    st.tuples(entries),
)


@given(channels)
def test_any_text_makes_readable_feeds(channel):
    for write in (atom.write, rss.write):
        found = feedparser.parse(write(channel))
        assert (found.bozo, len(found.entries)) == (False, 1)
    assert len(json.loads(json_feed.write(channel))["items"]) == 1


@given(st.text() | st.from_regex(r"(<(script|form|img|a|svg|style|iframe) ?[a-z]*=?['\"]?[^>]{0,20}>[a-z]{0,5}){1,4}"))
def test_nothing_that_runs_or_asks_is_left(html):
    cleaned = soup(for_feed(html, "https://example.org/articles/worry/"))

    assert cleaned(["script", "style", "form", "input", "button", "iframe", "svg", "object"]) == []
    for element in cleaned(True):
        assert not any(name.startswith("on") or name in {"style", "class"} for name in element.attrs)
        for name in ("href", "src"):
            assert not element.get(name, "").lower().lstrip().startswith(("javascript:", "data:", "/"))


@pytest.mark.parametrize(
    ("address", "absolute"),
    [
        ("/about/", "https://example.org/about/"),
        ("#q-1", "https://example.org/articles/worry/#q-1"),
        ("//cdn.example/x", "https://cdn.example/x"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("javascript:alert(1)", None),
        ("http://[half", None),
    ],
)
def test_addresses_are_made_absolute(address, absolute):
    link = soup(for_feed(f'<a href="{address}">x</a>', "https://example.org/articles/worry/")).a

    assert link.get("href") == absolute
