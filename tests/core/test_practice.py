"""The practice's settings: hours in words and as times, the title pattern, where it works."""

from datetime import time

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from hub.core.blocks.site import OpeningHoursBlock, clock
from hub.core.models import Practice
from hub.core.seo.business import Hours
from tests.factories import StandardPageFactory
from tests.helpers import graph, soup, stream

BLOCK = OpeningHoursBlock()


def row(first="Monday", last="", opens=None, closes=None, note=""):
    return {"first_day": first, "last_day": last, "opens": opens, "closes": closes, "note": note}


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (time(9), "9 am"),
        (time(17, 30), "5:30 pm"),
        (time(12), "noon"),
        (time(0), "midnight"),
        (time(12, 5), "12:05 pm"),
        (time(0, 30), "12:30 am"),
    ],
)
def test_clock(moment, expected):
    assert clock(moment) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (row("Monday", "Friday", "09:00", "17:00"), ("Monday to Friday", "9 am to 5 pm")),
        (row("Monday", "", "09:00", "17:00", "by telephone"), ("Monday", "9 am to 5 pm (by telephone)")),
        (row("Saturday", "Sunday"), ("Saturday and Sunday", "Closed")),
        (row("Saturday", "", note="by appointment"), ("Saturday", "by appointment")),
        (row(""), ("", "Closed")),
        ({}, ("", "Closed")),
    ],
)
def test_hours_in_words(value, expected):
    found = BLOCK.to_python(value)

    assert (found.days, found.hours) == expected


@pytest.mark.parametrize(
    "value", [row(opens="09:00"), row(closes="09:00"), row(opens="17:00", closes="09:00"), row("")]
)
def test_hours_that_say_nothing_are_refused(value):
    with pytest.raises(StructBlockValidationError):
        BLOCK.clean(BLOCK.to_python(value))


def test_hours_by_appointment_are_no_times_and_not_closed():
    rows = row("Monday", "", "09:00", "17:00"), row("Saturday", note="by appointment"), row("Sunday")
    practice = Practice(opening_hours=stream(*(("hours", value) for value in rows)))

    assert practice.hours == (Hours(("Monday",), time(9), time(17)), Hours(("Sunday",)))


def test_title_pattern_shapes_every_title(client, site, home):
    Practice.objects.create(site=site, name="Harbour", title_pattern="{practice} – {title}")

    assert soup(client.get(StandardPageFactory(parent=home, title="About").url)).title.get_text() == "Harbour – About"


@pytest.mark.parametrize("pattern", ["", "{practice}", "{title} {", "{title} {name}"])
def test_title_pattern_without_the_title_is_refused(site, pattern):
    with pytest.raises(ValidationError) as refused:
        Practice(site=site, title_pattern=pattern).clean()

    assert list(refused.value.message_dict) == ["title_pattern"]


def test_area_is_printed_and_told(client, site, home):
    Practice.objects.create(
        site=site, name="Harbour", locality="Sampleton", area_served="Sampleton , Northshire,", kind="MedicalClinic"
    )

    answer = client.get(home.url)

    assert "For people in Sampleton, Northshire" in soup(answer).footer.get_text()
    assert graph(answer)["MedicalClinic"][0]["areaServed"] == ["Sampleton", "Northshire"]
