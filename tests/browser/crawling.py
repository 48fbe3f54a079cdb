"""Walks a site by its links, as a reader or a search engine would."""

import urllib.error
import urllib.request
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup

NOT_PAGES = ("/admin/", "/static/", "/media/", "/documents/", "/_util/")


@dataclass
class Answer:
    """What one address answered: its links are whole addresses of the same site, with their fragments."""

    status: int
    html: str = ""
    links: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)


def fetch(url: str) -> Answer:
    try:
        with urllib.request.urlopen(url, timeout=30) as response:
            status, kind, content = response.status, response.headers.get_content_type(), response.read()
    except urllib.error.HTTPError as error:
        with error:
            status, kind, content = error.code, error.headers.get_content_type(), error.read()
    if kind != "text/html":
        return Answer(status)
    soup = BeautifulSoup(content, "html.parser")
    links = [urljoin(url, tag["href"].strip()) for tag in soup.select("a[href], area[href]")]
    here = urlsplit(url).netloc
    return Answer(
        status,
        content.decode(),
        [link for link in links if urlsplit(link).netloc == here],
        {tag["id"] for tag in soup.select("[id]")},
    )


def crawl(address: str, limit: int = 60) -> dict[str, Answer]:
    """Return the answers of at most ``limit`` addresses below ``address``, by address, plain ones first."""
    answers: dict[str, Answer] = {}
    waiting = [f"{address}/"]
    while waiting and len(answers) < limit:
        waiting.sort(key=lambda url: "?" in url)
        url = waiting.pop(0)
        answers[url] = fetch(url)
        for link in answers[url].links:
            target = urldefrag(link).url
            known = target in answers or target in waiting
            if not known and not urlsplit(target).path.startswith(NOT_PAGES):
                waiting.append(target)
    return answers
