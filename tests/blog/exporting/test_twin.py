"""The Markdown twin of an article: the same text at /articles/x.md, for everybody who may see it, and nobody else."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog.importing.readers.directives import read_body
from hub.core.models import CrisisSupport, Practice
from tests.factories import (
    ArticlePageFactory,
    ConsultationPageFactory,
    DocumentFactory,
    ImageFactory,
    InvitationFactory,
    PersonPageFactory,
    TopicPageFactory,
)
from tests.helpers import restricted, soup, stream

HOSTILE = "</script><script>alert(1)</script>"


def twin_of(page):
    return f"{page.url.rstrip('/')}.md"


def text(client, page):
    return client.get(twin_of(page)).content.decode()


@pytest.fixture
def article(articles, home):
    return ArticlePageFactory(
        parent=articles,
        title="Worry at night",
        slug="worry",
        standfirst="Why it comes, and what helps.",
        author=PersonPageFactory(parent=home, title="Jonah Wetherby"),
        body=stream(("heading", {"text": "What helps", "size": "section"}), ("paragraph", "<p>Get <b>up</b>.</p>")),
    )


def test_twin_says_what_the_article_says(client, article):
    response = client.get("/articles/worry.md")

    assert response.status_code == 200
    assert response["Content-Type"] == "text/markdown; charset=utf-8"
    shown = response.content.decode()
    assert shown.startswith(
        "# Worry at night\n\nWhy it comes, and what helps.\n\n- By [Jonah Wetherby](http://testserver/"
    )
    assert "\n\n## What helps\n\nGet **up**.\n" in shown


def test_twin_names_the_article_as_the_address_to_show(client, article):
    response = client.get(twin_of(article))

    assert response["Link"] == f'<http://testserver{article.url}>; rel="canonical"'
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Cache-Control"] == "public, max-age=300"


def test_article_names_its_twin_in_header_and_head(client, article):
    response = client.get(article.url)

    assert response["Link"] == '<http://testserver/articles/worry.md>; rel="alternate"; type="text/markdown"'
    link = soup(response).select_one('link[rel="alternate"][type="text/markdown"]')
    assert link["href"] == "http://testserver/articles/worry.md"


def test_unchanged_twin_is_not_sent_again(client, article):
    etag = client.get(twin_of(article))["ETag"]

    assert client.get(twin_of(article), headers={"if-none-match": etag}).status_code == 304

    article.title = "Another"
    article.save()
    assert client.get(twin_of(article), headers={"if-none-match": etag}).status_code == 200


def test_twin_answers_no_form(client, article):
    assert client.head(twin_of(article)).status_code == 200
    assert client.post(twin_of(article)).status_code == 405


@pytest.mark.parametrize(
    "hidden",
    [
        {"live": False},
        {"noindex": True},
        {"expire_at": timezone.now() - dt.timedelta(minutes=1)},
    ],
    ids=["unpublished", "noindex", "expired"],
)
def test_hidden_article_has_no_twin(client, article, hidden):
    for name, value in hidden.items():
        setattr(article, name, value)
    article.save()

    assert client.get(twin_of(article)).status_code == 404
    assert "Link" not in client.get(article.url)


@pytest.mark.parametrize("above", [False, True], ids=["itself", "its index"])
def test_private_article_has_no_twin_even_for_those_who_may_see_it(client, admin_client, article, articles, above):
    restricted(articles if above else article)

    assert client.get(twin_of(article)).status_code == 404
    assert admin_client.get(twin_of(article)).status_code == 404
    seen = admin_client.get(article.url)
    assert seen.status_code == 200
    assert "Link" not in seen
    assert "text/markdown" not in seen.content.decode()


@pytest.mark.parametrize(
    "address", ["/.md", "/articles.md", "/articles/none.md", "/articles/%00.md", "/x/../articles.md"]
)
def test_there_is_no_other_twin(client, article, address):
    assert client.get(address).status_code == 404


def test_hostile_title_is_intact_and_harmless(client, article):
    article.title = HOSTILE
    article.save()

    shown = text(client, article)

    assert "<script" not in shown.replace("\\<", "")
    assert read_body(shown)[0].text == HOSTILE


def test_every_address_is_absolute(client, article, articles, home):
    other = ArticlePageFactory(parent=articles, title="Another", slug="other")
    article.hero_image, article.hero_alt = ImageFactory(), "A boat"
    article.related = stream(("article", other.pk))
    article.body = stream(
        ("paragraph", f'<p><a linktype="page" id="{other.pk}">a</a> <a href="/b/">b</a> <a href="#c">c</a></p>'),
        ("paragraph", f'<p><a linktype="document" id="{DocumentFactory().pk}">d</a></p>'),
        ("image", {"image": {"image": ImageFactory().pk, "alt_text": "A chair", "decorative": False}}),
        ("download", {"document": DocumentFactory().pk, "title": "A week"}),
        ("related_articles", {"heading": "Read next", "articles": [other.pk]}),
        ("invitation", {"heading": "Talk", "text": "", "buttons": [{"label": "Go", "page": None, "address": "/go/"}]}),
    )
    article.save()

    shown = text(client, article)

    assert "](/" not in shown and "](#" not in shown
    assert "[Another](http://testserver/articles/other/)" in shown
    assert "![A boat](http://testserver/" in shown


def test_button_without_an_address_leads_to_the_consultation_page(client, site, home, article):
    page = ConsultationPageFactory(parent=home, slug="talk")
    Practice.objects.create(site=site, consultation_page=page)
    article.body = stream(
        ("invitation", {"heading": "Talk", "text": "", "buttons": [{"label": "Arrange", "page": None}]})
    )
    article.save()

    assert "- [Arrange](http://testserver/talk/)" in text(client, article)


def test_nothing_is_shown_that_a_visitor_cannot_see(client, article, articles, home):
    secret = ArticlePageFactory(parent=articles, title="Secret", slug="secret-slug", live=False)
    person = restricted(PersonPageFactory(parent=home, title="Somebody", slug="somebody"))
    invitation = InvitationFactory(heading="Not yet", live=False)
    article.author = person
    article.related = stream(("article", secret.pk))
    article.body = stream(
        ("paragraph", f'<p>See <a linktype="page" id="{secret.pk}">this</a>.</p>'),
        ("person_card", {"person": person.pk, "note": "Why"}),
        ("related_articles", {"heading": "Read next", "articles": [secret.pk]}),
        ("shared_invitation", invitation.pk),
    )
    article.save()

    shown = text(client, article)

    assert "\n\nSee this.\n" in shown
    for hidden in ("Secret", "secret-slug", "/somebody/", "Read next", "Not yet"):
        assert hidden not in shown


def test_crisis_lines_stand_where_the_article_has_urgent_help(client, site, article):
    line = {"region": "UK", "name": "Samaritans", "number": "116 123", "hours": "day and night"}
    CrisisSupport.objects.create(site=site, emergency_number="999", lines=stream(("line", line)))
    article.body = stream(("urgent_help", {"heading": "If you need help now", "text": ""}))
    article.save()

    shown = text(client, article)

    assert "- If life is in danger now, call 999.\n- Samaritans (UK): 116 123, day and night\n:::" in shown


def test_cost_does_not_grow_with_what_the_article_shows(client, article, articles, home):
    def cost(number):
        others = [ArticlePageFactory(parent=articles) for _ in range(number)]
        article.topics.set([TopicPageFactory(parent=home) for _ in range(number)])
        article.body = stream(
            *(("paragraph", f'<p><a linktype="page" id="{other.pk}">x</a></p>') for other in others),
            *(("paragraph", f'<p><a linktype="document" id="{DocumentFactory().pk}">x</a></p>') for _ in others),
            *(
                ("image", {"image": {"image": ImageFactory().pk, "alt_text": "A", "decorative": False}})
                for _ in range(number)
            ),
            *(("shared_invitation", InvitationFactory().pk) for _ in range(number)),
        )
        article.save()
        cache.clear()
        with CaptureQueriesContext(connection) as asked:
            assert client.get(twin_of(article)).status_code == 200
        return len(asked)

    few, many = cost(1), cost(6)

    assert many == few <= 10
