"""Each page of the guide: true to the product, with its picture, linked to and from where it belongs."""

import re

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission
from django.urls import URLResolver, get_resolver
from PIL import Image

from hub.guide.pages import PARTS, read_page
from hub.guide.shelf import FOLDER, PICTURES, all_pages
from hub.users.roles import GRANTS
from tests.guide.labels import is_said, is_shown
from tests.guide.pictures import WIDTH

PAGES = list(all_pages().values())
TAG = re.compile(r'{% guide "([\w-]+)" %}')
#: As many bytes as all pictures may have together.
ALL_PICTURES = 2_000_000
LONGEST = 330


def named(page):
    return page.slug


def templates():
    """Every template of ours that links to the guide, with the slugs it names."""
    for room in ("blog", "home", "hub", "search"):
        for path in (settings.BASE_DIR / room).rglob("templates/**/*.html"):
            if slugs := TAG.findall(path.read_text()):
                yield str(path.relative_to(settings.BASE_DIR)), slugs


def views(resolver=None, names=()):
    """The names of all views."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from views(pattern, (*names, pattern.namespace) if pattern.namespace else names)
        elif pattern.name:
            yield ":".join((*names, pattern.name))


def test_guide_has_a_page_in_every_part():
    assert {page.part for page in PAGES} == set(PARTS)


@pytest.mark.parametrize("task", PAGES, ids=named)
def test_what_the_page_quotes_stands_on_a_screen(task):
    quoted = [name for label in task.labels for name in re.split(r"\s*→\s*", label)]
    assert [name for name in quoted if not is_shown(name)] == []


@pytest.mark.parametrize("task", PAGES, ids=named)
def test_message_that_a_sentence_begins_with_is_one_of_the_admin(task):
    messages = [found[1] for sentence in task.sentences if (found := re.match("“([^”]+)”", sentence))]
    assert [message for message in messages if not is_said(message)] == []


@pytest.mark.parametrize("label", ["Publish it at once", "Save the draft now", "Frobnicate"])
def test_label_that_no_screen_has_would_be_found(label):
    assert not is_shown(label)


@pytest.mark.parametrize("task", PAGES, ids=named)
def test_links_of_the_page_lead_to_pages(task):
    assert {*task.links, *task.related} - all_pages().keys() == set()
    assert task.slug not in task.related


@pytest.mark.parametrize("task", PAGES, ids=named)
def test_page_is_reached_from_another(task):
    assert [other.slug for other in PAGES if other != task and task.slug in {*other.related, *other.links}]


@pytest.mark.parametrize("task", PAGES, ids=named)
def test_page_has_a_picture_that_is_described(task):
    with Image.open(PICTURES / f"{task.slug}.webp") as picture:
        assert 300 <= picture.width <= WIDTH
    assert 30 <= len(task.picture.alt) <= 250
    assert task.picture.caption and task.picture.caption != task.picture.alt
    assert task.picture.shot["at"].startswith("/admin/")


def test_pictures_are_those_of_pages_and_light():
    files = list(PICTURES.iterdir())

    assert {path.name for path in files} == {f"{slug}.webp" for slug in all_pages()}
    assert sum(path.stat().st_size for path in files) < ALL_PICTURES


@pytest.mark.parametrize("task", PAGES, ids=named)
def test_page_is_short_and_says_what_may_go_wrong(task):
    assert 60 < len(task.text.split()) <= LONGEST
    assert "\n## " in task.text
    assert task.summary.endswith(".") and len(task.summary) <= 160


@pytest.mark.parametrize("task", PAGES, ids=named)
def test_page_is_for_roles_that_there_are(task):
    assert set(task.roles) <= set(GRANTS) and task.roles


@pytest.mark.parametrize("task", [page for page in PAGES if page.needs], ids=named)
def test_permission_that_a_page_needs_is_there(task, db):
    label, codename = task.needs.split(".")
    assert Permission.objects.filter(content_type__app_label=label, codename=codename).exists()


def test_panels_link_to_the_pages_that_explain_them():
    declared = {(panel, page.slug) for page in PAGES for panel in page.panels}
    linked = {(panel, slug) for panel, slugs in templates() for slug in slugs}

    assert linked == declared


@pytest.mark.parametrize("task", PAGES, ids=named)
def test_screens_that_the_page_explains_are_there(task):
    names = set(views())
    assert [screen for screen in task.screens if screen.split()[0] not in names] == []


def test_screen_is_explained_by_one_page():
    screens = [screen for page in PAGES for screen in page.screens]
    assert sorted(screens) == sorted(set(screens))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1. No facts.", "has no facts"),
        ("---\ntitle: A\n---\n", "lacks for, keywords"),
        ((FOLDER / "roles.md").read_text().replace("order:", "colour: red\norder:"), "states colour"),
        ((FOLDER / "roles.md").read_text().replace("part: The practice", "part: Nowhere"), "stands in no part"),
    ],
)
def test_page_that_can_not_be_read_says_why(tmp_path, text, told):
    path = tmp_path / "roles.md"
    path.write_text(text)

    with pytest.raises(ValueError, match=told):
        read_page(path)
