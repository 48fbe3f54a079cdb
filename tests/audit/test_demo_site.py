"""The demo practice passes our own rules, and validators that others wrote."""

import json
import re
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import jsonschema
import pytest
from wagtail.models import Page

from hub.audit import vocabulary
from hub.audit.feeds import FEED_TYPES
from hub.audit.findings import Severity
from hub.audit.google import FEATURES
from tests.audit.conftest import SEED
from tests.blog.test_feed import JSON_FEED

pytestmark = pytest.mark.django_db

SCHEMA = "https://schema.org/"


@pytest.fixture(scope="module")
def terms():
    """All of schema.org's terms that rdflib lists. Read as text: asking its namespace for all of them takes minutes."""
    source = Path(find_spec("rdflib").origin).parent / "namespace" / "_SDO.py"
    found = {*re.findall(r"^    (\w+): (?:URIRef|\()", source.read_text(encoding="utf-8"), re.MULTILINE)}
    assert len(found) > 2000
    return found


@pytest.fixture(scope="module")
def graphs(responses):
    """What extruct reads on every page: its structured data, by address.

    It is not locked: a package it needs has no wheel. ``.ci/run`` installs it.
    """
    extruct = pytest.importorskip("extruct", reason="extruct is not installed: pip install extruct")
    return {
        url: extruct.extract(answer.text, base_url=url, syntaxes=["json-ld"], errors="strict")["json-ld"]
        for url, answer in responses.items()
    }


def nodes(value):
    """Yield everything in JSON-LD that has properties."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def types(node):
    kinds = node.get("@type", [])
    return kinds if isinstance(kinds, list) else [kinds]


def test_the_demo_has_nothing_to_mend(audit):
    graver = [str(finding.as_dict()) for finding in audit.found if finding.severity != Severity.NOTICE]

    assert graver == []


def test_every_page_type_was_checked(audit, responses):
    paths = {urlsplit(url).path for url in responses}
    live = Page.objects.live().public().filter(depth__gt=1).specific()
    unchecked = [type(page).__name__ for page in live if urlsplit(page.full_url).path not in paths]

    assert unchecked == [] and len(live) > 20


def test_the_seed_was_checked(responses):
    if not SEED.exists():
        pytest.skip("The first real article is not beside this checkout.")

    assert [url for url in responses if "trust-issues-therapy" in url]


def test_extruct_reads_one_graph_on_every_page(graphs):
    indexable = {url: found for url, found in graphs.items() if found}

    assert {url: len(found) for url, found in indexable.items() if len(found) != 1} == {}
    assert all(found[0]["@context"] == SCHEMA.rstrip("/") and found[0]["@graph"] for found in indexable.values())
    assert len(indexable) > 30


def test_every_type_and_property_is_schema_org_s(graphs, terms):
    unknown = {
        name
        for found in graphs.values()
        for node in nodes(found)
        for name in [*types(node), *(key for key in node if not key.startswith("@"))]
        if name not in terms
    }

    assert unknown == set()


def test_all_references_resolve_on_their_page(graphs):
    lost = {}
    for url, found in graphs.items():
        every = list(nodes(found))
        described = {node["@id"] for node in every if "@id" in node and len(node) > 1}
        lost |= {node["@id"]: url for node in every if [*node] == ["@id"] and node["@id"] not in described}

    assert lost == {}


@pytest.mark.parametrize("feature", [feature for feature in FEATURES if feature.required], ids=lambda f: f.kind)
def test_what_google_requires_is_there(graphs, feature):
    meant = [
        node
        for found in graphs.values()
        for node in nodes(found)
        if any(feature.kind in vocabulary.kinds(kind) for kind in types(node))
    ]

    for node in meant:
        for names in feature.required:
            assert any(node.get(name) for name in names.split("|")), (names, node)
    assert meant or feature.kind == "VideoObject"


@pytest.fixture(scope="module")
def feeds(audit, responses):
    """Every feed that any page's head names, by address."""
    named = {link.url: link.kind for answer in responses.values() for link in answer.document.feeds}
    return {url: audit.fetcher.get(url) for url, kind in named.items() if kind in FEED_TYPES}


def test_feedparser_reads_every_atom_and_rss_feed(feeds):
    read = {url: feedparser.parse(feed.body) for url, feed in feeds.items() if "json" not in feed.kind}

    assert {url: parsed.get("bozo_exception") for url, parsed in read.items() if parsed.bozo} == {}
    assert len(read) > 5 and all(entry.id.startswith("urn:") for parsed in read.values() for entry in parsed.entries)


def test_every_json_feed_is_valid(feeds):
    found = {url: json.loads(feed.body) for url, feed in feeds.items() if "json" in feed.kind}

    for feed in found.values():
        jsonschema.validate(feed, JSON_FEED)
    assert found
