"""Searching the guide: in a reader's own words, half typed, mistyped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.guide.finding import find
from hub.guide.shelf import all_pages

PAGES = list(all_pages().values())


def found(question):
    return [result.page.slug for result in find(PAGES, question)]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("how do I import a Word document", "import-a-document"),
        ("docx", "import-a-document"),
        ("FAQ", "add-questions-and-answers"),
        ("publish", "publish-an-article"),
        ("alt text", "describe-pictures"),
        ("404", "redirect-an-address"),
        ("spam", "answer-a-request"),
        ("helpline", "crisis-words-and-lines"),
        ("undo my changes", "history-and-autosave"),
        ("new colleague", "roles"),
        ("scheduling", "schedule-and-expire"),
        ("meta description cut off", "write-a-description"),
        ("external reviewer", "send-a-review-link"),
        ("how do I put a picture", "describe-pictures"),
        ("undo", "history-and-autosave"),
        ("my text is gone", "history-and-autosave"),
        ("who may publish", "roles"),
        ("how do I add a link", "links-between-articles"),
        ("publish tomorrow", "schedule-and-expire"),
        ("word count", "mend-findings"),
        ("why can’t I publish", "publish-an-article"),
        ("change password", "roles"),
        ("delete article", "schedule-and-expire"),
        ("embed video", "write-in-blocks"),
        ("footnote", "name-your-sources"),
        ("ignore a warning", "leave-a-finding"),
        ("reading level", "mend-findings"),
        ("google preview", "see-the-article-as-others-will"),
        ("facebook image", "see-the-article-as-others-will"),
    ],
)
def test_question_finds_its_page_first(question, first):
    assert found(question)[0] == first


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("redirct", "redirect-an-address"),
        ("synonims", "synonyms-and-promoted-results"),
        ("wordpres", "import-a-wordpress-site"),
    ],
)
def test_slip_of_the_finger_is_forgiven(typed, meant):
    assert found(typed)[0] == meant


def test_word_that_is_still_being_typed_finds_its_page():
    assert "redirect-an-address" in found("redir")


@pytest.mark.parametrize("question", ["", "   ", "?!", "xyzzyqwert", "the of and"])
def test_nothing_is_found_where_nothing_is_asked(question):
    assert found(question) == []


def test_result_shows_the_sentence_that_holds_the_words():
    pieces = next(result.pieces for result in find(PAGES, "fourteen days") if result.page.slug == "send-a-review-link")

    assert "".join(text for text, _ in pieces).startswith("It opens this one draft for fourteen days")
    assert [text for text, is_asked in pieces if is_asked] == ["fourteen", "days"]


@given(st.text(max_size=60))
def test_any_question_is_answered_with_sentences_of_the_pages(question):
    for result in find(PAGES, question):
        assert "".join(text for text, _ in result.pieces) in {result.page.summary, *result.page.sentences}
