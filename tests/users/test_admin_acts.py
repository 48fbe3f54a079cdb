"""What each role can bring about: what somebody may not do stays undone, whatever form they send."""

from dataclasses import dataclass

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Page

from blog.importing.desk.models import Batch
from blog.models import ArticlePage, Dismissal, QualityWords, ReviewLink, SignOff
from blog.wordpress.models import WordPressImport
from hub.consultations.models import ConsultationRequest, ConsultationSettings
from hub.core.models import HubImage
from hub.users.models import User
from hub.users.roles import EDITORS as E
from hub.users.roles import REVIEWERS as R
from hub.users.roles import TEAM as T
from hub.users.roles import WRITERS as W
from tests.blog.desk.test_gate import form
from tests.users.admin_world import ANONYMOUS, NOBODY, ROLES, World

pytestmark = pytest.mark.django_db
PAGES = "wagtailadmin_pages"


@pytest.fixture
def world(site, articles, settings, tmp_path):
    settings.IMPORT_ROOT = tmp_path
    return World(site, articles)


@dataclass(frozen=True)
class Act:
    """A form that is sent, and whether it came about. ``args`` and ``data`` are made from the world."""

    who: set[str]
    view: str
    args: object
    data: object
    came_about: object


def fresh(page):
    return ArticlePage.objects.get(pk=page.pk)


def other_form(world, button):
    return form(world.other, title="Sleep", author=world.author.pk) | {button: button, "quality-reason": "It is short."}


def sign_off(world):
    return {"reviewed_on": "2026-01-05", "is_sound": "on", "comment": ""}


def answer_to(action):
    return lambda w: [w.article.pk, action, w.state.current_task_state_id]


def bulk(action):
    return lambda w: ["wagtailcore", "page", action]


ACTS = {
    "begins an article": Act(
        {W, E},
        f"{PAGES}:add",
        lambda w: ["blog", "articlepage", w.index.pk],
        lambda w: form(ArticlePage(title="New", slug="new")),
        lambda w: ArticlePage.objects.filter(slug="new").exists(),
    ),
    "changes a draft": Act(
        {W, E},
        f"{PAGES}:edit",
        lambda w: [w.other.pk],
        lambda w: other_form(w, "action-save"),
        lambda w: fresh(w.other).get_latest_revision_as_object().title == "Sleep",
    ),
    "submits a draft": Act(
        {W, E},
        f"{PAGES}:edit",
        lambda w: [w.other.pk],
        lambda w: other_form(w, "action-submit"),
        lambda w: fresh(w.other).current_workflow_state is not None,
    ),
    "publishes a draft": Act(
        {E},
        f"{PAGES}:edit",
        lambda w: [w.other.pk],
        lambda w: other_form(w, "action-publish"),
        lambda w: fresh(w.other).live,
    ),
    "unpublishes an article": Act(
        {E}, f"{PAGES}:unpublish", lambda w: [w.public.pk], lambda w: {}, lambda w: not fresh(w.public).live
    ),
    "deletes a public article": Act(
        {E},
        f"{PAGES}:delete",
        lambda w: [w.public.pk],
        lambda w: {},
        lambda w: not Page.objects.filter(pk=w.public.pk).exists(),
    ),
    "deletes another's draft": Act(
        {E},
        f"{PAGES}:delete",
        lambda w: [w.other.pk],
        lambda w: {},
        lambda w: not Page.objects.filter(pk=w.other.pk).exists(),
    ),
    "deletes many drafts of others": Act(
        {E},
        "wagtail_bulk_action",
        bulk("delete"),
        lambda w: {"id": w.other.pk},
        lambda w: not Page.objects.filter(pk=w.other.pk).exists(),
    ),
    "moves a public article": Act(
        {E},
        f"{PAGES}:move_confirm",
        lambda w: [w.public.pk, w.elsewhere.pk],
        lambda w: {},
        lambda w: fresh(w.public).get_parent() == w.elsewhere.page_ptr,
    ),
    "makes an article private": Act(
        {E},
        f"{PAGES}:set_privacy",
        lambda w: [w.public.pk],
        lambda w: {"restriction_type": "login"},
        lambda w: fresh(w.public).view_restrictions.exists(),
    ),
    "publishes past the gate": Act(
        set(),
        "wagtailadmin_api:pages:action",
        lambda w: [w.other.pk, "publish"],
        lambda w: {},
        lambda w: fresh(w.other).live,
    ),
    "deletes many public articles": Act(
        {E},
        "wagtail_bulk_action",
        bulk("delete"),
        lambda w: {"id": w.public.pk},
        lambda w: not Page.objects.filter(pk=w.public.pk).exists(),
    ),
    "unpublishes many articles": Act(
        {E}, "wagtail_bulk_action", bulk("unpublish"), lambda w: {"id": w.public.pk}, lambda w: not fresh(w.public).live
    ),
    "signs off": Act(
        {R}, f"{PAGES}:workflow_action", answer_to("approve"), sign_off, lambda w: SignOff.objects.exists()
    ),
    "returns with comments": Act(
        {R},
        f"{PAGES}:workflow_action",
        answer_to("reject"),
        lambda w: {"comment": "Say how often."},
        lambda w: fresh(w.article).current_workflow_state.status == "needs_changes",
    ),
    "sends a review link": Act(
        {E},
        "quality:review",
        lambda w: [w.article.pk],
        lambda w: {"reviewer": w.person.pk, "email": "eve@example.org"},
        lambda w: ReviewLink.objects.count() == 2,
    ),
    "takes a review link back": Act(
        {E},
        "quality:revoke",
        lambda w: [w.article.pk, w.link.pk],
        lambda w: {},
        lambda w: not ReviewLink.objects.get().is_open,
    ),
    "leaves a finding be": Act(
        {W, R, E},
        "quality:dismiss",
        lambda w: [w.article.pk],
        lambda w: {"key": "0" * 32, "rule": "few-links", "reason": "There is nothing to link to."},
        lambda w: Dismissal.objects.exists(),
    ),
    "leaves be what must be fixed": Act(
        {E},
        "quality:dismiss",
        lambda w: [w.article.pk],
        lambda w: {"key": "0" * 32, "rule": "promise", "reason": "It is quoted."},
        lambda w: Dismissal.objects.exists(),
    ),
    "changes the words of quality": Act(
        {E},
        "wagtailsettings:edit",
        lambda w: ["blog", "qualitywords", QualityWords.load().pk],
        lambda w: {"promises": "marmalade"},
        lambda w: QualityWords.objects.get().promises == "marmalade",
    ),
    "changes what is promised about requests": Act(
        {T},
        "wagtailsettings:edit",
        lambda w: ["consultations", "consultationsettings", w.site.pk],
        lambda w: {"answer_within_days": 3, "keep_days": 90, "keep_booked_days": 180, "notice_addresses": ""},
        lambda w: ConsultationSettings.for_site(w.site).answer_within_days == 3,
    ),
    "erases a request for help": Act(
        {T},
        "consultations:erase",
        lambda w: [w.request.reference],
        lambda w: {"sure": "on"},
        lambda w: not ConsultationRequest.objects.exists(),
    ),
    "takes on a request for help": Act(
        {T},
        "consultations:take",
        lambda w: [w.request.reference],
        lambda w: {},
        lambda w: ConsultationRequest.objects.get().assigned_to is not None,
    ),
    "makes a redirect": Act(
        {E},
        "wagtailredirects:add",
        lambda w: [],
        lambda w: {"old_path": "/older", "redirect_link": "/articles/", "is_permanent": "on"},
        lambda w: Redirect.objects.filter(old_path="/older").exists(),
    ),
    "makes a collection": Act(
        {E},
        "wagtailadmin_collections:add",
        lambda w: [],
        lambda w: {"name": "Portraits", "parent": Collection.get_first_root_node().pk},
        lambda w: Collection.objects.filter(name="Portraits").exists(),
    ),
    "deletes another's picture": Act(
        {E}, "wagtailimages:delete", lambda w: [w.image.pk], lambda w: {}, lambda w: not HubImage.objects.exists()
    ),
    "brings in a document": Act(
        {W, E},
        "importing:start",
        lambda w: [],
        lambda w: {"files": SimpleUploadedFile("a.txt", b"Sleep\n\nIt comes and goes."), "place": w.index.pk},
        lambda w: Batch.objects.count() == 2,
    ),
    "drops another's upload": Act(
        set(),
        "importing:batch",
        lambda w: [w.batch.pk],
        lambda w: {"do": "remove-all"},
        lambda w: not w.batch.documents.exists(),
    ),
    "drops an export of WordPress": Act(
        {E},
        "wordpress:drop",
        lambda w: [w.wordpress.pk],
        lambda w: {},
        lambda w: not WordPressImport.objects.exists(),
    ),
    "makes an account": Act(
        set(),
        "wagtailusers_users:add",
        lambda w: [],
        lambda w: {
            **{"username": "eve", "email": "eve@example.org", "first_name": "Eve", "last_name": "Example"},
            **dict.fromkeys(("password1", "password2"), "a-quiet-harbour-at-dusk"),
        },
        lambda w: User.objects.filter(username="eve").exists(),
    ),
    "deletes an account": Act(
        set(),
        "wagtailusers_users:delete",
        lambda w: [w.colleague.pk],
        lambda w: {},
        lambda w: not User.objects.filter(username="colleague").exists(),
    ),
    "deletes a role": Act(
        set(),
        "wagtailusers_groups:delete",
        lambda w: [Group.objects.get(name=W).pk],
        lambda w: {},
        lambda w: not Group.objects.filter(name=W).exists(),
    ),
}


@pytest.mark.parametrize("role", [*ROLES, NOBODY, ANONYMOUS])
def test_a_role_brings_about_what_it_may_and_nothing_else(world, role):
    done = set()
    for name, act in ACTS.items():
        client = Client()
        if role != ANONYMOUS:
            client.force_login(world.people[role])
        with transaction.atomic():
            address = reverse(act.view, args=act.args(world))
            data = act.data(world)
            client.post(f"{address}?id={data['id']}" if "id" in data else address, data)
            if act.came_about(world):
                done.add(name)
            transaction.set_rollback(True)

    assert done == {name for name, act in ACTS.items() if role in act.who}


@pytest.mark.parametrize("own", ["written", "submitted"])
def test_a_reviewer_signs_off_nothing_of_their_own(world, own):
    if own == "written":
        ArticlePage.objects.filter(pk=world.article.pk).update(author=world.person)
    else:
        world.state.requested_by = world.people[R]
        world.state.save()
    client = Client()
    client.force_login(world.people[R])

    client.post(reverse(f"{PAGES}:workflow_action", args=answer_to("approve")(world)), sign_off(world))

    assert not SignOff.objects.exists()


def test_a_writer_deletes_a_draft_of_their_own(world):
    Page.objects.filter(pk=world.other.pk).update(owner=world.people[W])
    client = Client()
    client.force_login(world.people[W])

    client.post(reverse(f"{PAGES}:delete", args=[world.other.pk]))

    assert not Page.objects.filter(pk=world.other.pk).exists()
