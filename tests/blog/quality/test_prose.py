"""Sentences, syllables and grades."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.quality.prose import measure, occurrences, sentences, syllables, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("Dr. Brown met Mrs. Lee. They spoke.", ["Dr. Brown met Mrs. Lee.", "They spoke."]),
        ("It helps, e.g. at night. Then sleep.", ["It helps, e.g. at night.", "Then sleep."]),
        ("“Stay.” She stayed.", ["“Stay.”", "She stayed."]),
        ("It costs 3.50 pounds.", ["It costs 3.50 pounds."]),
        ("Wait… what? No.", ["Wait… what?", "No."]),
        ("She asked “Why?” and left.", ["She asked “Why?” and left."]),
        ("“Why?” Anna asked. He left.", ["“Why?” Anna asked.", "He left."]),
        ("You ask “Why?” Anna knows. He left.", ["You ask “Why?”", "Anna knows.", "He left."]),
        ("", []),
        ("…", []),
        ("It was me and I. Then you.", ["It was me and I.", "Then you."]),
    ],
)
def test_sentences(text, expected):
    assert sentences(text) == expected


@given(st.text(max_size=300))
def test_no_word_is_lost_between_sentences(text):
    assert [word for sentence in sentences(text) for word in words(sentence)] == words(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At 3 a.m. or 10.30, i.e. late", ["At", "3", "a.m", "or", "10.30", "i.e", "late"]),
        ("It cost 10,000, or 12.5% more.", ["It", "cost", "10,000", "or", "12.5", "more"]),
        ("Don’t: self-help and/or rest.", ["Don’t", "self-help", "and", "or", "rest"]),
        ("First sleep.Then rest…", ["First", "sleep", "Then", "rest"]),
        ("— * 50 –", ["50"]),
    ],
)
def test_words(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    ("phrase", "count"),
    [("worry", 4), ("Worry at night", 1), ("worry worry", 2), ("night worry", 0), ("", 0), ("?", 0)],
)
def test_occurrences(phrase, count):
    assert occurrences(phrase, "Worry, worry, worry! Of worry at night. Worrying helps nobody.") == count


@pytest.mark.parametrize(
    ("count", "listed"),
    [
        (1, "trust cat made time guilt learned asked breathed stays the world through"),
        (2, "table little therapist's-x safety about people quiet lonely feeling wanted needed trusting being create"),
        (3, "therapy counsellor remember emotion together relation natural"),
        (4, "anxiety experience relationship's community supporting-it"),
        (5, "vulnerability's university responsibilities"),
    ],
)
def test_syllables_are_nearly_always_right(count, listed):
    plain = [word for word in listed.split() if "-" not in word and "'" not in word]
    wrong = {word: syllables(word) for word in plain if syllables(word) != count}

    assert len(wrong) <= 1, wrong


def test_grade_of_a_known_sentence():
    # 10 words, 10 syllables, 1 sentence: 0.39 * 10 + 11.8 - 15.59.
    measured = measure(["You can say no to it and still be kind."])

    assert (measured.words, measured.syllables, measured.sentences) == (10, 10, 1)
    assert round(measured.grade, 2) == 0.11
    assert round(measured.ease, 1) == 112.1


def test_nothing_has_no_grade():
    assert measure([]).grade == 0.0
    assert measure(["…"]).ease == 100.0
