"""The settings as those who change them meet them."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import Site
from wagtail.test.utils.form_data import nested_form_data, streamfield

from home.models import HomePage
from hub.discovery.contradictions import warnings
from hub.discovery.crawlers import CRAWLERS
from hub.discovery.models import CrawlerPolicy, IndexChange, IndexNowSettings
from tests.factories import ArticlePageFactory, UserFactory
from tests.helpers import soup

FORMS = [
    ("blog", "feedsettings"),
    ("discovery", "crawlerpolicy"),
    ("discovery", "indexnowsettings"),
    ("discovery", "securitycontact"),
]


def address(site, app="discovery", model="crawlerpolicy"):
    return reverse("wagtailsettings:edit", args=[app, model, site.pk])


@pytest.fixture
def editor_client(db):
    user = UserFactory()
    user.groups.add(Group.objects.get(name="Editors"))
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize(("app", "model"), FORMS)
def test_editors_change_the_settings_and_bystanders_do_not(site, editor_client, bystander_client, app, model):
    answers = [client.get(address(site, app, model)).status_code for client in (editor_client, bystander_client)]

    assert answers == [200, 302]


def test_editor_is_told_what_is_wrong_and_loses_nothing(site, admin_client):
    form = nested_form_data({"allows_answers": "on", "exceptions": streamfield([]), "extra": "Disallow: /mine"})

    answer = admin_client.post(address(site), form)

    assert "Line 1: Say first whom it is for" in soup(answer).get_text()
    assert soup(answer).find("textarea", {"name": "extra"}).get_text().strip() == "Disallow: /mine"
    assert not CrawlerPolicy.objects.filter(extra__contains="mine").exists()


def test_decision_about_one_crawler_is_kept(site, admin_client):
    chosen = streamfield([("exception", {"crawler": "CCBot", "is_allowed": "on"})])
    form = nested_form_data({"allows_answers": "on", "exceptions": chosen, "extra": ""})

    admin_client.post(address(site), form)

    assert CrawlerPolicy.objects.get(site=site).decided == {"CCBot": True}


def test_form_says_who_is_who(site, admin_client):
    page = soup(admin_client.get(address(site)))

    assert {crawler.source for crawler in CRAWLERS} <= {link.get("href") for link in page("a")}


def test_form_says_what_was_told(site, admin_client):
    IndexChange.objects.create(
        site=site, url="http://testserver/worry/", failed_at="2026-01-01T00:00Z", last_error="HTTP 422"
    )

    text = soup(admin_client.get(address(site, model="indexnowsettings"))).get_text()

    assert "http://testserver/worry/" in text
    assert "HTTP 422" in text


def test_settings_that_contradict_each_other_are_named(site, articles, settings):
    settings.SITE_IS_INDEXABLE = False
    IndexNowSettings.objects.create(site=site, is_on=True)
    CrawlerPolicy.objects.create(site=site, allows_answers=False, extra="User-agent: *\nDisallow: /articles/hidden")
    ArticlePageFactory(parent=articles, slug="hidden", noindex=True)
    HomePage.objects.update(noindex=True)

    found = " ".join(warning.message for warning in warnings(Site.objects.get(pk=site.pk)))

    for part in ("kept out", "/articles/hidden/", "Nothing is sent from here", "home page asks"):
        assert part in found


def test_site_whose_settings_agree_is_left_alone(site, articles):
    assert warnings(site) == []
