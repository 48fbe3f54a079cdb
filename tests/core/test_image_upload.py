"""The image library's own view: what is stored is the clean copy, what is refused is refused with a message."""

import io
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from hub.core.models import HubImage

CAMERA, GPS, ORIENTATION = 0x0110, 0x8825, 0x0112


def jpeg_with_a_place():
    exif = Image.Exif()
    exif[CAMERA], exif[GPS], exif[ORIENTATION] = "Spyglass 3000", {1: "N", 2: (51.0, 30.0, 0.0)}, 6
    out = io.BytesIO()
    Image.new("RGB", (40, 20), "teal").save(out, "JPEG", exif=exif)
    return out.getvalue()


def png(size=(60, 60)):
    out = io.BytesIO()
    Image.effect_noise(size, 90).save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def upload(admin_client):
    """Upload bytes under a file name, as the form for one picture does."""

    def post(data, name):
        file = SimpleUploadedFile(name, data)
        return admin_client.post(reverse("wagtailimages:add"), {"title": "A boat", "file": file, "credit": "Somebody"})

    return post


def errors_of(answer):
    return answer.context["form"].errors["file"]


def test_upload_is_stored_upright_and_without_place_or_camera(upload):
    answer = upload(jpeg_with_a_place(), "boat.jpg")

    assert answer.status_code == 302
    stored = HubImage.objects.get()
    with stored.file.open() as file:
        data = file.read()
    assert (stored.width, stored.height, stored.credit) == (20, 40, "Somebody")
    assert stored.file_size == len(data)
    assert b"Spyglass" not in data
    assert dict(Image.open(io.BytesIO(data)).getexif()) == {}


@pytest.mark.parametrize("spec", ["original", "width-10", "width-10|format-webp", "fill-10x10|format-avif"])
def test_renditions_carry_no_place_or_camera(upload, spec):
    upload(jpeg_with_a_place(), "boat.jpg")

    with HubImage.objects.get().get_rendition(spec).file.open() as file:
        data = file.read()

    assert dict(Image.open(io.BytesIO(data)).getexif()) == {}
    assert b"Spyglass" not in data


@pytest.mark.parametrize("part", [2, 4, 20])
def test_truncated_picture_is_a_message(upload, part):
    data = png()

    answer = upload(data[: len(data) // part], "boat.png")

    assert answer.status_code == 200
    assert errors_of(answer) == [
        "The picture is damaged or incomplete. Save it again on your computer and upload that copy."
    ]
    assert not HubImage.objects.exists()


def test_picture_with_too_many_pixels_is_a_message(upload, settings):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 100

    answer = upload(png((20, 20)), "boat.png")

    assert answer.status_code == 200
    assert "20 × 20 pixels" in errors_of(answer)[0]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "boat.png"),
        (b"MZ\x90", "boat.png"),
        (b"<svg/>", "boat.svg"),
        (b"<script>", "boat.html"),
        (b"BM", "boat.bmp"),
    ],
)
def test_what_is_no_picture_is_a_message(upload, data, name):
    answer = upload(data, name)

    assert answer.status_code == 200
    assert errors_of(answer)
    assert not HubImage.objects.exists()


def test_picture_of_another_kind_than_its_name_says_is_a_message(upload):
    answer = upload(png(), "boat.jpg")

    assert answer.status_code == 200
    assert errors_of(answer)


def test_upload_of_many_stores_the_clean_copy_too(admin_client):
    file = SimpleUploadedFile("boat.jpg", jpeg_with_a_place())

    answer = admin_client.post(reverse("wagtailimages:add_multiple"), {"title": "A boat", "files[]": file})

    assert json.loads(answer.content)["success"]
    with HubImage.objects.get().file.open() as stored:
        assert b"Spyglass" not in stored.read()


def test_truncated_picture_among_many_is_a_message(admin_client):
    file = SimpleUploadedFile("boat.png", png()[:600])

    answer = admin_client.post(reverse("wagtailimages:add_multiple"), {"title": "A boat", "files[]": file})

    assert json.loads(answer.content)["success"] is False
    assert "damaged or incomplete" in json.loads(answer.content)["error_message"]


def test_file_is_cleaned_when_it_is_replaced(admin_client, upload):
    upload(png(), "boat.png")
    image = HubImage.objects.get()
    file = SimpleUploadedFile("other.jpg", jpeg_with_a_place())

    admin_client.post(reverse("wagtailimages:edit", args=[image.pk]), {"title": "Another", "file": file})

    image.refresh_from_db()
    assert image.title == "Another"
    with image.file.open() as stored:
        assert b"Spyglass" not in stored.read()
