"""The quality panel's buttons lead to where something is to be mended, on a desk and on a phone."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

QUOTE = "3d1f0c52-1b8e-4a7c-8f63-5a2f1f0f7a11"
WRITE = f"""
import json
from blog.models import ArticleIndexPage, ArticlePage
index = ArticleIndexPage.objects.live().first()
page = ArticlePage(title="A text with faults", slug="a-text-with-faults", live=False)
line = {{"type": "paragraph", "value": "<p>It has its own time.</p>"}}
quote = {{"text": "Rest.", "speaker": "", "role": "", "source_title": "", "source_url": "", "verified": False}}
page.body = json.dumps([*[line] * 12, {{"type": "quote", "value": quote, "id": {QUOTE!r}}}])
index.add_child(instance=page)
page.save_revision()
print(page.pk)
"""
REMOVE = "from wagtail.models import Page; Page.objects.get(slug='a-text-with-faults').delete()"
#: The place's name on the button, and what has the focus once it was pressed.
PLACES = {
    "Author": "#id_author-chooser button",
    "Quote": f"#block-{QUOTE}-section textarea",
    "Meta description": "[name=search_description]",
    "Body": "#panel-child-article-body-section .c-sf-add-button",
}


@pytest.fixture(params=[1440, 390])
def panel(request, browser, running_site):
    """The form of an article with its quality panel open."""
    number = running_site.manage("shell", "--no-imports", "-c", WRITE).strip().splitlines()[-1]
    with browser.new_context(viewport={"width": request.param, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{running_site.address}/admin/")
        page.fill("#id_username", "admin")
        page.fill("#id_password", running_site.password)
        page.click("button[type=submit]")
        page.goto(f"{running_site.address}/admin/pages/{number}/edit/")
        yield page
    running_site.manage("shell", "--no-imports", "-c", REMOVE)


def test_every_place_is_shown_and_has_the_focus(panel):
    for place, focused in PLACES.items():
        if not panel.locator("[data-quality]").is_visible():
            panel.click("[data-side-panel-toggle=quality]")
        panel.locator("[data-quality-go]", has_text=place).first.click()

        field = panel.locator(f"{focused}:focus")
        expect(field).to_have_count(1)
        expect(field).to_be_in_viewport()
        box = field.bounding_box()
        at = [box["x"] + 3, box["y"] + 3]
        assert panel.evaluate("([x, y]) => document.activeElement.contains(document.elementFromPoint(x, y))", at), place
        if panel.viewport_size["width"] == 390:
            # The panel has made way for the form; one place is enough, for it takes its time to go.
            expect(panel.locator("[data-quality]")).to_be_hidden()
            break
