"""Reviewers are mailed one digest of what waits for them, when there is something new, and else once a week."""

# ruff: noqa: F811

import io
from datetime import date, datetime, timedelta

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import TaskState

from blog.models import ArticlePage, ReviewReminder
from blog.review import reminding
from tests.consultations.mail_server import MailServer
from tests.factories import ArticlePageFactory, PersonPageFactory

from .test_workflow import act, article, editor, member, people, reviewer, sign, submit, writer  # noqa: F401

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 27)


@pytest.fixture
def clock(monkeypatch):
    """Noon of a day that the test may change."""

    class Clock:
        day = TODAY

        def now(self):
            return timezone.make_aware(datetime.combine(self.day, datetime.min.time())) + timedelta(hours=12)

        def pass_days(self, days):
            self.day += timedelta(days=days)

    clock = Clock()
    monkeypatch.setattr(timezone, "now", clock.now)
    return clock


@pytest.fixture
def remind():
    """Run the command as a day's first thing; return what it printed, with the mails of this run."""

    def run(**options):
        mail.outbox.clear()
        out = io.StringIO()
        call_command("send_review_reminders", stdout=out, stderr=out, **options)
        return out.getvalue()

    return run


@pytest.fixture
def reviewed(articles):
    def make(reviewer, days, **facts):
        """An article on the site that ``reviewer`` has reviewed, due in so many days."""
        due = TODAY + timedelta(days=days)
        return ArticlePageFactory(parent=articles, reviewer=reviewer.person, review_due=due, **facts)

    return make


def told():
    return [(letter.to, letter.subject) for letter in mail.outbox]


def waiting(article, days):
    """Let the article have waited for so many days."""
    since = timezone.now() - timedelta(days=days)
    TaskState.objects.filter(workflow_state__object_id=str(article.pk)).update(started_at=since)


def test_nothing_is_sent_where_nothing_is_due(clock, remind, reviewer, reviewed):
    reviewed(reviewer, 31)

    assert remind() == "0 sent, 0 failed, 0 with nothing new.\n"
    assert told() == []


def test_one_digest_tells_of_all(clock, remind, writer, reviewer, article, reviewed, practice):
    submit(writer, article)
    waiting(article, 3)
    for days in (-10, 0, 30):
        reviewed(reviewer, days, title=f"Grief {days + 20}")

    remind()

    (letter,) = mail.outbox
    assert told() == [([reviewer.user.email], "Your reviews: 1 waiting, 1 overdue, 2 due")]
    assert letter.body == (
        "Dear Ben Example,\n\n"
        "1 article waits for your review, since 24 November 2026:\n"
        f"http://testserver/admin/quality/{article.pk}/review/\n\n"
        "1 article that you have reviewed should have been read again by now.\n"
        "2 articles that you have reviewed have to be read again by 27 December 2026.\n\n"
        "All of it is on your home page:\nhttp://testserver/admin/\n\n"
        "Example Practice\n\n"
        "This mail comes when there is something new, and once a week while something waits.\n"
    )
    assert letter.extra_headers["Auto-Submitted"] == "auto-generated"


def test_days_say_how_far_ahead(clock, remind, reviewer, reviewed):
    reviewed(reviewer, 50)

    assert remind(days=60).startswith("1 sent")
    with pytest.raises(CommandError):
        remind(days=-1)


def test_what_the_workflow_has_just_told_of_is_not_told_twice(clock, remind, writer, reviewer, article):
    submit(writer, article)
    assert remind().startswith("0 sent")

    clock.pass_days(2)

    assert remind().startswith("1 sent")


def test_nobody_is_reminded_of_their_own(clock, remind, people, reviewer, editor, article):
    author = member("Clinical reviewers")
    article.author = PersonPageFactory(parent=people, account=author.user)
    article.save_revision().publish()
    submit(editor, ArticlePage.objects.get(pk=article.pk))
    waiting(article, 3)

    remind()

    assert [to for to, _ in told()] == [[reviewer.user.email]]


def test_what_is_under_review_again_is_not_called_due(clock, remind, writer, reviewer, reviewed):
    article = reviewed(reviewer, -5)
    article.save_revision()
    article.get_workflow().start(article, writer.user)
    waiting(article, 3)

    remind()

    assert [subject for _, subject in told()] == ["Your reviews: 1 waiting"]


def test_never_twice_on_one_day(clock, remind, reviewer, reviewed):
    reviewed(reviewer, 5)
    remind()
    reviewed(reviewer, 6)

    assert remind() == "0 sent, 0 failed, 1 with nothing new.\n"


def test_something_new_is_told_the_next_day(clock, remind, reviewer, reviewed):
    reviewed(reviewer, 5)
    remind()
    reviewed(reviewer, 6)
    clock.pass_days(1)

    remind()

    assert [subject for _, subject in told()] == ["Your reviews: 2 due"]


def test_what_becomes_overdue_is_something_new(clock, remind, reviewer, reviewed):
    reviewed(reviewer, 1)
    remind()
    clock.pass_days(2)

    remind()

    assert [subject for _, subject in told()] == ["Your reviews: 1 overdue"]


def test_the_same_is_told_again_after_a_week(clock, remind, reviewer, reviewed):
    reviewed(reviewer, 20)
    remind()

    sent = []
    for _ in range(7):
        clock.pass_days(1)
        sent.append(remind()[0])

    assert sent == ["0"] * 6 + ["1"]


def test_a_dry_run_prints_and_sends_nothing(clock, remind, reviewer, reviewed):
    reviewed(reviewer, 5)

    printed = remind(dry_run=True)

    assert "To Ben Example: Your reviews: 1 due" in printed
    assert printed.endswith("1 would be sent, 0 failed, 0 with nothing new.\n")
    assert "@" not in printed
    assert mail.outbox == []
    assert not ReviewReminder.objects.exists()


@pytest.mark.parametrize(
    ("facts", "reason"),
    [({"is_active": False}, "the account is not active"), ({"email": ""}, "the account has no e-mail address")],
)
def test_who_cannot_be_reached_is_named(clock, remind, reviewer, reviewed, facts, reason):
    reviewed(reviewer, 5)
    type(reviewer.user).objects.filter(pk=reviewer.user.pk).update(**facts)

    assert f"Ben Example: not told, {reason} (1 due)." in remind()
    assert mail.outbox == []


def test_who_may_not_sign_in_to_the_admin_any_more_is_named(clock, remind, reviewer, reviewed):
    """The letter would lead them to a screen that turns them away."""
    reviewed(reviewer, 5)
    reviewer.user.groups.clear()

    assert "Ben Example: not told, the account may not use the admin (1 due)." in remind()
    assert mail.outbox == []


def test_a_reviewer_without_an_account_is_named(clock, remind, people, articles):
    person = PersonPageFactory(parent=people, title="Eve Example")
    for days in (-1, 5):
        ArticlePageFactory(parent=articles, reviewer=person, review_due=TODAY + timedelta(days=days))

    assert "Eve Example: not told, they have no account (2 due)." in remind()


def test_an_account_without_a_person_is_named_by_its_key(clock, remind, writer, article):
    nameless = member("Clinical reviewers", username="eve@example.org", email="")
    submit(writer, article)
    waiting(article, 3)

    printed = remind()

    assert f"account {nameless.user.pk}: not told" in printed
    assert "@" not in printed


@pytest.mark.parametrize("mode", ["unwilling", "busy"])
def test_a_mail_that_is_refused_is_said_and_tried_again(clock, remind, reviewer, reviewed, settings, mode, capsys):
    reviewed(reviewer, 5)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    with MailServer(mode=mode) as server:
        settings.EMAIL_PORT = server.port
        out = io.StringIO()
        with pytest.raises(CommandError, match="next run tries again"):
            call_command("send_review_reminders", stdout=out, stderr=out)
        assert "Ben Example: could not be sent (SMTP" in out.getvalue()
        assert "@" not in out.getvalue()

        server.mode = "taking"
        assert remind() == "1 sent, 0 failed, 0 with nothing new.\n"
        assert [message["To"] for message in server.messages] == [reviewer.user.email]


def test_one_failure_stops_no_other(clock, remind, people, reviewer, reviewed, monkeypatch):
    other = member("Clinical reviewers")
    other.person = PersonPageFactory(parent=people, title="Eve Example", account=other.user)
    for one in (reviewer, other):
        reviewed(one, 5)
    send = reminding.letters.send

    def refuse_one(subject, body, recipient):
        if recipient == reviewer.user.email:
            raise OSError(111, "refused")
        send(subject, body, recipient)

    monkeypatch.setattr(reminding.letters, "send", refuse_one)

    with pytest.raises(CommandError):
        remind()
    assert [to for to, _ in told()] == [[other.user.email]]


def test_two_runs_at_once_send_one_digest(clock, reviewer, reviewed, monkeypatch):
    reviewed(reviewer, 5)
    (digest,) = reminding.digests(30)
    send, seconds = reminding.letters.send, []

    def meanwhile(*arguments):
        seconds.append(reminding.deliver(digest))
        send(*arguments)

    monkeypatch.setattr(reminding.letters, "send", meanwhile)

    assert (reminding.deliver(digest), seconds) == (True, [False])
    assert len(mail.outbox) == 1


def test_a_claim_that_was_left_behind_runs_out(clock, remind, reviewer, reviewed):
    reviewed(reviewer, 5)
    ReviewReminder.objects.create(user=reviewer.user, claimed_until=timezone.now() + reminding.CLAIM)
    assert remind().startswith("0 sent")

    clock.pass_days(1)

    assert remind().startswith("1 sent")


def test_no_more_than_ten_links(clock, remind, writer, reviewer, articles):
    for _ in range(12):
        page = ArticlePageFactory(parent=articles, live=False)
        page.save_revision()
        page.get_workflow().start(page, writer.user)
        waiting(page, 3)

    remind()

    body = mail.outbox[0].body
    assert body.count("/review/") == 10
    assert "12 articles wait for your review, the first since 24 November 2026:" in body
    assert "and 2 more." in body
