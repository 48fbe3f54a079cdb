"""The request's site, found with its settings in one query, as Wagtail would find it."""

import pytest
from django.test import RequestFactory
from wagtail.models import Site

from hub.core.models import CrisisSupport, Practice
from hub.core.models.site import load_site

SETS = {
    "one default": [("example.org", 80, True)],
    "one, no default": [("example.org", 80, False)],
    "two hosts": [("example.org", 80, True), ("other.org", 80, False)],
    "two ports": [("example.org", 80, True), ("example.org", 8000, False)],
    "two ports, default elsewhere": [("other.org", 80, True), ("example.org", 80, False), ("example.org", 8000, False)],
    "two ports, no default": [("example.org", 80, False), ("example.org", 8000, False)],
    "one port, default elsewhere": [("other.org", 80, True), ("example.org", 8000, False)],
    "default on another port": [("example.org", 8000, True), ("example.org", 9000, False), ("other.org", 80, False)],
}
ADDRESSES = [
    ("example.org", 80),
    ("example.org", 8000),
    ("example.org", 9999),
    ("EXAMPLE.org", 80),
    ("other.org", 80),
    ("third.org", 80),
    ("[::1]", 8000),
]


def request_to(host, port=80):
    return RequestFactory().get("/", headers={"host": f"{host}:{port}"}, SERVER_PORT=str(port))


def find_or_none(find, request):
    try:
        return find(request)
    except Site.DoesNotExist:
        return None


@pytest.mark.parametrize(("host", "port"), ADDRESSES)
@pytest.mark.parametrize("sites", SETS.values(), ids=SETS)
def test_choice_is_the_one_wagtail_makes(site, sites, host, port):
    root = site.root_page
    Site.objects.all().delete()
    for name, number, is_default in sites:
        Site.objects.create(hostname=name, port=number, is_default_site=is_default, root_page=root)

    found = find_or_none(load_site, request_to(host, port))

    assert found == Site.find_for_request(request_to(host, port))


def test_no_site_at_all_is_said(db):
    Site.objects.all().delete()

    with pytest.raises(Site.DoesNotExist):
        load_site(request_to("example.org"))


def test_site_root_page_and_settings_come_in_one_query(site, django_assert_num_queries):
    Practice.objects.create(site=site, name="The Practice", consultation_page=site.root_page)
    request = request_to("testserver")

    with django_assert_num_queries(1):
        load_site(request)
        practice = Practice.for_request(request)
        shown = (
            Site.find_for_request(request).root_page.title,
            practice.name,
            practice.consultation_page.title,
            CrisisSupport.for_request(request).emergency_number,
        )

    assert shown == ("The practice", "The Practice", "The practice", "")


def test_settings_are_those_of_the_request_s_own_site(site):
    other = Site.objects.create(hostname="other.org", port=80, root_page=site.root_page)
    Practice.objects.create(site=site, name="First")
    Practice.objects.create(site=other, name="Second")
    request = request_to("other.org")

    load_site(request)

    assert Practice.for_request(request).name == "Second"


@pytest.mark.parametrize(("url", "expected"), [("/", 404), ("/search/?q=a", 200), ("/admin/login/", 200)])
def test_site_answers_before_any_site_is_set_up(client, db, url, expected):
    Site.objects.all().delete()

    assert client.get(url).status_code == expected
