"""The web app manifest and the icons."""

import json

import pytest
from django.contrib.staticfiles import finders
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from hub.core.models import Practice
from hub.discovery.manifest import ICONS, short_name
from tests.factories import ConsultationPageFactory
from tests.helpers import soup


def test_manifest_says_whose_site_it_is(client, site, home):
    page = ConsultationPageFactory(parent=home, title="Ask for help")
    Practice.objects.create(site=site, name="Harbour Street Practice", consultation_page=page)

    answer = client.get("/manifest.webmanifest")
    found = json.loads(answer.content)

    assert answer["Content-Type"] == "application/manifest+json"
    assert (found["name"], found["short_name"], found["start_url"], found["lang"]) == (
        "Harbour Street Practice",
        "Harbour",
        "/",
        "en-gb",
    )
    assert {item["name"]: item["url"] for item in found["shortcuts"]} == {
        "Search": "/search/",
        "Ask for help": page.url,
    }
    assert {client.get(item["url"]).status_code for item in found["shortcuts"]} == {200}


@pytest.mark.parametrize(("file", "size", "kind"), [icon[:3] for icon in ICONS])
def test_icon_is_what_the_manifest_says(file, size, kind):
    path = finders.find(file)

    if kind == "image/png":
        with Image.open(path) as picture:
            assert (f"{picture.width}x{picture.height}", picture.format) == (size, "PNG")
    else:
        assert path.endswith(".svg")


@pytest.mark.parametrize("file", [icon[0] for icon in ICONS if icon[3] == "maskable"] + ["img/apple-touch-icon.png"])
def test_icon_that_is_cut_to_a_shape_has_a_ground_and_a_margin(file):
    with Image.open(finders.find(file)) as picture:
        seen = picture.convert("RGBA")
        ground = seen.getpixel((0, 0))
        edge = seen.width // 10

        assert ground[3] == 255
        assert {seen.getpixel((x, edge)) for x in range(0, seen.width, 8)} == {ground}


def test_manifest_and_icons_are_found_from_the_head(client, home):
    page = soup(client.get(home.url))

    assert page.find("link", rel="manifest")["href"] == "/manifest.webmanifest"
    assert page.find("link", rel="apple-touch-icon")["href"].startswith("/static/img/apple-touch-icon")
    assert client.get("/apple-touch-icon.png").status_code == 302


@pytest.mark.parametrize(
    ("name", "short"), [("Harbour Street Practice", "Harbour"), ("Mind & Body", "Mind & Body"), ("", "")]
)
def test_short_name_is_whole_words(name, short):
    assert short_name(name) == short


@given(st.text())
def test_any_name_has_a_short_one(name):
    assert name.split()[:1] == short_name(name).split()[:1]
