"""A reader's words made fit for any search engine."""

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query import LONGEST, MOST_WORDS, cleaned, synonym_table, understood
from search.spelling import american
from search.starting import SYNONYMS
from search.text import STOP_WORDS, folded, is_stop_word, spans, stem, stems, words
from search.typos import halves, one_slip

TEXT = st.text(max_size=300)
STARTING = synonym_table(SYNONYMS)


def uncorrected(words):
    return {}


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("trust", "trust"),
        ("  two \n\t words ", "two words"),
        ("nul\x00byte", "nul byte"),
        ("‮right to left", "right to left"),
        ("x" * 10_000, "x" * LONGEST),
        ("", ""),
        (" \x00\t", ""),
        ('"quoted" & <b>', '"quoted" & <b>'),
        ("half \ud800", "half"),
    ],
)
def test_what_is_shown_again(raw, expected):
    assert cleaned(raw) == expected


@given(raw=TEXT)
def test_what_is_shown_again_is_printable_and_short(raw):
    text = cleaned(raw)

    assert text.isprintable()
    assert len(text) <= LONGEST
    assert cleaned(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Why is trust hard?", ["why", "is", "trust", "hard"]),
        ("don't", ["dont"]),
        ("don’t", ["dont"]),
        ("AND OR NOT NEAR(", ["and", "or", "not", "near"]),
        ("title:trust*", ["title", "trust"]),
        ('"; DROP TABLE x; --', ["drop", "table", "x"]),
        ("a_b", ["a", "b"]),
        ("?!… —", []),
        ("信任 trust", ["信任", "trust"]),
        ("Café", ["cafe"]),
        ("'quoted'", ["quoted"]),
    ],
)
def test_words_hold_no_syntax(text, expected):
    assert words(text) == expected


def test_no_letter_becomes_syntax_when_it_is_folded():
    letters = [chr(code) for code in range(sys.maxunicode + 1) if re.match(r"[^\W_]", chr(code))]

    assert [letter for letter in letters if set(folded(letter)) & set("\x00\"'\\*^|&!:")] == []


@given(text=st.text(max_size=300))
def test_any_text_is_parted_into_words(text):
    assert [word for _, _, word in spans(text)] == words(text)
    assert stems(text) == [stem(word) for word in words(text)]


@given(text=st.text(max_size=300))
def test_places_of_words_are_in_order_and_apart(text):
    places = [place for start, end, _ in spans(text) for place in (start, end)]

    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


@given(word=st.text("abcdefghijklmnopqrstuvwxyz", max_size=20))
def test_american_spelling_is_one_already(word):
    assert american(american(word)) == american(word)


@pytest.mark.parametrize(
    "word", ["four", "hour", "your", "tour", "our", "wise", "rise", "promise", "exercise", "calling"]
)
def test_spelling_that_is_the_same_everywhere_stays(word):
    assert american(word) == word


@pytest.mark.parametrize("word", sorted(STOP_WORDS & {"cheat", "trust", "anxiety", "therapy", "cope", "love", "alone"}))
def test_word_with_a_meaning_is_no_stop_word(word):
    assert not is_stop_word(word)


@given(text=TEXT)
def test_any_question_is_understood(text):
    query = understood(cleaned(text), STARTING, uncorrected)

    assert len(query.read) <= MOST_WORDS
    assert all(way.stems for group in query.groups for way in group.alternatives)
    assert query.corrected == ""


@given(text=TEXT)
def test_any_question_can_be_loosened(text):
    loose = understood(cleaned(text), STARTING, uncorrected).loosened()

    assert not any(group.is_required for group in loose.groups)


@given(
    text=st.lists(st.sampled_from(["worry", "the", '"worry', 'night"', "“a b”", "counselling", "low", "mood"])).map(
        " ".join
    )
)
def test_every_word_is_read(text):
    query = understood(text, STARTING, uncorrected)

    assert sorted(query.read) == sorted(words(text)[:MOST_WORDS]) or len(words(text)) > MOST_WORDS


def test_correction_keeps_the_rest_of_the_question():
    query = understood("Why, am I so “sad” & anxeity?", {}, lambda words: {"anxeity": "anxiety"})

    assert query.corrected == "Why, am I so “sad” & anxiety?"


def test_stop_words_of_a_question_count_for_little():
    query = understood("what is trust", {}, uncorrected)

    assert query.stems == {"trust"}


def test_longest_synonym_is_taken():
    query = understood("cognitive behavioural therapy", STARTING, uncorrected)

    assert [group.alternatives[0].stems for group in query.groups] == [tuple(stems("cognitive behavioural therapy"))]


@given(sets=st.lists(st.lists(st.text(max_size=12), max_size=4), max_size=5))
def test_synonyms_are_mutual(sets):
    table = synonym_table(sets)

    assert all(one in table[other] for one, others in table.items() for other in others)
    assert all(one not in others for one, others in table.items())


def test_starting_synonyms_are_sets_of_different_words():
    assert [members for members in SYNONYMS if len({tuple(stems(member)) for member in members}) < 2] == []


@given(word=st.text("abcdefg", min_size=1, max_size=8), place=st.integers(0, 7), letter=st.sampled_from("abcxyz"))
def test_one_slip_away_and_back(word, place, letter):
    changed = word[:place] + letter + word[place + 1 :]

    assert changed == word or changed in one_slip(word) and word in one_slip(changed)
    assert word not in one_slip(word)


@given(word=st.text("abcdefg", max_size=12))
def test_halves_make_the_word(word):
    assert all(one + other == word and min(len(one), len(other)) >= 3 for one, other in halves(word))
