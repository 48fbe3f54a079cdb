import json
import os
import shutil

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect

from tests.browser.crawling import crawl, fetch
from tests.browser.running_site import RunningSite

IN_CI = os.environ.get("CI", "").lower() in {"1", "true", "yes"}
TYPES = """
import json
from wagtail.models import Page
pages = Page.objects.live().public().filter(depth__gt=1).specific()
print(json.dumps([[type(page).__name__, page.url] for page in pages if page.url]))
"""


def lacking(reason: str):
    """Skip for want of a tool on somebody's own machine; in CI, where it must be there, fail."""
    (pytest.fail if IN_CI else pytest.skip)(reason)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    name = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    chromium = shutil.which(name) or lacking(f"No Chromium at {name}: apt install chromium, or set CHROMIUM.")
    # The sandbox needs rights that containers lack; the rest keeps Chromium from calling its maker.
    quiet = ["background-networking", "component-update", "default-apps", "domain-reliability", "sync"]
    arguments = ["--no-sandbox", "--no-first-run", *(f"--disable-{service}" for service in quiet)]
    return {**browser_type_launch_args, "executable_path": chromium, "args": arguments}


@pytest.fixture(scope="session")
def running_site(tmp_path_factory):
    """The site as ``make run`` starts it, with the demo practice."""
    site = RunningSite(tmp_path_factory.mktemp("site"))
    try:
        site.start()
        yield site
    finally:
        site.stop()


@pytest.fixture(scope="session")
def hub_address(running_site):
    return running_site.address


@pytest.fixture
def admin(browser, running_site):
    """A browser page of somebody who has just signed in with the password that ``prepare`` printed."""
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{running_site.address}/admin/")
        page.fill("#id_username", "admin")
        page.fill("#id_password", running_site.password)
        page.click("button[type=submit]")
        expect(page).to_have_url(f"{running_site.address}/admin/")
        yield page


@pytest.fixture(scope="session")
def answers(hub_address):
    """What each address answered that links from the home page lead to."""
    return crawl(hub_address)


@pytest.fixture(scope="session")
def pages(answers):
    """The addresses of all HTML pages."""
    return [url for url, answer in answers.items() if answer.html and answer.status == 200]


@pytest.fixture(scope="session")
def question(answers):
    """The address of a question on one of the pages."""
    for url, answer in answers.items():
        if found := BeautifulSoup(answer.html, "html.parser").select_one("main details[id], main details [id]"):
            return f"{url}#{found['id']}"
    return pytest.fail("No page has a question with an address.")


@pytest.fixture(scope="session")
def not_found(hub_address):
    """An address without a page, whose answer is a page all the same."""
    url = f"{hub_address}/nobody/lives/here/"
    assert fetch(url).status == 404
    return url


@pytest.fixture(scope="session")
def published(running_site):
    """The addresses of all published pages, by the name of their type."""
    by_type: dict[str, list[str]] = {}
    for name, url in json.loads(running_site.manage("shell", "--no-imports", "-c", TYPES)):
        by_type.setdefault(name, []).append(url if "://" in url else running_site.address + url)
    return by_type


@pytest.fixture(scope="session")
def one_of_each(published, pages, not_found, hub_address):
    """One page of each type, both kinds of listing, a search and the page for what is not found."""
    first = {name: urls[0] for name, urls in published.items()}
    listings = [next((url for url in pages if f"?{name}=" in url), None) for name in ("page", "topic")]
    return [*first.values(), *filter(None, listings), f"{hub_address}/search/?q=trust", not_found]
