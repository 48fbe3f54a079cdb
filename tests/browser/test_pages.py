"""What readers get, in a real browser: at any width, in both themes, without script, on paper."""

from itertools import pairwise
from urllib.parse import unquote, urldefrag

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.crawling import fetch
from tests.browser.survey import visit

pytestmark = pytest.mark.browser

AXE_OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
PAGE_TYPES = {
    *("HomePage", "StandardPage", "ArticleIndexPage", "ArticlePage"),
    *("TopicPage", "PersonPage", "ConsultationPage"),
}
# Whether a reader could see it: neither hidden nor folded away.
SHOWN = "tag => tag.checkVisibility({contentVisibilityAuto: true}) && tag.getBoundingClientRect().height > 0"


@pytest.fixture(scope="module", params=["light", "dark"])
def theme(request):
    return request.param


@pytest.fixture(scope="module")
def visits(browser, theme, pages, not_found):
    """Every page, seen once in the theme."""
    with browser.new_context(color_scheme=theme) as context:
        return [visit(context, url) for url in [*pages, not_found]]


def faults(visits, name):
    return {seen.url: getattr(seen, name) for seen in visits if getattr(seen, name)}


def test_demo_has_every_page_type(published):
    assert PAGE_TYPES - set(published) == set()


def test_every_published_page_is_reached_by_links(published, pages):
    addresses = {url for urls in published.values() for url in urls}

    assert addresses - set(pages) == set()


def test_every_internal_link_leads_somewhere(answers):
    linked = {link for answer in answers.values() for link in answer.links}
    targets = {no_fragment(link) for link in linked}
    statuses = {url: (answers.get(url) or fetch(url)).status for url in targets}

    assert {url: status for url, status in statuses.items() if status != 200} == {}


def test_every_link_into_another_page_meets_its_target(answers, pages):
    wrong = [
        (url, link)
        for url in pages
        for link in answers[url].links
        if (fragment := unquote(urldefrag(link).fragment))
        and no_fragment(link) in pages
        and fragment not in answers[no_fragment(link)].ids
    ]

    assert wrong == []


def no_fragment(url):
    return urldefrag(url).url


def test_nothing_scrolls_sideways(visits):
    assert faults(visits, "overflow") == {}


def test_nothing_is_asked_of_another_host(visits):
    assert faults(visits, "elsewhere") == {}


def test_no_cookie_is_set(visits):
    assert faults(visits, "cookies") == {}


def test_the_console_stays_empty(visits):
    assert faults(visits, "complaints") == {}


def test_the_content_security_policy_has_nothing_to_refuse(visits):
    assert faults(visits, "refusals") == {}


def test_every_picture_is_there(visits):
    assert faults(visits, "broken") == {}


def test_links_within_a_page_resolve(visits):
    assert faults(visits, "dangling") == {}


def test_every_page_has_one_main_heading_and_skips_no_level(visits):
    wrong = {
        seen.url: seen.headings
        for seen in visits
        if seen.headings.count(1) != 1 or any(after - before > 1 for before, after in pairwise(seen.headings))
    }

    assert wrong == {}


@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing(browser, theme, width, one_of_each):
    found = {}
    with browser.new_context(color_scheme=theme, viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        for url in one_of_each:
            page.goto(url)
            for broken in Axe().run(page, options=AXE_OPTIONS).response["violations"]:
                nodes = [(node["target"], node["failureSummary"]) for node in broken["nodes"]]
                found[url, broken["id"]] = nodes

    assert found == {}


def test_a_question_opens_when_the_address_points_to_it(page, question):
    page.goto(question)

    identifier = urldefrag(question).fragment
    details = page.locator(f'details[id="{identifier}"], details:has([id="{identifier}"])').first
    expect(details).to_have_attribute("open", "")
    expect(details).to_be_in_viewport()


def test_an_article_is_complete_without_script(browser, published, question):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        for url in published["ArticlePage"]:
            page.goto(url)
            expect(page.locator("h1")).to_be_visible()
            expect(page.locator("main p").first).to_be_visible()
            hidden = page.locator("main p:not(details p)").evaluate_all(f"tags => tags.filter(tag => !({SHOWN})(tag))")
            assert hidden == []
        page.goto(no_fragment(question))
        details = page.locator("main details").first
        details.locator("summary").click()
        expect(details).to_have_attribute("open", "")


@pytest.mark.parametrize("scripted", [True, False])
def test_print_shows_the_answers(browser, question, scripted):
    with browser.new_context(java_script_enabled=scripted) as context:
        page = context.new_page()
        page.goto(no_fragment(question))
        page.emulate_media(media="print")
        if scripted:
            page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        shown = page.locator("main details > :not(summary)").evaluate_all(f"tags => tags.map({SHOWN})")

        assert shown
        assert all(shown)
