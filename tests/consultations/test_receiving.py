"""A request is kept whole or not at all, once, and the reader is told the truth about it."""

import pytest
from django.db import DatabaseError
from django.utils import timezone

from hub.consultations import receiving, tokens
from hub.consultations.models import ConsentWording, ConsultationRequest, Notice
from tests.consultations.conftest import ANSWERS, form_data
from tests.helpers import soup


def test_request_is_kept_and_the_reader_is_sent_on(client, send):
    answer = send(message="A few words", times="after 4 pm")

    assert answer.status_code == 303
    kept = ConsultationRequest.objects.get()
    assert (kept.name, kept.contact, kept.message, kept.times) == (
        "Sam",
        "sam@example.org",
        "A few words",
        "after 4 pm",
    )
    assert (kept.status, kept.suspicion) == ("new", "")


def test_confirmation_shows_the_reference_and_help(client, consultation, send):
    answer = client.get(send().url)

    main = soup(answer).main
    assert ConsultationRequest.objects.get().reference in main.text
    assert main.select_one(".urgent")
    assert soup(answer).select_one("meta[name=robots]")["content"] == "noindex"


def test_address_of_the_confirmation_tells_nothing(send):
    url = send().url

    kept = ConsultationRequest.objects.get()
    assert [word for word in (kept.reference, kept.name, kept.contact, str(kept.pk)) if f"/{word}/" in url] == []
    assert kept.reference not in url


def test_reference_is_not_shown_for_ever(client, send, monkeypatch):
    url = send().url
    monkeypatch.setattr(tokens, "RECEIPT_SHOWN_FOR", -1)

    text = soup(client.get(url)).main.text
    assert ConsultationRequest.objects.get().reference not in text
    assert "no longer shown" in text


@pytest.mark.parametrize("receipt", ["x", "gAAAAA", "A" * 500, "__--__"])
def test_made_up_receipt_shows_no_reference(client, consultation, receipt):
    answer = client.get(f"{consultation.url}received/{receipt}/")

    assert answer.status_code == 200
    assert "no longer shown" in soup(answer).main.text


def test_double_click_makes_one_request_and_two_thanks(client, consultation, clock):
    data = form_data(client.get(consultation.url)) | ANSWERS
    clock(20)

    first, second = client.post(consultation.url, data), client.post(consultation.url, data)

    assert (first.status_code, second.status_code) == (303, 303)
    assert ConsultationRequest.objects.count() == 1
    assert Notice.objects.count() == 1


def test_double_click_that_is_found_out_by_the_database_makes_one_request(client, consultation, clock, monkeypatch):
    data = form_data(client.get(consultation.url)) | ANSWERS
    clock(20)
    client.post(consultation.url, data)
    asked = []
    real = ConsultationRequest.objects.filter

    def unaware(**wanted):
        asked.append(wanted)
        return real(pk=None) if len(asked) == 1 else real(**wanted)

    monkeypatch.setattr(receiving.ConsultationRequest.objects, "filter", unaware)

    assert client.post(consultation.url, data).status_code == 303
    assert ConsultationRequest.objects.count() == 1


def test_changed_words_on_a_form_that_was_sent_are_not_dropped(client, consultation, clock):
    data = form_data(client.get(consultation.url)) | ANSWERS
    clock(20)
    client.post(consultation.url, data)

    answer = client.post(consultation.url, data | {"message": "Something else"})
    assert "You have sent this form before" in soup(answer).select_one("#error-summary").text
    client.post(consultation.url, form_data(answer))

    assert sorted(ConsultationRequest.objects.values_list("pk").count() for _ in range(1)) == [2]
    assert "Something else" in [kept.message for kept in ConsultationRequest.objects.all()]


def test_expired_form_comes_back_filled_in_and_can_be_sent(client, consultation, send):
    answer = send(after=tokens.TOO_OLD + 60, message="Typed for a long time")

    assert ConsultationRequest.objects.count() == 0
    assert "send it again" in soup(answer).select_one("#error-summary").text
    data = form_data(answer)
    assert (data["message"], data["consent"]) == ("Typed for a long time", "on")
    assert client.post(consultation.url, data).status_code == 303
    assert ConsultationRequest.objects.get().suspicion == ""


@pytest.mark.parametrize("token", [None, "", "x", "a:b:c", "W10:1a:b"])
def test_form_without_our_token_comes_back_filled_in(send, token):
    answer = send(token=token)

    assert ConsultationRequest.objects.count() == 0
    assert form_data(answer)["name"] == "Sam"


def test_token_of_another_page_does_not_count(client, home, consultation, send):
    from tests.factories import ConsultationPageFactory

    other = ConsultationPageFactory(parent=home)

    send(token=form_data(client.get(other.url))["token"])

    assert ConsultationRequest.objects.count() == 0


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ],
)
def test_form_sent_by_another_site_keeps_nothing(send, headers):
    assert send(headers=headers).status_code == 200
    assert ConsultationRequest.objects.count() == 0


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://testserver"}, {}])
def test_form_sent_from_here_is_kept(send, headers):
    assert send(headers=headers).status_code == 303


def test_other_pages_are_still_protected(home):
    from django.test import Client

    assert Client(enforce_csrf_checks=True).post(home.url, {"a": "b"}).status_code == 403


def test_wording_agreed_to_is_kept_word_for_word_as_a_version(consultation, send, promises):
    send()
    promises.keep_days = 30
    promises.save()
    send()

    first, second = ConsultationRequest.objects.order_by("pk")
    assert first.consent != second.consent
    assert first.consent.text.startswith(consultation.consent_wording)
    assert ("90 days" in first.consent.text, "30 days" in second.consent.text) == (True, True)


def test_same_wording_is_one_version(send):
    send()
    send()

    assert ConsentWording.objects.count() == 1


def test_wording_that_changed_meanwhile_has_to_be_agreed_to_again(client, consultation, clock):
    data = form_data(client.get(consultation.url)) | ANSWERS
    consultation.consent_wording = "I agree to something new."
    consultation.save()
    clock(20)

    answer = client.post(consultation.url, data)

    assert ConsultationRequest.objects.count() == 0
    again = form_data(answer)
    assert (again["name"], "consent" in again) == ("Sam", False)
    assert client.post(consultation.url, again | {"consent": "on"}).status_code == 303


def test_wording_that_changed_counts_before_the_age_of_the_form(client, consultation, clock):
    data = form_data(client.get(consultation.url)) | ANSWERS
    consultation.consent_wording = "I agree to something new."
    consultation.save()
    clock(tokens.TOO_OLD + 60)

    assert "consent" not in form_data(client.post(consultation.url, data))


def test_request_knows_the_days_it_was_promised(send, promises):
    promises.keep_days, promises.keep_booked_days = 20, 40
    promises.save()

    send()

    kept, today = ConsultationRequest.objects.get(), timezone.localdate()
    assert ((kept.erase_on - today).days, (kept.erase_booked_on - today).days) == (20, 40)


@pytest.mark.parametrize(
    "step", ["hub.consultations.receiving.Notice.objects.bulk_create", "hub.consultations.limits.count"]
)
def test_what_cannot_be_kept_whole_is_not_kept_and_the_text_comes_back(send, monkeypatch, step):
    def fail(*args, **kwargs):
        raise DatabaseError("gone")

    monkeypatch.setattr(step, fail)

    answer = send(message="All of this")

    assert (answer.status_code, ConsultationRequest.objects.count()) == (503, 0)
    page = soup(answer)
    assert "01632 960 123" in page.text
    assert "All of this" in page.select_one(".typed").text
    assert form_data(answer)["message"] == "All of this"
    assert answer["Cache-Control"] == "no-store"


def test_text_that_came_back_can_be_sent_again(client, consultation, send, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(receiving, "receive", fail := lambda submission: (_ for _ in ()).throw(DatabaseError))
        broken.setattr("hub.consultations.serving.receive", fail)
        answer = send(message="All of this")

    assert client.post(consultation.url, form_data(answer)).status_code == 303
    assert ConsultationRequest.objects.get().message == "All of this"


def test_without_a_usable_key_nothing_is_kept_in_plain_text(send, settings):
    settings.CONSULTATION_KEYS = ["not a key"]

    answer = send(message="All of this")

    assert (answer.status_code, ConsultationRequest.objects.count()) == (503, 0)
    assert "All of this" in soup(answer).select_one(".typed").text


def test_any_fault_of_ours_gives_the_text_back(consultation, send, monkeypatch):
    from django.test import Client

    client = Client(raise_request_exception=False)

    def fail(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr("hub.consultations.serving.ConsentWording.digest_of", staticmethod(fail))
    data = {"token": tokens.new(consultation.pk, "x").signed(), **ANSWERS, "message": "All of this"}

    answer = client.post(consultation.url, data)

    assert answer.status_code == 503
    assert "All of this" in soup(answer).select_one(".typed").text


def test_other_faults_are_shown_as_before(client, home, monkeypatch):
    from django.test import Client

    monkeypatch.setattr("home.models.HomePage.get_context", lambda *args, **kwargs: 1 / 0)

    assert Client(raise_request_exception=False).get(home.url).status_code == 500
