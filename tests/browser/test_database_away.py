"""The database goes away under a running site: the reader is told, keeps the text, and can send it when it is back."""

import time

import pytest
from bs4 import BeautifulSoup

from tests.browser.conftest import lacking
from tests.consultations.cluster import Cluster, programs
from tests.consultations.running import ADDRESS, ManyServers, Reader, new_port

pytestmark = pytest.mark.browser

COUNT = "from hub.consultations.models import *; print([one.message for one in ConsultationRequest.objects.all()])"


@pytest.fixture(scope="module")
def cluster():
    if not programs():
        lacking("No PostgreSQL: apt install postgresql.")
    with Cluster() as cluster:
        yield cluster


@pytest.fixture(scope="module")
def hub(tmp_path_factory, cluster):
    site = ManyServers(tmp_path_factory.mktemp("away"), variables={"DATABASE_URL": cluster.url})
    try:
        site.start()
        yield site
    finally:
        site.stop()


def test_reader_is_told_plainly_keeps_the_text_and_can_send_it_later(hub, cluster):
    reader = Reader(hub.port)
    hidden = reader.form()
    cluster.stop()
    began = time.monotonic()
    try:
        status, body, _ = reader.send(hidden, message="All of this & <that>\nsecond line")
        closed_status, closed_body, _ = reader.ask("GET", ADDRESS)
        other_status, other_body, _ = reader.ask("GET", "/about/")
    finally:
        took = time.monotonic() - began
        cluster.start()

    page = BeautifulSoup(body, "html.parser")
    assert (status, closed_status, other_status) == (503, 503, 500)
    assert page.select_one("a[href='tel:01632960123']")
    assert "All of this & <that>" in page.select_one(".typed").text
    assert "01632 960 123" in closed_body
    assert "Something went wrong" in other_body
    assert took < 30

    again = {tag["name"]: tag["value"] for tag in page.select("form.request input[type=hidden]")}
    for _ in range(2):
        status, _, location = reader.ask("POST", ADDRESS, again)
        assert (status, location.startswith(f"{ADDRESS}received/")) == (303, True)
    assert hub.shell(COUNT).strip() == repr(["All of this & <that>\nsecond line"])


def test_server_that_starts_while_the_database_is_away_gives_the_text_back_too(hub, cluster):
    reader = Reader(hub.port)
    hidden = reader.form()
    hub.serve(port := new_port())
    cluster.stop()
    try:
        fresh = Reader(port)
        for _ in range(100):
            try:
                status, body, _ = fresh.send(hidden, message="Typed before")
                break
            except OSError:
                time.sleep(0.2)
    finally:
        cluster.start()
        hub.kill(port)

    assert status == 503
    assert "Typed before" in body
    assert "01632 960 123" in body
