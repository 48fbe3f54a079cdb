"""Old addresses lead to where their pages are now."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from blog.models import PersonPage, TopicPage
from blog.wordpress.models import ImportedRedirect
from tests.blog.wordpress.exports import PRACTICE, item


@pytest.fixture
def new(practice):
    pages = practice.pages
    return {
        "winter": pages[101].url,
        "before": pages[102].url,
        "fees": pages[112].url,
        "about": pages[111].url,
        "grief": TopicPage.objects.get(slug="grief").url,
        "grief feed": TopicPage.objects.get(slug="grief").url + "feed/",
        "death": TopicPage.objects.get(slug="after-a-death").url,
        "mira": PersonPage.objects.get(title="Mira Lindqvist").url,
        "articles": pages[101].get_parent().url,
        "feed": pages[101].get_parent().url + "feed/",
    }


@pytest.mark.parametrize(
    ("old", "to"),
    [
        ("/2021/11/the-first-winter/", "winter"),
        ("/2021/11/the-first-winter", "winter"),
        ("/?p=101", "winter"),
        ("/index.php?p=101", "winter"),
        ("/2021/11/winter-one/", "winter"),
        ("/2021/11/the-first-winter/feed/", "winter"),
        ("/2021/11/the-first-winter/amp/", "winter"),
        ("/2021/11/the-first-winter/comment-page-2/", "winter"),
        ("/2021/11/the-first-winter/harbour/", "winter"),
        ("/?attachment_id=201", "winter"),
        ("/?page_id=112", "fees"),
        ("/category/grief/", "grief"),
        ("/category/grief/after-a-death/", "death"),
        ("/category/grief/page/2/", "grief"),
        ("/category/grief/feed/", "grief feed"),
        ("/?cat=5", "grief"),
        ("/tag/sleep/", "articles"),
        ("/?tag=sleep", "articles"),
        ("/author/mira/", "mira"),
        ("/?author=2", "mira"),
        ("/2021/11/", "articles"),
        ("/2021/", "articles"),
        ("/feed/", "feed"),
        ("/comments/feed/", "feed"),
        ("/?feed=rss2", "feed"),
    ],
)
def test_old_address(client, new, old, to):
    answer = client.get(old)
    assert (answer.status_code, answer.headers.get("Location")) == (301, new[to])


def test_what_follows_an_old_address_comes_along(client, new):
    assert client.get("/2020/03/before-the-funeral/?utm_source=x")["Location"] == f"{new['before']}?utm_source=x"


def test_page_that_kept_its_address_needs_no_redirect(client, practice):
    assert client.get("/about/fees/").status_code == 200
    assert not Redirect.objects.filter(old_path="/about/fees").exists()


def test_file_leads_to_where_it_is_now(client, practice):
    answer = client.get("/wp-content/uploads/2021/11/harbour.jpg")
    assert answer.status_code == 301
    assert "/media/original_images/harbour" in answer["Location"]


def test_what_was_never_public_had_no_address(client, practice):
    for old in ("/?p=103", "/2022/01/for-the-team/", "/2022/02/with-a-password/"):
        assert client.get(old).status_code in {200, 404}
    assert not ImportedRedirect.objects.filter(item__key__in=["103", "104", "105", "106"]).exists()


def test_redirect_to_a_draft_is_kept_by_no_browser(articles, run, client):
    found = run(PRACTICE)
    old = Redirect.objects.get(old_path="/2021/11/the-first-winter")
    assert not old.is_permanent

    found.pages[101].get_latest_revision().publish()

    old.refresh_from_db()
    assert old.is_permanent


def test_redirect_that_is_there_already_stays(articles, write, run):
    Redirect.add_redirect("/item-1", "/elsewhere/", site=articles.get_site())

    found = run(write(item(1)), "--publish")

    assert Redirect.objects.get(old_path="/item-1").redirect_link == "/elsewhere/"
    assert "/item-1 leads somewhere else already, and still does." in found.record.report["redirect_notes"]


def test_home_page_costs_no_query_more_for_readers(client, practice, django_assert_num_queries, home):
    with django_assert_num_queries(0):
        from blog.wordpress.middleware import OldAddressMiddleware

        class Request:
            GET, path_info, method = {}, "/", "GET"

        class Answer:
            status_code = 200

        OldAddressMiddleware(lambda request: Answer())(Request())


@pytest.mark.parametrize(
    "odd", ["/?p=", "/?p=%00", "/?p=1'--", "/?p=" + "9" * 400, "/?cat=../x", "/feed/feed/feed/", "//feed/"]
)
def test_odd_addresses_are_answered(client, practice, odd):
    assert client.get(odd).status_code in {200, 301, 302, 404}
