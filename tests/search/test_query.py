"""A reader's words made fit for any search engine."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query import LONGEST, MOST_WORDS, cleaned, words

TEXT = st.text(max_size=300)


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
        ("don't", ["don't"]),
        ("don’t", ["don't"]),
        ("AND OR NOT NEAR(", ["and", "or", "not", "near"]),
        ("title:trust*", ["title", "trust"]),
        ('"; DROP TABLE x; --', ["drop", "table", "x"]),
        ("a_b", ["a", "b"]),
        ("?!… —", []),
        ("信任 trust", ["信任", "trust"]),
    ],
)
def test_words_hold_no_syntax(text, expected):
    assert words(text) == expected


@given(text=TEXT)
def test_words_are_few_and_hold_letters_digits_and_apostrophes_only(text):
    found = words(text)

    assert len(found) <= MOST_WORDS
    assert all(character.isalnum() or character == "'" for word in found for character in word)
