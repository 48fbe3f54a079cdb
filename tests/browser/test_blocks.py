"""Blocks of one article taken into another, and a reference kept for all of them, as an editor does it."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.survey import OVERFLOW
from tests.browser.test_pages import AXE_OPTIONS

pytestmark = pytest.mark.browser

FROM, INTO, BOOK = "Lanterns on the stairs", "Shoes by the door", "A book about lanterns"
MAKE = f"""
import json, uuid
from blog.models import ArticleIndexPage, ArticlePage
def stream(*blocks):
    return json.dumps([{{"type": kind, "value": value, "id": str(uuid.uuid4())}} for kind, value in blocks])
book = {{"authors": "Wick, L.", "title": {BOOK!r}, "published_in": "Lamp Press", "year": 2019, "url": ""}}
index, keys = ArticleIndexPage.objects.live().first(), []
for title, blocks, references in (
    ({FROM!r}, [("heading", {{"text": "Light first", "size": "section"}}), ("paragraph", "<p>Leave one burning.</p>"),
        ("quote", {{"text": "I could see the last step.", "speaker": "A visitor", "role": ""}})],
        [("reference", book)]),
    ({INTO!r}, [("paragraph", "<p>Take them off.</p>"), ("paragraph", "<p>Put them in a row.</p>")],
        [("reference", book), ("reference", {{**book, "title": ""}})]),
):
    article = ArticlePage(title=title, slug=title.lower().replace(" ", "-"), live=False)
    article.body, article.references = stream(*blocks), stream(*references)
    index.add_child(instance=article)
    article.save_revision(clean=False)
    keys.append(article.pk)
print(json.dumps(keys))
"""
REMOVE = f"""
from wagtail.models import Page
from hub.core.models import Source
for page in Page.objects.filter(title__in=[{FROM!r}, {INTO!r}]):
    page.delete()
Source.objects.filter(title={BOOK!r}).delete()
"""
STORED = """
import json
from blog.models import ArticlePage
page = ArticlePage.objects.get(pk={}).get_latest_revision_as_object()
print(json.dumps([[[child["type"], child["id"]] for child in page.body.get_prep_value()],
    [child.block_type for child in page.references], [source["title"] for source in page.sources]]))
"""


@pytest.fixture
def articles(running_site):
    """The keys of two drafts: one to copy from, one to copy into."""
    yield json.loads(running_site.manage("shell", "--no-imports", "-c", MAKE).splitlines()[-1])
    running_site.manage("shell", "--no-imports", "-c", REMOVE)


@pytest.fixture
def editor(admin, running_site, articles):
    """The form of the article to copy into; whoever leaves it unsaved is asked."""
    admin.on("dialog", lambda dialog: dialog.accept())
    admin.goto(f"{running_site.address}/admin/pages/{articles[1]}/edit/")
    admin.wait_for_load_state("networkidle")
    return admin


def stored(running_site, key: int):
    """Return the kinds and ids of a draft's blocks, the kinds of its references, and the titles of its sources."""
    return json.loads(running_site.manage("shell", "--no-imports", "-c", STORED.format(key)).splitlines()[-1])


def kinds(page, stream: str) -> list[str]:
    """The kinds of the blocks that stand in the form, in order."""
    blocks = f"#{stream}-root > div > div[data-streamfield-child]:not([aria-hidden]) > input[name$='-type']"
    return page.locator(blocks).evaluate_all("fields => fields.map(field => field.value)")


def save(page) -> None:
    page.click("button.action-save")
    expect(page.locator(".messages .success")).to_be_visible(timeout=20_000)


def choose_article(page):
    """Open the dialog and choose the article to copy from; return the dialog."""
    page.get_by_role("button", name="Copy blocks from another article").click()
    dialog = page.get_by_role("dialog", name="Copy blocks")
    dialog.get_by_label("Title of the article").fill("lanterns")
    dialog.get_by_role("button", name=FROM).click()
    expect(dialog.get_by_role("status")).to_have_text("4 blocks")
    return dialog


def test_chosen_blocks_are_put_where_they_should_stand_and_kept(editor, running_site, articles):
    dialog = choose_article(editor)
    expect(dialog.get_by_role("button", name="Copy into this article")).to_be_disabled()
    dialog.get_by_label("Leave one burning.").check()
    dialog.get_by_label("I could see the last step.").check()
    dialog.get_by_label(BOOK).check()
    dialog.get_by_label("Put the text").select_option(label="before Text: Put them in a row.")
    dialog.get_by_role("button", name="Copy into this article").click()

    expect(dialog).to_be_hidden()
    expect(editor.locator("[data-copy-status]")).to_have_text("3 blocks were copied. Save to keep them.")
    assert kinds(editor, "body") == ["paragraph", "paragraph", "quote", "paragraph"]
    expect(editor.locator("#body-root")).to_contain_text("Leave one burning.")
    save(editor)

    (blocks, references, _), (of_the_other, *_) = stored(running_site, articles[1]), stored(running_site, articles[0])
    assert [kind for kind, _ in blocks] == ["paragraph", "paragraph", "quote", "paragraph"]
    assert references == ["reference", "reference", "reference"]
    assert not {key for _, key in blocks} & {key for _, key in of_the_other}


def test_all_blocks_are_ticked_with_one_button_and_come_last(editor):
    dialog = choose_article(editor)
    dialog.get_by_role("group", name="Text").get_by_role("button", name="Tick all").click()
    dialog.get_by_role("button", name="Copy into this article").click()

    expect(editor.locator("[data-copy-status]")).to_contain_text("3 blocks were copied.")
    assert kinds(editor, "body") == ["paragraph", "paragraph", "heading", "paragraph", "quote"]
    assert kinds(editor, "references") == ["reference", "reference"]


def test_dialog_is_worked_by_keyboard_alone_and_left_with_escape(editor):
    opener = editor.get_by_role("button", name="Copy blocks from another article")
    opener.focus()
    editor.keyboard.press("Enter")
    dialog = editor.get_by_role("dialog", name="Copy blocks")
    expect(dialog.get_by_label("Title of the article")).to_be_focused()
    editor.keyboard.type("lanterns")
    expect(dialog.get_by_role("status")).to_have_text("1 article")
    editor.keyboard.press("Tab")
    editor.keyboard.press("Enter")
    expect(dialog.get_by_label("Light first")).to_be_focused()
    for _ in range(12):
        editor.keyboard.press("Tab")
        assert editor.evaluate("!document.activeElement.closest('form')")

    editor.keyboard.press("Escape")

    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()
    assert kinds(editor, "body") == ["paragraph", "paragraph"]


def test_title_that_no_article_has_is_said(editor):
    editor.get_by_role("button", name="Copy blocks from another article").click()
    dialog = editor.get_by_role("dialog", name="Copy blocks")
    dialog.get_by_label("Title of the article").fill("<b>zzz</b>")

    expect(dialog).to_contain_text("No article has “<b>zzz</b>” in its title.")


def test_without_a_connection_nothing_is_copied_and_what_was_ticked_stays(editor):
    dialog = choose_article(editor)
    dialog.get_by_label("Leave one burning.").check()
    editor.route("**/admin/quality/copy/**", lambda route: route.abort())
    dialog.get_by_role("button", name="Copy into this article").click()
    expect(dialog.get_by_role("status")).to_contain_text("Nothing was copied. The site can’t be reached just now.")
    expect(dialog.get_by_label("Leave one burning.")).to_be_checked()

    editor.unroute("**/admin/quality/copy/**")
    dialog.get_by_role("button", name="Copy into this article").click()

    expect(editor.locator("[data-copy-status]")).to_contain_text("1 block was copied.")
    assert kinds(editor, "body") == ["paragraph", "paragraph", "paragraph"]


def test_pressed_twice_it_copies_once(editor):
    dialog = choose_article(editor)
    dialog.get_by_label("Leave one burning.").check()
    copy = dialog.get_by_role("button", name="Copy into this article")
    copy.evaluate("button => { button.click(); button.click(); }")

    expect(editor.locator("[data-copy-status]")).to_contain_text("1 block was copied.")
    editor.wait_for_timeout(500)
    assert kinds(editor, "body") == ["paragraph", "paragraph", "paragraph"]


def test_a_reference_is_kept_for_other_articles(editor, running_site, articles):
    editor.get_by_role("button", name="Keep for other articles").first.click()

    expect(editor.locator("[data-copy-status]")).to_contain_text("is kept for other articles. Save to name it here")
    assert kinds(editor, "references") == ["shared_reference", "reference"]
    expect(editor.locator("#references-root")).to_contain_text(BOOK)
    save(editor)

    _, references, sources = stored(running_site, articles[1])
    assert (references[0], sources[0]) == ("shared_reference", BOOK)
    editor.goto(f"{running_site.address}/admin/snippets/core/source/?q=lanterns")
    expect(editor.locator("main")).to_contain_text(BOOK)


def test_the_same_source_of_another_article_is_found_again(editor, running_site, articles):
    editor.get_by_role("button", name="Keep for other articles").first.click()
    expect(editor.locator("[data-copy-status]")).to_contain_text("is kept for other articles")
    editor.goto(f"{running_site.address}/admin/pages/{articles[0]}/edit/")
    editor.wait_for_load_state("networkidle")
    editor.get_by_role("button", name="Keep for other articles").click()
    expect(editor.locator("[data-copy-status]")).to_contain_text("is kept for other articles")

    count = f"from hub.core.models import Source; print(Source.objects.filter(title={BOOK!r}).count())"
    assert running_site.manage("shell", "--no-imports", "-c", count).strip().splitlines()[-1] == "1"


def test_a_reference_without_a_title_stays_and_says_why(editor):
    last = editor.locator("#references-root [data-streamfield-child]").last
    last.get_by_role("button", name="Keep for other articles").click()

    expect(last.get_by_role("status")).to_contain_text("Title: ")
    assert kinds(editor, "references") == ["reference", "reference"]


def test_who_is_signed_out_is_told_so_signs_in_elsewhere_and_goes_on(editor, running_site, articles):
    editor.context.clear_cookies(name="sessionid")
    editor.get_by_role("button", name="Copy blocks from another article").click()
    dialog = editor.get_by_role("dialog", name="Copy blocks")
    expect(dialog.get_by_role("status")).to_contain_text("You are signed out. Sign in again in another tab")
    expect(dialog.locator("form")).to_have_count(0)
    editor.keyboard.press("Escape")
    other = editor.context.new_page()
    other.goto(f"{running_site.address}/admin/login/")
    other.fill("#id_username", "admin")
    other.fill("#id_password", running_site.password)
    other.click("button[type=submit]")
    expect(other).to_have_url(f"{running_site.address}/admin/")
    other.close()

    dialog = choose_article(editor)
    dialog.get_by_label("Leave one burning.").check()
    dialog.get_by_role("button", name="Copy into this article").click()
    expect(editor.locator("[data-copy-status]")).to_contain_text("1 block was copied.")
    save(editor)

    assert len(stored(running_site, articles[1])[0]) == 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_dialog_is_accessible_and_fits(editor, width, scheme):
    editor.emulate_media(color_scheme=scheme)
    editor.set_viewport_size({"width": width, "height": 844})
    editor.get_by_role("button", name="Copy blocks from another article").click()
    body = editor.locator(".copy-dialog__body")
    expect(body.get_by_role("button", name=FROM)).to_be_visible()
    assert body.evaluate("box => box.scrollWidth <= box.clientWidth")
    body.get_by_role("button", name=FROM).click()
    body.get_by_label("Light first").check()

    found = Axe().run(editor, context=".copy-dialog, .copy, .share-source", options=AXE_OPTIONS)

    assert [(one["id"], node["html"][:200]) for one in found.response["violations"] for node in one["nodes"]] == []
    assert editor.evaluate(OVERFLOW) == []
    assert body.evaluate("box => box.scrollWidth <= box.clientWidth")
