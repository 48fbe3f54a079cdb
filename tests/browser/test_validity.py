"""Every page passes the Nu HTML checker."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import lacking
from tests.browser.crawling import fetch

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def checker():
    """The command that checks files, or a skip that says how to get it."""
    jar = Path(os.environ.get("VNU_JAR") or "vnu.jar")
    java = shutil.which("java") or lacking("The Nu HTML checker needs Java.")
    if not jar.is_file():
        lacking("Set VNU_JAR to the checker's file: npm install vnu-jar has it in build/dist.")
    return [java, "-jar", str(jar), "--errors-only", "--exit-zero-always", "--format", "json"]


def test_every_page_is_valid_html(checker, pages, answers, not_found, hub_address, tmp_path):
    searches = [f"{hub_address}/search/", f"{hub_address}/search/?q=nothing-is-like-this"]
    html = {url: answers[url].html for url in pages} | {url: fetch(url).html for url in [not_found, *searches]}
    for number, text in enumerate(html.values()):
        (tmp_path / f"{number}.html").write_text(text, encoding="utf-8")

    # Starting the checker takes seconds, so it reads all pages in one run.
    done = subprocess.run([*checker, str(tmp_path)], capture_output=True, text=True)

    urls = list(html)
    found = {
        (urls[int(Path(urlsplit(message["url"]).path).stem)], message["message"]): message.get("extract")
        for message in json.loads(done.stderr)["messages"]
    }
    assert found == {}
