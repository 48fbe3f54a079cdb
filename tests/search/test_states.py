"""What a visitor may not see is in no result, no suggestion and no count; what may be seen again is found again."""

import datetime as dt
import logging

import pytest
from django.db import DatabaseError
from django.utils import timezone
from wagtail.models import Page, Site

from search.site_index import live_index
from tests.factories import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    HomePageFactory,
    StandardPageFactory,
    TopicPageFactory,
)
from tests.helpers import restricted, stream
from tests.search.searching import asked, counts, found, indexed, suggested


@pytest.fixture
def topic(articles, home):
    return indexed(TopicPageFactory(parent=home, title="Harbours"))


@pytest.fixture
def lighthouse(home, topic):
    """An article under a section of its own."""
    section = indexed(ArticleIndexPageFactory(parent=home, title="Coast"))
    questions = {"heading": "Questions", "items": [{"question": "Is a lighthouse lonely?", "answer": "<p>No.</p>"}]}
    page = ArticlePageFactory(
        parent=section, title="The lighthouse", standfirst="It shines.", topics=[topic], body=stream(("faq", questions))
    )
    return indexed(page)


@pytest.fixture
def beside(articles, topic, home):
    """What is found with it, so that there are counts to look at."""
    other_topic = TopicPageFactory(parent=home, title="Islands")
    return indexed(
        ArticlePageFactory(parent=articles, title="A lighthouse keeper", topics=[topic]),
        ArticlePageFactory(parent=articles, title="Lighthouse stairs", topics=[other_topic]),
        StandardPageFactory(parent=home, title="Our lighthouse"),
    )


def unpublished(page):
    page.unpublish()


def private(page):
    restricted(page)


def below_private(page):
    restricted(page.get_parent())


def expired(page):
    page.expire_at = timezone.now() + dt.timedelta(microseconds=1)
    page.save_revision().publish()


def noindex(page):
    page.noindex = True
    page.save_revision().publish()


def deleted(page):
    page.delete()


def deleted_with_its_tree(page):
    Page.objects.get(pk=page.get_parent().pk).delete()


def moved_below_private(page):
    closed = restricted(StandardPageFactory(parent=page.get_parent().get_parent(), title="Closed"))
    page.move(closed, pos="last-child")


def moved_with_its_tree(page):
    closed = restricted(StandardPageFactory(parent=page.get_parent().get_parent(), title="Closed"))
    Page.objects.get(pk=page.get_parent().pk).move(closed, pos="last-child")


HIDDEN = [
    unpublished,
    private,
    below_private,
    expired,
    noindex,
    deleted,
    deleted_with_its_tree,
    moved_below_private,
    moved_with_its_tree,
]
hidden_in_every_way = pytest.mark.parametrize("hide", HIDDEN, ids=lambda hide: hide.__name__)


@hidden_in_every_way
def test_hidden_page_is_no_result(client, lighthouse, follow, hide):
    assert found(client, "lighthouse") == ["The lighthouse"]

    with follow():
        hide(lighthouse)

    answer = asked(client, "lighthouse")
    assert (answer.results, answer.count) == ((), 0)


@hidden_in_every_way
def test_hidden_page_is_not_suggested(client, lighthouse, follow, hide):
    assert suggested(client, "lighth") == ["The lighthouse", "Is a lighthouse lonely?"]

    with follow():
        hide(lighthouse)

    assert suggested(client, "lighth") == []


@hidden_in_every_way
def test_hidden_page_is_not_counted(client, lighthouse, beside, follow, hide):
    answer = asked(client, "lighthouse")
    assert (answer.count, counts(answer.kinds)) == (4, {"Article": 3, "Question": 1, "Page": 1})
    assert counts(answer.topics) == {"Harbours": 2, "Islands": 1}

    with follow():
        hide(lighthouse)

    answer = asked(client, "lighthouse")
    assert (answer.count, counts(answer.kinds)) == (3, {"Article": 2, "Page": 1})
    assert counts(answer.topics) == {"Harbours": 1, "Islands": 1}


@hidden_in_every_way
def test_hidden_page_is_gone_from_the_index(lighthouse, follow, hide):
    with follow():
        hide(lighthouse)

    assert lighthouse.pk not in live_index().page_ids()


def test_expiry_needs_no_command_and_no_signal(client, lighthouse, publish, monkeypatch):
    hour = dt.timedelta(hours=1)
    publish(lighthouse, expire_at=timezone.now() + hour)
    before = (found(client, "lighthouse"), len(suggested(client, "lighth")))

    later = timezone.now() + 2 * hour
    monkeypatch.setattr(timezone, "now", lambda: later)

    assert before == (["The lighthouse"], 2)
    assert (asked(client, "lighthouse").count, suggested(client, "lighth")) == (0, [])


def test_draft_is_not_found(client, articles, follow):
    with follow():
        page = ArticlePageFactory(parent=articles, title="The lighthouse", live=False)
        page.save_revision()

    assert (found(client, "lighthouse"), suggested(client, "lighth")) == ([], [])


def test_draft_of_a_published_page_is_not_searched(client, lighthouse, follow):
    with follow():
        lighthouse.standfirst = "Penguins"
        lighthouse.save_revision()

    assert (found(client, "penguins"), found(client, "shines")) == ([], ["The lighthouse"])


def test_page_that_waits_for_its_hour_is_not_found(client, articles, follow):
    with follow():
        page = ArticlePageFactory(parent=articles, title="The lighthouse", live=False)
        page.go_live_at = timezone.now() + dt.timedelta(days=1)
        page.save_revision().publish()

    assert found(client, "lighthouse") == []


def test_publishing_puts_a_page_into_search(client, articles, publish):
    publish(ArticlePageFactory(parent=articles, title="The lighthouse", live=False))

    assert (found(client, "lighthouse"), suggested(client, "lighth")) == (["The lighthouse"], ["The lighthouse"])


def test_change_is_found_once_it_is_published(client, lighthouse, publish):
    publish(lighthouse, standfirst="Penguins")

    assert (found(client, "penguins"), found(client, "shines")) == (["The lighthouse"], [])


@pytest.mark.parametrize("hide", [unpublished, expired, noindex], ids=lambda hide: hide.__name__)
def test_publishing_again_brings_a_page_back(client, lighthouse, follow, publish, hide):
    with follow():
        hide(lighthouse)
    lighthouse.refresh_from_db()

    publish(lighthouse, noindex=False, expire_at=None)

    assert found(client, "lighthouse") == ["The lighthouse"]


@pytest.mark.parametrize("above", [False, True])
def test_opening_a_private_page_brings_it_back(client, lighthouse, follow, above):
    with follow():
        restricted(lighthouse.get_parent() if above else lighthouse)

    with follow():
        (lighthouse.get_parent() if above else lighthouse).view_restrictions.get().delete()

    assert found(client, "lighthouse") == ["The lighthouse"]


def test_moving_out_from_below_a_private_page_brings_it_back(client, lighthouse, articles, follow):
    with follow():
        restricted(lighthouse.get_parent())

    with follow():
        lighthouse.move(articles, pos="last-child")

    assert found(client, "lighthouse") == ["The lighthouse"]


def test_page_is_found_at_its_new_address_after_a_move(client, lighthouse, articles, follow):
    with follow():
        lighthouse.move(articles, pos="last-child")

    (result,) = asked(client, "lighthouse").results
    assert client.get(result.url).status_code == 200


def test_page_is_found_at_its_new_address_after_its_parent_got_one(client, lighthouse, publish):
    publish(lighthouse.get_parent().specific, slug="shore")

    (result,) = asked(client, "lighthouse").results
    assert (result.url.split("/")[1], client.get(result.url).status_code) == ("shore", 200)


@pytest.fixture
def other_site(site):
    """A second site with a lighthouse of its own."""
    home = HomePageFactory(parent=Page.get_first_root_node(), title="Elsewhere", slug="elsewhere")
    indexed(home, StandardPageFactory(parent=home, title="Their lighthouse"))
    return Site.objects.create(hostname="elsewhere.example.org", port=80, root_page=home, site_name="Elsewhere")


def test_another_sites_page_is_not_found(client, lighthouse, other_site):
    assert (found(client, "lighthouse"), asked(client, "lighthouse").count) == (["The lighthouse"], 1)
    assert "Their lighthouse" not in suggested(client, "lighth")


def test_each_site_finds_its_own(client, lighthouse, other_site, settings):
    settings.ALLOWED_HOSTS = [other_site.hostname]
    client.defaults["HTTP_HOST"] = other_site.hostname

    assert found(client, "lighthouse") == ["Their lighthouse"]
    assert suggested(client, "lighth") == ["Their lighthouse"]


def test_sites_that_change_places_keep_their_own_pages(client, lighthouse, other_site, follow):
    """Moving a page before another gives the other a new path as well."""
    with follow():
        other_site.root_page.move(Page.objects.get(pk=lighthouse.get_site().root_page_id), pos="left")

    assert found(client, "lighthouse") == ["The lighthouse"]
    assert suggested(client, "lighth") == ["The lighthouse", "Is a lighthouse lonely?"]


def test_page_outside_any_site_is_not_found(client, site, publish):
    page = StandardPageFactory(parent=Page.get_first_root_node(), title="The lighthouse")

    publish(page)

    assert found(client, "lighthouse") == []


@pytest.mark.parametrize("question", ["root", "welcome"])
def test_machinery_is_not_found(client, article, question):
    assert found(client, question) == []


class Broken(Exception):
    pass


@pytest.fixture
def broken_index(monkeypatch):
    def fail(*args, **kwargs):
        raise DatabaseError("the words of a page")

    monkeypatch.setattr("search.engines.base.Index.change", fail)


def publishing(page):
    page.save_revision().publish()


@pytest.mark.parametrize("change", [publishing, *HIDDEN], ids=lambda change: change.__name__)
def test_broken_index_stops_no_editor(lighthouse, follow, broken_index, change):
    with follow():
        change(lighthouse)


def test_broken_index_leaves_the_page_published(client, lighthouse, publish, broken_index):
    publish(lighthouse, title="The beacon")

    assert b"The beacon" in client.get(lighthouse.url).content


def test_what_could_not_be_indexed_is_logged_by_number_alone(lighthouse, publish, broken_index, caplog):
    with caplog.at_level(logging.DEBUG):
        publish(lighthouse)

    (record,) = [record for record in caplog.records if record.name.startswith("search")]
    assert record.getMessage() == f"Search could not be brought up to date for the pages [{lighthouse.pk}]."


def test_next_publishing_mends_what_a_failure_left(client, lighthouse, publish):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("search.engines.base.Index.change", lambda *args: 1 / 0)
        publish(lighthouse, title="The beacon")

    publish(lighthouse)

    assert (found(client, "beacon"), found(client, "the")) == (["The beacon"], ["The beacon"])
