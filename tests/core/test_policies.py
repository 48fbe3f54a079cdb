"""What every response says about itself: content security policy, permissions, cookies."""

import pytest
from django.urls import reverse

from hub.core.middleware import PERMISSIONS_POLICY
from tests.factories import (
    ArticlePageFactory,
    DocumentFactory,
    PersonPageFactory,
    StandardPageFactory,
    TopicPageFactory,
)

PUBLIC = ["home", "index", "article", "topic", "person", "standard page", "search", "feed", "missing"]


@pytest.fixture
def address(home, articles):
    """Public addresses by what they show."""
    topic = TopicPageFactory(parent=home)
    return {
        "home": home.url,
        "index": articles.url,
        "article": ArticlePageFactory(parent=articles, topics=[topic]).url,
        "topic": topic.url,
        "person": PersonPageFactory(parent=home).url,
        "standard page": StandardPageFactory(parent=home).url,
        "search": "/search/?q=article",
        "feed": f"{articles.url}feed/",
        "missing": "/nobody/lives/here/",
    }


def policy(answer):
    parts = (part.split() for part in answer["Content-Security-Policy"].split(";") if part.strip())
    return {name: values for name, *values in parts}


@pytest.mark.parametrize("name", PUBLIC)
def test_readers_get_the_strict_policy(client, address, name):
    assert policy(client.get(address[name])) == {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "media-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
        "frame-ancestors": ["'self'"],
    }


@pytest.mark.parametrize("name", PUBLIC)
def test_readers_get_no_cookie(client, address, name):
    assert not client.get(address[name]).cookies


@pytest.mark.parametrize("name", PUBLIC)
def test_no_page_may_use_a_sensor(client, address, name):
    assert client.get(address[name])["Permissions-Policy"] == PERMISSIONS_POLICY


@pytest.mark.parametrize("name", PUBLIC)
def test_answers_are_not_sniffed_framed_or_named_to_others(client, address, name):
    headers = client.get(address[name]).headers

    assert {key: headers.get(key) for key in ("X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy")} == {
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "SAMEORIGIN",
        "Referrer-Policy": "same-origin",
    }


@pytest.mark.parametrize("url", ["wagtailadmin_home", "wagtailadmin_login"])
def test_admin_may_run_what_wagtail_puts_in_its_pages_and_nothing_from_elsewhere(admin_client, url):
    found = policy(admin_client.get(reverse(url)))

    assert "'unsafe-inline'" in found["script-src"]
    sources = {source for values in found.values() for source in values}
    assert sources == {"'none'", "'self'", "'unsafe-inline'", "data:", "blob:"}


def test_document_keeps_the_policy_wagtail_gives_it(client, db):
    assert "default-src 'none'" in client.get(DocumentFactory().url)["Content-Security-Policy"]


def test_signed_in_reader_gets_the_strict_policy_too(admin_client, address):
    assert policy(admin_client.get(address["article"]))["script-src"] == ["'self'"]
