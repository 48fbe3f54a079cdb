"""A page that takes requests, readers who fill in its form, and a team that works on what comes in."""

import datetime as dt
import secrets

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from hub.consultations import contact
from hub.consultations.models import ConsentWording, ConsultationRequest, ConsultationSettings
from hub.core.models import Practice
from tests.factories import ConsultationPageFactory, UserFactory
from tests.helpers import soup

ANSWERS = {
    "name": "Sam",
    "contact_by": "email",
    "email": "sam@example.org",
    "discretion": "anonymous",
    "consent": "on",
}


@pytest.fixture(autouse=True)
def _contact_file(settings, tmp_path):
    settings.CONSULTATION_CONTACT_FILE = tmp_path / "contact.json"
    contact._known.clear()


@pytest.fixture
def practice(site):
    return Practice.objects.create(
        site=site, name="The Practice", telephone="01632 960 123", email="desk@practice.example"
    )


@pytest.fixture
def consultation(home, articles, practice):
    """The consultation page, which the practice's invitations lead to."""
    page = ConsultationPageFactory(parent=home, title="Talk to us", slug="consultation")
    practice.consultation_page = page
    practice.save()
    return page


@pytest.fixture
def promises(site):
    """The settings of requests."""
    return ConsultationSettings.for_site(site)


@pytest.fixture
def clock(monkeypatch):
    """Move the clock of form tokens: ``clock(10)`` is ten seconds later."""
    import time

    from hub.consultations import tokens

    late = [0.0]
    real = time.time
    monkeypatch.setattr(tokens.time, "time", lambda: real() + late[0])

    def move(seconds):
        late[0] += seconds

    yield move


@pytest.fixture
def send(client, consultation, clock):
    """Open the form, fill it in as a person would, and send it. ``send(name="")`` leaves the name out."""

    def send(after=20, query="", reader=client, headers=None, **changes):
        data = form_data(reader.get(consultation.url + query)) | ANSWERS | changes
        clock(after)
        return reader.post(consultation.url, {k: v for k, v in data.items() if v is not None}, headers=headers or {})

    return send


def form_data(answer) -> dict[str, str]:
    """Return what the form of an answer holds: hidden fields, values and choices as a browser would send them."""
    form = soup(answer).select_one("form.request")
    data = {}
    for field in form.select("input, select, textarea"):
        kind = field.get("type", field.name)
        if kind in ("radio", "checkbox"):
            if field.has_attr("checked"):
                data[field["name"]] = field.get("value", "on")
        elif field.name == "select":
            chosen = field.select_one("option[selected]") or field.select_one("option")
            data[field["name"]] = chosen["value"]
        elif field.name == "textarea":
            data[field["name"]] = field.text.removeprefix("\n").removeprefix("\r\n")
        else:
            data[field["name"]] = field.get("value", "")
    return data


@pytest.fixture
def make_request(site, consultation):
    """Store a request as it would have come in; ``days_ago`` counts days of the calendar, at this time of day."""

    def make(days_ago=0, **fields):
        # In local time: an hour before midnight in winter is the next day already in summer.
        received = timezone.localtime() - dt.timedelta(days=days_ago)
        day = timezone.localdate(received)
        defaults = {
            "nonce": secrets.token_hex(16),
            "site": site,
            "page": consultation,
            "received_at": received,
            "due_at": received + dt.timedelta(days=2),
            "name": "Sam",
            "contact_by": "email",
            "contact": "sam@example.org",
            "discretion": "open",
            "consent": ConsentWording.of("I agree."),
            "erase_on": day + dt.timedelta(days=90),
            "erase_booked_on": day + dt.timedelta(days=180),
        }
        return ConsultationRequest.objects.create(**(defaults | fields))

    return make


@pytest.fixture
def team_member(db):
    user = UserFactory(username="marian")
    user.groups.add(Group.objects.get(name="Practice team"))
    return user


@pytest.fixture
def team_client(team_member):
    client = Client()
    client.force_login(team_member)
    return client
