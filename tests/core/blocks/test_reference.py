"""Questions and answers, tables and documents."""

import copy
import json

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from hub.core.blocks import questions
from hub.core.blocks.body import question_links
from tests.factories import DocumentFactory
from tests.helpers import BODY, rendered, soup, stream


def faq(*pairs):
    items = [{"question": question, "answer": answer} for question, answer in pairs]
    return "faq", {"heading": "Questions", "items": items}


def test_question_is_native_details_without_a_heading_in_it():
    shown = rendered(faq(("How long?", "<p>A year.</p>"), ("Why?", "<p>So.</p>")))

    assert [item.summary.get_text() for item in shown.find_all("details")] == ["How long?", "Why?"]
    assert shown.select("summary h1, summary h2, summary h3, summary h4") == []


def test_link_to_a_question_outlives_its_rewording():
    before = json.loads(stream(faq(("How long?", "<p>A year.</p>"), ("Why?", "<p>So.</p>"))))
    after = copy.deepcopy(before)
    after[0]["value"]["items"].reverse()
    after[0]["value"]["items"][1]["value"]["question"] = "How long does it take?"

    old, new = (questions(BODY.to_python(raw)) for raw in (before, after))

    assert {found.text: found.anchor for found in new} == {
        "How long does it take?": old[0].anchor,
        "Why?": old[1].anchor,
    }


def test_links_to_questions_are_the_ids_on_the_page():
    value = BODY.to_python(json.loads(stream(faq(("How long?", "<p>A year.</p>"), ("Why?", "<p>So.</p>")))))

    page = soup(str(value.render_as_block()))

    assert [item["id"] for item in page.find_all("details")] == [found.anchor for found in questions(value)]


def test_links_are_the_same_from_the_stored_form_without_a_lookup():
    value = BODY.to_python(json.loads(stream(faq(("How long?", "<p>A year.</p>"), ("", "<p>So.</p>")))))

    assert question_links(value) == [(found.text, found.anchor) for found in questions(value)]


def test_question_without_an_answer_is_no_question_yet():
    assert questions(BODY.to_python(json.loads(stream(faq(("How long?", "")))))) == []


def table(*headings, rows=(("Travel", "None"),), caption="Two ways"):
    return "comparison_table", {
        "columns": [{"type": "text", "heading": heading} for heading in headings],
        "rows": [{"values": list(row)} for row in rows],
        "caption": caption,
    }


def test_table_has_header_cells_for_columns_and_rows():
    shown = rendered(table("", "In the room", "By video", rows=[("Travel", "You come", "None")])).table

    assert [(cell["scope"], cell.get_text(strip=True)) for cell in shown.find_all("th")] == [
        ("col", "In the room"),
        ("col", "By video"),
        ("row", "Travel"),
    ]
    assert shown.caption.get_text() == "Two ways"
    assert [cell.find(string=True, recursive=False).strip() for cell in shown.tbody.find_all("td")] == [
        "You come",
        "None",
    ]


def test_cells_carry_their_column_s_heading_for_narrow_screens():
    shown = rendered(table("Way", "In the room")).table

    assert shown.tbody.td.find(class_="comparison__label").get_text() == "In the room"


def test_table_is_escaped():
    assert rendered(table("A", "<b>", rows=[("<i>", "<u>")])).find_all(["b", "i", "u"]) == []


def test_table_without_headings_is_refused():
    block = BODY.child_blocks["comparison_table"]

    with pytest.raises(ValidationError, match="heading"):
        block.clean(block.to_python(table("", "")[1]))


def test_download_tells_type_and_size(db):
    document = DocumentFactory()

    shown = rendered(("download", {"document": document.pk, "title": "A week of small promises", "description": ""})).a

    assert shown["href"] == document.url
    assert "TXT, 24\xa0bytes" in shown.get_text()


def test_download_of_a_document_that_was_deleted_is_no_link(db):
    document = DocumentFactory()
    child = ("download", {"document": document.pk, "title": "A week", "description": ""})
    document.delete()

    assert rendered(child).a is None


def test_download_needs_a_document():
    block = BODY.child_blocks["download"]

    with pytest.raises(StructBlockValidationError):
        block.clean(block.to_python({"document": None, "title": "A week", "description": ""}))


def test_sources_are_numbered_and_linked():
    source = {
        "authors": "Bowlby, J.",
        "title": "A Secure Base",
        "published_in": "Routledge",
        "year": 1988,
        "url": "https://example.org",
    }

    shown = rendered(("references", {"heading": "Sources", "items": [source]}))

    assert shown.ol.li.get_text(strip=True) == "Bowlby, J. (1988).A Secure Base. Routledge."
    assert shown.ol.a["href"] == "https://example.org"
