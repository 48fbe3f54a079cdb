"""Old and mistyped forms of an address settle on one, with one redirect, and only where a page is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wagtail.contrib.redirects.models import Redirect

from hub.addresses.settling import DEEPEST, candidates, parents, with_query
from tests.factories import ArticlePageFactory, StandardPageFactory
from tests.helpers import restricted

FORMS = """
    /about  /About/  /ABOUT  //about/  /about//  /about.html  /about.htm  /about.php  /About.aspx  /about/index.html
    /about/index.php  /about/default.asp  /index.php/about/  /about/amp/  /amp/about/  /about/amp
    /about.amp.html  /about).  /about,
""".split()


@pytest.fixture
def about(home):
    return StandardPageFactory(parent=home, slug="about")


def visit(client, path, **environ):
    """Ask for ``path`` as it is: the test client itself would take "//x/" for a host."""
    answer = client.get("/", PATH_INFO=path.encode("utf-8", "replace").decode("latin-1"), **environ)
    return answer.status_code, answer.headers.get("Location")


@pytest.mark.parametrize("form", FORMS)
def test_form_settles_with_one_redirect(client, about, form):
    assert visit(client, form) == (301, "/about/")


@pytest.mark.parametrize("form", ["/nothing", "/Nothing/", "/nothing.html", "/nothing/amp/", "//nothing//"])
def test_form_of_nothing_is_not_found_at_once(client, about, form):
    assert visit(client, form) == (404, None)


def test_front_page_in_old_forms(client, home):
    for form in ("/index.html", "/index.php", "/Default.aspx", "/amp/"):
        assert visit(client, form) == (301, "/")


@pytest.mark.parametrize(
    "path",
    ["//evil.example/about/", "//evil.example", "/\\evil.example/about", "/%2F/evil.example/", "///evil.example/"],
)
def test_nobody_is_led_to_another_host(client, about, path):
    assert visit(client, path) == (404, None)


def test_query_string_is_kept(client, about):
    assert visit(client, "/About.html", QUERY_STRING="from=17&x=%26") == (301, "/about/?from=17&x=%26")


def test_head_is_answered_like_get_and_nothing_else_is(client, about):
    assert client.head("/About/").status_code == 301
    assert client.post("/About/").status_code in {403, 404, 405}


def test_article_and_feed_within_an_index_settle(client, articles):
    ArticlePageFactory(parent=articles, slug="one")

    assert visit(client, "/Articles/One") == (301, "/articles/one/")
    assert visit(client, "/Articles/feed") == (301, "/articles/feed/")
    assert visit(client, "/articles/feed") == (301, "/articles/feed/")
    assert visit(client, "/articles/fed/") == (404, None)


def test_what_a_page_itself_does_not_find_is_not_redirected(client, articles):
    assert client.get("/articles/?page=99").status_code == 404


@pytest.mark.parametrize(
    ("path", "status"),
    [("/admin", 301), ("/search", 301), ("/Search/", 404), ("/static/About/", 404), ("/about.md", 404)],
)
def test_other_rooms_addresses_are_their_own(client, about, path, status):
    assert visit(client, path)[0] == status


def test_draft_is_no_target_and_a_private_page_asks_for_its_password(client, home, about):
    StandardPageFactory(parent=home, slug="draft", live=False)
    restricted(about)

    assert visit(client, "/Draft/") == (404, None)
    assert visit(client, "/About/") == (301, "/about/")


def test_chain_typed_by_hand_takes_one_redirect(client, site, about):
    Redirect.objects.create(old_path="/a", redirect_link="http://testserver/b/")
    Redirect.objects.create(old_path="/b", redirect_link="http://testserver/C.html?x=1")
    Redirect.objects.create(old_path="/c", redirect_page=about)

    assert visit(client, "/a/") == (301, "/about/?x=1")


def test_loop_that_slipped_in_is_not_found_instead_of_for_ever(client, site):
    Redirect.objects.create(old_path="/a", redirect_link="http://testserver/b/")
    Redirect.objects.create(old_path="/b", redirect_link="http://testserver/a/")
    Redirect.objects.create(old_path="/c", redirect_link="http://testserver/c/")

    assert [visit(client, path) for path in ("/a/", "/b/", "/c/")] == [(404, None)] * 3


def test_address_elsewhere_is_told_nothing_of_the_query(client, site):
    Redirect.objects.create(old_path="/book", redirect_link="https://example.org/book?x=1", is_permanent=False)

    assert visit(client, "/book/", QUERY_STRING="from=17") == (302, "https://example.org/book?x=1")


def test_address_with_a_query_string_may_have_a_redirect_of_its_own(client, site, about):
    Redirect.objects.create(old_path="/?p=17", redirect_page=about)
    Redirect.objects.create(old_path="/old?p=17", redirect_page=about)

    assert visit(client, "/old/", QUERY_STRING="p=17") == (301, "/about/")


def test_redirect_is_not_remembered_for_ever(client, about):
    assert client.get("/About/").headers["Cache-Control"] == "max-age=3600"


def test_page_that_is_there_costs_no_query_more(client, about, django_assert_num_queries, settings):
    client.get("/about/")
    without = [name for name in settings.MIDDLEWARE if "AddressMiddleware" not in name]
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as ours:
        client.get("/about/")
    settings.MIDDLEWARE = without
    with CaptureQueriesContext(connection) as bare:
        type(client)().get("/about/")
    assert len(ours) == len(bare)


def test_address_not_found_costs_three_queries_more(site, settings, django_assert_max_num_queries):
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    Client().get("/nothing/")
    with CaptureQueriesContext(connection) as ours:
        Client().get("/nothing/at/all/of/it/")
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "AddressMiddleware" not in name]
    with CaptureQueriesContext(connection) as bare:
        Client().get("/nothing/at/all/of/it/")
    assert len(ours) - len(bare) == 3


@given(st.text(max_size=60).map("/".__add__) | st.text(alphabet="/.%aA\\-_ \0é?#;@", max_size=40).map("/".__add__))
def test_candidates_are_addresses_whatever_is_typed(path):
    found = candidates(path)

    assert len(found) == len(set(found)) <= 6
    for address in found:
        assert address == "" or (address.startswith("/") and not address.endswith("/") and "//" not in address)
        assert address.count("/") <= DEEPEST and "\\" not in address and "/../" not in f"{address}/"
        assert all(page + rest == address for page, rest in parents(address))


@given(st.text(max_size=80))
def test_whatever_is_asked_for_is_answered(client, site, text):
    status, target = visit(client, f"/{text}")

    assert status in {200, 301, 404}
    assert target is None or (target.startswith("/") and not target.startswith("//"))


def test_query_goes_before_the_fragment():
    assert with_query("/a/#b", "x=1") == "/a/?x=1#b"
    assert with_query("/a/?y=2", "x=1") == "/a/?y=2&x=1"
    assert with_query("/a/", "") == "/a/"
