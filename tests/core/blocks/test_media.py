"""Pictures and films."""

import pytest
from django.core.exceptions import ValidationError

from tests.factories import ImageFactory
from tests.helpers import BODY, rendered


def film(**known):
    return rendered(("video", {"title": "Breathing out", "url": "https://www.youtube.com/watch?v=x", **known}))


def test_film_elsewhere_is_a_link_and_loads_nothing(db):
    shown = film()

    assert shown.find_all(["iframe", "object", "embed", "script", "video", "img"]) == []
    assert shown.a["href"] == "https://www.youtube.com/watch?v=x"
    assert "youtube.com" in shown.a.get_text()


def test_transcript_is_there_to_be_read(db):
    assert "Sit as you are." in film(transcript="<p>Sit as you are.</p>").details.get_text()


def picture(**known):
    chosen = {"image": ImageFactory().pk, "alt_text": "Two chairs", "decorative": False, **known}
    return rendered(("image", {"image": chosen, "caption": "An hour before dusk", "credit": "Ann"}))


def test_picture_comes_in_modern_formats_with_its_size(db):
    shown = picture()

    assert [source["type"] for source in shown.find_all("source")] == ["image/avif", "image/webp"]
    assert (shown.img["alt"], shown.img["loading"]) == ("Two chairs", "lazy")
    assert (shown.img["width"], shown.img["height"]) == ("12", "8")


def test_decorative_picture_has_empty_alternative_text(db):
    assert picture(decorative=True).img["alt"] == ""


def test_caption_and_credit_stand_under_the_picture(db):
    assert picture().figcaption.get_text(" ", strip=True) == "An hour before dusk Ann"


def test_picture_needs_words_or_to_be_decorative(db):
    block = BODY.child_blocks["image"]
    chosen = {"image": ImageFactory().pk, "alt_text": "", "decorative": False}

    with pytest.raises(ValidationError):
        block.clean(block.to_python({"image": chosen, "caption": "", "credit": ""}))


def test_picture_that_was_deleted_leaves_the_page_standing(db):
    image = ImageFactory()
    chosen = {"image": image.pk, "alt_text": "Two chairs", "decorative": False}
    image.delete()

    assert rendered(("image", {"image": chosen, "caption": "Dusk", "credit": ""})).figcaption.get_text() == "Dusk"
