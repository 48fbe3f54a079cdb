"""The list of articles."""

import pytest

from blog.models.indexes import ARTICLES_A_PAGE
from tests.factories import ArticlePageFactory, TopicPageFactory
from tests.helpers import restricted, soup


@pytest.fixture
def topic(home):
    return TopicPageFactory(parent=home, title="Trust", slug="trust")


def write(articles, count, **fields):
    return [ArticlePageFactory(parent=articles, **fields) for _ in range(count)]


def shown(client, url):
    return list(client.get(url).context["articles"])


def test_list_shows_newest_first(client, articles):
    old = ArticlePageFactory(parent=articles, published_on="2024-01-01")
    new = ArticlePageFactory(parent=articles, published_on="2025-01-01")

    assert shown(client, articles.url) == [new, old]


def test_list_shows_only_what_a_visitor_may_see(client, articles):
    seen = ArticlePageFactory(parent=articles)
    ArticlePageFactory(parent=articles, live=False)
    restricted(ArticlePageFactory(parent=articles))

    assert shown(client, articles.url) == [seen]


def test_list_goes_on_on_the_next_page(client, articles):
    pages = list(reversed(write(articles, ARTICLES_A_PAGE + 3)))

    assert shown(client, articles.url) == pages[:ARTICLES_A_PAGE]
    assert shown(client, f"{articles.url}?page=2") == pages[ARTICLES_A_PAGE:]


def test_pages_lead_to_one_another_and_keep_the_topic(client, articles, topic):
    write(articles, ARTICLES_A_PAGE * 2 + 1, topics=[topic])

    links = soup(client.get(f"{articles.url}?topic=trust&page=2")).select("nav.pages a")

    assert [(link["rel"], link["href"]) for link in links] == [
        (["prev"], "?topic=trust&page=1"),
        (["next"], "?topic=trust&page=3"),
    ]


def test_topic_narrows_the_list(client, articles, topic):
    about = ArticlePageFactory(parent=articles, topics=[topic])
    ArticlePageFactory(parent=articles)

    answer = client.get(f"{articles.url}?topic=trust")

    assert list(answer.context["articles"]) == [about]
    assert soup(answer).h1.get_text() == "Articles: Trust"


def test_topics_with_articles_are_offered_with_their_number(client, articles, topic):
    TopicPageFactory(parent=articles, title="Empty")
    write(articles, 2, topics=[topic])
    ArticlePageFactory(parent=articles, topics=[topic], live=False)

    assert [(found.title, found.article_count) for found in client.get(articles.url).context["topics"]] == [
        ("Trust", 2)
    ]


@pytest.mark.parametrize(
    "query",
    [
        "page=0",
        "page=-1",
        "page=99",
        "page=x",
        "page=1.5",
        "page=%00",
        "page=²",
        "page=" + "9" * 30,
        "topic=nobody",
        "topic=%00",
        "topic=' or 1",
    ],
)
def test_page_or_topic_that_is_not_there_helps_on(client, articles, topic, query):
    ArticlePageFactory(parent=articles, topics=[topic])

    answer = client.get(f"{articles.url}?{query}")

    assert answer.status_code == 404
    assert soup(answer).h1.get_text() == "This page is not here"
    assert soup(answer).main.find("form", role="search")


@pytest.mark.parametrize("query", ["", "page=", "page=1", "topic=", "utm_source=x"])
def test_first_page_is_found_by_any_of_its_names(client, articles, query):
    page = ArticlePageFactory(parent=articles)

    assert shown(client, f"{articles.url}?{query}") == [page]


def test_private_topic_cannot_be_asked_for(client, articles, topic):
    ArticlePageFactory(parent=articles, topics=[topic])
    restricted(topic)

    assert client.get(f"{articles.url}?topic=trust").status_code == 404


def test_list_without_articles_says_so(client, articles):
    assert "No articles yet" in soup(client.get(articles.url)).main.get_text()


def head_of(client, url):
    head = soup(client.get(url)).head
    robots = head.find("meta", attrs={"name": "robots"})["content"]
    return head.title.get_text(), head.find("link", rel="canonical")["href"], robots.partition(",")[0]


def test_each_page_of_the_list_has_an_address_and_a_title_of_its_own(client, articles):
    write(articles, ARTICLES_A_PAGE + 1)

    title, canonical, robots = head_of(client, f"{articles.url}?page=2&utm_source=x")

    assert (title.partition(" | ")[0], canonical) == ("Articles, page 2", f"http://testserver{articles.url}?page=2")
    assert robots != "noindex"


def test_filtered_list_stays_out_of_search_engines(client, articles, topic):
    ArticlePageFactory(parent=articles, topics=[topic])

    assert head_of(client, f"{articles.url}?topic=trust")[1:] == (
        f"http://testserver{articles.url}?topic=trust",
        "noindex",
    )


def test_card_shows_standfirst_topic_and_reading_time(client, articles, topic):
    ArticlePageFactory(parent=articles, title="Worry", standfirst="What helps.", topics=[topic])

    card = soup(client.get(articles.url)).select_one(".card")

    assert [text.strip() for text in card.stripped_strings] == ["Worry", "What helps.", "Trust", "1 min read"]
