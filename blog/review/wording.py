"""What an article says, as plain paragraphs: what a sign-off keeps, and what later changes are measured against.

Addresses of links are left out: a link that was mended says nothing new.
"""

from collections.abc import Iterator

from blog.models import ArticlePage
from blog.quality.articles import draft_of

#: What stands beside the running text of a block, by kind: how it is introduced, and the fields.
_BESIDE = {
    "quote": ("Quotation", ("speaker", "role", "source_title", "year")),
    "statistic": ("Source of the figure", ("source_title", "year")),
    "glossary_term": ("Term", ("term", "also_known_as")),
    "download": ("Download", ("title", "description")),
    "video": ("Film", ("url",)),
    "person_card": ("Person", ("note",)),
}
_REFERENCE = ("authors", "title", "published_in", "year")


def paragraphs(page: ArticlePage) -> list[str]:
    """Return what an article says, as it stands in memory, plain.

    First title, standfirst, content note and every piece of the body in reading order, then what stands beside the
    text: who is quoted, terms, headings of tables, sources.
    """
    draft = draft_of(page)
    texts = [draft.title, draft.standfirst, page.content_note, *(passage.text for passage in draft.passages)]
    texts += [_line("Columns", table.headings) for table in draft.tables]
    return [text for text in (*texts, *_beside(page)) if text]


def _beside(page: ArticlePage) -> Iterator[str]:
    for child in page.body:
        if child.value is None:
            continue
        if child.block_type in _BESIDE:
            label, names = _BESIDE[child.block_type]
            yield _line(label, map(child.value.get, names))
        elif child.block_type == "references":
            yield from map(_source, child.value.get("items") or [])
    yield from map(_source, page.sources)


def _source(reference) -> str:
    return _line("Source", map(reference.get, _REFERENCE))


def _line(label: str, facts) -> str:
    told = ", ".join(str(fact) for fact in facts if fact)
    return f"{label}: {' '.join(told.split())}" if told else ""
