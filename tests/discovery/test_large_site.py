"""What the machine-readable files cost on a large site.

    SITEMAP_ARTICLES=100000 pytest tests/discovery/test_large_site.py -s

prints what was measured; without the variable it is a small site, so that the suite stays quick.
"""

import os
import resource
import sys
import time
import tracemalloc
from xml.etree import ElementTree as ET

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.discovery.conftest import IMAGE, MAP
from tests.discovery.large_site import add_articles

ARTICLES = int(os.environ.get("SITEMAP_ARTICLES", "300"))
MEGABYTE = 1_000_000


@pytest.fixture
def large(articles):
    add_articles(articles, ARTICLES)
    return articles


def measured(client, path):
    """Return a response with its seconds, queries and the peak of memory it took, in bytes."""
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        started = time.perf_counter()
        answer = client.get(path)
        seconds = time.perf_counter() - started
    # Counted now: the next request begins a new list.
    count = len(queries)
    tracemalloc.start()
    client.get(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    size = len(answer.content)
    sys.stdout.write(
        f"{path:32} {answer.status_code} {size / MEGABYTE:7.3f} MB {count:3} queries {seconds:7.3f} s "
        f"{peak / MEGABYTE:7.1f} MB memory; process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB\n"
    )
    return answer, count, peak


def test_no_file_grows_with_the_site(client, large):
    index, queries, peak = measured(client, "/sitemap.xml")
    files = [
        element.text.removeprefix("http://testserver") for element in ET.fromstring(index.content).iter(f"{MAP}loc")
    ]
    held, pictures = 0, 0
    assert (queries <= 12, peak < 100 * MEGABYTE) == (True, True)
    for path in files:
        answer, queries, peak = measured(client, path)
        root = ET.fromstring(answer.content)
        held += len(root)
        pictures += len(list(root.iter(f"{IMAGE}loc")))
        assert (queries <= 10, peak < 100 * MEGABYTE) == (True, True)
        assert (0 < len(root) <= 5_000, len(answer.content) < 50 * MEGABYTE) == (True, True)
    # The articles, the model they are copies of, their index and the home page.
    assert (held, pictures) == (ARTICLES + 3, ARTICLES + 1)


@pytest.mark.parametrize("path", ["llms.txt", "feed", "feed/rss", "feed/json"])
def test_other_files_cost_no_more_for_it(client, large, path):
    answer, queries, peak = measured(client, f"/{path}" if path == "llms.txt" else f"{large.url}{path}/")

    assert (answer.status_code, queries <= 20, peak < 100 * MEGABYTE) == (200, True, True)
