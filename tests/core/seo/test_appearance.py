"""A head as search engines and sharing services show it."""

from dataclasses import replace

import pytest

from hub.core.seo.appearance import cards, results
from hub.core.seo.head import Head, Picture

NAME = "The Quiet Harbour Practice"
HEAD = Head(
    title="Why trust feels hard | Quay",
    heading="Why trust feels hard",
    description="Where the guard comes from.",
    address="https://www.quay.example/articles/trust/",
    canonical="https://www.quay.example/articles/trust/",
    site_name="Quay",
    picture=Picture(
        "https://www.quay.example/share/1/0123456789abcdef.png", 1200, 630, "Why trust feels hard, from Quay"
    ),
)


def test_result_on_a_desktop_names_the_way_to_the_page_and_on_a_phone_the_domain_alone():
    desktop, phone = results(HEAD, ("Articles",))

    assert (desktop.host, desktop.steps) == ("quay.example", ("Articles",))
    assert (phone.host, phone.steps) == ("quay.example", ())


def test_result_has_the_title_with_the_practice_and_a_card_without():
    assert {result.title.shown for result in results(HEAD)} == {"Why trust feels hard | Quay"}
    assert {card.title.shown for card in cards(HEAD)} == {"Why trust feels hard"}


def test_description_is_cut_sooner_on_a_phone():
    desktop, phone = results(replace(HEAD, description="five words of plain text, " * 5))

    assert (desktop.description.is_cut, phone.description.is_cut) == (False, True)


@pytest.mark.parametrize(
    ("published", "modified", "day"),
    [
        ("2026-05-01T00:00:00+01:00", "2026-07-03T00:00:00+01:00", "3 Jul 2026"),
        ("2026-05-01T00:00:00+01:00", "", "1 May 2026"),
        ("", "", ""),
    ],
)
def test_day_is_that_of_the_last_change(published, modified, day):
    assert results(replace(HEAD, published=published, modified=modified))[0].day == day


def test_page_known_by_another_address_is_shown_at_that():
    assert cards(replace(HEAD, canonical="https://elsewhere.example/first/"))[0].host == "elsewhere.example"


def test_card_without_a_picture_has_no_words_for_one():
    assert [card.alt for card in cards(replace(HEAD, picture=None))] == ["", ""]


@pytest.mark.parametrize(("words", "expected"), [(9, True), (30, False)])
def test_result_says_whether_only_the_practice_s_name_is_lost(words, expected):
    own = " ".join(["word"] * words)
    desktop, _ = results(replace(HEAD, title=f"{own} | {NAME}", heading=own, site_name=NAME))

    assert (desktop.title.is_cut, desktop.loses_name_alone) == (True, expected)


def test_words_of_an_editor_s_own_title_are_not_the_practice_s_name():
    desktop, _ = results(replace(HEAD, title=f"Trust {'and much more of it ' * 9}", heading="Trust"))

    assert (desktop.title.is_cut, desktop.loses_name_alone) == (True, False)
