"""Quotations, figures and urgent help."""

import pytest
from django.test import RequestFactory

from hub.core.models import CrisisSupport
from hub.core.models.site import load_site
from tests.helpers import rendered, stream


def quote(**known):
    return rendered(("quote", {"text": "Grief felt so like fear.", **known})).figure


def test_quote_nobody_is_known_for_gets_no_caption_and_no_cite():
    shown = quote()

    assert shown.blockquote.get_text(strip=True) == "“Grief felt so like fear.”"
    assert (shown.figcaption, shown.cite, "cite" in shown.blockquote.attrs) == (None, None, False)


def test_quote_with_a_speaker_names_the_speaker_but_cites_no_work():
    shown = quote(speaker="C. S. Lewis", role="writer")

    assert shown.figcaption.get_text(" ", strip=True).replace(" ,", ",") == "— C. S. Lewis, writer"
    assert shown.cite is None


def test_quote_with_a_source_cites_it():
    shown = quote(speaker="C. S. Lewis", source_title="A Grief Observed", source_url="https://example.org/a", year=1961)

    assert shown.cite.get_text() == "A Grief Observed"
    assert (shown.blockquote["cite"], shown.cite.a["href"]) == ("https://example.org/a",) * 2
    assert "(1961)" in shown.figcaption.get_text()


def test_role_without_a_speaker_is_no_caption():
    assert quote(role="writer").figcaption is None


def test_statistic_names_its_source():
    shown = rendered(
        (
            "statistic",
            {"figure": "1 in 6", "meaning": "adults.", "source_title": "A survey", "source_url": "", "year": 2014},
        )
    )

    assert shown.figcaption.get_text() == "Source: A survey (2014)"


def test_statistic_without_a_source_has_no_caption():
    assert rendered(("statistic", {"figure": "1 in 6", "meaning": "adults."})).figcaption is None


@pytest.fixture
def request_with_lines(site):
    """A request to a site whose settings name one line and an emergency number."""
    line = {
        "region": "UK and Ireland",
        "name": "Samaritans",
        "number": "116 123",
        "text_number": "",
        "hours": "day and night",
    }
    CrisisSupport.objects.create(site=site, emergency_number="999", lines=stream(("line", line)))
    request = RequestFactory().get("/", headers={"host": "testserver"})
    load_site(request)
    return request


def test_urgent_help_shows_the_lines_of_the_settings(request_with_lines):
    shown = rendered(("urgent_help", {"heading": "If you need help now", "text": ""}), request=request_with_lines)

    assert [link["href"] for link in shown.find_all("a")] == ["tel:999", "tel:116123"]
    assert "Samaritans" in shown.dt.get_text()


def test_urgent_help_has_a_sentence_of_its_own_where_one_is_given(request_with_lines):
    shown = rendered(("urgent_help", {"heading": "Now", "text": "<p>Call first.</p>"}), request=request_with_lines)

    assert "Call first." in shown.get_text()
    assert CrisisSupport().introduction not in shown.get_text()


def test_number_changed_once_is_changed_in_every_article(request_with_lines):
    CrisisSupport.objects.update(emergency_number="112")
    load_site(request_with_lines)

    shown = rendered(("urgent_help", {"heading": "Now", "text": ""}), request=request_with_lines)

    assert shown.find("a")["href"] == "tel:112"


def test_callout_without_a_heading_is_named_by_its_tone():
    shown = rendered(("callout", {"tone": "caution", "heading": "", "text": "<p>Slowly.</p>"}))

    assert shown.section["aria-label"] == "Caution"
