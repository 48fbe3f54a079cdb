"""security.txt and the reminder before it expires."""

import datetime as dt
import re

import pytest
from django.core.checks import run_checks
from django.core.exceptions import ValidationError
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from hub.discovery import security_txt
from hub.discovery.contradictions import warnings
from hub.discovery.models import SecurityContact

PATH = "/.well-known/security.txt"


def in_days(days):
    return timezone.localdate() + dt.timedelta(days=days)


def contact(site, days=200, **fields):
    made = SecurityContact(site=site, **{"contacts": "security@example.org", "expires_on": in_days(days), **fields})
    if days >= 0:
        made.full_clean()
    made.save()
    return made


def test_nobody_named_is_no_file(client, site):
    assert client.get(PATH).status_code == 404


def test_file_says_what_is_set(client, site):
    contact(
        site,
        contacts="security@example.org\nhttps://example.org/report\n+44 1632 960123",
        expires_on=in_days(100),
        languages="en, cy",
        policy="https://example.org/policy",
    )

    answer = client.get(PATH)

    day = in_days(100)
    expires = timezone.make_aware(dt.datetime.combine(day, dt.time(23, 59, 59))).astimezone(dt.UTC)
    assert answer.content.decode() == (
        "Contact: mailto:security@example.org\n"
        "Contact: https://example.org/report\n"
        "Contact: tel:+441632960123\n"
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}\n"
        "Policy: https://example.org/policy\n"
        "Preferred-Languages: en, cy\n"
        f"Canonical: http://testserver{PATH}\n"
    )
    assert answer["Content-Type"] == "text/plain; charset=utf-8"


def test_it_is_found_from_robots_txt(client, site, in_production):
    contact(site)

    assert f"http://testserver{PATH}" in client.get("/robots.txt").content.decode()


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"contacts": "http://example.org/"}, "contacts"),
        ({"contacts": "ring us"}, "contacts"),
        ({"contacts": "a@example.org\nX-Injected: yes"}, "contacts"),
        ({"languages": "English!"}, "languages"),
        ({"policy": "http://example.org/"}, "policy"),
        ({"expires_on": None}, "expires_on"),
        ({"expires_on": dt.date(2020, 1, 1)}, "expires_on"),
        ({"expires_on": dt.date(2099, 1, 1)}, "expires_on"),
    ],
)
def test_what_would_make_it_invalid_is_refused(site, fields, field):
    with pytest.raises(ValidationError) as refused:
        contact(site, **fields)

    assert list(refused.value.message_dict) == [field]


def test_contacts_can_be_taken_out_after_it_has_expired(site):
    made = contact(site, days=-3)

    made.contacts = ""
    made.full_clean()


@pytest.mark.parametrize(
    ("days", "says", "status"),
    [
        (-1, "expired on", "critical"),
        (0, "expires today", "warning"),
        (1, "expires tomorrow", "warning"),
        (30, "expires in 30 days", "warning"),
    ],
)
def test_editors_are_warned_in_time(site, admin_client, days, says, status):
    contact(site, days=days)

    found = [warning for warning in warnings(site) if warning.about == "security"]

    assert ([warning.status for warning in found], says in found[0].message) == ([status], True)
    assert says in admin_client.get("/admin/").content.decode()
    assert says in admin_client.get(found[0].url).content.decode()


def test_nobody_is_warned_too_early(site, admin_client):
    contact(site, days=31)

    assert warnings(site) == []
    assert "Found by search engines" not in admin_client.get("/admin/").content.decode()


def test_who_can_change_nothing_is_not_warned(site, bystander_client):
    contact(site, days=1)

    assert "security.txt" not in bystander_client.get("/admin/").content.decode()


def test_check_says_so_too(site):
    contact(site, days=-1)

    found = [message for message in run_checks(tags=["database"], databases=["default"]) if "discovery" in message.id]

    assert ["expired" in message.msg for message in found] == [True]


@given(st.text(max_size=60))
def test_no_contact_can_add_a_line(text):
    try:
        made = security_txt.contact(text)
    except ValueError:
        return
    assert re.fullmatch(r"(mailto:|tel:|https://)[!-~]+", made)
