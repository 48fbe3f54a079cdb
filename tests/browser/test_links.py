"""One click puts a suggested link into the text of the form, and it is published from there."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.crawling import fetch

pytestmark = pytest.mark.browser

WRITE = """
import json
from blog.models import ArticleIndexPage, ArticlePage
index = ArticleIndexPage.objects.live().first()
text = "<p>After a loss, grief is <b>what one does</b>.</p><p>It has its own time.</p>"
page = ArticlePage(title="A text without links", slug="a-text-without-links", live=False, standfirst="Short.")
page.body = json.dumps([{"type": "paragraph", "value": text, "id": "5f0e1c9e-6a43-4d0f-9a57-1f6b8f2f3c11"}])
index.add_child(instance=page)
page.save_revision()
print(page.pk)
"""
REMOVE = "from wagtail.models import Page; Page.objects.get(slug='a-text-without-links').delete()"
PUBLISH = """
import json
from blog.models import ArticlePage
page = ArticlePage.objects.get(slug="a-text-without-links")
page.get_latest_revision().publish()
print(json.dumps([page.get_latest_revision_as_object().body.get_prep_value()[0]["value"], page.get_url()]))
"""


@pytest.fixture
def editor(browser, running_site):
    """The form of an article without links, at a desk."""
    number = running_site.manage("shell", "--no-imports", "-c", WRITE).strip().splitlines()[-1]
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{running_site.address}/admin/")
        page.fill("#id_username", "admin")
        page.fill("#id_password", running_site.password)
        page.click("button[type=submit]")
        page.goto(f"{running_site.address}/admin/pages/{number}/edit/")
        # It asks once it is seen.
        page.locator("[data-link-panel]").scroll_into_view_if_needed()
        yield page
    running_site.manage("shell", "--no-imports", "-c", REMOVE)


def test_one_click_puts_the_link_into_the_text(editor, running_site):
    add = editor.get_by_role("button", name=re.compile("Link “grief” to “Grief does not run on a timetable”"))
    add.scroll_into_view_if_needed()
    add.click()

    link = editor.locator(".Draftail-Editor .TooltipEntity", has_text="grief")
    expect(link).to_have_count(1)
    expect(editor.locator("[data-link-state]")).to_contain_text("“grief” links to")
    editor.wait_for_timeout(1000)
    editor.click("button.action-save")
    expect(editor.locator(".messages .success, [data-w-autosave-target], .w-status").first).to_be_visible()
    editor.wait_for_load_state("networkidle")

    stored, address = json.loads(running_site.manage("shell", "--no-imports", "-c", PUBLISH).strip().splitlines()[-1])
    assert re.search(r'After a loss, <a linktype="page" id="\d+">grief</a> is <b>what one does</b>', stored)
    shown = fetch(address if "://" in address else running_site.address + address)
    assert re.search(r'After a loss, <a href="[^"]*/articles/grief-has-no-timetable/">grief</a>', shown.html)


def test_link_is_taken_out_again_by_one_step_back(editor):
    editor.get_by_role("button", name=re.compile("Link “grief”")).click()
    link = editor.locator(".Draftail-Editor .TooltipEntity", has_text="grief")
    expect(link).to_have_count(1)

    editor.locator(".public-DraftEditor-content").first.click()
    editor.keyboard.press("Control+z")

    expect(link).to_have_count(0)
    expect(editor.locator(".public-DraftEditor-content").first).to_contain_text("After a loss, grief is what one does.")
