"""How the lines of a word list are read, whatever an editor writes into them."""

from hypothesis import given
from hypothesis import strategies as st

from blog.quality.matching import holds, line_of, matches, pairs


def found(text, *lines):
    return [match.text for match in matches(lines, text)]


def test_whole_words_in_any_case_with_any_white_space():
    assert found("Secure Base. secure\n base, insecure base", "secure base") == ["Secure Base", "secure\n base"]


def test_a_star_is_the_rest_of_a_word():
    assert found("Cures, cured, cure; secure and procure", "cure*") == ["Cures", "cured", "cure"]


def test_a_tilde_is_up_to_three_words():
    assert found("best therapy, best kind of gentle therapy, best of all the many therapies", "best ~ therapy") == [
        "best therapy",
        "best kind of gentle therapy",
    ]


def test_a_slash_parts_words_any_of_which_may_stand_there():
    assert found("A trial found it. Studies show it. Trials of it.", "stud*/trial show*/found") == [
        "trial found",
        "Studies show",
    ]


def test_what_is_excepted_is_left_alone_where_it_overlaps():
    lines = ("alcoholics", "one of the best", "Except alcoholics anonymous", "except best known")

    assert found("Alcoholics Anonymous is one of the best known. Alcoholics say so.", *lines) == ["Alcoholics"]


def test_apostrophes_are_straight_or_curved_on_either_side():
    assert holds(["you’ll never"], "You'll never")
    assert holds(["you'll never"], "You’ll never")


def test_capitals_that_are_longer_in_lower_case_move_nothing():
    assert found("İİİ we cure you", "cure") == ["cure"]


def test_a_line_without_a_word_finds_nothing():
    assert found("a b c", "~", "*", "/", "", "except", "...", "~ ~") == []


def test_the_line_that_was_found_is_known():
    listed = ("junk*", "junkie", "a psychotic who/is", "he’s mad", "except junk food")

    assert [line_of(listed, text) for text in ("Junkie", "junkies", "a  psychotic is", "He's mad", "tea")] == [
        "junkie",
        "junk*",
        "a psychotic who/is",
        "he’s mad",
        "",
    ]


def test_pairs_keep_exceptions_and_leave_out_what_says_nothing():
    assert pairs("addict = person\n\nexcept addict of jazz\nnothing\n= better\ninsane =") == {
        "addict": "person",
        "except addict of jazz": "",
        "insane": "",
    }


@given(st.lists(st.text(max_size=30), max_size=5), st.text(max_size=200))
def test_no_list_fails_and_what_is_found_stands_in_the_text(lines, text):
    for match in matches(lines, text):
        assert text[match.start : match.end] == match.text != ""


@given(st.lists(st.text(alphabet="ab*~/’ '", max_size=12), max_size=5), st.text(alphabet="ab ’'A", max_size=60))
def test_what_is_found_has_its_line(lines, text):
    for match in matches(lines, text):
        assert line_of(lines, match.text) in lines
