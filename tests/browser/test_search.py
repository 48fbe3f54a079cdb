"""Searching in a real browser: suggestions by keyboard, results in every state, all of it without script too."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.survey import visit
from tests.browser.test_pages import AXE_OPTIONS

pytestmark = pytest.mark.browser

STATES = {
    "nothing asked": "",
    "results": "?q=my+partner+lied+to+me",
    "narrowed": "?q=trust&kind=question",
    "corrected": "?q=anxeity+at+night",
    "nothing found": "?q=zzzzzz",
    "nothing left": "?q=panic&topic=grief",
    "crisis": "?q=I+want+to+kill+myself",
    "long": f"?q={'unbreakable' * 30}",
}


@pytest.fixture(params=["light", "dark"])
def theme(request):
    return request.param


@pytest.mark.parametrize("state", STATES)
def test_page_is_sound_in_every_state(browser, hub_address, theme, state):
    with browser.new_context(color_scheme=theme) as context:
        seen = visit(context, f"{hub_address}/search/{STATES[state]}")
        page = context.new_page()
        page.goto(f"{hub_address}/search/{STATES[state]}")
        broken = Axe().run(page, options=AXE_OPTIONS).response["violations"]

    faults = (seen.overflow, seen.elsewhere, seen.complaints, seen.refusals, seen.cookies, seen.dangling)
    assert ([rule["id"] for rule in broken], *faults) == ([], {}, [], [], [], [], [])


def test_suggestions_are_sound_while_they_are_open(browser, hub_address, theme):
    with browser.new_context(color_scheme=theme) as context:
        page = context.new_page()
        page.goto(f"{hub_address}/search/")
        page.locator("#q").press_sequentially("trust")
        expect(page.get_by_role("option").first).to_be_visible()
        page.keyboard.press("ArrowDown")

        broken = Axe().run(page, options=AXE_OPTIONS).response["violations"]

    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in broken] == []


def test_question_is_reached_by_keyboard_alone_and_stands_open(page, hub_address):
    page.goto(f"{hub_address}/articles/worry-at-night/")
    page.keyboard.press("Control+k")
    expect(page.locator("#site-search")).to_be_focused()
    page.keyboard.type("panic attack kill me")
    option = page.get_by_role("option").first
    expect(option).to_contain_text("Question")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#site-search")).to_have_attribute("aria-activedescendant", option.get_attribute("id"))

    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/articles/panic-attacks/#q-"))
    anchor = page.url.partition("#")[2]
    expect(page.locator(f'details[id="{anchor}"], details:has([id="{anchor}"])').first).to_have_attribute("open", "")


def test_what_is_typed_before_the_script_arrives_is_answered(page, hub_address):
    held = []
    page.route("**/search.*js", lambda route: held.append(route))
    page.goto(f"{hub_address}/search/")
    with page.expect_request("**/search.*js"):
        page.locator("#q").press_sequentially("trust")

    for route in held:
        route.continue_()

    expect(page.get_by_role("option").first).to_be_visible()


def test_escape_closes_the_suggestions_and_keeps_what_was_typed(page, hub_address):
    page.goto(f"{hub_address}/search/")
    page.locator("#q").press_sequentially("trust")
    expect(page.get_by_role("listbox")).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.locator(".suggestions").first).to_be_hidden()
    expect(page.locator("#q")).to_have_value("trust")


def test_enter_without_a_choice_searches(page, hub_address):
    page.goto(f"{hub_address}/search/")
    page.locator("#q").press_sequentially("grief")

    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{hub_address}/search/?q=grief")
    expect(page.get_by_role("heading", level=2, name=re.compile("for “grief”"))).to_be_visible()


def test_urgent_help_stands_above_every_result(page, hub_address):
    page.goto(f"{hub_address}/search/?q=i+want+to+die+becuase+of+my+anxiety")

    panel, first = page.locator(".urgent--search"), page.locator(".result").first
    assert panel.bounding_box()["y"] < first.bounding_box()["y"]
    expect(panel.get_by_role("link").first).to_be_visible()


def test_everything_works_without_script(browser, hub_address):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{hub_address}/articles/worry-at-night/")
        page.locator("#site-search").fill("cheating")
        page.keyboard.press("Enter")
        page.get_by_role("link", name=re.compile("^Question")).click()
        page.get_by_role("link", name="newest first").click()
        link = page.locator(".result__title a").first
        address = link.get_attribute("href")
        link.click()

        assert "#q-" in address
        assert page.url == f"{hub_address}{address}"


def test_nobody_keeps_what_was_searched(page, hub_address):
    answer = page.goto(f"{hub_address}/search/?q=trust")

    fields = page.locator("input[type=search]").all()
    assert answer.headers["cache-control"] == "no-store"
    assert [field.get_attribute("autocomplete") for field in fields] == ["off"] * len(fields)
    assert page.evaluate("() => Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0
