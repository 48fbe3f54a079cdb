"""Whether structured data can be read, hangs together and names real addresses.

Sources: JSON-LD 1.1 (W3C); Google Search Central, "General structured data guidelines".
"""

import re

from ..answers import Subject
from ..documents import split
from ..findings import PAGE, Severity, shortened
from ..graphs import ADDRESSES, Graph, Node, as_list
from ..vocabulary import kinds
from .dates import day_of, is_moment

#: Moments, which need a time and a zone for search engines to show the right day.
MOMENTS = ("datePublished", "dateModified", "dateCreated", "uploadDate")
DAYS = ("lastReviewed", "birthDate", "foundingDate", "validFrom", "validThrough")


@PAGE("data-missing", Severity.ERROR)
def has_one_graph(page: Subject):
    """A page that may be indexed has its structured data in one script."""
    count = len(page.document.scripts)
    if count > 1 or (count == 0 and page.document.is_indexable):
        yield f"The page has {count or 'no'} scripts of structured data: it should have one, with one @graph."


@PAGE("data-unreadable", Severity.ERROR)
def is_readable(page: Subject):
    """Structured data is JSON."""
    for fault in page.graph.faults:
        yield f"The structured data can't be read: {fault}."


@PAGE("data-context", Severity.ERROR)
def has_context(page: Subject):
    """Structured data says that its words are schema.org's."""
    for context in page.graph.contexts:
        if str(context).rstrip("/") not in {"https://schema.org", "http://schema.org"}:
            yield f"The structured data's @context is {shortened(str(context))}: it should be https://schema.org."


@PAGE("data-escaping", Severity.ERROR)
def is_escaped(page: Subject):
    """No text in the structured data can end the script that holds it."""
    if any("<" in script for script in page.graph.raw):
        yield "The structured data holds a bare “<”, with which a text could end the script: write \\u003c."


@PAGE("data-references", Severity.ERROR)
def references_resolve(page: Subject):
    """Every node that is referred to is in the page's graph."""
    known = page.graph.by_id
    for node in page.graph.everything:
        if node.is_reference and node.id not in known:
            yield f"{node.path} refers to {node.id}, which is not in the page's graph: add it, or refer to its address."


@PAGE("data-ids", Severity.ERROR)
def ids_are_unique(page: Subject):
    """Every @id is an absolute address and described once."""
    seen = set()
    for node in page.graph.nodes:
        if node.id in seen:
            yield f"{node.id} is described twice: describe it once and refer to it."
        if node.id and not split(node.id).netloc and not node.id.startswith("urn:"):
            yield f"The @id “{node.id}” is not absolute: begin it with the page's address."
        seen |= {node.id} - {""}


@PAGE("data-islands", Severity.WARNING)
def is_connected(page: Subject):
    """All nodes of the graph are connected: each is part of another, or refers to it."""
    for number in _islands(page.graph):
        root = page.graph.roots[number]
        name = root.get("@id") or root.get("@type") if isinstance(root, dict) else root
        yield f"Nothing in the graph is connected with {shortened(str(name))}: refer from the page to it."


def _islands(graph: Graph) -> list[int]:
    """Return the numbers of the roots that can't be reached from the first, along references in either direction."""
    home = {node.id: _root(node.path) for node in graph.nodes if node.id}
    linked: dict[int, set[int]] = {number: set() for number in range(len(graph.roots))}
    for node in graph.everything:
        if node.is_reference and node.id in home:
            one, other = _root(node.path), home[node.id]
            linked[one].add(other)
            linked[other].add(one)
    reached, waiting = set(), [0] if linked else []
    while waiting:
        number = waiting.pop()
        if number not in reached:
            reached.add(number)
            waiting += linked[number]
    return sorted({*linked} - reached)


def _root(path: str) -> int:
    return int(path[1 : path.index("]")])


@PAGE("data-empty", Severity.WARNING)
def says_something(page: Subject):
    """No property is empty."""
    for node in page.graph.nodes:
        for name, value in node.properties.items():
            if value in (None, "", [], {}) or (isinstance(value, list) and any(item in (None, "") for item in value)):
                yield f"{node.name} has an empty {name}: leave it out."


@PAGE("data-dates", Severity.ERROR)
def dates_are_dates(page: Subject):
    """Dates are ISO 8601, moments have a zone, and nothing was changed before it was published."""
    for node in page.graph.nodes:
        for name in (*MOMENTS, *DAYS):
            for value in as_list(node.values.get(name)):
                text = str(value)
                if not _needs_moments(node) and re.fullmatch(r"\d{4}(-\d\d)?", text):
                    continue  # A source is dated by its year.
                if name in MOMENTS and _needs_moments(node) and not is_moment(text):
                    yield f"{node.name}: {name} is “{text}”: write a day, a time and a zone, 2026-11-24T09:00:00+00:00."
                if not day_of(text):
                    yield f"{node.name}: {name} is “{text}”, which is no date: write 2026-11-24."
        published, modified = (day_of(node.text(name)) for name in ("datePublished", "dateModified"))
        if published and modified and modified < published:
            yield f"{node.name} was changed ({modified}) before it was published ({published}): correct one of the two."


def _needs_moments(node: Node) -> bool:
    """Say whether search engines show a node's dates, so that a day without a zone may become the day before."""
    above = frozenset().union(*(kinds(kind) for kind in node.types))
    return bool(above & {"Article", "WebPage", "VideoObject"})


@PAGE("data-addresses", Severity.ERROR)
def addresses_are_absolute(page: Subject):
    """Addresses in the structured data are absolute, and those of this site can be opened."""
    for node in page.graph.nodes:
        for name in ADDRESSES:
            for url in node.texts(name):
                if split(url).scheme not in {"http", "https"} or not split(url).netloc:
                    yield f"{node.name}: {name} is “{shortened(url)}”, which is not absolute: begin it with https://."
                elif (answer := page.answer(url)) and not answer.is_found and not _is_page_itself(page, url):
                    yield f"{node.name}: {name} names {url}, which answers {answer.status}: name what can be opened."


def _is_page_itself(page: Subject, url: str) -> bool:
    return page.document.is_preview and url.startswith(page.document.url)
