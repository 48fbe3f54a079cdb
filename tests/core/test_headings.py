"""Levels that never skip, anchors that never collide, contents lists that nest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.core.headings import RESERVED, Entry, anchors, contents, derived_levels, slug

LEVELS = st.lists(st.integers(0, 9), max_size=30)


@given(wanted=LEVELS, first=st.integers(1, 5))
def test_levels_never_skip_one_on_the_way_down(wanted, first):
    levels = [first - 1, *derived_levels(wanted, first)]

    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


@given(wanted=LEVELS, first=st.integers(1, 5))
def test_levels_stay_between_the_first_and_six(wanted, first):
    assert all(first <= level <= 6 for level in derived_levels(wanted, first))


@given(wanted=LEVELS)
def test_derived_levels_are_kept_when_derived_again(wanted):
    levels = derived_levels(wanted)

    assert derived_levels(levels) == levels


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ([], []),
        ([2, 3, 4, 2], [2, 3, 4, 2]),
        ([4, 4, 3, 2], [2, 3, 3, 2]),
        ([2, 4, 4, 3], [2, 3, 4, 3]),
        ([1, 2, 9], [2, 2, 3]),
    ],
)
def test_levels_are_as_near_to_the_wanted_as_can_be(wanted, expected):
    assert derived_levels(wanted) == expected


@given(texts=st.lists(st.text(max_size=20) | st.sampled_from(["Why?", "why", "Search", "why-2"]), max_size=20))
def test_anchors_are_unique_identifiers(texts):
    found = anchors(texts)

    assert len(found) == len(texts)
    assert len({*found, *RESERVED}) == len(found) + len(RESERVED)
    assert all(anchor.isascii() and not anchor.startswith("-") and " " not in anchor for anchor in found)


def test_repeated_headings_are_numbered():
    assert anchors(["What helps", "What helps", "What helps 2"]) == ["what-helps", "what-helps-2", "what-helps-2-2"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Why it’s hard", "why-its-hard"),
        ("Don't wait", "dont-wait"),
        ("Café & crème", "cafe-creme"),
        ("信任", "section"),
        ("?!", "section"),
        ("x" * 200, "x" * 60),
    ],
)
def test_slug_of_a_heading(text, expected):
    assert slug(text) == expected


def test_contents_nest_by_level():
    found = contents([("A", "a", 2), ("B", "b", 3), ("C", "c", 3), ("D", "d", 2)], deepest=3)

    assert found == [Entry("A", "a", 2, [Entry("B", "b", 3), Entry("C", "c", 3)]), Entry("D", "d", 2)]


def test_contents_leave_out_what_is_deeper():
    assert contents([("A", "a", 2), ("B", "b", 4)], deepest=3) == [Entry("A", "a", 2)]


@given(wanted=LEVELS)
def test_contents_hold_every_heading_once_and_in_order(wanted):
    headings = [(str(place), f"h{place}", level) for place, level in enumerate(derived_levels(wanted))]

    def flat(entries):
        return [line for entry in entries for line in ((entry.text, entry.anchor, entry.level), *flat(entry.children))]

    assert flat(contents(headings, deepest=6)) == headings
