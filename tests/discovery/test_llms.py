"""llms.txt: the site in one page, for machines that answer questions."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from hub.core.models import CrisisSupport, Practice
from hub.discovery import llms, overview
from tests.discovery.conftest import CONTROLS, HOSTILE
from tests.factories import ArticlePageFactory, PersonPageFactory, StandardPageFactory, TopicPageFactory
from tests.helpers import restricted, soup


@pytest.fixture
def read(client):
    """Return llms.txt as HTML, rendered as carelessly as anybody may: markup in it is let through."""
    return lambda: soup(MarkdownIt("commonmark", {"html": True}).render(client.get("/llms.txt").content.decode()))


def links(page, heading):
    found = next(title for title in page("h2") if title.get_text() == heading)
    return {link.get_text(): link["href"] for link in found.find_next("ul")("a")}


def test_it_has_the_form_of_the_proposal(client, site, articles, read):
    Practice.objects.create(site=site, name="Harbour Practice", strapline="Talking helps")
    ArticlePageFactory(parent=articles, title="Worry", standfirst="What helps.")

    text = client.get("/llms.txt").content.decode()

    assert re.match(r"# Harbour Practice\n\n> Talking helps\n\n", text)
    assert [title.get_text() for title in read()("h1")] == ["Harbour Practice"]
    assert "- [Worry](http://testserver/articles/" in text
    assert "): What helps.\n" in text


def test_articles_are_named_by_their_markdown_twins(home, articles, read):
    article = ArticlePageFactory(parent=articles, title="Worry", slug="worry")
    topic = TopicPageFactory(parent=home, title="Trust")

    page = read()

    assert links(page, "Articles") == {"Worry": f"{article.full_url.rstrip('/')}.md"}
    assert links(page, "Topics") == {"Trust": topic.full_url}


def test_people_and_pages_of_the_practice_are_in_it(home, read):
    person = PersonPageFactory(parent=home, title="Marian Ash")
    about = StandardPageFactory(parent=home, title="About us")

    page = read()

    assert links(page, "People") == {"Marian Ash": person.full_url}
    assert links(page, "The practice") == {"About us": about.full_url}
    assert links(page, "Optional")["Sitemap"] == "http://testserver/sitemap.xml"


def test_what_nobody_may_find_is_not_in_it(home, articles, read):
    ArticlePageFactory(parent=articles, title="Hidden", noindex=True)
    ArticlePageFactory(parent=articles, title="Draft", live=False)
    restricted(ArticlePageFactory(parent=articles, title="Private"))

    assert not re.search("Hidden|Draft|Private", read().get_text())


def test_whoever_quotes_it_knows_where_help_is(site, read):
    crisis = CrisisSupport(site=site, introduction="If you are in danger, please call.", emergency_number="999")
    crisis.lines = [("line", {"region": "UK", "name": "Samaritans", "number": "116 123", "hours": "day and night"})]
    crisis.save()

    text = read().get_text()

    assert "If you are in danger, please call. If life is in danger now: 999." in text
    assert "Help lines: Samaritans, 116 123, day and night." in text


@pytest.mark.parametrize("title", [HOSTILE, "[a](javascript:b) *c* `d` #e <!-- f", "# Heading\n> quote"])
def test_hostile_title_is_harmless_and_intact(articles, read, title):
    ArticlePageFactory(parent=articles, title=title, slug="hostile")

    page = read()

    assert page("script") == []
    assert list(links(page, "Articles")) == [" ".join(title.split())]


def test_control_characters_are_left_out(articles, read):
    ArticlePageFactory(parent=articles, title=CONTROLS, slug="controls")

    assert list(links(read(), "Articles")) == ["Bell, tab, none & <b>bold</b>"]


def test_it_is_plain_text_and_may_be_kept(client, home):
    answer = client.get("/llms.txt")

    assert (answer["Content-Type"], answer["Cache-Control"], answer.cookies) == (
        "text/plain; charset=utf-8",
        "public, max-age=3600",
        {},
    )
    assert client.get("/llms.txt", headers={"if-none-match": answer["ETag"]}).status_code == 304


def test_it_costs_the_same_queries_however_many_articles(client, articles, monkeypatch):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            client.get("/llms.txt")
        return len(queries)

    few = asked()
    for _ in range(5):
        ArticlePageFactory(parent=articles)

    assert asked() == few < 20


def test_it_stays_readable_on_a_large_site(articles, read, monkeypatch):
    monkeypatch.setattr(overview, "NEWEST", 2)
    for day in (1, 2, 3):
        ArticlePageFactory(parent=articles, title=f"Day {day}", published_on=f"2026-01-0{day}")

    assert list(links(read(), "Articles")) == ["Day 3", "Day 2"]


def test_it_is_found_from_robots_txt(client, site, in_production):
    assert "http://testserver/llms.txt" in client.get("/robots.txt").content.decode()


@given(st.text(max_size=80))
def test_any_title_reads_the_same(title):
    text = llms.write(title, title, [title], [llms.Section("Here", [llms.Link(title, "https://example.org/", title)])])
    wanted = " ".join("".join(letter for letter in title if letter.isprintable() or letter.isspace()).split())

    page = soup(MarkdownIt("commonmark", {"html": True}).render(text))

    assert {element.name for element in page(True)} <= {"h1", "h2", "p", "blockquote", "ul", "li", "a"}
    assert " ".join(page.a.get_text().split()) == wanted if wanted else True
