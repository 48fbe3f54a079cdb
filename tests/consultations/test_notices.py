"""The practice is told of every request, once, with its reference and nothing else, whatever the mail server does."""

import datetime as dt

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from hub.consultations import notices
from hub.consultations.models import ConsultationRequest, Notice
from hub.consultations.notices import CLAIM, PAUSES, send_due
from tests.consultations.mail_server import MailServer


@pytest.fixture
def server(settings):
    """A mail server that works, and that the site sends to."""
    with MailServer() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", server.port, 0.3
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        yield server


@pytest.fixture
def notice(make_request):
    return Notice.objects.create(request=make_request(), recipient="desk@practice.example")


def later(**delta):
    return timezone.now() + dt.timedelta(**delta)


def test_notice_names_the_reference_and_nothing_else(send):
    send(name="Wilhelmina", email="wilhelmina@example.org", message="I can’t sleep", times="at noon")

    send_due()

    request, (message,) = ConsultationRequest.objects.get(), mail.outbox
    assert message.to == ["desk@practice.example"]
    assert message.subject == f"A new request: {request.reference}"
    whole = message.message().as_string() + message.body
    assert [word for word in ("Wilhelmina", "wilhelmina", "sleep", "noon", "mail") if word in message.body] == []
    assert "Wilhelmina" not in whole
    assert "http://testserver/admin/requests/" in message.body


def test_those_named_in_the_settings_are_told_each_once(send, promises):
    promises.notice_addresses = "one@practice.example\ntwo@practice.example\n\none@practice.example"
    promises.save()
    send()

    send_due()

    assert [message.to for message in mail.outbox] == [["one@practice.example"], ["two@practice.example"]]


def test_request_is_kept_where_nobody_is_to_be_told(send, practice):
    practice.email = ""
    practice.save()

    assert send().status_code == 303
    assert (ConsultationRequest.objects.count(), Notice.objects.count()) == (1, 0)


def test_sent_notice_is_not_sent_again(notice, server):
    assert [send_due(), send_due(), send_due(at_once=True)] == [(1, 0), (0, 0), (0, 0)]
    assert len(server.messages) == 1


@pytest.mark.parametrize("mode", ["silent", "busy", "unwilling"])
def test_server_that_comes_back_gets_what_it_did_not_take(notice, server, mode):
    server.mode = mode
    assert send_due() == (0, 1)
    assert send_due() == (0, 0)

    server.mode = "taking"
    assert send_due(later(minutes=PAUSES[0], seconds=1)) == (1, 0)
    assert len(server.messages) == 1


def test_refused_connection_is_tried_again(notice, server, settings):
    port = settings.EMAIL_PORT
    with MailServer() as closed:
        settings.EMAIL_PORT = closed.port
    assert send_due() == (0, 1)

    settings.EMAIL_PORT = port
    assert send_due(at_once=True) == (1, 0)
    assert len(server.messages) == 1


def test_copy_after_a_hang_up_can_be_told_for_one(notice, server):
    server.mode = "dropping"
    send_due()
    server.mode = "taking"
    send_due(at_once=True)

    identifiers = {message["Message-ID"] for message in server.messages}
    assert (len(server.messages), len(identifiers)) == (2, 1)


def test_pauses_grow_until_somebody_has_to_look(notice, server, make_request):
    server.mode = "busy"
    waits, now = [], timezone.now()
    while not Notice.objects.failed().exists():
        send_due(now)
        notice.refresh_from_db()
        waits.append(round((notice.due_at - timezone.now()).total_seconds() / 60))
        now = notice.due_at + dt.timedelta(seconds=1)

    assert waits[: len(PAUSES)] == list(PAUSES)
    assert notice.attempts == len(PAUSES) + 1
    assert send_due(at_once=True) == (0, 0)


def test_reason_is_kept_without_the_servers_words(notice, server):
    server.mode = "unwilling"
    send_due()

    notice.refresh_from_db()
    assert notice.last_error == "SMTPRecipientsRefused 550"


def test_silent_server_is_asked_once_a_run(make_request, server):
    for _ in range(5):
        Notice.objects.create(request=make_request(), recipient="desk@practice.example")
    server.mode = "silent"

    assert send_due() == (0, 1)
    assert server.connections == 1


def test_one_bad_address_does_not_hold_up_the_others(make_request, server, monkeypatch):
    request = make_request()
    Notice.objects.create(request=request, recipient="a b@practice.example\nBcc: x@y.example")
    Notice.objects.create(request=request, recipient="desk@practice.example")

    assert send_due() == (1, 1)


def test_notice_that_somebody_is_sending_is_left_to_them(notice):
    Notice.objects.update(claimed_until=later(minutes=1))

    assert [send_due(), send_due(at_once=True)] == [(0, 0), (0, 0)]


def test_notice_of_a_worker_that_died_is_sent_when_its_claim_runs_out(notice):
    Notice.objects.update(claimed_until=timezone.now() + CLAIM, attempts=1)

    assert send_due(timezone.now() + CLAIM + dt.timedelta(seconds=1)) == (1, 0)


def test_only_one_of_two_workers_gets_a_notice(notice):
    now = timezone.now()

    claims = [notices._claimed(notice.pk, now, at_once) for at_once in (False, False, True)]

    assert [bool(claim) for claim in claims] == [True, False, False]


def test_unwanted_mail_tells_of_itself_once_a_day(send):
    for _ in range(3):
        send(website="x")

    send_due()

    assert [message.subject for message in mail.outbox] == [notices.APART_SUBJECT]


def test_worker_sends_what_is_due_and_ends_when_asked_to(notice, capsys):
    call_command("send_notices", "--once")

    assert capsys.readouterr().out == "1 sent, 0 failed.\n"


def test_worker_can_be_told_not_to_wait(notice, capsys):
    Notice.objects.update(due_at=later(hours=5))

    call_command("send_notices", "--once", "--now")

    assert capsys.readouterr().out == "1 sent, 0 failed.\n"
