"""No request is kept longer than was promised, and what is erased is gone with all that hangs on it."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from hub.consultations.erasing import erase_due
from hub.consultations.models import Access, ConsultationRequest, DailySalt, Erasure, Note, Notice, SenderCount


def purge():
    call_command("purge_consultations")
    return {request.name for request in ConsultationRequest.objects.all()}


@pytest.mark.parametrize(("age", "is_kept"), [(0, True), (89, True), (90, False), (400, False)])
@pytest.mark.parametrize("status", ["new", "contacted", "closed"])
def test_what_leads_nowhere_is_erased_on_the_promised_day(make_request, age, is_kept, status):
    make_request(days_ago=age, status=status)

    assert bool(purge()) is is_kept


@pytest.mark.parametrize(("age", "is_kept"), [(90, True), (179, True), (180, False)])
def test_what_led_to_an_appointment_is_kept_longer_and_then_erased(make_request, age, is_kept):
    make_request(days_ago=age, status="booked")

    assert bool(purge()) is is_kept


@pytest.mark.parametrize(("age", "is_kept"), [(0, True), (6, True), (7, False), (30, False)])
def test_unwanted_mail_is_kept_a_week(make_request, age, is_kept):
    make_request(days_ago=age, suspicion="links")

    assert bool(purge()) is is_kept


def test_day_that_is_shown_is_the_day_it_is_erased(make_request):
    for fields in ({"status": "new"}, {"status": "booked"}, {"suspicion": "trap"}):
        request = make_request(days_ago=3, **fields)
        assert erase_due(request.erased_on - dt.timedelta(days=1)) == 0
        assert erase_due(request.erased_on) == 1


def test_everything_that_hangs_on_a_request_goes_with_it(make_request, team_member):
    request = make_request(days_ago=91)
    Note.objects.create(request=request, text="A note", author=team_member)
    Notice.objects.create(request=request, recipient="desk@practice.example")
    Access.record(team_member, Access.Action.READ, request)

    purge()

    assert [model.objects.count() for model in (ConsultationRequest, Note, Notice, Access)] == [0] * 4


def test_only_the_number_of_what_was_erased_is_kept(make_request):
    make_request(days_ago=91)
    make_request(days_ago=92)

    purge()
    purge()

    assert list(Erasure.objects.values_list("count", "reason", "username")) == [(2, "retention", "")]


def test_shorter_time_holds_for_what_is_there_already(make_request, promises):
    request = make_request(days_ago=40)
    promises.keep_days, promises.keep_booked_days = 30, 60
    promises.save()

    request.refresh_from_db()
    day = timezone.localdate(request.received_at)
    assert ((request.erase_on - day).days, (request.erase_booked_on - day).days) == (30, 60)
    assert purge() == set()


def test_longer_time_does_not_hold_for_what_was_promised_before(make_request, promises):
    request = make_request()
    promises.keep_days, promises.keep_booked_days = 200, 400
    promises.save()

    request.refresh_from_db()
    assert (request.erase_on - timezone.localdate(request.received_at)).days == 90


def test_yesterdays_counts_are_forgotten(db):
    yesterday, today = timezone.localdate() - dt.timedelta(days=1), timezone.localdate()
    for day in (yesterday, today):
        DailySalt.objects.create(day=day, salt="salt")
        SenderCount.objects.create(day=day, sender="hash")

    purge()

    assert [list(model.objects.values_list("day", flat=True)) for model in (DailySalt, SenderCount)] == [[today]] * 2


def test_planner_of_postgresql_keeps_no_samples_of_what_was_written(db):
    if connection.vendor != "postgresql":
        pytest.skip("This is PostgreSQL's.")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT attname FROM pg_attribute JOIN pg_class ON attrelid = pg_class.oid "
            "WHERE relname = 'consultations_consultationrequest' AND attstattarget = 0 AND attnum > 0"
        )
        found = {name for (name,) in cursor.fetchall()}

    assert found == {"name", "contact", "times", "subject", "message", "reference", "nonce"}
