"""What a page costs the database: few queries for an article, a constant number for every list."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    ArticlePageFactory,
    ImageFactory,
    InvitationFactory,
    PersonPageFactory,
    SourceFactory,
    StandardPageFactory,
    TopicPageFactory,
)
from tests.helpers import stream

MOST_FOR_AN_ARTICLE = 12


def queries(client, url):
    """Return the queries of a visit with an empty cache, after a first visit that makes the renditions."""
    client.get(url)
    cache.clear()
    with CaptureQueriesContext(connection) as asked:
        response = client.get(url)
    assert response.status_code == 200
    return [query["sql"] for query in asked]


def named(asked):
    """Return queries as one can read them in a failure: what each is from, without its columns."""
    return "\n".join(query.partition(" FROM ")[2][:160] for query in asked)


def linking(*pages):
    return "<p>" + " ".join(f'See <a linktype="page" id="{page.pk}">this</a>.' for page in pages) + "</p>"


def picture():
    return "image", {"image": {"image": ImageFactory().pk, "alt_text": "A chair", "decorative": False}}


def section(text):
    return "heading", {"text": text, "size": "section"}


def questions(*answers):
    return "faq", {"heading": "Questions", "items": [{"question": "Why?", "answer": answer} for answer in answers]}


def published_articles(parent, count, **fields):
    return [
        ArticlePageFactory(
            parent=parent,
            hero_image=ImageFactory(),
            hero_is_decorative=True,
            body=stream(questions("<p>So.</p>")),
            **fields,
        )
        for _ in range(count)
    ]


@pytest.fixture
def topics(home):
    return [TopicPageFactory(parent=home) for _ in range(3)]


@pytest.fixture
def author(home):
    return PersonPageFactory(parent=StandardPageFactory(parent=home, show_in_menus=True), photo=ImageFactory())


@pytest.fixture
def article(home, articles, topics, author):
    """An article with everything an article may have."""
    others = published_articles(articles, 5, topics=topics, author=author)
    return ArticlePageFactory(
        parent=articles,
        standfirst="What it is, and what helps.",
        topics=topics,
        hero_image=ImageFactory(),
        hero_alt="A boat in the evening",
        author=author,
        reviewer=PersonPageFactory(parent=home, photo=ImageFactory()),
        reviewed_on="2026-01-01",
        references=stream(*(("shared_reference", SourceFactory().pk) for _ in range(3))),
        body=stream(
            section("What it is"),
            ("paragraph", linking(*others[:2])),
            picture(),
            section("Where it comes from"),
            ("paragraph", linking(*others[2:])),
            picture(),
            section("What helps"),
            questions(linking(others[0]), linking(others[1])),
            ("shared_invitation", shared_invitation(others[3]).pk),
        ),
    )


def shared_invitation(page):
    """An invitation with one button to the consultation page and one to ``page``."""
    return InvitationFactory(
        buttons=stream(("button", {"label": "Begin"}), ("button", {"label": "Read first", "page": page.pk}))
    )


def test_article_with_everything_costs_at_most_twelve_queries(client, article):
    asked = queries(client, article.url)

    assert len(asked) <= MOST_FOR_AN_ARTICLE, named(asked)


def test_article_costs_the_same_however_long_it_is(client, articles):
    def visit(length):
        children = [part for _ in range(length) for part in (picture(), ("paragraph", linking(articles)))]
        return queries(client, ArticlePageFactory(parent=articles, standfirst="Short.", body=stream(*children)).url)

    assert len(visit(2)) == len(visit(8))


@pytest.mark.parametrize(
    "page", ["home", "index", "filtered index", "topic", "person", "standard page", "search", "feed"]
)
def test_cost_does_not_grow_with_the_number_of_articles(client, home, articles, topics, author, page):
    standard = StandardPageFactory(parent=home, standfirst="About us.", body=stream(("paragraph", linking(home))))
    url = {
        "home": home.url,
        "index": articles.url,
        "filtered index": f"{articles.url}?topic={topics[0].slug}",
        "topic": topics[0].url,
        "person": author.url,
        "standard page": standard.url,
        "search": "/search/?q=article",
        "feed": f"{articles.url}feed/",
    }[page]
    known = {"topics": topics, "author": author, "reviewer": PersonPageFactory(parent=home)}
    published_articles(articles, 3, **known)
    few = queries(client, url)

    published_articles(articles, 17, **known)
    many = queries(client, url)

    assert len(many) == len(few), f"{named(few)}\n\nbecame\n\n{named(many)}"
