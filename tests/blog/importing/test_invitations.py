"""The call to action an article ends with."""

import pytest

from blog.importing.outline import Faq, Invitation, Prose
from blog.importing.readers.plain_text import read
from blog.importing.recognise.invitations import read_invitation


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Book an appointment today.", "Book an appointment"),
        ("If this is you, schedule a free first consultation.", "Schedule a free first consultation"),
        ("You need not wait. Please contact us this week.", "Contact us"),
        ("To talk it over, call us on 01632 960 123.", "Call us"),
        ("Reach out to our team whenever you like.", "Reach out to our team"),
        ("Take the first step with us today.", "Take the first step"),
        ("Take the next step and request a call back from us.", "Request a call"),
    ],
)
def test_an_imperative_that_invites_contact_is_an_invitation(text, label):
    assert read_invitation(text) == Invitation(text, label)


@pytest.mark.parametrize(
    "text",
    [
        "Book an appointment with your GP.",
        "Call 999 or contact us in an emergency.",
        "Many people book a session and never come.",
        "Why not book a session today?",
        "Take the first step towards the door.",
        "The session lasted an hour. We talked. Then she left. Please contact us.",
        "Contact lenses are allowed.",
    ],
)
def test_advice_and_plain_text_are_none(text):
    assert read_invitation(text) is None


def test_only_the_last_paragraph_before_the_questions_or_the_end_is_one():
    text = (
        "A title\n\nPlease contact us first.\n\nSome text here.\n\nBook a session with us.\n\n"
        "FAQ\n\nIs it free?\n\nYes.\n\nOther things\n\nMore text here.\n\nCall us today."
    )

    outline = read(text.encode())

    kinds = [type(node).__name__ for node in outline.nodes]
    assert kinds == ["Prose", "Invitation", "Faq", "Heading", "Prose", "Invitation"]
    assert outline.nodes[0] == Prose(("Please contact us first.", "Some text here."))
    assert isinstance(outline.nodes[2], Faq)
    assert outline.notes == (
        "The button of the closing invitation says “Book a session”: a guess from its text.",
        "The button of the closing invitation says “Call us”: a guess from its text.",
    )
