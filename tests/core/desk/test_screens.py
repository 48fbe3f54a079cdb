"""What every screen of the admin has from us."""

import pytest
from django.urls import reverse

from tests.helpers import soup

pytestmark = pytest.mark.django_db


def test_scripts_know_how_to_ask_the_server(admin_client, settings):
    settings.CSRF_COOKIE_NAME = "another"

    script = soup(admin_client.get(reverse("wagtailadmin_home"))).select_one("script[data-csrf-cookie]")

    assert "core/desk/asking" in script["src"]
    assert script["data-csrf-cookie"] == "another"


def test_message_that_informs_has_its_icon(admin_client):
    sprite = admin_client.get(reverse("wagtailadmin_sprite")).content.decode()

    assert 'id="icon-info"' in sprite
