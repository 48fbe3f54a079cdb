"""From an article's invitation to the confirmation, as readers do it; and what is to be found of it afterwards."""

import json
import re
import sqlite3
import time
from contextlib import closing

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.survey import OVERFLOW
from tests.browser.test_pages import AXE_OPTIONS
from tests.consultations.mail_server import MailServer
from tests.consultations.running import ADDRESS, ManyServers, Reader

pytestmark = pytest.mark.browser

ARTICLE = "/articles/panic-attacks/"
STORED = """
import json
from hub.consultations.models import *
fields = ("name", "contact", "message", "subject", "suspicion", "status")
print(json.dumps([{field: getattr(one, field) for field in fields} | {"from": one.came_from and one.came_from.slug}
                  for one in ConsultationRequest.objects.order_by("pk")]))
"""
TABLE = "consultations_consultationrequest"
TEAM = """
from django.contrib.auth.models import Group
from hub.users.models import User
for name, group in (("team", "Practice team"), ("editor", "Editors")):
    user = User.objects.create_user(name, password="a long enough password")
    user.groups.add(Group.objects.get(name=group))
"""


@pytest.fixture(scope="module")
def mail_server():
    with MailServer() as server:
        yield server


@pytest.fixture(scope="module")
def hub(tmp_path_factory, mail_server):
    """The site with the demo practice, whose mail goes to ``mail_server``."""
    variables = {"EMAIL_URL": f"smtp://127.0.0.1:{mail_server.port}", "EMAIL_TIMEOUT": "2", "TRUSTED_PROXIES": "1"}
    site = ManyServers(tmp_path_factory.mktemp("consultation"), variables=variables)
    try:
        site.start()
        site.shell(TEAM)
        yield site
    finally:
        site.stop()


@pytest.fixture(autouse=True)
def _nothing_is_stored(hub, mail_server):
    hanging = ("note", "notice", "access", "consultationrequest", "sendercount", "erasure")
    sql(hub, *(f"DELETE FROM consultations_{name}" for name in hanging))  # noqa: S608
    mail_server.mode = "taking"
    mail_server.messages.clear()


def sql(hub, *statements):
    """Change the site's database behind its back."""
    with closing(sqlite3.connect(hub.folder / "db.sqlite3", timeout=20)) as database, database:
        for statement in statements:
            database.execute(statement)


def stored(hub):
    return json.loads(hub.shell(STORED).splitlines()[-1])


@pytest.fixture
def plain(browser):
    """A small telephone without script."""
    with browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640}) as context:
        yield context.new_page()


def focus_on(page, selector, most=200):
    """Press Tab until ``selector`` has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.locator(f"{selector}:focus").count():
            return
    raise AssertionError(f"{selector} is not reached by keyboard.")


def test_from_an_article_to_the_confirmation_by_keyboard_and_without_script(plain, hub):
    plain.goto(hub.address + ARTICLE)
    focus_on(plain, "main a.button[href*='/consultation/']")
    plain.keyboard.press("Enter")
    expect(plain.locator("h1")).to_have_text("Arrange a first conversation")
    assert plain.locator("[name=subject] option:checked").text_content() == "Worry, panic or sleep"
    focus_on(plain, "[name=name]")
    plain.keyboard.type("Sam")
    focus_on(plain, "[name=contact_by]")
    # In a group of radio buttons nobody has chosen from, an arrow goes on to the next.
    plain.keyboard.press("Space")
    plain.keyboard.press("ArrowDown")
    focus_on(plain, "[name=telephone]", most=2)
    plain.keyboard.type("07700 900 123")
    focus_on(plain, "[name=discretion]", most=2)
    plain.keyboard.press("ArrowDown")
    focus_on(plain, "[name=message]", most=4)
    plain.keyboard.type("Evenings are best")
    focus_on(plain, "[name=consent]", most=2)
    plain.keyboard.press("Space")
    focus_on(plain, "form.request button", most=2)
    plain.wait_for_timeout(3000)
    plain.keyboard.press("Enter")

    expect(plain.locator("h1")).to_have_text("Your request has reached us")
    assert re.fullmatch(r"\s*\w{4}-\w{4}\s*", plain.locator(".receipt__number").text_content())
    (kept,) = stored(hub)
    assert (kept["name"], kept["contact"], kept["message"]) == ("Sam", "07700 900 123", "Evenings are best")
    assert (kept["subject"], kept["from"], kept["suspicion"]) == ("Worry, panic or sleep", "panic-attacks", "")


def test_errors_take_the_focus_and_lead_to_their_fields(plain, hub):
    plain.goto(hub.address + ADDRESS)
    plain.click("form.request button")

    expect(plain.locator("#error-summary")).to_be_focused()
    assert plain.title().startswith("Error: ")
    plain.keyboard.press("Tab")
    plain.keyboard.press("Enter")
    expect(plain.locator("#id_name")).to_be_focused()


def fill(page, **answers):
    page.fill("[name=name]", answers.get("name", "Sam"))
    page.check("[name=contact_by][value=email]")
    page.fill("[name=email]", answers.get("email", "sam@example.org"))
    page.check("[name=discretion][value=open]")
    page.fill("[name=message]", answers.get("message", ""))
    page.check("[name=consent]")


def empty(page, hub):
    page.goto(hub.address + ADDRESS)


def errors(page, hub):
    empty(page, hub)
    page.check("[name=contact_by][value=call]")
    page.click("form.request button")
    expect(page.locator("#error-summary")).to_be_visible()


def expired(page, hub):
    empty(page, hub)
    fill(page)
    page.locator("[name=token]").evaluate("field => field.value = 'from yesterday'")
    page.click("form.request button")
    expect(page.locator("#error-summary")).to_contain_text("send it again")


def confirmation(page, hub):
    empty(page, hub)
    fill(page)
    page.click("form.request button")
    expect(page.locator(".receipt__number")).to_be_visible()


def closed(page, hub):
    sql(hub, "UPDATE consultations_consultationpage SET takes_requests = 0")
    try:
        empty(page, hub)
    finally:
        sql(hub, "UPDATE consultations_consultationpage SET takes_requests = 1")
    expect(page.locator("h2").first).to_be_visible()
    assert page.locator("form.request").count() == 0


def unavailable(page, hub):
    empty(page, hub)
    fill(page, message="Kept " * 50)
    sql(hub, f"ALTER TABLE {TABLE} RENAME TO away")
    try:
        page.click("form.request button")
    finally:
        sql(hub, f"ALTER TABLE away RENAME TO {TABLE}")
    expect(page.locator(".typed")).to_contain_text("Kept Kept")


STATES = [empty, errors, expired, confirmation, closed, unavailable]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES, ids=lambda one: one.__name__)
def test_axe_finds_nothing_and_nothing_scrolls_sideways_in_any_state(browser, hub, theme, state):
    found = {}
    with browser.new_context(color_scheme=theme, viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        state(page, hub)
        for width in (1440, 390, 320):
            page.set_viewport_size({"width": width, "height": 900})
            if wide := page.evaluate(OVERFLOW):
                found[width] = wide
            for broken in Axe().run(page, options=AXE_OPTIONS).response["violations"]:
                found[width, broken["id"]] = [(node["target"], node["failureSummary"]) for node in broken["nodes"]]

    assert found == {}


SMALL = """
tags => tags.filter(tag => tag.checkVisibility()).map(tag => {
    const box = (tag.closest(".choice") || tag).getBoundingClientRect();
    return [tag.name, box.width, box.height];
}).filter(([, width, height]) => width < 44 || height < 44)
"""


@pytest.mark.parametrize("state", [empty, errors], ids=lambda one: one.__name__)
def test_everything_to_press_is_large_enough_for_a_thumb(browser, hub, state):
    with browser.new_context(viewport={"width": 320, "height": 640}) as context:
        page = context.new_page()
        state(page, hub)
        pressed = page.locator("form.request :is(input:not([type=hidden], [name=website]), select, textarea, button)")

        assert pressed.evaluate_all(SMALL) == []


ASKS = """
from hub.consultations.models import *
from wagtail.models import Site
one = ConsultationSettings.for_site(Site.objects.get(is_default_site=True))
one.asks_for_proof = {}
one.save()
"""


def test_browser_does_its_calculation_where_it_is_asked_for(browser, hub):
    hub.shell(ASKS.format("True"))
    try:
        with browser.new_context() as context:
            page = context.new_page()
            for _ in range(2):
                empty(page, hub)
                fill(page)
                expect(page.locator("[name=proof]")).to_have_value(re.compile(r"\d+:\d+"), timeout=20_000)
                page.wait_for_timeout(3000)
                page.click("form.request button")
                expect(page.locator(".receipt__number")).to_be_visible()
    finally:
        hub.shell(ASKS.format("False"))

    assert [one["suspicion"] for one in stored(hub)] == ["", ""]


@pytest.mark.parametrize("mode", ["silent", "busy", "unwilling"])
def test_thanks_do_not_wait_for_mail_which_leaves_once_when_its_server_is_back(hub, mail_server, mode):
    mail_server.mode = mode
    took = []
    for number in range(5):
        reader = Reader(hub.port, address=f"10.0.0.{number}")
        hidden = reader.form()
        time.sleep(3.1 if number == 0 else 0.7)
        began = time.monotonic()
        status, *_ = reader.send(hidden, name=f"Number {number}")
        took.append(time.monotonic() - began)
        assert status == 303

    mail_server.mode = "taking"
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and "0 sent, 0 failed" not in hub.manage("send_notices", "--once", "--now"):
        time.sleep(0.5)
    time.sleep(2)
    hub.manage("send_notices", "--once", "--now")

    references = [re.search(r"\w{4}-\w{4}", message["Subject"]) for message in mail_server.messages]
    told = [found[0] for found in references if found]
    assert max(took) < 1
    assert len(told) == len(set(told)) == sum(not one["suspicion"] for one in stored(hub))


def sign_in(page, hub, name):
    page.goto(f"{hub.address}/admin/login/")
    page.fill("#id_username", name)
    page.fill("#id_password", "a long enough password")
    page.click("button[type=submit]")
    expect(page).to_have_url(f"{hub.address}/admin/")


CANARY = "Xylocanary-7Q-Zwitscher"


@pytest.fixture
def write_ahead_log(hub):
    """Somebody who has the database open: SQLite tidies its log away when the last one leaves."""
    with closing(sqlite3.connect(hub.folder / "db.sqlite3")) as database:
        database.execute("SELECT 1 FROM wagtailcore_site").fetchall()
        yield


def test_what_somebody_wrote_is_found_nowhere_but_by_the_team(browser, hub, mail_server, pages_of, write_ahead_log):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        empty(page, hub)
        fill(page, name=f"{CANARY}n", email=f"{CANARY}@example.org", message=f"{CANARY}m")
        page.fill("[name=times]", f"{CANARY}t")
        page.wait_for_timeout(3000)
        page.click("form.request button")
        expect(page.locator(".receipt__number")).to_be_visible()
        assert CANARY not in page.url
    time.sleep(1)
    hub.manage("send_notices", "--once", "--now")

    canary = CANARY.casefold().encode()
    files = [path for path in hub.folder.rglob("*") if path.is_file()]
    assert {"db.sqlite3", "db.sqlite3-wal", "server.log"} <= {path.name for path in files}
    assert [path for path in files if canary in path.read_bytes().lower()] == []
    assert len(mail_server.messages) == 1
    assert canary not in mail_server.messages[0].as_bytes().lower()
    assert canary not in hub.manage("dumpdata", "--natural-foreign").lower().encode()
    with browser.new_context() as context:
        page = context.new_page()
        assert [url for url in pages_of(page) if CANARY in page.content()] == []
        sign_in(page, hub, "editor")
        assert [url for url in pages_of(page, admin=True) if CANARY in page.content()] == []
    with browser.new_context() as context:
        page = context.new_page()
        sign_in(page, hub, "team")
        shown = [url for url in pages_of(page, admin=True) if CANARY in page.content()]
        assert [re.sub(r"\w{4}-\w{4}", "REFERENCE", url) for url in shown] == ["/admin/requests/REFERENCE/"]


@pytest.fixture
def pages_of(hub):
    """Visit every page that links lead to from the front page (or the admin's), and yield each address."""
    from urllib.parse import urldefrag, urljoin, urlsplit

    def walk(page, admin=False):
        start = f"{hub.address}/admin/" if admin else f"{hub.address}/"
        seen, ahead = set(), [start, f"{hub.address}/admin/requests/"] if admin else [start]
        while ahead and len(seen) < 150:
            url = ahead.pop(0)
            if url in seen:
                continue
            seen.add(url)
            page.goto(url)
            yield url.removeprefix(hub.address)
            for link in page.locator("a[href]").evaluate_all("tags => tags.map(tag => tag.href)"):
                target = urldefrag(urljoin(url, link)).url
                path = urlsplit(target).path
                wanted = path.startswith("/admin/") is admin and not re.search(r"logout|\.\w+$|documents/|feed/", path)
                if target.startswith(hub.address) and wanted and not (admin and urlsplit(target).query):
                    ahead.append(target)

    return walk


def test_nothing_is_left_of_what_was_erased(hub, write_ahead_log):
    reader = Reader(hub.port)
    reader.send(reader.form(), name=CANARY)
    token = hub.shell(
        "from django.db import connection; c = connection.cursor(); "
        "c.execute('SELECT reference, name, contact FROM consultations_consultationrequest'); print(*c.fetchone())"
    ).split()
    hub.shell(
        "from hub.consultations.models import *; import datetime as dt; "
        "ConsultationRequest.objects.update(suspicion='', erase_on=dt.date(2020, 1, 1)); "
        "Note.objects.create(request=ConsultationRequest.objects.get(), text='A note')"
    )
    assert any(token[1].encode() in path.read_bytes() for path in hub.folder.glob("db.sqlite3*"))

    assert hub.manage("purge_consultations").startswith("1 erased.")

    files = {path.name: path.read_bytes() for path in hub.folder.glob("db.sqlite3*")}
    left = {(name, word) for name, content in files.items() for word in token if word.encode() in content}
    assert left == set()


def test_form_is_complete_on_paper(browser, hub):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        confirmation(page, hub)
        page.emulate_media(media="print")
        expect(page.locator(".receipt__number")).to_be_visible()
        expect(page.locator(".urgent").first).to_be_visible()
