"""The drawn share image: what is on it, whatever a title is made of."""

from io import BytesIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from hub.core.sharing.drawing import HEIGHT, WIDTH, drawn
from hub.core.sharing.lettering import can_draw, drawable, fitted

HOSTILE = "</script><script>alert(1)</script>"
SIZES = range(84, 35, -4)


def opened(data) -> Image.Image:
    return Image.open(BytesIO(data)).convert("RGB")


def words_of(picture):
    """Return the part of the picture that the title stands in."""
    return picture.crop((70, 160, 790, HEIGHT))


def test_picture_is_what_social_networks_ask_for():
    data = drawn("Why trust feels hard", "Harbour", "a")

    assert (opened(data).size, Image.open(BytesIO(data)).format) == ((1200, 630), "PNG")
    assert len(data) < 100_000


def test_same_content_makes_the_same_picture():
    assert drawn("Worry", "Harbour", "a") == drawn("Worry", "Harbour", "a")


@pytest.mark.parametrize("other", [("Grief", "Harbour", "a"), ("Worry", "Quay", "a"), ("Worry", "Harbour", "b")])
def test_title_practice_and_artwork_all_show(other):
    assert ImageChops.difference(opened(drawn("Worry", "Harbour", "a")), opened(drawn(*other))).getbbox()


def test_hostile_title_is_drawn_letter_by_letter():
    setting = fitted(drawable(HOSTILE), 664, 390, SIZES, 560)

    assert "".join(setting.lines) == HOSTILE
    assert ImageChops.difference(
        words_of(opened(drawn(HOSTILE, "Harbour", "a"))), words_of(opened(drawn("Worry", "Harbour", "a")))
    ).getbbox()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Worry at night", "Worry at night"),
        ("Panic 😱💔 and what helps", "Panic and what helps"),
        ("Cafe\u0301", "Café"),
        ("ﬁrst", "first"),
        ("信任问题", ""),
        ("Доверие and x", ""),
        ("", ""),
        ("😱", ""),
        ("a\x00b", "ab"),
    ],
)
def test_what_the_typeface_lacks_drops_out_or_is_spelt(text, expected):
    assert drawable(text) == expected


def test_title_in_another_script_gives_way_to_the_practice_s_name():
    assert words_of(opened(drawn("信任问题治疗", "Harbour", "a"))) == words_of(opened(drawn("Harbour", "Harbour", "a")))


def test_longest_title_fits():
    setting = fitted("trust " * 42, 664, 390, SIZES, 560)

    assert len(setting.lines) * setting.leading <= 390


def test_what_can_never_fit_ends_in_an_ellipsis():
    setting = fitted("trust " * 200, 664, 390, SIZES, 560)

    assert setting.lines[-1].endswith("…")


def test_short_titles_are_set_larger_than_long_ones():
    assert fitted("Worry", 664, 390, SIZES).size > fitted("trust " * 42, 664, 390, SIZES).size


def test_pictographs_have_no_sign():
    assert (can_draw("a"), can_draw("é"), can_draw("😱"), can_draw("信")) == (True, True, False, False)


@settings(max_examples=12)
@given(title=st.text(max_size=300), practice=st.text(max_size=90))
@example(title="W" * 300, practice="M" * 90)
@example(title="\u202e\u0301\u200d", practice="\ud800")
def test_any_words_make_a_picture(title, practice):
    assert opened(drawn(title, practice, "a")).size == (WIDTH, HEIGHT)
