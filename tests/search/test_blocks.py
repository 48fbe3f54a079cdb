"""Neighbouring passages as one row, and which of them hold what is asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import finding
from search.documents import ARTICLE, QUESTION, Document, Passage
from search.engines import Filters
from search.engines.blocks import BLOCK_BITS, MARKS, Block, Terms, block_of, packed, subsets
from search.engines.values import BITS, StoredPassage
from search.planning import Step
from search.query import Alternative, Group

texts = st.text(alphabet=st.one_of(st.sampled_from(MARKS + "\x01\x02\x03 a"), st.characters(codec="utf-8")))
WORDS = ("anger", "betrayal", "closeness", "doubt", "envy", "fear", "grief", "hurt", "insight")


def group(*stems, **fields):
    return Group((Alternative(stems),), asked=stems, **fields)


def block(*contents, title=""):
    return Block(1, title, "\x1e".join("#" for _ in contents), "\x1e".join(f"\x1f{text}" for text in contents))


@given(st.lists(st.builds(Passage, texts, texts, texts, st.booleans()), min_size=1, max_size=1 << BLOCK_BITS))
def test_passages_come_out_of_a_row_as_they_went_in(passages):
    first = 7 << BITS
    row = packed(block_of(first), [(first + place, "Trust", passage) for place, passage in enumerate(passages)])
    key, has_questions, *stored = row

    assert Block(key, *stored).passages() == [
        StoredPassage(first + place, passage.heading, passage.text, passage.anchor, passage.is_question)
        for place, passage in enumerate(passages)
    ]
    assert has_questions == any(passage.is_question for passage in passages)


def test_places_are_weighed_by_the_words_that_stand_there():
    trust, lies = group("trust"), group("lie")
    terms = Terms(
        Step(wanted=(trust, lies)), {trust: 2.0, lies: 3.0}, {"trust": ["trust", "trusting"], "lie": ["lies"]}
    )
    found = block("Trusting takes time.", "Rest.", "Lies end trust.", "Entrust nothing; reliesing.")

    assert [(weight, place) for weight, _, place in terms.held(found)] == [(2.0, 0), (5.0, 2)]


def test_word_of_the_title_stands_in_every_passage():
    trust = group("trust")
    terms = Terms(Step(wanted=(trust,)), {trust: 1.0}, {"trust": ["trust"]})

    assert [place for _, _, place in terms.held(block("One.", "Two.", title="On trust"))] == [0, 1]


def test_words_that_belong_together_count_where_all_of_them_stand():
    therapy = group("cognit", "therapi")
    forms = {"cognit": ["cognitive"], "therapi": ["therapy", "therapies"]}
    terms = Terms(Step(wanted=(therapy,)), {therapy: 1.0}, forms)

    assert [place for _, _, place in terms.held(block("Therapy.", "Cognitive therapies."))] == [1]


def test_passage_without_what_is_required_is_left_out():
    trust, lies = group("trust", is_required=True), group("lie")
    terms = Terms(
        Step(required=(trust,), wanted=(lies,)), {trust: 2.0, lies: 3.0}, {"trust": ["trust"], "lie": ["lies"]}
    )

    assert [(weight, place) for weight, _, place in terms.held(block("Lies.", "Trust.", "Lies, trust."))] == [
        (2.0, 1),
        (5.0, 2),
    ]


def test_choices_of_words_come_weightiest_first_and_exclude_one_another():
    assert subsets([("a", 1.0), ("b", 4.0), ("c", 2.0)]) == [
        ["a", "b", "c"],
        ["!a", "b", "c"],
        ["a", "b", "!c"],
        ["!a", "b", "!c"],
        ["a", "!b", "c"],
        ["!a", "!b", "c"],
        ["a", "!b", "!c"],
    ]


@pytest.fixture
def long_page(index):
    passages = tuple(
        Passage(f"Part {place}", f"What we say of {word} and of patience.", f"part-{place}", is_question=place == 5)
        for place, word in enumerate(WORDS)
    )
    index.replace(Document(3, ARTICLE, "Feelings", passages))
    index.optimize()
    return index


def answered(index, question, filters=finding.EVERYTHING):
    found = finding.find(index, finding.ask(index, question, {}), filters)
    return [hit.passage.anchor for hit in found.hits]


@pytest.mark.parametrize("place", range(len(WORDS)))
def test_each_passage_of_a_long_page_is_found_alone(long_page, place):
    assert answered(long_page, WORDS[place]) == [f"part-{place}"]


def test_choice_of_questions_leaves_their_neighbours_out(long_page):
    assert answered(long_page, "patience", Filters(kind=QUESTION)) == ["part-5"]


def test_word_costs_a_bounded_number_of_questions_to_the_database(long_page, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        assert len(answered(long_page, "patience")) == len(WORDS)
