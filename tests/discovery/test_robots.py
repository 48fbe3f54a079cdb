"""robots.txt: what it says in each environment, and what an editor may add."""

import urllib.robotparser

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from hub.discovery import robots
from hub.discovery.crawlers import ANSWERS, CRAWLERS, TRAINING
from hub.discovery.models import CrawlerPolicy
from hub.discovery.pages import blocked_pages
from tests.factories import ArticlePageFactory

TRAINERS = {crawler.name for crawler in CRAWLERS if crawler.purpose == TRAINING}
ANSWERERS = {crawler.name for crawler in CRAWLERS if crawler.purpose == ANSWERS}


@pytest.fixture
def allowed(client):
    """Whether robots.txt lets a crawler see a path, as a crawler reads it."""

    def ask(agent, path="/articles/worry/"):
        reader = urllib.robotparser.RobotFileParser()
        reader.parse(client.get("/robots.txt").content.decode().splitlines())
        return reader.can_fetch(agent, path)

    return ask


def policy(site, *exceptions, **fields):
    made = CrawlerPolicy(site=site, **fields)
    made.exceptions = [("exception", {"crawler": name, "is_allowed": allowed}) for name, allowed in exceptions]
    made.full_clean()
    made.save()
    return made


def test_outside_production_nothing_is_crawled(client, site, allowed):
    assert {allowed(agent) for agent in ("Googlebot", "bingbot", *ANSWERERS)} == {False}
    assert "Sitemap" not in client.get("/robots.txt").content.decode()


def test_in_production_search_engines_may_read_all(client, site, in_production, allowed):
    assert {allowed(agent) for agent in ("Googlebot", "bingbot", "AnybodyElse")} == {True}
    assert "Sitemap: http://testserver/sitemap.xml\n" in client.get("/robots.txt").content.decode()


def test_answers_may_be_given_and_models_not_be_trained_by_default(site, in_production, allowed):
    assert ({name for name in TRAINERS if allowed(name)}, {name for name in ANSWERERS if not allowed(name)}) == (
        set(),
        set(),
    )


def test_editor_decides_by_purpose(site, in_production, allowed):
    policy(site, allows_answers=False, allows_training=True)

    assert ({name for name in ANSWERERS if allowed(name)}, {name for name in TRAINERS if not allowed(name)}) == (
        set(),
        set(),
    )
    assert allowed("Googlebot")


def test_editor_decides_about_one_crawler(site, in_production, allowed):
    policy(site, ("CCBot", True), ("PerplexityBot", False))

    assert (allowed("CCBot"), allowed("GPTBot"), allowed("PerplexityBot"), allowed("OAI-SearchBot")) == (
        True,
        False,
        False,
        True,
    )


def test_lines_of_an_editor_are_added(client, site, in_production, allowed):
    policy(site, extra="User-agent: SlowBot\nCrawl-delay: 10\nDisallow: /search/ # not this\n")

    assert (allowed("SlowBot", "/search/"), allowed("SlowBot"), allowed("Googlebot", "/search/")) == (False, True, True)


@pytest.mark.parametrize(
    ("extra", "message"),
    [
        ("Disallow: /x", "Line 1: Say first whom it is for"),
        ("User-agent: a b", "is no crawler's name"),
        ("User-agent: *\nNoindex: /x", "Line 2: A line is"),
        ("User-agent: *\nDisallow: x", "A path starts with /"),
        ("<script>", "Line 1: A line is"),
        ("User-agent: *\nCrawl-delay: soon", "number of seconds"),
        ("Sitemap: https://example.org/x.xml", "named already"),
        ("User-agent: *\nDisallow: /é", "percent-encoded"),
        ("User-agent: Googlebot\nDisallow: /", "hide the whole site"),
        ("User-agent: *\nDisallow: /*", "hide the whole site"),
    ],
)
def test_lines_that_are_wrong_are_explained(site, extra, message):
    with pytest.raises(ValidationError, match=message):
        CrawlerPolicy(site=site, extra=extra).full_clean()


def test_crawler_is_decided_about_once(site):
    with pytest.raises(ValidationError, match="only once about CCBot"):
        policy(site, ("CCBot", True), ("CCBot", False))


def test_page_that_asks_to_be_left_out_must_be_readable(site, articles):
    hidden = ArticlePageFactory(parent=articles, slug="hidden", noindex=True)
    extra = "User-agent: bingbot\nDisallow: /articles/hidden\n"

    assert blocked_pages(robots.parse(extra)[0], site) == [hidden.url]
    with pytest.raises(ValidationError, match="/articles/hidden/"):
        CrawlerPolicy(site=site, extra=extra).full_clean()


def test_every_crawler_says_where_it_is_documented():
    assert all(crawler.source.startswith("https://") for crawler in CRAWLERS)
    assert len({crawler.name.lower() for crawler in CRAWLERS}) == len(CRAWLERS)


@pytest.mark.parametrize("purpose", [TRAINING, ANSWERS])
def test_both_purposes_have_crawlers(purpose):
    assert [crawler for crawler in CRAWLERS if crawler.purpose == purpose]


@pytest.mark.parametrize(
    ("rule", "path", "matches"),
    [
        ("/a", "/abc", True),
        ("/a$", "/abc", False),
        ("/a$", "/a", True),
        ("/*.pdf$", "/x/y.pdf", True),
        ("/*.pdf$", "/x/y.pdf?z", False),
        ("*/b", "/a/b/c", True),
        ("/a*c*e", "/abcde", True),
        ("/a*e*c", "/abcde", False),
        ("/ab*b$", "/ab", False),
        ("/", "/", True),
    ],
)
def test_rules_match_as_the_standard_says(rule, path, matches):
    assert robots.is_blocked(path, "x", [robots.Group(["*"], [(False, rule)])]) is matches


def test_longest_rule_decides():
    groups, faults = robots.parse("User-agent: *\nDisallow: /a\nAllow: /a/b\n\nUser-agent: Mine\nDisallow: /c\n")

    seen = [robots.is_blocked(path, agent, groups) for path, agent in [("/a", "*"), ("/a/b", "*"), ("/a", "mine")]]
    assert (seen, faults) == ([True, False, False], [])


@given(st.text(alphabet="ab*/$\n: UserDisallowAgent-#é\x00", max_size=200))
def test_any_lines_are_read_and_what_passes_can_be_read_by_others(text):
    groups, faults = robots.parse(text)
    robots.is_blocked("/abab/", "x", groups)

    if not faults:
        reader = urllib.robotparser.RobotFileParser()
        reader.parse(robots.write(is_indexable=True, extra=text, sitemap="https://example.org/s.xml").splitlines())
        assert reader.site_maps() == ["https://example.org/s.xml"]
        assert reader.can_fetch("Unheard", "/") == (not robots.is_blocked("/", "unheard", groups))


@given(st.text(alphabet="a*", min_size=1, max_size=400), st.text(alphabet="ab", max_size=400))
def test_no_rule_takes_long(rule, path):
    assert robots.is_blocked(f"/{path}", "x", [robots.Group(["*"], [(False, f"/{rule}$")])]) in {True, False}
