"""When a picture counts as the one that is there already."""

from PIL import Image, ImageDraw

from tests.guide import pictures


def screen(label="Save draft", width=1200):
    picture = Image.new("RGB", (width, 760), "white")
    ImageDraw.Draw(picture).text((40, 40), label, fill="black", font_size=18)
    return picture


def test_picture_with_another_date_is_the_same():
    assert pictures.looks_same(screen("27 November"), screen("28 November"))


def test_picture_with_another_button_is_another():
    assert not pictures.looks_same(screen("Save draft"), screen("Submit for clinical review, then publication"))


def test_picture_of_another_size_is_another():
    assert not pictures.looks_same(screen(), screen(width=900))


def test_picture_is_stored_once(tmp_path, monkeypatch):
    monkeypatch.setattr(pictures, "PICTURES", tmp_path)

    assert pictures.keep("task", screen())
    assert not pictures.keep("task", screen())
    assert Image.open(tmp_path / "task.webp").size == (1200, 760)
