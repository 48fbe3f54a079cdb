"""Words, minutes and excerpts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.core.reading import WORDS_PER_MINUTE, count_words, excerpt, minutes, plain


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", ""),
        ("<p>One</p><p>two</p>", "One two"),
        ("<p>Fish &amp; chips,\n <b>twice</b></p>", "Fish & chips, twice"),
        ("3 < 4", "3 < 4"),
    ],
)
def test_plain_is_what_one_reads(html, expected):
    assert plain(html) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("Don't wait", 2),
        ("a long-term it’s", 3),
        ("… – !", 0),
        ("1 in 4 adults", 4),
        ("Vertrauen fällt schwer", 3),
    ],
)
def test_words_are_counted_as_people_count_them(text, expected):
    assert count_words(text) == expected


@pytest.mark.parametrize(
    ("words", "expected"), [(0, 1), (1, 1), (WORDS_PER_MINUTE, 1), (WORDS_PER_MINUTE + 1, 2), (2000, 9)]
)
def test_minutes_are_rounded_up_and_never_none(words, expected):
    assert minutes(words) == expected


@given(text=st.text(max_size=400), length=st.integers(10, 200))
def test_excerpt_is_never_longer_than_asked(text, length):
    assert len(excerpt(text, length)) <= length


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("Short.", 20, "Short."),
        ("First sentence here. Second one.", 25, "First sentence here."),
        ("No end in sight, and so on and on", 20, "No end in sight…"),
    ],
)
def test_excerpt_ends_at_a_sentence_or_a_word(text, length, expected):
    assert excerpt(text, length) == expected
