"""A new editor imports a document: three clicks, by keyboard alone, without script, seen by axe."""

import re

import docx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

AXE_OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
TITLE = "Letters to a worried night"
REMOVE = (
    "from wagtail.models import Page; from blog.importing.desk.models import Batch; "
    f"Page.objects.filter(title__startswith={TITLE!r}).delete(); Batch.objects.all().delete()"
)


@pytest.fixture(scope="module")
def word(tmp_path_factory):
    """A Word document as a careful writer would leave it, with something to doubt and something to leave out."""
    document = docx.Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph("Nights are quiet. Worry is not.")
    document.add_heading("What helps", 1)
    document.add_paragraph("These often help:")
    for text in ("A fixed time to get up", "A light that is not a screen"):
        document.add_paragraph(text, style="List Bullet")
    document.add_paragraph("“Nobody knows any more who said this about sleep.”")
    document.add_paragraph("Related Posts")
    path = tmp_path_factory.mktemp("word") / "letters.docx"
    document.save(path)
    return path


@pytest.fixture
def sign_in(browser, running_site):
    """Make a page of the admin, signed in; what is imported on it is removed afterwards."""
    contexts = []

    def signed_in(**options):
        contexts.append(browser.new_context(**({"viewport": {"width": 1440, "height": 900}} | options)))
        page = contexts[-1].new_page()
        page.goto(f"{running_site.address}/admin/login/")
        page.fill("#id_username", "admin")
        page.fill("#id_password", running_site.password)
        page.click("button[type=submit]")
        expect(page).to_have_url(f"{running_site.address}/admin/")
        return page

    yield signed_in
    for context in contexts:
        context.close()
    running_site.manage("shell", "--no-imports", "-c", REMOVE)


@pytest.fixture
def review(sign_in, hub_address, word):
    """Open the review of the Word document in a page made with these options."""

    def opened(**options):
        page = sign_in(**options)
        page.goto(f"{hub_address}/admin/import/")
        page.set_input_files("#import-files", word)
        if options.get("java_script_enabled") is False:
            page.get_by_role("button", name="Import").click()
        expect(page.locator(".imp-bar")).to_be_visible()
        return page

    return opened


def part(page, text):
    return page.locator(".imp-part", has_text=text)


def kind(page, text):
    return part(page, text).locator("select")


def make(page):
    return page.get_by_role("button", name="Make the draft", exact=True)


def test_three_clicks_from_the_menu_to_a_draft(sign_in, word):
    page = sign_in()

    page.get_by_role("navigation", name="Main menu").get_by_role("link", name="Import a document").click()
    with page.expect_file_chooser() as chooser:
        page.locator("#import-files").click()
    chooser.value.set_files(word)
    make(page).click()

    expect(page).to_have_url(re.compile(r"/admin/pages/\d+/edit/"))
    expect(page.locator("#id_title")).to_have_value(TITLE)


def test_a_document_can_be_dropped_anywhere(sign_in, hub_address):
    page = sign_in()
    page.goto(f"{hub_address}/admin/import/")
    dropped = page.evaluate_handle(
        """title => { const data = new DataTransfer();
        data.items.add(new File([`${title}\\n\\nText of it.`], "dropped.txt", {type: "text/plain"})); return data; }""",
        TITLE,
    )

    page.dispatch_event("body", "drop", {"dataTransfer": dropped})

    expect(page.locator("#id_title")).to_have_value(TITLE)


def test_pasting_keeps_headings_and_changing_by_hand_says_that_it_does_not(sign_in, hub_address):
    page = sign_in()
    page.goto(f"{hub_address}/admin/import/")
    page.get_by_text("Or paste the text").click()
    paste = """title => { const data = new DataTransfer(); const field = document.querySelector("[data-import-pasted]");
        data.setData("text/plain", `${title}\\nSecond section\\nText.`);
        data.setData("text/html", `<h1>${title}</h1><h2>Second section</h2><p>Text.</p>`);
        field.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true}));
        field.value = data.getData("text/plain"); field.dispatchEvent(new InputEvent("input", {bubbles: true})); }"""
    page.evaluate(paste, TITLE)
    expect(page.get_by_text("were pasted along")).to_be_visible()

    page.get_by_role("button", name="Import", exact=True).click()

    expect(kind(page, "Second section")).to_have_value("heading_2")


def test_a_part_is_changed_with_one_choice_and_undone_with_one_click(review):
    page = review()

    kind(page, "Nights are quiet").select_option("quote")

    expect(page.locator(".imp-quote", has_text="Nights are quiet")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(kind(page, "Nights are quiet")).to_have_value("text")


def test_pointing_at_one_side_lights_the_other(review):
    page = review()

    page.locator(".imp-line", has_text="Nights are quiet").hover()

    expect(part(page, "Nights are quiet")).to_have_class(re.compile("imp-lit"))


def test_keyboard_alone_reviews_and_makes_a_draft(review):
    page = review()
    page.locator(".imp-counts__uncertain a").focus()
    page.keyboard.press("Enter")
    expect(part(page, "Nobody knows any more")).to_be_focused()

    page.keyboard.press("Tab")
    expect(kind(page, "Nobody knows any more")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".imp-counts")).to_contain_text("0 uncertain")

    choice = kind(page, "Nights are quiet")
    choice.focus()
    page.keyboard.type("Box: n")
    expect(part(page, "Nights are quiet").locator(".imp-box")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(part(page, "Nights are quiet").locator(".imp-box")).to_be_visible()
    expect(kind(page, "Nights are quiet")).to_be_focused()

    make(page).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#id_title")).to_have_value(TITLE)


def test_everything_works_without_script(review, hub_address):
    page = review(java_script_enabled=False)

    kind(page, "Nights are quiet").select_option("callout_note")
    part(page, "Nights are quiet").get_by_role("button", name="Change").click()
    expect(part(page, "Nights are quiet").locator(".imp-box")).to_be_visible()

    listed = part(page, "A fixed time")
    listed.locator("summary").click()
    listed.locator(".imp-cuts button").first.click()
    page.get_by_role("button", name="Take back").click()
    expect(page.locator(".imp-counts")).to_contain_text("0 left out")

    make(page).click()
    expect(page.locator("#id_title")).to_have_value(TITLE)


def test_a_large_batch_shows_its_progress_and_ends_by_itself(sign_in, hub_address, tmp_path):
    paths = []
    for number in range(8):
        paths.append(tmp_path / f"{number}.txt")
        paths[-1].write_text(f"{TITLE} {number}\n\nText of it.")
    page = sign_in()
    page.goto(f"{hub_address}/admin/import/")

    page.set_input_files("#import-files", paths)

    expect(page.get_by_role("button", name="Make all 8 drafts")).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Make all 8 drafts").click()
    expect(page.get_by_text("8 drafts made")).to_be_visible(timeout=60_000)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(review, hub_address, theme, width):
    page = review(color_scheme=theme, viewport={"width": width, "height": 900})
    addresses = [page.url, page.url.rsplit("/", 2)[0] + "/", f"{hub_address}/admin/import/"]
    found = []
    for address in addresses:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        for each in page.locator("details.imp-cuts").all()[:2]:
            each.evaluate("details => details.open = true")
        violations = Axe().run(page, context=".imp-review, .imp-batch, .imp-start", options=AXE_OPTIONS)
        for broken in violations.response["violations"]:
            found += [(broken["id"], node["html"][:160]) for node in broken["nodes"][:2]]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    assert found == []
