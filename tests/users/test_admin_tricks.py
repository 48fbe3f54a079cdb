"""What somebody with an account may try that no screen offers: fields, routes and files behind what they may open."""

import csv
from datetime import date

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, ReferenceIndex

from blog.models import ArticlePage
from hub.core.models import HubImage
from hub.users.models import User
from hub.users.roles import EDITORS, REVIEWERS, WRITERS
from tests.blog.desk.test_gate import form
from tests.factories import ArticlePageFactory, ImageFactory
from tests.helpers import soup
from tests.users.admin_addresses import addresses
from tests.users.admin_areas import READERS, leads_nowhere
from tests.users.admin_world import SUPERUSER, World
from tests.users.test_admin_areas import text_of

pytestmark = pytest.mark.django_db
PAGES = "wagtailadmin_pages"


@pytest.fixture
def world(site, articles, settings, tmp_path):
    settings.IMPORT_ROOT = tmp_path
    return World(site, articles)


def client_of(world, role, **kwargs):
    client = Client(**kwargs)
    client.force_login(world.people[role])
    return client


def fresh(page):
    return Page.objects.get(pk=page.pk).specific


def claims(page):
    return page.reviewer_id, page.reviewed_on, page.review_due


def claiming(world, page):
    dates = {"reviewed_on": "2026-01-05", "review_due": "2027-01-05"}
    return form(page, title="Sleep", author=world.author.pk, reviewer=world.person.pk, **dates)


@pytest.mark.parametrize("role", [WRITERS, REVIEWERS])
def test_who_publishes_nothing_says_nothing_in_a_reviewers_name(world, role):
    page = world.article if role == REVIEWERS else world.other

    client_of(world, role).post(reverse(f"{PAGES}:edit", args=[page.pk]), claiming(world, page))

    latest = fresh(page).get_latest_revision_as_object()
    assert (latest.title, *claims(latest)) == ("Sleep", None, None, None)


def test_an_article_does_not_begin_with_a_review(world):
    address = reverse(f"{PAGES}:add", args=["blog", "articlepage", world.index.pk])

    client_of(world, WRITERS).post(address, claiming(world, ArticlePage(title="New", slug="new")))

    assert claims(ArticlePage.objects.get(slug="new")) == (None, None, None)


@pytest.mark.parametrize("role", [EDITORS, SUPERUSER])
def test_an_editor_says_who_has_reviewed_elsewhere(world, role):
    client_of(world, role).post(reverse(f"{PAGES}:edit", args=[world.other.pk]), claiming(world, world.other))

    latest = fresh(world.other).get_latest_revision_as_object()
    assert claims(latest) == (world.person.pk, date(2026, 1, 5), date(2027, 1, 5))


def test_a_writer_reads_who_has_reviewed(world):
    facts = {"reviewer": world.person, "reviewed_on": date(2026, 1, 5)}
    page = ArticlePageFactory(parent=world.index, author=world.author, **facts)

    shown = soup(client_of(world, WRITERS).get(reverse(f"{PAGES}:edit", args=[page.pk])))

    assert shown.select("[name=reviewer], [name=reviewed_on], [name=review_due]") == []
    assert shown.select_one("#panel-child-people_and_dates-people-section [role=textbox]").text.strip() == "Ben Example"


def test_the_reviewer_is_not_made_the_author(world):
    page = ArticlePageFactory(parent=world.index, author=world.author, reviewer=world.person)
    data = form(page, author=world.person.pk)

    answer = client_of(world, WRITERS).post(reverse(f"{PAGES}:edit", args=[page.pk]), data)

    assert "This person has reviewed the article." in answer.content.decode()


def test_a_copy_was_reviewed_by_nobody(world):
    facts = {"reviewer": world.person, "reviewed_on": date(2026, 1, 5), "review_due": date(2027, 1, 5)}
    page = ArticlePageFactory(parent=world.index, author=world.author, **facts)
    page.save_revision()
    data = {"new_title": "Copied", "new_slug": "copied", "new_parent_page": world.index.pk}

    client_of(world, WRITERS).post(reverse(f"{PAGES}:copy", args=[page.pk]), data)

    copy = ArticlePage.objects.get(slug="copied")
    assert claims(copy) == claims(copy.get_latest_revision_as_object()) == (None, None, None)
    assert claims(fresh(page))[0] == world.person.pk


@pytest.mark.parametrize("at_once", [False, True])
def test_a_writer_moves_no_draft_of_somebody_else(world, at_once):
    client = client_of(world, WRITERS)
    if at_once:
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
        client.post(f"{address}?id={world.other.pk}", {"chooser": world.elsewhere.pk})
    else:
        client.post(reverse(f"{PAGES}:move_confirm", args=[world.other.pk, world.elsewhere.pk]))

    assert fresh(world.other).get_parent().pk == world.index.pk


@pytest.mark.parametrize("at_once", [False, True])
def test_a_writer_moves_a_draft_of_their_own(world, at_once):
    Page.objects.filter(pk=world.other.pk).update(owner=world.people[WRITERS])
    client = client_of(world, WRITERS)
    if at_once:
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
        client.post(f"{address}?id={world.other.pk}", {"chooser": world.elsewhere.pk})
    else:
        client.post(reverse(f"{PAGES}:move_confirm", args=[world.other.pk, world.elsewhere.pk]))

    assert fresh(world.other).get_parent().pk == world.elsewhere.pk


@pytest.mark.parametrize(("role", "changed"), [(WRITERS, False), (EDITORS, True)])
def test_a_public_alias_is_made_a_page_by_who_publishes(world, role, changed):
    client_of(world, role).post(reverse(f"{PAGES}:convert_alias", args=[world.alias.pk]))

    assert (fresh(world.alias).alias_of is None) == changed


def test_every_form_of_the_admin_asks_where_it_came_from(world):
    client = client_of(world, SUPERUSER, enforce_csrf_checks=True, raise_request_exception=False)
    taken = []
    for address in addresses(world):
        with transaction.atomic():
            answer = client.post(address.url, world.form())
            transaction.set_rollback(True)
        if answer.status_code not in {403, 405} and not leads_nowhere(address.label):
            taken.append(address.label)

    assert taken == []


@pytest.mark.parametrize("role", [WRITERS, EDITORS])
def test_what_uses_a_page_tells_nothing_of_requests_and_reviewers(world, role):
    client = client_of(world, role)
    pages = (world.request.page, world.person, world.public, world.index)
    asked = [reverse(f"{PAGES}:{view}", args=[page.pk]) for page in pages for view in ("usage", "delete", "history")]

    read = "".join(text_of(client.get(address)) for address in asked)

    assert [word for word, readers in READERS.items() if word in read and role not in readers] == []
    assert world.request.reference not in read


@pytest.mark.parametrize("report", ["site_history", "locked_pages", "workflow", "aging_pages"])
def test_no_title_becomes_a_formula_in_a_report(world, report):
    title = "=HYPERLINK(1)"
    for page in (world.other, world.public, world.article):
        Page.objects.filter(pk=page.pk).update(title=title, draft_title=title, locked=True)
        fresh(page).save_revision(user=world.people[EDITORS], log_action=True)

    answer = client_of(world, EDITORS).get(reverse(f"wagtailadmin_reports:{report}"), {"export": "csv"})

    cells = [cell for row in csv.reader(text_of(answer).splitlines()) for cell in row]
    assert [cell for cell in cells if cell.startswith("=")] == []


@pytest.fixture
def picture(world):
    """A picture of a writer's own."""
    return ImageFactory(title="Harbour", uploaded_by_user=world.people[WRITERS])


def shown(world, picture, live):
    """Let an article show a picture."""
    page = ArticlePageFactory(parent=world.index, live=live, hero_image=picture, hero_alt="A harbour")
    ReferenceIndex.create_or_update_for_object(page)


@pytest.mark.parametrize(
    ("live", "role", "is_gone"), [(True, WRITERS, False), (False, WRITERS, True), (True, EDITORS, True)]
)
def test_a_writer_changes_a_picture_of_their_own_until_readers_see_it(world, picture, live, role, is_gone):
    shown(world, picture, live)

    client_of(world, role).post(reverse("wagtailimages:delete", args=[picture.pk]))

    assert HubImage.objects.filter(pk=picture.pk).exists() != is_gone


@pytest.mark.parametrize("view", ["wagtailimages:edit", "wagtailimages:delete", "wagtailimages:delete_multiple"])
def test_no_view_lets_a_writer_change_what_readers_see(world, picture, view):
    shown(world, picture, live=True)

    answer = client_of(world, WRITERS).post(
        reverse(view, args=[picture.pk]), {"title": "Another"}, headers={"x-requested-with": "XMLHttpRequest"}
    )

    assert answer.status_code == 403
    assert HubImage.objects.get(pk=picture.pk).title == "Harbour"


def test_many_pictures_at_once_are_held_to_the_same(world, picture):
    shown(world, picture, live=True)
    address = reverse("wagtail_bulk_action", args=["core", "hubimage", "delete"])

    client_of(world, WRITERS).post(f"{address}?id={picture.pk}")

    assert HubImage.objects.filter(pk=picture.pk).exists()


@pytest.mark.parametrize("role", [WRITERS, EDITORS])
def test_nobody_raises_themselves_in_their_account(world, role):
    user = world.people[role]
    data = {"name_email-first_name": "Ann", "name_email-last_name": "Other", "name_email-email": "ann@example.org"}
    groups = list(user.groups.values_list("pk", flat=True))

    client_of(world, role).post(
        reverse("wagtailadmin_account"), data | {"is_superuser": "on", "name_email-is_superuser": "on", "groups": 1}
    )

    user = User.objects.get(pk=user.pk)
    assert (user.is_superuser, user.is_staff, list(user.groups.values_list("pk", flat=True))) == (False, False, groups)


@pytest.mark.parametrize("change", ["deactivated", "taken out"])
def test_who_has_left_gets_in_no_more_though_they_are_signed_in(world, change):
    user, client = world.people[EDITORS], client_of(world, EDITORS)
    editor = reverse(f"{PAGES}:edit", args=[world.other.pk])
    assert client.get(editor).status_code == 200

    if change == "deactivated":
        User.objects.filter(pk=user.pk).update(is_active=False)
    else:
        user.groups.clear()

    assert client.get(editor).url.startswith(reverse("wagtailadmin_login"))
