"""From an outline to the stored blocks of a body."""

import pytest

from blog.importing.faults import faults
from blog.importing.outline import (
    LONGEST_HEADING,
    LONGEST_INTRODUCTION,
    LONGEST_LABEL,
    LONGEST_QUESTION,
    LONGEST_SPEAKER,
    LONGEST_SUBTITLE,
    LONGEST_TITLE,
    MOST_KEY_POINTS,
    BulletList,
    Faq,
    Heading,
    Invitation,
    KeyPoints,
    Outline,
    Prose,
    Question,
    Quote,
)
from blog.importing.readers import read_file
from blog.importing.writer import write
from blog.models import ArticlePage

BODY = ArticlePage.body.field.stream_block


def without_ids(stored):
    if isinstance(stored, dict):
        return {name: without_ids(value) for name, value in stored.items() if name != "id"}
    return [without_ids(item) for item in stored] if isinstance(stored, list) else stored


def item(value) -> dict:
    return {"type": "item", "value": value}


def test_every_node_becomes_its_block():
    nodes = (
        Heading("Part", 3),
        Prose(("One.", "Two &amp; three.")),
        BulletList("Bring:", "ticks", ("a cup", "a spoon")),
        Quote("Nobody is a whole chapter.", "Ada Quill", "poet"),
        KeyPoints("Key points", ("Rest first.",)),
        Faq("FAQs", (Question("Is it free?", "<p>Yes.</p>"),)),
        Invitation("Call us today.", "Call us"),
    )

    written = without_ids(write(Outline("Title", "", nodes)).body)

    assert written == [
        {"type": "heading", "value": {"text": "Part", "size": "part"}},
        {"type": "paragraph", "value": "<p>One.</p><p>Two &amp; three.</p>"},
        {
            "type": "bullet_list",
            "value": {"introduction": "Bring:", "style": "ticks", "items": [item("a cup"), item("a spoon")]},
        },
        {
            "type": "quote",
            "value": {
                "text": "Nobody is a whole chapter.",
                "speaker": "Ada Quill",
                "role": "poet",
                "source_title": "",
                "source_url": "",
                "year": None,
                "verified": False,
            },
        },
        {"type": "key_points", "value": {"heading": "Key points", "points": [item("Rest first.")]}},
        {
            "type": "faq",
            "value": {"heading": "FAQs", "items": [item({"question": "Is it free?", "answer": "<p>Yes.</p>"})]},
        },
        {
            "type": "invitation",
            "value": {
                "heading": "",
                "text": "<p>Call us today.</p>",
                "buttons": [item({"label": "Call us", "page": None, "address": ""})],
            },
        },
    ]


def test_a_question_keeps_its_id_whatever_happens_around_it():
    def ids(*questions, answer="<p>Yes.</p>"):
        faq = Faq("FAQs", tuple(Question(text, answer) for text in questions))
        (child,) = write(Outline("Title", "", (faq,))).body
        return {item["value"]["question"]: item["id"] for item in child["value"]["items"]}

    before, after = ids("Is it free?", "Is it far?"), ids("Is it new?", "Is it far?", answer="<p>No.</p>")

    assert before["Is it far?"] == after["Is it far?"]
    assert len({*before.values(), *after.values()}) == 3


def test_the_same_text_twice_gets_two_ids():
    written = write(Outline("Title", "", (Heading("Again"), Prose(("Text.",)), Heading("Again")))).body

    assert len({child["id"] for child in written}) == 3


def test_the_recognisers_know_how_much_room_a_page_has():
    def longest(block, field):
        return BODY.child_blocks[block].child_blocks[field].field.max_length

    invitation, questions = BODY.child_blocks["invitation"], BODY.child_blocks["faq"].child_blocks["items"]
    assert longest("heading", "text") >= LONGEST_HEADING
    assert longest("bullet_list", "introduction") >= LONGEST_INTRODUCTION
    assert min(longest("quote", "speaker"), longest("quote", "role")) >= LONGEST_SPEAKER
    assert invitation.child_blocks["buttons"].child_block.child_blocks["label"].field.max_length >= LONGEST_LABEL
    assert questions.child_block.child_blocks["question"].field.max_length >= LONGEST_QUESTION
    assert BODY.child_blocks["key_points"].child_blocks["points"].meta.max_num >= MOST_KEY_POINTS
    assert ArticlePage._meta.get_field("title").max_length >= LONGEST_TITLE
    assert ArticlePage._meta.get_field("standfirst").max_length >= LONGEST_SUBTITLE


@pytest.mark.parametrize(
    "name", ["flat_sections", "numbered_steps", "hard_wrapped", "one_per_line", "questions", "pasted_page"]
)
def test_what_is_written_can_be_published(samples, name):
    assert faults(BODY, write(read_file(samples / f"{name}.txt")).body) == []


def test_what_still_needs_an_editor_is_said_in_a_sentence():
    outline = Outline("Title", "", (Heading("H" * 161), Faq("FAQs", (Question("Is it free?", ""),))))

    assert faults(BODY, write(outline).body) == [
        f"Heading “{'H' * 69}…” needs mending before it can be published: "
        "Ensure this value has at most 160 characters (it has 161).",
        "Questions and answers “FAQs Is it free?” needs mending before it can be published: This field is required.",
    ]
