"""Who is told by mail that an article was submitted, signed off, returned, approved; no mail says anything of it."""

# ruff: noqa: F811

import smtplib

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted
from wagtail.users.models import UserProfile

from blog.models import ArticlePage
from tests.blog.desk.test_gate import form
from tests.factories import PersonPageFactory

from .test_workflow import act, article, editor, member, people, reviewer, sign, submit, writer  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture
def doing(django_capture_on_commit_callbacks):
    """Do something, let it be committed, and return who was mailed, with the mails."""

    def do(action, *args, **kwargs):
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            action(*args, **kwargs)
        return sorted(letter.to[0] for letter in mail.outbox)

    return do


def addresses(*clients):
    return sorted(client.user.email for client in clients)


def publish(editor, article):
    state = ArticlePage.objects.get(pk=article.pk).current_workflow_task_state
    state.specific.approve(user=editor.user)


def test_submitting_tells_the_reviewers_each_once(doing, writer, reviewer, editor, article):
    other = member("Clinical reviewers", is_superuser=True)

    assert doing(submit, writer, article) == addresses(reviewer, other)


def test_an_administrator_is_not_told_of_other_peoples_steps(doing, admin, writer, reviewer, article):
    assert admin.email not in doing(submit, writer, article)


def test_the_author_is_not_asked_to_review(doing, people, writer, reviewer, article):
    author = member("Clinical reviewers")
    article.author = PersonPageFactory(parent=people, account=author.user)
    article.save_revision().publish()

    assert doing(submit, writer, article) == addresses(reviewer)


def test_who_submitted_is_not_asked_to_review(doing, reviewer, editor, article):
    editor.user.groups.add(Group.objects.get(name="Clinical reviewers"))

    assert doing(submit, editor, article) == addresses(reviewer)


def test_a_sign_off_tells_the_editors(doing, writer, reviewer, editor, article):
    submit(writer, article)

    assert doing(sign, reviewer, article) == addresses(editor)


def test_returning_tells_the_writer(doing, writer, reviewer, editor, article):
    submit(writer, article)

    assert doing(act, reviewer, article, "reject", comment="Name a source.") == addresses(writer)


def test_the_last_step_tells_the_writer(doing, writer, reviewer, editor, article):
    submit(writer, article)
    sign(reviewer, article)

    assert doing(publish, editor, article) == addresses(writer)


def press_publish(editor, article, **fields):
    """What an editor does who takes Publish, not Approve."""
    draft = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
    data = form(draft, **fields) | {"action-publish": "action-publish", "quality-reason": "A notice."}
    assert editor.post(reverse("wagtailadmin_pages:edit", args=[article.pk]), data).status_code == 302


def test_publishing_without_the_last_step_tells_the_writer_who_did_it(doing, writer, reviewer, editor, article):
    editor.user.first_name, editor.user.last_name = "Edda", "Example"
    editor.user.save()
    submit(writer, article)
    sign(reviewer, article)

    assert doing(press_publish, editor, article) == addresses(writer)

    (letter,) = mail.outbox
    assert letter.subject == "An article of yours was published"
    assert "Edda Example published an article that you submitted." in letter.body
    assert "sleep" not in (letter.subject + letter.body).lower()


def test_scheduling_without_the_last_step_tells_the_writer(doing, writer, reviewer, editor, article):
    submit(writer, article)
    sign(reviewer, article)

    assert doing(press_publish, editor, article, go_live_at="2999-01-01 09:00") == addresses(writer)
    assert mail.outbox[0].subject == "An article of yours is scheduled"


def test_publishing_what_was_returned_tells_the_writer(doing, writer, reviewer, editor, article):
    submit(writer, article)
    act(reviewer, article, "reject", comment="Name a source.")

    assert doing(press_publish, editor, article) == addresses(writer)


def test_who_publishes_what_they_submitted_is_told_nothing(doing, reviewer, editor, article):
    submit(editor, article)
    sign(reviewer, article)

    assert doing(press_publish, editor, article) == []


def test_taking_back_what_was_submitted_tells_nobody(doing, writer, reviewer, editor, article):
    article.get_latest_revision().publish()
    submit(writer, article)
    state = ArticlePage.objects.get(pk=article.pk).current_workflow_state

    assert doing(state.cancel, user=editor.user) == []


def test_nobody_is_told_who_is_inactive_or_does_not_want_to_be(doing, writer, reviewer, article):
    member("Clinical reviewers", is_active=False)
    profile = UserProfile.get_for_user(reviewer.user)
    profile.submitted_notifications = False
    profile.save()

    assert doing(submit, writer, article) == []


def test_no_mail_says_anything_of_the_article(doing, writer, reviewer, editor, article, practice):
    letters = []
    for action in (
        lambda: submit(writer, article, title="Sleeplessness"),
        lambda: act(reviewer, article, "reject", comment="Name a source."),
        lambda: submit(writer, article),
        lambda: sign(reviewer, article, comment="Well said."),
        lambda: publish(editor, article),
    ):
        doing(action)
        letters += mail.outbox

    assert len(letters) == 5
    for letter in letters:
        text = f"{letter.subject}\n{letter.body}".lower()
        assert not [word for word in ("sleep", "source", "well said", "ada example", "/articles/") if word in text]
        assert letter.extra_headers["Auto-Submitted"] == "auto-generated"
        assert "Example Practice" in letter.body
        assert "http://testserver/admin/" in letter.body


def test_the_letter_to_a_reviewer(doing, writer, reviewer, article, practice):
    reviewer.user.first_name = "Ben"
    reviewer.user.save()
    doing(submit, writer, article)

    (letter,) = mail.outbox
    screen = reverse("quality:review", args=[article.pk])
    assert letter.subject == "An article waits for your review"
    assert letter.body == (
        "Dear Ben,\n\nAn article was submitted and waits for your clinical review.\n\n"
        f"Open it here:\nhttp://testserver{screen}\n\n"
        "Example Practice\n\nWhich of these mails you get: http://testserver/admin/account/#tab-notifications\n"
    )


def test_a_mail_waits_for_the_end_of_the_transaction(writer, reviewer, article):
    submit(writer, article)

    assert mail.outbox == []


@pytest.mark.parametrize(
    "fault",
    [
        smtplib.SMTPConnectError(421, "not now"),
        smtplib.SMTPRecipientsRefused({"user0@example.org": (550, b"nobody of that name")}),
        OSError("no route"),
    ],
)
def test_a_mail_that_fails_stops_nothing_and_is_logged_without_an_address(
    doing,
    writer,
    reviewer,
    article,
    monkeypatch,
    caplog,
    fault,
):
    def refuse(self, messages):
        raise fault

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)

    doing(submit, writer, article)

    assert ArticlePage.objects.get(pk=article.pk).workflow_in_progress
    assert type(fault).__name__ in caplog.text
    assert "@" not in caplog.text
    assert "Sleep" not in caplog.text


def test_wagtail_sends_no_second_mail():
    signals = (task_submitted, workflow_submitted, workflow_rejected, workflow_approved)
    names = [type(receiver[1]()).__module__ for signal in signals for receiver in signal.receivers]

    assert [name for name in names if "mail" in name or "telling" in name] == ["blog.review.telling"] * 4


def test_comments_are_told_of_without_their_words(article, admin, settings):
    class Comment:
        text = "Is this still true?"

    context = {"page": article, "editor": admin, "user": admin, "new_comments": [Comment()], "settings": settings}
    for part in ("updated_comments_subject", "updated_comments"):
        told = render_to_string(f"wagtailadmin/notifications/{part}.txt", context)
        assert "still true" not in told
        assert "Sleep" not in told
