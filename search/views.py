"""The results page."""

from dataclasses import dataclass

from django.core.paginator import EmptyPage, Paginator
from django.db import DatabaseError
from django.shortcuts import render
from wagtail.models import Page

from hub.core.models import Practice
from hub.core.querysets import only_published
from hub.core.seo.head import HIDDEN, Head
from search.query import cleaned, words

RESULTS_A_PAGE = 10
KINDS = {"ArticlePage": "Article", "PersonPage": "Person", "TopicPage": "Topic"}


@dataclass(frozen=True)
class Result:
    """One line of the results: the page with its kind and a line about it."""

    page: Page
    kind: str
    text: str


def search(request):
    """Answer ``/search/?q=``: articles, topics, people and pages that a visitor may see. Never an error."""
    query = cleaned(request.GET.get("q", ""))
    results = _page(request, find(query))
    site_name = Practice.for_request(request).display_name
    context = {
        "query": query,
        "results": results,
        "shown": [_result(page) for page in _specific(results)],
        "head": Head(title=f"Search | {site_name}", site_name=site_name, robots=HIDDEN),
    }
    return render(request, "search/search.html", context)


def find(query: str) -> list[Page]:
    """Return the pages that hold all the words of ``query``, or where none does, any of them, nearest first."""
    terms = words(query)
    if not terms:
        return []
    visible = Page.objects.filter(pk__in=only_published(Page.objects.filter(depth__gt=1)).values("pk"))
    for operator in ("and", "or"):
        try:
            found = list(visible.search(" ".join(terms), operator=operator))
        except DatabaseError:
            # The engine choked on a word: a reader gets an empty page with ways on, never an error.
            found = []
        if found:
            return found
    return []


def _page(request, found):
    number = request.GET.get("page", "1")
    paginator = Paginator(found, RESULTS_A_PAGE)
    try:
        return paginator.page(int(number) if number.isascii() and number.isdecimal() and len(number) < 7 else 1)
    except EmptyPage:
        return paginator.page(1)


def _specific(pages):
    """Return the pages as their own types, in the same order, in one query a type."""
    found = Page.objects.filter(pk__in=[page.pk for page in pages]).specific().in_bulk()
    return [found[page.pk] for page in pages if page.pk in found]


def _result(page):
    return Result(page, KINDS.get(type(page).__name__, "Page"), getattr(page, "description", ""))
