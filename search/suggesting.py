"""Articles, questions and topics whose words begin with what is being typed."""

from dataclasses import dataclass

from django.utils import timezone
from wagtail.models import Page, Site

from hub.core.querysets import only_published
from search import documents
from search.engines import Head
from search.query import cleaned
from search.results import LABELS
from search.site_index import live_index
from search.text import words

MOST = 7
#: Fewer letters begin too much.
SHORTEST = 2
#: Asked for and then sorted, for a title that begins with the words goes before one that only has them.
POOL = 40
_ORDER = (documents.TOPIC, documents.ARTICLE, documents.QUESTION, documents.PERSON, documents.PAGE)


@dataclass(frozen=True)
class Suggestion:
    text: str
    kind: str
    url: str


def suggestions(request, raw: str) -> list[Suggestion]:
    """Return up to seven titles and questions for what is being typed. Two queries, beside the site's own."""
    typed = words(cleaned(raw))[:8]
    if not typed or len("".join(typed)) < SHORTEST:
        return []
    index = live_index()
    heads = sorted(index.heads_like(typed, POOL), key=lambda head: _rank(head, typed))
    stored = index.pages({head.page_id for head in heads})
    now = timezone.now()
    root = Site.find_for_request(request)
    path = root.root_page.path if root else ""
    kept = [
        head
        for head in heads
        if (page := stored.get(head.page_id))
        and page.path.startswith(path)
        and not (page.expires_at and page.expires_at <= now)
    ]
    pages = {page.pk: page for page in only_published(Page.objects.filter(pk__in={head.page_id for head in kept}))}
    anchors = {passage.id: passage.anchor for passage in index.passages([head.id for head in kept])}
    found = []
    for head in kept:
        if head.page_id in pages and len(found) < MOST:
            url = pages[head.page_id].get_url(request) or "/"
            anchor = anchors.get(head.id, "")
            found.append(Suggestion(head.text, LABELS[head.kind], f"{url}#{anchor}" if anchor else url))
    return found


def _rank(head: Head, typed: list[str]) -> tuple:
    own = words(head.text)
    starts = (
        own[: len(typed) - 1] == typed[:-1] and len(own) >= len(typed) and own[len(typed) - 1].startswith(typed[-1])
    )
    return not starts, _ORDER.index(head.kind), len(own), head.id
