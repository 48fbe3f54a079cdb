"""One article from the first idea to the public page, by three people in three browsers: writer, reviewer, editor."""

import datetime as dt
import json
from contextlib import contextmanager

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect

from tests.browser.crawling import fetch

pytestmark = pytest.mark.browser

TITLE, SLUG = "Before a first meeting", "before-a-first-meeting"
SECRET = "a-long-word-for-the-story"
#: How long the panel may take on a busy machine, in milliseconds.
PATIENCE = 20_000
#: The button that approves and publishes at once, without a comment.
APPROVE = "[data-workflow-action-name=approve]:not([data-workflow-action-modal-url])"
STANDFIRST = "What people ask before they come for the first time, and what we answer."
#: Accounts in the three groups; the reviewer is somebody of the practice, known by their page.
PEOPLE = f"""
import json
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from blog.models import ArticleIndexPage, PersonPage
author, reviewer = PersonPage.objects.live().order_by("pk")[:2]
for name, group in (("wren", "Writers"), ("rowan", "Clinical reviewers"), ("eden", "Editors")):
    user = get_user_model().objects.create_user(name, f"{{name}}@example.org", {SECRET!r})
    user.groups.add(Group.objects.get(name=group))
    if name == "rowan":
        PersonPage.objects.filter(pk=reviewer.pk).update(account=user)
print(json.dumps([ArticleIndexPage.objects.live().first().pk, author.title, reviewer.title]))
"""
#: An article that the reviewer has signed off and that is public; its key.
SIGNED = f"""
import datetime as dt, json, uuid
from django.contrib.auth import get_user_model
from blog.models import ArticleIndexPage, ArticlePage, PersonPage
from blog.review.signing import sign_off
author = PersonPage.objects.live().order_by("pk").first()
body = [{{"type": "paragraph", "value": "<p>{{text}}</p>", "id": str(uuid.uuid4())}}]
article = ArticlePage(title={TITLE!r}, slug={SLUG!r}, standfirst={STANDFIRST!r}, author=author, body=json.dumps(body))
ArticleIndexPage.objects.live().first().add_child(instance=article)
article.save_revision()
day = dt.date.fromisoformat("{{day}}")
sign_off(article, day, by=get_user_model().objects.get(username="rowan"))
ArticlePage.objects.get(pk=article.pk).get_latest_revision().publish()
print(article.pk)
"""
REMOVE = f"""
from django.contrib.auth import get_user_model
from wagtail.models import Page
for page in Page.objects.filter(slug={SLUG!r}):
    page.delete()
get_user_model().objects.filter(username__in=["wren", "rowan", "eden"]).delete()
"""


@pytest.fixture
def story(running_site):
    """The primary key of the article index, the author's and the reviewer's name."""
    yield json.loads(running_site.manage("shell", "--no-imports", "-c", PEOPLE).splitlines()[-1])
    running_site.manage("shell", "--no-imports", "-c", REMOVE)


@pytest.fixture
def sign_in(browser, running_site):
    """Open the admin as somebody, in a browser of their own."""

    @contextmanager
    def signed_in(name):
        with browser.new_context(viewport={"width": 1440, "height": 1000}) as context:
            page = context.new_page()
            page.set_default_timeout(PATIENCE)
            page.goto(f"{running_site.address}/admin/login/")
            page.fill("#id_username", name)
            page.fill("#id_password", SECRET)
            page.click("button[type=submit]")
            expect(page).to_have_url(f"{running_site.address}/admin/")
            # Whoever leaves a form is asked whether to.
            page.on("dialog", lambda dialog: dialog.accept())
            yield page

    expect.set_options(timeout=PATIENCE)
    yield signed_in
    expect.set_options(timeout=5_000)


class Body:
    """The blocks of an article's form, as somebody works with them who writes."""

    def __init__(self, page):
        self.page = page
        self.blocks = page.locator("#body-root > div > div[data-streamfield-child]:not([aria-hidden])")

    def block(self, kind: str):
        """The last block of a kind: "quote", "bullet_list" ..."""
        return self.blocks.filter(has=self.page.locator(f'> input[name$="-type"][value="{kind}"]')).last

    def write(self, field, words: str) -> None:
        """Write ``words`` over what stands in a rich text."""
        field.click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(words)

    def drop(self, kind: str) -> None:
        block = self.block(kind)
        number = block.get_attribute("data-contentpath")
        block.get_by_title("Delete").first.click()
        expect(self.page.locator(f'[data-contentpath="{number}"]')).to_be_hidden()

    def add(self, label: str, kind: str):
        """Add a block at the end, from the menu of blocks; return it."""
        count = self.blocks.count()
        self.page.locator("#body-root > div > div > .c-sf-add-button").last.click()
        self.page.get_by_role("combobox").last.fill(label)
        self.page.get_by_role("option", name=label, exact=True).first.click()
        expect(self.blocks).to_have_count(count + 1)
        return self.block(kind)


def texts(block):
    return block.locator("[contenteditable=true][role=textbox]")


def write_article(page, index: int, author: str) -> None:
    """What the writer does: choose a skeleton, write, add blocks, look at what is found, submit."""
    page.get_by_role("link", name="Questions and answers").click()
    page.wait_for_load_state("networkidle")
    body = Body(page)
    expect(body.blocks).to_have_count(8)
    page.click("[data-side-panel-toggle=quality]")
    findings = page.locator("[data-side-panel=quality]")
    expect(findings).to_contain_text("This is a note to you.")

    page.locator("#id_title").press_sequentially(TITLE)
    expect(page.locator("#id_slug")).to_have_value(SLUG)
    page.locator("#id_standfirst").fill(STANDFIRST)
    body.write(texts(body.blocks.first).first, "We will cure everybody who comes.")
    for kind in ("key_points", "faq", "faq", "heading", "paragraph", "urgent_help", "invitation"):
        body.drop(kind)
    expect(findings).to_contain_text("“cure” promises more than anybody can keep.")
    body.write(texts(body.blocks.first).first, "Most people are nervous. You choose what to tell.")
    expect(findings).not_to_contain_text("promises more than anybody can keep")
    add_blocks(page, body)
    page.locator('[name="references-0-value-authors"]').fill("Wampold, B. E.")
    page.locator('[name="references-0-value-title"]').fill("How important are the common factors?")
    expect(findings).not_to_contain_text("This is a note to you.")
    # What is to be mended leads there, whatever kind of field it is.
    findings.get_by_role("button", name="Author", exact=True).first.click()
    expect(page.locator("#panel-child-people_and_dates-people-section :focus")).to_be_visible()
    choose(page, page.locator("#panel-child-people_and_dates-people-section"), author)
    expect(findings).not_to_contain_text("The article names no author.")


def add_blocks(page, body: Body) -> None:
    """A quote, a list, a question with its answer, and an invitation that many articles share."""
    quote = body.add("Quote", "quote")
    quote.locator('textarea[name$="-text"]').fill("I had rehearsed a speech, and then I just said it.")
    quote.locator('input[name$="-speaker"]').fill("Somebody who came in spring")
    bullets = body.add("Bullet list", "bullet_list")
    bullets.locator('[name$="-introduction"]').fill("You may bring:")
    body.write(texts(bullets).first, "A list of what you want to ask")
    faq = body.add("Questions and answers", "faq")
    faq.locator('[name$="-question"]').fill("Can I come with somebody?")
    body.write(texts(faq).first, "Yes. Say so when you arrange the day.")
    body.add("Shared invitation", "shared_invitation").get_by_role("button", name="Choose").click()
    page.locator(".modal-body .chooser__item a, .modal-body a[data-chooser-modal-choice]").first.click()
    expect(page.locator(".modal-body")).to_have_count(0)


def choose(page, section, title: str) -> None:
    """Choose a page by its title, in the first chooser of a section."""
    section.get_by_role("button", name="Choose").first.click()
    page.locator(".modal-body input[name=q]").fill(title)
    page.locator(".modal-body a.choose-page", has_text=title).first.click()
    expect(section).to_contain_text(title)


def more(page, action: str) -> None:
    """Choose from what stands beside the button that saves."""
    page.locator("footer .w-dropdown__toggle").click()
    page.click(f"footer button{action}")


def test_from_a_skeleton_to_a_reviewed_and_published_article(sign_in, running_site, story):
    index, author, reviewer = story
    admin = f"{running_site.address}/admin"
    with sign_in("wren") as page:
        page.goto(f"{admin}/pages/add/blog/articlepage/{index}/")
        write_article(page, index, author)
        more(page, "[name=action-submit]")
        expect(page.locator(".messages .success")).to_contain_text(TITLE)
        number = find(running_site)

    with sign_in("rowan") as page:
        page.goto(f"{admin}/quality/{number}/review/")
        sign_off(page)

    with sign_in("eden") as page:
        page.goto(f"{admin}/pages/{number}/edit/")
        page.wait_for_load_state("networkidle")
        publish(page)

    is_shown(fetch(f"{running_site.address}/articles/{SLUG}/"), author, reviewer)


OLD, NEW = "Most people are nervous at first.", "Most people are calm at first."


def test_a_change_is_claimed_only_once_it_is_signed_off(sign_in, running_site, story):
    _, author, reviewer = story
    earlier, today = dt.date.today() - dt.timedelta(days=40), dt.date.today()
    code = SIGNED.replace("{text}", OLD).replace("{day}", earlier.isoformat())
    number = running_site.manage("shell", "--no-imports", "-c", code).split()[-1]
    edit = f"{running_site.address}/admin/pages/{number}/edit/"
    assert f"Clinically reviewed by {reviewer}" in provenance(running_site)

    with sign_in("wren") as writer, sign_in("eden") as editor:
        writer.goto(edit)
        settle(writer)
        Body(writer).write(texts(Body(writer).blocks.first).first, NEW)
        expect(writer.locator(".w-autosave-indicator__state--saved")).to_be_visible()
        editor.goto(edit)
        settle(editor)
        go_on(editor, "[name=action-publish]")
        told = provenance(running_site)
        assert f"An earlier version was clinically reviewed by {reviewer}" in told
        assert f"{spelt(earlier)} : changed since, and not yet reviewed again" in told

        writer.goto(edit)
        settle(writer)
        more(writer, "[name=action-submit]")
        expect(writer.locator(".messages .success")).to_contain_text(TITLE)
        with sign_in("rowan") as page:
            page.goto(f"{running_site.address}/admin/quality/{number}/review/")
            changed = page.get_by_role("region", name="What has changed")
            expect(changed).to_contain_text(f"Since {reviewer} reviewed it on {spelt(earlier)}")
            assert (changed.locator("del").all_inner_texts(), changed.locator("ins").all_inner_texts()) == (
                ["nervous"],
                ["calm"],
            )
            sign_off(page)

        editor.goto(edit)
        settle(editor)
        go_on(editor, APPROVE)
    told = provenance(running_site)
    assert f"Clinically reviewed by {reviewer}" in told
    assert f"Last reviewed {spelt(today)}" in told
    assert "changed since" not in told


def spelt(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def provenance(running_site) -> str:
    """What the public page says of who wrote and who reviewed it."""
    shown = BeautifulSoup(fetch(f"{running_site.address}/articles/{SLUG}/").html, "html.parser")
    return shown.select_one(".provenance").get_text(" ", strip=True)


def find(running_site) -> str:
    code = f"from blog.models import ArticlePage; print(ArticlePage.objects.get(slug={SLUG!r}).pk)"
    return running_site.manage("shell", "--no-imports", "-c", code).strip().splitlines()[-1]


def sign_off(page) -> None:
    """What the reviewer does: read what is new, sign."""
    changed = page.get_by_role("region", name="What has changed")
    expect(changed).to_be_visible()
    expect(page.frame_locator("iframe").locator("h1")).to_contain_text(TITLE)
    page.get_by_label("I have read the article").check()
    page.get_by_role("button", name="Sign off").click()
    page.wait_for_url("**/admin/")


def settle(page) -> None:
    """Wagtail looks for two seconds what the form was at first: what is written before counts as no change."""
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(3_000)


def retell(page, standfirst: str) -> None:
    """Write another standfirst, and wait until it is kept."""
    settle(page)
    page.locator("#id_standfirst").fill(standfirst)
    expect(page.locator(".w-autosave-indicator__state--saved")).to_be_visible()


def publish(page) -> None:
    """What the editor does: promise too much, be stopped, mend it, say why what is left may stay."""
    retell(page, "How we cure those who come for the first time.")
    more(page, APPROVE)
    expect(page.locator(".messages .error")).to_contain_text("Not approved: 1 thing has to be fixed first.")
    expect(page.locator("#id_standfirst")).to_have_value("How we cure those who come for the first time.")
    retell(page, STANDFIRST)
    go_on(page, APPROVE)


def go_on(page, action: str) -> None:
    """Publish or approve what only should be mended, and say why it may stay."""
    more(page, action)
    expect(page.locator(".messages .error")).to_contain_text("say under Quality why it is right to go on")
    page.get_by_label("Why is it right to go on as it is?").fill("A short page for newcomers.")
    more(page, action)
    expect(page.locator(".messages .success")).to_contain_text(TITLE)


def is_shown(answer, author: str, reviewer: str) -> None:
    assert answer.status == 200
    shown = BeautifulSoup(answer.html, "html.parser")
    said = shown.main.get_text(" ", strip=True)
    for words in ("You may bring:", "I had rehearsed a speech", "Can I come with somebody?", "Wampold"):
        assert words in said
    assert "✎" not in answer.html
    assert (shown.select_one(".byline [rel=author]").get_text(), shown.select_one(".invitation") is None) == (
        author,
        False,
    )
    provenance = shown.select_one(".provenance").get_text(" ", strip=True)
    for words in (author, reviewer, spelt(dt.date.today()), str(dt.date.today().year + 2)):
        assert words in provenance
