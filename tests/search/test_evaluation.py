"""Measuring search: the measures, collections that are read or refused, and a site that is left as it was."""

import json
import math
import sys
import threading
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection, connections
from django.db.models import F
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Page

from search.evaluation import SYSTEMS, baselines, systems
from search.evaluation.collections import CollectionError, Text, read
from search.evaluation.measures import ndcg, percentile, recall, reciprocal_rank, summary
from search.evaluation.scratch import TimeLimit, scratch_session
from tests.factories import StandardPageFactory

DOCUMENTS = [
    {"_id": "sleep", "title": "Sleeping badly", "text": "Why worry keeps people awake, and what helps at night."},
    {"_id": "trust", "title": "", "text": "After an affair trust grows slowly. Couples can talk about it."},
    {"_id": 7, "title": "Panic", "text": 'Panic attacks end by themselves. Breathe out slowly. "AND ( OR * NEAR'},
    {"_id": "empty", "title": None, "text": ""},
]
QUERIES = [
    {"_id": "q1", "text": "Why can't I sleep at night?"},
    {"_id": "q2", "text": 'trust AND "NOT (* OR: "'},
    {"_id": 3, "text": "panic attacks"},
    {"_id": "unjudged", "text": "zebra"},
]
JUDGED = "query-id\tcorpus-id\tscore\nq1\tsleep\t2\nq1\t7\t0\nq2\ttrust\t1\n3\t7\t1\n"


def lines(entries):
    return "".join(f"{json.dumps(entry)}\n" for entry in entries)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "qrels").mkdir()
    (tmp_path / "corpus.jsonl").write_text(lines(DOCUMENTS))
    (tmp_path / "queries.jsonl").write_text(lines(QUERIES))
    (tmp_path / "qrels" / "test.tsv").write_text(JUDGED)
    return tmp_path


def evaluated(folder, **options):
    out = StringIO()
    call_command("evaluate_search", folder, stdout=out, **options)
    return out.getvalue()


# Measures


def test_ndcg_discounts_grades_by_place():
    grades = {"a": 2, "b": 1}

    assert ndcg(["a", "b"], grades) == 1
    assert ndcg(["b", "x", "a"], grades) == pytest.approx((1 + 2 / 2) / (2 + 1 / math.log2(3)))


def test_ndcg_looks_at_ten_places():
    assert ndcg([*"0123456789", "a"], {"a": 1}) == 0


def test_grades_of_nothing_are_not_relevant():
    grades = {"a": 0, "b": -1, "c": 1}

    assert ndcg(["a", "b"], grades) == reciprocal_rank(["a", "b"], grades) == recall(["a", "b"], grades) == 0
    assert recall(["c"], grades) == 1


def test_first_relevant_document_counts_for_mrr():
    assert reciprocal_rank(["x", "y", "b", "a"], {"a": 2, "b": 1}) == pytest.approx(1 / 3)


def test_percentile_is_one_of_the_values():
    assert percentile([3, 1, 2, 4], 0.5) == 2
    assert percentile([3, 1, 2, 4], 0.99) == 4
    assert percentile([], 0.5) == 0


def test_queries_without_a_result_are_counted():
    found = summary({"1": ["a"], "2": []}, {"1": {"a": 1}, "2": {"a": 1}}, [0.001, 0.003])

    assert (found["no_result"], found["ndcg@10"], found["p50_ms"], found["p99_ms"]) == (1, 0.5, 1, 3)


@given(st.lists(st.text(max_size=2), unique=True), st.dictionaries(st.text(max_size=2), st.integers(-1, 3)))
def test_measures_lie_between_none_and_all(ranked, grades):
    for measure in (ndcg, reciprocal_rank, recall):
        assert 0 <= measure(ranked, grades) <= 1 + 1e-9


# Collections


def test_collection_is_read_with_identifiers_of_any_kind(folder):
    found = read(folder)

    assert found.documents[2] == Text("7", "Panic", DOCUMENTS[2]["text"])
    assert found.documents[3] == Text("empty", "", "")
    assert list(found.queries) == ["q1", "q2", "3"]
    assert found.judgements["q1"] == {"sleep": 2, "7": 0}


@pytest.mark.parametrize(
    "judged",
    [
        JUDGED.split("\n", 1)[1],
        JUDGED.replace("\n", "\r\n"),
        "\ufeff" + JUDGED,
        "q1 0 sleep 2\nq2 0 trust 1.0\n3 0 7 1\n",
        f"{JUDGED}\nanother\tsleep\t1\n",
        f"{JUDGED}unjudged\tsleep\t0\n",
    ],
    ids=["no header", "Windows", "byte-order mark", "TREC", "unknown query", "judged irrelevant"],
)
def test_judgements_are_read_in_every_form(folder, judged):
    (folder / "qrels" / "test.tsv").write_bytes(judged.encode())

    assert list(read(folder).judgements) == ["q1", "q2", "3"]


def test_characters_that_no_database_keeps_are_replaced(folder):
    (folder / "corpus.jsonl").write_text('{"_id": "a", "title": "a\\u0000b", "text": "half \\ud83d of one"}\n')

    (document,) = read(folder).documents

    assert (document.title, document.text) == ("a b", "half ? of one")


@pytest.mark.parametrize(
    "file, content, message",
    [
        ("corpus.jsonl", '{"_id": "1", "text": "a"}\n\n{"_id": "2", "text"\n', "corpus.jsonl, line 3: is not JSON"),
        ("corpus.jsonl", "[1, 2]\n", "corpus.jsonl, line 1: is not a JSON object"),
        ("corpus.jsonl", '{"id": "1", "text": "a"}\n', 'corpus.jsonl, line 1: "_id" is missing'),
        ("corpus.jsonl", '{"_id": "1", "text": ["a"]}\n', 'corpus.jsonl, line 1: "text" is not a text'),
        ("corpus.jsonl", '{"_id": "1", "text": "caf\xe9"}\n', "corpus.jsonl, line 1: is not UTF-8"),
        ("corpus.jsonl", "[" * 100_000, "corpus.jsonl, line 1: is not JSON"),
        ("corpus.jsonl", "\n", "corpus.jsonl has no documents"),
        ("queries.jsonl", "null\n", "queries.jsonl, line 1: is not a JSON object"),
        ("qrels/test.tsv", "q1\tsleep\t1\nq1\ttrust\n", "test.tsv, line 2: has 2 columns"),
        ("qrels/test.tsv", "q1\tsleep\t1\nq1\ttrust\tyes\n", 'test.tsv, line 2: the grade "yes" is not a number'),
        ("qrels/test.tsv", "q1\tsleep\t0\n", "test.tsv judges no document relevant"),
        ("qrels/test.tsv", "", "test.tsv judges no document relevant"),
    ],
)
def test_broken_file_is_named_with_its_line(folder, file, content, message):
    (folder / file).write_bytes(content.encode("latin-1"))

    with pytest.raises(CollectionError, match=message.replace("[", r"\[")):
        read(folder)


@pytest.mark.parametrize("file", ["corpus.jsonl", "queries.jsonl", "qrels/test.tsv"])
def test_missing_file_is_named_with_those_that_are_there(folder, file):
    (folder / file).rename(folder / f"{file}.old")

    with pytest.raises(CollectionError, match=rf"{file} is missing. There is: "):
        read(folder)


def test_folder_that_is_none_is_an_error_of_the_command(tmp_path):
    with pytest.raises(CommandError, match="nowhere is not a folder"):
        evaluated(tmp_path / "nowhere")


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("bytes")
    (folder / "qrels").mkdir()
    (folder / "corpus.jsonl").write_bytes(content)
    (folder / "queries.jsonl").write_text(lines(QUERIES))
    (folder / "qrels" / "test.tsv").write_bytes(content)

    with pytest.raises(CollectionError):
        read(folder)


# Systems


@pytest.fixture
def texts(folder):
    return read(folder).documents


@pytest.mark.parametrize("name", ["hub", "wagtail", "wagtail_or", "bm25s", "tantivy"])
def test_every_system_finds_a_document_by_its_words(db, texts, name):
    with scratch_session():
        ask = SYSTEMS[name](texts)

        assert ask("panic")[0] == "7"
        assert ask("affair")[0] == "trust"
        assert ask("zebra") == []


@pytest.mark.parametrize("name", ["hub", "wagtail", "wagtail_or", "bm25s", "tantivy"])
@pytest.mark.parametrize(
    "question",
    ["", "?", '"', "a\x00b", "AND (", "title:* NEAR", "the", "\u0645\u0631\u062d\u0628\u0627 🙂", "x" * 9000],
)
def test_no_question_stops_a_measurement(db, texts, name, question):
    with scratch_session():
        assert isinstance(SYSTEMS[name](texts)(question), list)


def test_wagtail_is_asked_as_a_site_asks_it(db, texts):
    with scratch_session():
        ask = baselines.wagtail(texts)

        assert ask("panic attacks") == ["7"]
        # All of the words must be there.
        assert ask("panic zebra") == []


def test_title_alone_makes_a_document(db):
    with scratch_session():
        assert systems.hub([Text("a", "Grief", ""), Text("b", "", "")])("grief") == ["a"]


def test_query_that_takes_too_long_is_given_up(db):
    slow = {
        "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
        "postgresql": "SELECT pg_sleep(60)",
    }
    with scratch_session() as session:
        limit = TimeLimit(session, 0.05)
        with pytest.raises(OperationalError, match="interrupt|timeout"), limit.within():
            session.cursor().execute(slow[session.vendor])


def test_measures_are_printed_as_json(db, folder):
    found = json.loads(evaluated(folder, as_json=True))

    assert list(found["systems"]) == ["hub", "wagtail", "bm25s", "tantivy"]
    assert {tuple(values) for values in found["systems"].values()} == {
        ("ndcg@10", "mrr", "recall@50", "no_result", "p50_ms", "p99_ms")
    }
    assert found["systems"]["hub"]["ndcg@10"] > 0.8
    assert found["systems"]["hub"]["no_result"] == 0


def test_measures_are_printed_as_a_table(db, folder):
    first, _, header, *rows = evaluated(folder, only=["hub", "bm25s"]).splitlines()

    assert first == f"{folder.name}: 4 documents, 3 judged queries"
    assert header.split() == ["ndcg@10", "mrr", "recall@50", "no_result", "p50_ms", "p99_ms"]
    assert [row.split()[0] for row in rows] == ["hub", "bm25s"]


@pytest.mark.parametrize("name", ["bm25s", "tantivy"])
def test_engine_that_is_not_installed_is_named_and_left_out(db, folder, monkeypatch, capsys, name):
    monkeypatch.setitem(sys.modules, name, None)

    found = json.loads(evaluated(folder, as_json=True, only=["hub", name]))

    assert list(found["systems"]) == ["hub"]
    assert f"{name} is left out" in capsys.readouterr().err


def test_slow_system_is_stopped_and_that_is_said(db, folder, monkeypatch, capsys):
    monkeypatch.setattr("search.management.commands.evaluate_search.LONGEST", -1)

    found = json.loads(evaluated(folder, as_json=True, only=["wagtail", "bm25s"]))["systems"]

    assert (found["wagtail"]["queries"], "queries" in found["bm25s"]) == (1, False)
    assert "measured on its first 1 queries" in capsys.readouterr().err


# The site


def stored():
    """Every row of every table of the site."""
    found = {}
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            found[table] = sorted(map(repr, cursor.fetchall()))
    return found


def test_nothing_of_the_site_changes(site, folder):
    StandardPageFactory(parent=site.root_page.specific, title="Panic at home")
    before = stored()

    evaluated(folder, as_json=True)

    assert stored() == before
    assert [page.title for page in Page.objects.search("panic")] == ["Panic at home"]


def test_site_is_written_to_while_search_is_measured(django_db_setup, django_db_blocker, texts):
    """No transaction of a test here: it would itself keep others from writing."""
    failures = []
    patience = {"postgresql": "SET lock_timeout = 500", "sqlite": "PRAGMA busy_timeout = 500"}

    def write():
        try:
            connection.cursor().execute(patience[connection.vendor])
            assert Page.objects.filter(depth=1).update(title=F("title")) == 1
        except Exception as error:  # noqa: BLE001
            failures.append(error)
        finally:
            connections.close_all()

    with django_db_blocker.unblock(), scratch_session():
        asks = [baselines.wagtail(texts), systems.hub(texts)]
        writer = threading.Thread(target=write)
        writer.start()
        writer.join()
        found = [ask("panic") for ask in asks]

    assert (failures, found) == ([], [["7"], ["7"]])


def test_site_is_asked_again_after_a_measurement_that_failed(site, folder, monkeypatch):
    def fail(texts):
        raise RuntimeError("half-way")

    monkeypatch.setattr(systems, "fill", lambda *args: fail(()))
    with pytest.raises(RuntimeError, match="half-way"):
        evaluated(folder)

    assert Page.objects.filter(pk=site.root_page.pk).exists()
