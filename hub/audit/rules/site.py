"""All pages beside each other: the sitemap against the pages, robots.txt against both, titles against titles."""

from collections import defaultdict

from ..answers import Facts, Survey
from ..documents import split
from ..findings import SITE, Severity, shortened
from . import robots


def _listed(survey: Survey) -> list[Facts]:
    """Return the pages that stand in the sitemap, as far as they were read."""
    listed = {*survey.listed}
    return [page for page in survey.pages if page.url in listed]


def _open(survey: Survey) -> list[Facts]:
    """Return the pages that search engines may show under their own address."""
    return [page for page in survey.pages if page.status == 200 and page.is_indexable and page.is_canonical]


@SITE("sitemap-answers", Severity.ERROR)
def listed_pages_answer(survey: Survey):
    """A page in the sitemap answers 200."""
    for page in _listed(survey):
        if page.status != 200:
            yield page.url, f"The sitemap lists this address, which answers {page.status}: leave it out."


@SITE("sitemap-indexable", Severity.ERROR)
def listed_pages_are_indexable(survey: Survey):
    """A page in the sitemap may be indexed."""
    for page in _listed(survey):
        if page.status == 200 and not page.is_indexable:
            yield page.url, "The sitemap lists this page, which asks to be left out of search: leave it out there too."


@SITE("sitemap-canonical", Severity.ERROR)
def listed_pages_are_canonical(survey: Survey):
    """A page in the sitemap is known by the address it is listed under."""
    for page in _listed(survey):
        if page.status == 200 and not page.is_canonical:
            yield page.url, f"The sitemap lists this address, whose page names {page.canonical} as its own: list that."


@SITE("sitemap-missing", Severity.ERROR)
def open_pages_are_listed(survey: Survey):
    """A page that may be indexed under its own address is in the sitemap. Further pages of a list need not be."""
    listed = {*survey.listed}
    for page in _open(survey):
        if page.url not in listed and not split(page.url).query:
            yield (
                page.url,
                "The page may be indexed and is not in the sitemap: list it there, or keep it out of search.",
            )


@SITE("robots-closes-page", Severity.ERROR)
def robots_lets_pages_be_read(survey: Survey):
    """robots.txt closes no page of the sitemap, and none that must be read to be left out."""
    if robots.is_closed(survey.robots):
        return
    listed = {*survey.listed}
    for page in survey.pages:
        if page.status != 200 or robots.is_open(survey.robots, page.url):
            continue
        if not page.is_indexable:
            yield page.url, "robots.txt closes this page, so that no robot reads its noindex: open it there."
        elif page.url in listed:
            yield page.url, "The sitemap lists this page and robots.txt closes it: choose one."


@SITE("robots-closed", Severity.NOTICE)
def site_is_open(survey: Survey):
    """robots.txt lets search engines in, as it must in production."""
    if robots.is_closed(survey.robots):
        yield survey.home, "robots.txt closes the whole site: right everywhere but in production."


def _shared(survey: Survey, what: str):
    groups = defaultdict(list)
    for page in _open(survey):
        if said := getattr(page, what):
            groups[said.casefold()].append(page)
    for pages in groups.values():
        for page in pages if len(pages) > 1 else ():
            other = next(found.url for found in pages if found is not page)
            yield page.url, getattr(page, what), other


@SITE("title-shared", Severity.WARNING)
def titles_differ(survey: Survey):
    """No two pages have the same title."""
    for url, title, other in _shared(survey, "title"):
        yield url, f"“{shortened(title)}” is also the title of {other}: say what is different about this page."


@SITE("description-shared", Severity.WARNING)
def descriptions_differ(survey: Survey):
    """No two pages have the same description. Further pages of a list share their first one's."""
    first = Survey(tuple(page for page in survey.pages if not split(page.url).query))
    for url, text, other in _shared(first, "description"):
        yield url, f"“{shortened(text)}” also describes {other}: say what is different about this page."


@SITE("page-orphan", Severity.WARNING)
def pages_are_linked(survey: Survey):
    """A page that may be indexed is linked to from another."""
    for page in _open(survey):
        if page.url not in survey.linked and page.url != survey.home:
            yield page.url, "No page links to this one, so that readers and robots hardly find it: link to it."
