"""Whatever is sent to the page: no fault of ours, and nothing kept that the form would refuse."""

import os
import random
import re
import urllib.parse

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from hub.consultations import limits
from hub.consultations.forms import _TELEPHONE, MOST_CHARACTERS
from hub.consultations.models import ConsultationRequest
from tests.consultations.conftest import ANSWERS, form_data

NAUGHTY = [
    *(
        "",
        " ",
        "\0",
        "a\0b",
        "\ufeff",
        "\u202e",
        "\u200b" * 50,
        "💔" * 60,
        "ﷺ" * 90,
        "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢",
        "\x1b[31m",
        "\r\n\r\n",
        "\x7f",
    ),
    *("undefined", "null", "NaN", "None", "true", "-1", "1e309", "0x7fffffff", "9" * 400, "١٢٣٤٥٦", "½", "²"),
    *(
        "' OR 1=1 --",
        '"; DROP TABLE x; --',
        "1;SELECT pg_sleep(9)",
        "<script>alert(1)</script>",
        "<svg/onload=x>",
        "]]>",
    ),
    *(
        "{{ 7*7 }}",
        "{% debug %}",
        "${jndi:ldap://x}",
        "%s%n%x",
        "../../etc/passwd",
        "file:///etc/passwd",
        "`id`",
        "$(id)",
    ),
    *(
        "a@b",
        "a@b.c\nBcc: x@y.z",
        "=cmd|' /C calc'!A0",
        "+1",
        "@SUM(1)",
        "http://a http://b http://c",
        "\ud83d",
        "%00",
        "%",
    ),
    *("a" * 5000, "a\n" * 3000, "é" * 1001, "on", "call", "email", "open", "service:x", "person:1", "person:-1"),
]
#: HOSTILE_POSTS=10000 for a thorough run.
POSTS = int(os.environ.get("HOSTILE_POSTS", "200"))
FIELDS = [
    *ANSWERS,
    "telephone",
    "times",
    "subject",
    "message",
    "website",
    "token",
    "proof",
    "from",
    "csrfmiddlewaretoken",
]
KINDS = [
    "application/x-www-form-urlencoded",
    "application/json",
    "text/plain",
    "multipart/form-data; boundary=x",
    "",
]


@pytest.fixture(autouse=True)
def _no_limit(monkeypatch):
    monkeypatch.setattr(limits, "TOO_OFTEN", 10**9)


@pytest.fixture
def guest():
    return Client(raise_request_exception=False)


def is_allowed(kept) -> bool:
    """Whether the form's own rules allow what was kept, restated."""
    texts = (kept.name, kept.contact, kept.times, kept.subject, kept.message)
    if kept.contact_by == "email":
        reaches = re.fullmatch(r"[^@\s]+@[^@\s]+", kept.contact) and len(kept.contact) <= 254
    else:
        reaches = _TELEPHONE.fullmatch(kept.contact) and len(kept.contact) <= 40
    return bool(
        reaches
        and 1 <= len(kept.name) <= 80
        and len(kept.times) <= 200
        and len(kept.message) <= MOST_CHARACTERS
        and kept.contact_by in ("call", "text", "email")
        and kept.discretion in ("open", "anonymous", "only_me")
        and not any(re.search(r"[\x00-\x08\x0b-\x1f\x7f]", text) for text in texts)
        and not any("\n" in text for text in (kept.name, kept.contact, kept.times))
    )


def encoded(value: str) -> str:
    return urllib.parse.quote_plus(value.encode("utf-8", "surrogatepass"))


def hostile_posts(valid, chance, count):
    """Yield bodies and content types: valid fields swapped, doubled, left out, cut off; tokens bent and replayed."""
    for _ in range(count):
        fields = [(name, value) for name, value in valid.items() if chance.random() > 0.1]
        for _ in range(chance.randint(0, 4)):
            fields.append((chance.choice(FIELDS), chance.choice(NAUGHTY)))
        if chance.random() < 0.3:
            fields = [(n, v[: chance.randint(0, len(v))] if n == "token" else v) for n, v in fields]
        chance.shuffle(fields)
        body = "&".join(f"{encoded(name)}={encoded(value)}" for name, value in fields)
        if chance.random() < 0.05:
            body = body[: chance.randint(0, len(body))] + chance.choice(["%", "%zz", "&&=&", "\xff", ";"])
        yield body, chance.choices(KINDS, weights=[20, 1, 1, 1, 1])[0]


def attack(guest, url, count, seed):
    chance = random.Random(seed)  # noqa: S311
    valid = form_data(guest.get(url)) | ANSWERS
    answers = []
    for number, (body, kind) in enumerate(hostile_posts(valid, chance, count)):
        if number % 10 == 0:
            valid = form_data(guest.get(url)) | ANSWERS
        answers.append(guest.post(url, body.encode("utf-8", "replace"), content_type=kind).status_code)
    return answers


def test_hostile_forms_make_no_fault_and_nothing_wrong_is_kept(guest, consultation):
    answers = attack(guest, consultation.url, POSTS, seed=7)

    assert {status for status in answers if status >= 500} == set()
    assert set(answers) <= {200, 303, 400}
    kept = list(ConsultationRequest.objects.all())
    assert len(kept) == len({one.nonce for one in kept})
    assert [one.pk for one in kept if not is_allowed(one)] == []
    assert 0 < len(kept) < len(answers)


@given(st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=300), max_size=8))
def test_any_text_in_any_field_is_answered(guest, consultation, fields):
    valid = form_data(guest.get(consultation.url)) | ANSWERS

    assert guest.post(consultation.url, valid | fields).status_code in (200, 303)
    assert all(is_allowed(one) for one in ConsultationRequest.objects.all())


def test_oversized_form_is_refused(guest, consultation):
    answer = guest.post(consultation.url, b"message=" + b"a" * 3_000_000, content_type=KINDS[0])

    assert answer.status_code == 400


def test_file_is_not_taken(guest, consultation, tmp_path):
    path = tmp_path / "x.txt"
    path.write_text("content")
    with path.open("rb") as file:
        answer = guest.post(consultation.url, form_data(guest.get(consultation.url)) | ANSWERS | {"file": file})

    assert answer.status_code in (200, 303)
    assert "content" not in str([one.message for one in ConsultationRequest.objects.all()])


@pytest.mark.parametrize(
    "path", ["received/", "received//", "received/a/b/", "received/%00/", "?from=%00", "?from[]=1", "x/"]
)
def test_odd_addresses_are_answered(guest, consultation, path):
    assert guest.get(consultation.url + path).status_code in (200, 301, 302, 404)
