"""What search engines are told of the practice and its places."""

from datetime import time

import pytest

from hub.core.seo.business import Address, Business, Hours, days_between, place, practice

HOME = "https://example.org/"
ADDRESS = Address("4 Harbour Row", "Sampleton", "", "ZZ99 3VZ", "United Kingdom")


def harbour(**fields):
    return Business(**{"name": "Harbour", "url": HOME, "address": ADDRESS} | fields)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("Monday", "", ("Monday",)),
        ("Monday", "Wednesday", ("Monday", "Tuesday", "Wednesday")),
        ("Saturday", "Monday", ("Saturday", "Sunday", "Monday")),
        ("Friday", "Friday", ("Friday",)),
        ("", "Friday", ()),
    ],
)
def test_run_of_days(first, last, expected):
    assert days_between(first, last) == expected


def test_practice_with_an_address_is_the_kind_chosen():
    found = practice(HOME, harbour(kind="MedicalBusiness", telephone="01632 960 123", area_served=("Sampleton",)))

    assert found == {
        "@type": "MedicalBusiness",
        "@id": "https://example.org/#practice",
        "name": "Harbour",
        "url": HOME,
        "telephone": "01632 960 123",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "4 Harbour Row",
            "addressLocality": "Sampleton",
            "postalCode": "ZZ99 3VZ",
            "addressCountry": "United Kingdom",
        },
        "areaServed": "Sampleton",
    }


def test_practice_nobody_can_visit_is_no_local_business():
    found = practice(HOME, harbour(address=Address(country="United Kingdom"), hours=(Hours(("Monday",)),)))

    assert (found["@type"], "address" in found, "openingHoursSpecification" in found) == ("Organization", False, False)


def test_day_without_times_is_closed_as_google_writes_it():
    hours = (Hours(("Monday", "Tuesday"), time(9), time(17, 30)), Hours(("Sunday",)))

    assert practice(HOME, harbour(hours=hours))["openingHoursSpecification"] == [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": ["Monday", "Tuesday"],
            "opens": "09:00",
            "closes": "17:30",
        },
        {"@type": "OpeningHoursSpecification", "dayOfWeek": "Sunday", "opens": "00:00", "closes": "00:00"},
    ]


def test_other_pages_name_the_practice_in_short():
    whole = harbour(hours=(Hours(("Monday",)),), area_served=("Sampleton",), profiles=("https://e.org/",))

    assert set(practice(HOME, whole)) - set(practice(HOME, whole, in_full=False)) == {
        "openingHoursSpecification",
        "areaServed",
        "sameAs",
    }


def test_place_belongs_to_the_practice_and_lies_on_the_map():
    found = place(harbour(url=f"{HOME}row/", latitude=51.5, longitude=0.0), HOME)

    assert (found["@id"], found["parentOrganization"], found["geo"]) == (
        f"{HOME}row/#place",
        {"@id": f"{HOME}#practice"},
        {"@type": "GeoCoordinates", "latitude": 51.5, "longitude": 0.0},
    )
