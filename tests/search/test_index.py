"""Every engine keeps its tables true: what goes in comes out, and what goes out leaves nothing."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.documents import MOST_PASSAGES, Document, Passage
from search.engines import ENGINES, index_on
from search.engines.entries import LONGEST_WORD
from search.text import stem, words
from tests.search.searching import contents

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40) | st.sampled_from(
    ["trust", "Trust me", "counselling counseling", "don't worry", "café", "the the the", "worry worries"]
)
PASSAGES = st.lists(st.builds(Passage, TEXT, TEXT, st.text("abc-", max_size=6), st.booleans()), min_size=1, max_size=4)


def documents(number):
    return st.builds(
        Document,
        st.just(number),
        st.sampled_from(["article", "topic", "person", "page"]),
        TEXT,
        PASSAGES.map(tuple),
        st.just("00010001"),
        st.lists(st.integers(1, 5), max_size=3).map(tuple),
        st.none() | st.dates(dt.date(1, 1, 1)),
        st.none() | st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2100, 1, 1), timezones=st.just(dt.UTC)),
    )


OTHER = Document(9, "article", "Trust and worry", (Passage("", "Don't worry, trust me."),), topics=(1, 2))


@given(document=documents(1))
def test_removing_leaves_everything_as_it_was_before(index, document):
    index.replace(OTHER)
    before = contents(index)

    index.add([document])
    index.remove([1])

    assert contents(index) == before


@given(document=documents(1))
def test_index_without_pages_is_empty(index, document):
    index.add([document])
    index.remove([1])

    assert {part: rows for part, rows in contents(index).items() if rows} == {}


@given(old=documents(1), new=documents(1))
def test_replacing_is_removing_and_adding(index, old, new):
    index.remove([1, 9])
    index.add([OTHER, new])
    expected = contents(index)

    index.remove([1])
    index.add([old])
    index.replace(new)
    replaced = contents(index)

    index.remove([1, 9])
    assert replaced == expected


@given(document=documents(1))
def test_page_comes_out_as_it_went_in(index, document):
    index.replace(document)

    stored = index.pages([1])[1]
    found = [
        Passage(p.heading, p.text, p.anchor, p.is_question) for p in sorted(index.passages_of([1]), key=lambda p: p.id)
    ]

    assert tuple(found) == document.passages
    assert (stored.kind, stored.title, stored.path) == (document.kind, document.title, document.path)
    assert (stored.published_on, stored.expires_at) == (document.published_on, document.expires_at)
    assert stored.topics == frozenset(document.topics)


@given(document=documents(1))
def test_every_word_is_counted_once_a_passage(index, document):
    index.replace(document)

    for passage in document.passages:
        for word in words(f"{document.title} {passage.heading} {passage.text}"):
            if len(word) <= LONGEST_WORD:
                holds = [p for p in document.passages if word in words(f"{document.title} {p.heading} {p.text}")]
                assert index.known([word]) == {word: len(holds)}
                assert index.frequency([stem(word)])[stem(word)] >= len(holds)


def test_removing_what_is_not_there_does_no_harm(index):
    index.add([OTHER])
    before = contents(index)

    index.remove([1, 2, 3])

    assert contents(index) == before


def test_page_without_passages_is_left_out(index):
    index.add([Document(1, "article", "Empty", ())])

    assert index.page_ids() == []


def test_page_has_no_more_passages_than_it_has_numbers_for(index):
    passages = tuple(Passage("", f"word{number}") for number in range(MOST_PASSAGES + 5))
    index.add([Document(1, "article", "Long", passages), Document(2, "article", "Next", (Passage("", "Mine."),))])

    assert len(index.passages_of([1])) == MOST_PASSAGES
    assert [passage.text for passage in index.passages_of([2])] == ["Mine."]


def test_long_page_can_be_removed_again(index):
    passages = tuple(Passage("", f"word{number}") for number in range(MOST_PASSAGES + 5))
    index.add([Document(1, "article", "Long", passages)])

    index.remove([1])

    assert {part: rows for part, rows in contents(index).items() if rows} == {}


def test_many_pages_are_changed_at_once(index):
    many = [Document(number, "article", f"Page {number}", (Passage("", "Trust."),)) for number in range(1, 1300)]

    index.add(many)
    index.change([document.page_id for document in many], many[:1])

    assert (index.page_ids(), index.totals().passages, index.frequency(["trust"])) == ([1], 1, {"trust": 1})


def test_average_lengths_are_those_of_the_passages(index):
    index.add([Document(1, "article", "One two", (Passage("A b c", "d e f g"), Passage("", "h i")))])

    totals = index.totals()

    assert (totals.passages, totals.title, totals.heading, totals.text) == (2, 2.0, 1.5, 3.0)


def test_title_and_questions_are_suggested_by_their_beginnings(index):
    question = Passage("Will trust return?", "It may.", "q-1", True)
    index.add([Document(1, "article", "Trusting again", (Passage("", "Trust."), Passage("Trust it", "So."), question))])

    heads = index.heads_like(["tru"], 10)

    assert {(head.text, head.kind, head.page_id) for head in heads} == {
        ("Trusting again", "article", 1),
        ("Will trust return?", "question", 1),
    }


def test_words_before_the_last_must_be_whole(index):
    index.add([Document(1, "article", "Trusting again", (Passage("", ""),))])

    assert ([h.text for h in index.heads_like(["trusting", "ag"], 10)], index.heads_like(["trust", "ag"], 10)) == (
        ["Trusting again"],
        [],
    )


def test_long_answer_is_suggested_once(index):
    parts = tuple(Passage("Will trust return?", text, "q-1", True) for text in ("It may.", "In time."))
    index.add([Document(1, "article", "Night", (Passage("", ""), *parts))])

    assert len(index.heads_like(["trust"], 10)) == 1


def test_making_tables_again_keeps_what_they_hold(index):
    index.add([OTHER])
    before = contents(index)

    index.create()

    assert contents(index) == before


def test_database_without_an_engine_is_refused(db):
    class Elsewhere:
        vendor = "oracle"

    with pytest.raises(KeyError):
        index_on(Elsewhere(), "a")


def test_every_supported_database_has_an_engine():
    assert set(ENGINES) == {"sqlite", "postgresql"}
