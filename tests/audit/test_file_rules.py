"""Each rule for sitemaps, feeds and other files finds its fault, and nothing in a file that is in order."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.audit import checking  # noqa: F401  (registers the rules)
from hub.audit.answers import Answer, Facts, File, Survey
from hub.audit.feeds import read as read_feed
from hub.audit.findings import ADDRESS, FEED, LLMS, MANIFEST, ROBOTS, SECURITY, SITE, SITEMAP
from hub.audit.rules.robots import is_open

NOW = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
HOME = "https://practice.example/"

SITEMAP_XML = f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>{HOME}</loc><lastmod>2026-11-24</lastmod></url>
<url><loc>{HOME}a/</loc><image:image><image:loc>{HOME}media/a.jpg</image:loc></image:image></url>
</urlset>"""

ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Articles</title><id>urn:uuid:1</id><updated>2026-11-01T00:00:00Z</updated>
<link rel="self" href="{HOME}feed/"/><link rel="alternate" href="{HOME}"/>
<entry><title>Trust</title><id>urn:uuid:2</id><updated>2026-11-01T00:00:00Z</updated><published>2026-10-01T00:00:00Z</published>
<link rel="alternate" href="{HOME}a/"/><author><name>Ines</name></author></entry>
<entry><title>Grief</title><id>urn:uuid:3</id><updated>2026-10-01T00:00:00Z</updated><author><name>Ines</name></author>
<content type="html">x</content></entry></feed>"""

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Articles</title><link>{HOME}</link>
<description>New articles</description><atom:link rel="self" href="{HOME}feed/"/>
<item><title>Trust</title><link>{HOME}a/</link><guid isPermaLink="false">urn:uuid:2</guid>
<pubDate>Sun, 01 Nov 2026 00:00:00 +0000</pubDate></item></channel></rss>"""

JSON_FEED = f"""{{"version": "https://jsonfeed.org/version/1.1", "title": "Articles", "home_page_url": "{HOME}",
"feed_url": "{HOME}feed/", "items": [{{"id": "urn:uuid:2", "url": "{HOME}a/", "title": "Trust", "content_html": "x",
"date_published": "2026-11-01T00:00:00Z", "authors": [{{"name": "Ines"}}]}}]}}"""

ROBOTS_TXT = f"User-agent: *\nDisallow: /search/\n\nUser-agent: GPTBot\nDisallow: /\n\nSitemap: {HOME}sitemap.xml\n"
LLMS_TXT = f"# Larkfield Practice\n\n> Help after trust was broken.\n\n## Articles\n\n- [Trust]({HOME}a.md): why\n"
SECURITY_TXT = f"Contact: mailto:a@practice.example\nExpires: 2027-05-01T00:00:00Z\nCanonical: {HOME}security.txt\n"
MANIFEST_JSON = """{"name": "Larkfield", "start_url": "/", "display": "browser", "icons": [
{"src": "/i/192.png", "sizes": "192x192"}, {"src": "/i/512.png", "sizes": "512x512"}]}"""

FOUND, GONE = Answer(200, "text/html"), Answer(404, "text/html")
#: A kind of file: its rules, where it is, its type, its text.
SOUND = {
    "sitemap": (SITEMAP, "sitemap.xml", "application/xml", SITEMAP_XML),
    "atom": (FEED, "feed/", "application/atom+xml", ATOM),
    "rss": (FEED, "feed/", "application/rss+xml", RSS),
    "json": (FEED, "feed/", "application/feed+json", JSON_FEED),
    "robots": (ROBOTS, "robots.txt", "text/plain", ROBOTS_TXT),
    "llms": (LLMS, "llms.txt", "text/plain", LLMS_TXT),
    "security": (SECURITY, "security.txt", "text/plain", SECURITY_TXT),
    "manifest": (MANIFEST, "manifest.webmanifest", "application/manifest+json", MANIFEST_JSON),
}
ANSWERS = {
    f"{HOME}media/a.jpg": Answer(200, "image/jpeg"),
    HOME: FOUND,
    f"{HOME}a/": FOUND,
    f"{HOME}a.md": FOUND,
    f"{HOME}sitemap.xml": Answer(200, "application/xml"),
    f"{HOME}i/192.png": Answer(200, "image/png", size=(192, 192)),
    f"{HOME}i/512.png": Answer(200, "image/png", size=(512, 512)),
}


def found(sample, old="", new="", *, status=200, kind="", gone="", text=None) -> set[str]:
    """Return the rules that find something in the sample with ``old`` swapped for ``new``."""
    rules, name, usual, written = SOUND[sample]
    assert old in written
    written = written.replace(old, new, 1) if text is None else text
    answers = {**ANSWERS, HOME + gone: GONE} if gone else ANSWERS
    file = File(HOME + name, status, kind or usual, written, NOW, answers)
    return {finding.rule for finding in rules.findings(file.url, file)}


@pytest.mark.parametrize("sample", SOUND)
def test_a_file_in_order_has_no_findings(sample):
    assert found(sample) == set()


BROKEN = [
    ("sitemap-form", "sitemap", f"<loc>{HOME}</loc>", "<loc>/</loc>", {}),
    ("sitemap-form", "sitemap", "</urlset>", "", {}),
    ("sitemap-form", "sitemap", "", "", {"status": 500}),
    ("sitemap-dates", "sitemap", "2026-11-24", "2026-12-24", {}),
    ("sitemap-dates", "sitemap", "2026-11-24", "24/11/2026", {}),
    ("sitemap-repeated", "sitemap", f"{HOME}a/<", f"{HOME}<", {}),
    ("sitemap-pictures", "sitemap", "", "", {"gone": "media/a.jpg"}),
    ("feed-readable", "atom", "</feed>", "", {}),
    ("feed-readable", "atom", "http://www.w3.org/2005/Atom", "http://www.w3.org/2005/Bean", {}),
    ("feed-readable", "json", "jsonfeed.org", "feed.example", {}),
    ("feed-type", "atom", "", "", {"kind": "text/html"}),
    ("feed-required", "atom", "<id>urn:uuid:1</id>", "", {}),
    ("feed-required", "atom", "<author><name>Ines</name></author>", "", {}),
    ("feed-required", "rss", '<guid isPermaLink="false">urn:uuid:2</guid>', "", {}),
    ("feed-required", "rss", "<description>New articles</description>", "", {}),
    ("feed-required", "json", ', "content_html": "x"', "", {}),
    ("feed-ids", "atom", "urn:uuid:3", "urn:uuid:2", {}),
    ("feed-ids", "atom", "urn:uuid:3", "grief", {}),
    ("feed-dates", "atom", "2026-10-01T00:00:00Z</published>", "1 October</published>", {}),
    ("feed-dates", "atom", "2026-10-01T00:00:00Z</published>", "2026-11-02T00:00:00Z</published>", {}),
    ("feed-dates", "rss", "Sun, 01 Nov 2026 00:00:00 +0000", "2026-11-01", {}),
    ("feed-dates", "json", "2026-11-01T00:00:00Z", "2027-11-01T00:00:00Z", {}),
    ("feed-self", "atom", 'rel="self" href="https://practice.example/feed/"', 'rel="self" href="/feed/"', {}),
    ("feed-links", "atom", "", "", {"gone": "a/"}),
    ("feed-links", "rss", f"<link>{HOME}a/", "<link>/a/", {}),
    ("robots-missing", "robots", "", "", {"status": 404}),
    ("robots-form", "robots", "Disallow: /search/", "Dissalow: /search/", {}),
    ("robots-form", "robots", "User-agent: *\n", "", {}),
    ("robots-form", "robots", "/search/", "search/", {}),
    ("robots-sitemap", "robots", f"Sitemap: {HOME}sitemap.xml\n", "", {}),
    ("robots-sitemap", "robots", f"{HOME}sitemap.xml", "/sitemap.xml", {}),
    ("robots-sitemap", "robots", "", "", {"gone": "sitemap.xml"}),
    ("robots-resources", "robots", "/search/", "/static/", {}),
    ("llms-form", "llms", "# Larkfield", "Larkfield", {}),
    ("llms-links", "llms", f"({HOME}a.md)", "(/a.md)", {}),
    ("llms-links", "llms", "", "", {"gone": "a.md"}),
    ("security-form", "security", "Contact", "Contract", {}),
    ("security-form", "security", "mailto:a@practice.example", "a@practice.example", {}),
    ("security-form", "security", "Canonical: https", "Policy: http", {}),
    ("security-expired", "security", "2027-05", "2025-05", {}),
    ("security-expired", "security", "2027-05-01T00:00:00Z", "next year", {}),
    ("security-expires", "security", "2027-05", "2026-12", {}),
    ("security-expires", "security", "2027-05", "2029-05", {}),
    ("security-canonical", "security", f"{HOME}security.txt", f"{HOME}other.txt", {}),
    ("manifest-form", "manifest", '"name": "Larkfield", ', "", {}),
    ("manifest-form", "manifest", '"browser"', '"window"', {}),
    ("manifest-icons", "manifest", "/i/192.png", "/i/512.png", {}),
    ("manifest-icons", "manifest", "", "", {"gone": "i/192.png"}),
]


@pytest.mark.parametrize(("rule", "sample", "old", "new", "how"), BROKEN)
def test_rule_finds_its_fault(rule, sample, old, new, how):
    assert rule in found(sample, old, new, **how)


def test_a_sitemap_holds_fifty_thousand_entries():
    entry = f"<url><loc>{HOME}</loc></url>"
    too_long = SITEMAP_XML.replace("</urlset>", entry * 50_000 + "</urlset>")

    assert "sitemap-limits" in found("sitemap", text=too_long)


def test_a_sitemap_that_expands_itself_is_refused():
    bomb = '<!DOCTYPE u [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><urlset>&b;</urlset>'

    assert found("sitemap", text=bomb) == {"sitemap-form"}


#: Pages, and what the sitemap, robots.txt and links say of them; each breaks one agreement.
PAGES = (Facts(HOME, title="Home", description="A"), Facts(f"{HOME}a/", title="Trust", description="B"))
SURVEY = {
    "pages": PAGES,
    "listed": (HOME, f"{HOME}a/"),
    "linked": frozenset({f"{HOME}a/"}),
    "home": HOME,
    "robots": ROBOTS_TXT,
}
HIDDEN = Facts(f"{HOME}a/", is_indexable=False)
BROKEN_SITES = {
    "sitemap-answers": {"pages": (PAGES[0], Facts(f"{HOME}a/", 404))},
    "sitemap-indexable": {"pages": (PAGES[0], HIDDEN)},
    "sitemap-canonical": {"pages": (PAGES[0], Facts(f"{HOME}a/", canonical=f"{HOME}b/"))},
    "sitemap-missing": {"listed": (HOME,)},
    "robots-closes-page": {"robots": "User-agent: *\nDisallow: /a"},
    "robots-closed": {"robots": "User-agent: *\nDisallow: /"},
    "title-shared": {"pages": (PAGES[0], Facts(f"{HOME}a/", title="home"))},
    "description-shared": {"pages": (PAGES[0], Facts(f"{HOME}a/", description="a"))},
    "page-orphan": {"linked": frozenset()},
}


def surveyed(**changed) -> set[str]:
    return {finding.rule for finding in SITE.findings(HOME, Survey(**SURVEY | changed))}


def test_a_site_in_order_has_no_findings():
    assert surveyed() == set()


@pytest.mark.parametrize("name", BROKEN_SITES)
def test_rule_finds_what_does_not_agree(name):
    assert name in surveyed(**BROKEN_SITES[name])


def test_a_page_kept_out_of_search_must_be_readable_for_robots():
    closed = "User-agent: *\nDisallow: /a"

    assert surveyed(pages=(PAGES[0], HIDDEN), listed=(HOME,), robots=closed) == {"robots-closes-page"}


def test_further_pages_of_a_list_need_not_be_in_the_sitemap():
    second = Facts(f"{HOME}a/?page=2", title="Trust, page 2", description="B")

    assert surveyed(pages=(*PAGES, second), linked=frozenset({f"{HOME}a/", second.url})) == set()


@pytest.mark.parametrize(
    "answer", [Answer(404, "text/html"), Answer(302, location=HOME), Answer(200, "application/pdf")]
)
def test_an_address_that_is_no_page_is_found(answer):
    assert [finding.rule for finding in ADDRESS.findings(HOME, answer)] == ["page-answers"]


def test_every_other_rule_has_a_broken_sample():
    kinds = (ADDRESS, FEED, LLMS, MANIFEST, ROBOTS, SECURITY, SITE, SITEMAP)
    tried = {rule for rule, *_ in BROKEN} | {*BROKEN_SITES, "page-answers", "sitemap-limits"}

    assert {name for rules in kinds for name in rules.rules} == tried


@pytest.mark.parametrize(
    ("rules", "path", "is_allowed"),
    [
        ("Disallow: /a", "/a/b", False),
        ("Disallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("Disallow: /*.pdf$", "/x/y.pdf", False),
        ("Disallow: /*.pdf$", "/x/y.pdf?z", True),
        ("Disallow: /a\nAllow: /a", "/a", True),
        ("Disallow:", "/a", True),
        ("Disallow: /a?page=", "/a?page=2", False),
    ],
)
def test_the_longest_rule_of_robots_txt_holds(rules, path, is_allowed):
    assert is_open(f"User-agent: *\n{rules}", f"https://x{path}") is is_allowed


def test_a_robot_heeds_its_own_group_only():
    text = "User-agent: *\nDisallow: /\n\nUser-agent: Googlebot\nDisallow: /a"

    assert is_open(text, "https://x/b") and not is_open(text, "https://x/b", "bingbot")


@given(st.text())
@pytest.mark.parametrize("sample", SOUND)
def test_no_text_upsets_the_rules(sample, text):
    found(sample, text=text)
    read_feed("{" + text)
