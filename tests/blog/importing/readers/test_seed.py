"""The first real article in its four forms: the same blocks, whatever it was written in."""

import json
import re
from collections import Counter

import pytest

from blog.importing.outline import BulletList, Faq, Heading, Quote
from blog.importing.readers import read, read_file
from blog.importing.writer import write
from tests.blog.importing.readers.documents import picture, zipped

FORMS = ["txt", "docx", "html", "md"]
MARKED = ["docx", "html", "md"]


@pytest.fixture(scope="module")
def wanted(seed) -> dict:
    return json.loads((seed / "outline.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def outlines(seed) -> dict:
    return {form: read_file(seed / f"trust-issues-therapy.{form}") for form in FORMS}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_has_what_its_editor_saw(outlines, wanted, form):
    outline = outlines[form]
    found = [[node.level, node.text] for node in outline.nodes if isinstance(node, Heading)]
    found += [[2, node.heading] for node in outline.nodes if isinstance(node, Faq)]
    found += [[2, text] for text in outline.left_out]
    quotes = [node for node in outline.nodes if isinstance(node, Quote)]

    assert (outline.title, outline.subtitle) == (wanted["title"], wanted["subtitle"])
    assert found == wanted["headings"]
    assert [f"“{quote.text}”{quote.speaker and f' — {quote.speaker}'}" for quote in quotes] == wanted["quotes"]
    assert [len(node.items) for node in outline.nodes if isinstance(node, BulletList)] == wanted["lists"]
    assert [item.question for node in outline.nodes if isinstance(node, Faq) for item in node.items] == (
        wanted["faq_questions"]
    )


@pytest.mark.parametrize("form", MARKED)
def test_every_form_gives_the_same_blocks(outlines, form):
    assert write(outlines[form]).body == write(outlines["txt"]).body


@pytest.mark.parametrize("form", MARKED)
def test_levels_that_are_marked_are_no_guess(outlines, form):
    assert not any(node.is_guess for node in outlines[form].nodes if isinstance(node, Heading))


@pytest.mark.parametrize("form", FORMS)
def test_no_word_is_lost(outlines, seed, form):
    def words(text):
        return Counter(re.findall(r"\w+", text))

    source = (seed / "trust-issues-therapy.txt").read_text(encoding="utf-8")
    outline = outlines[form]
    assert words(" ".join([*outline.texts(), *outline.left_out])) == words(source)


def test_the_zip_of_google_docs_is_read_as_its_page(outlines, seed):
    page = (seed / "trust-issues-therapy.html").read_bytes()
    outline = read("export.zip", zipped({"Trust.html": page, "images/image1.png": picture()}))

    assert outline.nodes == outlines["html"].nodes


@pytest.mark.parametrize("form", FORMS)
def test_every_part_has_a_reason(outlines, form):
    outline = outlines[form]

    assert len(outline.reasons) == len(outline.nodes)
    assert all(reason.text for reason in outline.reasons)
