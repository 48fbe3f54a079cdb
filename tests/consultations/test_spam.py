"""Unwanted mail is kept apart and never dropped in silence; people are not mistaken for machines."""

import datetime as dt

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from hub.consultations import limits, proof
from hub.consultations.forms import links_in
from hub.consultations.models import ConsultationRequest, DailySalt, SenderCount
from tests.consultations.conftest import form_data
from tests.helpers import soup


def suspicions():
    return [request.suspicion for request in ConsultationRequest.objects.order_by("pk")]


def test_person_is_not_suspected(send):
    send(message="Could you call me back? My daughter found you at www.practice.example.")

    assert suspicions() == [""]


@pytest.mark.parametrize(
    ("how", "reason"),
    [
        ({"website": "https://spam.example"}, "trap"),
        ({"after": 1}, "fast"),
        ({"message": "See https://a.example and https://b.example"}, "links"),
        ({"name": "Buy at www.spam.example"}, "links"),
    ],
)
def test_what_looks_unwanted_is_thanked_and_kept_apart(send, how, reason):
    assert send(**how).status_code == 303
    assert suspicions() == [reason]


def test_hidden_field_is_out_of_reach_of_keyboard_and_screen_reader(client, consultation):
    field = soup(client.get(consultation.url)).select_one("[name=website]")

    assert (field["tabindex"], field["autocomplete"]) == ("-1", "off")
    assert field.find_parent(attrs={"aria-hidden": "true"})


def test_many_from_one_address_are_kept_apart_and_very_many_turned_away_with_their_text(send, monkeypatch):
    monkeypatch.setattr(limits, "OFTEN", 2)
    monkeypatch.setattr(limits, "TOO_OFTEN", 4)

    answers = [send(message=f"Number {number}") for number in range(5)]

    assert [answer.status_code for answer in answers] == [303, 303, 303, 303, 200]
    assert suspicions() == ["", "", "often", "often"]
    assert form_data(answers[-1])["message"] == "Number 4"
    assert soup(answers[-1]).select_one("#error-summary a[href='tel:01632960123']")


def test_address_itself_is_not_kept(send):
    send()

    salt, count = DailySalt.objects.get(), SenderCount.objects.get()
    assert "127.0.0.1" not in f"{salt.salt} {count.sender}"
    assert len(count.sender) == 64


def test_address_has_another_hash_every_day(db, monkeypatch):
    today = timezone.localdate()
    limits.count("192.0.2.1")
    first = SenderCount.objects.get().sender
    monkeypatch.setattr(limits.timezone, "localdate", lambda: today + dt.timedelta(days=1))

    assert limits.count("192.0.2.1") == 1
    assert SenderCount.objects.get().sender != first
    assert DailySalt.objects.count() == 1


@pytest.mark.parametrize(
    ("proxies", "told", "expected"),
    [
        (0, "", "192.0.2.9"),
        (0, "198.51.100.1", "192.0.2.9"),
        (1, "198.51.100.1", "198.51.100.1"),
        (1, "made up, 198.51.100.1", "198.51.100.1"),
        (2, "198.51.100.1, 203.0.113.5", "198.51.100.1"),
        (2, "198.51.100.1", "192.0.2.9"),
        (1, "", "192.0.2.9"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        (1, "nonsense", "nonsense"),
    ],
)
def test_address_is_the_one_that_a_trusted_proxy_saw(rf, settings, proxies, told, expected):
    settings.TRUSTED_PROXIES = proxies
    request = rf.post("/", REMOTE_ADDR="192.0.2.9", headers={"X-Forwarded-For": told} if told else {})

    assert limits.address_of(request) == expected


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("no. 4, p.m.", 0), ("www.a.example http://b", 2), ("a@b.com", 1)]
)
def test_links_are_counted(text, count):
    assert links_in(text) == count


@pytest.fixture
def proving(promises):
    promises.asks_for_proof = True
    promises.save()


def test_page_without_proof_loads_no_script_for_it(client, consultation):
    assert "proof.js" not in client.get(consultation.url).content.decode()


def test_proof_of_a_browser_counts(client, consultation, proving, clock):
    from tests.consultations.conftest import ANSWERS

    for _ in range(2):
        data = form_data(client.get(consultation.url)) | ANSWERS
        data["proof"] = proof.make(data["token"])
        clock(20)
        assert client.post(consultation.url, data).status_code == 303

    assert suspicions() == ["", ""]


def test_readers_without_script_have_a_way(send, proving):
    answers = [send(), send()]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert suspicions() == ["", "proof"]


def test_proof_belongs_to_one_form_and_to_its_time():
    made = proof.make("a token", now=1_000_000)

    assert proof.is_proved("a token", made, now=1_000_000)
    assert proof.is_proved("a token", made, now=1_000_000 + proof.SLOT)
    assert not proof.is_proved("a token", made, now=1_000_000 + 2 * proof.SLOT)
    assert not proof.is_proved("a token", made, now=1_000_000 - 2 * proof.SLOT)
    assert not proof.is_proved("another token", made, now=1_000_000)


@given(st.text(max_size=40))
def test_nonsense_proves_nothing(text):
    assert not proof.is_proved("a token", text, now=1_000_000)
