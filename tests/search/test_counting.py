"""What is searched for is counted so that nobody can be told from it."""

import datetime as dt
import logging

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.utils import timezone

from search.counting import SEEN_OFTEN, countable, monday, purge
from search.models import Phrase, SearchSettings, Sighting
from tests.factories import PersonPageFactory
from tests.search.searching import titles


def times(client, number, question, **more):
    for _ in range(number):
        client.get("/search/", {"q": question, **more})


def kept():
    return [(phrase.text, phrase.times) for phrase in Phrase.objects.all()]


def everything_stored() -> str:
    """Return every text of every table, and of the index's tables, as one."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
            found += [str(cell).lower() for row in cursor.fetchall() for cell in row]
    return "\n".join(found)


def test_phrase_is_kept_once_it_was_seen_often(client, article):
    times(client, SEEN_OFTEN - 1, "worry at night")
    before = kept()

    times(client, 2, "worry at night")

    assert (before, kept()) == ([], [("worry at night", SEEN_OFTEN + 1)])


def test_phrase_is_the_same_however_it_is_typed(client, article):
    for question in ["worry at night", "WORRY at NIGHT", " worry  at night?", "Worry at night!", "“worry at night”"]:
        client.get("/search/", {"q": question})

    assert kept() == [("worry at night", 5)]


def test_until_then_no_word_is_stored_anywhere(client, article):
    times(client, SEEN_OFTEN - 1, "purple elephants")

    assert Sighting.objects.count() == 1
    assert "elephant" not in everything_stored()


def test_hash_is_gone_once_the_phrase_is_kept(client, article):
    times(client, SEEN_OFTEN, "purple elephants")

    assert (Sighting.objects.count(), "purple elephants" in everything_stored()) == (0, True)


@pytest.mark.parametrize(
    "question",
    [
        "sarah",
        "sarah kowalska therapist",
        "my husband John lied",
        "therapist Kowalska",
        "is Anxeity kind",
        "call 07700 900123",
        "born 1987",
        "3 affairs",
        "me@example.org",
        "@someone online",
        "https://example.org",
        "www.example.org",
        "John Smith",
        "JOHN SMITH",
        "O'Brien counselling",
        "dr Weth",
        "SE1 7PB",
        "a question of so many words that it tells a story",
        "x" * 61,
        "?!",
    ],
)
def test_what_may_be_personal_is_stored_nowhere(client, article, question):
    times(client, SEEN_OFTEN + 2, question)

    assert (kept(), Sighting.objects.count()) == ([], 0)
    assert question.lower() not in everything_stored()


@pytest.mark.parametrize(
    "question", ["CBT", "Anxiety", "OCD help", "what does it cost", "panic attacks", "I can't sleep"]
)
def test_what_is_nobodys_own_may_be_counted(question):
    assert countable(question) == question.lower()


@pytest.mark.parametrize("question", ["weth", "jonah", "appointment with jonah weth"])
def test_name_of_somebody_with_a_page_here_is_not_counted(client, article, home, question):
    PersonPageFactory(parent=home, title="Jonah Weth", live=False)

    times(client, SEEN_OFTEN + 1, question)

    assert (kept(), Sighting.objects.count()) == ([], 0)


@pytest.mark.parametrize("more", [{"kind": "article"}, {"topic": "x"}, {"sort": "newest"}, {"page": "2"}])
def test_going_on_in_a_search_is_not_counted_again(client, article, more):
    times(client, SEEN_OFTEN + 2, "worry", **more)

    assert (kept(), Sighting.objects.count()) == ([], 0)


def test_asking_for_the_head_alone_is_not_counted(client, article):
    for _ in range(SEEN_OFTEN):
        client.head("/search/?q=worry")

    assert (kept(), Sighting.objects.count()) == ([], 0)


def test_suggestions_are_not_counted(client, article):
    for _ in range(SEEN_OFTEN):
        client.get("/search/suggest/?q=worry")

    assert (kept(), Sighting.objects.count()) == ([], 0)


@pytest.mark.parametrize(("question", "nothing"), [("worry", False), ("penguins", True), ("the penguins", True)])
def test_what_found_nothing_is_marked(client, article, question, nothing):
    times(client, SEEN_OFTEN, question)

    assert Phrase.objects.get().found_nothing == nothing


def test_what_is_found_by_now_is_no_longer_marked(client, article, publish):
    times(client, SEEN_OFTEN, "penguins")
    publish(article, standfirst="Penguins")

    times(client, 1, "penguins")

    assert Phrase.objects.get().found_nothing is False


def test_counting_can_be_switched_off(client, article):
    rules = SearchSettings.for_site(article.get_site())
    rules.counts_searches = False
    rules.save()

    times(client, SEEN_OFTEN + 1, "worry")

    assert (kept(), Sighting.objects.count()) == ([], 0)


@pytest.fixture
def on(monkeypatch):
    """Let it be another day."""

    def today(day):
        monkeypatch.setattr(timezone, "localdate", lambda *args: day)

    return today


def test_each_week_is_counted_by_itself(client, article, on):
    on(dt.date(2026, 3, 9))
    times(client, SEEN_OFTEN - 1, "worry")
    on(dt.date(2026, 3, 16))

    times(client, SEEN_OFTEN - 1, "worry")

    assert (kept(), Sighting.objects.get().week) == ([], dt.date(2026, 3, 16))


def test_count_says_the_week_and_no_more(client, article, on):
    on(dt.date(2026, 3, 13))

    times(client, SEEN_OFTEN, "worry")

    assert Phrase.objects.values("week", "times").get() == {"week": dt.date(2026, 3, 9), "times": SEEN_OFTEN}
    assert {field.name for field in Phrase._meta.fields} == {"id", "text", "week", "times", "found_nothing"}


def test_hash_says_nothing_about_another_week(client, article, on):
    on(dt.date(2026, 3, 9))
    times(client, 1, "worry")
    first = Sighting.objects.get().digest
    on(dt.date(2026, 3, 16))
    times(client, 1, "worry")

    assert Sighting.objects.get().digest != first


@pytest.mark.parametrize("weekday", range(7))
@pytest.mark.parametrize(("days", "is_kept"), [(0, True), (6, True), (90, True), (97, False), (400, False)])
def test_counts_are_erased_after_their_time(db, on, weekday, days, is_kept):
    on(dt.date(2026, 11, 23 + weekday))
    Phrase.objects.create(text="worry", week=monday(timezone.localdate() - dt.timedelta(days=days)), times=9)

    purge(90)

    assert Phrase.objects.exists() == is_kept


def test_command_erases_by_the_shortest_promise(article):
    SearchSettings.objects.create(site=article.get_site(), keep_days=7)
    Phrase.objects.create(text="worry", week=monday(timezone.localdate() - dt.timedelta(days=20)), times=9)
    Sighting.objects.create(digest="x", week=monday(timezone.localdate() - dt.timedelta(days=7)), times=1)

    call_command("purge_searches", verbosity=0)

    assert (Phrase.objects.count(), Sighting.objects.count()) == (0, 0)


def test_first_count_of_a_week_erases_what_is_old(client, article):
    Phrase.objects.create(text="old", week=monday(timezone.localdate() - dt.timedelta(days=200)), times=9)

    times(client, 1, "worry")

    assert kept() == []


def test_broken_count_breaks_no_page(client, article, monkeypatch, caplog):
    def fail(*args):
        raise DatabaseError("worry")

    monkeypatch.setattr("search.counting._count", fail)

    with caplog.at_level(logging.DEBUG):
        answer = client.get("/search/?q=worry")

    assert (answer.status_code, titles(answer.context["answer"])) == (200, ["Worry at night"])
    assert "worry" not in caplog.text.lower()
