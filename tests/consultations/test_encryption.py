"""What people write is ciphertext in the database, opens with its key, and survives the absence of that key."""

import pytest
from cryptography.fernet import Fernet
from django.core import serializers
from django.core.exceptions import FieldError
from django.core.management import CommandError, call_command
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from hub.consultations import checks
from hub.consultations.encryption import KeyUnusable, Unreadable, decrypt, encrypt, ring
from hub.consultations.models import ConsultationRequest, Note

OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
PERSONAL = {"name": "Sam", "contact": "sam@example.org", "times": "after 4", "subject": "Grief", "message": "Words"}


def stored(request, *fields):
    """Return columns as the database holds them."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(fields)} FROM consultations_consultationrequest WHERE id = %s", [request.pk])  # noqa: S608
        return cursor.fetchone()


@given(TEXT)
def test_what_is_encrypted_opens_again(text):
    assert decrypt(encrypt(text)) == text


@given(TEXT)
def test_same_text_never_looks_the_same(text):
    assert encrypt(text) != encrypt(text)


def test_columns_hold_no_word_of_what_was_written(make_request):
    request = make_request(**PERSONAL)

    columns = stored(request, *PERSONAL)
    assert all(column.startswith("gAAAAA") for column in columns)
    assert [text for text in PERSONAL.values() if text in "".join(columns)] == []
    kept = ConsultationRequest.objects.get()
    assert {field: getattr(kept, field) for field in PERSONAL} == PERSONAL


def test_notes_are_encrypted_too(make_request):
    Note.objects.create(request=make_request(), text="She called back")

    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM consultations_note")
        assert cursor.fetchone()[0].startswith("gAAAAA")
    assert Note.objects.get().text == "She called back"


def test_with_a_wrong_key_nothing_is_read_and_nothing_is_written_over(make_request, settings):
    request = make_request(**PERSONAL)
    before = stored(request, *PERSONAL)

    settings.CONSULTATION_KEYS = [NEW]
    kept = ConsultationRequest.objects.get()
    assert not kept.is_readable
    assert isinstance(kept.message, Unreadable)
    kept.status = "contacted"
    kept.save()

    assert stored(request, *PERSONAL) == before


def test_key_that_is_brought_back_brings_the_text_back(make_request, settings):
    first = list(settings.CONSULTATION_KEYS)
    make_request(**PERSONAL)
    settings.CONSULTATION_KEYS = [NEW]
    make_request(name="Written meanwhile")
    assert [one.is_readable for one in ConsultationRequest.objects.order_by("pk")] == [False, True]

    settings.CONSULTATION_KEYS = [NEW, *first]

    assert [one.name for one in ConsultationRequest.objects.order_by("pk")] == ["Sam", "Written meanwhile"]


@pytest.mark.parametrize("keys", [[], [""], ["short"], ["é" * 44], [OLD, "x"]])
def test_unusable_keys_are_refused_with_a_sentence(settings, keys):
    settings.CONSULTATION_KEYS = keys

    with pytest.raises(KeyUnusable, match="CONSULTATION_KEYS"):
        ring()
    assert [problem.id for problem in checks.keys_are_usable(None)] == ["consultations.E001"]


def test_check_tells_when_the_keys_do_not_open_what_is_stored(make_request, settings):
    make_request()
    assert checks.keys_open_what_is_stored(None, databases=["default"]) == []

    settings.CONSULTATION_KEYS = [NEW]

    problems = checks.keys_open_what_is_stored(None, databases=["default"])
    assert [problem.id for problem in problems] == ["consultations.W001"]


def test_rotation_brings_everything_under_the_first_key(make_request, settings, capsys):
    request = make_request(**PERSONAL)
    Note.objects.create(request=request, text="A note")
    settings.CONSULTATION_KEYS = [NEW, *settings.CONSULTATION_KEYS]

    call_command("rotate_consultation_keys")
    settings.CONSULTATION_KEYS = [NEW]

    kept = ConsultationRequest.objects.get()
    assert ({field: getattr(kept, field) for field in PERSONAL}, kept.notes.get().text) == (PERSONAL, "A note")


def test_rotation_leaves_what_it_cannot_open_and_says_so(make_request, settings):
    request = make_request(**PERSONAL)
    before = stored(request, *PERSONAL)
    settings.CONSULTATION_KEYS = [NEW]

    with pytest.raises(CommandError, match="1 could not be opened"):
        call_command("rotate_consultation_keys")

    assert stored(request, *PERSONAL) == before


def test_key_file_gets_a_new_key_and_loses_the_old_one_only_when_all_is_moved(make_request, settings, tmp_path):
    settings.CONSULTATION_KEY_FILE = path = tmp_path / "keys"
    first = settings.CONSULTATION_KEYS[0]
    make_request(**PERSONAL)

    call_command("rotate_consultation_keys", "--new-key")
    newest, kept = path.read_text().split()
    assert (kept, path.stat().st_mode & 0o777) == (first, 0o600)
    settings.CONSULTATION_KEYS = [newest, first]
    call_command("rotate_consultation_keys", "--drop-old")

    assert path.read_text().split() == [newest]
    settings.CONSULTATION_KEYS = [newest]
    assert ConsultationRequest.objects.get().name == "Sam"


def test_key_file_is_left_alone_where_the_environment_has_the_keys(settings, monkeypatch):
    monkeypatch.setenv("CONSULTATION_KEYS", OLD)

    with pytest.raises(CommandError, match="CONSULTATION_KEYS"):
        call_command("rotate_consultation_keys", "--new-key")


def test_dump_of_the_database_stays_encrypted_and_can_be_loaded(make_request):
    request = make_request(**PERSONAL)

    dump = serializers.serialize("json", [request])

    assert [text for text in PERSONAL.values() if text in dump] == []
    restored = next(serializers.deserialize("json", dump)).object
    assert {field: getattr(restored, field) for field in PERSONAL} == PERSONAL


@pytest.mark.parametrize("lookup", ["exact", "contains", "startswith", "in"])
def test_database_cannot_be_asked_for_what_is_encrypted(db, lookup):
    with pytest.raises((FieldError, TypeError)):
        list(ConsultationRequest.objects.filter(**{f"name__{lookup}": "Sam"}))
