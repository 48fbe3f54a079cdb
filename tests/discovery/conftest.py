"""What tests of the machine-readable files share."""

from xml.etree import ElementTree as ET

import pytest

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"

#: A title that would end a script, and one with all that XML can't hold.
HOSTILE = "</script><script>alert(1)</script>"
CONTROLS = "Bell\x07, \x0b tab, \ufffe none & <b>bold</b>"


@pytest.fixture
def in_production(settings):
    """This copy of the site may be found."""
    settings.SITE_IS_INDEXABLE = True


@pytest.fixture
def sitemap(client):
    """Return what the whole sitemap holds: address to (lastmod, pictures)."""

    def read():
        found = {}
        for file in ET.fromstring(client.get("/sitemap.xml").content).iter(f"{MAP}loc"):
            root = ET.fromstring(client.get(file.text.removeprefix("http://testserver")).content)
            for url in root:
                pictures = [element.text for element in url.iter(f"{IMAGE}loc")]
                found[url.findtext(f"{MAP}loc")] = (url.findtext(f"{MAP}lastmod"), pictures)
        return found

    return read
