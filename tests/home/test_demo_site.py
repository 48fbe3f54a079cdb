"""Loading the demo keeps the address the site already has."""

import pytest
from django.core.management import call_command
from wagtail.models import Page, Site

pytestmark = pytest.mark.django_db


def test_demo_keeps_the_sites_address():
    Site.objects.update(hostname="127.0.0.1", port=9000)

    call_command("load_demo", verbosity=0)

    site = Site.objects.get()
    assert (site.hostname, site.port, site.is_default_site) == ("127.0.0.1", 9000, True)
    assert site.root_page.specific.get_full_url() == "http://127.0.0.1:9000/"
    assert not Page.objects.filter(title__startswith="Welcome").exists()
