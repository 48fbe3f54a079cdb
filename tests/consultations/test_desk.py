"""The team's desk: who gets in, what is recorded, what can be done, and what it never shows."""

import csv
import io
import json

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from hub.consultations.exporting import harmless
from hub.consultations.models import Access, ConsultationRequest, Erasure, Note, Notice
from tests.factories import UserFactory
from tests.helpers import soup

INDEX = "consultations:index"
ON_ONE = ["request", "work", "take", "note", "apart", "erase"]
ON_NONE = ["index", "index_results", "export", "person", "person_export", "person_erase", "records", "mail", "retry"]
CHANGING = {"work", "take", "note", "apart", "erase", "export", "person_export", "person_erase", "retry"}
CANARY = "Wilhelmina Quixote"


def addresses(request):
    yield from ((name, reverse(f"consultations:{name}")) for name in ON_NONE)
    yield from ((name, reverse(f"consultations:{name}", args=[request.reference])) for name in ON_ONE)


def urls_of_the_desk():
    from hub.consultations.desk.urls import urlpatterns

    return {pattern.name for pattern in urlpatterns}


def client_with(*codenames):
    user = UserFactory()
    user.user_permissions.add(*Permission.objects.filter(codename__in=["access_admin", *codenames]))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def request_(make_request):
    return make_request(name=CANARY, contact="wilhelmina@example.org", message="A private matter")


def test_walk_knows_every_address():
    assert {*ON_ONE, *ON_NONE} == urls_of_the_desk()


def test_nobody_gets_in_without_signing_in(client, request_):
    for _, url in addresses(request_):
        for answer in (client.get(url), client.post(url)):
            assert (answer.status_code, answer.url.partition("?")[0]) == (302, reverse("wagtailadmin_login")), url


def test_nobody_gets_in_without_the_permission(bystander_client, request_):
    for _, url in addresses(request_):
        for answer in (
            bystander_client.get(url),
            bystander_client.post(url, {"sure": "yes", "reference": request_.reference}),
        ):
            assert (answer.status_code, answer.url) == (302, reverse("wagtailadmin_home")), url
    assert (ConsultationRequest.objects.count(), Access.objects.count()) == (1, 0)


def test_editors_and_moderators_do_not_read_requests(client, request_):
    from django.contrib.auth.models import Group

    user = UserFactory()
    user.groups.add(*Group.objects.filter(name__in=["Writers", "Editors"]))
    client.force_login(user)

    assert [name for name, url in addresses(request_) if client.get(url).status_code not in (302, 405)] == []


def test_team_gets_in_everywhere(team_client, request_):
    shown = {name: team_client.get(url).status_code for name, url in addresses(request_)}

    assert shown == {name: 405 if name in CHANGING else 200 for name in shown}


def test_whoever_may_only_read_changes_nothing(request_):
    reader = client_with("view_consultationrequest")

    for name, url in addresses(request_):
        if name in CHANGING:
            assert reader.post(url, {"sure": "yes", "text": "x"}).status_code == 302, url
    assert (ConsultationRequest.objects.count(), Note.objects.count()) == (1, 0)
    page = soup(reader.get(reverse("consultations:request", args=[request_.reference])))
    assert [form["action"] for form in page.select("main form[method=post]")] == []


def test_admin_shows_the_desk_only_to_those_who_may_see_it(bystander_client, team_client, request_):
    home = reverse("wagtailadmin_home")

    assert ["Requests for help" in client.get(home).content.decode() for client in (bystander_client, team_client)] == [
        False,
        True,
    ]


def test_reading_is_recorded_before_anything_is_shown(team_client, team_member, request_):
    team_client.get(reverse("consultations:request", args=[request_.reference]))

    (access,) = Access.objects.all()
    assert (access.user, access.username, access.action, access.request) == (team_member, "marian", "read", request_)


def test_list_shows_nothing_that_people_wrote_and_is_no_reading(team_client, request_):
    text = team_client.get(reverse(INDEX)).content.decode()

    assert request_.reference in text
    assert [word for word in (CANARY, "wilhelmina", "private") if word in text] == []
    assert not Access.objects.exists()


@pytest.mark.parametrize("name", ["index", "request", "person", "records", "mail"])
def test_titles_say_nothing_personal_and_no_cache_keeps_the_page(team_client, request_, name):
    url = dict(addresses(request_))[name]

    answer = team_client.get(url)

    assert CANARY not in soup(answer).title.text
    assert CANARY not in soup(answer).select_one("header, .w-slim-header, h1").text
    assert "no-store" in answer["Cache-Control"]


def test_request_is_shown_to_the_team(team_client, request_):
    text = soup(team_client.get(reverse("consultations:request", args=[request_.reference]))).main.get_text(" ")

    assert [word for word in (CANARY, "wilhelmina@example.org", "A private matter") if word not in text] == []


def test_what_people_write_is_no_markup(team_client, make_request):
    request = make_request(name="<script>alert(1)</script>", message="<img src=x onerror=alert(1)>", contact='"><b>')

    page = team_client.get(reverse("consultations:request", args=[request.reference])).content.decode()
    assert ("<script>alert(1)" in page, "<img src=x" in page, '"><b>' in page) == (False, False, False)


def references(answer):
    return [row.text.strip() for row in soup(answer).select("table.listing tbody td.title a")]


def test_most_urgent_stands_on_top_and_settled_ones_below(team_client, make_request):
    names = {
        "settled": make_request(days_ago=9, status="closed"),
        "fresh": make_request(days_ago=0),
        "late": make_request(days_ago=5, status="contacted"),
    }

    assert references(team_client.get(reverse(INDEX))) == [names[n].reference for n in ("late", "fresh", "settled")]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {"new", "late", "mine"}),
        ("status=new", {"new", "late"}),
        ("status=booked&status=new", {"new", "late", "mine"}),
        ("late=true", {"late"}),
        ("assigned=mine", {"mine"}),
        ("assigned=nobody", {"new", "late"}),
        ("apart=true", {"spam"}),
        ("status=nonsense&assigned=x", {"new", "late", "mine"}),
    ],
)
def test_list_is_filtered(team_client, team_member, make_request, query, expected):
    found = {
        "new": make_request(),
        "late": make_request(days_ago=5),
        "mine": make_request(status="booked", assigned_to=team_member),
        "spam": make_request(suspicion="links"),
    }

    answer = team_client.get(f"{reverse(INDEX)}?{query}")
    names = {request.reference: name for name, request in found.items()}
    assert {names[reference] for reference in references(answer)} == expected


def test_request_is_worked_on(team_client, team_member, request_):
    url = reverse("consultations:work", args=[request_.reference])

    team_client.post(url, {"status": "booked", "assigned_to": team_member.pk, "due_at": "2026-12-24T10:00"})

    request_.refresh_from_db()
    assert (request_.status, request_.assigned_to) == ("booked", team_member)
    assert timezone.localtime(request_.due_at).isoformat()[:16] == "2026-12-24T10:00"
    assert Access.objects.filter(action="changed").get().detail == "status, assigned to, due"


@pytest.mark.parametrize(
    "bad", [{"status": "lost"}, {"assigned_to": "999"}, {"due_at": "soon"}, {"due_at": "9999-01-01T00:00"}]
)
def test_wrong_values_are_refused_and_change_nothing(team_client, request_, bad):
    url = reverse("consultations:work", args=[request_.reference])

    answer = team_client.post(url, {"status": "booked", **bad})

    assert answer.status_code == 200
    assert soup(answer).select(".errorlist")
    request_.refresh_from_db()
    assert request_.status == "new"


def test_request_can_only_be_given_to_the_team(team_client, request_):
    stranger = UserFactory()

    team_client.post(
        reverse("consultations:work", args=[request_.reference]), {"status": "new", "assigned_to": stranger.pk}
    )

    request_.refresh_from_db()
    assert request_.assigned_to is None


def test_request_is_taken(team_client, team_member, request_):
    team_client.post(reverse("consultations:take", args=[request_.reference]))

    request_.refresh_from_db()
    assert request_.assigned_to == team_member


def test_note_is_written_and_shown_with_its_author(team_client, team_member, request_):
    url = reverse("consultations:note", args=[request_.reference])

    answer = team_client.post(url, {"text": "Called <twice>\nno answer"}, follow=True)

    assert Note.objects.get().text == "Called <twice>\nno answer"
    note = soup(answer).select_one(".desk-note").get_text(" ")
    assert "marian" in note
    assert "Called <twice>" in note


def test_empty_note_is_refused(team_client, request_):
    answer = team_client.post(reverse("consultations:note", args=[request_.reference]), {"text": "  "})

    assert "Write something first." in answer.content.decode()
    assert Note.objects.count() == 0


def test_mistaken_request_is_released_and_keeps_its_promised_day(team_client, make_request):
    request = make_request(suspicion="links,often")
    team_client.post(reverse("consultations:apart", args=[request.reference]))

    request.refresh_from_db()
    assert (request.suspicion, request.erased_on) == ("", request.erase_on)


def test_wrong_key_is_said_on_list_request_and_dashboard(team_client, request_, settings):
    settings.CONSULTATION_KEYS = ["A" * 43 + "="]

    pages = [reverse(INDEX), reverse("consultations:request", args=[request_.reference]), reverse("wagtailadmin_home")]
    texts = [soup(team_client.get(url)).get_text(" ") for url in pages]
    assert ["can’t be opened with the present keys" in text for text in texts] == [True] * 3
    assert ["gAAAAA" in text for text in texts] == [False] * 3


def test_with_a_wrong_key_the_team_works_on_and_overwrites_nothing(team_client, request_, settings):
    keys = settings.CONSULTATION_KEYS
    settings.CONSULTATION_KEYS = ["A" * 43 + "="]

    team_client.post(reverse("consultations:work", args=[request_.reference]), {"status": "contacted"})
    team_client.post(reverse("consultations:note", args=[request_.reference]), {"text": "Without the key"})
    team_client.post(reverse("consultations:apart", args=[request_.reference]))

    settings.CONSULTATION_KEYS = keys
    request_.refresh_from_db()
    assert (request_.name, request_.status) == (CANARY, "contacted")


def test_list_is_exported_as_it_is_filtered_and_recorded(team_client, make_request):
    make_request(name="Ada", message="one\ntwo, “three”")
    make_request(name="Bo", status="closed")
    make_request(name="Spam", suspicion="links")

    answer = team_client.post(f"{reverse('consultations:export')}?status=new")

    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [(row["Name"], row["Message"]) for row in rows] == [("Ada", "one\ntwo, “three”")]
    assert sorted(Access.objects.values_list("action", "detail")) == [("exported", ""), ("listed", "1 requests")]
    assert answer["Content-Disposition"].endswith('-requests.csv"')


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " =", "＝", "\u200b=", "'=", '"=', "\n"])
def test_cell_is_no_formula(start):
    assert harmless(f"{start}cmd|' /C calc'!A0").startswith("'")


@given(st.text(min_size=1))
def test_no_exported_cell_begins_like_a_formula(text):
    assert harmless(text)[0] not in "=+-@\t\r\n＝＋－＠"


@pytest.mark.parametrize(
    ("looked_for", "found"),
    [
        ("wilhelmina", True),
        ("WILHELMINA@example.org", True),
        ("Quixote", True),
        ("private", False),
        ("nobody", False),
        ("01632 960 001", False),
    ],
)
def test_person_is_found_by_name_or_contact(team_client, request_, looked_for, found):
    answer = team_client.post(reverse("consultations:person"), {"person": looked_for})

    assert (request_.reference in answer.content.decode()) is found
    assert Access.objects.filter(action="searched").get().detail == f"{int(found)} found"
    assert Access.objects.filter(action="found").count() == found


@pytest.mark.parametrize("written", ["01632 960001", "+44 1632 960 001", "0044 (0)1632 960001", "960001"])
def test_person_is_found_by_number_however_it_is_written(team_client, make_request, written):
    request = make_request(contact="(01632) 960-001", contact_by="call")

    assert request.reference in team_client.post(reverse("consultations:person"), {"person": written}).content.decode()


def test_person_gets_all_that_is_kept_of_them(team_client, request_):
    Note.objects.create(request=request_, text="She called back")

    answer = team_client.post(reverse("consultations:person_export"), {"reference": request_.reference})

    (data,) = json.loads(answer.content)
    assert (data["Name"], data["Message"], data["Notes"][0]["text"]) == (CANARY, "A private matter", "She called back")
    assert data["Agreed to"]["text"] == "I agree."


def test_person_is_erased_after_one_more_question(team_client, request_, make_request):
    other = make_request()
    url = reverse("consultations:person_erase")

    asked = team_client.post(url, {"reference": request_.reference})
    assert ConsultationRequest.objects.count() == 2
    assert CANARY not in asked.content.decode()
    team_client.post(url, {"reference": request_.reference, "sure": "yes"})

    assert list(ConsultationRequest.objects.all()) == [other]
    assert list(Erasure.objects.values_list("count", "reason", "username")) == [(1, "asked", "marian")]


def test_failed_notices_are_shown_and_get_another_chance(team_client, request_):
    Notice.objects.create(request=request_, recipient="desk@practice.example", failed_at=timezone.now(), attempts=10)

    for name in ("index", "mail", "request"):
        assert "could not be sent" in (
            text := soup(team_client.get(dict(addresses(request_))[name])).get_text(" ")
        ) or ("Given up" in text)
    team_client.post(reverse("consultations:retry"))

    assert Notice.objects.waiting().get().attempts == 0


def test_dashboard_counts_and_names_nobody(team_client, make_request):
    for fields in ({"name": CANARY}, {"days_ago": 5, "name": CANARY}, {"suspicion": "trap"}, {"days_ago": 85}):
        make_request(**fields)

    panel = soup(team_client.get(reverse("wagtailadmin_home"))).select_one(".desk-counts")

    counts = [int(tag.text) for tag in panel.select("strong")]
    assert counts == [3, 2, 1, 2, 0]
    assert CANARY not in panel.text


def test_dashboard_says_how_long_the_oldest_has_waited(team_client, make_request):
    assert "No new request waits." in soup(team_client.get(reverse("wagtailadmin_home"))).get_text()
    for fields in (
        {"days_ago": 1},
        {"days_ago": 5},
        {"days_ago": 9, "status": "contacted"},
        {"days_ago": 6, "suspicion": "trap"},
    ):
        make_request(**fields)

    told = soup(team_client.get(reverse("wagtailadmin_home"))).select_one(".desk-oldest").get_text()

    assert "The oldest new request has waited for 5\xa0days." in told


def test_dashboard_warns_when_nothing_is_purged(team_client, make_request):
    make_request(days_ago=95)

    assert "should have been erased" in team_client.get(reverse("wagtailadmin_home")).content.decode()


def test_cost_of_the_list_does_not_grow(team_client, make_request, django_assert_max_num_queries):
    for _ in range(30):
        make_request()

    with django_assert_max_num_queries(25):
        team_client.get(reverse(INDEX))
