"""Drafts are made where an editor chose, updated when the document comes again, and never over somebody's work."""

import datetime
import io

import pytest
from django.urls import reverse
from PIL import Image
from wagtail.images import get_image_model

from blog.importing.desk.models import Document
from blog.importing.outline import Picture
from blog.models import ArticlePage
from tests.blog.importing.desk.conftest import TEXT, editor_of, signed_in, text_file
from tests.factories import ArticleIndexPageFactory, PersonPageFactory, TopicPageFactory
from tests.helpers import soup

State = Document.State


def test_a_draft_is_made_and_opened_in_the_editor(document, do, articles, editor):
    do(document, "make")

    article = document.article
    assert (document.state, article.title, article.get_parent().pk) == (State.MADE, "Sleep and worry", articles.pk)
    assert (article.live, article.owner, article.latest_revision.user) == (False, editor, editor)
    assert article.standfirst == "Why the night makes worry louder"


def test_making_leads_to_the_editor(document, do, editor_client):
    answer = do(document, "make")

    made = editor_client.get(answer.url)
    assert made.url == reverse("wagtailadmin_pages:edit", args=[document.article_id])


def test_what_was_chosen_is_on_the_draft(document, do, home):
    author, topic = PersonPageFactory(parent=home), TopicPageFactory(parent=home)

    do(document, "make", author=author.pk, topics=[topic.pk], slug="at-night", date="2024-03-01")

    draft = document.article.get_latest_revision_as_object()
    assert (draft.author_id, [each.pk for each in draft.topics.all()]) == (author.pk, [topic.pk])
    assert (draft.slug, draft.published_on) == ("at-night", datetime.date(2024, 3, 1))


def test_what_an_editor_changed_in_the_review_is_in_the_draft(document, do):
    piece = next(piece for piece in document.worksheet.pieces if "Nights are quiet" in str(piece.node))

    do(document, f"kind:{piece.number}", **{f"kind-{piece.number}": "key_points"})
    do(document, "make")

    blocks = [block.block_type for block in document.article.get_latest_revision_as_object().body]
    assert "key_points" in blocks


def test_the_same_document_again_updates_its_draft(send, do):
    first = send(text_file()).documents.get()
    do(first, "make")

    second = send(text_file(TEXT.replace("Worry is not.", "Worry is louder."))).documents.get()
    do(second, "make")

    assert second.article == first.article
    assert "louder" in str(second.article.get_latest_revision_as_object().body.get_prep_value())
    assert ArticlePage.objects.count() == 1


def test_what_an_editor_changed_is_left_alone_until_they_say_so(send, do, editor_client):
    first = send(text_file()).documents.get()
    do(first, "make")
    page = first.article.get_latest_revision_as_object()
    page.standfirst = "Written by hand"
    page.save_revision()

    again = send(text_file()).documents.get()
    answer = do(again, "make")
    assert again.state == State.LEFT_ALONE
    assert "Replace what has been changed" in again.reason
    assert soup(editor_client.get(answer.url, follow=True)).select_one("input[name=overwrite]")

    do(again, "make", overwrite="on")

    assert again.state == State.MADE
    assert again.article.get_latest_revision_as_object().standfirst == "Why the night makes worry louder"


def test_a_locked_article_is_left_alone_and_nothing_is_lost(send, do, editor):
    first = send(text_file()).documents.get()
    do(first, "make")
    ArticlePage.objects.update(locked=True, locked_by=editor)

    again = send(text_file()).documents.get()
    do(again, "make")

    assert (again.state, again.reason) == (State.LEFT_ALONE, "Somebody has locked the article.")
    assert again.is_open


def test_an_article_of_somebody_else_is_not_updated_by_who_may_only_add(send, do, articles):
    first = send(text_file()).documents.get()
    do(first, "make")
    other = signed_in(editor_of(articles, "add"))

    again = send(text_file(TEXT.replace("louder", "LOUD")), client=other).documents.get()
    do(again, "make", client=other)

    assert again.state == State.LEFT_ALONE
    assert "may not change" in again.reason
    assert first.article.get_latest_revision_as_object().standfirst == "Why the night makes worry louder"


def test_all_drafts_of_a_batch_are_made_at_once(send, work, editor_client, articles, home):
    author = PersonPageFactory(parent=home)
    batch = send(text_file("One\n\nText of it.", "1.txt"), text_file("Two\n\nText of it.", "2.txt"))
    work()

    editor_client.post(batch.get_absolute_url(), {"do": "make", "place": articles.pk, "author": author.pk})
    work()

    assert {document.state for document in batch.documents.all()} == {State.MADE}
    drafts = [page.get_latest_revision_as_object() for page in ArticlePage.objects.order_by("title")]
    assert [(draft.title, draft.author_id) for draft in drafts] == [("One", author.pk), ("Two", author.pk)]


def test_an_author_chosen_for_one_document_stays_when_all_are_made(send, work, do, editor_client, articles, home):
    one, other = PersonPageFactory(parent=home), PersonPageFactory(parent=home)
    batch = send(text_file("One\n\nText of it.", "1.txt"), text_file("Two\n\nText of it.", "2.txt"))
    work()
    do(batch.documents.first(), "save", author=one.pk)

    editor_client.post(batch.get_absolute_url(), {"do": "make", "place": articles.pk, "author": other.pk})

    assert [document.author for document in batch.documents.all()] == [one, other]


def test_a_place_one_may_not_add_to_is_no_choice(document, do, home):
    elsewhere = ArticleIndexPageFactory(parent=home, title="Elsewhere")

    do(document, "make", place=elsewhere.pk)

    assert document.state == State.READY
    assert not ArticlePage.objects.exists()


@pytest.fixture
def illustrated(send):
    """A web page with a picture in it, as it was pasted."""
    import base64

    out = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(out, "PNG")
    data = base64.b64encode(out.getvalue()).decode()
    markup = f'<h1>A picture</h1><p>Before it.</p><p><img src="data:image/png;base64,{data}"></p><p>After it.</p>'
    return send(pasted="A picture", pasted_html=markup).documents.get()


def picture_of(document):
    return next(piece for piece in document.worksheet.pieces if isinstance(piece.node, Picture))


def test_a_picture_is_shown_small_and_asks_what_it_shows(illustrated, editor_client):
    number = picture_of(illustrated).number
    part = soup(editor_client.get(illustrated.get_absolute_url())).select_one(f"#part-{number}")

    shown = editor_client.get(part.img["src"])

    assert shown["Content-Type"] == "image/png"
    assert part.select_one(f"label[for=alt-{number}]") and part.select_one(f"input[name=decorative-{number}]")


def test_no_draft_is_made_while_a_picture_is_not_described(illustrated, do):
    answer = do(illustrated, "make", **{f"alt-{picture_of(illustrated).number}": ""})

    assert "Say what each picture shows" in soup(answer).select_one(".messages").get_text()
    assert illustrated.state == State.READY


@pytest.mark.parametrize("how", [{"alt": "A teal field"}, {"decorative": "on", "alt": ""}])
def test_a_described_or_decorative_picture_goes_into_the_library(illustrated, do, how):
    number = picture_of(illustrated).number

    do(illustrated, "make", **{f"{name}-{number}": value for name, value in how.items()})

    assert illustrated.state == State.MADE
    block = next(
        block for block in illustrated.article.get_latest_revision_as_object().body if block.block_type == "image"
    )
    image = get_image_model().objects.get()
    assert block.value["image"].pk == image.pk
    assert (block.value["image"].contextual_alt_text, bool(block.value["image"].decorative)) == (
        how["alt"],
        "decorative" in how,
    )


def test_pictures_may_be_described_later_and_the_notes_say_so(illustrated, do):
    do(illustrated, "make", describe_later="on", **{f"alt-{picture_of(illustrated).number}": ""})

    assert illustrated.state == State.MADE
    assert any("alternative text" in note.lower() or "alt text" in note.lower() for note in illustrated.notes)


FRONT_MATTER = """---
title: Sleep and worry
author: Ada Example
topics: [Sleep, Nowhere]
date: 2024-02-29
---

Nights are quiet.
"""


def test_author_topics_and_date_that_a_document_names_are_chosen_beforehand(send, do, home, editor_client):
    author, topic = PersonPageFactory(parent=home, title="Ada Example"), TopicPageFactory(parent=home, title="Sleep")

    document = send(text_file(FRONT_MATTER, "sleep.md")).documents.get()

    assert (document.author.pk, [each.pk for each in document.topics.all()]) == (author.pk, [topic.pk])
    assert str(document.worksheet.facts.date) == "2024-02-29"
    assert any("Nowhere" in note for note in document.worksheet.notes)


def test_nobody_is_the_author_where_that_was_chosen(send, do, home):
    PersonPageFactory(parent=home, title="Ada Example")
    document = send(text_file(FRONT_MATTER, "sleep.md")).documents.get()

    do(document, "make", author="", date="2024-02-29")

    assert document.article.get_latest_revision_as_object().author is None


@pytest.mark.parametrize(("actions", "claims"), [(("add",), False), (("add", "publish"), True)])
def test_who_publishes_nothing_brings_in_no_review(work, do, articles, home, actions, claims):
    reviewer = PersonPageFactory(parent=home, title="Ben Example")
    user = editor_of(articles, *actions)
    text = f"---\ntitle: Sleep\nreviewer: Ben Example\nreviewed: 2026-01-05\n---\n\n{TEXT}"
    signed_in(user).post(reverse("importing:start"), {"files": text_file(text, "sleep.md"), "place": articles.pk})
    work()
    document = Document.objects.get()

    do(document, "make", client=signed_in(user))

    latest = document.article.get_latest_revision_as_object()
    claimed = (reviewer.pk, datetime.date(2026, 1, 5)) if claims else (None, None)
    assert (latest.reviewer_id, latest.reviewed_on) == claimed
    assert any("Who reviewed the article" in note for note in document.notes) != claims
