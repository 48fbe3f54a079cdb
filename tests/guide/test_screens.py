"""The guide in the admin: contents by role, search, a task, and the links that lead there."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from hub.guide.shelf import all_pages
from tests.factories import ArticlePageFactory, UserFactory
from tests.helpers import soup

CONTENTS = "/admin/guide/"
REQUESTS = "/admin/guide/answer-a-request/"


def member(*names):
    user = UserFactory()
    user.groups.set(Group.objects.filter(name__in=names))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def writer(site):
    return member("Writers")


def titles(shelf):
    return [link.get_text() for link in shelf.select("li > a")]


def test_reader_sees_the_pages_for_their_own_work_first(writer):
    shelves = soup(writer.get(CONTENTS)).select(".guide-shelf")

    assert [shelf.h2.get_text() for shelf in shelves] == ["For your work", "What others do"]
    assert "Add a quote" in titles(shelves[0])
    assert "Redirect an old address" in titles(shelves[1])


def test_administrator_sees_all_pages_on_one_shelf(admin_client, site):
    (shelf,) = soup(admin_client.get(CONTENTS)).select(".guide-shelf")

    assert len(titles(shelf)) == len(all_pages())


def test_requests_for_help_are_explained_to_those_who_read_them_alone(writer):
    team = member("Practice team")

    assert team.get(REQUESTS).status_code == 200
    assert writer.get(REQUESTS).status_code == 302
    assert "answer-a-request" not in writer.get(CONTENTS).content.decode()
    assert "answer-a-request" not in writer.get(CONTENTS, {"q": "request for help unwanted mail"}).content.decode()
    assert "answer-a-request" not in writer.get("/admin/guide/roles/").content.decode()


def test_stranger_is_sent_to_the_login_form(client, site):
    assert client.get(CONTENTS).url.startswith("/admin/login/")
    assert client.get(REQUESTS).url.startswith("/admin/login/")


@pytest.mark.parametrize("slug", all_pages())
def test_every_page_is_shown_with_its_picture(admin_client, site, slug):
    page, shown = all_pages()[slug], soup(admin_client.get(reverse("guide:task", args=[slug]))).main

    picture = shown.select_one(".guide-task__picture img")
    assert shown.select_one("#guide-title").get_text() == page.title
    assert picture["alt"] == page.picture.alt and picture["src"].endswith(".webp")
    assert {"/admin/guide/" + link + "/" for link in page.links} <= {
        link["href"] for link in shown.select(".guide-task__text a")
    }


def test_page_that_is_not_there_is_not_found(admin_client, site):
    assert admin_client.get("/admin/guide/make-tea/").status_code == 404


def test_search_answers_without_script(writer):
    shown = soup(writer.get(CONTENTS, {"q": "quotation"})).main

    assert shown.select_one(".guide-found a")["href"] == "/admin/guide/add-a-quote/"
    assert shown.select_one(".guide-search input")["value"] == "quotation"


def test_search_that_finds_nothing_says_so(writer):
    shown = soup(writer.get(CONTENTS, {"q": "<b>xyzzyqwert\0</b>"})).main

    assert "Nothing on “<b>xyzzyqwert </b>”" in shown.get_text()


def test_results_alone_are_answered_for_the_script(writer):
    shown = soup(writer.get("/admin/guide/results/", {"q": "quotation"}))

    assert shown.select_one(".guide-found a") and not shown.select_one("main")


def test_admin_search_leads_to_the_guide(writer):
    shown = soup(writer.get(reverse("wagtailadmin_pages:search"), {"q": "quote"}))

    assert "/admin/guide/?q=quote" in {link["href"] for link in shown.select("a[href]")}


def test_help_menu_holds_the_guide_and_nothing_of_elsewhere(writer):
    shown = writer.get(CONTENTS).content.decode()

    assert '"url": "/admin/guide/"' in shown
    assert "guide.wagtail.org/en" not in shown and "releases/latest" not in shown


@pytest.mark.parametrize(
    ("address", "slug"),
    [
        ("/admin/redirects/", "redirect-an-address"),
        ("/admin/redirects/add/", "redirect-an-address"),
        ("/admin/missing-addresses/", "redirect-an-address"),
        ("/admin/article-links/", "links-between-articles"),
        ("/admin/search-phrases/", "synonyms-and-promoted-results"),
        ("/admin/snippets/search/synonymset/", "synonyms-and-promoted-results"),
        ("/admin/snippets/search/promotion/add/", "synonyms-and-promoted-results"),
        ("/admin/snippets/core/invitation/", "reuse-an-invitation"),
        ("/admin/settings/core/practice/", "practice-settings"),
        ("/admin/settings/core/crisissupport/", "crisis-words-and-lines"),
        ("/admin/settings/search/searchsettings/", "crisis-words-and-lines"),
        ("/admin/settings/blog/qualitywords/", "words-of-quality"),
        ("/admin/settings/discovery/crawlerpolicy/", "search-engines-and-ai"),
        ("/admin/settings/consultations/consultationsettings/", "answer-a-request"),
        ("/admin/requests/", "answer-a-request"),
        ("/admin/import/", "import-a-document"),
        ("/admin/wordpress/", "import-a-wordpress-site"),
        ("/admin/images/", "describe-pictures"),
        ("/admin/users/", "roles"),
    ],
)
def test_header_of_a_screen_leads_to_the_page_that_explains_it(admin_client, site, address, slug):
    link = soup(admin_client.get(address, follow=True)).select_one("a.guide-here")

    assert link["href"] == f"/admin/guide/{slug}/"
    assert link["aria-label"] == f"Guide: {all_pages()[slug].title} (opens in a new tab)"


@pytest.mark.parametrize(("kind", "slug"), [("articlepage", "publish-an-article"), ("topicpage", "topics-and-people")])
def test_form_for_a_new_page_leads_to_the_page_on_its_kind(admin_client, articles, kind, slug):
    shown = soup(admin_client.get(reverse("wagtailadmin_pages:add", args=["blog", kind, articles.pk])))

    assert shown.select_one("a.guide-here")["href"] == f"/admin/guide/{slug}/"


def test_screen_that_no_page_explains_leads_to_the_contents(admin_client, site):
    assert soup(admin_client.get("/admin/sites/")).select_one("a.guide-here")["href"] == CONTENTS


def test_panels_of_the_editor_lead_to_the_guide(admin_client, articles):
    article = ArticlePageFactory(parent=articles)
    shown = soup(admin_client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])))

    links = {link["href"]: link for link in shown.select("a.guide-link")}
    assert {"/admin/guide/mend-findings/", "/admin/guide/links-between-articles/"} <= links.keys()
    link = links["/admin/guide/mend-findings/"]
    assert " ".join(link.get_text().split()) == (
        "How this works: Mend what the quality panel finds (opens in a new tab)"
    )


def test_guide_asks_the_database_no_more_for_more_pages(admin_client, site, django_assert_max_num_queries):
    admin_client.get(CONTENTS)

    with django_assert_max_num_queries(12):
        admin_client.get(CONTENTS)
