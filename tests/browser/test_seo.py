"""What other people's tools say of the running site: Lighthouse, and the presets for shared links."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.conftest import lacking
from tests.browser.crawling import fetch

pytestmark = pytest.mark.browser
HERE = Path(__file__).parent


def tool(name: str, variable: str) -> Path:
    """Return the folder of packages that holds the tool, or skip with how to get it."""
    folder = Path(os.environ.get(variable) or "node_modules").resolve()
    if not shutil.which("node"):
        lacking("This needs node: apt install nodejs npm.")
    if not (folder / name / "package.json").is_file():
        lacking(f"Set {variable} to a node_modules folder with {name}: npm install {name}.")
    return folder


def answer_of(*command) -> dict:
    done = subprocess.run(["node", *map(str, command)], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="session")
def one_of_each_type(published):
    """One published page of every type."""
    return [urls[0] for urls in published.values()]


def test_lighthouse_finds_nothing_to_mend_on_any_page_type(one_of_each_type, browser_type_launch_args):
    folder = tool("lighthouse", "LIGHTHOUSE")

    found = answer_of(
        HERE / "lighthouse.mjs", folder.parent, browser_type_launch_args["executable_path"], *one_of_each_type
    )

    assert found == {url: {"score": 100, "failed": []} for url in one_of_each_type}


def test_links_shared_from_any_page_type_are_complete(one_of_each_type, tmp_path):
    folder = tool("structured-data-testing-tool", "SHARING_PRESETS")
    files = {}
    for number, url in enumerate(one_of_each_type):
        files[url] = tmp_path / f"{number}.html"
        files[url].write_text(fetch(url).html, encoding="utf-8")

    found = answer_of(HERE / "sharing.cjs", folder, *files.values())

    assert {url: found[str(path)]["failed"] for url, path in files.items() if found[str(path)]["failed"]} == {}
    assert all(found[str(path)]["passed"] > 5 for path in files.values())


def test_the_whole_running_site_has_nothing_to_mend(running_site):
    findings = json.loads(running_site.manage("check_seo", "--all", "--format", "json"))

    assert [finding for finding in findings if finding["severity"] != "notice"] == []
