"""Headings, lists and steps as a page shows them."""

import pytest

from tests.helpers import rendered


def heading(text, size="section"):
    return "heading", {"text": text, "size": size}


def levels(shown):
    return [(tag.name, tag.get_text(strip=True)) for tag in shown.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])]


def test_levels_follow_the_sizes():
    shown = rendered(heading("A"), heading("B", "part"), heading("C", "detail"), heading("D"))

    assert levels(shown) == [("h2", "A"), ("h3", "B"), ("h4", "C"), ("h2", "D")]


def test_level_is_never_skipped():
    shown = rendered(heading("A", "detail"), heading("B", "part"), heading("C"), heading("D", "detail"))

    assert levels(shown) == [("h2", "A"), ("h3", "B"), ("h2", "C"), ("h3", "D")]


def test_blocks_with_a_heading_stand_one_below_their_section():
    points = "key_points", {"heading": "Key points", "points": ["<p>One</p>"]}

    shown = rendered(points, heading("A"), points, heading("B", "part"), points, heading("C"))

    assert levels(shown) == [
        ("h2", "Key points"),
        ("h2", "A"),
        ("h3", "Key points"),
        ("h3", "B"),
        ("h4", "Key points"),
        ("h2", "C"),
    ]


def test_headings_have_anchors_of_their_own():
    shown = rendered(heading("What helps"), heading("What helps"), heading("Search"))

    assert [tag["id"] for tag in shown.find_all("h2")] == ["what-helps", "what-helps-2", "search-2"]


def test_heading_is_escaped():
    assert rendered(heading("<b>Fear</b> & trust")).h2.decode_contents() == "&lt;b&gt;Fear&lt;/b&gt; &amp; trust"


@pytest.mark.parametrize(("style", "tag"), [("bullets", "ul"), ("numbers", "ol"), ("ticks", "ul"), ("crosses", "ul")])
def test_list_is_marked_up_as_what_it_is(style, tag):
    shown = rendered(("bullet_list", {"introduction": "It helps:", "style": style, "items": ["Sleep", "<b>Food</b>"]}))

    items = shown.find(tag).find_all("li", recursive=False)
    assert [item.get_text(" ", strip=True).rpartition(": ")[2] for item in items] == ["Sleep", "Food"]


@pytest.mark.parametrize(
    ("style", "said"), [("ticks", "What helps"), ("crosses", "What does not help"), ("bullets", None)]
)
def test_what_drawn_marks_mean_is_said_aloud(style, said):
    shown = rendered(("bullet_list", {"introduction": "", "style": style, "items": ["Sleep"]}))

    assert shown.ul.get("aria-label") == said


def test_list_is_named_by_the_sentence_that_leads_into_it():
    shown = rendered(("bullet_list", {"introduction": "What helps:", "style": "bullets", "items": ["Sleep"]}))

    assert shown.find(id=shown.find(["ul", "ol"])["aria-labelledby"]).get_text() == "What helps:"


def test_steps_are_an_ordered_list():
    steps = [{"title": "You arrive", "text": "<p>Early.</p>"}, {"title": "You talk", "text": "<p>Or not.</p>"}]

    shown = rendered(("steps", {"heading": "How it goes", "steps": steps}))

    assert [item.get_text(" ", strip=True) for item in shown.ol.find_all("li")] == [
        "You arrive Early.",
        "You talk Or not.",
    ]
