"""Questions and answers in their usual shapes."""

import pytest

from blog.importing.outline import Faq, Heading, Invitation, Prose, Question
from blog.importing.readers.plain_text import read

PAIR = (Question("Is it free?", "<p>Yes.</p>"), Question("Is it far?", "<p>No.</p>"))


def read_after_text(text: str):
    return read(f"A title\n\nSome text.\n\n{text}".encode())


@pytest.mark.parametrize(
    "heading",
    [
        "FAQ",
        "FAQs",
        "Frequently asked questions",
        "Frequently Asked Questions (FAQs)",
        "Questions and answers",
        "Q&A",
        "Common questions about fees",
        "Your Questions Answered",
    ],
)
def test_every_usual_heading_opens_the_questions(heading):
    outline = read_after_text(f"{heading}\n\nIs it free?\n\nYes.\n\nIs it far?\n\nNo.")

    assert outline.nodes == (Prose(("Some text.",)), Faq(heading, PAIR))


@pytest.mark.parametrize(
    "text",
    [
        "Is it free?\nYes.\nIs it far?\nNo.",
        "Q: Is it free?\nA: Yes.\n\nQ: Is it far?\nA: No.",
        "Question: Is it free?\n\nAnswer: Yes.\n\nQuestion: Is it far?\n\nAnswer: No.",
        "Q1. Is it free?\nA1. Yes.\nQ2. Is it far?\nA2. No.",
        "Q: Is it free? A: Yes.\n\nQ: Is it far? A: No.",
        "1. Is it free?\n\nYes.\n\n2. Is it far?\n\nNo.",
        "• Is it free?\n\nYes.\n\n• Is it far?\n\nNo.",
    ],
)
def test_questions_are_read_in_every_shape(text):
    assert read_after_text(f"FAQs\n\n{text}").nodes[-1] == Faq("FAQs", PAIR)


def test_marked_questions_need_no_heading():
    outline = read_after_text("Q: Is it free?\n\nA: Yes.\n\nQ: Is it far?\n\nA: No.")

    assert outline.nodes[-1] == Faq("Questions and answers", PAIR)
    assert outline.notes == ("The heading “Questions and answers” was added right above the questions.",)


def test_answers_keep_paragraphs_and_lists_apart():
    outline = read_after_text("FAQ\n\nWhat do I bring?\n\nTwo things:\n\n1. time\n2. patience\n\nNothing else.")

    answer = "<p>Two things:</p><ol><li>time</li><li>patience</li></ol><p>Nothing else.</p>"
    assert outline.nodes[-1] == Faq("FAQ", (Question("What do I bring?", answer),))


def test_questions_end_at_a_heading_that_is_none():
    outline = read_after_text("FAQ\n\nIs it free?\n\nYes.\n\nIs it far?\n\nNo.\n\nOpening hours\n\nAll day.")

    assert outline.nodes[1:] == (Faq("FAQ", PAIR), Heading("Opening hours"), Prose(("All day.",)))


def test_a_faq_heading_without_questions_is_a_heading():
    assert read_after_text("FAQ\n\nComing soon.").nodes[1:] == (Heading("FAQ"), Prose(("Coming soon.",)))


def test_a_question_without_an_answer_gets_a_note():
    outline = read_after_text("FAQ\n\nIs it free?\n\nIs it far?\n\nNo.")

    assert outline.nodes[-1] == Faq("FAQ", (Question("Is it free?", ""), PAIR[1]))
    assert outline.notes == ("The question “Is it free?” has no answer.",)


def test_a_question_written_differently_from_the_others_gets_a_note():
    text = "Is it free?\n\nYes.\n\nIs it far from here?\n\nNo.\n\nWhen Should You Come Back?\n\nSoon."

    assert read_after_text(f"FAQ\n\n{text}").notes == (
        "“When Should You Come Back?” stands among the questions, but is written differently from the others: "
        "it could be a heading.",
    )


def test_an_invitation_after_the_last_answer_is_no_part_of_it():
    outline = read_after_text("FAQ\n\nIs it free?\n\nYes.\n\nIs it far?\n\nNo.\n\nGet in touch with us today.")

    assert outline.nodes[1:] == (
        Faq("FAQ", PAIR),
        Invitation("Get in touch with us today.", "Get in touch with us"),
    )
