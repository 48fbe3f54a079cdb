"""Search engines are told of changes, where that is wanted, and publishing never notices."""

import datetime as dt
import threading

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import DatabaseError
from django.utils import timezone
from wagtail.models import Page

from hub.discovery.contradictions import warnings
from hub.discovery.indexnow import followers, protocol, queue
from hub.discovery.indexnow.sending import PAUSES, send_due
from hub.discovery.models import IndexChange, IndexNowSettings
from tests.discovery.search_engine import SearchEngine
from tests.factories import ArticleIndexPageFactory, ArticlePageFactory, StandardPageFactory
from tests.helpers import restricted

KEY = "0123456789abcdef"


@pytest.fixture
def engine(settings):
    running = SearchEngine()
    settings.INDEXNOW_ENDPOINT = running.address
    yield running
    running.stop()


@pytest.fixture
def on(site, in_production):
    """The practice wants search engines told."""
    return IndexNowSettings.objects.create(site=site, is_on=True, key=KEY)


@pytest.fixture
def publish(django_capture_on_commit_callbacks):
    """Publish a page as the admin does."""

    def run(page):
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()
        page.refresh_from_db()
        return page

    return run


@pytest.fixture
def afterwards(django_capture_on_commit_callbacks):
    """Run what follows a transaction at the end of a block."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def waiting():
    return sorted(IndexChange.objects.waiting().values_list("url", flat=True))


def test_it_is_off_until_somebody_wants_it(site, articles, in_production, publish):
    publish(ArticlePageFactory(parent=articles, live=False))

    assert waiting() == []


def test_published_page_is_told(on, articles, publish, engine):
    page = publish(ArticlePageFactory(parent=articles, live=False))

    assert (send_due(), engine.messages) == (
        (1, 0),
        [
            {
                "host": "testserver",
                "key": KEY,
                "keyLocation": f"http://testserver/{KEY}.txt",
                "urlList": [page.full_url],
            }
        ],
    )
    assert (waiting(), send_due()) == ([], (0, 0))


def test_copy_that_nobody_may_find_tells_nobody(on, articles, publish, engine, settings):
    settings.SITE_IS_INDEXABLE = False
    publish(ArticlePageFactory(parent=articles, live=False))
    IndexChange.objects.create(site=on.site, url="http://testserver/left/")

    assert (send_due(), engine.messages, waiting()) == ((0, 0), [], [])


@pytest.mark.parametrize("how", ["noindex", "private", "below private", "canonical elsewhere", "draft"])
def test_what_search_engines_may_not_know_is_not_told(on, home, articles, publish, how):
    parent = home
    if how == "below private":
        parent = restricted(StandardPageFactory(parent=home))
    page = StandardPageFactory(parent=parent, live=False)
    if how == "noindex":
        page.noindex = True
    elif how == "canonical elsewhere":
        page.canonical_url = "https://example.org/the-same/"
    elif how == "private":
        restricted(page)
    if how == "draft":
        page.save_revision()
    else:
        publish(page)

    assert waiting() == []


def test_page_taken_down_is_told(on, articles, afterwards):
    page = ArticlePageFactory(parent=articles)

    with afterwards():
        page.unpublish()

    assert waiting() == [page.full_url]


def test_deleted_page_is_told(on, articles, afterwards):
    page = ArticlePageFactory(parent=articles)

    with afterwards():
        page.delete()

    assert waiting() == [page.full_url]


@pytest.mark.parametrize("how", ["draft", "private", "noindex"])
def test_deleting_what_nobody_knew_gives_nothing_away(on, articles, afterwards, how):
    page = ArticlePageFactory(parent=articles, live=how != "draft", noindex=how == "noindex")
    if how == "private":
        restricted(page)

    with afterwards():
        page.delete()

    assert waiting() == []


def test_moved_tree_is_told_at_its_new_and_former_addresses(on, home, afterwards, engine):
    above, target = (StandardPageFactory(parent=home, slug=slug) for slug in ("above", "target"))
    StandardPageFactory(parent=above, slug="below")
    restricted(StandardPageFactory(parent=above, slug="private"))

    with afterwards():
        Page.objects.get(pk=above.pk).specific.move(Page.objects.get(pk=target.pk), pos="last-child")
    assert len(waiting()) == 1
    send_due()

    assert sorted(engine.told) == [
        f"http://testserver/{path}/" for path in ("above", "above/below", "target/above", "target/above/below")
    ]


def test_new_slug_is_told_at_both_addresses(on, home, publish, engine):
    page = StandardPageFactory(parent=home, slug="worry")
    page.slug = "fear"

    publish(page)
    send_due()

    assert sorted(engine.told) == ["http://testserver/fear/", "http://testserver/worry/"]


def test_leaving_a_private_place_gives_its_address_not_away(on, home, afterwards, engine):
    private = restricted(StandardPageFactory(parent=home, slug="private"))
    page = StandardPageFactory(parent=private, slug="page")

    with afterwards():
        Page.objects.get(pk=page.pk).specific.move(Page.objects.get(pk=home.pk), pos="last-child")
    send_due()

    assert engine.told == ["http://testserver/page/"]


def test_page_published_twice_is_told_once(on, articles, publish):
    page = publish(ArticlePageFactory(parent=articles, live=False))
    publish(page)

    assert waiting() == [page.full_url]


@pytest.mark.parametrize("answer", [500, 403, 429, "drop", "garbage"])
def test_refusal_is_tried_again_after_growing_pauses(on, engine, answer):
    engine.answer = answer
    change = IndexChange.objects.create(site=on.site, url="http://testserver/")
    now = timezone.now()
    pauses = []
    for _ in range(3):
        send_due(now)
        change.refresh_from_db()
        pauses.append(round((change.due_at - timezone.now()).total_seconds() / 60))
        now = change.due_at + dt.timedelta(seconds=1)

    assert (tuple(pauses), change.failed_at, bool(change.last_error)) == (PAUSES[:3], None, True)
    engine.answer = 202
    assert send_due(now) == (1, 0)


def test_it_waits_as_long_as_it_is_asked_to(on, engine):
    engine.answer, engine.headers = 429, {"Retry-After": "7200"}
    change = IndexChange.objects.create(site=on.site, url="http://testserver/")

    send_due()

    change.refresh_from_db()
    assert 7100 < (change.due_at - timezone.now()).total_seconds() < 7300


@pytest.mark.parametrize("answer", [400, 422])
def test_refusal_of_what_was_said_is_final(on, engine, answer, admin_client):
    engine.answer = answer
    IndexChange.objects.create(site=on.site, url="http://testserver/")

    assert (send_due(), waiting()) == ((0, 1), [])
    assert "1 address could not be sent" in " ".join(warning.message for warning in warnings(on.site))


def test_it_is_given_up_in_the_end(on, engine):
    engine.answer = 500
    change = IndexChange.objects.create(site=on.site, url="http://testserver/", attempts=len(PAUSES))

    send_due()

    change.refresh_from_db()
    assert change.failed_at is not None


@pytest.mark.parametrize("answer", ["hang", "drip"])
def test_server_that_never_ends_is_left(engine, monkeypatch, answer):
    monkeypatch.setattr(protocol, "TIMEOUT", 0.3)
    monkeypatch.setattr(protocol, "DEADLINE", 0.6)
    engine.answer = answer
    found = []
    ask = threading.Thread(target=lambda: found.append(protocol.submit(engine.address, ["http://testserver/"], KEY)))

    ask.start()
    ask.join(10)

    assert (ask.is_alive(), bool(found and found[0].error)) == (False, True)


def test_redirect_is_not_followed(engine):
    other = SearchEngine()
    engine.answer, engine.headers = 307, {"Location": other.address}

    answer = protocol.submit(engine.address, ["http://testserver/"], KEY)

    assert (answer.error, other.messages) == ("HTTP 307", [])
    other.stop()


@pytest.mark.parametrize("endpoint", ["http://127.0.0.1:9/", "http://no.such.host.invalid/", "nonsense", "http://[x/"])
def test_endpoint_that_is_not_there_is_an_answer_too(endpoint):
    assert protocol.submit(endpoint, ["http://testserver/"], KEY).error


def test_message_holds_no_more_than_allowed(on, engine, monkeypatch):
    monkeypatch.setattr("hub.discovery.indexnow.sending.MOST", 2)
    IndexChange.objects.bulk_create(IndexChange(site=on.site, url=f"http://testserver/{n}/") for n in range(5))

    assert send_due() == (5, 0)
    assert [len(message["urlList"]) for message in engine.messages] == [2, 2, 1]


def test_address_another_worker_has_is_left_to_it(on, engine):
    until = timezone.now() + dt.timedelta(minutes=5)
    IndexChange.objects.create(site=on.site, url="http://testserver/", claimed_until=until)

    assert (send_due(), engine.messages) == ((0, 0), [])
    assert send_due(until + dt.timedelta(seconds=1)) == (1, 0)


def test_hanging_server_delays_no_publishing(on, articles, publish, engine, settings, monkeypatch):
    started = []
    monkeypatch.setattr(threading.Thread, "start", lambda thread: started.append(thread.name))
    monkeypatch.setattr(followers.thread, "_is_running", False)
    settings.INDEXNOW_AT_ONCE = True
    engine.answer = "hang"

    page = publish(ArticlePageFactory(parent=articles, live=False))

    # What talks to the server is another thread, and nothing was said before it runs.
    assert (page.live, started, engine.messages) == (True, ["index-changes"], [])


def test_broken_queue_fails_no_publishing(on, articles, publish, monkeypatch, caplog):
    def broken(*args, **kwargs):
        raise DatabaseError("The table is gone.")

    monkeypatch.setattr(queue, "add", broken)

    page = publish(ArticlePageFactory(parent=articles, live=False))

    assert (page.live, "Error calling" in caplog.text) == (True, True)


def test_broken_queue_fails_no_unpublishing(on, articles, afterwards, monkeypatch):
    def broken(*args, **kwargs):
        raise DatabaseError("The table is gone.")

    monkeypatch.setattr(queue, "known_address", broken)
    page = ArticlePageFactory(parent=articles)

    with afterwards():
        page.unpublish()

    assert not Page.objects.get(pk=page.pk).live


def test_key_is_served_while_it_is_on(client, on):
    answer = client.get(f"/{KEY}.txt")

    assert (answer.content.decode(), answer["Content-Type"]) == (KEY, "text/plain; charset=utf-8")
    assert client.get("/another-key-0.txt").status_code == 404
    IndexNowSettings.objects.update(is_on=False)
    assert client.get(f"/{KEY}.txt").status_code == 404


@pytest.mark.parametrize("key", ["short", "with space 123", "x" * 129, "ключключ", "abcdefgh\n"])
def test_key_has_the_form_search_engines_ask_for(site, key):
    with pytest.raises(ValidationError):
        IndexNowSettings(site=site, key=key).full_clean()


def test_new_key_is_a_good_one(site):
    IndexNowSettings(site=site, is_on=True).full_clean()


def test_worker_tells_once(on, engine, capsys):
    IndexChange.objects.create(site=on.site, url="http://testserver/")

    call_command("send_index_changes", once=True)

    assert capsys.readouterr().out == "1 told, 0 failed.\n"


def test_what_was_told_long_ago_is_forgotten(on, engine):
    long_ago = timezone.now() - dt.timedelta(days=31)
    IndexChange.objects.create(site=on.site, url="http://testserver/", told_at=long_ago)

    send_due()

    assert not IndexChange.objects.exists()


def test_tree_is_one_row_however_large(on, home, articles, afterwards, django_assert_max_num_queries):
    other = ArticleIndexPageFactory(parent=home, slug="other")
    for _ in range(5):
        ArticlePageFactory(parent=other)
    page = Page.objects.get(pk=other.pk).specific
    with django_assert_max_num_queries(6):
        queue.moved(page, page.url_path.replace("other", "before"), page.path)

    assert IndexChange.objects.count() == 1
