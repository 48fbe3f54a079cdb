"""A page as a document: its opening, each section under a heading, each question with its answer."""

from collections.abc import Iterable

from wagtail.blocks import BaseStructBlock, ListBlock
from wagtail.rich_text import get_text_for_indexing

from hub.core.blocks import Part, parts
from hub.core.blocks.reference import FAQBlock, question_anchor
from hub.core.models import BasePage, BodyPage
from search.documents import ARTICLE, PAGE, PERSON, TOPIC, Document, Passage, windows

KINDS = {"ArticlePage": ARTICLE, "PersonPage": PERSON, "TopicPage": TOPIC}
#: Blocks that invite or lead elsewhere: every page has them, so that they say nothing of this one.
LEFT_OUT = frozenset(
    {"invitation", "shared_invitation", "person_card", "related_articles", "urgent_help", "references", "download"}
)


def document_of(page: BasePage, topics: Iterable[int] = ()) -> Document:
    """Return a page, which is of its own type and may be seen by a visitor, as search knows it.

    ``topics`` are the primary keys of the topics it is about.
    """
    return Document(
        page_id=page.pk,
        kind=KINDS.get(type(page).__name__, PAGE),
        title=page.title,
        passages=tuple(_passages(page)),
        path=page.path,
        topics=tuple(topics),
        published_on=getattr(page, "first_published_on", None)
        or (page.first_published_at.date() if page.first_published_at else None),
        expires_at=page.expire_at,
    )


def _passages(page):
    sections = [_Section("", "", [*page.search_lines()])]
    questions = []
    for part in parts(page.body) if isinstance(page, BodyPage) else ():
        if isinstance(part.block.block, FAQBlock):
            questions += _questions(part)
        elif part.block.block_type not in LEFT_OUT:
            if part.anchor and part.is_listed:
                sections.append(_Section(part.text, part.anchor, []))
            sections[-1].lines += _lines(part)
    found = [passage for section in sections for passage in section.passages()]
    if not found or found[0].anchor:
        # The page itself is always the first passage, for its title alone may be what is looked for.
        found.insert(0, Passage("", ""))
    return [*found, *questions]


class _Section:
    def __init__(self, heading, anchor, lines):
        self.heading, self.anchor, self.lines = heading, anchor, lines

    def passages(self):
        text = "\n".join(line for line in self.lines if line)
        pieces = windows(text) or ([""] if self.heading else [])
        return [Passage(self.heading, piece, self.anchor) for piece in pieces]


def _lines(part: Part) -> list[str]:
    found = [_line(text) for text in _texts(part.block.block, part.block.value)]
    # A listed heading is its section's; one that a block has by default says nothing of this page.
    own = part.block.block.child_blocks.get("heading") if hasattr(part.block.block, "child_blocks") else None
    said = part.text if part.is_listed else own and own.get_default()
    return [line for line in found if line and line != said]


def _texts(block, value) -> list[str]:
    """Return what a block says. Of a field that was never filled, Wagtail would say "None"."""
    if value is None:
        return []
    if isinstance(block, ListBlock):
        return [text for item in value for text in _texts(block.child_block, item)]
    if type(block).get_searchable_content is BaseStructBlock.get_searchable_content:
        return [text for name, child in block.child_blocks.items() for text in _texts(child, value.get(name))]
    return block.get_searchable_content(value)


def _questions(part: Part) -> list[Passage]:
    found = []
    for item in part.block.value["items"].bound_blocks:
        question, answer = item.value.get("question"), item.value.get("answer")
        if question and answer:
            pieces = windows(_line(get_text_for_indexing(str(answer.source))))
            found += [Passage(question, piece, question_anchor(item.id), is_question=True) for piece in pieces]
    return found


def _line(text: str) -> str:
    return " ".join(text.split())
