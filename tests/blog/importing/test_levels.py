"""Which headings are parts of others."""

import pytest

from blog.importing.outline import Heading
from blog.importing.readers.plain_text import read

SHORT = "A short paragraph of text."
LONG = " ".join(["word"] * 100) + "."


def levels(*headings_and_texts: str, title: str = "Fear of flying") -> list[int]:
    text = "\n\n".join([title, "The text begins here.", *headings_and_texts])
    return [node.level for node in read(text.encode()).nodes if isinstance(node, Heading)]


@pytest.mark.parametrize(
    ("heading", "introduction"),
    [
        ("What Causes It?", SHORT),
        ("Types of Worry", SHORT),
        ("Common Signs", SHORT),
        ("How It Works", SHORT),
        ("The Method", "It goes like this:"),
        ("The Method", "There are three stages in it."),
        ("The Method", "Several methods are in use."),
    ],
)
def test_short_parts_follow_a_heading_or_text_that_announces_them(heading, introduction):
    assert levels(heading, introduction, "Early Life", SHORT, "Later Life", SHORT) == [2, 3, 3]


def test_short_sections_that_nothing_announces_stay_flat():
    assert levels("The Method", SHORT, "Early Life", SHORT, "Later Life", SHORT) == [2, 2, 2]


@pytest.mark.parametrize(
    "closing",
    [
        "What comes next?",
        "Why it Matters",
        "Fear of Flying Today",
        "Benefits of Waiting",
        "Conclusion",
        "Next Steps",
        "Treatment",
        "Finding Somebody to Ask",
    ],
)
def test_a_run_of_parts_ends_at_a_heading_of_the_top_level(closing):
    assert levels("Types of Worry", SHORT, "Early Life", SHORT, "Later Life", SHORT, closing, SHORT) == [2, 3, 3, 2]


@pytest.mark.parametrize("text", [LONG, "Some:\n\n• one\n• two", "\n\n".join([SHORT] * 4)])
def test_a_long_section_or_one_with_a_list_is_no_part(text):
    assert levels("Types of Worry", SHORT, "Early Life", SHORT, "Later Life", SHORT, "Old Age", text) == [2, 3, 3, 2]


def test_a_single_short_section_is_no_run():
    assert levels("Types of Worry", SHORT, "Early Life", SHORT, "Conclusion", SHORT) == [2, 2, 2]


def test_a_long_introduction_has_no_parts():
    assert levels("Types of Worry", LONG, "Early Life", SHORT, "Later Life", SHORT) == [2, 2, 2]


def test_parts_of_a_plain_question_end_at_the_next_question():
    bounded = ["Is it common?", SHORT, "Among Adults", SHORT, "Among Children", SHORT, "Will it pass?", SHORT]

    assert levels(*bounded) == [2, 3, 3, 2]
    assert levels(*bounded[:-2]) == [2, 2, 2]


def test_numbered_headings_are_parts_of_what_announces_them():
    assert levels("How to Begin", SHORT, "1. Wait", LONG, "2. Ask", SHORT, "Conclusion", SHORT) == [2, 3, 3, 2]


def test_numbered_headings_of_a_whole_article_stay_at_the_top_with_their_parts_below():
    assert levels("Introduction", SHORT, "1. Wait", SHORT, "A detail", SHORT, "2. Ask", SHORT) == [2, 2, 3, 2]


def test_each_run_gets_one_note_with_its_headings():
    text = "Fear\n\nText here.\n\nTypes of Worry\n\nText.\n\nEarly Life\n\nText.\n\nLater Life\n\nText."

    assert read(text.encode()).notes == (
        "“Early Life” and “Later Life” were taken for parts of “Types of Worry”: plain text marks no levels.",
    )
