"""Quotations: in every mark and dash, and what only looks like one."""

import pytest

from blog.importing.outline import Prose, Quote
from blog.importing.readers.plain_text import read
from blog.importing.recognise.quotes import read_quote


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "„“", "„”", "‘’", "''", "‹›", "»«"])
@pytest.mark.parametrize("dash", [" — ", " – ", " - ", "—", " -- ", " ― "])
def test_quote_is_read_in_every_mark_and_dash(marks, dash):
    text = f"{marks[0]}The river does not hurry{marks[1]}{dash}Ada Quill, poet"

    assert read_quote(text) == Quote("The river does not hurry", "Ada Quill", "poet")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Nobody is a whole chapter.”", Quote("Nobody is a whole chapter.")),
        ("‘It isn’t the fall, it’s the floor.’ — Ida", Quote("It isn’t the fall, it’s the floor.", "Ida")),
        ("“He said ‘stay’ and I stayed.”", Quote("He said ‘stay’ and I stayed.")),
        ("“Begin.” (Noor Haddad)", Quote("Begin.", "Noor Haddad")),
        ("“Rest is work too”. – M. K. Osei", Quote("Rest is work too", "M. K. Osei")),
    ],
)
def test_quote_keeps_its_words_and_loses_its_marks(text, expected):
    assert read_quote(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "“I can’t,” she said.",
        '"I can\'t," she said, "not today."',
        "“No,” he said. “Not today, and not tomorrow.”",
        "“Good enough” is a phrase worth keeping.",
        "“Trust me” – that is what he said every time.",
        "“Sorry”",
        "“Not closed",
        "No marks at all",
        "’’",
        "“”",
        "",
    ],
)
def test_prose_and_dialogue_are_no_quotes(text):
    assert read_quote(text) is None


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("line", ["— Ada Quill, poet", "- Ada Quill, poet", "~ Ada Quill, poet"])
def test_speaker_may_stand_on_a_line_below(gap, line):
    outline = read(f"A title\n\nText.\n\n“The river does not hurry.”{gap}{line}\n\nMore text.".encode())

    assert outline.nodes == (
        Prose(("Text.",)),
        Quote("The river does not hurry.", "Ada Quill", "poet"),
        Prose(("More text.",)),
    )
    assert outline.notes == ()


def test_a_quote_without_a_speaker_gets_none_and_a_note():
    outline = read("A title\n\nText.\n\n“The river does not hurry.”\n\nMore text.".encode())

    assert outline.nodes[1] == Quote("The river does not hurry.")
    assert outline.notes == ("The quotation “The river does not hurry.” names no speaker.",)
