"""The results page and the suggestions. Neither is ever an error, and nobody's browser or proxy keeps them."""

import logging
from functools import wraps

from django.db import DatabaseError
from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hub.core.models import Practice
from hub.core.seo.head import HIDDEN, Head
from search.counting import count
from search.crisis import is_crisis
from search.documents import QUESTION
from search.models import SearchSettings
from search.query import Query, cleaned
from search.results import LABELS, NEWEST, Answer, Asked, answer
from search.suggesting import suggestions

logger = logging.getLogger(__name__)


def kept_by_nobody(view):
    """What somebody searches for here is nobody's business: no cache and no disk keeps it."""

    @wraps(view)
    def wrapped(request):
        response = view(request)
        response["Cache-Control"] = "no-store"
        return response

    return wrapped


@require_safe
@kept_by_nobody
def search(request):
    """Answer ``/search/?q=``, narrowed by ``topic`` and ``kind``, ordered by ``sort``, a page at a time."""
    asked = _asked(request)
    rules = SearchSettings.of(request)
    found = _answered(request, asked)
    if asked.text and not asked.is_narrowed and "page" not in request.GET and request.method == "GET":
        in_crisis = is_crisis(asked.text, rules.crisis_list)
        if not in_crisis:
            count(asked.text, bool(found.count) and not found.is_loose, rules)
    else:
        in_crisis = bool(asked.text) and is_crisis(asked.text, rules.crisis_list)
    site_name = Practice.for_request(request).display_name
    context = {
        "answer": found,
        "query": asked.text,
        "in_crisis": in_crisis,
        "head": Head(title=f"Search | {site_name}", site_name=site_name, robots=HIDDEN),
        "by_relevance": asked.address(sort=""),
        "by_date": asked.address(sort=NEWEST),
        "without_correction": asked.address(exact="1"),
        "everything": Asked(asked.text, exact=asked.exact).address(),
        "previous": asked.address(page=found.page_number - 1) if found.page_number > 1 else "",
        "next": asked.address(page=found.page_number + 1) if found.page_number < found.page_count else "",
    }
    return render(request, "search/search.html", context)


@require_safe
@kept_by_nobody
def suggest(request):
    """Answer ``/search/suggest/?q=`` with titles and questions that begin so."""
    try:
        found = suggestions(request, request.GET.get("q", ""))
    except DatabaseError:
        logger.warning("Suggestions could not be found.")
        found = []
    return JsonResponse({"suggestions": [vars(suggestion) for suggestion in found]})


def _asked(request) -> Asked:
    kind = request.GET.get("kind", "")
    return Asked(
        text=cleaned(request.GET.get("q", "")),
        topic=cleaned(request.GET.get("topic", "")),
        kind=kind if kind in LABELS or kind == QUESTION else "",
        sort=NEWEST if request.GET.get("sort") == NEWEST else "",
        exact=request.GET.get("exact") == "1",
    )


def _answered(request, asked: Asked) -> Answer:
    if not asked.text:
        return Answer(asked, Query(""))
    number = request.GET.get("page", "1")
    number = int(number) if number.isascii() and number.isdecimal() and 0 < len(number) < 7 else 1
    for _ in range(2):
        try:
            return answer(request, asked, max(1, number))
        except DatabaseError:
            # An index may be put in another's place between two questions to it: the second try asks the new one.
            continue
    logger.warning("A search could not be answered.")
    return Answer(asked, Query(asked.text))
