"""Whether links lead where they say."""

from urllib.parse import parse_qsl, unquote, urldefrag

from ..answers import Answer, Subject
from ..documents import Link, bare, split
from ..findings import ADDRESS, PAGE, Severity, shortened
from .head import TRACKING


@ADDRESS("page-answers", Severity.ERROR)
def page_answers(answer: Answer):
    """An address that is checked as a page answers 200 with HTML."""
    if answer.is_redirect:
        yield f"The address sends on to {answer.location}: check that one."
    elif answer.status != 200:
        yield f"The address answers {answer.status}: nobody can read it."
    elif answer.kind != "text/html":
        yield f"The address answers {answer.kind or 'something without a type'}, which is no page."


def _called(link: Link) -> str:
    return f"The link “{shortened(link.text, 50)}”" if link.text else "A link"


@PAGE("link-broken", Severity.ERROR)
def links_answer(page: Subject):
    """What a page links to within the site can be opened."""
    for link in page.document.links:
        answer = page.answer(link.url)
        if answer and answer.status >= 400:
            yield f"{_called(link)} leads to {link.url}, which answers {answer.status}: link to a page that is there."


@PAGE("link-anchor", Severity.ERROR)
def anchors_exist(page: Subject):
    """A link to a place on a page finds that place."""
    here = bare(page.document.url)
    for link in page.document.links:
        url, fragment = urldefrag(link.url)
        if not fragment or fragment.startswith(":~:") or fragment.lower() == "top":
            continue
        answer = page.answer(url)
        ids = page.document.ids if url == here else answer.ids if answer and answer.is_found else None
        if ids is not None and unquote(fragment) not in ids and fragment not in ids:
            yield f"{_called(link)} leads to #{fragment}, which {url} doesn't have: link to a heading that is there."


@PAGE("link-redirect", Severity.WARNING)
def links_are_direct(page: Subject):
    """Links within the site lead to their page at once."""
    for link in page.document.links:
        answer = page.answer(link.url)
        if answer and answer.is_redirect:
            yield f"{_called(link)} leads to {link.url}, which sends on to {answer.location}: link to that at once."


@PAGE("link-form", Severity.ERROR)
def links_are_links(page: Subject):
    """A link has an address that can be opened."""
    for link in page.document.links:
        try:
            scheme = split(link.written).scheme.lower()
        except ValueError:
            yield f"{_called(link)} has the address “{shortened(link.written, 40)}”, which is none: correct it."
            continue
        if link.written in {"", "#"} or scheme == "javascript":
            yield f"{_called(link)} leads nowhere without script: give it an address."


@PAGE("link-tracking", Severity.WARNING)
def links_do_not_track(page: Subject):
    """Links within the site carry nothing that only tracks."""
    for link in page.document.links:
        query = split(link.url).query if page.is_internal(link.url) else ""
        if found := [name for name, _ in parse_qsl(query) if TRACKING.match(name)]:
            yield f"{_called(link)} carries {', '.join(found)}, which makes a second address of the page: remove it."


@PAGE("link-head", Severity.ERROR)
def head_links_answer(page: Subject):
    """Feeds, icons, style sheets and other files named in the head can be fetched."""
    for link in page.document.head_links:
        answer = page.answer(link.url)
        if answer and not answer.is_found and "canonical" not in link.rel.split():
            yield f"The head names {link.url} ({link.rel}), which answers {answer.status}: remove or mend it."
