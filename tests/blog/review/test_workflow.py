"""From submitting to publishing: a writer, a clinical reviewer, an editor, each in the admin."""

from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from blog.models import ArticlePage, Exemption, SignOff
from blog.review.workflow import NAME
from tests.blog.desk.test_gate import form, said
from tests.factories import ArticlePageFactory, PersonPageFactory, StandardPageFactory, UserFactory
from tests.helpers import soup, stream

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(home, articles):
    return StandardPageFactory(parent=home)


def member(name, **facts):
    user = UserFactory(**facts)
    user.groups.add(Group.objects.get(name=name))
    client = Client()
    client.force_login(user)
    client.user = user
    return client


@pytest.fixture
def writer(db):
    return member("Writers")


@pytest.fixture
def reviewer(people):
    client = member("Clinical reviewers")
    client.person = PersonPageFactory(parent=people, title="Ben Example", credentials="MD", account=client.user)
    return client


@pytest.fixture
def editor(db):
    return member("Editors")


@pytest.fixture
def article(articles, people, writer):
    author = PersonPageFactory(parent=people, title="Ada Example", credentials="MSc")
    article = ArticlePageFactory(
        parent=articles, title="Sleep", slug="sleep", author=author, live=False, owner=writer.user
    )
    article.body = stream(("paragraph", "<p>Sleep comes and goes.</p>"))
    article.save_revision()
    return article


def submit(client, article, **fields):
    data = form(article, **fields) | {"action-submit": "action-submit"}
    assert client.post(reverse("wagtailadmin_pages:edit", args=[article.pk]), data).status_code == 302
    return ArticlePage.objects.get(pk=article.pk)


def act(client, article, action, **data):
    state = ArticlePage.objects.get(pk=article.pk).current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[article.pk, action, state.pk])
    return client.post(address, data, follow=True)


def sign(client, article, **data):
    return act(client, article, "approve", **{"reviewed_on": "2026-01-05", "is_sound": "on", **data})


def screen(client, article):
    return client.get(reverse("quality:review", args=[article.pk]))


def test_articles_pass_review_and_then_publication(articles, article):
    assert article.get_workflow().name == NAME
    assert [task.name for task in article.get_workflow().tasks] == ["Clinical review", "Publication"]


def test_a_writer_cannot_publish(writer, article):
    data = form(article) | {"action-publish": "action-publish"}
    writer.post(reverse("wagtailadmin_pages:edit", args=[article.pk]), data)

    assert not ArticlePage.objects.get(pk=article.pk).live


def test_submitting_starts_the_review(writer, article):
    page = submit(writer, article)

    assert page.current_workflow_task.name == "Clinical review"


def test_article_in_review_leads_to_the_screen_for_it(writer, reviewer, article):
    editor, address = (reverse(name, args=[article.pk]) for name in ("wagtailadmin_pages:edit", "quality:review"))
    assert not soup(writer.get(editor)).select(f'a[href="{address}"]')

    submit(writer, article)

    assert soup(writer.get(editor)).select(f'a[href="{address}"]')
    assert soup(reviewer.get(editor)).select(f'a[href="{address}"]')


def test_reviewer_signs_off_and_editor_publishes(writer, reviewer, editor, article, client):
    submit(writer, article)

    sign(reviewer, article)
    page = ArticlePage.objects.get(pk=article.pk)
    assert page.current_workflow_task.name == "Publication"
    assert not page.live

    data = form(page.get_latest_revision_as_object(), reviewed_on="2026-01-05", review_due="2028-01-05")
    data |= {"reviewer": reviewer.person.pk, "action-publish": "action-publish", "quality-reason": "A notice."}
    editor.post(reverse("wagtailadmin_pages:edit", args=[article.pk]), data)

    told = soup(client.get("/articles/sleep/")).select_one(".provenance").get_text()
    assert "Ada Example" in told
    assert "Clinically reviewed by" in told
    assert "5 January 2026" in told


def test_a_sign_off_is_kept(writer, reviewer, article):
    submit(writer, article)
    sign(reviewer, article, comment="Sound.")

    found = SignOff.objects.get()
    assert (found.name, found.reviewed_on, found.review_due, found.comment) == (
        "Ben Example",
        date(2026, 1, 5),
        date(2028, 1, 5),
        "Sound.",
    )


def test_a_sign_off_needs_a_statement_and_no_future_date(writer, reviewer, article):
    submit(writer, article)

    act(reviewer, article, "approve", reviewed_on="2026-01-05")
    act(reviewer, article, "approve", reviewed_on="2999-01-05", is_sound="on")

    assert not SignOff.objects.exists()


@pytest.mark.parametrize(
    ("action", "data", "told"),
    [
        (
            "approve",
            {"reviewed_on": "2999-01-05", "is_sound": "on", "comment": "A <b>long</b> remark."},
            "A review can't be dated in the future.",
        ),
        (
            "approve",
            {"reviewed_on": "2026-01-05", "comment": "A <b>long</b> remark."},
            "Tick it, or return the article",
        ),
        (
            "approve",
            {"reviewed_on": "", "is_sound": "on", "comment": "A <b>long</b> remark."},
            "This field is required.",
        ),
        ("reject", {"comment": "   "}, "Say what has to change"),
        ("reject", {"comment": "A \0 <b>long</b> remark."}, "Null characters are not allowed."),
    ],
)
def test_an_answer_with_something_missing_is_shown_again(writer, reviewer, article, action, data, told):
    submit(writer, article)

    answer = act(reviewer, article, action, **data)

    shown = soup(answer)
    assert "Nothing has been recorded" in said(answer)
    assert told in shown.select_one(".review-screen__side").get_text(" ", strip=True)
    assert "<b>long</b>" not in answer.content.decode()
    assert ("long" in data["comment"]) == any("<b>long</b>" in field.get_text() for field in shown.select("textarea"))
    assert ArticlePage.objects.get(pk=article.pk).current_workflow_task.name == "Clinical review"


def test_a_long_comment_is_kept_whole(writer, reviewer, article):
    submit(writer, article)

    sign(reviewer, article, comment="Über 👋 " * 12_500)

    assert len(SignOff.objects.get().comment) == 12_500 * len("Über 👋 ") - 1


def test_a_returned_article_tells_its_writer_why(writer, reviewer, article):
    submit(writer, article)

    act(reviewer, article, "reject", comment="Name a source.")

    page = ArticlePage.objects.get(pk=article.pk)
    assert page.current_workflow_state.status == "needs_changes"
    assert "Name a source." in writer.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()


def test_nobody_reviews_their_own_article(writer, reviewer, article):
    draft = article.get_latest_revision_as_object()
    draft.author = reviewer.person
    draft.save_revision().publish()
    submit(writer, ArticlePage.objects.get(pk=article.pk))

    response = sign(reviewer, article)

    assert not SignOff.objects.exists()
    assert response.status_code in (302, 403) or "permission" in response.content.decode()
    assert "You are the author of this article" in screen(reviewer, article).content.decode()


def test_nobody_signs_off_what_they_submitted(article, editor):
    editor.user.groups.add(Group.objects.get(name="Clinical reviewers"))
    submit(editor, article)

    sign(editor, article)

    assert not SignOff.objects.exists()


def test_a_must_fix_stops_a_sign_off(writer, reviewer, article):
    submit(writer, article, text="<p>We cure everybody.</p>")

    response = sign(reviewer, article)

    assert "Not approved" in response.content.decode()
    assert not SignOff.objects.exists()


@pytest.mark.parametrize("in_the_same_sitting", [False, True])
def test_a_draft_that_changed_meanwhile_is_not_signed_off(writer, reviewer, article, in_the_same_sitting):
    page = submit(writer, article)
    seen = soup(screen(reviewer, article)).select_one("[name=revision]")["value"]
    own = page.latest_revision if in_the_same_sitting else None
    page.get_latest_revision_as_object().save_revision(user=page.latest_revision.user, overwrite_revision=own)

    response = sign(reviewer, article, revision=seen)

    assert "the draft was changed while you read it" in response.content.decode()
    assert not SignOff.objects.exists()


def test_the_editor_is_stopped_and_mends(writer, reviewer, editor, article):
    submit(writer, article)
    sign(reviewer, article)
    draft = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])
    publishing = {"action-publish": "action-publish", "quality-reason": "A notice."}

    stopped = editor.post(address, form(draft, text="<p>We cure everybody.</p>") | publishing)
    assert "has to be fixed" in said(stopped)

    editor.post(address, form(draft, text="<p>Sleep comes back.</p>") | publishing)
    assert ArticlePage.objects.get(pk=article.pk).live


def test_the_screen_shows_what_changed_since_the_sign_off(writer, reviewer, article):
    submit(writer, article)
    assert "first review" in screen(reviewer, article).content.decode()
    sign(reviewer, article)
    draft = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
    draft.body = stream(("paragraph", "<p>Sleep comes and never goes.</p>"))
    draft.save_revision()

    page = soup(screen(writer, article))

    assert page.select_one(".review-diff ins").get_text() == "never "


def test_the_screen_is_closed_to_others(article, bystander_client):
    team = member("Practice team")

    assert screen(team, article).status_code in (302, 403)
    assert screen(bystander_client, article).status_code in (302, 403)


def test_a_reviewer_sees_nothing_of_articles_that_are_not_in_review(reviewer, article):
    assert screen(reviewer, article).status_code in (302, 403)


def test_a_new_index_gets_the_workflow(home):
    from tests.factories import ArticleIndexPageFactory

    index = ArticleIndexPageFactory(parent=home, title="Essays")

    assert ArticlePageFactory(parent=index).get_workflow().name == NAME


def test_the_day_of_the_review_is_filled_in_as_browsers_read_it(writer, reviewer, article):
    submit(writer, article)

    assert soup(screen(reviewer, article)).select_one("[name=reviewed_on]")["value"] == date.today().isoformat()


def test_an_editor_approves_in_the_form_and_that_publishes(writer, reviewer, editor, article):
    submit(writer, article)
    sign(reviewer, article)
    page = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
    data = form(page, reviewed_on="2026-01-05", review_due="2028-01-05", reviewer=reviewer.person.pk)
    data |= {"action-workflow-action": "true", "workflow-action-name": "approve", "quality-reason": "A notice."}

    answer = editor.post(reverse("wagtailadmin_pages:edit", args=[article.pk]), data)

    assert answer.status_code == 302
    assert ArticlePage.objects.get(pk=article.pk).live
    assert Exemption.objects.get().reason == "A notice."
