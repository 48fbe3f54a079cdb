"""The address of a share image: drawn when it is first asked for, kept, and gone with what it showed."""

from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from hub.core.models import Practice
from hub.core.sharing import keeping
from tests.factories import ArticlePageFactory, ImageFactory, StandardPageFactory
from tests.helpers import restricted, soup


@pytest.fixture
def shared(home):
    return StandardPageFactory(parent=home, title="Worry at night")


def address(client, shared):
    """Return the path of the picture that the page names in its head."""
    url = soup(client.get(shared.url)).head.find("meta", property="og:image")["content"]
    assert url.startswith("http://testserver/share/")
    return url.removeprefix("http://testserver")


def kept(shared):
    try:
        return default_storage.listdir(f"share/{shared.pk}")[1]
    except FileNotFoundError:
        return []


def test_page_view_draws_nothing(client, shared):
    address(client, shared)

    assert kept(shared) == []


def test_address_answers_with_the_picture(client, shared):
    answer = client.get(address(client, shared))

    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    assert Image.open(BytesIO(answer.content)).size == (1200, 630)
    assert "immutable" in answer["Cache-Control"]
    assert not answer.cookies


def test_head_says_how_large_it_is_and_what_it_shows(client, shared):
    head = soup(client.get(shared.url)).head

    said = {tag["property"]: tag["content"] for tag in head.find_all("meta", property=True)}
    assert (said["og:image:width"], said["og:image:height"], said["og:image:type"]) == ("1200", "630", "image/png")
    assert said["og:image:alt"].startswith("Worry at night, from ")


def test_picture_is_drawn_once(client, shared, monkeypatch):
    url = address(client, shared)
    first = client.get(url).content
    monkeypatch.setattr(keeping, "drawn", lambda *content: pytest.fail("drawn again"))

    assert client.get(url).content == first


def test_article_with_a_picture_is_shared_with_it(client, articles):
    shared = ArticlePageFactory(parent=articles, hero_image=ImageFactory(), hero_alt="A boat")

    assert "/media/" in soup(client.get(shared.url)).head.find("meta", property="og:image")["content"]


def test_former_address_leads_to_the_present_one(client, shared):
    former = address(client, shared)
    client.get(former)
    shared.title = "Worry by day"
    shared.save()

    assert client.get(former).status_code == 200
    client.get(address(client, shared))
    assert client.get(former).headers["Location"] == address(client, shared)
    assert len(kept(shared)) == 1


def test_practice_s_new_name_is_on_the_picture(client, site, shared):
    former = address(client, shared)
    Practice.objects.create(site=site, name="Quay")

    assert address(client, shared) != former


def test_publishing_a_new_title_drops_the_old_picture(client, shared, django_capture_on_commit_callbacks):
    client.get(address(client, shared))
    shared.title = "Worry by day"
    with django_capture_on_commit_callbacks(execute=True):
        shared.save_revision().publish()

    assert kept(shared) == []


def test_publishing_a_correction_keeps_the_picture(client, shared, django_capture_on_commit_callbacks):
    client.get(address(client, shared))
    shared.standfirst = "Put right."
    with django_capture_on_commit_callbacks(execute=True):
        shared.save_revision().publish()

    assert len(kept(shared)) == 1


def unpublished(shared):
    shared.unpublish()


def deleted(shared):
    shared.delete()


@pytest.mark.parametrize("hide", [unpublished, deleted, restricted], ids=lambda hide: hide.__name__)
def test_picture_goes_with_its_page(client, shared, hide, django_capture_on_commit_callbacks):
    url = address(client, shared)
    client.get(url)
    key = shared.pk
    with django_capture_on_commit_callbacks(execute=True):
        hide(shared)

    assert client.get(url).status_code == 404
    assert default_storage.listdir(f"share/{key}")[1] == []


@pytest.mark.parametrize("url", ["/share/1/abc.png", "/share/999999/0123456789abcdef.png", "/share/1/../x.png"])
def test_invented_addresses_are_not_found(client, site, url):
    assert client.get(url).status_code == 404


def test_picture_is_only_ever_read(client, shared):
    assert client.post(address(client, shared)).status_code == 405


def test_a_fault_while_old_pictures_are_dropped_does_not_fail_the_publish(
    shared, monkeypatch, django_capture_on_commit_callbacks
):
    def broken(folder):
        raise OSError("The disk is away.")

    monkeypatch.setattr(default_storage, "listdir", broken)
    shared.title = "Worry by day"
    with django_capture_on_commit_callbacks(execute=True):
        shared.save_revision().publish()

    shared.refresh_from_db()
    assert shared.title == "Worry by day"
