"""From addresses to findings: fetches what the rules need, and hands it to them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin

from django.conf import settings
from django.utils import timezone
from wagtail.models import Page

from hub.core.querysets import only_published

from . import rules  # noqa: F401  (registers them)
from .answers import Facts, File, Subject, Survey
from .documents import Document, bare, split
from .feeds import FEED_TYPES
from .feeds import read as read_feed
from .fetching import Fetcher, Response, home_of
from .findings import ADDRESS, FEED, LLMS, MANIFEST, PAGE, ROBOTS, SECURITY, SITE, SITEMAP, Finding, Rules
from .rules.files import MARKDOWN_LINK, read_manifest
from .rules.robots import sitemaps
from .rules.sitemaps import read as read_sitemap

#: Never followed: they are no pages for readers.
NOT_PAGES = ("/static/", "/media/", "/documents/", "/_util/")
SECURITY_PATH = "/.well-known/security.txt"


def subject(document: Document, fetcher: Fetcher) -> Subject:
    """Return a page with what the addresses that it names answer."""
    alone = Subject(document, hosts=fetcher.hosts)
    # A preview stands at an address that may not answer yet, or answer with what was published before.
    named = alone.internal() - ({bare(document.url)} if document.is_preview else set())
    return Subject(document, {url: fetcher.answer(url) for url in sorted(named)}, fetcher.hosts)


def check_document(document: Document, fetcher: Fetcher) -> list[Finding]:
    """Return what the rules for pages find in ``document``."""
    return PAGE.findings(document.url, subject(document, fetcher))


@dataclass
class Audit:
    """One run over some or all addresses of the site."""

    fetcher: Fetcher = field(default_factory=Fetcher)
    home: str = field(default_factory=home_of)
    feeds: dict[str, None] = field(default_factory=dict)
    manifests: dict[str, None] = field(default_factory=dict)

    def check(self, urls: Iterable[str]) -> Iterator[Finding]:
        """Yield what is wrong at each of ``urls``: pages, feeds, sitemaps or other files. Raises: ForeignAddress."""
        for url in urls:
            response = self.fetcher.get(url)
            rules_for, kind = self._rules(response)
            if rules_for is PAGE:
                yield from self._page(response)
            else:
                yield from self._file(rules_for, response, kind)

    def check_all(self) -> Iterator[Finding]:
        """Yield what is wrong anywhere: every page, each file for machines, and all of them beside each other."""
        robots = self.fetcher.get(urljoin(self.home, "/robots.txt"))
        listed = []
        for name in sitemaps(robots.text) or [urljoin(self.home, "/sitemap.xml")]:
            yield from self._sitemap(name, listed)
        pages, linked = [], set()
        for response in self._pages([self.home, *listed, *_published()]):
            yield from self._page(response)
            pages.append(_facts(response))
            if response.is_page:
                linked |= {bare(link.url) for link in response.document.links} - {response.url}
        yield from self._files(robots)
        survey = Survey(tuple(pages), tuple(listed), frozenset(linked), self.home, robots.text)
        yield from SITE.findings(self.home, survey)

    def _pages(self, first: list[str]) -> Iterator[Response]:
        """Yield each page once: the first ones, then those that they link to."""
        waiting, given, seen = list(dict.fromkeys(first)), {*first}, {*first}
        for url in waiting:
            response = self.fetcher.get(url)
            if response.is_page or url in given:
                yield response
            if not response.is_page:
                continue
            document = response.document
            found = {bare(link.url) for link in (*document.links, *document.canonicals)}
            for link in sorted(found - seen):
                if split(link).netloc.lower() in self.fetcher.hosts and not split(link).path.startswith(_closed()):
                    seen.add(link)
                    waiting.append(link)

    def _page(self, response: Response) -> Iterator[Finding]:
        yield from ADDRESS.findings(response.url, self.fetcher.answer(response.url))
        if not response.is_page:
            return
        document = response.document
        self.feeds |= {link.url: None for link in document.feeds if link.kind in FEED_TYPES}
        self.manifests |= {link.url: None for link in document.head_links if link.rel == "manifest"}
        yield from check_document(document, self.fetcher)

    def _rules(self, response: Response) -> tuple[Rules, str]:
        path = split(response.url).path
        named = {"/robots.txt": ROBOTS, "/llms.txt": LLMS, SECURITY_PATH: SECURITY, "/manifest.webmanifest": MANIFEST}
        if path in named:
            return named[path], path
        if response.kind in FEED_TYPES:
            return FEED, "feed"
        if response.kind in {"application/xml", "text/xml"}:
            return (FEED, "feed") if read_feed(response.text).form else (SITEMAP, "sitemap")
        return PAGE, "page"

    def _sitemap(self, url: str, listed: list[str]) -> Iterator[Finding]:
        response = self.fetcher.get(url)
        yield from self._file(SITEMAP, response, "sitemap")
        found = read_sitemap(response.text)
        for entry, _ in found.entries:
            if found.is_index and split(entry).netloc in self.fetcher.hosts:
                yield from self._sitemap(entry, listed)
            elif split(entry).netloc in self.fetcher.hosts:
                listed.append(entry)

    def _files(self, robots: Response) -> Iterator[Finding]:
        """Yield what is wrong with the files for machines that pages and robots.txt name."""
        yield from self._file(ROBOTS, robots, "/robots.txt")
        for path, rules_for in (("/llms.txt", LLMS), (SECURITY_PATH, SECURITY)):
            yield from self._file(rules_for, self.fetcher.get(urljoin(self.home, path)), path)
        for url in self.manifests:
            yield from self._file(MANIFEST, self.fetcher.get(url), "manifest")
        for url in self.feeds:
            yield from self._file(FEED, self.fetcher.get(url), "feed")

    def _file(self, rules_for: Rules, response: Response, kind: str) -> Iterator[Finding]:
        named = {bare(url) for url in _addresses(rules_for, response)}
        answers = {
            url: self.fetcher.answer(url) for url in sorted(named) if split(url).netloc.lower() in self.fetcher.hosts
        }
        file = File(response.url, response.status, response.kind, response.text, timezone.now(), answers)
        yield from rules_for.findings(response.url, file)


def _addresses(rules_for: Rules, response: Response) -> list[str]:
    """Return the addresses that a file names and that its rules ask about."""
    text = response.text if response.status == 200 else ""
    if rules_for is ROBOTS:
        return sitemaps(text)
    if rules_for is LLMS:
        return MARKDOWN_LINK.findall(text)
    if rules_for is SITEMAP:
        return list(read_sitemap(text).images) if text else []
    if rules_for is FEED and text:
        feed = read_feed(text)
        return [url for url in (feed.home, *(entry.url for entry in feed.entries)) if url]
    if rules_for is MANIFEST and text:
        file = File(response.url, 200, response.kind, text, timezone.now())
        return [urljoin(response.url, str(icon.get("src", ""))) for icon in read_manifest(file).get("icons") or ()]
    return []


def _facts(response: Response) -> Facts:
    if not response.is_page:
        return Facts(response.url, response.status)
    document = response.document
    return Facts(
        response.url,
        response.status,
        document.title,
        document.description,
        bare(document.canonical),
        document.is_indexable,
    )


def _closed() -> tuple[str, ...]:
    return (*NOT_PAGES, f"/{settings.ADMIN_PREFIX}")


def _published() -> Iterator[str]:
    """Yield the addresses of all pages that a visitor may see."""
    pages = only_published(Page.objects.filter(depth__gt=1)).order_by("path")
    for page in pages.iterator(chunk_size=500):
        if url := page.get_full_url():
            yield url
