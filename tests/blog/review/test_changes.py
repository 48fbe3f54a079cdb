"""What has changed since a sign-off, and whether it matters."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.review.changes import Piece, change, changes, is_substantive

BEFORE = ["Worry at night", "Most worry fades by day.", "Talk to somebody you trust."]


def told(before, after):
    marks = {"same": "{}", "out": "[-{}-]", "in": "[+{}+]"}
    return ["".join(marks[piece.kind].format(piece.text) for piece in found.pieces) for found in changes(before, after)]


def test_nothing_has_changed():
    assert changes(BEFORE, BEFORE) == []
    assert not is_substantive(BEFORE, BEFORE)


def test_a_changed_word_is_shown_in_its_paragraph():
    after = [BEFORE[0], "Most worry fades by evening.", BEFORE[2]]

    assert told(BEFORE, after) == ["Most worry fades by [-day-][+evening+]."]


def test_a_new_and_a_removed_paragraph_are_shown_whole():
    after = [BEFORE[0], "Write down one line.", BEFORE[2]]

    assert told(BEFORE, after) == ["[+Write down one line.+]", "[-Most worry fades by day.-]"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Most wory fades.", "Most worry fades."),
        ("Most worry fades", "Most worry fades."),
        ("Most  worry fades.", "Most worry, fades."),
        ("most worry fades.", "Most worry fades."),
        ("The counsellor’s room.", "The counsellor's room."),
    ],
)
def test_mended_typing_is_not_substantive(before, after):
    assert not is_substantive([before], [after])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It is safe.", "It is not safe."),
        ("You can stop.", "You can't stop."),
        ("Take 2 tablets.", "Take 3 tablets."),
        ("It helps many.", "It helps most."),
        ("It helps.", "It helps everybody."),
        ("It may help.", "It must help."),
        ("It has an end.", "It has no end."),
    ],
)
def test_another_meaning_is_substantive(before, after):
    assert is_substantive([before], [after])


def test_another_order_is_substantive():
    assert is_substantive(BEFORE, [BEFORE[0], BEFORE[2], BEFORE[1]])


@given(st.text(max_size=120), st.text(max_size=120))
def test_both_states_can_be_read_from_a_change(before, after):
    found = change(before, after)

    assert "".join(piece.text for piece in found.pieces if piece.kind != "in") == before
    assert "".join(piece.text for piece in found.pieces if piece.kind != "out") == after


@given(st.lists(st.text("ab c.", max_size=12), max_size=8), st.lists(st.text("ab c.", max_size=12), max_size=8))
def test_every_difference_is_listed(before, after):
    found = changes(before, after)

    assert bool(found) == (before != after)
    removed = [piece.text for change in found for piece in change.pieces if piece.kind == "out"]
    assert sum(map(len, removed)) <= sum(map(len, before))


def test_no_piece_is_empty():
    assert all(piece.text for found in changes(BEFORE, ["Worry", *BEFORE[1:]]) for piece in found.pieces)
    assert [piece.kind for piece in change("Worry at night", "Worry by night").pieces] == ["same", "out", "in", "same"]


def test_a_long_article_in_which_every_paragraph_changed_is_compared_while_somebody_waits():
    before = [f"{number} " + " ".join(f"word{number * place % 800}" for place in range(40)) for number in range(400)]
    after = [f"{text} more" for text in before]
    begun = time.perf_counter()

    found = changes(before, after)

    assert [change.pieces[-1] for change in found] == [Piece("in", " more")] * 400
    # It was fifteen seconds.
    assert time.perf_counter() - begun < 8


def test_a_paragraph_that_nobody_could_compare_is_shown_whole():
    before, after = (" ".join(f"{letter}{number}" for number in range(3000)) for letter in "ab")

    assert [piece.kind for piece in change(before, after).pieces] == ["out", "in"]
