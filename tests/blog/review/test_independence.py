"""Nobody signs off their own words: what they wrote, what they submitted, what they changed since it was submitted."""

# ruff: noqa: F811

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.urls import reverse

from blog.models import ArticlePage, ReviewLink, SignOff
from blog.review.waiting import waiting_for_review
from tests.blog.desk.test_gate import form, said
from tests.factories import PersonPageFactory
from tests.helpers import soup

from .test_links import answered
from .test_workflow import act, article, editor, member, people, reviewer, screen, sign, submit, writer  # noqa: F401

pytestmark = pytest.mark.django_db


def save(client, article, text, **fields):
    """Save the draft in the editor, as somebody who may."""
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])
    draft = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
    return client.post(address, form(draft, text=text, **fields))


def told(client, article):
    return soup(screen(client, article)).select_one(".review-screen__side").get_text(" ", strip=True)


def is_in_review(article):
    task = ArticlePage.objects.get(pk=article.pk).current_workflow_task
    return bool(task) and task.name == "Clinical review"


def test_the_author_whom_only_the_draft_names_does_not_review(writer, reviewer, article):
    article.get_latest_revision().publish()
    submit(writer, article, author=reviewer.person.pk)

    sign(reviewer, article)

    assert not SignOff.objects.exists()
    assert "You are the author of this article" in told(reviewer, article)
    assert list(waiting_for_review(reviewer.user)) == []


def test_who_submitted_again_does_not_review(writer, reviewer, article):
    reviewer.user.groups.add(Group.objects.get(name="Writers"))
    submit(writer, article)
    act(reviewer, article, "reject", comment="Say it better.")
    submit(reviewer, article, text="<p>Sleep is what the reviewer says it is.</p>")

    sign(reviewer, article)

    assert not SignOff.objects.exists()
    assert "You submitted this article" in told(reviewer, article)
    assert list(waiting_for_review(reviewer.user)) == []


def test_who_changed_the_text_returns_it(writer, reviewer, article):
    submit(writer, article)
    save(reviewer, article, "<p>Sleep comes to those who do not wait for it.</p>")

    sign(reviewer, article)

    assert not SignOff.objects.exists()
    assert "You changed the text after it was submitted" in told(reviewer, article)
    assert "Return with comments" in told(reviewer, article)


def test_what_was_returned_and_submitted_again_can_be_signed_off(writer, reviewer, article):
    submit(writer, article)
    save(reviewer, article, "<p>Sleep comes to those who do not wait for it.</p>")
    act(reviewer, article, "reject", comment="Is it still what you mean?")
    submit(writer, article, text="<p>Sleep comes to those who do not wait for it.</p>")

    assert [str(state.workflow_state.object_id) for state in waiting_for_review(reviewer.user)] == [str(article.pk)]
    sign(reviewer, article)

    assert "who do not wait" in " ".join(SignOff.objects.get().text)


def test_mended_typing_is_nobodys_text(writer, reviewer, article):
    submit(writer, article, text="<p>Sleep coms and goes.</p>")
    save(reviewer, article, "<p>Sleep comes and goes.</p>")

    sign(reviewer, article)

    assert SignOff.objects.exists()


def test_many_small_slips_are_a_change(writer, reviewer, article):
    submit(writer, article, text="<p>Sleep is a matter of habit.</p>")
    for word in ("hubit", "hubby", "bubbly"):
        save(reviewer, article, f"<p>Sleep is a matter of {word}.</p>")
        ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object().save_revision(user=reviewer.user)

    sign(reviewer, article)

    assert not SignOff.objects.exists()


def test_what_was_taken_back_bars_nobody(writer, reviewer, article):
    submit(writer, article)
    save(reviewer, article, "<p>Something else altogether.</p>")
    save(reviewer, article, "<p>Sleep comes and goes.</p>")

    sign(reviewer, article)

    assert SignOff.objects.exists()


def test_another_reviewer_signs_off_what_one_has_changed(writer, reviewer, people, article):
    submit(writer, article)
    save(reviewer, article, "<p>Sleep comes to those who do not wait for it.</p>")
    other = member("Clinical reviewers")
    PersonPageFactory(parent=people, title="Cleo Example", account=other.user)

    sign(other, article)

    assert SignOff.objects.get().name == "Cleo Example"


def test_changing_and_signing_in_one_form_is_stopped_and_keeps_what_was_typed(writer, reviewer, article):
    submit(writer, article)
    draft = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
    data = form(draft, text="<p>What the reviewer would rather read.</p>") | {
        "action-workflow-action": "true",
        "workflow-action-name": "approve",
        "workflow-action-extra-data": '{"reviewed_on": "2026-01-05", "is_sound": true, "comment": ""}',
    }

    answer = reviewer.post(reverse("wagtailadmin_pages:edit", args=[article.pk]), data)

    assert "Not signed off: you have changed the text" in said(answer)
    assert "What the reviewer would rather read." in answer.content.decode()
    assert not SignOff.objects.exists()


def test_a_menu_from_before_the_change_says_why_not(writer, reviewer, article):
    page = submit(writer, article)
    questions = reverse(
        "wagtailadmin_pages:collect_workflow_action_data",
        args=[article.pk, "approve", page.current_workflow_task_state.pk],
    )
    assert "Reviewed on" in reviewer.get(questions).content.decode()
    save(reviewer, article, "<p>Sleep comes to those who do not wait for it.</p>")

    asked = reviewer.get(questions)

    assert "You changed the text after it was submitted" in asked.json()["html"]
    assert writer.get(questions).status_code in (302, 403)


def test_a_sign_off_carries_nobody_elses_name(writer, reviewer, article):
    submit(writer, article, reviewer=reviewer.person.pk)
    nameless = member("Clinical reviewers")

    sign(nameless, article)

    assert not SignOff.objects.exists()
    assert "No person page names your account" in told(nameless, article)
    act(nameless, article, "reject", comment="Say more.")
    assert not is_in_review(article)


def test_who_may_not_sign_off_gets_no_link_either(writer, reviewer, editor, article):
    submit(writer, article)
    save(reviewer, article, "<p>Sleep comes to those who do not wait for it.</p>")
    fields = {"reviewer": reviewer.person.pk, "email": "ben@example.org"}

    answer = editor.post(reverse("quality:review", args=[article.pk]), fields)

    assert "Choose somebody else" in answer.content.decode()
    assert not ReviewLink.objects.exists()


def test_who_became_the_author_since_a_link_was_sent_does_not_sign_off(
    client, writer, reviewer, editor, people, article
):
    outsider = PersonPageFactory(parent=people, title="Eve Example")
    submit(writer, article)
    fields = {"reviewer": outsider.pk, "email": "eve@example.org"}
    editor.post(reverse("quality:review", args=[article.pk]), fields)
    code = mail.outbox[-1].body.split("#")[1].split()[0]
    draft = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
    draft.author = outsider
    draft.save_revision(user=reviewer.user)

    shown = answered(client, code, "approve", reviewed_on="2026-01-05", is_sound="on")

    assert "You are the author of this article" in shown.content.decode()
    assert not SignOff.objects.exists()


@pytest.mark.parametrize(
    "data",
    [
        "{}",
        '{"reviewed_on": "2026-01-05", "comment": ""}',
        '{"reviewed_on": "2999-01-05", "is_sound": true, "comment": ""}',
        '{"reviewed_on": "yesterday", "is_sound": true, "comment": ""}',
    ],
)
def test_the_editors_form_signs_nothing_without_a_valid_statement(writer, reviewer, article, data):
    submit(writer, article)
    draft = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
    sent = form(draft) | {
        "action-workflow-action": "true",
        "workflow-action-name": "approve",
        "workflow-action-extra-data": data,
    }

    answer = reviewer.post(reverse("wagtailadmin_pages:edit", args=[article.pk]), sent)

    assert answer.status_code < 500
    assert not SignOff.objects.exists()
    assert is_in_review(article)


def test_a_review_that_is_done_takes_no_second_answer(writer, reviewer, article):
    """Two reviewers press at once: the second was let in before the first had answered."""
    page = submit(writer, article)
    state = page.current_workflow_task_state
    task = state.task.specific
    answer = {"reviewed_on": "2026-01-05", "is_sound": True, "comment": ""}
    task.on_action(state, reviewer.user, "approve", **answer)
    stale = type(state)(**{field.attname: getattr(state, field.attname) for field in state._meta.concrete_fields})
    stale.status = "in_progress"

    with pytest.raises(Exception, match="answered"):
        task.on_action(stale, reviewer.user, "approve", **answer)

    assert SignOff.objects.count() == 1


@pytest.mark.parametrize(("action", "data"), [("approve", {"is_sound": "on"}), ("reject", {"comment": "Not yet."})])
def test_who_answers_second_is_told(writer, reviewer, people, article, action, data):
    other = member("Clinical reviewers")
    PersonPageFactory(parent=people, title="Cleo Example", account=other.user)
    state = submit(writer, article).current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[article.pk, action, state.pk])
    sign(other, article)

    answer = reviewer.post(address, {"reviewed_on": "2026-01-05", **data}, follow=True)

    assert said(answer) == "Nothing has been recorded: somebody else has answered meanwhile."
    assert SignOff.objects.get().name == "Cleo Example"
    assert ArticlePage.objects.get(pk=article.pk).current_workflow_task.name == "Publication"
