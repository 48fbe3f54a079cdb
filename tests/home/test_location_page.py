"""A place the practice works from: visible name, address, telephone and hours, and the same for search engines."""

import pytest
from django.core.exceptions import ValidationError

from home.models import LocationPage
from hub.core.models import Practice
from tests.factories import ImageFactory, LocationPageFactory
from tests.helpers import graph, soup, stream

MONDAY = {"first_day": "Monday", "last_day": "Friday", "opens": "09:00", "closes": "17:30", "note": ""}
SUNDAY = {"first_day": "Saturday", "last_day": "Sunday", "opens": None, "closes": None, "note": ""}
HOSTILE = "</script><script>alert(1)</script>"


def hours(*rows):
    return stream(*(("hours", row) for row in rows))


@pytest.fixture
def practice(site):
    return Practice.objects.create(
        site=site, name="Harbour", telephone="01632 960 100", kind="MedicalBusiness", opening_hours=hours(SUNDAY)
    )


@pytest.fixture
def place(home, practice):
    return LocationPageFactory(
        parent=home,
        title="Harbour, the quay",
        telephone="01632 960 123",
        email="quay@example.org",
        street="4 Harbour Row",
        locality="Sampleton",
        postcode="ZZ99 3VZ",
        country="United Kingdom",
        area_served="Sampleton, Saltmarsh",
        opening_hours=hours(MONDAY, SUNDAY),
        directions="<p>Ring twice.</p>",
        latitude=51.5,
        longitude=-0.25,
    )


def told(answer):
    """Return the node of the place."""
    return next(node for node in graph(answer)["MedicalBusiness"] if node["@id"].endswith("#place"))


def problems(**fields):
    with pytest.raises(ValidationError) as refused:
        LocationPage(**{"title": "Quay", "slug": "quay", "street": "4 Row", "locality": "S"} | fields).clean()
    return list(refused.value.message_dict)


def test_search_engines_are_told_what_the_page_shows(client, place):
    answer = client.get(place.url)

    node, shown = told(answer), soup(answer).main
    assert node["name"] == shown.h1.get_text() == "Harbour, the quay"
    assert (node["telephone"], node["email"]) == ("01632 960 123", "quay@example.org")
    assert [link.get_text() for link in shown.select(".place a[href^=tel], .place a[href^=mailto]")] == [
        node["telephone"],
        node["email"],
    ]
    assert node["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "4 Harbour Row",
        "addressLocality": "Sampleton",
        "postalCode": "ZZ99 3VZ",
        "addressCountry": "United Kingdom",
    }
    assert list(shown.address.stripped_strings) == ["4 Harbour Row", "Sampleton ZZ99 3VZ", "United Kingdom"]
    assert node["areaServed"] == ["Sampleton", "Saltmarsh"]
    assert "People from Sampleton, Saltmarsh" in shown.get_text()
    assert node["geo"] == {"@type": "GeoCoordinates", "latitude": 51.5, "longitude": -0.25}
    assert node["hasMap"] == shown.select_one("a[href*=openstreetmap]")["href"]


def test_hours_are_printed_and_told_alike(client, place):
    answer = client.get(place.url)

    rows = [row.get_text(" ", strip=True) for row in soup(answer).select(".place .hours div")]
    assert rows == ["Monday to Friday 9 am to 5:30 pm", "Saturday and Sunday Closed"]
    assert [(row["opens"], row["closes"]) for row in told(answer)["openingHoursSpecification"]] == [
        ("09:00", "17:30"),
        ("00:00", "00:00"),
    ]


def test_place_is_part_of_the_practice(client, place):
    found = graph(client.get(place.url))

    practice = next(node for node in found["Organization"] if node["@id"].endswith("#practice"))
    assert (practice["name"], told(client.get(place.url))["parentOrganization"]) == (
        "Harbour",
        {"@id": practice["@id"]},
    )
    assert found["WebPage"][0]["about"] == {"@id": f"http://testserver{place.url}#place"}


def test_what_is_left_empty_is_the_practice_s(client, home, practice):
    answer = client.get(LocationPageFactory(parent=home).url)

    node = told(answer)
    assert (node["telephone"], [row["opens"] for row in node["openingHoursSpecification"]]) == (
        "01632 960 100",
        ["00:00"],
    )
    assert "01632 960 100" in soup(answer).select_one(".place").get_text()


def test_page_without_anything_is_shown(client, home):
    page = LocationPageFactory(parent=home, title="Quay")
    LocationPage.objects.update(street="", locality="")

    answer = client.get(page.url)

    assert (answer.status_code, soup(answer).h1.get_text()) == (200, "Quay")


def test_photograph_is_shown_shared_and_told(client, place):
    place.photo, place.photo_alt = ImageFactory(), "A green door"
    place.save()

    answer = client.get(place.url)

    assert soup(answer).select_one(".page-head__art img")["alt"] == "A green door"
    assert soup(answer).head.find("meta", property="og:image:alt")["content"] == "A green door"
    assert told(answer)["image"].startswith("http://testserver/media/images/")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"street": ""}, ["street"]),
        ({"locality": ""}, ["locality"]),
        ({"latitude": 51.5}, ["longitude"]),
        ({"longitude": 0.0}, ["latitude"]),
    ],
)
def test_a_place_needs_an_address_and_whole_coordinates(fields, expected):
    assert problems(**fields) == expected


def test_photograph_needs_words(db):
    assert problems(photo=ImageFactory()) == ["photo_alt"]


def test_draft_may_lack_the_address():
    page = LocationPage(title="Quay", slug="quay")
    page.is_deferred_validation = True

    page.clean()


def test_hostile_name_is_harmless_and_intact(client, home, practice):
    answer = client.get(LocationPageFactory(parent=home, title=HOSTILE, slug="hostile", street=HOSTILE).url)

    assert b"<script>alert" not in answer.content
    assert (told(answer)["name"], told(answer)["address"]["streetAddress"]) == (HOSTILE, HOSTILE)


def test_cost_of_a_visit_is_small(client, place, django_assert_max_num_queries):
    client.get(place.url)

    with django_assert_max_num_queries(8):
        client.get(place.url)
