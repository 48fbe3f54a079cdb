"""An editor's first steps in the real admin: sign in, write, look, publish, read."""

import re
from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect

from tests.browser.crawling import fetch

pytestmark = pytest.mark.browser

INDEX = "from blog.models import ArticleIndexPage; print(ArticleIndexPage.objects.live().first().pk)"
TITLE = "A first article with only a title"
REMOVE = f"from wagtail.models import Page; Page.objects.filter(title={TITLE!r}).delete()"


def test_a_wrong_password_is_refused(page, hub_address):
    page.goto(f"{hub_address}/admin/")
    page.fill("#id_username", "admin")
    page.fill("#id_password", "not-the-password")
    page.click("button[type=submit]")

    expect(page.locator(".messages .error")).to_be_visible()


@pytest.fixture
def index(running_site):
    """The primary key of the page that articles go under; what is written there is removed afterwards."""
    yield running_site.manage("shell", "--no-imports", "-c", INDEX).strip()
    running_site.manage("shell", "--no-imports", "-c", REMOVE)


WITH_AUTHOR = (
    "from blog.models import ArticlePage, PersonPage; "
    "page = ArticlePage.objects.get(pk={}).get_latest_revision_as_object(); "
    "page.author = PersonPage.objects.live().first(); page.save_revision()"
)


def publish(admin):
    admin.click(".w-dropdown-button:has(button.action-save) button:has-text('More actions')")
    admin.click("button[name=action-publish]")


def test_article_is_saved_previewed_stopped_mended_and_published(admin, running_site, index):
    admin.goto(f"{running_site.address}/admin/pages/add/blog/articlepage/{index}/?skeleton=empty")
    admin.wait_for_load_state("networkidle")
    admin.locator("#id_title").press_sequentially(TITLE)
    # Wagtail's script derives the slug from what is typed, a moment later.
    expect(admin.locator("#id_slug")).to_have_value("a-first-article-with-only-a-title")
    admin.click("button.action-save")
    expect(admin).to_have_url(re.compile(r"/admin/pages/\d+/edit/"))

    number = re.search(r"/pages/(\d+)/", admin.url)[1]
    draft = admin.context.new_page()
    draft.goto(f"{running_site.address}/admin/pages/{number}/view_draft/")
    expect(draft.locator("h1")).to_contain_text(TITLE)
    draft.close()

    publish(admin)
    expect(admin.locator(".messages .error")).to_contain_text("The article names no author.")
    expect(admin.locator("[data-side-panel=quality]")).to_contain_text("The article names no author.")
    expect(admin.locator("[data-side-panel=quality]")).to_be_visible()

    # Whoever leaves the form is asked whether to: what was typed is not saved yet.
    admin.on("dialog", lambda dialog: dialog.accept())
    running_site.manage("shell", "--no-imports", "-c", WITH_AUTHOR.format(number))
    admin.goto(f"{running_site.address}/admin/pages/{number}/edit/")
    admin.wait_for_load_state("networkidle")
    publish(admin)
    expect(admin.locator(".messages .error")).to_contain_text("say under Quality why it is right to go on")
    admin.get_by_label("Why is it right to go on as it is?").fill("It is a placeholder.")
    publish(admin)
    expect(admin.locator(".messages .success")).to_contain_text(TITLE)

    shown = fetch(urljoin(admin.url, admin.locator(".messages .success a").first.get_attribute("href")))
    assert (shown.status, TITLE in shown.html) == (200, True)


def test_findings_change_while_an_article_is_written(admin, running_site, index):
    admin.goto(f"{running_site.address}/admin/pages/add/blog/articlepage/{index}/?skeleton=empty")
    admin.wait_for_load_state("networkidle")
    admin.click("[data-side-panel-toggle=quality]")
    panel = admin.locator("[data-side-panel=quality]")
    expect(panel).to_contain_text("The article names no author.")

    admin.locator("#id_standfirst").press_sequentially("We cure everybody.")

    expect(panel).to_contain_text("“cure” promises more than anybody can keep.", timeout=15_000)
    panel.get_by_role("button", name="Standfirst").click()
    expect(admin.locator("#id_standfirst")).to_be_focused()


ABOUT = "from home.models import StandardPage; print(StandardPage.objects.get(slug='about').pk)"
LONG = (
    "About us, who we are, where we are, what we believe in, and how we came to be the four therapists of this practice"
)


def test_page_is_checked_as_it_stands_by_keyboard(admin, running_site):
    number = running_site.manage("shell", "--no-imports", "-c", ABOUT).strip()
    editor = f"{running_site.address}/admin/pages/{number}/edit/"
    admin.goto(editor)
    admin.wait_for_load_state("networkidle")
    admin.locator("#id_seo_title").evaluate("(field, words) => { field.value = words }", LONG)
    admin.click("[data-side-panel-toggle=checks]")

    admin.locator("[data-audit-run]").focus()
    admin.keyboard.press("Enter")

    report = admin.locator("[data-audit-report]")
    expect(report).to_contain_text("1 thing to mend", timeout=30_000)
    expect(report).to_contain_text("give the page a shorter title for search engines")
    admin.goto("about:blank")
    admin.goto(editor)
    expect(admin.locator("#id_seo_title")).to_have_value("")


def test_check_that_does_not_come_back_says_so(admin, running_site):
    number = running_site.manage("shell", "--no-imports", "-c", ABOUT).strip()
    admin.goto(f"{running_site.address}/admin/pages/{number}/edit/")
    admin.wait_for_load_state("networkidle")
    admin.route("**/admin/checks/**", lambda route: route.abort())
    admin.click("[data-side-panel-toggle=checks]")

    admin.click("[data-audit-run]")

    expect(admin.locator("[data-audit-report]")).to_contain_text("The check did not come back")


WIDE = "Why trust feels so hard after a betrayal, and what helps when you want to stay but can’t believe a word of it"


def requests_to_the_panel(admin):
    """Collect the addresses that the panel asks from now on."""
    asked = []
    admin.on("request", lambda request: asked.append(request.url) if "/admin/appearance/" in request.url else None)
    return asked


def test_result_and_card_change_while_a_title_is_typed(admin, running_site, index):
    admin.goto(f"{running_site.address}/admin/pages/add/blog/articlepage/{index}/?skeleton=empty")
    admin.wait_for_load_state("networkidle")
    asked = requests_to_the_panel(admin)
    admin.locator("#id_title").fill(TITLE)
    admin.wait_for_timeout(1500)
    assert asked == []

    admin.click("[data-side-panel-toggle=appearance]")
    panel = admin.locator("[data-side-panel=appearance]")
    result = panel.locator("[data-appearance-result=desktop]")
    expect(result.locator("[data-appearance-title]")).to_contain_text(TITLE, timeout=15_000)
    expect(panel.get_by_role("status").first).not_to_contain_text("title")

    admin.locator("#id_title").fill("")
    admin.locator("#id_title").press_sequentially(WIDE, delay=5)
    expect(result.locator("[data-appearance-title]")).to_contain_text("…", timeout=15_000)
    expect(result).to_contain_text("of 600 pixels: cut")
    expect(result).to_contain_text("believe a word of it")
    expect(panel.get_by_role("status").first).to_contain_text("Cut on a desktop: title.")
    expect(panel.locator("[data-appearance-card=post]")).to_contain_text("Why trust feels so hard")
    assert panel.locator(".share-card__picture").first.evaluate("picture => picture.naturalWidth") == 600

    result.get_by_role("button", name="Title").focus()
    admin.keyboard.press("Enter")
    expect(admin.locator("#id_title")).to_be_focused()
    admin.locator("#id_title").fill(TITLE)
    expect(result).not_to_contain_text("cut", timeout=15_000)
    # Wait until it is saved under the title by which it is removed.
    expect(admin).to_have_url(re.compile(r"/admin/pages/\d+/edit/"), timeout=20_000)
    admin.wait_for_timeout(4000)
    expect(panel.locator("[data-appearance]")).to_have_attribute(
        "data-appearance-address", re.compile(r"/appearance/\d+/$")
    )


def test_page_is_seen_as_on_a_phone_in_light_and_in_dark(browser, running_site):
    number = running_site.manage("shell", "--no-imports", "-c", ABOUT).strip()
    # A browser that says nothing of colours lets the frame say which it wants.
    with browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="null") as context:
        page = context.new_page()
        page.goto(f"{running_site.address}/admin/")
        page.fill("#id_username", "admin")
        page.fill("#id_password", running_site.password)
        page.click("button[type=submit]")
        page.goto(f"{running_site.address}/admin/pages/{number}/edit/")
        page.wait_for_load_state("networkidle")
        page.click("[data-side-panel-toggle=appearance]")
        page.locator("[data-appearance-reader] summary").click()
        inside = page.frame_locator("iframe.appearance__page")
        expect(inside.locator("h1")).to_have_text("About us", timeout=20_000)
        assert inside.locator("html").evaluate("root => root.ownerDocument.defaultView.innerWidth") == 390
        paper = "body => getComputedStyle(body).backgroundColor"
        light = inside.locator("body").evaluate(paper)

        page.get_by_label("Dark").check()

        assert inside.locator("body").evaluate(paper) != light
        assert page.evaluate("document.querySelector('iframe.appearance__page').contentDocument.scripts.length") == 0


def test_panel_that_is_not_answered_says_so(admin, running_site):
    number = running_site.manage("shell", "--no-imports", "-c", ABOUT).strip()
    admin.goto(f"{running_site.address}/admin/pages/{number}/edit/")
    admin.wait_for_load_state("networkidle")
    admin.route("**/admin/appearance/**", lambda route: route.abort())

    admin.click("[data-side-panel-toggle=appearance]")

    expect(admin.locator("[data-appearance-status]")).to_contain_text("could not be drawn just now")


DRAFT = f"""
from blog.models import ArticleIndexPage, ArticlePage
article = ArticlePage(title={TITLE!r}, slug="only-a-title", live=False)
ArticleIndexPage.objects.live().first().add_child(instance=article)
article.save_revision(clean=False)
print(article.pk)
"""


@pytest.fixture
def quality(admin, running_site, index):
    """The quality panel, open beside a draft without an author."""
    key = running_site.manage("shell", "--no-imports", "-c", DRAFT).splitlines()[-1]
    admin.on("dialog", lambda dialog: dialog.accept())
    admin.goto(f"{running_site.address}/admin/pages/{key}/edit/")
    admin.wait_for_load_state("networkidle")
    admin.click("[data-side-panel-toggle=quality]")
    return admin.locator("[data-side-panel=quality]")


def test_a_reason_that_is_being_written_outlasts_new_findings(admin, quality):
    finding = quality.locator(".quality__finding", has_text="Nobody is named as clinical reviewer.")
    finding.get_by_text("Leave it").first.click()
    reason = finding.get_by_label("Why?")
    reason.fill("Nothing in it is about")
    admin.locator("#id_standfirst").fill("We cure everybody.")
    expect(quality).to_contain_text("promises more than anybody can keep", timeout=15_000)
    expect(reason).to_have_value("Nothing in it is about")

    reason.focus()
    admin.locator("#id_standfirst").evaluate(
        "field => { field.value = 'We listen.'; field.dispatchEvent(new Event('input', {bubbles: true})); }"
    )
    expect(quality).not_to_contain_text("promises more than anybody can keep", timeout=15_000)
    expect(reason).to_be_focused()
    admin.keyboard.press("End")
    admin.keyboard.type(" health.")
    admin.keyboard.press("Enter")

    expect(quality.locator(".quality__group--dismissed")).to_contain_text("Nothing in it is about health.")
    expect(quality.locator("[data-quality-list]")).to_be_focused()


def test_quality_says_that_somebody_is_signed_out_and_keeps_what_they_wrote(admin, quality):
    finding = quality.locator(".quality__finding", has_text="Nobody is named as clinical reviewer.")
    finding.get_by_text("Leave it").first.click()
    finding.get_by_label("Why?").fill("Nothing in it is about health.")
    admin.context.clear_cookies(name="sessionid")

    finding.get_by_role("button", name="Leave it").click()

    expect(quality.get_by_role("status")).to_contain_text("It was not kept. You are signed out.")
    expect(finding.get_by_label("Why?")).to_have_value("Nothing in it is about health.")
    admin.locator("#id_standfirst").fill("We listen.")
    expect(quality.get_by_role("status")).to_contain_text("the rules are asked again", timeout=15_000)
    expect(quality).not_to_contain_text("Sign in to")
    expect(quality).to_contain_text("The article names no author.")


def test_on_a_phone_a_finding_leads_out_of_the_panel_to_its_field(admin, quality):
    admin.set_viewport_size({"width": 390, "height": 844})

    quality.get_by_role("button", name="Author").first.click()

    expect(quality).to_be_hidden()
    expect(admin.get_by_role("tab", name="People and dates")).to_have_attribute("aria-selected", "true")
    chooser = admin.locator("[data-field-wrapper]", has=admin.locator("[name=author]"))
    expect(chooser.get_by_role("button", name="Choose").first).to_be_focused()
    assert admin.evaluate("document.elementFromPoint(195, innerHeight / 2).closest('form') !== null")
