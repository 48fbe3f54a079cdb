"""Lists: their marks, their items, and the sentence that introduces them."""

import pytest

from blog.importing.outline import BulletList, Heading, Prose
from blog.importing.readers.plain_text import read


def nodes(text: str):
    return read(f"A title\n\n{text}".encode()).nodes


@pytest.mark.parametrize(
    ("marks", "style"),
    [
        (["•", "•"], "bullets"),
        (["-", "-"], "bullets"),
        (["–", "–"], "bullets"),
        (["*", "*"], "bullets"),
        (["  ◦", "  ◦"], "bullets"),
        (["\t▪", "\t▪"], "bullets"),
        (["·", "·"], "bullets"),
        (["☐", "☐"], "bullets"),
        (["1.", "2."], "numbers"),
        (["(1)", "(2)"], "numbers"),
        (["a)", "b)"], "numbers"),
        (["✓", "✔\ufe0f"], "ticks"),
        (["✗", "❌"], "crosses"),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_every_mark_makes_a_list(marks, style, gap):
    text = gap.join(["You need:", f"{marks[0]} a cup", f"{marks[1]} a spoon"])

    assert nodes(text) == (BulletList("You need:", style, ("a cup", "a spoon")),)


def test_items_may_go_on_over_lines():
    text = "• the first item is long enough\n  to need a second line\n• the second"

    assert nodes(text) == (
        BulletList("", "bullets", ("the first item is long enough to need a second line", "the second")),
    )


def test_a_mark_on_a_line_of_its_own_belongs_to_the_next():
    assert nodes("•\nApples\n•\nPears") == (BulletList("", "bullets", ("Apples", "Pears")),)


@pytest.mark.parametrize("text", ["2. Two.\n3. Three.", "1. One.", "2019. That was a year.", "- said in passing."])
def test_what_only_begins_like_an_item_keeps_its_words(text):
    assert nodes(text) == (Prose(tuple(text.split("\n"))),)


def test_a_list_inside_a_list_is_flattened_and_keeps_the_outer_numbers():
    outline = read(b"A title\n\n1. Pack\n   - a coat\n   - a hat\n2. Leave")

    assert outline.nodes == (BulletList("", "bullets", ("1. Pack", "a coat", "a hat", "2. Leave")),)
    assert outline.notes == ("A list inside a list was made one list: “Pack”.",)


def test_a_new_count_begins_a_new_list():
    assert nodes("1. a\n2. b\n1. c\n2. d") == (
        BulletList("", "numbers", ("a", "b")),
        BulletList("", "numbers", ("c", "d")),
    )


@pytest.mark.parametrize(
    ("paragraph", "before", "introduction"),
    [
        ("It helps to have:", (), "It helps to have:"),
        ("In the end you may", (), "In the end you may"),
        ("Rest first. Then try these:", ("Rest first.",), "Then try these:"),
        ("Ask Dr. Holm. She will tell you", ("Ask Dr. Holm.",), "She will tell you"),
        ("This one is closed.", ("This one is closed.",), ""),
    ],
)
def test_only_the_last_open_sentence_introduces_a_list(paragraph, before, introduction):
    found = nodes(f"{paragraph}\n\n• one\n• two")

    expected = (BulletList(introduction, "bullets", ("one", "two")),)
    assert found == ((Prose(before), *expected) if before else expected)


@pytest.mark.parametrize("heading", ["Common Signs", "What helps", "Signs of strain", "Is it you?"])
def test_a_heading_right_above_a_list_is_not_its_introduction(heading):
    found = nodes(f"Text.\n\n{heading}\n\n• one\n• two")

    assert [node.text for node in found if isinstance(node, Heading)] == [heading]
    assert found[-1] == BulletList("", "bullets", ("one", "two"))
