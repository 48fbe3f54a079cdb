"""Made-up articles and the benchmark over them. Speed itself is measured by the command, never asserted here."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from search.evaluation import growth, scale
from search.evaluation.scratch import scratch_session
from search.text import words


@pytest.fixture(autouse=True)
def _few_questions(monkeypatch):
    monkeypatch.setattr(scale, "EACH", 1)
    monkeypatch.setattr(scale, "REPEATS", 1)
    monkeypatch.setattr(scale, "UPDATES", 2)


def benchmarked(**options):
    out = StringIO()
    call_command("benchmark_search", stdout=out, **options)
    return out.getvalue()


def test_articles_are_the_same_in_every_run_and_at_every_number():
    assert [*growth.articles(3)][2] == growth.article(3) != growth.article(4)


def test_article_has_ten_passages_two_of_them_questions():
    made = growth.article(1)

    assert len(made.passages) == 10
    assert [passage.is_question for passage in made.passages].count(True) == 2
    assert all(len(passage.text.split()) == growth.WORDS for passage in made.passages)
    assert growth.size(made) > 6000


def test_words_are_common_middling_rare_and_absent():
    stand_in = [set(words(growth.as_text(article).text)) for article in growth.articles(200)]

    def share(name):
        (question,) = growth.questions(name, 1)
        return sum(question in found for found in stand_in) / len(stand_in)

    assert share("common") > 0.9 > 0.7 > share("middling") > 0.05 > share("rare") >= share("absent") == 0


def test_questions_are_the_same_in_every_run():
    assert growth.mixture(5) == growth.mixture(5)
    assert len(growth.mixture(5)) == 5 * len(growth.CLASSES)


def test_benchmark_compares_the_hub_with_wagtail(db):
    found = json.loads(benchmarked(articles=20, limit=20, as_json=True))

    assert (found["database"], found["articles"], found["passages"]) == (connection.vendor, 20, 200)
    assert list(found["classes"]) == list(growth.CLASSES)
    assert all(row["hub_ms"] > 0 < row["wagtail_ms"] and not row["is_given_up"] for row in found["classes"].values())
    assert found["size_to_text"]["hub"] > 0 < found["size_to_text"]["wagtail"]
    assert found["mixed"]["articles_few"] == 20


def test_benchmark_is_printed_as_a_table(db):
    shown = benchmarked(articles=5, limit=20)

    assert shown.startswith(f"{connection.vendor}: 5 articles, 50 passages")
    assert [line.split()[0] for line in shown.splitlines()[3:6]] == ["common", "middling", "rare"]


def test_question_that_wagtail_is_too_slow_for_is_given_up(db):
    with scratch_session():
        search = scale.wagtail_of(growth.articles(3))

        # Less than the database's first look at the clock: nothing is found, and nothing fails.
        assert set(scale.wagtail_by_class(search, 0.001)) == set(growth.CLASSES)


def test_update_puts_new_passages_in_place_of_old_ones(db):
    with scratch_session():
        index = scale.indexed(growth.articles(2))
        before = index.passages_of([1, 2])
        scale.updates(index, 2)

        assert len(index.passages_of([1, 2])) == index.totals().passages == 20
        assert not set(before) & set(index.passages_of([1, 2]))


@pytest.mark.parametrize("options", [{"articles": 0}, {"articles": 5, "limit": 0}])
def test_nothing_to_measure_is_an_error(options):
    with pytest.raises(CommandError, match="at least"):
        benchmarked(**options)
