"""A question answered for a page: pages with their best passages, counts by topic and kind, what was promoted."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from urllib.parse import urlencode

from django.utils import timezone
from wagtail.models import Page, Site

from hub.core.querysets import only_published
from search import documents
from search.engines import Filters, Index
from search.finding import Found, Hit, ask, by_page, find
from search.models import Promotion, SynonymSet
from search.models.promotions import phrase_key
from search.query import Query, synonym_table
from search.site_index import live_index
from search.snippets import Piece, marked, snippet
from search.text import is_stop_word, words

RESULTS_A_PAGE = 10
#: Further passages of a page that are linked below its best one.
MORE = 2
LABELS = {
    documents.ARTICLE: "Article",
    documents.QUESTION: "Question",
    documents.TOPIC: "Topic",
    documents.PERSON: "Person",
    documents.PAGE: "Page",
}
NEWEST = "newest"


@dataclass(frozen=True)
class Choice:
    """What a reader may narrow a search to, with how many pages that leaves. ``address`` is a query string."""

    label: str
    count: int
    address: str
    is_chosen: bool = False


@dataclass(frozen=True)
class Link:
    text: tuple[Piece, ...]
    url: str


@dataclass(frozen=True)
class Result:
    """One page that answers.

    ``title`` and ``url`` are the page's, or the question's where a question answers best; ``passage`` is then the page
    it stands on, else the section that ``snippet`` is from.
    """

    label: str
    title: tuple[Piece, ...]
    url: str
    passage: Link | None = None
    snippet: tuple[Piece, ...] = ()
    more: tuple[Link, ...] = ()
    is_promoted: bool = False


@dataclass(frozen=True)
class Asked:
    """What a reader asked for: the question (cleaned), how it is narrowed and ordered."""

    text: str
    topic: str = ""
    kind: str = ""
    sort: str = ""
    exact: bool = False

    def address(self, **changes) -> str:
        """Return the query string of this search, changed; without what is empty."""
        values = {"q": self.text, "topic": self.topic, "kind": self.kind, "sort": self.sort}
        values |= {"exact": "1" if self.exact else ""} | changes
        return "?" + urlencode({name: value for name, value in values.items() if value})

    @property
    def is_narrowed(self) -> bool:
        return bool(self.topic or self.kind or self.sort)


@dataclass(frozen=True)
class Answer:
    """All that the results page shows. ``count`` is that of the pages found; ``is_complete``: there are no others."""

    asked: Asked
    query: Query
    results: tuple[Result, ...] = ()
    count: int = 0
    is_complete: bool = True
    is_loose: bool = False
    kinds: tuple[Choice, ...] = ()
    topics: tuple[Choice, ...] = ()
    page_number: int = 1
    page_count: int = 1
    promoted: Result | None = field(default=None)


def answer(request, asked: Asked, page_number: int = 1) -> Answer:
    """Return what is found for ``asked`` on the request's site. A page past the last one shows the last."""
    index = live_index()
    query = ask(index, asked.text, synonyms(), corrects=not asked.exact)
    topics = _topics()
    everything = _best(_seen(find(index, query), request))
    chosen = Filters(topics.key(asked.topic), asked.kind if asked.kind in LABELS else "")
    found = everything
    if chosen != Filters():
        narrow = _narrowed if everything.is_complete else lambda _, to: _best(_seen(find(index, query, to), request))
        found = narrow(everything, chosen)
    pages = _grouped(found)
    order = _ordered(pages, asked.sort)
    page_count = max(1, -(-len(order) // RESULTS_A_PAGE))
    page_number = min(page_number, page_count)
    shown = order[(page_number - 1) * RESULTS_A_PAGE : page_number * RESULTS_A_PAGE]
    promotion = _promotion(query) if page_number == 1 and not asked.is_narrowed else None
    builder = _Builder(request, query, index)
    promoted, results = builder.build(promotion, [pages[page_id] for page_id in shown])
    return Answer(
        asked=asked,
        query=query,
        results=results,
        promoted=promoted,
        count=len(order),
        is_complete=found.is_complete,
        is_loose=found.is_loose,
        kinds=_kinds(everything, chosen, asked),
        topics=topics.choices(everything, chosen, asked),
        page_number=page_number,
        page_count=page_count,
    )


def synonyms():
    """Return the editors' synonyms, ready for a question."""
    return synonym_table(words.splitlines() for words in SynonymSet.objects.values_list("words", flat=True))


def _seen(found: Found, request) -> Found:
    """Return what was found without what has expired since it was indexed, or is another site's."""
    now, root = timezone.now(), _root_path(request)
    hits = (hit for hit in found.hits if hit.page.path.startswith(root))
    return replace(found, hits=tuple(hit for hit in hits if not (hit.page.expires_at and hit.page.expires_at <= now)))


def _best(found: Found) -> Found:
    """Return only those hits that hold as many words as is asked for, so that a choice leaves what it promises."""
    pages = by_page(found.hits, RESULTS_A_PAGE)
    return replace(found, hits=tuple(hit for hits in pages.values() for hit in hits))


def _grouped(found: Found) -> dict[int, list[Hit]]:
    return by_page(found.hits, len(found.hits))


def _root_path(request) -> str:
    site = Site.find_for_request(request)
    return site.root_page.path if site else ""


def _narrowed(found: Found, chosen: Filters) -> Found:
    return replace(found, hits=tuple(hit for hit in found.hits if _is_kept(hit, chosen)))


def _is_kept(hit: Hit, chosen: Filters) -> bool:
    if chosen.topic is not None and chosen.topic not in hit.page.topics:
        return False
    return not chosen.kind or chosen.kind in _kinds_of(hit)


def _kinds_of(hit: Hit) -> tuple[str, ...]:
    """Return the kinds a hit counts for: a question is one beside being a part of an article."""
    return (hit.page.kind, documents.QUESTION) if hit.passage.is_question else (hit.page.kind,)


def _ordered(pages: dict[int, list[Hit]], sort: str) -> list[int]:
    if sort != NEWEST:
        return list(pages)
    dates = {page_id: hits[0].page.published_on for page_id, hits in pages.items()}
    return sorted(pages, key=lambda page_id: (dates[page_id] is None, -(dates[page_id] or _EPOCH).toordinal(), page_id))


_EPOCH = date(1970, 1, 1)


def _kinds(everything: Found, chosen: Filters, asked: Asked) -> tuple[Choice, ...]:
    narrowed = _grouped(_narrowed(everything, Filters(chosen.topic)))
    counts = Counter(kind for hits in narrowed.values() for kind in {kind for hit in hits for kind in _kinds_of(hit)})
    found = [
        Choice(LABELS[kind], counts[kind], asked.address(kind="" if kind == chosen.kind else kind), kind == chosen.kind)
        for kind in LABELS
        if counts[kind] or kind == chosen.kind
    ]
    return tuple(found) if len(found) > 1 or chosen.kind else ()


class _Topics:
    """The topics that a visitor may see, by address name and by number."""

    def __init__(self, rows: Iterable[tuple[int, str, str]]):
        self.rows = list(rows)

    def key(self, slug: str) -> int | None:
        """Return a topic's number; one that is not there narrows to nothing."""
        return next((key for key, own, _ in self.rows if own == slug), 0) if slug else None

    def choices(self, everything: Found, chosen: Filters, asked: Asked) -> tuple[Choice, ...]:
        pages = _grouped(_narrowed(everything, Filters(None, chosen.kind)))
        counts = Counter(topic for hits in pages.values() for topic in hits[0].page.topics)
        found = [
            Choice(title, counts[key], asked.address(topic="" if key == chosen.topic else slug), key == chosen.topic)
            for key, slug, title in self.rows
            if counts[key] or key == chosen.topic
        ]
        return tuple(found) if len(found) > 1 or chosen.topic is not None else ()


def _topics() -> _Topics:
    pages = only_published(Page.objects.filter(topicpage__isnull=False)).order_by("title")
    return _Topics(pages.values_list("pk", "slug", "title"))


def _promotion(query: Query) -> Promotion | None:
    """Return what editors put first for this question, whatever the order and the endings of its words."""
    read = words(query.corrected or query.text)
    keys = {phrase_key(" ".join(read)), phrase_key(" ".join(word for word in read if not is_stop_word(word)))}
    for promotion in Promotion.objects.select_related("page"):
        if keys & promotion.keys - {frozenset()}:
            return promotion
    return None


class _Builder:
    """Makes results of hits: addresses, marked titles, snippets. Two queries for a page of results."""

    def __init__(self, request, query: Query, index: Index):
        self.request, self.index = request, index
        self.stems = frozenset(query.stems if query.groups else ())

    def build(self, promotion: Promotion | None, groups: list[list[Hit]]) -> tuple[Result | None, tuple[Result, ...]]:
        keys = [hits[0].page.page_id for hits in groups]
        pages = self._pages([*keys, *([promotion.page_id] if promotion else [])])
        promoted = self._promoted(promotion, pages) if promotion else None
        skipped = promotion.page_id if promoted and not promotion.question else None
        results = [
            self._result(pages[key], hits)
            for key, hits in zip(keys, groups, strict=True)
            if key in pages and key != skipped
        ]
        return promoted, tuple(results)

    def _pages(self, keys) -> dict[int, Page]:
        """Return the pages that a visitor may see at this moment, whatever the index says."""
        return {page.pk: page for page in only_published(Page.objects.filter(pk__in=keys))}

    def _result(self, page: Page, hits: list[Hit]) -> Result:
        best, url = hits[0], page.get_url(self.request) or "/"
        label = documents.QUESTION if best.passage.is_question else best.page.kind
        more, seen = [], {best.passage.anchor}
        for hit in hits[1:]:
            if hit.passage.heading and hit.passage.anchor not in seen and len(more) < MORE:
                seen.add(hit.passage.anchor)
                more.append(Link(tuple(marked(hit.passage.heading, self.stems)), _deep(url, hit.passage.anchor)))
        page_link = Link(tuple(marked(page.title, self.stems)), url)
        passage_link = Link(tuple(marked(best.passage.heading, self.stems)), _deep(url, best.passage.anchor))
        first, second = (passage_link, page_link) if best.passage.is_question else (page_link, passage_link)
        return Result(
            label=LABELS[label],
            title=first.text,
            url=first.url,
            passage=second if second.text else None,
            snippet=tuple(snippet(best.passage.text, self.stems)),
            more=tuple(more),
        )

    def _promoted(self, promotion: Promotion, pages: dict[int, Page]) -> Result | None:
        page = pages.get(promotion.page_id)
        stored = self.index.pages([promotion.page_id]).get(promotion.page_id)
        if not page or not stored or not page.path.startswith(_root_path(self.request)):
            return None
        anchor = promotion.anchor()
        passages = sorted(self.index.passages_of([page.pk]), key=lambda passage: passage.id)
        passage = next((passage for passage in passages if passage.anchor == anchor), passages[0])
        result = self._result(page, [Hit(passage, stored, 0.0, 0)])
        return replace(result, is_promoted=True)


def _deep(url: str, anchor: str) -> str:
    return f"{url}#{anchor}" if anchor else url
