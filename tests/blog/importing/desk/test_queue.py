"""Work goes on whatever happens: closed tabs, restarts, documents that bring their reader down."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from blog.importing.desk import queue, reading
from blog.importing.desk.models import Document
from tests.blog.importing.desk.conftest import text_file

State = Document.State


@pytest.fixture
def batch(send):
    return send(text_file(name="a.txt"), text_file(name="b.txt"), text_file(name="c.txt"))


def states(batch):
    return [document.state for document in batch.documents.all()]


def test_a_command_goes_on_with_what_waits(batch, capsys):
    call_command("import_queue")

    assert states(batch) == [State.READY] * 3
    assert "3 steps done" in capsys.readouterr().out


def test_a_fault_in_one_document_is_tried_twice_and_harms_no_other(batch, work, monkeypatch):
    tried = []

    def read(document):
        tried.append(document.name)
        if document.name == "b.txt":
            raise RuntimeError("a fault of ours")
        reading.read_document(document)

    monkeypatch.setitem(queue._WORK, State.WAITING, (State.READING, read))
    work()

    assert states(batch) == [State.READY, State.FAILED, State.READY]
    assert tried.count("b.txt") == 2
    assert "twice" in batch.documents.get(name="b.txt").reason


def test_a_reader_that_dies_is_started_twice_then_the_document_has_failed(batch, work, monkeypatch):
    read_apart = reading.read_apart

    def read(name, data):
        if name == "b.txt":
            raise reading.ReaderStopped
        return read_apart(name, data)

    monkeypatch.setattr(reading, "read_apart", read)
    work()

    assert states(batch) == [State.READY, State.FAILED, State.READY]
    assert batch.documents.get(name="b.txt").reason == reading.TOO_MUCH


@pytest.mark.parametrize("state", [State.READING, State.MAKING])
def test_a_document_whose_worker_vanished_is_taken_up_once_more(document, work, state):
    long_ago = timezone.now() - queue.ABANDONED_AFTER - timedelta(seconds=1)
    Document.objects.update(state=state, attempts=1, claimed_at=long_ago)

    work()

    document.refresh_from_db()
    assert document.state == (State.READY if state == State.READING else State.MADE)


def test_a_document_whose_worker_vanished_twice_has_failed(document, work):
    long_ago = timezone.now() - queue.ABANDONED_AFTER - timedelta(seconds=1)
    Document.objects.update(state=State.READING, attempts=2, claimed_at=long_ago)

    work()

    document.refresh_from_db()
    assert document.state == State.FAILED and "twice" in document.reason


def test_a_document_that_is_being_worked_on_is_left_to_its_worker(document, work):
    Document.objects.update(state=State.READING, attempts=1, claimed_at=timezone.now())

    work()

    assert Document.objects.get().state == State.READING


def test_progress_is_shown_and_asks_to_go_on(batch, editor_client):
    page = editor_client.get(batch.get_absolute_url())
    assert "0 of 3 documents done" in page.content.decode()

    queue.work_off(batch=batch)

    part = editor_client.get(f"{batch.get_absolute_url()}progress/").content.decode()
    assert "3 to review" in part and "<html" not in part


def test_a_failed_document_can_be_tried_again(send, editor_client, monkeypatch):
    monkeypatch.setattr(reading, "read_apart", lambda name, data: {"unreadable": "Not today."})
    document = send(text_file()).documents.get()
    assert document.reason == "Not today."
    monkeypatch.undo()

    editor_client.post(document.batch.get_absolute_url(), {"do": f"again:{document.pk}"})

    document.refresh_from_db()
    assert (document.state, document.reason) == (State.READY, "")


def test_what_a_document_does_to_its_reader_ends_with_the_readers_process(monkeypatch):
    monkeypatch.setattr(reading, "PATIENCE", 0.01)

    with pytest.raises(reading.ReaderStopped):
        reading.read_apart("a.txt", b"A title")


def test_removing_a_document_removes_its_upload(document, editor_client, settings, django_capture_on_commit_callbacks):
    stored = settings.IMPORT_ROOT / document.upload.name
    assert stored.exists()

    with django_capture_on_commit_callbacks(execute=True):
        editor_client.post(document.batch.get_absolute_url(), {"do": f"remove:{document.pk}"})

    assert not stored.exists()
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("state", "days", "is_purged"), [("made", 6, False), ("made", 8, True), ("ready", 29, False), ("ready", 31, True)]
)
def test_uploads_are_purged_in_time(document, settings, state, days, is_purged, django_capture_on_commit_callbacks):
    stored = settings.IMPORT_ROOT / document.upload.name
    Document.objects.update(state=state, changed_at=timezone.now() - timedelta(days=days))

    with django_capture_on_commit_callbacks(execute=True):
        call_command("purge_imports")

    document.refresh_from_db()
    assert stored.exists() is not is_purged
    assert (document.kept_worksheet is None, document.source == []) == (is_purged, is_purged)
