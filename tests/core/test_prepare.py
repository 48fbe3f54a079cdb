"""``manage.py prepare``: an empty site becomes one that can be served; one that is in use is left alone."""

import io
import re

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.contrib.auth.password_validation import validate_password
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from wagtail.models import Page, Site

from hub.core.management.commands import prepare

pytestmark = pytest.mark.django_db

PURGES = ["purge_consultations", "purge_missing_addresses"]


@pytest.fixture
def called(monkeypatch):
    """The commands that ``prepare`` calls, noted instead of run: the test database is up to date already."""
    names = []
    monkeypatch.setattr(prepare, "call_command", lambda name, **options: names.append(name))
    return names


def run_prepare(**options):
    out = io.StringIO()
    call_command("prepare", stdout=out, **options)
    return out.getvalue()


def test_first_run_makes_an_admin_and_prints_the_password(called):
    shown = run_prepare()

    password = re.search(r"Password:\s+(\S+)", shown)[1]
    admin = authenticate(username="admin", password=password)
    assert admin.is_superuser
    validate_password(password, admin)
    assert "http://testserver/admin/" in shown


def test_password_is_shown_once_and_kept_only_as_a_hash(called):
    password = re.search(r"Password:\s+(\S+)", run_prepare())[1]

    again = run_prepare()

    assert "Password:" not in again
    assert "changepassword admin" in again
    assert password not in again + get_user_model().objects.get().password


def test_admin_whose_password_could_not_be_shown_is_not_made(called):
    class Closed(io.StringIO):
        def write(self, text):
            if "Password" in text:
                raise BrokenPipeError
            return super().write(text)

    with pytest.raises(BrokenPipeError):
        call_command("prepare", stdout=Closed())

    assert not get_user_model().objects.exists()


def test_existing_superuser_is_left_alone(called):
    owner = get_user_model().objects.create_superuser("owner", password="their-own-password")

    shown = run_prepare()

    assert list(get_user_model().objects.all()) == [owner]
    assert "changepassword owner" in shown


def test_name_taken_by_somebody_else_is_said(called):
    get_user_model().objects.create_user("admin", password="somebody-else")

    with pytest.raises(CommandError, match="createsuperuser"):
        run_prepare()


def test_demo_is_loaded_into_a_site_with_nothing_but_the_welcome_page(called):
    run_prepare()

    assert called == ["migrate", "load_demo", "rebuild_search", "rebuild_links", *PURGES]


def test_demo_stays_out_of_a_site_with_pages_of_its_own(called):
    Page.objects.filter(depth=2).update(content_type=ContentType.objects.get(model="homepage"))

    run_prepare()

    assert called == ["migrate", "rebuild_search", "rebuild_links", *PURGES]


def test_demo_that_fails_is_a_message_and_the_rest_goes_on(monkeypatch):
    def call(name, **options):
        if name == "load_demo":
            raise CommandError("no room")

    monkeypatch.setattr(prepare, "call_command", call)
    errors = io.StringIO()

    shown = run_prepare(stderr=errors)

    assert "The demo practice was not loaded: no room" in errors.getvalue()
    assert "Password:" in shown


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://127.0.0.1:9001", ("127.0.0.1", 9001)),
        ("https://example.org", ("example.org", 443)),
        ("http://example.org", ("example.org", 80)),
    ],
)
def test_loopback_site_follows_the_site_url(called, settings, address, expected):
    settings.SITE_URL = address

    run_prepare()

    assert Site.objects.values_list("hostname", "port").get() == expected


def test_site_with_a_name_of_its_own_keeps_it(called, settings):
    Site.objects.update(hostname="practice.example", port=443)
    settings.SITE_URL = "http://127.0.0.1:9001"

    run_prepare()

    assert Site.objects.values_list("hostname", "port").get() == ("practice.example", 443)
