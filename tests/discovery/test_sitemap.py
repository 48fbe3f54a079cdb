"""The sitemap: what stands in it, what is left out, and that it is what sitemaps.org describes."""

import datetime as dt
import re
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from hub.discovery.sitemaps import document, sections
from tests.discovery.conftest import CONTROLS, HOSTILE, IMAGE, MAP
from tests.factories import (
    ArticlePageFactory,
    ImageFactory,
    PersonPageFactory,
    StandardPageFactory,
    TopicPageFactory,
)
from tests.helpers import restricted, stream

HERE = "http://testserver"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def schema_faults(data: bytes) -> list[str]:
    """Return what sitemaps.org's schemas for 0.9 and Google's for images would refuse."""
    root, faults = ET.fromstring(data), []
    of_files = root.tag == f"{MAP}sitemapindex"
    if root.tag not in {f"{MAP}urlset", f"{MAP}sitemapindex"} or root.attrib or not len(root) or len(root) > 50_000:
        faults.append(f"root {root.tag} {root.attrib} {len(root)}")
    for item in root:
        names = [child.tag for child in item]
        order = [f"{MAP}loc", f"{MAP}lastmod", f"{IMAGE}image"]
        allowed = order[:2] if of_files else order
        if item.tag != f"{MAP}{'sitemap' if of_files else 'url'}" or names[:1] != order[:1]:
            faults.append(f"{item.tag} {names}")
        if names != sorted(names, key=allowed.index) or names.count(order[1]) > 1 or names.count(order[0]) > 1:
            faults.append(f"order {names}")
        for child in item:
            text = child.text or ""
            if child.tag == f"{MAP}loc" and not (
                12 <= len(text) <= 2048 and urlsplit(text).scheme in {"http", "https"}
            ):
                faults.append(f"loc {text}")
            if child.tag == f"{MAP}lastmod" and not DAY.fullmatch(text):
                faults.append(f"lastmod {text}")
            if child.tag == f"{IMAGE}image" and [part.tag for part in child] != [f"{IMAGE}loc"]:
                faults.append("image")
    return faults


def test_every_kind_of_page_is_in_it(home, articles, sitemap):
    pages = [
        home,
        articles,
        ArticlePageFactory(parent=articles),
        TopicPageFactory(parent=home),
        PersonPageFactory(parent=home),
        StandardPageFactory(parent=home),
    ]

    assert set(sitemap()) == {page.full_url for page in pages}


def test_index_and_files_are_what_the_schema_asks_for(client, home, articles):
    article = ArticlePageFactory(
        parent=articles, updated_on="2026-03-14", hero_image=ImageFactory(), hero_is_decorative=True
    )
    client.get(article.url)
    index = client.get("/sitemap.xml")
    files = [client.get(file.text.removeprefix(HERE)) for file in ET.fromstring(index.content).iter(f"{MAP}loc")]

    assert [schema_faults(answer.content) for answer in (index, *files)] == [[]] * (1 + len(files))
    assert {answer["Content-Type"] for answer in (index, *files)} == {"application/xml; charset=utf-8"}


def test_schema_faults_would_be_found():
    bad = f'<urlset xmlns="{MAP[1:-1]}"><url><lastmod>yesterday</lastmod><loc>/x</loc></url></urlset>'

    assert len(schema_faults(bad.encode())) > 2


def test_what_search_engines_may_not_know_is_left_out(home, articles, sitemap):
    seen = ArticlePageFactory(parent=articles)
    ArticlePageFactory(parent=articles, noindex=True)
    ArticlePageFactory(parent=articles, live=False)
    ArticlePageFactory(parent=articles, expire_at=timezone.now())
    restricted(ArticlePageFactory(parent=articles))
    within = restricted(StandardPageFactory(parent=home))
    StandardPageFactory(parent=within)
    ArticlePageFactory(parent=articles).create_alias(parent=articles, update_slug="alias")

    found = sitemap()

    assert seen.full_url in found
    assert not any("alias" in address or "standard" in address for address in found)
    assert len([address for address in found if "/articles/" in address]) == 3


def test_change_of_what_an_article_says_is_its_date(articles, sitemap):
    page = ArticlePageFactory(parent=articles, published_on="2026-01-02", updated_on="2026-03-14")

    page.save_revision().publish()

    assert sitemap()[page.full_url][0] == "2026-03-14"


def test_article_without_update_is_as_old_as_its_publication(articles, sitemap):
    page = ArticlePageFactory(parent=articles, published_on="2026-01-02")

    assert sitemap()[page.full_url][0] == "2026-01-02"


def test_nobody_knows_what_a_second_publication_has_changed(home, sitemap):
    page = StandardPageFactory(parent=home, live=False)
    page.save_revision().publish()
    page.refresh_from_db()
    first = sitemap()[page.full_url][0]

    page.save_revision().publish()

    assert (first, sitemap()[page.full_url][0]) == (timezone.localdate().isoformat(), None)


def file_of(page, kind="article"):
    """The file that holds a page. On PostgreSQL keys go on from test to test."""
    return f"/sitemap-{kind}-{page.pk // sections.ADDRESSES}.xml"


def test_index_gives_each_file_its_latest_day(client, articles):
    ArticlePageFactory(parent=articles, updated_on="2026-02-01")
    article = ArticlePageFactory(parent=articles, updated_on="2026-03-14")

    index = ET.fromstring(client.get("/sitemap.xml").content)

    days = {file.findtext(f"{MAP}loc"): file.findtext(f"{MAP}lastmod") for file in index}
    assert days[f"{HERE}{file_of(article)}"] == "2026-03-14"


def test_pictures_of_a_page_are_named_as_the_page_shows_them(client, articles, sitemap):
    # Large enough that no two of its sizes are the same.
    hero, inside = (ImageFactory(file__width=1500, file__height=1000) for _ in range(2))
    block = ("image", {"image": {"image": inside.pk, "alt_text": "A chair", "decorative": False}})
    page = ArticlePageFactory(parent=articles, hero_image=hero, hero_is_decorative=True, body=stream(block))
    shown = client.get(page.url).content.decode()

    pictures = sitemap()[page.full_url][1]

    assert len(pictures) == 2
    assert all(address.removeprefix(HERE) in shown for address in pictures)


def test_pages_are_split_by_their_keys(client, articles, monkeypatch):
    monkeypatch.setattr(sections, "ADDRESSES", 2)
    pages = [ArticlePageFactory(parent=articles) for _ in range(5)]

    index = ET.fromstring(client.get("/sitemap.xml").content)
    files = [file.text for file in index.iter(f"{MAP}loc") if "article-" in file.text and "index" not in file.text]
    held = [len(ET.fromstring(client.get(file.removeprefix(HERE)).content)) for file in files]

    assert (sum(held), max(held)) == (len(pages), 2)


@pytest.mark.parametrize("path", ["article-7", "article-999999999", "no-such-type-0", "article-9999999999", "article-"])
def test_file_that_holds_nothing_is_not_there(client, articles, path):
    assert client.get(f"/sitemap-{path}.xml").status_code == 404


def test_file_costs_the_same_few_queries_however_many_pages(client, articles):
    def asked():
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            assert client.get(file_of(first)).status_code == 200
        return len(queries)

    first = ArticlePageFactory(parent=articles, hero_image=ImageFactory(), hero_is_decorative=True)
    few = asked()
    for _ in range(10):
        ArticlePageFactory(parent=articles, hero_image=ImageFactory(), hero_is_decorative=True)

    assert asked() <= few <= 10


def test_index_costs_a_query_for_each_type(client, articles):
    with CaptureQueriesContext(connection) as queries:
        client.get("/sitemap.xml")

    assert len(queries) <= len(sections.names()) + 2


def test_names_of_the_files_are_told_apart(db):
    from hub.discovery.pages import page_types

    assert len(sections.names()) == len(page_types())


def test_hostile_titles_do_no_harm(articles, sitemap):
    ArticlePageFactory(parent=articles, title=HOSTILE, slug="hostile")
    ArticlePageFactory(parent=articles, title=CONTROLS, slug="controls")

    assert len(sitemap()) == 4


def test_reader_who_has_it_is_told_so(client, home):
    first = client.get("/sitemap.xml")

    again = client.get("/sitemap.xml", headers={"if-none-match": first["ETag"]})

    assert (again.status_code, first["Cache-Control"], first.cookies) == (304, "public, max-age=600", {})


def test_asking_for_the_head_alone_works(client, home):
    for path in ("/sitemap.xml", file_of(home, "home-page")):
        answer = client.head(path)

        assert (answer.status_code, answer.content, client.post(path).status_code) == (200, b"", 405)


@given(st.lists(st.builds(document.Entry, st.text(), st.none() | st.dates(), st.tuples(st.text())), min_size=1))
def test_any_address_makes_a_readable_document(entries):
    for data in (document.sitemap(entries), document.index(entries)):
        assert len(ET.fromstring(data)) <= len(entries)


def test_no_file_can_grow_too_large():
    longest = document.Entry("https://example.org/" + "x" * 2000, dt.date.today(), ("https://example.org/p.jpg",) * 3)

    data = document.sitemap([longest] * document.ADDRESSES)

    assert len(data) < document.BYTES
