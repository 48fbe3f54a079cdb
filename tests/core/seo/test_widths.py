"""How wide a text is, and where it is cut."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hub.core.seo.widths import (
    DESCRIPTION_ON_DESKTOP,
    ELLIPSIS,
    TITLE_ON_DESKTOP,
    TITLE_ON_PHONE,
    Room,
    fitted,
    width,
)

ROOMS = [TITLE_ON_DESKTOP, TITLE_ON_PHONE, DESCRIPTION_ON_DESKTOP, Room(15, 214, 2)]


def test_width_is_arial_s():
    assert width("Why trust", 20) == round((944 + 556 + 500 + 278 + 278 + 333 + 556 + 500 + 278) * 20 / 1000)


#: Measured in Chromium, at 20 pixels, with a font of Arial's measures, beside one of pictographs.
MEASURED = {
    "Worry at night: what helps when you can’t sleep": 423.2,
    "AVA WATERS, LTD: To Yellow Valley — Tomorrow": 445.7,
    "Toddlers' tantrums: Tips, To-dos & 10 Tools": 381.0,
    "Ängste überwinden: Größe, Übung und Maß": 393.6,
    "Señales de depresión en niños pequeños": 368.1,
    "Zażółć gęślą jaźń – terapia dla całej rodziny": 386.9,
    "İçimizdeki ışığı açığa çıkarmak": 272.3,
    "Τι είναι το άγχος και πώς αντιμετωπίζεται": 361.1,
    "Почему так трудно снова доверять после измены": 460.7,
    "איך לבנות אמון מחדש אחרי בגידה": 285.9,
    "Fees from £65 – €90 • ½ hour ≈ 5 † → more": 391.5,
    "Trust again 🙂 ❤️ 👩\u200d👩\u200d👧 👍🏽 🇬🇧 ✨": 282.4,
}


@pytest.mark.parametrize("text", MEASURED)
def test_width_is_a_browser_s(text):
    assert width(text, 20) == pytest.approx(MEASURED[text], rel=0.02)


@pytest.mark.parametrize(
    ("written", "as_one"), [("e\u0301", "e"), ("ש\u05b8", "ש"), ("a\u200eb", "ab")], ids=["accent", "vowel", "mark"]
)
def test_what_stands_on_a_letter_takes_no_room(written, as_one):
    assert width(written, 20) == width(as_one, 20)


def test_text_that_fits_is_whole():
    assert fitted("Why trust feels hard", TITLE_ON_DESKTOP).shown == "Why trust feels hard"


def test_text_is_cut_after_a_word():
    found = fitted("one two three four", Room(20, 110))

    assert (found.shown, found.left_out) == ("one two …", "three four")


def test_text_goes_on_in_the_next_line_before_it_is_cut():
    found = fitted("one two three four five six", Room(20, 100, 2))

    assert (found.shown, found.left_out) == ("one two three …", "four five six")


def test_word_wider_than_a_line_is_broken():
    found = fitted("W" * 50, TITLE_ON_DESKTOP)

    assert found.shown == f"{'W' * 30} …" and found.left_out == "W" * 20


@pytest.mark.parametrize("sign", ["👩\u200d👩\u200d👧", "👍🏽", "e\u0301\u0323"], ids=["family", "skin", "accents"])
def test_cut_falls_between_signs(sign):
    found = fitted(sign * 60, TITLE_ON_DESKTOP)

    shown = found.shown.removesuffix(f" {ELLIPSIS}")
    assert found.is_cut and shown == sign * (len(shown) // len(sign))


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_is_nothing(text):
    assert fitted(text, TITLE_ON_PHONE).shown == "" and not fitted(text, TITLE_ON_PHONE).is_cut


@given(st.text(max_size=300), st.sampled_from(ROOMS))
@example("كيف تعود الثقة بعد الخيانة " * 8, TITLE_ON_DESKTOP)
@example("🙂 " * 80, TITLE_ON_PHONE)
def test_what_is_shown_and_what_is_left_out_are_the_whole_text(text, room):
    found = fitted(text, room)
    whole = " ".join(text.split())

    begun = found.shown.removesuffix(f" {ELLIPSIS}") if found.is_cut else found.shown
    assert (begun + found.left_out).replace(" ", "") == whole.replace(" ", "")
    assert whole.startswith(begun) and whole.endswith(found.left_out)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300), st.sampled_from(ROOMS))
def test_what_is_shown_is_no_wider_than_its_room(text, room):
    found = fitted(text, room)

    # Marks without width may hang on the last letter; nothing else does.
    assert width(found.shown, room.size) <= room.line * room.lines + 1
    assert not found.left_out or unicodedata.category(found.left_out[0]) not in {"Mn", "Me"}


@given(st.text(max_size=200))
def test_rules_and_panels_agree_on_what_is_cut(text):
    whole = " ".join(text.split())

    assert fitted(text, TITLE_ON_DESKTOP).is_cut == (width(whole, 20) > 600)
    assert fitted(text, DESCRIPTION_ON_DESKTOP).is_cut == (width(whole, 14) > 920)
