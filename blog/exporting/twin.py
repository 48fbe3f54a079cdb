"""The Markdown twin of an article: /articles/x.md is what /articles/x/ says, for whoever reads text better than pages.

It is made of the same blocks by the same function as the export. What a visitor may not see has no twin, nor has
what search engines are asked to leave alone; the twin itself names the article as the address to show.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urljoin

from django.http import Http404, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.formats import date_format
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from blog.exporting import markdown
from blog.exporting.articles import Shown, outline_of, shown_by, surroundings
from blog.exporting.inline import escaped, target
from blog.exporting.outlines import Places
from blog.exporting.shapes import heading, list_item, titled
from blog.importing.outline import Outline
from blog.importing.readers.own.citations import citation
from blog.importing.readers.own.running_text import tidy
from blog.models import ArticlePage
from hub.core.models import CrisisSupport, Invitation, Practice
from hub.core.querysets import only_published

CONTENT_TYPE = "text/markdown"
#: Seconds that a cache may keep a twin before it asks again.
MAX_AGE = 300


@require_safe
def twin(request, path: str):
    """The Markdown of the article at ``path``. Raises: Http404: a visitor sees no such article, or it is hidden."""
    page = _article(request, path)
    if page is None:
        raise Http404("There is no such article.")
    content = text_of(page, request).encode()
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    response = HttpResponse(content, content_type=f"{CONTENT_TYPE}; charset=utf-8")
    response["ETag"] = etag
    response["Cache-Control"] = f"public, max-age={MAX_AGE}"
    response["Link"] = f'<{page.get_full_url(request)}>; rel="canonical"'
    # Found by the article, never instead of it.
    response["X-Robots-Tag"] = "noindex"
    return get_conditional_response(request, etag=etag, response=response)


def _article(request, path: str) -> ArticlePage | None:
    site = Site.find_for_request(request)
    if site is None or "\0" in path:
        return None
    found = ArticlePage.objects.published().select_related("author", "reviewer", "hero_image")
    return found.filter(url_path=f"{site.root_page.url_path}{path}/", noindex=False).first()


def text_of(page: ArticlePage, request) -> str:
    """An article as Markdown that stands on its own: every address absolute, nothing that a visitor can't see."""
    shown = shown_by(page, only_published(Page.objects.all()), Invitation.objects.filter(live=True), _linked(page))
    if page.hero_image:
        shown.pictures[page.hero_image_id] = page.hero_image
    places = _places(shown, request)
    outline = outline_of(page, places)
    outline = replace(outline, facts=replace(outline.facts, date=page.first_published_on))
    around = surroundings(shown, places, tuple(_crisis_lines(request)))
    pieces = [*_opening(page, outline, places, request), markdown.write(outline.nodes, around).rstrip("\n")]
    pieces += _closing(outline, around, Practice.for_request(request))
    return "\n\n".join(filter(None, pieces)) + "\n"


def _linked(page: ArticlePage) -> set[int]:
    return {person.pk for person in (page.author, page.reviewer) if person}


def _places(shown: Shown, request) -> Places:
    here = request.build_absolute_uri("/")
    practice = Practice.for_request(request)
    consultation = practice.shown_consultation_page
    return Places(
        pages={key: address for key, page in shown.pages.items() if (address := page.get_full_url(request))},
        pictures={key: urljoin(here, picture.file.url) for key, picture in shown.pictures.items()},
        documents={key: urljoin(here, document.url) for key, document in shown.documents.items()},
        invitations={key: invitation.name for key, invitation in shown.invitations.items()},
        unnamed=(consultation.get_full_url(request) or "") if consultation else "",
        base=here,
    )


def _crisis_lines(request) -> Iterator[str]:
    crisis = CrisisSupport.for_request(request)
    if crisis.emergency_number:
        yield f"If life is in danger now, call {crisis.emergency_number}."
    for child in crisis.lines:
        line = child.value
        text = line.get("text_number") and f"text {line.get('text_keyword') or ''} to {line['text_number']}"
        if text and not line.get("text_keyword"):
            text = f"text {line['text_number']}"
        ways = filter(None, (line.get("number"), text, line.get("hours"), line.get("url")))
        yield tidy(f"{line.get('name')} ({line.get('region')}): {', '.join(ways)}")


def _opening(page: ArticlePage, outline: Outline, places: Places, request) -> Iterator[str]:
    facts = outline.facts
    yield heading(outline.title, 1)
    yield escaped(outline.subtitle)
    yield "\n".join(list_item("-", line) for line in _byline(page, outline, places, request))
    if facts.picture:
        yield f"![{escaped(facts.picture.alt, starts_line=False)}]({target(facts.picture.source)})"
    if facts.content_note:
        yield f"**Before you read:** {escaped(facts.content_note, starts_line=False)}"


def _byline(page: ArticlePage, outline: Outline, places: Places, request) -> Iterator[str]:
    facts = outline.facts
    if page.author:
        yield f"By {_person(page.author, places)}"
    if page.reviewer and facts.reviewed:
        said = "Reviewed by" if page.is_review_current else "An earlier version was reviewed by"
        yield f"{said} {_person(page.reviewer, places)}, {_day(facts.reviewed)}"
    if facts.date:
        yield f"Published {_day(facts.date)}"
    if facts.updated:
        changed = f": {facts.what_changed}" if facts.what_changed else ""
        yield f"Updated {_day(facts.updated)}{escaped(changed, starts_line=False)}"
    yield f"Original: <{page.get_full_url(request)}>"


def _person(person, places: Places) -> str:
    name = escaped(tidy(person.title), starts_line=False)
    address = places.pages.get(person.pk)
    return f"[{name}]({target(address)})" if address else name


def _day(day) -> str:
    return date_format(day, "j F Y")


def _closing(outline: Outline, around, practice: Practice) -> Iterator[str]:
    facts = outline.facts
    if facts.references:
        yield "## References"
        cited = enumerate(facts.references, 1)
        yield "\n".join(list_item(f"{number}.", titled(citation(item))) for number, item in cited)
    if facts.related:
        yield "## Related articles"
        links = ((around.title(address), address) for address in facts.related)
        yield "\n".join(f"- [{escaped(title, starts_line=False)}]({target(address)})" for title, address in links)
    if practice.disclaimer:
        yield f"---\n\n{escaped(tidy(practice.disclaimer))}"
