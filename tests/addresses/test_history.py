"""A page answers at every address it ever had, with one redirect."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from hub.addresses.models import MissingAddress
from tests.addresses.conftest import address, delete, move, rename
from tests.factories import ArticleIndexPageFactory, ArticlePageFactory, StandardPageFactory


@pytest.fixture
def about(home):
    """A tree of pages: /about/ with /about/team/ and /about/team/history/ below it, and /help/ beside it."""
    about = StandardPageFactory(parent=home, title="About", slug="about")
    team = StandardPageFactory(parent=about, title="Team", slug="team")
    StandardPageFactory(parent=team, title="History", slug="history")
    return about


@pytest.fixture
def help_page(home):
    return StandardPageFactory(parent=home, title="Help", slug="help")


def leads(client, path, **headers):
    """Return status and target of a visit."""
    answer = client.get(path, **headers)
    return answer.status_code, answer.headers.get("Location")


def test_page_moved_three_times_and_renamed_twice_answers_at_every_former_address(client, home, about, help_page):
    team = Page.objects.get(slug="team")
    history = Page.objects.get(slug="history")
    former, former_below = [address(team)], [address(history)]
    for change in (
        lambda: move(team, help_page),
        lambda: rename(team, "people"),
        lambda: move(team, home),
        lambda: rename(team, "us"),
        lambda: move(team, about),
    ):
        change()
        former.append(address(team))
        former_below.append(address(history))

    assert former[:-1] == ["/about/team/", "/help/team/", "/help/people/", "/people/", "/us/"]
    assert [leads(client, path) for path in former[:-1]] == [(301, "/about/us/")] * 5
    assert [leads(client, path) for path in former_below[:-1]] == [(301, "/about/us/history/")] * 5
    assert leads(client, "/help/people/?from=17&b=2") == (301, "/about/us/?from=17&b=2")
    assert leads(client, "/about/us/")[0] == 200


@pytest.mark.parametrize("form", ["/about/team", "/About/Team/", "/about//team/", "/about/team.html"])
def test_other_forms_of_a_former_address_take_one_redirect_too(client, about, form):
    rename(Page.objects.get(slug="team"), "people")

    assert leads(client, form) == (301, "/about/people/")


def test_feed_and_articles_of_a_renamed_index_come_along(client, articles):
    ArticlePageFactory(parent=articles, slug="one")
    rename(articles, "reading")

    assert leads(client, "/articles/one/") == (301, "/reading/one/")
    assert leads(client, "/articles/feed/") == (301, "/reading/feed/")
    assert leads(client, "/articles/?topic=grief&page=2") == (301, "/reading/?topic=grief&page=2")


def test_address_that_is_a_page_again_drops_its_redirect(client, home, about):
    rename(about, "who-we-are")
    new = StandardPageFactory(parent=home, title="New", slug="about", live=False)
    new.save_revision().publish()

    assert leads(client, "/about/")[0] == 200
    assert not Redirect.objects.filter(old_path="/about").exists()


def test_page_that_comes_back_is_not_sent_in_circles(client, about, help_page):
    move(about, help_page)
    move(about, help_page.get_parent())

    assert leads(client, "/about/team/")[0] == 200
    assert leads(client, "/help/about/team/") == (301, "/about/team/")
    assert not Redirect.objects.filter(old_path__startswith="/about").exists()


def test_pages_that_swap_slugs_keep_their_own(client, home, about, help_page):
    rename(about, "between")
    rename(help_page, "about")
    rename(about, "help")

    assert leads(client, "/about/")[0] == leads(client, "/help/")[0] == 200
    assert leads(client, "/between/") == (301, "/help/")
    assert leads(client, "/about/team/") == (301, "/help/team/")


def test_page_that_is_withdrawn_while_its_parent_moves_is_found_once_it_is_back(client, about, help_page):
    team = Page.objects.get(slug="team").specific
    team.save_revision().publish()
    Page.objects.get(pk=team.pk).specific.unpublish()
    move(about, help_page)
    assert leads(client, "/about/team/")[0] == 404

    Page.objects.get(pk=team.pk).specific.save_revision().publish()

    assert leads(client, "/about/team/") == (301, "/help/about/team/")


def test_page_that_never_was_public_leaves_nothing_behind(home):
    draft = StandardPageFactory(parent=home, slug="draft", live=False)
    draft.slug = "other"
    draft.save()

    assert not Redirect.objects.exists()


def test_withdrawn_page_leads_nobody_in_circles(client, about):
    rename(about, "who-we-are")
    Page.objects.get(pk=about.pk).specific.unpublish()

    assert leads(client, "/about/") == (404, None)
    assert leads(client, "/who-we-are/") == (404, None)


def test_deleted_page_answers_gone_at_every_address_it_had(client, about):
    rename(about, "who-we-are")
    delete(about)

    assert [leads(client, path)[0] for path in ("/about/", "/who-we-are/", "/about/team/", "/never/")] == [
        *(410, 410, 410),
        404,
    ]


def test_page_in_place_of_a_deleted_one_is_there(client, home, about):
    delete(about)
    StandardPageFactory(parent=home, slug="about", live=False).save_revision().publish()

    assert leads(client, "/about/")[0] == 200
    assert not MissingAddress.objects.filter(path="/about").exists()


def test_long_address_is_left_out_instead_of_failing_the_move(home, help_page):
    index = ArticleIndexPageFactory(parent=home, slug="a" * 150)
    ArticlePageFactory(parent=index, slug="b" * 150)

    rename(index, "short")

    assert list(Redirect.objects.values_list("old_path", flat=True)) == ["/" + "a" * 150]


def test_cost_of_a_move_does_not_grow_with_its_tree(home, articles, django_assert_max_num_queries):
    for number in range(30):
        ArticlePageFactory(parent=articles, slug=f"article-{number}")
    from hub.addresses.history import remember

    with django_assert_max_num_queries(14):
        remember(articles, "/practice/reading/", articles.url_path)
    assert Redirect.objects.count() == 31


def test_markdown_of_a_renamed_article_comes_along(client, articles):
    rename(ArticlePageFactory(parent=articles, slug="old"), "new")

    assert leads(client, "/articles/old.md") == (301, "/articles/new.md")
    assert leads(client, "/articles/new.md")[0] == 200
    assert leads(client, "/articles/never.md")[0] == 404
