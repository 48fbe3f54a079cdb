"""Old saved drafts go; all that was published, signed off, scheduled, reviewed or commented stays."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from wagtail.log_actions import LogContext
from wagtail.models import (
    Comment,
    ModelLogEntry,
    Page,
    PageLogEntry,
    Revision,
    TaskState,
    Workflow,
    WorkflowState,
)

from blog.models import SignOff
from blog.wordpress.models import ImportedItem, WordPressImport
from hub.core.history import Saved, superseded, thin
from tests.factories import ArticlePageFactory, InvitationFactory, UserFactory

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
TODAY = NOW.date()


@pytest.fixture
def article(articles):
    return ArticlePageFactory(parent=articles, title="First", live=False)


def saved(page, days, user=None, hours=0, **fields):
    """Save a version that is ``days`` old, as the editor would; return it."""
    revision = page.save_revision(user=user, log_action=True, clean=False)
    moment = NOW - timedelta(days=days, hours=hours)
    Revision.objects.filter(pk=revision.pk).update(created_at=moment, **fields)
    for log in (PageLogEntry, ModelLogEntry):
        log.objects.filter(revision=revision.pk).update(timestamp=moment)
    return revision


def left():
    return list(Revision.objects.order_by("pk").values_list("pk", flat=True))


def test_versions_of_the_last_week_stay(article):
    kept = [saved(article, days).pk for days in (7, 7, 3, 3, 0, 0)]

    assert thin(TODAY).versions == 0
    assert left() == kept


def test_older_ones_stand_for_their_day_and_person(article):
    one, two = UserFactory(), UserFactory()
    versions = [saved(article, 20, user, hours) for hours in (3, 2, 1) for user in (one, two)]
    newest = saved(article, 0)

    assert thin(TODAY).versions == 4
    assert left() == [versions[4].pk, versions[5].pk, newest.pk]


def test_the_oldest_stand_for_their_week(article):
    # Monday to Sunday of one week, 30 November to 6 December 2020, and the Monday after.
    monday = (TODAY - datetime(2020, 11, 30, tzinfo=UTC).date()).days
    versions = [saved(article, monday - day) for day in range(8)]
    saved(article, 0)

    thin(TODAY)

    assert left()[:2] == [versions[6].pk, versions[7].pk]
    assert len(left()) == 3


def test_pages_and_snippets_are_thinned_each_by_itself(article):
    invitation = InvitationFactory()
    versions = [saved(holder, 20, hours=hours) for hours in (2, 1) for holder in (article, invitation)]

    thin(TODAY)

    assert left() == [versions[2].pk, versions[3].pk]


def test_the_latest_version_stays_however_old_it_is(article):
    first, last = saved(article, 400), saved(article, 400)

    thin(TODAY)

    assert left() == [last.pk]
    article.refresh_from_db()
    assert article.latest_revision_id == last.pk != first.pk


def make_published(revision, user):
    revision.publish(user=user)


def make_public_without_a_word(revision, user):
    revision.publish(log_action=False)


def make_scheduled(revision, user):
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now() + timedelta(days=2))


def make_signed_off(revision, user):
    facts = {"name": "Ada", "reviewed_on": TODAY, "review_due": TODAY}
    SignOff.objects.create(article_id=int(revision.object_id), revision=revision, **facts)


def make_reviewed(revision, user):
    Workflow.objects.first().start(revision.content_object, user)
    TaskState.objects.update(revision=revision)


def make_commented(revision, user):
    Comment.objects.create(
        page_id=int(revision.object_id), user=user, text="Why?", contentpath="title", revision_created=revision
    )


def make_logged(revision, user):
    PageLogEntry.objects.log_action(
        revision.content_object, "wagtail.workflow.reject", user=user, revision=revision, timestamp=NOW
    )


def make_replaced_by_an_import(revision, user):
    record = WordPressImport.objects.create(state="done")
    ImportedItem.objects.create(site="old", kind="post", key="1", made_by=record, revision_before=revision.pk)


PROTECTING = [
    make_published,
    make_public_without_a_word,
    make_scheduled,
    make_signed_off,
    make_reviewed,
    make_commented,
    make_logged,
    make_replaced_by_an_import,
]


@pytest.mark.parametrize("protect", PROTECTING, ids=lambda protect: protect.__name__[5:])
def test_what_matters_stays_however_old_it_is(article, admin, protect):
    kept = saved(article, 400, hours=3)
    saved(article, 400, hours=2)
    last = saved(article, 400, hours=1)
    protect(Revision.objects.get(pk=kept.pk), admin)

    assert thin(TODAY).versions == 1
    assert left() == [kept.pk, last.pk]


def test_published_version_stays_when_another_has_been_published(article, admin):
    versions = [saved(article, 400, hours=hours) for hours in range(9, 3, -1)]
    for version in versions[::2]:
        version.publish(user=admin)

    thin(TODAY)

    assert left() == [versions[0].pk, versions[2].pk, versions[4].pk, versions[5].pk]


def written(page, days, hours, user):
    """Put a version into the tables as saving does, without what else saving does."""
    at = NOW - timedelta(days=days, hours=hours)
    kind = ContentType.objects.get_for_model(page)
    base = ContentType.objects.get_for_model(Page)
    facts = {"object_id": str(page.pk), "user": user, "content": {}, "created_at": at}
    revision = Revision.objects.create(content_type=kind, base_content_type=base, **facts)
    log(page, revision, "wagtail.edit", at)
    return revision


def log(page, revision, action, at=NOW):
    facts = {"content_type": ContentType.objects.get_for_model(page), "label": "x", "content_changed": True}
    PageLogEntry.objects.create(page=page, revision=revision, action=action, timestamp=at, **facts)


def in_review(page, revision):
    workflow = Workflow.objects.first()
    kinds = {"base_content_type": revision.base_content_type, "content_type": revision.content_type}
    state = WorkflowState.objects.create(workflow=workflow, object_id=page.pk, status="cancelled", **kinds)
    task = workflow.tasks.first()
    TaskState.objects.create(workflow_state=state, revision=revision, task=task)


#: What may have become of a version, by what the tables then say.
FATES = {
    "published": lambda page, revision, user: log(page, revision, "wagtail.publish"),
    "rejected": lambda page, revision, user: log(page, revision, "wagtail.workflow.reject"),
    "live": lambda page, revision, user: Page.objects.filter(pk=page.pk).update(live_revision=revision),
    "latest": lambda page, revision, user: Page.objects.filter(pk=page.pk).update(latest_revision=revision),
    "in review": lambda page, revision, user: in_review(page, revision),
    "scheduled": lambda page, revision, user: make_scheduled(revision, user),
    "signed off": lambda page, revision, user: make_signed_off(revision, user),
    "commented": lambda page, revision, user: make_commented(revision, user),
}
HISTORY = st.lists(
    st.tuples(
        st.integers(0, 200), st.integers(0, 23), st.booleans(), st.none() | st.none() | st.sampled_from(sorted(FATES))
    ),
    max_size=14,
)


@given(HISTORY)
@settings(max_examples=25)
def test_whatever_history_nothing_that_matters_goes_and_twice_is_once(articles, admin, history):
    with transaction.atomic():
        page, other = ArticlePageFactory(parent=articles, live=False), UserFactory()
        protected, named = set(), {}
        for days, hours, is_other, fate in history:
            version = written(page, days, hours, other if is_other else admin)
            if fate:
                FATES[fate](page, version, admin)
            if fate in {"live", "latest"}:
                # Only one version is: a later one takes its place.
                named[fate] = version.pk
            elif fate:
                protected.add(version.pk)
        protected |= set(named.values())
        before = set(left())
        newest = Revision.objects.order_by("-created_at", "-pk").values_list("pk", flat=True).first()
        counted = thin(TODAY, for_real=False)
        done = thin(TODAY)
        after = set(left())

        assert protected <= after
        assert newest is None or newest in after
        assert done.versions == counted.versions == len(before) - len(after)
        assert done.lines == counted.lines
        assert TaskState.objects.count() == sum(fate == "in review" for *_, fate in history)
        assert not PageLogEntry.objects.filter(revision__isnull=False).exclude(revision__in=after).exists()
        assert thin(TODAY).versions == 0
        assert set(left()) == after
        transaction.set_rollback(True)


VERSIONS = st.lists(
    st.builds(
        Saved,
        st.uuids().map(lambda key: key.int),
        st.tuples(st.integers(1, 2), st.sampled_from("ab")),
        st.sampled_from([None, 1]),
        st.datetimes(datetime(2025, 1, 1), datetime(2026, 11, 27), timezones=st.just(UTC)),
    ),
    unique_by=lambda version: version.key,
).map(lambda versions: sorted(versions, key=lambda version: (version.of, str(version.by), version.at)))


@given(VERSIONS, st.integers(1, 30), st.integers(30, 200))
def test_each_version_that_goes_has_a_later_one_of_its_week(versions, all_days, daily_days):
    gone = set(superseded(versions, TODAY, all_days, daily_days))
    stay = [version for version in versions if version.key not in gone]

    assert list(superseded(stay, TODAY, all_days, daily_days)) == []
    for version in versions:
        if version.key in gone:
            assert (TODAY - version.at.date()).days >= all_days
            assert any(
                other.of == version.of and other.by == version.by and version.at <= other.at
                for other in stay
                if other.at - version.at < timedelta(days=7)
            )


def test_dry_run_counts_and_changes_nothing(article, capsys):
    for hours in (3, 2, 1):
        saved(article, 3000, hours=hours)
    before = left()

    call_command("thin_history", dry_run=True)
    assert capsys.readouterr().out == "2 of 3 versions older than 7 days would go, with 2 lines of the log.\n"
    assert left() == before

    call_command("thin_history")
    assert capsys.readouterr().out == "2 of 3 versions older than 7 days removed, with 2 lines of the log.\n"
    assert len(left()) == 1


def test_history_shows_only_versions_that_can_be_opened(admin_client, article, admin):
    for title in ("First", "Second", "Third", "Fourth"):
        article.title = title
        saved(article, 400, admin, hours=9 - len(title))
    article.title = "Last"
    saved(article, 0, admin)
    thin(TODAY)

    answer = admin_client.get(reverse("wagtailadmin_pages:history", args=[article.pk]))

    entries = list(answer.context["object_list"])
    assert [entry.revision_id for entry in entries if entry.action == "wagtail.edit"] == left()[::-1]
    old, new = left()
    for name, arguments in {
        "revisions_compare": [article.pk, old, new],
        "revisions_revert": [article.pk, old],
        "revisions_view": [article.pk, old],
    }.items():
        assert admin_client.get(reverse(f"wagtailadmin_pages:{name}", args=arguments)).status_code == 200
    assert b"Compare with previous version" in answer.content


def test_old_lines_of_one_sitting_become_one(article, admin):
    with LogContext(user=admin):
        version = saved(article, 30, admin)
    line = PageLogEntry.objects.get(revision=version.pk, action="wagtail.edit")
    for minutes in range(1, 4):
        again = PageLogEntry.objects.get(pk=line.pk)
        again.pk, again.timestamp = None, line.timestamp + timedelta(minutes=minutes)
        again.save()

    assert thin(TODAY).lines == 3
    assert PageLogEntry.objects.get(action="wagtail.edit").timestamp == line.timestamp + timedelta(minutes=3)
    assert thin(TODAY).lines == 0


def test_work_does_not_grow_with_each_version(article, django_assert_max_num_queries):
    for hours in range(40):
        saved(article, 400, hours=hours / 10)

    with django_assert_max_num_queries(45):
        assert thin(TODAY).versions >= 38


def over(page, revision, user, title):
    """Save as an editor's window does that has been open since ``revision`` was its own."""
    page = page.__class__.objects.get(pk=page.pk)
    page.title = title
    return page.save_revision(user=user, log_action=True, clean=False, overwrite_revision=revision)


def test_one_sitting_is_one_version_and_one_line(admin_client, article, admin):
    with LogContext(user=admin):
        revision = article.save_revision(user=admin, log_action=True)
    for title in ("F", "Fi", "Fin"):
        over(article, revision, admin, title)

    answer = admin_client.get(reverse("wagtailadmin_pages:history", args=[article.pk]))
    assert left() == [revision.pk]
    assert [entry.action for entry in answer.context["object_list"]].count("wagtail.edit") == 1


@pytest.mark.parametrize("settle", [make_published, make_public_without_a_word, make_scheduled, make_signed_off])
def test_open_window_does_not_write_over_what_was_settled_meanwhile(article, admin, settle):
    revision = article.save_revision(user=admin, log_action=True)
    settle(Revision.objects.get(pk=revision.pk), admin)

    with pytest.raises(PermissionDenied), transaction.atomic():
        over(article, revision, admin, "Changed afterwards")

    assert Revision.objects.get(pk=revision.pk).content["title"] == "First"


def test_comments_made_while_writing_stop_no_saving(article, admin):
    revision = article.save_revision(user=admin, log_action=True)
    make_commented(revision, admin)

    over(article, revision, admin, "Second")

    assert Revision.objects.get(pk=revision.pk).content["title"] == "Second"


def test_window_is_told_that_its_version_was_published_meanwhile(admin_client, admin, article):
    revision = article.save_revision(user=admin, log_action=True)
    revision.publish(user=admin)
    edit = reverse("wagtailadmin_pages:edit", args=[article.pk])
    form = admin_client.get(edit).context["form"]
    data = {
        **{name: form[name].value() or "" for name in ("title", "slug")},
        **{f"{name}-count": "0" for name in ("body", "references", "related")},
        **{f"comments-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS")},
        "title": "Changed afterwards",
        "overwrite_revision_id": str(revision.pk),
    }

    answer = admin_client.post(edit, data, headers={"accept": "application/json"})

    assert answer.json()["error_code"] == "invalid_revision", answer.json()
    assert Revision.objects.get(pk=revision.pk).content["title"] == "First"
