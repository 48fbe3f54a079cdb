"""A page that is being edited, checked as a visitor would get it: nothing is saved, nothing is published."""

from dataclasses import dataclass

from django.db.models import Q
from wagtail.models import Page, Site

from hub.core.querysets import only_published

from .. import rules  # noqa: F401  (registers them)
from ..answers import Answer, Facts, Subject, Survey
from ..documents import Document, bare, parse
from ..fetching import Fetcher, home_of
from ..findings import PAGE, SITE, Finding, Severity

#: What the person who writes a page can mend there; the rest is for whoever looks after the site.
EDITORIAL = ("title", "description", "canonical", "heading", "link", "share-image", "google-author", "google-picture")
FOUND = Answer(200, "text/html")
#: What a page is held against the others by, and how many of them that are like it are looked at.
BESIDE_OTHERS, ALIKE = ("title-shared", "description-shared"), 20


@dataclass(frozen=True)
class Report:
    """What was found on a page, the gravest first; ``fault`` says why it could not be looked at."""

    findings: tuple[Finding, ...] = ()
    fault: str = ""

    @property
    def for_editors(self) -> list[Finding]:
        return [found for found in self.findings if found.severity != Severity.NOTICE and is_editorial(found)]

    @property
    def for_keepers(self) -> list[Finding]:
        return [found for found in self.findings if found.severity != Severity.NOTICE and not is_editorial(found)]

    @property
    def notices(self) -> list[Finding]:
        return [found for found in self.findings if found.severity == Severity.NOTICE]

    @property
    def grave(self) -> list[Finding]:
        """Errors and warnings, the editors' own first."""
        return [*self.for_editors, *self.for_keepers]


def is_editorial(finding: Finding) -> bool:
    return finding.rule.startswith(EDITORIAL)


def check_page(page) -> Report:
    """Return what is wrong with ``page`` as it stands in memory, which may differ from what is published."""
    url = page.get_full_url() or home_of()
    response = page.make_preview_request(None, page.default_preview_mode)
    if response.status_code != 200:
        return Report(fault="The page can't be shown as it is, so that it could not be checked.")
    document = parse(url, response.content.decode(), is_preview=True, is_hidden=page.noindex)
    findings = [*PAGE.findings(url, _subject(document)), *_shared(page, document)]
    order = [*Severity]
    return Report(tuple(sorted(findings, key=lambda found: order.index(found.severity))))


def _subject(document: Document) -> Subject:
    """Return the page with the answers of what its own text links to; header and footer are the site's."""
    fetcher = Fetcher()
    alone = Subject(document, hosts=fetcher.hosts)
    named = {bare(link.url) for link in document.main_links if alone.is_internal(link.url)}
    named -= {bare(document.url)}
    known = _published(named)
    # Rendering a page only to learn that it is there would make the editor wait; its anchors are seen on it alone.
    pointed_at = {bare(link.url) for link in document.main_links if "#" in link.url}
    answers = {url: FOUND if url in known and url not in pointed_at else fetcher.answer(url) for url in sorted(named)}
    return Subject(document, answers, fetcher.hosts)


def _published(urls: set[str]) -> set[str]:
    """Return those of ``urls`` that are addresses of published pages of the default site. Two queries."""
    site = Site.objects.select_related("root_page").get(is_default_site=True)
    start, root = f"{site.root_url}/", site.root_page.url_path
    paths = [root + url.removeprefix(start) for url in urls if url.startswith(start)]
    found = only_published(Page.objects.filter(url_path__in=paths)).values_list("url_path", flat=True)
    return {start + path.removeprefix(root) for path in found}


def _shared(page, document: Document) -> list[Finding]:
    """Return what the page has in common with others that are published, and should not."""
    if page.noindex:
        return []
    others = only_published(Page.objects.exclude(pk=page.pk).filter(depth__gt=1))
    own = Facts(document.url, title=page.seo_title or page.title, description=page.search_description)
    same_title = Q(seo_title__iexact=own.title) | Q(seo_title="", title__iexact=own.title)
    same_description = Q(search_description__iexact=own.description) if own.description else Q(pk=None)
    alike = tuple(
        Facts(other.get_full_url() or "", title=other.seo_title or other.title, description=other.search_description)
        for other in others.filter(same_title | same_description)[:ALIKE]
    )
    survey = Survey((own, *alike), home=document.url)
    found = [finding for rule in BESIDE_OTHERS for finding in SITE.rules[rule].findings(document.url, survey)]
    return [finding for finding in found if finding.url == document.url]
