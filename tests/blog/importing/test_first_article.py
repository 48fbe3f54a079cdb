"""The first real article, against the outline an editor made of it."""

import json
import re

import pytest

from blog.importing.outline import BulletList, Faq, Heading, Invitation, Outline, Quote
from blog.importing.readers.plain_text import read


@pytest.fixture(scope="module")
def wanted(seed) -> dict:
    return json.loads((seed / "outline.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def outline(seed) -> Outline:
    return read((seed / "trust-issues-therapy.txt").read_bytes())


def test_title_and_subtitle_are_found(outline, wanted):
    assert (outline.title, outline.subtitle) == (wanted["title"], wanted["subtitle"])


def test_every_heading_has_its_level_or_is_left_out(outline, wanted):
    found = [[node.level, node.text] for node in outline.nodes if isinstance(node, Heading)]
    found += [[2, node.heading] for node in outline.nodes if isinstance(node, Faq)]
    found += [[2, text] for text in outline.left_out]

    assert found == wanted["headings"]


def test_lists_have_all_their_items_under_an_introduction(outline, wanted):
    lists = [node for node in outline.nodes if isinstance(node, BulletList)]

    assert [len(node.items) for node in lists] == wanted["lists"]
    assert all(node.introduction for node in lists)


def test_quotes_have_their_words_and_only_their_own_speakers(outline, wanted):
    found = [node for node in outline.nodes if isinstance(node, Quote)]

    written = [f"“{node.text}”{node.speaker and f' — {node.speaker}'}" for node in found]
    assert written == wanted["quotes"]


def test_every_question_has_an_answer(outline, wanted):
    (faq,) = [node for node in outline.nodes if isinstance(node, Faq)]

    assert [item.question for item in faq.items] == wanted["faq_questions"]
    assert all(item.answer_html for item in faq.items)


def test_last_section_ends_in_an_invitation_before_the_questions(outline):
    kinds = [type(node) for node in outline.nodes[-2:]]
    assert kinds == [Invitation, Faq]


def test_every_guess_has_a_note(outline):
    notes = " ".join(outline.notes)
    guesses = [node.text for node in outline.nodes if isinstance(node, Heading) and node.is_guess]

    assert [text for text in guesses if text not in notes] == []
    assert [text for text in outline.left_out if text not in notes] == []


def test_no_word_is_lost(outline, seed):
    def words(text):
        return sorted(re.findall(r"\w+", text))

    source = (seed / "trust-issues-therapy.txt").read_text(encoding="utf-8")
    assert words(" ".join([*outline.texts(), *outline.left_out])) == words(source)
