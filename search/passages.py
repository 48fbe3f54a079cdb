"""A page as a document: its opening, each section under a heading, each question with its answer."""

from collections.abc import Iterable

from hub.core.blocks import Part, parts
from hub.core.blocks.reference import FAQBlock, question_anchor
from hub.core.models import BasePage, BodyPage
from hub.core.reading import plain
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
    found = [plain(text) for text in part.block.block.get_searchable_content(part.block.value)]
    return [line for line in found if line and line != part.text]


def _questions(part: Part) -> list[Passage]:
    found = []
    for item in part.block.value["items"].bound_blocks:
        question, answer = item.value.get("question"), item.value.get("answer")
        if question and answer:
            pieces = windows(plain(str(answer.source)))
            found += [Passage(question, piece, question_anchor(item.id), is_question=True) for piece in pieces]
    return found
