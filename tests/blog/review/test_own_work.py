"""Nobody reviews their own work, whichever way they take, and a sign-off says what a reviewer has said."""

import json

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from blog.models import ArticlePage, ReviewLink, SignOff
from blog.review.waiting import begin, waiting_for_review
from tests.blog.desk.test_gate import form, said
from tests.factories import PersonPageFactory
from tests.helpers import soup, stream

from .test_links import approve, code, outsider  # noqa: F401
from .test_workflow import article, editor, member, people, reviewer, screen, sign, submit, writer  # noqa: F401

pytestmark = pytest.mark.django_db
MINE = "<p>Sleep comes, goes, and is a friend of long walks by the sea.</p>"


def fresh(article):  # noqa: F811
    return ArticlePage.objects.get(pk=article.pk)


def save(client, article, **fields):  # noqa: F811
    return client.post(reverse("wagtailadmin_pages:edit", args=[article.pk]), form(fresh(article), **fields))


def sign_in_the_form(client, article, extra=None, **fields):  # noqa: F811
    """What the editor sends for an article that is signed off there."""
    answer = {"reviewed_on": "2026-01-05", "is_sound": True, "comment": ""} if extra is None else extra
    data = form(fresh(article), **fields) | {
        "action-workflow-action": "true",
        "workflow-action-name": "approve",
        "workflow-action-extra-data": json.dumps(answer),
    }
    return client.post(reverse("wagtailadmin_pages:edit", args=[article.pk]), data)


@pytest.fixture
def both(reviewer):  # noqa: F811
    """Somebody who writes and reviews."""
    reviewer.user.groups.add(Group.objects.get(name="Writers"))
    return reviewer


def test_a_reviewer_signs_off_in_the_form(writer, reviewer, article):  # noqa: F811
    submit(writer, article)

    sign_in_the_form(reviewer, article)

    assert SignOff.objects.get().by == reviewer.user


def test_who_wrote_part_of_a_draft_signs_off_nothing(writer, both, article):  # noqa: F811
    save(both, article, text=MINE)
    submit(writer, article, text=MINE)

    sign(both, article)
    sign_in_the_form(both, article, text=MINE)

    assert not SignOff.objects.exists()
    assert "You changed what this article says" in screen(both, article).content.decode()
    assert not waiting_for_review(both.user).exists()


def test_who_resubmits_their_own_changes_signs_off_nothing(writer, both, article):  # noqa: F811
    submit(writer, article)
    fresh(article).current_workflow_task_state.reject(user=None)
    submit(both, article, text=MINE)

    sign(both, article)

    assert not SignOff.objects.exists()


def test_mended_typing_is_no_work_of_ones_own(writer, reviewer, article):  # noqa: F811
    submit(writer, article)
    save(reviewer, article, text="<p>Sleep comes and gose.</p>")
    assert waiting_for_review(reviewer.user).exists()

    sign(reviewer, article)

    assert SignOff.objects.exists()


def test_what_was_signed_off_since_is_nobodys_own_work(writer, both, article, people):  # noqa: F811
    other = member("Clinical reviewers")
    PersonPageFactory(parent=people, title="Cleo Example", account=other.user)
    save(both, article, text=MINE)
    submit(writer, article, text=MINE)
    sign(other, article)
    fresh(article).current_workflow_state.cancel()
    submit(writer, article, text="<p>Sleep comes and goes with the tide.</p>")

    assert waiting_for_review(both.user).exists()
    sign(both, article)

    assert SignOff.objects.filter(by=both.user).exists()


def test_words_are_not_changed_and_signed_off_in_one(writer, reviewer, article):  # noqa: F811
    submit(writer, article)

    answer = sign_in_the_form(reviewer, article, text=MINE)

    assert "Not signed off: you have changed the text" in said(answer)
    assert "long walks" in answer.content.decode()
    assert not SignOff.objects.exists()
    assert fresh(article).current_workflow_task.name == "Clinical review"


@pytest.mark.parametrize("published_first", [False, True])
def test_an_author_does_not_take_their_name_off_and_sign(writer, both, article, published_first):  # noqa: F811
    if published_first:
        fresh(article).get_latest_revision().publish()
    draft = fresh(article).get_latest_revision_as_object()
    other, draft.author = draft.author, both.person
    draft.save_revision()
    submit(writer, article, author=both.person.pk)
    assert not waiting_for_review(both.user).exists()

    sign(both, article)
    save(both, article, author=other.pk)
    sign(both, article)

    assert not SignOff.objects.exists()


@pytest.mark.parametrize("published_first", [False, True])
def test_the_author_of_the_draft_is_the_author(writer, reviewer, article, published_first):  # noqa: F811
    if published_first:
        fresh(article).get_latest_revision().publish()
    submit(writer, article, author=reviewer.person.pk)

    sign(reviewer, article)

    assert not SignOff.objects.exists()
    assert not waiting_for_review(reviewer.user).exists()


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"reviewed_on": "2026-01-05", "comment": ""},
        {"reviewed_on": "2999-01-05", "is_sound": True},
        {"reviewed_on": "yesterday", "is_sound": True},
        {"reviewed_on": None, "is_sound": True},
    ],
)
def test_the_form_signs_off_nothing_that_the_question_would_not_take(writer, reviewer, article, answer):  # noqa: F811
    submit(writer, article)

    sign_in_the_form(reviewer, article, answer)

    assert not SignOff.objects.exists()


def send_link(client, article, person, email):  # noqa: F811
    return client.post(reverse("quality:review", args=[article.pk]), {"reviewer": person.pk, "email": email})


def test_nobody_sends_a_link_to_themselves(writer, editor, article, outsider):  # noqa: F811
    submit(writer, article)

    answer = send_link(editor, article, outsider, editor.user.email.upper())

    assert "This is your own address" in answer.content.decode()
    assert not ReviewLink.objects.exists()


def test_no_link_goes_to_who_submitted_or_wrote_the_article(writer, editor, article, outsider):  # noqa: F811
    submit(writer, article, text=MINE)

    answer = send_link(editor, article, outsider, writer.user.email)

    assert "somebody who wrote or submitted" in answer.content.decode()
    assert not ReviewLink.objects.exists()


def test_no_link_carries_the_name_of_who_wrote_the_article(writer, editor, both, article):  # noqa: F811
    save(both, article, text=MINE)
    submit(writer, article, text=MINE)

    send_link(editor, article, both.person, "eve@example.org")

    assert not ReviewLink.objects.exists()


def test_the_author_of_the_draft_is_not_offered_as_reviewer(writer, editor, article, outsider):  # noqa: F811
    fresh(article).get_latest_revision().publish()
    submit(writer, article, author=outsider.pk)

    names = soup(screen(editor, article)).select_one("[name=reviewer]").get_text()

    assert "Eve Example" not in names


def test_a_link_signs_off_nothing_for_who_became_the_author(client, code, article, outsider):  # noqa: F811
    draft = fresh(article).get_latest_revision_as_object()
    draft.author = outsider
    draft.save_revision(clean=False)

    answer = approve(client, code)

    assert "You are the author of this article" in answer.content.decode()
    assert not SignOff.objects.exists()


def test_who_begins_the_review_of_an_article_without_versions_has_not_written_it(reviewer, article):  # noqa: F811
    page = fresh(article)
    page.revisions.all().delete()
    page = fresh(article)
    page.body = stream(("paragraph", "<p>Sleep comes and goes.</p>"))
    page.save()

    begin(page, member("Editors").user)

    assert fresh(article).get_latest_revision().user is None
