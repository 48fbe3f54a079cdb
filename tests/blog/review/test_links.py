"""Reviewing without an account: one draft, for a time, once; nothing in addresses, logs or referrers."""

import re
import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from blog.models import ArticlePage, ReviewLink, SignOff
from tests.factories import ArticleIndexPageFactory, ArticlePageFactory, PersonPageFactory
from tests.helpers import soup

from .test_workflow import article, editor, member, people, reviewer, sign, submit, writer  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture
def outsider(people):  # noqa: F811
    return PersonPageFactory(parent=people, title="Eve Example", credentials="PhD")


@pytest.fixture
def code(writer, editor, article, outsider):  # noqa: F811
    """The code of a link that an editor has sent."""
    submit(writer, article)
    editor.post(reverse("quality:review", args=[article.pk]), {"reviewer": outsider.pk, "email": "eve@example.org"})
    return re.search(r"#(\S+)", mail.outbox[-1].body)[1]


def read(client, code, **answer):
    return client.post("/review/", {"code": code, **answer})


def answered(client, code, answer, **data):
    revision = soup(read(client, code)).select_one("[name=revision]")["value"]
    return read(client, code, revision=revision, answer=answer, **data)


def approve(client, code, **data):
    return answered(client, code, "approve", **{"reviewed_on": "2026-01-05", "is_sound": "on", **data})


def test_the_mail_says_nothing_of_the_article(code):
    letter = mail.outbox[-1]

    assert letter.to == ["eve@example.org"]
    assert "Sleep" not in letter.subject + letter.body
    assert "http://testserver/review/#" in letter.body


def test_the_token_is_not_stored(code):
    link = ReviewLink.objects.get()

    assert code not in " ".join(str(value) for value in vars(link).values())


def test_the_page_asks_for_the_code_and_shows_the_draft(client, code):
    asked = client.get("/review/")
    assert asked.status_code == 200
    assert asked.cookies == {}

    shown = read(client, code)
    assert "Sleep comes and goes." in shown.content.decode()
    assert shown.cookies == {}
    assert (shown["Referrer-Policy"], shown["Cache-Control"]) == ("no-referrer", "no-store")
    assert "noindex" in shown["X-Robots-Tag"]


def test_looking_at_the_address_uses_nothing_up(client, code):
    """Mail scanners ask for what they find in mails, with HEAD or GET."""
    assert client.head("/review/").status_code == 200
    assert client.get("/review/").status_code == 200
    assert read(client, code).status_code == read(client, code).status_code == 200

    link = ReviewLink.objects.get()
    assert link.is_open
    assert link.used_at is None


@pytest.mark.parametrize("method", ["get", "head"])
def test_headers_of_every_answer(client, method):
    shown = getattr(client, method)("/review/")

    assert (shown["Referrer-Policy"], shown["Cache-Control"]) == ("no-referrer", "no-store")
    assert "noindex" in shown["X-Robots-Tag"]


def test_nothing_of_a_link_is_logged(client, code, caplog, capfd):
    caplog.set_level("DEBUG")
    approve(client, code, comment="Between us.")
    read(client, code)

    written = caplog.text + "".join(capfd.readouterr())
    assert not [word for word in (code, "Between us", "eve@example.org") if word in written]


def test_a_link_ends_when_somebody_with_an_account_has_answered(client, code, reviewer, article):  # noqa: F811
    revision = soup(read(client, code)).select_one("[name=revision]")["value"]
    sign(reviewer, article)

    late = read(client, code, revision=revision, answer="approve", reviewed_on="2026-01-05", is_sound="on")

    assert late.status_code == 403
    assert SignOff.objects.get().name == "Ben Example"


@pytest.mark.parametrize("end", ["delete", "publish"])
def test_a_link_ends_with_its_article_or_its_workflow(client, code, article, end):  # noqa: F811
    page = ArticlePage.objects.get(pk=article.pk)
    page.delete() if end == "delete" else page.get_latest_revision().publish()

    assert read(client, code).status_code == 403


def test_a_link_opens_a_moved_article(client, code, article, home):  # noqa: F811
    article.move(ArticleIndexPageFactory(parent=home), pos="last-child")

    assert "Sleep comes and goes." in read(client, code).content.decode()


def test_a_sign_off_by_link(client, code, outsider, article):  # noqa: F811
    response = approve(client, code, comment="Sound.")

    assert "Your review is recorded." in response.content.decode()
    found = SignOff.objects.get()
    assert (found.name, found.reviewer, found.by) == ("Eve Example", outsider, None)
    page = ArticlePage.objects.get(pk=article.pk)
    assert page.current_workflow_task.name == "Publication"
    assert page.get_latest_revision_as_object().reviewer_id == outsider.pk
    assert not page.live


def test_comments_by_link(client, code, article, writer):  # noqa: F811
    answered(client, code, "return", comment="Name a source.")

    assert ArticlePage.objects.get(pk=article.pk).current_workflow_state.status == "needs_changes"
    edit = writer.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    assert "Eve Example: Name a source." in edit


def test_an_answer_with_something_missing_is_shown_again(client, code):
    response = answered(client, code, "return", comment="")

    assert "Something is missing below." in response.content.decode()
    assert ReviewLink.objects.get().is_open


def test_a_link_is_used_once(client, code):
    approve(client, code)

    assert read(client, code).status_code == 403
    assert SignOff.objects.count() == 1


def test_an_old_link_opens_nothing(client, code):
    ReviewLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    response = read(client, code)

    assert response.status_code == 403
    assert "Sleep" not in response.content.decode()


def test_a_link_is_taken_back(client, code, editor, article):  # noqa: F811
    editor.post(reverse("quality:revoke", args=[article.pk, ReviewLink.objects.get().pk]))

    assert read(client, code).status_code == 403


def test_a_wrong_code_opens_nothing(client, code):
    for wrong in ("", "x", code[:-1], code.swapcase(), "\x00", "é" * 5000):
        assert read(client, wrong).status_code == 403


def test_a_link_ends_with_its_review(client, code, article):  # noqa: F811
    ArticlePage.objects.get(pk=article.pk).current_workflow_state.cancel()

    assert read(client, code).status_code == 403


@pytest.mark.parametrize("in_the_same_sitting", [False, True])
def test_a_draft_that_changed_meanwhile_is_shown_again(client, code, article, in_the_same_sitting):  # noqa: F811
    revision = soup(read(client, code)).select_one("[name=revision]")["value"]
    page = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
    own = page.latest_revision if in_the_same_sitting else None
    page.save_revision(user=page.latest_revision.user, overwrite_revision=own)

    response = read(
        client, code, revision=revision, answer="approve", reviewed_on="2026-01-05", is_sound="on", comment=""
    )

    assert "The draft was changed while you read it." in response.content.decode()
    assert not SignOff.objects.exists()


def test_a_link_opens_its_own_article_only(client, code, articles):
    other = ArticlePageFactory(parent=articles, slug="secret", title="Secret", live=False)

    assert "Secret" not in read(client, code, page=other.pk, article=other.pk).content.decode()


def test_everything_is_logged_with_the_article(client, code, article, writer):  # noqa: F811
    approve(client, code)

    logged = PageLogEntry.objects.filter(page_id=article.pk, action__startswith="review.")
    assert [entry.action for entry in logged.order_by("timestamp", "pk")] == [
        "review.link_sent",
        "review.link_opened",
        "review.signed_off",
    ]
    history = writer.get(reverse("wagtailadmin_pages:history", args=[article.pk])).content.decode()
    assert "Eve Example signed the article off" in history


def test_a_mail_that_is_not_taken_leaves_no_link(writer, editor, article, outsider, monkeypatch, caplog):  # noqa: F811
    def refuse(self, messages):
        raise smtplib.SMTPRecipientsRefused({"eve@example.org": (550, b"nobody of that name")})

    submit(writer, article)
    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)

    answer = editor.post(
        reverse("quality:review", args=[article.pk]), {"reviewer": outsider.pk, "email": "eve@example.org"}
    )

    assert "The mail could not be sent" in answer.content.decode()
    assert soup(answer).select_one("[name=email]")["value"] == "eve@example.org"
    assert not ReviewLink.objects.exists()
    assert "eve@" not in caplog.text


def test_the_author_is_not_offered_as_reviewer(writer, editor, article):  # noqa: F811
    submit(writer, article)

    names = soup(editor.get(reverse("quality:review", args=[article.pk]))).select_one("[name=reviewer]").get_text()

    assert "Ada Example" not in names


def test_who_only_writes_sends_no_link(writer, article, outsider):  # noqa: F811
    submit(writer, article)
    screen = reverse("quality:review", args=[article.pk])

    assert "Ask somebody without an account" not in writer.get(screen).content.decode()
    writer.post(screen, {"reviewer": outsider.pk, "email": "eve@example.org"})
    assert not ReviewLink.objects.exists()


def test_no_link_for_an_article_that_is_not_in_review(editor, article, outsider):  # noqa: F811
    editor.post(reverse("quality:review", args=[article.pk]), {"reviewer": outsider.pk, "email": "eve@example.org"})

    assert not ReviewLink.objects.exists()
