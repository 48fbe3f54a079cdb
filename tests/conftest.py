"""What every test may ask for: a site with a home page and an index, people who sign in, a tidy process."""

import os

import pytest
from django.contrib.auth.models import Permission
from django.core.cache import cache
from django.test import Client
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from wagtail.models import Page, Site

from hub.core.prefetching import forget
from tests.factories import ArticleIndexPageFactory, HomePageFactory, UserFactory

# Fixtures of pytest live for a test, not for an example; no example here leaves anything behind.
hypothesis_settings.register_profile(
    "hub",
    parent=hypothesis_settings.get_profile("ci" if os.environ.get("CI") else "default"),
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
hypothesis_settings.load_profile("hub")


@pytest.fixture(scope="session")
def media_folder(tmp_path_factory):
    return tmp_path_factory.mktemp("media")


@pytest.fixture(autouse=True)
def _tidy_process(settings, media_folder):
    """No test sees another's cache, remembered pages or uploads."""
    settings.MEDIA_ROOT = media_folder
    cache.clear()
    forget()


@pytest.fixture
def site(db):
    """The default site; its home page is ours, with an empty article index below."""
    site = Site.objects.get(is_default_site=True)
    welcome = site.root_page
    site.root_page = HomePageFactory(parent=Page.get_first_root_node(), title="The practice", slug="practice")
    site.hostname, site.port = "testserver", 80
    site.save()
    # Fetched anew: the tree counts the root's children.
    Page.objects.get(pk=welcome.pk).delete()
    ArticleIndexPageFactory(parent=site.root_page, title="Articles")
    return site


@pytest.fixture
def home(site):
    """The site's home page."""
    return site.root_page.specific


@pytest.fixture
def articles(home):
    """The index page articles live under."""
    return home.get_children().get().specific


@pytest.fixture
def admin(db):
    """Somebody who may do everything."""
    return UserFactory(is_superuser=True)


@pytest.fixture
def admin_client(admin):
    client = Client()
    client.force_login(admin)
    return client


@pytest.fixture
def bystander_client(db):
    """Signed in to the admin by somebody who may do nothing there."""
    user = UserFactory()
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(user)
    return client
