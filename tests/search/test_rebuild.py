"""The index is built anew beside the one that answers; interrupted, it goes on; nothing is left of the old one."""

import pytest
from django.core.management import call_command
from django.db import connection

from search import site_index
from search.models import IndexState
from search.site_index import BATCH, VERSION, is_outdated, live_index, rebuild, slot
from tests.factories import ArticlePageFactory
from tests.helpers import restricted
from tests.search.searching import contents, found, index_tables, indexed


class Interrupted(Exception):
    pass


@pytest.fixture
def small_steps(monkeypatch):
    monkeypatch.setattr(site_index, "BATCH", 2)


def interrupt(after, **how):
    """Run a rebuild that ends after so many steps."""
    steps = []

    def stop(done, total):
        steps.append(done)
        if len(steps) == after:
            raise Interrupted

    with pytest.raises(Interrupted):
        rebuild(progress=stop, **how)


def write(articles, count, title="Lighthouse"):
    return [ArticlePageFactory(parent=articles, title=f"{title} {number}") for number in range(count)]


def tables_of(name):
    return {table for table in index_tables() if table.startswith(f"search_{name}_")}


def test_everything_is_found_after_a_rebuild(client, articles):
    write(articles, 3)
    before = found(client, "lighthouse")

    rebuild()

    assert (before, len(found(client, "lighthouse"))) == ([], 3)


def test_rebuild_gives_what_publishing_gave(articles, publish):
    for page in write(articles, 3):
        publish(page)
    publish(articles)
    publish(articles.get_parent().specific)
    before = contents()

    rebuild()

    assert contents() == before


def test_rebuild_leaves_out_what_nobody_may_see(client, articles):
    pages = write(articles, 3)
    restricted(pages[0])
    pages[1].unpublish()

    rebuild()

    assert found(client, "lighthouse") == ["Lighthouse 2"]


def test_rebuild_forgets_what_is_gone(client, articles):
    (page,) = write(articles, 1)
    indexed(page)
    page.__class__.objects.filter(pk=page.pk).update(live=False)

    rebuild()

    assert page.pk not in live_index().page_ids()


def test_nothing_is_left_of_the_old_index(articles):
    old = IndexState.current().live

    rebuild()

    state = IndexState.current()
    assert (state.live != old, state.building, state.cursor) == (True, "", 0)
    assert (tables_of(old), bool(tables_of(state.live))) == (set(), True)


def test_index_can_be_built_again_and_again(client, articles):
    write(articles, 1)

    for _ in range(3):
        rebuild()

    assert (found(client, "lighthouse"), len({table[:9] for table in index_tables()})) == (["Lighthouse 0"], 1)


def test_old_index_answers_meanwhile(client, articles, small_steps):
    pages = write(articles, 6)
    indexed(*pages[:3])
    before = found(client, "lighthouse")

    interrupt(after=2)

    assert (before, found(client, "lighthouse")) == ([f"Lighthouse {number}" for number in range(3)],) * 2


def test_interrupted_rebuild_goes_on_where_it_was(client, articles, small_steps, monkeypatch):
    write(articles, 6)
    interrupt(after=2)
    read, documents = [], site_index.documents
    monkeypatch.setattr(site_index, "documents", lambda ids: read.extend(ids) or documents(ids))

    rebuild()

    assert len(found(client, "lighthouse")) == 6
    assert len(read) == 8 - 4


def test_rebuild_that_failed_within_a_step_goes_on(client, articles, small_steps, monkeypatch):
    write(articles, 6)
    documents, calls = site_index.documents, []

    def fail(ids):
        calls.append(ids)
        if len(calls) == 2:
            raise Interrupted
        return documents(ids)

    with monkeypatch.context() as patch, pytest.raises(Interrupted):
        patch.setattr(site_index, "documents", fail)
        rebuild()

    rebuild()

    assert len(found(client, "lighthouse")) == 6


def test_rebuild_begins_afresh_on_request(client, articles, small_steps, monkeypatch):
    write(articles, 6)
    interrupt(after=2)
    read, documents = [], site_index.documents
    monkeypatch.setattr(site_index, "documents", lambda ids: read.extend(ids) or documents(ids))

    rebuild(afresh=True)

    assert (len(read), len(found(client, "lighthouse"))) == (8, 6)


def test_rebuild_by_older_rules_begins_afresh(client, articles, small_steps, monkeypatch):
    write(articles, 6)
    interrupt(after=2)
    monkeypatch.setattr(site_index, "VERSION", VERSION + 1)

    rebuild()

    assert (len(found(client, "lighthouse")), IndexState.current().version) == (6, VERSION + 1)


@pytest.mark.parametrize("place", [0, -1])
def test_publishing_during_a_rebuild_ends_up_in_both(client, articles, small_steps, publish, place):
    pages = write(articles, 6)
    indexed(*pages)
    interrupt(after=2)

    publish(pages[place], title="The beacon")
    before = found(client, "beacon")
    rebuild()

    assert (before, found(client, "beacon"), len(found(client, "lighthouse"))) == (["The beacon"], ["The beacon"], 5)


@pytest.mark.parametrize("place", [0, -1])
def test_unpublishing_during_a_rebuild_ends_up_in_both(client, articles, small_steps, follow, place):
    pages = write(articles, 6)
    indexed(*pages)
    interrupt(after=2)

    with follow():
        pages[place].unpublish()
    before = found(client, "lighthouse")
    rebuild()

    assert (len(before), len(found(client, "lighthouse"))) == (5, 5)


def test_page_that_is_new_during_a_rebuild_is_found(client, articles, small_steps, publish):
    write(articles, 6)
    interrupt(after=2)

    publish(ArticlePageFactory(parent=articles, title="The beacon"))
    rebuild()

    assert found(client, "beacon") == ["The beacon"]


def test_rebuild_during_a_rebuild_helps_it(client, articles, small_steps):
    write(articles, 6)
    done = []

    def another(done_now, total):
        if not done:
            done.append(rebuild())

    rebuild(progress=another)

    assert (len(found(client, "lighthouse")), len(live_index().page_ids())) == (6, done[0])
    assert len({table[:9] for table in index_tables()}) == 1


def test_progress_reaches_the_number_of_pages(articles, small_steps):
    write(articles, 5)
    told = []

    pages = rebuild(progress=lambda done, total: told.append((done, total)))

    assert told == sorted(told)
    assert (told[-1], pages) == ((7, 7), 7)


@pytest.mark.parametrize(
    ("state", "outdated"),
    [
        ({"version": VERSION, "built_at": "2026-03-01T00:00Z"}, False),
        ({"version": VERSION}, True),
        ({"version": VERSION - 1, "built_at": "2026-03-01T00:00Z"}, True),
        ({"version": VERSION, "built_at": "2026-03-01T00:00Z", "building": "b"}, True),
    ],
)
def test_index_is_outdated_until_it_was_built_by_these_rules(db, state, outdated):
    IndexState.objects.update_or_create(pk=1, defaults=state)

    assert is_outdated() == outdated


def test_site_without_a_state_is_outdated(db):
    IndexState.objects.all().delete()

    assert is_outdated()


def test_command_says_how_many_pages_there_are(articles, capsys):
    write(articles, 2)

    call_command("rebuild_search")

    assert capsys.readouterr().out.strip() == "4 pages are indexed."


def test_command_can_begin_afresh(client, articles, small_steps):
    write(articles, 4)
    interrupt(after=1)

    call_command("rebuild_search", "--afresh", verbosity=0)

    assert len(found(client, "lighthouse")) == 4


def test_step_is_small_enough_for_an_editor_to_get_between():
    assert BATCH <= 200


def test_missing_index_is_made_by_a_rebuild(client, articles):
    write(articles, 1)
    live_index().drop()

    rebuild()

    assert found(client, "lighthouse") == ["Lighthouse 0"]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL ends the test's own transaction with the error")
def test_reader_of_an_index_that_is_gone_asks_the_new_one(client, article, monkeypatch):
    """Between two questions to an index, another may take its place."""
    old, current, asked = IndexState.current().live, IndexState.current, []
    rebuild()

    def late(cls):
        state = current()
        asked.append(state)
        if len(asked) == 1:
            state.live = old
        return state

    monkeypatch.setattr(IndexState, "current", classmethod(late))

    assert slot(old).exists() is False
    assert found(client, "worry") == ["Worry at night"]
