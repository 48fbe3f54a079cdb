"""The guide as editors meet it: from a panel, by typing, by keyboard, on a telephone, in the dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.survey import OVERFLOW
from tests.browser.test_pages import AXE_OPTIONS

pytestmark = pytest.mark.browser

CONTENTS, TASK = "/admin/guide/", "/admin/guide/import-a-document/"
ARTICLE = "from blog.models import ArticlePage; print(ArticlePage.objects.live().first().pk)"


def test_results_come_while_somebody_types(admin, hub_address):
    admin.goto(hub_address + CONTENTS)
    admin.get_by_label("Search the guide").press_sequentially("redirct")

    expect(admin.locator(".guide-found a").first).to_have_text("Redirect an old address")
    expect(admin).to_have_url(f"{hub_address}{CONTENTS}?q=redirct")


def test_search_works_by_its_button_without_script(browser, admin, hub_address):
    state = admin.context.storage_state()
    with browser.new_context(java_script_enabled=False, storage_state=state) as context:
        page = context.new_page()
        page.goto(hub_address + TASK)
        page.fill(".guide-search input", "quotation")
        page.click(".guide-search button")

        expect(page.locator(".guide-found a").first).to_have_text("Add a quote")


def test_panel_leads_to_the_page_in_a_tab_of_its_own(admin, running_site):
    number = running_site.manage("shell", "--no-imports", "-c", ARTICLE).strip()
    admin.goto(f"{running_site.address}/admin/pages/{number}/edit/")
    admin.wait_for_load_state("networkidle")
    admin.click("[data-side-panel-toggle=quality]")
    link = admin.locator("[data-side-panel=quality] a.guide-link")
    link.focus()

    with admin.context.expect_page() as opened:
        admin.keyboard.press("Enter")

    expect(opened.value.locator("#guide-title")).to_have_text("Mend what the quality panel finds")
    expect(admin).to_have_url(f"{running_site.address}/admin/pages/{number}/edit/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 768, 1440])
@pytest.mark.parametrize("address", [CONTENTS, CONTENTS + "?q=search", TASK])
def test_screen_is_accessible_and_fits(admin, hub_address, address, width, scheme):
    admin.emulate_media(color_scheme=scheme)
    admin.set_viewport_size({"width": width, "height": 900})
    admin.goto(hub_address + address)
    admin.wait_for_load_state("networkidle")

    found = Axe().run(admin, context="#main", options=AXE_OPTIONS)

    assert [(one["id"], node["html"][:200]) for one in found.response["violations"] for node in one["nodes"]] == []
    assert admin.evaluate(OVERFLOW) == []


def test_picture_is_loaded(admin, hub_address):
    admin.goto(hub_address + TASK)

    picture = admin.locator(".guide-task__picture img")
    assert picture.evaluate("(img) => img.decode().then(() => img.naturalWidth)") == int(picture.get_attribute("width"))
