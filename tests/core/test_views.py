"""Pictures from disk, and the pages that help when something is missing or broken."""

import pytest
from django.test import Client, RequestFactory

from hub.core.views import server_error
from tests.factories import DocumentFactory, ImageFactory
from tests.helpers import soup


def test_picture_is_served_for_a_year(client, db):
    rendition = ImageFactory().get_rendition("width-10")

    answer = client.get(rendition.url)

    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"


def test_document_is_not_to_be_had_around_the_view_that_checks(client, home):
    document = DocumentFactory()

    assert client.get(f"/media/{document.file.name}").status_code == 404
    assert client.get(document.url).status_code == 200


@pytest.mark.parametrize(
    "path",
    ["images/../db.sqlite3", "images/..%2f..%2fsecret_key", "images/", "images/a/b.png", "images/%00", "other/a.png"],
)
def test_nothing_but_pictures_is_served(client, home, path):
    assert client.get(f"/media/{path}").status_code == 404


def test_missing_page_offers_ways_on(client, home):
    answer = client.get("/nobody/lives/here/")

    main = soup(answer).main
    assert (answer.status_code, main.h1.get_text()) == (404, "This page is not here")
    assert main.find("form", role="search")
    assert main.find("a", href="#help-now")
    assert soup(answer).head.find("meta", attrs={"name": "robots"})["content"] == "noindex"


@pytest.mark.parametrize(
    "path", ["/%00", "/%ff", "/..%2f..%2fetc/passwd", "/" + "a" * 5_000 + "/", "/%0d%0aSet-Cookie:a=b", "/?%00"]
)
def test_no_address_is_an_error(home, path):
    assert Client(raise_request_exception=False).get(path).status_code in {200, 301, 400, 404}


def test_page_for_a_fault_asks_no_database_and_names_help():
    answer = server_error(RequestFactory().get("/"))

    page = soup(answer)
    assert (answer.status_code, page.h1.get_text()) == (500, "Something went wrong on our side")
    assert {link["href"] for link in page.find_all("a")} == {"/", "tel:116123", "tel:988", "tel:131114"}
