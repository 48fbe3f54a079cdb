"""What somebody writes outlives a connection that fails and a session that ends."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

TITLE = "What outlives a session"
WRITE = f"""
import json
from blog.models import ArticleIndexPage, ArticlePage
page = ArticlePage(title={TITLE!r}, slug="outlives", live=False)
page.body = json.dumps([{{"type": "paragraph", "value": "<p>Once.</p>", "id": "0b8f6a1e-6a43-4d0f-9a57-1f6b8f2f3c12"}}])
ArticleIndexPage.objects.live().first().add_child(instance=page)
page.save_revision()
print(page.pk)
"""
READ = """
from blog.models import ArticlePage
print(ArticlePage.objects.get(slug="outlives").get_latest_revision_as_object().title)
"""
REMOVE = "from wagtail.models import Page; Page.objects.get(slug='outlives').delete()"


def asked(site, code):
    return site.manage("shell", "--no-imports", "-c", code).strip().splitlines()[-1]


def sign_in(page, site):
    page.goto(f"{site.address}/admin/login/")
    page.fill("#id_username", "admin")
    page.fill("#id_password", site.password)
    page.click("button[type=submit]")
    expect(page).to_have_url(f"{site.address}/admin/")


@pytest.fixture
def form(admin, running_site):
    """The form of an article, open long enough for Wagtail to know how it stood at first."""
    number = asked(running_site, WRITE)
    admin.goto(f"{running_site.address}/admin/pages/{number}/edit/")
    admin.wait_for_load_state("networkidle")
    admin.wait_for_timeout(3_000)
    yield admin
    running_site.manage("shell", "--no-imports", "-c", REMOVE)


@pytest.fixture
def message(form):
    return form.locator(".messages").first


def save(form):
    """Press Save draft, and again where Wagtail asks whether to."""
    form.locator("footer button:has-text('Save draft')").last.click()
    dialog = form.locator("#w-save-confirmation-dialog")
    form.wait_for_timeout(500)
    if dialog.is_visible():
        dialog.get_by_role("button", name="Save draft").click()


def test_a_connection_that_fails_loses_nothing(form, message, running_site):
    form.context.set_offline(True)
    form.locator("#id_title").fill("Written without a connection")
    expect(message).to_contain_text("There is no connection.", timeout=20_000)
    save(form)
    expect(message).to_contain_text("There is no connection.")
    expect(form.locator("#id_title")).to_have_value("Written without a connection")

    form.context.set_offline(False)
    save(form)

    expect(message).to_contain_text("has been updated", timeout=20_000)
    assert asked(running_site, READ) == "Written without a connection"


def test_a_session_that_ends_loses_nothing(form, message, running_site):
    form.click("[data-side-panel-toggle=quality]")
    form.context.clear_cookies(name="sessionid")
    form.locator("#id_title").fill("Written after the session ended")
    expect(message).to_contain_text("You have been signed out.", timeout=20_000)
    save(form)
    expect(message).to_contain_text("You have been signed out.")
    # Nothing of the form for signing in has come into the panels.
    expect(form.locator("[data-quality-status]")).to_contain_text("You are signed out.")
    expect(form.locator("[data-quality-list] input[type=password]")).to_have_count(0)

    sign_in(form.context.new_page(), running_site)
    form.bring_to_front()
    save(form)

    expect(message).to_contain_text("has been updated", timeout=20_000)
    assert asked(running_site, READ) == "Written after the session ended"


def test_who_signed_in_anew_goes_on_writing(form, message, running_site):
    """The token of the form is one of the session before."""
    other = form.context.new_page()
    form.context.clear_cookies(name="sessionid")
    sign_in(other, running_site)
    form.bring_to_front()

    form.locator("#id_title").fill("Written in the next session")

    expect(form.locator(".w-autosave-indicator__state--saved")).to_be_visible(timeout=20_000)
    assert asked(running_site, READ) == "Written in the next session"
