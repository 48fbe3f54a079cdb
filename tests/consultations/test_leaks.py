"""What somebody wrote is in no table, log, cache or page but encrypted, or read by the team."""

import logging

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.urls import reverse
from wagtail.models import ModelLogEntry, ReferenceIndex, Revision

from hub.consultations.models import ConsultationRequest
from hub.consultations.notices import send_due

CANARY = "Xylocanary"
WRITTEN = {
    "name": f"{CANARY} N",
    "email": f"{CANARY}@example.org",
    "times": f"{CANARY} T",
    "message": f"{CANARY} M",
}


def tables_that_hold(word: str) -> set[str]:
    """Return every table of the database in which ``word`` stands somewhere, in any case."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            if any(word.casefold() in str(row).casefold() for row in cursor.fetchall()):
                found.add(table)
    return found


@pytest.fixture
def worked_on(send, team_client, team_member):
    """A request with the canary in every field, read, changed, noted, looked for and told of."""
    send(**WRITTEN)
    request = ConsultationRequest.objects.get()
    for name, data in (
        ("request", None),
        ("work", {"status": "booked", "assigned_to": team_member.pk}),
        ("note", {"text": f"{CANARY} note"}),
    ):
        url = reverse(f"consultations:{name}", args=[request.reference])
        team_client.get(url) if data is None else team_client.post(url, data)
    team_client.post(reverse("consultations:person"), {"person": CANARY})
    team_client.post(reverse("consultations:export"))
    send_due()
    return request


def test_no_table_holds_a_word_of_it(worked_on):
    assert tables_that_hold(CANARY) == set()


def test_reference_stands_in_one_table_and_in_nothing_of_wagtails(worked_on):
    assert tables_that_hold(worked_on.reference) == {"consultations_consultationrequest"}
    assert ReferenceIndex.objects.filter(content_type__app_label="consultations").count() == 0
    assert [one for one in ModelLogEntry.objects.all() if one.content_type.model == "consultationrequest"] == []
    assert [one for one in Revision.objects.all() if one.content_type.model == "consultationrequest"] == []


def test_page_does_not_tell_that_requests_came_from_it(worked_on, admin_client, consultation):
    usage = admin_client.get(reverse("wagtailadmin_pages:usage", args=[consultation.pk])).content.decode()

    assert worked_on.reference not in usage


def test_nothing_is_left_in_any_table_after_the_purge(worked_on):
    ConsultationRequest.objects.update(erase_booked_on="2020-01-01")

    call_command("purge_consultations")

    assert tables_that_hold(worked_on.reference) == set()


def test_cache_holds_nothing(worked_on):
    assert CANARY not in str(getattr(cache, "_cache", {}))


def test_editors_find_nothing_in_the_admin(worked_on, client):
    from django.contrib.auth.models import Group

    from tests.factories import UserFactory

    user = UserFactory()
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    for name in ("wagtailadmin_home", "wagtailadmin_reports:site_history", "wagtailadmin_explore_root"):
        assert CANARY not in client.get(reverse(name)).content.decode()


@pytest.mark.parametrize("fault", [DatabaseError(f"DETAIL: {CANARY}"), RuntimeError(CANARY)])
def test_log_holds_nothing_when_something_breaks(consultation, send, monkeypatch, caplog, fault):
    from django.test import Client

    def fail(submission):
        raise fault

    monkeypatch.setattr("hub.consultations.serving.receive", fail)
    # The handler of the site, not of the test: a traceback is what Django logs of an uncaught fault.
    with caplog.at_level(logging.DEBUG):
        answer = send(reader=Client(raise_request_exception=False), **WRITTEN)

    assert answer.status_code == 503
    told = [record.getMessage() for record in caplog.records]
    assert told
    assert [message for message in told if CANARY in message] == []
    if isinstance(fault, DatabaseError):
        assert CANARY not in caplog.text
