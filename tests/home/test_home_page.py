"""The front door."""

import pytest

from hub.core.models import Practice
from tests.factories import ArticlePageFactory, InvitationFactory, TopicPageFactory
from tests.helpers import restricted, soup, stream


def titles(pages):
    return [page.title for page in pages]


def chosen(*pages):
    return stream(*(("article", page.pk) for page in pages))


def test_home_with_only_a_title_is_shown(client, home):
    answer = client.get("/")

    assert (answer.status_code, soup(answer).h1.get_text()) == (200, "The practice")


def test_headline_takes_the_title_s_place(client, home):
    home.headline = "A steadier place"
    home.save()

    assert soup(client.get("/")).h1.get_text() == "A steadier place"


def test_newest_articles_are_featured_where_none_are_chosen(client, home, articles):
    for day in range(1, 6):
        ArticlePageFactory(parent=articles, title=f"Day {day}", published_on=f"2026-01-0{day}")

    context = client.get("/").context

    assert (titles(context["featured"]), titles(context["latest"])) == (["Day 5", "Day 4", "Day 3"], ["Day 2", "Day 1"])


def test_chosen_articles_keep_their_order_and_are_not_repeated(client, home, articles):
    first, second, third = (ArticlePageFactory(parent=articles) for _ in range(3))
    home.featured = chosen(third, first)
    home.save()

    context = client.get("/").context

    assert (list(context["featured"]), list(context["latest"])) == ([third, first], [second])


@pytest.mark.parametrize("how", ["draft", "private", "deleted"])
def test_chosen_article_nobody_may_see_is_left_out(client, home, articles, how):
    seen, unseen = ArticlePageFactory(parent=articles), ArticlePageFactory(parent=articles)
    home.featured = chosen(unseen, seen)
    home.save()
    {"draft": unseen.unpublish, "private": lambda: restricted(unseen), "deleted": unseen.delete}[how]()

    context = client.get("/").context

    assert (list(context["featured"]), list(context["latest"])) == ([seen], [])


def test_topics_are_listed_by_name(client, home):
    for title in ("Worry", "Grief"):
        TopicPageFactory(parent=home, title=title)
    restricted(TopicPageFactory(parent=home, title="Secret"))

    assert titles(client.get("/").context["topics"]) == ["Grief", "Worry"]


@pytest.mark.parametrize("is_live", [True, False])
def test_invitation_is_shown_while_it_is_published(client, home, is_live):
    home.invitation = InvitationFactory(heading="Come and talk", live=is_live)
    home.save()

    assert ("Come and talk" in client.get("/").content.decode()) is is_live


def test_practice_s_name_stands_in_the_title(client, site, home):
    Practice.objects.create(site=site, name="Harbour")

    assert soup(client.get("/")).title.get_text() == "The practice | Harbour"
