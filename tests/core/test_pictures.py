"""Uploaded pictures, made safe."""

import io

import pytest
from django.core.files.base import ContentFile
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from hub.core.pictures import SAVED_AS, UnreadablePicture, clean_copy

MOST = 10_000
ORIENTATION, GPS, CAMERA, COPYRIGHT = 0x0112, 0x8825, 0x0110, 0x8298


def encoded(picture, kind, **options):
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def cleaned(data, name="a.jpg"):
    """Return the clean copy of ``data``, opened."""
    return Image.open(io.BytesIO(clean_copy(data, name, MOST).read()))


def telling_jpeg(**options):
    """A JPEG, 40 by 20, that was taken sideways and says where, with what and by whom."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[CAMERA], exif[COPYRIGHT] = 6, "Spyglass 3000", "Somebody"
    exif[GPS] = {1: "N", 2: (51.0, 30.0, 0.0)}
    return encoded(Image.new("RGB", (40, 20), "teal"), "JPEG", exif=exif, comment=b"a secret", **options)


def test_place_camera_and_comment_are_gone():
    copy = clean_copy(telling_jpeg(), "a.jpg", MOST).read()

    assert dict(Image.open(io.BytesIO(copy)).getexif()) == {}
    assert [word for word in (b"Exif", b"Spyglass", b"Somebody", b"a secret") if word in copy] == []


def test_picture_is_turned_upright():
    assert cleaned(telling_jpeg()).size == (20, 40)


def test_colour_profile_is_kept():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    assert cleaned(telling_jpeg(icc_profile=profile)).info["icc_profile"] == profile


def test_name_is_kept():
    assert clean_copy(telling_jpeg(), "boat.jpg", MOST).name == "boat.jpg"


@pytest.mark.parametrize("kind", sorted(SAVED_AS))
def test_format_and_size_are_kept(kind):
    copy = cleaned(encoded(Image.new("RGB", (30, 20), "teal"), kind))

    assert (copy.format, copy.size) == (kind, (30, 20))


@pytest.mark.parametrize("kind", sorted(SAVED_AS))
def test_place_is_gone_from_every_format(kind):
    exif = Image.Exif()
    exif[CAMERA] = "Spyglass 3000"
    options = {} if kind == "GIF" else {"exif": exif}

    assert b"Spyglass" not in clean_copy(encoded(Image.new("RGB", (30, 20)), kind, **options), "a", MOST).read()


@pytest.mark.parametrize("kind", sorted(SAVED_AS))
def test_truncated_picture_is_refused(kind):
    noise = Image.effect_noise((60, 60), 90).convert("RGB")
    data = encoded(noise, kind)

    with pytest.raises(UnreadablePicture, match="damaged or incomplete"):
        clean_copy(data[: len(data) // 2], "a", MOST)


def test_picture_with_too_many_pixels_is_refused_with_its_size():
    with pytest.raises(UnreadablePicture, match="200 × 100 pixels"):
        clean_copy(encoded(Image.new("1", (200, 100)), "PNG"), "a.png", MOST)


def test_picture_that_claims_a_vast_size_is_refused():
    data = bytearray(encoded(Image.new("1", (10, 10)), "PNG"))
    data[16:24] = (2**31 - 1).to_bytes(4, "big") * 2

    with pytest.raises(UnreadablePicture):
        clean_copy(bytes(data), "a.png", MOST)


@pytest.mark.parametrize("kind", ["BMP", "TIFF", "PPM", "ICO"])
def test_other_formats_are_refused_by_name(kind):
    with pytest.raises(UnreadablePicture, match=f"kind {kind}"):
        clean_copy(encoded(Image.new("RGB", (16, 16)), kind), "a", MOST)


@pytest.mark.parametrize("data", [b"", b"no picture", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a"])
def test_what_is_no_picture_is_refused(data):
    with pytest.raises(UnreadablePicture):
        clean_copy(data, "a.png", MOST)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
def test_script_behind_the_picture_is_gone(kind):
    data = encoded(Image.new("RGB", (30, 20), "teal"), kind) + b"<script>alert(1)</script>"

    assert b"<script" not in clean_copy(data, "a", MOST).read()


def test_script_in_a_comment_is_gone():
    data = encoded(Image.new("RGB", (30, 20)), "GIF", comment=b"<script>alert(1)</script>")

    assert b"<script" not in clean_copy(data, "a.gif", MOST).read()


def test_palette_with_transparency_survives():
    picture = Image.new("P", (30, 20), 1)
    picture.putpalette([255, 0, 0, 0, 128, 128])
    picture.paste(0, (0, 0, 10, 20))

    copy = cleaned(encoded(picture, "PNG", transparency=0)).convert("RGBA")

    assert (copy.getpixel((0, 0))[3], copy.getpixel((20, 10))) == (0, (0, 128, 128, 255))


def test_transparent_gif_survives():
    picture = Image.new("P", (30, 20), 1)
    picture.putpalette([255, 0, 0, 0, 128, 128])
    picture.paste(0, (0, 0, 10, 20))

    copy = cleaned(encoded(picture, "GIF", transparency=0)).convert("RGBA")

    assert (copy.getpixel((0, 0))[3], copy.getpixel((20, 10))) == (0, (0, 128, 128, 255))


@pytest.mark.parametrize(("mode", "clear", "seen"), [("RGB", (9, 9, 9), (0, 128, 128)), ("L", 9, 128)])
def test_colour_that_counts_as_transparent_survives(mode, clear, seen):
    picture = Image.new(mode, (30, 20), seen)
    picture.paste(clear, (0, 0, 10, 20))

    copy = cleaned(encoded(picture, "PNG", transparency=clear)).convert("RGBA")

    assert (copy.getpixel((0, 0))[3], copy.getpixel((20, 10))[3]) == (0, 255)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
def test_half_transparent_pixels_survive(kind):
    copy = cleaned(encoded(Image.new("RGBA", (30, 20), (0, 128, 128, 100)), kind))

    assert copy.convert("RGBA").getpixel((5, 5))[3] == pytest.approx(100, abs=3)


@pytest.mark.parametrize("mode", ["L", "CMYK", "RGB"])
def test_jpeg_of_any_mode_survives(mode):
    assert cleaned(encoded(Image.new(mode, (30, 20)), "JPEG")).mode == mode


def test_cmyk_keeps_its_colours():
    data = encoded(Image.new("CMYK", (30, 20), (255, 0, 0, 0)), "JPEG")

    assert cleaned(data).convert("RGB").getpixel((5, 5)) == Image.open(io.BytesIO(data)).convert("RGB").getpixel((5, 5))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "I;16", "RGB", "RGBA", "P"])
def test_png_of_any_mode_survives(mode):
    assert cleaned(encoded(Image.new(mode, (30, 20)), "PNG")).size == (30, 20)


def test_sixteen_bits_keep_their_brightness():
    copy = cleaned(encoded(Image.new("I;16", (30, 20), 40_000), "PNG"))

    assert copy.getpixel((5, 5)) == 40_000


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "AVIF", "PNG"])
def test_animation_becomes_a_picture_that_opens(kind):
    frames = [Image.new("RGB", (30, 20), colour) for colour in ("teal", "red", "white")]

    copy = cleaned(encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=90))

    assert (copy.format, copy.size) == (kind, (30, 20))
    assert copy.convert("RGB").getpixel((5, 5)) == pytest.approx((0, 128, 128), abs=4)


WHOLE = [telling_jpeg()] + [encoded(Image.new("RGB", (8, 8), "teal"), kind) for kind in sorted(SAVED_AS)]


@given(data=st.binary(max_size=300))
def test_any_bytes_give_a_copy_or_a_refusal(data):
    try:
        assert isinstance(clean_copy(data, "a", MOST), ContentFile)
    except UnreadablePicture as refusal:
        assert str(refusal)


@given(whole=st.sampled_from(WHOLE), place=st.integers(0, 2000), byte=st.integers(0, 255), cut=st.integers(0, 50))
def test_damaged_picture_gives_a_copy_or_a_refusal(whole, place, byte, cut):
    data = bytearray(whole)
    data[place % len(data)] = byte
    try:
        assert isinstance(clean_copy(bytes(data[: len(data) - cut]), "a", MOST), ContentFile)
    except UnreadablePicture as refusal:
        assert str(refusal)
