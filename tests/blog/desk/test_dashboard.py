"""The admin's home: each sees what waits for them, who returned what, what is due; and nothing that is not theirs."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, TaskState

from blog.models import ArticlePage
from blog.review.signing import sign_off
from tests.factories import ArticlePageFactory, PersonPageFactory, StandardPageFactory, UserFactory
from tests.helpers import soup, stream

pytestmark = pytest.mark.django_db


def member(*groups, **facts):
    client = Client()
    client.user = UserFactory(**facts)
    client.user.groups.set(Group.objects.filter(name__in=groups))
    client.force_login(client.user)
    return client


@pytest.fixture
def writer(articles):
    return member("Writers", first_name="Wanda", last_name="Example")


@pytest.fixture
def people(home, articles):
    return StandardPageFactory(parent=home)


@pytest.fixture
def reviewer(people):
    client = member("Clinical reviewers", first_name="Ben", last_name="Example")
    client.person = PersonPageFactory(parent=people, title="Ben Example", account=client.user)
    return client


@pytest.fixture
def editor(articles):
    return member("Editors")


@pytest.fixture
def draft(articles):
    def make(owner, title, **facts):
        page = ArticlePageFactory(parent=articles, title=title, live=False, owner=owner.user, **facts)
        page.save_revision(user=owner.user)
        return ArticlePage.objects.get(pk=page.pk)

    return make


def submit(page, client):
    page.get_workflow().start(page, client.user)


def state_of(page):
    return ArticlePage.objects.get(pk=page.pk).current_workflow_task_state.specific


def waiting(page, days):
    since = timezone.now() - timedelta(days=days)
    TaskState.objects.filter(workflow_state__object_id=str(page.pk)).update(started_at=since)


def days_from_now(days):
    return timezone.localdate() + timedelta(days=days)


def home_of(client, **query):
    return soup(client.get(reverse("wagtailadmin_home"), query))


def headings(client):
    return [tag.get_text(strip=True) for tag in home_of(client).select(".w-panel--dashboard .w-panel__heading")]


def panel(client, name, **query):
    return home_of(client, **query).select_one(f"#{name}-section")


def rows(client, name, **query):
    """Return title, state and note of each row of a panel."""
    found = panel(client, name, **query)
    assert found, f"There is no panel {name}."
    parts = (".work__title", ".work__state", ".work__note")
    return [
        tuple(tag.get_text(" ", strip=True) if (tag := row.select_one(part)) else "" for part in parts)
        for row in found.select(".work__row")
    ]


def test_each_role_sees_its_own(writer, reviewer, editor, articles):
    assert headings(writer) == ["My drafts"]
    assert headings(reviewer) == ["Waiting for your review"]
    assert headings(editor) == ["Waiting for publication", "My drafts"]
    assert headings(member("Practice team")) == ["Requests for help"]
    assert headings(member("Writers", "Clinical reviewers")) == ["Waiting for your review", "My drafts"]


def test_an_administrator_sees_all(admin_client, articles):
    assert headings(admin_client) == [
        "Requests for help",
        "Waiting for your review",
        "Waiting for publication",
        "My drafts",
    ]


def test_who_may_do_nothing_is_told_so(bystander_client, articles):
    assert headings(bystander_client) == []
    assert "Nothing waits for you here." in home_of(bystander_client).get_text()


@pytest.mark.parametrize("group", ["Practice team", "Clinical reviewers"])
def test_who_may_see_no_pages_is_offered_no_counts_and_no_search_of_them(articles, group):
    page = home_of(member(group))

    assert page.select(".w-summary, [role=search]") == []


@pytest.mark.parametrize("group", ["Writers", "Editors"])
def test_who_works_with_pages_finds_them(articles, group):
    page = home_of(member(group))

    assert page.select_one(".w-summary")
    assert page.select_one("form[role=search]")


def test_empty_panels_say_a_sentence(writer, reviewer, editor, articles):
    assert "You have no drafts." in panel(writer, "my-drafts").get_text()
    assert "Nothing waits for your review" in panel(reviewer, "my-reviews").get_text()
    assert "Nothing waits for publication." in panel(editor, "to-publish").get_text()


def test_a_writer_begins_from_here(writer, articles):
    links = [link["href"] for link in panel(writer, "my-drafts").select(".work__foot a")]

    assert links == [
        reverse("wagtailadmin_pages:add", args=["blog", "articlepage", articles.pk]),
        reverse("importing:start"),
    ]


def test_drafts_say_what_stands_in_the_way(writer, reviewer, draft):
    for title in ("Begun", "In review", "Returned", "Signed off"):
        page = draft(writer, title)
        if title != "Begun":
            submit(page, writer)
        if title == "Returned":
            state_of(page).reject(user=reviewer.user, comment="Name a source.")
        if title == "Signed off":
            sign_off(page, timezone.localdate(), by=reviewer.user)
            state_of(page).approve(user=reviewer.user)

    found = {title: (state, note) for title, state, note in rows(writer, "my-drafts")}

    today = timezone.localdate()
    day = f"{today.day} {today:%B %Y}"
    assert found == {
        "Begun": ("Draft", "Not submitted yet. Changed just now."),
        "In review": ("Waiting", f"Clinical review, since {day}. Changed just now."),
        "Returned": ("Returned", "Ben Example: “Name a source.” Changed just now."),
        "Signed off": ("Waiting", f"Publication, since {day}. Changed just now."),
    }


def test_a_published_article_is_a_draft_again_once_it_is_changed(writer, articles):
    page = ArticlePageFactory(parent=articles, title="Sleep", owner=writer.user)
    page.save_revision(user=writer.user).publish()
    assert rows(writer, "my-drafts") == []

    page = ArticlePage.objects.get(pk=page.pk)
    page.title = "Sleep well"
    page.save_revision(user=writer.user)

    assert [row[:2] for row in rows(writer, "my-drafts")] == [("Sleep well", "Changes not published")]


def test_nobody_sees_the_drafts_of_others(writer, editor, draft):
    draft(editor, "Of the editor")

    assert rows(writer, "my-drafts") == []


def test_a_sign_off_makes_nobody_a_writer(writer, articles, people, draft):
    both = member("Writers", "Clinical reviewers")
    page = draft(writer, "Sleep")
    submit(page, writer)
    sign_off(page, timezone.localdate(), by=both.user)

    assert rows(both, "my-drafts") == []


def test_the_author_sees_what_somebody_else_began_for_them(writer, editor, people, draft):
    author = PersonPageFactory(parent=people, account=writer.user)
    draft(editor, "Begun for Wanda", author=author)

    assert [row[0] for row in rows(writer, "my-drafts")] == ["Begun for Wanda"]


def test_reviews_wait_with_who_submitted_and_since_when(writer, reviewer, draft):
    page = draft(writer, "Sleep")
    submit(page, writer)
    waiting(page, 9)
    since = days_from_now(-9)

    assert rows(reviewer, "my-reviews") == [
        ("Sleep", "Waiting for 9 days", f"Submitted by Wanda Example on {since.day} {since:%B %Y}.")
    ]
    link = panel(reviewer, "my-reviews").select_one(".work__title")["href"]
    assert link == reverse("quality:review", args=[page.pk])
    assert reviewer.get(link).status_code == 200


def test_nobody_is_offered_their_own_for_review(writer, reviewer, draft):
    submit(draft(writer, "Theirs", author=reviewer.person), writer)
    submit(draft(writer, "Submitted"), reviewer)

    assert rows(reviewer, "my-reviews") == []


def test_a_reviewer_sees_what_they_have_to_read_again(reviewer, people, articles):
    other = PersonPageFactory(parent=people)
    for title, days, by in (
        ("Late", -3, reviewer.person),
        ("Soon", 20, reviewer.person),
        ("Later", 40, reviewer.person),
        ("Another's", -3, other),
    ):
        ArticlePageFactory(
            parent=articles, title=title, slug=title[:5].lower().strip("'"), reviewer=by, review_due=days_from_now(days)
        )

    late, soon = days_from_now(-3), days_from_now(20)
    assert [row[:2] for row in rows(reviewer, "my-reviews-due")] == [
        ("Late", f"Overdue since {late.day} {late:%B %Y}"),
        ("Soon", f"Due on {soon.day} {soon:%B %Y}"),
    ]


def test_who_has_reviewed_is_reminded_without_being_a_reviewer_now(reviewer, articles):
    due(articles, reviewer)
    reviewer.user.groups.clear()
    reviewer.user.groups.add(Group.objects.get(name="Practice team"))

    assert [row[0] for row in rows(reviewer, "my-reviews-due")] == ["Sleep"]
    assert panel(reviewer, "my-reviews-due").select("form") == []
    assert panel(reviewer, "my-reviews") is None


def due(articles, reviewer, title="Sleep", **facts):
    """An article that nothing stands in the way of, overdue for its reviewer."""
    facts.setdefault("body", stream(("paragraph", "<p>Sleep comes and goes.</p>")))
    page = ArticlePageFactory(
        parent=articles, title=title, reviewer=reviewer.person, review_due=days_from_now(-3), **facts
    )
    page.save_revision().publish()
    return ArticlePage.objects.get(pk=page.pk)


def begin(client, page):
    return client.post(reverse("quality:begin_review", args=[page.pk]))


def test_a_reviewer_begins_the_next_review_and_signs_it_off(reviewer, people, articles):
    author = PersonPageFactory(parent=people, credentials="MSc")
    page = due(articles, reviewer, author=author, is_clinical=False)
    form = panel(reviewer, "my-reviews-due").select_one("form")
    assert form["action"] == reverse("quality:begin_review", args=[page.pk])
    assert form.select_one("[name=csrfmiddlewaretoken]")["value"]

    answer = begin(reviewer, page)

    assert answer.url == reverse("quality:review", args=[page.pk])
    assert [row[0] for row in rows(reviewer, "my-reviews")] == ["Sleep"]
    act = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state_of(page).pk])
    reviewer.post(act, {"reviewed_on": timezone.localdate(), "is_sound": "on"})
    assert page.sign_offs.count() == 1


def test_an_editor_asks_for_a_review_and_cannot_do_it(reviewer, articles):
    both = member("Editors", "Clinical reviewers")
    page = due(articles, reviewer)

    answer = begin(both, page)

    assert answer.url == reverse("wagtailadmin_home")
    assert rows(both, "my-reviews") == []
    assert [row[0] for row in rows(reviewer, "my-reviews")] == ["Sleep"]


def test_a_reviewer_begins_nothing_that_was_changed_since(reviewer, articles):
    page = due(articles, reviewer)
    ArticlePage.objects.filter(pk=page.pk).update(is_review_current=False)

    assert panel(reviewer, "my-reviews-due").select("form") == []
    assert "An editor has to submit it: it was changed since." in rows(reviewer, "my-reviews-due")[0][2]
    assert begin(reviewer, page).status_code in (302, 403)
    assert not ArticlePage.objects.get(pk=page.pk).workflow_in_progress


def test_others_begin_no_review(reviewer, articles):
    page = due(articles, reviewer)

    for client in (member("Practice team"), member("Clinical reviewers"), Client()):
        begin(client, page)
    reviewer.get(reverse("quality:begin_review", args=[page.pk]))

    assert not ArticlePage.objects.get(pk=page.pk).workflow_in_progress


def test_a_review_is_begun_once(reviewer, editor, articles):
    page = due(articles, reviewer)
    begin(reviewer, page)

    answer = editor.post(reverse("quality:begin_review", args=[page.pk]), follow=True)

    assert "has begun already" in answer.content.decode()
    assert panel(editor, "reviews-due").select("form") == []


def test_what_is_not_due_is_not_begun(reviewer, editor, articles):
    page = due(articles, reviewer)
    ArticlePage.objects.filter(pk=page.pk).update(review_due=days_from_now(100))

    begin(editor, page)
    begin(reviewer, page)

    assert not ArticlePage.objects.get(pk=page.pk).workflow_in_progress


def test_an_editor_sees_what_was_signed_off(writer, reviewer, editor, draft):
    page = draft(writer, "Sleep")
    submit(page, writer)
    assert rows(editor, "to-publish") == []
    day = timezone.localdate()
    sign_off(page, day, by=reviewer.user)
    state_of(page).approve(user=reviewer.user)

    assert rows(editor, "to-publish") == [
        ("Sleep", "Since today", f"Signed off by Ben Example on {day.day} {day:%B %Y}.")
    ]


def test_an_editor_sees_what_is_due_what_was_changed_and_what_is_scheduled(reviewer, editor, articles, draft):
    due(articles, reviewer, "Overdue")
    ArticlePageFactory(
        parent=articles, title="Changed", reviewer=reviewer.person, reviewed_on=days_from_now(-30), slug="changed"
    )
    ArticlePage.objects.filter(slug="changed").update(is_review_current=False)
    for title, moment in (("Coming", 3), ("Far", 30), ("Missed", -1)):
        page = draft(editor, title)
        page.save_revision(approved_go_live_at=timezone.now() + timedelta(days=moment))
    ArticlePageFactory(parent=articles, title="Ending")
    Page.objects.filter(title="Ending").update(expire_at=timezone.now() + timedelta(days=5))

    assert [row[:1] for row in rows(editor, "reviews-due")] == [("Overdue",)]
    assert [row[0] for row in rows(editor, "changed-since-review")] == ["Changed"]
    week = rows(editor, "this-week")
    assert [row[:2] for row in week] == [("Missed", "Late"), ("Coming", "Goes live"), ("Ending", "Expires")]
    assert "publish_scheduled has to run" in week[0][2]


def test_a_handful_is_shown_and_all_on_request(writer, reviewer, draft):
    for number in range(7):
        submit(draft(writer, f"Draft {number}"), writer)

    for client, name in ((writer, "my-drafts"), (reviewer, "my-reviews")):
        assert len(rows(client, name)) == 5
        link = panel(client, name).select_one(".work__all")
        assert link.get_text().startswith("See all 7")
        assert link["href"] == f"{reverse('wagtailadmin_home')}?all={name}#{name}-section"
        assert len(rows(client, name, all=name)) == 7


def fill(numbers, writer, reviewer, editor, articles, draft):
    """Put one of everything on every home for each of ``numbers``."""
    for i in numbers:
        submit(draft(writer, f"Waiting {i}"), writer)
        page = draft(writer, f"Signed {i}")
        submit(page, writer)
        sign_off(page, timezone.localdate(), by=reviewer.user)
        state_of(page).approve(user=reviewer.user)
        page = draft(writer, f"Returned {i}")
        submit(page, writer)
        state_of(page).reject(user=reviewer.user, comment="No.")
        due(articles, reviewer, f"Due {i}")
        draft(editor, f"Scheduled {i}").save_revision(approved_go_live_at=timezone.now() + timedelta(days=2))
        ArticlePageFactory(
            parent=articles, reviewer=reviewer.person, reviewed_on=days_from_now(-9), slug=f"changed-{i}"
        )
    ArticlePage.objects.filter(slug__startswith="changed").update(is_review_current=False)


def test_cost_does_not_grow_with_what_waits(writer, reviewer, editor, admin_client, articles, draft):
    clients = (writer, reviewer, editor, admin_client)

    def costs():
        found = []
        for client in clients:
            # What a process remembers after its first answer is not counted.
            client.get(reverse("wagtailadmin_home"))
            with CaptureQueriesContext(connection) as queries:
                client.get(reverse("wagtailadmin_home"))
            found.append(len(queries))
        return found

    fill(range(3), writer, reviewer, editor, articles, draft)
    few = costs()
    fill(range(3, 20), writer, reviewer, editor, articles, draft)

    assert costs() == few
    assert max(few) <= 62
