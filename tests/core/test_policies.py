"""What every response says about itself: content security policy, permissions, cookies."""

import pytest
from django.urls import reverse

from hub.core.middleware import PERMISSIONS_POLICY
from tests.factories import (
    ArticlePageFactory,
    ConsultationPageFactory,
    DocumentFactory,
    PersonPageFactory,
    StandardPageFactory,
    TopicPageFactory,
)

STRICT = {
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


@pytest.fixture
def article(articles):
    return ArticlePageFactory(parent=articles)


@pytest.fixture
def answers(client, home, articles, article):
    """What a reader without a cookie is answered, by what is shown."""
    addresses = {
        "home": home.url,
        "index": articles.url,
        "article": article.url,
        "topic": TopicPageFactory(parent=home).url,
        "person": PersonPageFactory(parent=home).url,
        "standard page": StandardPageFactory(parent=home).url,
        "consultation page": ConsultationPageFactory(parent=home).url,
        "search": "/search/?q=article",
        "feed": f"{articles.url}feed/",
        "missing": "/nobody/lives/here/",
    }
    return {name: client.get(url) for name, url in addresses.items()}


def policy(answer):
    parts = (part.split() for part in answer["Content-Security-Policy"].split(";") if part.strip())
    return {name: values for name, *values in parts}


def test_readers_get_the_strict_policy(answers):
    assert {name: policy(answer) for name, answer in answers.items()} == dict.fromkeys(answers, STRICT)


def test_readers_get_no_cookie(answers):
    assert [name for name, answer in answers.items() if answer.cookies] == []


def test_no_page_may_use_a_sensor(answers):
    assert {answer["Permissions-Policy"] for answer in answers.values()} == {PERMISSIONS_POLICY}


def test_answers_are_not_sniffed_framed_or_named_to_others(answers):
    names = ("X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy")

    assert {tuple(answer[name] for name in names) for answer in answers.values()} == {
        ("nosniff", "SAMEORIGIN", "same-origin")
    }


@pytest.mark.parametrize("url", ["wagtailadmin_home", "wagtailadmin_login"])
def test_admin_may_run_what_wagtail_puts_in_its_pages_and_nothing_from_elsewhere(admin_client, url):
    found = policy(admin_client.get(reverse(url)))

    assert "'unsafe-inline'" in found["script-src"]
    sources = {source for values in found.values() for source in values}
    assert sources == {"'none'", "'self'", "'unsafe-inline'", "data:", "blob:"}


def test_document_keeps_the_policy_wagtail_gives_it(client, db):
    assert "default-src 'none'" in client.get(DocumentFactory().url)["Content-Security-Policy"]


def test_signed_in_reader_gets_the_strict_policy_too(admin_client, article):
    assert policy(admin_client.get(article.url)) == STRICT
