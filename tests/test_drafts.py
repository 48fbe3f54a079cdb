"""Every page type is saved as a draft with only a title, previewed, and published, through the real admin."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from blog.models import ArticleIndexPage, ArticlePage, PersonPage, TopicPage
from home.models import HomePage, StandardPage
from tests.factories import ArticlePageFactory, ImageFactory, PersonPageFactory
from tests.helpers import BLOCK_NAMES, filled_in, soup

PLACES = [
    (HomePage, "root"),
    (StandardPage, "home"),
    (ArticleIndexPage, "home"),
    (TopicPage, "home"),
    (TopicPage, "articles"),
    (PersonPage, "home"),
    (ArticlePage, "articles"),
]


@pytest.fixture
def parent_at(request, db):
    """Find where a page is put: below the root of a site without a home page, or on a site that has one."""
    return lambda place: Page.get_first_root_node() if place == "root" else request.getfixturevalue(place)


def add_url(name, model, parent):
    url = reverse(f"wagtailadmin_pages:{name}", args=[model._meta.app_label, model._meta.model_name, parent.pk])
    # An article begins with the choice of a skeleton.
    return f"{url}?skeleton=empty"


@pytest.fixture
def add(admin_client, parent_at):
    """Send the form for a new page."""

    def send(model, place, **fields):
        url = add_url("add", model, parent_at(place))
        return admin_client.post(url, filled_in(admin_client.get(url), model, fields))

    return send


@pytest.fixture
def edit(admin_client):
    """Send the form of a page that is there."""

    def send(page, **fields):
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        return admin_client.post(url, filled_in(admin_client.get(url), type(page), fields))

    return send


PUBLISH = {"action-publish": "action-publish"}


@pytest.mark.parametrize(("model", "place"), PLACES)
def test_title_is_enough_for_a_draft(add, model, place):
    answer = add(model, place, title="A new page", slug="a-new-page")

    page = model.objects.get(slug="a-new-page")
    assert answer.status_code == 302
    assert (page.title, page.live) == ("A new page", False)


# An article passes the gate of quality first: tests/blog/desk.
@pytest.mark.parametrize(("model", "place"), [pair for pair in PLACES if pair[0] is not ArticlePage])
def test_title_is_enough_to_be_published_and_shown(client, add, model, place):
    add(model, place, title="A new page", slug="a-new-page", **PUBLISH)

    page = model.objects.get(slug="a-new-page")
    assert page.live
    if place != "root":
        assert soup(client.get(page.url)).h1.get_text() == "A new page"


@pytest.mark.parametrize(("model", "place"), PLACES)
def test_new_page_previews_before_it_is_saved(admin_client, parent_at, model, place):
    parent = parent_at(place)
    form = admin_client.get(add_url("add", model, parent))
    url = add_url("preview_on_add", model, parent)

    sent = admin_client.post(url, filled_in(form, model, {"title": "A new page", "slug": "a-new-page"}))

    assert sent.json() == {"is_valid": True, "is_available": True}
    for mode, _ in model().preview_modes:
        answer = admin_client.get(url, {"mode": mode})
        assert (answer.status_code, soup(answer).h1.get_text()) == (200, "A new page")


@pytest.mark.parametrize(("model", "place"), PLACES)
def test_draft_previews(admin_client, add, model, place):
    add(model, place, title="A new page", slug="a-new-page")
    page = model.objects.get(slug="a-new-page")

    answer = admin_client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))

    assert (answer.status_code, soup(answer).h1.get_text()) == (200, "A new page")


@pytest.mark.parametrize(("model", "place"), PLACES)
def test_draft_is_not_shown_to_visitors(client, add, model, place):
    add(model, place, title="A new page", slug="a-new-page")

    assert client.get(model.objects.get(slug="a-new-page").get_url() or "/none/").status_code == 404


def saved(page):
    """Return the page as its newest revision has it."""
    return ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object()


# What a browser sends of a list without items.
EMPTY_LISTS = {
    "bullet_list": "items",
    "steps": "steps",
    "key_points": "points",
    "faq": "items",
    "references": "items",
    "invitation": "buttons",
    "related_articles": "articles",
}


def empty_block(name):
    """Return what a browser sends of a body with one block that was just added and left as it is."""
    data = {"body-count": "1", "body-0-type": name, "body-0-order": "0", "body-0-deleted": "", "body-0-id": ""}
    if name in EMPTY_LISTS:
        data[f"body-0-value-{EMPTY_LISTS[name]}-count"] = "0"
    if name == "comparison_table":
        data |= {"body-0-value-column-count": "0", "body-0-value-row-count": "0", "body-0-value-caption": ""}
    if name == "paragraph":
        data["body-0-value"] = "null"
    return data


@pytest.mark.parametrize("block", BLOCK_NAMES)
def test_block_just_added_and_empty_is_kept_in_a_draft(admin_client, articles, edit, block):
    page = ArticlePageFactory(parent=articles)

    answer = edit(page, **empty_block(block))

    assert answer.status_code == 302
    assert [child.block_type for child in saved(page).body] == [block]
    for view in ("view_draft", "edit"):
        assert admin_client.get(reverse(f"wagtailadmin_pages:{view}", args=[page.pk])).status_code == 200


def test_picture_without_words_is_no_hindrance_to_a_draft(articles, edit):
    page = ArticlePageFactory(parent=articles)

    answer = edit(page, hero_image=str(ImageFactory().pk))

    assert answer.status_code == 302
    assert saved(page).hero_image


def test_picture_without_words_is_not_published(articles, edit):
    page = ArticlePageFactory(parent=articles)

    answer = edit(page, hero_image=str(ImageFactory().pk), **PUBLISH)

    assert list(answer.context["form"].errors) == ["hero_alt"]
    assert saved(page).hero_image is None


def test_author_who_reviews_is_not_published(home, articles, edit):
    page, person = ArticlePageFactory(parent=articles), PersonPageFactory(parent=home)

    answer = edit(page, author=str(person.pk), reviewer=str(person.pk), **PUBLISH)

    assert answer.context["form"].errors == {"reviewer": ["The reviewer can't be the author."]}


def test_second_home_page_is_not_offered_below_the_first(admin_client, home):
    url = reverse("wagtailadmin_pages:add", args=["home", "homepage", home.pk])

    assert admin_client.get(url).status_code in {302, 403}
