"""What is a heading, a title or a subtitle, by its form alone."""

import pytest

from blog.importing.outline import Heading
from blog.importing.readers.plain_text import read
from blog.importing.recognise.headings import looks_like_heading


@pytest.mark.parametrize(
    "text",
    ["Early signs", "WHY NOW", "What is fear?", "Step 2: Wait", "1. Wait", "Therapy (CBT)", "“Good enough” parenting"],
)
def test_short_open_lines_look_like_headings(text):
    assert looks_like_heading(text)


@pytest.mark.parametrize(
    "text",
    [
        "A sentence ends with a full stop.",
        "Stop!",
        "You may need:",
        "and so on",
        "“A whole line in quotation marks”",
        "— Ada Quill",
        "“No,” she said",
        "By Morgan Ash",
        "Last reviewed: 4 May 2025",
        "Call 01632 960 123",
        "www.example.org/help",
        "one two three four five six seven eight nine ten eleven twelve thirteen",
        "…",
        "",
    ],
)
def test_sentences_speech_bylines_and_addresses_do_not(text):
    assert not looks_like_heading(text)


def headings(text: str) -> list[str]:
    return [node.text for node in read(f"A title\n\n{text}".encode()).nodes if isinstance(node, Heading)]


def test_a_heading_needs_something_below_it():
    assert headings("Text.\n\nA real heading\n\nText.\n\nThe practice\n\n12 High Street\n\nOldtown") == [
        "A real heading"
    ]


def test_of_many_short_lines_in_a_row_only_the_last_is_a_heading():
    assert headings("You may notice:\n\nTired Eyes\n\nShort Nights\n\nLong Days\n\nWhat Helps\n\nText.") == [
        "What Helps"
    ]


@pytest.mark.parametrize("question", ["Have you ever felt this?", "Sound familiar?", "Do you wake at night?"])
def test_a_question_put_to_the_reader_stays_text(question):
    assert headings(f"Text.\n\n{question}\n\nMany people have.") == []


def test_a_question_standing_alone_is_a_heading_with_a_note():
    outline = read(b"A title\n\nText.\n\nWhat keeps it going?\n\nHabit, mostly.")

    assert outline.nodes[1] == Heading("What keeps it going?", is_guess=True)
    assert outline.notes == ("“What keeps it going?” was taken for a heading: it is a question standing alone.",)


@pytest.mark.parametrize(
    ("second", "subtitle"),
    [
        ("Small Steps: Where to Begin", "Small Steps: Where to Begin"),
        ("A Gentle Guide", "A Gentle Guide"),
        ("how the first weeks may go", ""),
        ("A plain first sentence with a full stop.", ""),
        ("What is a small step?", ""),
        ("Introduction", ""),
        ("Signs of change", ""),
        ("By Morgan Ash", ""),
    ],
)
def test_subtitle_is_what_goes_on_with_the_title(second, subtitle):
    outline = read(f"Small Steps\n\n{second}\n\nThe text begins here.".encode())

    assert outline.subtitle == subtitle
    assert second in [*outline.texts()]
