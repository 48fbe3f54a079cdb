"""Documents come in by file and by pasting; what can't be read says so, and nothing else suffers."""

import os

import pytest
from django.urls import reverse

from blog.importing.desk import receiving
from blog.importing.desk.models import Batch, Document
from tests.blog.importing.desk.conftest import text_file
from tests.helpers import soup

State = Document.State


def test_one_document_leads_straight_to_its_review(editor_client, articles):
    answer = editor_client.post(reverse("importing:start"), {"files": [text_file()], "place": articles.pk})

    document = Document.objects.get()
    assert (document.state, document.title) == (State.READY, "Sleep and worry")
    assert answer.url == document.get_absolute_url()


def test_several_documents_wait_and_lead_to_their_batch(send, work):
    batch = send(text_file(name="a.txt"), text_file(name="b.txt"), text_file(name="c.txt"))

    assert [document.state for document in batch.documents.all()] == [State.WAITING] * 3
    work()
    assert [document.state for document in batch.documents.all()] == [State.READY] * 3


def test_a_file_nothing_reads_fails_alone_with_a_reason(send, work):
    batch = send(text_file(name="a.txt"), text_file("nothing", name="photo.xyz"))

    work()

    good, bad = batch.documents.all()
    assert (good.state, bad.state) == (State.READY, State.FAILED)
    assert ".xyz" in bad.reason


@pytest.mark.parametrize("content", ["", "   \n"])
def test_an_empty_file_is_told_so(send, content):
    document = send(text_file(content)).documents.get()

    assert document.state == State.FAILED
    assert "empty" in document.reason


def test_a_file_that_is_too_large_is_not_kept(send, monkeypatch):
    monkeypatch.setattr(receiving, "LARGEST_DOCUMENT", 20)

    document = send(text_file()).documents.get()

    assert (document.state, document.upload.name) == (State.FAILED, "")
    assert "At most" in document.reason


def test_nothing_chosen_is_told_and_nothing_is_made(editor_client):
    answer = editor_client.post(reverse("importing:start"), {"pasted": "  "})

    assert answer.status_code == 400
    assert "Choose a document" in soup(answer).select_one(".messages").get_text()
    assert not Batch.objects.exists()


def test_too_many_at_once_are_refused(editor_client, monkeypatch):
    monkeypatch.setattr(receiving, "MOST_DOCUMENTS", 1)

    answer = editor_client.post(reverse("importing:start"), {"files": [text_file(), text_file()]})

    assert "at most 1" in soup(answer).select_one(".messages").get_text()
    assert not Batch.objects.exists()


def test_pasted_text_is_a_document_named_after_its_first_words(send):
    document = send(pasted="A pasted title\n\nAnd a paragraph of text.").documents.get()

    assert (document.name, document.state) == ("pasted-a-pasted-title.txt", State.READY)


def test_pasted_formatting_is_kept(send):
    markup = "<h1>A pasted title</h1><h2>A part</h2><p>With <b>bold</b> text.</p>"

    document = send(pasted="A pasted title\nA part\nWith bold text.", pasted_html=markup).documents.get()

    assert [type(piece.node).__name__ for piece in document.worksheet.pieces] == ["Heading", "Prose"]
    assert "<b>bold</b>" in document.worksheet.pieces[1].node.paragraphs[0]


def test_uploads_are_private(send, settings, client):
    document = send(text_file()).documents.get()

    stored = settings.IMPORT_ROOT / document.upload.name
    assert stored.stat().st_mode & 0o077 == 0
    assert document.name not in document.upload.name
    assert settings.MEDIA_ROOT not in stored.parents
    with pytest.raises(ValueError, match="not accessible"):
        document.upload.url  # noqa: B018


def test_a_name_with_folders_and_controls_is_cut_to_a_name(send):
    document = send(text_file(name="..\\..\\etc\\pass\x00wd.txt")).documents.get()

    assert os.sep not in document.name and "\\" not in document.name and "\x00" not in document.name


def test_the_list_tells_how_imports_stand(send, editor_client):
    send(text_file())
    send(text_file("x", name="photo.xyz"))

    rows = [
        row.get_text(" ", strip=True) for row in soup(editor_client.get(reverse("importing:start"))).select("tbody tr")
    ]

    assert "1 failed" in rows[0] and "photo.xyz" in rows[0]
    assert "1 to review" in rows[1] and "sleep.txt" in rows[1]
