"""Every address of the admin, as every role and as nobody: who is let in, and what nobody gets to read."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from wagtail.admin.menu import SubmenuMenuItem, admin_menu

from tests.helpers import soup
from tests.users.admin_addresses import addresses
from tests.users.admin_areas import FAULTS, READERS, leads_nowhere, who
from tests.users.admin_world import ANONYMOUS, NOBODY, REVIEWERS, ROLES, SUPERUSER, TEAM, WRITERS, World

pytestmark = pytest.mark.django_db
METHODS = ("get", "post")


@pytest.fixture
def world(site, articles):
    return World(site, articles)


class Visit:
    """Somebody who asks for addresses; what an answer has changed is taken back."""

    def __init__(self, world, role):
        self.world, self.role = world, role
        self.client = Client(raise_request_exception=False)
        self.sign_in()

    def sign_in(self):
        if self.role != ANONYMOUS:
            self.client.force_login(self.world.people[self.role])

    def ask(self, method, url):
        with transaction.atomic():
            answer = getattr(self.client, method)(url, self.world.form() if method == "post" else None)
            transaction.set_rollback(True)
        if self.role != ANONYMOUS and "_auth_user_id" not in self.client.session:
            self.sign_in()
        return answer


def lets_in(answer) -> bool:
    """Say whether an answer is more than a refusal. A redirect is, if it leads neither home nor to the sign-in."""
    if answer.status_code == 302:
        home, login = reverse("wagtailadmin_home"), reverse("wagtailadmin_login")
        return answer.url != home and not answer.url.startswith(f"{login}?next=")
    return answer.status_code not in {403, 404, 405}


def text_of(answer) -> str:
    return (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode("utf-8", "replace")


def complaints(address, visit):
    """Yield what is wrong with how one address answers.

    Where GET lets in whom it should, only a superuser goes on to POST: a form that is read can fail, and does so alike
    for everybody.
    """
    role, allowed = visit.role, who(address.label)
    if allowed is None:
        yield "is new: say in tests/users/admin_areas.py whom it concerns"
        return
    expected = not leads_nowhere(address.label) if role == SUPERUSER else role in allowed
    answers = [visit.ask("get", address.url)]
    if role == SUPERUSER or not (expected and lets_in(answers[0])):
        answers.append(visit.ask("post", address.url))
    if any(map(lets_in, answers)) != expected:
        yield f"{'refuses' if expected else 'lets in'} {role}"
    for answer in answers:
        method = answer.request["REQUEST_METHOD"]
        if answer.status_code >= 500 and address.label not in FAULTS:
            yield f"answers {answer.status_code} to {method}"
        read = text_of(answer)
        for word, readers in READERS.items():
            if word in read and role not in {*readers, SUPERUSER}:
                yield f"shows “{word}” to {role}, asked by {method}"


@pytest.mark.parametrize("role", [*ROLES, NOBODY, ANONYMOUS, SUPERUSER])
def test_every_address_of_the_admin_is_for_those_it_concerns(world, role):
    visit = Visit(world, role)

    wrong = [
        f"{address.label} {complaint} ({address.url})"
        for address in addresses(world)
        for complaint in complaints(address, visit)
    ]

    assert not wrong, "\n".join(["", *wrong])


#: A page chooser names every page; cancelling asks a question that names none.
NAMES_NOTHING = {"wagtailadmin_choose_page_chosen_multiple", "wagtailadmin_pages:confirm_workflow_cancellation"}


def test_a_reviewer_opens_no_draft_that_is_not_in_review(world):
    in_review = {address.url for address in addresses(world)}
    world.article = world.other
    visit = Visit(world, REVIEWERS)
    editor = reverse("wagtailadmin_pages:edit", args=[world.other.pk])

    others = [found for found in addresses(world) if found.url not in in_review and found.label not in NAMES_NOTHING]
    answers = {f"{method} {found.url}": visit.ask(method, found.url) for found in others for method in METHODS}

    assert f"get {editor}" in answers
    # Sent to the editor, a reviewer is refused there.
    assert [asked for asked, answer in answers.items() if lets_in(answer) and answer.get("Location") != editor] == []


def menu_of(request, menu=admin_menu):
    """Yield the addresses that the menu of whoever asks leads to within the admin."""
    for item in menu.menu_items_for_request(request):
        if isinstance(item, SubmenuMenuItem):
            yield from menu_of(request, item.menu)
        elif item.url.startswith(reverse("wagtailadmin_home")):
            yield item.url


@pytest.mark.parametrize("role", ROLES)
def test_no_menu_leads_to_a_refusal(world, rf, role):
    request = rf.get("/")
    request.user = world.people[role]
    visit = Visit(world, role)

    refused = [url for url in menu_of(request) if not lets_in(visit.ask("get", url))]

    assert refused == []


def test_the_menu_of_the_practice_team_is_about_requests_for_help(world, rf):
    request = rf.get("/")
    request.user = world.people[TEAM]

    assert set(menu_of(request)) == {
        reverse("consultations:index"),
        reverse("guide:contents"),
        reverse("wagtailsettings:edit", args=["consultations", "consultationsettings"]),
    }


@pytest.mark.parametrize("role", ROLES)
def test_home_searches_pages_for_those_they_are_open_to(world, role):
    home = soup(Visit(world, role).ask("get", reverse("wagtailadmin_home")))

    assert len(home.select("main form[role=search]")) == (role in who("wagtailadmin_explore"))


@pytest.mark.parametrize("role", [WRITERS, REVIEWERS, TEAM])
def test_a_script_is_refused_too(world, role):
    visit = Visit(world, role)

    answer = visit.client.get(
        reverse("wagtailadmin_reports:site_history"), headers={"x-requested-with": "XMLHttpRequest"}
    )

    assert answer.status_code == 403
