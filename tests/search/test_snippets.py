"""The lines that answer: part of the text as it stands, with what was searched for marked."""

from hypothesis import given
from hypothesis import strategies as st

from search.snippets import LENGTH, REACH, marked, snippet
from search.text import stems
from tests.search.searching import joined

WORDS = ["worry", "Worries", "lamp.", "the", "night?", "…", "don't", "é", "—", "x" * 60, "Beside", "!"]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=200).map(" ".join) | st.text(max_size=600)
WANTED = st.sets(st.sampled_from(["worri", "lamp", "night", "x" * 60, "é", "dont"]))


def marks(pieces):
    return [piece.text for piece in pieces if piece.is_marked]


def flat(text):
    return " ".join(text.split())


@given(text=TEXTS, wanted=WANTED)
def test_marking_changes_no_text(text, wanted):
    assert joined(marked(text, wanted)) == text


@given(text=TEXTS, wanted=WANTED)
def test_what_is_marked_was_searched_for(text, wanted):
    assert all(set(stems(mark)) <= wanted for mark in marks(marked(text, wanted)))


@given(text=TEXTS, wanted=WANTED)
def test_snippet_is_a_part_of_the_text(text, wanted):
    shown = joined(snippet(text, wanted))

    assert flat(shown.removeprefix("… ").removesuffix(" …")) in flat(text)


@given(text=TEXTS, wanted=WANTED)
def test_snippet_is_short(text, wanted):
    assert len(joined(snippet(text, wanted))) <= LENGTH + len("…  …") + 2


@given(text=TEXTS, wanted=WANTED)
def test_text_never_gives_an_empty_snippet(text, wanted):
    assert bool(flat(joined(snippet(text, wanted)).strip("… "))) == bool(flat(text).strip("… "))


@given(before=st.integers(0, 200), after=st.integers(0, 200))
def test_snippet_shows_what_was_searched_for(before, after):
    text = " ".join([*["Other words."] * before, "Beside the lamp.", *["More words."] * after])

    assert marks(snippet(text, {"lamp"})) == ["lamp"]


def test_snippet_begins_with_the_sentence():
    text = f"{'Other words. ' * 60}You write it down beside the lamp. {'More words. ' * 60}"

    assert joined(snippet(text, {"lamp"})).startswith("… You write it down")


def test_snippet_shows_where_most_words_stand():
    text = f"A lamp. {'Other words. ' * 60}Worry beside the lamp at night. {'More words. ' * 60}"

    assert marks(snippet(text, {"lamp", "worri", "night"})) == ["Worry", "lamp", "night"]


def test_long_sentence_is_begun_near_the_word():
    text = f"{'other ' * 100}lamp {'more ' * 100}"

    shown = joined(snippet(text, {"lamp"}))

    assert 0 < shown.index("lamp") <= REACH


def test_short_text_is_shown_whole():
    assert joined(snippet("Beside the lamp.", {"lamp"})) == "Beside the lamp."


def test_forms_of_a_word_are_marked():
    assert marks(marked("Worry, worries; counselling & CAFÉ", {"worri", "counsel", "cafe"})) == [
        "Worry",
        "worries",
        "counselling",
        "CAFÉ",
    ]
