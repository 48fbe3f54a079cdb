"""What somebody writes in one sitting is one line of the history, however often the editor saves by itself."""

import json

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

WRITE = """
import json
from blog.models import ArticleIndexPage, ArticlePage
page = ArticlePage(title="A quiet history", slug="a-quiet-history", live=False)
page.body = json.dumps([{"type": "paragraph", "value": "<p>Once.</p>", "id": "5f0e1c9e-6a43-4d0f-9a57-1f6b8f2f3c12"}])
ArticleIndexPage.objects.live().first().add_child(instance=page)
page.save_revision()
print(page.pk)
"""
COUNT = """
import json
from blog.models import ArticlePage
page = ArticlePage.objects.get(slug="a-quiet-history")
text = page.get_latest_revision_as_object().body.get_prep_value()[0]["value"]
print(json.dumps([page.revisions.count(), text]))
"""
REMOVE = "from wagtail.models import Page; Page.objects.get(slug='a-quiet-history').delete()"


def asked(site, code):
    return site.manage("shell", "--no-imports", "-c", code).strip().splitlines()[-1]


@pytest.fixture
def desk(browser, running_site):
    """The admin, signed in, and the number of an article with one paragraph."""
    number = asked(running_site, WRITE)
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{running_site.address}/admin/")
        page.fill("#id_username", "admin")
        page.fill("#id_password", running_site.password)
        page.click("button[type=submit]")
        page.wait_for_load_state()
        yield page, f"{running_site.address}/admin/pages/{number}"
    running_site.manage("shell", "--no-imports", "-c", REMOVE)


def is_saving(answer):
    return answer.request.method == "POST" and answer.url.endswith("/edit/")


def test_one_sitting_is_one_line_of_the_history(desk, running_site):
    page, address = desk
    page.goto(f"{address}/edit/")
    text = page.locator(".public-DraftEditor-content").first
    text.click()
    # Changes are told from how the form stood a moment after it was loaded.
    page.wait_for_timeout(5000)
    for words in (" Twice.", " Three times.", " Again."):
        page.keyboard.press("Control+End")
        with page.expect_response(is_saving, timeout=60_000) as saved:
            page.keyboard.type(words, delay=40)
        assert saved.value.json()["success"]

    # The version that was there, and the one of this sitting.
    versions, stored = json.loads(asked(running_site, COUNT))
    assert (versions, "Again." in stored) == (2, True)
    page.goto(f"{address}/history/")
    expect(page.get_by_text("Draft saved")).to_have_count(1)
