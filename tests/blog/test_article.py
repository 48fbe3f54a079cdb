"""One article: what it needs to be published, what it derives, what it shows."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from blog.models import ArticlePage
from hub.core.reading import WORDS_PER_MINUTE
from tests.factories import ArticlePageFactory, ImageFactory, PersonPageFactory, TopicPageFactory
from tests.helpers import restricted, soup, stream

DAY = dt.date(2026, 3, 14)


def text(words):
    return "paragraph", f"<p>{'word ' * words}</p>"


def heading(words, size="section"):
    return "heading", {"text": words, "size": size}


@pytest.fixture
def topic(home):
    return TopicPageFactory(parent=home, title="Trust")


@pytest.fixture
def people(home):
    return PersonPageFactory(parent=home, title="Marian Ash"), PersonPageFactory(parent=home, title="Jonah Weth")


def problems(**fields):
    """Return which fields an article with ``fields`` has to correct before it is published."""
    with pytest.raises(ValidationError) as refused:
        ArticlePage(title="Worry", slug="worry", **fields).clean()
    return list(refused.value.message_dict)


def test_article_with_only_a_title_is_shown(client, articles):
    answer = client.get(ArticlePageFactory(parent=articles, title="Worry").url)

    assert (answer.status_code, soup(answer).h1.get_text()) == (200, "Worry")


def test_picture_needs_words_or_to_be_decorative(db):
    assert problems(hero_image=ImageFactory()) == ["hero_alt"]


@pytest.mark.parametrize("known", [{"hero_alt": "A boat"}, {"hero_is_decorative": True}])
def test_picture_with_either_is_enough(db, known):
    ArticlePage(title="Worry", slug="worry", hero_image=ImageFactory(), **known).clean()


def test_author_cannot_be_the_reviewer(people):
    assert problems(author=people[0], reviewer=people[0]) == ["reviewer"]


@pytest.mark.parametrize("due", [DAY, DAY - dt.timedelta(days=1)])
def test_next_review_comes_after_the_last(db, due):
    assert problems(reviewed_on=DAY, review_due=due) == ["review_due"]


def test_words_are_counted_once_on_saving(articles):
    body = stream(text(WORDS_PER_MINUTE), ("key_points", {"heading": "Key points", "points": ["<p>one two</p>"]}))
    page = ArticlePageFactory(parent=articles, standfirst="three words here", body=body)

    kept = ArticlePage.objects.get(pk=page.pk)

    assert (kept.word_count, kept.reading_minutes) == (WORDS_PER_MINUTE + 7, 2)


def test_words_are_counted_again_when_the_text_changes(articles):
    page = ArticlePageFactory(parent=articles, body=stream(text(10)))

    page.body = stream(text(500))
    page.save_revision().publish()

    assert ArticlePage.objects.get(pk=page.pk).word_count == 500


def test_words_are_kept_when_an_article_is_saved_without_its_text(articles):
    page = ArticlePageFactory(parent=articles, body=stream(text(10)))

    ArticlePage.objects.defer("body").get(pk=page.pk).save()

    assert ArticlePage.objects.get(pk=page.pk).word_count == 10


def test_contents_list_leads_to_headings_on_the_page(client, articles):
    names = ["What it is", "Where it comes from", "What helps", "What helps", "Title"]
    page = ArticlePageFactory(parent=articles, body=stream(*(heading(name) for name in names)))

    shown = soup(client.get(page.url))

    links = shown.select("nav.contents a")
    assert [link.get_text() for link in links] == names
    assert [shown.find(id=link["href"][1:]).get_text() for link in links] == names


def test_short_article_has_no_contents_list(client, articles):
    page = ArticlePageFactory(parent=articles, body=stream(heading("What it is")))

    assert soup(client.get(page.url)).select("nav.contents") == []


def test_article_has_one_title_and_skips_no_level(client, articles, topic):
    ArticlePageFactory(parent=articles, topics=[topic])
    reference = ("reference", {"authors": "Bowlby, J.", "title": "A Secure Base"})
    page = ArticlePageFactory(
        parent=articles,
        topics=[topic],
        references=stream(reference),
        body=stream(heading("A", "detail"), heading("B", "part"), heading("C"), heading("D", "detail")),
    )

    levels = [
        int(tag.name[1]) for tag in soup(client.get(page.url)).main.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])
    ]

    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))


def test_ids_are_unique_on_the_page(client, articles, topic):
    ArticlePageFactory(parent=articles, topics=[topic])
    body = stream(*(heading(name) for name in ("Title", "References", "Related", "Main", "Help now", "Search")))
    reference = ("reference", {"authors": "Bowlby, J.", "title": "A Secure Base"})
    page = ArticlePageFactory(parent=articles, topics=[topic], body=body, references=stream(reference))

    ids = [tag["id"] for tag in soup(client.get(page.url)).find_all(id=True)]

    assert sorted(ids) == sorted(set(ids))


def test_people_and_dates_are_shown(client, articles, people):
    page = ArticlePageFactory(
        parent=articles,
        author=people[0],
        reviewer=people[1],
        published_on=DAY,
        updated_on=DAY + dt.timedelta(days=10),
        what_changed="A new section.",
        reviewed_on=DAY,
        review_due=DAY + dt.timedelta(days=700),
    )

    shown = soup(client.get(page.url)).find(class_="provenance")

    assert [name.get_text() for name in shown.select(".provenance__name")] == ["Marian Ash", "Jonah Weth"]
    assert [term.get_text() + ": " + term.find_next("dd").get_text() for term in shown.find_all("dt")] == [
        "Published: 14 March 2026",
        "Updated: 24 March 2026: A new section.",
        "Last reviewed: 14 March 2026",
        "Next review: February 2028",
    ]


@pytest.mark.parametrize("role", ["author", "reviewer"])
@pytest.mark.parametrize("how", ["draft", "private"])
def test_person_nobody_may_see_is_named_without_a_link(client, articles, people, role, how):
    page = ArticlePageFactory(parent=articles, reviewed_on=DAY, **{role: people[0]})
    people[0].unpublish() if how == "draft" else restricted(people[0])

    shown = soup(client.get(page.url)).main

    assert "Marian Ash" in shown.get_text()
    assert [link["href"] for link in shown.find_all("a", string="Marian Ash")] == []


@pytest.mark.parametrize("how", ["draft", "private"])
def test_topic_nobody_may_see_is_not_linked(client, articles, topic, how):
    page = ArticlePageFactory(parent=articles, topics=[topic])
    topic.unpublish() if how == "draft" else restricted(topic)

    assert soup(client.get(page.url)).main.find_all("a", href=topic.url) == []


@pytest.mark.parametrize("how", ["draft", "private"])
def test_topic_nobody_may_see_is_not_named_on_cards(client, articles, topic, how):
    ArticlePageFactory(parent=articles, topics=[topic])
    topic.unpublish() if how == "draft" else restricted(topic)

    assert "Trust" not in soup(client.get(articles.url)).main.get_text()


def test_article_that_has_expired_is_gone_before_the_scheduled_command(client, articles):
    page = ArticlePageFactory(parent=articles, expire_at=timezone.now())

    assert (page.live, client.get(page.url).status_code) == (True, 404)


def test_article_that_expires_later_is_shown(client, articles):
    page = ArticlePageFactory(parent=articles, expire_at=timezone.now() + dt.timedelta(hours=1))

    assert client.get(page.url).status_code == 200


def test_private_article_asks_for_its_password(client, articles):
    page = restricted(
        ArticlePageFactory(parent=articles, standfirst="A secret."), restriction_type="password", password="harbour"
    )

    answer = client.get(page.url)

    assert soup(answer).h1.get_text() == "This page is kept private"
    assert [words for words in (page.title, page.standfirst) if words in answer.content.decode()] == []


def test_article_below_a_private_page_is_private(client, home, articles):
    page = ArticlePageFactory(parent=articles)
    restricted(articles)

    assert client.get(page.url).status_code == 302


def test_head_says_what_the_article_is(client, articles):
    page = ArticlePageFactory(
        parent=articles,
        title="Worry at night",
        standfirst="Why it comes, and what helps.",
        hero_image=ImageFactory(),
        hero_alt="A lamp",
        published_on=DAY,
        updated_on=DAY + dt.timedelta(days=1),
    )

    head = soup(client.get(page.url)).head

    properties = {tag["property"]: tag["content"] for tag in head.find_all("meta", property=True)}
    assert head.find("meta", attrs={"name": "description"})["content"] == "Why it comes, and what helps."
    assert properties.pop("og:image").startswith("http://testserver/media/images/")
    assert properties == {
        "og:url": "http://testserver" + page.url,
        "og:title": "Worry at night",
        "og:type": "article",
        "og:description": "Why it comes, and what helps.",
        "og:site_name": properties["og:site_name"],
        "og:locale": "en_GB",
        "og:image:width": "12",
        "og:image:height": "8",
        "og:image:alt": "A lamp",
        "og:image:type": "image/jpeg",
        "article:published_time": "2026-03-14T00:00:00+00:00",
        "article:modified_time": "2026-03-15T00:00:00+00:00",
    }


def test_description_falls_back_to_the_first_words(articles):
    page = ArticlePageFactory(
        parent=articles, body=stream(heading("A"), ("paragraph", "<p>Sleep <b>comes</b> back.</p>"))
    )

    assert page.description == "Sleep comes back."


def test_feed_named_in_the_head_is_the_index_s(client, articles):
    page = ArticlePageFactory(parent=articles)

    link = soup(client.get(page.url)).head.find("link", rel="alternate")

    assert link["href"] == f"http://testserver{articles.url}feed/"


def test_day_shown_is_the_one_given_or_that_of_the_first_publication(articles):
    given, other = (
        ArticlePageFactory(parent=articles, published_on=DAY),
        ArticlePageFactory(parent=articles, live=False),
    )
    before = other.first_published_on
    other.save_revision().publish()
    other.refresh_from_db()

    assert (given.first_published_on, before, other.first_published_on) == (DAY, None, timezone.localdate())
