"""Links inside running text."""

import json

import pytest
from wagtail.rich_text import expand_db_html

from hub.core.prefetching import forget, prefetch_body, visible
from tests.factories import ArticlePageFactory, StandardPageFactory
from tests.helpers import BODY, restricted, stream


def link(page, text="there"):
    key = page if isinstance(page, int | str) else page.pk
    return f'<p>Go <a linktype="page" id="{key}">{text}</a>.</p>'


def body(*children):
    return BODY.to_python(json.loads(stream(*children)))


def test_link_leads_to_the_page(home):
    page = StandardPageFactory(parent=home, slug="about")

    assert expand_db_html(link(page)) == '<p>Go <a href="/about/">there</a>.</p>'


@pytest.mark.parametrize("state", ["draft", "private", "gone", "nonsense"])
def test_link_to_a_page_nobody_may_see_becomes_its_text(home, state):
    page = StandardPageFactory(parent=home, live=state != "draft")
    if state == "private":
        restricted(page)
    target = {"gone": 999_999, "nonsense": "x"}.get(state, page)

    shown = expand_db_html(link(target))

    assert "href" not in shown
    assert "there" in shown


def test_links_of_one_page_cost_one_query(home, articles, django_assert_num_queries):
    pages = [ArticlePageFactory(parent=articles) for _ in range(6)]
    expand_db_html(link(pages[0]))
    stream_value = body(*(("paragraph", link(page)) for page in pages))

    with django_assert_num_queries(1):
        prefetch_body(stream_value)
        shown = [expand_db_html(link(page)) for page in pages]

    assert shown == [f'<p>Go <a href="{page.url}">there</a>.</p>' for page in pages]


def test_links_deep_in_a_block_are_found_too(home, django_assert_num_queries):
    answer = {"heading": "Questions", "items": [{"question": "Where?", "answer": link(home)}]}
    value = body(("faq", answer))
    expand_db_html(link(home))

    prefetch_body(value)

    with django_assert_num_queries(0):
        expand_db_html(link(home))


def test_what_one_page_remembered_is_forgotten_by_the_next_request(client, home):
    page = StandardPageFactory(parent=home)
    reader = StandardPageFactory(parent=home, body=stream(("paragraph", link(page))))
    client.get(reader.url)
    page.unpublish()

    client.get(home.url)

    assert visible("wagtailcore.Page", [page.pk]) == {}


def test_nothing_is_remembered_at_first(home, django_assert_num_queries):
    forget()

    with django_assert_num_queries(1):
        assert visible("wagtailcore.Page", [home.pk]) == {home.pk: home.page_ptr}
