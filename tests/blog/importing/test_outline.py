"""One outline for every format: its texts, its JSON, and what the page makes of each kind of part."""

import datetime
import json
import typing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.importing.describe import describe
from blog.importing.faults import faults
from blog.importing.outline import (
    BulletList,
    Button,
    Callout,
    Download,
    Facts,
    Faq,
    Heading,
    Invitation,
    KeyPoints,
    MediaFile,
    Node,
    Outline,
    PersonCard,
    Picture,
    Prose,
    Question,
    Quote,
    Reason,
    Reference,
    References,
    RelatedArticles,
    SharedInvitation,
    Statistic,
    Step,
    Steps,
    Table,
    Term,
    UrgentHelp,
    Video,
    texts_of,
)
from blog.importing.outline_json import from_json, to_json
from blog.importing.writer import write
from blog.models import ArticlePage
from tests.factories import ArticlePageFactory, ImageFactory, PersonPageFactory

BODY = ArticlePage.body.field.stream_block
EVERYTHING = (
    Heading("A part", 3),
    Prose(("One <b>bold</b> word.", 'A <a href="/articles/there/">link</a>.')),
    BulletList("Bring:", "bullets", ("a cup<ul><li>or a mug</li><li>or both</li></ul>", "a spoon")),
    Quote("Nobody is a whole chapter.", "Ada Quill", "poet", "Chapters", "https://example.org/c", 1961, True),
    KeyPoints("Key points", ("Rest first.",)),
    Faq("FAQs", (Question("Is it free?", "<p>Yes.</p><ul><li>always</li></ul>"),)),
    Invitation("Talk to us.", "Call", "Ready?", (Button("Call", "01632 960 123"), Button("Read", "/articles/there/"))),
    Steps("How it goes", (Step("Arrive", "<p>Early.</p>"), Step("Sit", "<p>Anywhere.</p>"))),
    Table("Two ways", ("", "Room", "Video"), (("Travel", "Some", "None"),)),
    Picture("chair.png", "A chair", "The room", "A. Quill"),
    Video("Breathing", "https://example.org/film", "Three minutes", "<p>Breathe.</p>"),
    Callout("tip", "Before you go on", "<p>Have tea.</p>"),
    References("Sources", (Reference("Bowlby, J.", "A Secure Base", "Routledge", 1988, "https://example.org/b"),)),
    Term("Attachment", "bond", "<p>A tie.</p>"),
    Statistic("1 in 6", "adults had it.", "A survey", "https://example.org/s", 2016),
    UrgentHelp("If you need help now", "Call somebody."),
    Download("plan.pdf", "A plan", "One page"),
    SharedInvitation("First talk"),
    PersonCard("/people/ada/", "Works on Tuesdays."),
    RelatedArticles(("/articles/there/",), "Read next"),
)


def test_every_kind_is_tried_here():
    assert [type(node) for node in EVERYTHING] == list(typing.get_args(Node))


@pytest.mark.parametrize("node", EVERYTHING, ids=lambda node: type(node).__name__)
def test_every_kind_has_texts_a_line_and_a_form_in_json(node):
    outline = Outline("Title", "", (node,))

    assert all(isinstance(text, str) for text in texts_of(node))
    assert len(list(describe(outline))) > 1
    assert from_json(json.loads(json.dumps(to_json(outline)))) == outline


def test_a_list_inside_a_list_parts_its_words():
    assert list(texts_of(EVERYTHING[2])) == ["Bring:", "a cup or a mug or both", "a spoon"]


def test_facts_reasons_and_media_come_back_from_json():
    picture = MediaFile("chair.png", b"\x89PNG", "image/png")
    facts = Facts(date=datetime.date(2024, 2, 29), author="Ada Quill", topics=("Trust",), picture=Picture("chair.png"))
    outline = Outline("T", "", (Prose(("x",)),), ("n",), ("l",), (Reason("why", False),), (picture,), facts)

    found = from_json(json.loads(json.dumps(to_json(outline))), [picture])

    assert (found, found.reasons) == (outline, outline.reasons)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["title", "subtitle", "nodes", "kind", "text", "level", "facts"]), inner)
    ),
    max_leaves=12,
)


@given(JSON)
def test_json_of_another_shape_is_a_value_error(data):
    try:
        assert isinstance(from_json(data), Outline)
    except ValueError as error:
        assert str(error)


@pytest.fixture
def site(articles):
    """A resolver of a site that has everything that EVERYTHING names, and what it gives."""
    from django.core.files.base import ContentFile
    from wagtail.documents import get_document_model

    from hub.core.models import Invitation as Shared

    document = get_document_model().objects.create(title="A plan", file=ContentFile(b"%PDF-", "plan.pdf"))
    there = ArticlePageFactory(parent=articles, title="There")
    keys = {
        ("picture", "chair.png"): ImageFactory().pk,
        ("document", "plan.pdf"): document.pk,
        ("invitation", "First talk"): Shared.objects.create(name="First talk").pk,
        ("person", "/people/ada/"): PersonPageFactory(parent=articles.get_parent()).pk,
        ("article", "/articles/there/"): there.pk,
        ("page", "/articles/there/"): there.pk,
    }
    return lambda kind, name: keys.get((kind, name))


def test_every_kind_becomes_a_block_that_can_be_published(site):
    written = write(Outline("Title", "", EVERYTHING), site)

    assert (written.notes, written.left_out) == ((), ())
    assert faults(BODY, written.body) == []
    assert sorted({child["type"] for child in written.body}) == sorted(BODY.child_blocks)


def test_links_and_buttons_to_the_sites_own_pages_follow_them(site):
    prose, invitation = write(Outline("T", "", (EVERYTHING[1], EVERYTHING[6])), site).body
    key = site("page", "/articles/there/")

    assert f'<a linktype="page" id="{key}">link</a>' in prose["value"]
    buttons = [button["value"] for button in invitation["value"]["buttons"]]
    assert [(button["page"], button["address"]) for button in buttons] == [(None, "01632 960 123"), (key, "")]


def test_what_the_site_does_not_have_is_noted_and_its_words_are_kept():
    written = write(Outline("Title", "", (Prose(("Text.",)), *EVERYTHING[9:10], *EVERYTHING[16:])))

    assert [child["type"] for child in written.body] == ["paragraph"]
    assert written.left_out == (
        "A chair",
        "The room",
        "A. Quill",
        "A plan",
        "One page",
        "Works on Tuesdays.",
        "Read next",
    )
    assert "The picture “chair.png” is not on this site and was left out." in written.notes
    assert len(written.notes) == 5


def test_a_list_inside_a_list_is_written_as_the_editor_writes_it():
    (child,) = write(Outline("Title", "", (EVERYTHING[2],))).body

    first, second = (item["value"] for item in child["value"]["items"])
    assert first == "<p>a cup</p><ul><li>or a mug</li><li>or both</li></ul>"
    assert second == "a spoon"
