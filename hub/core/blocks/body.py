"""The streams that pages are written in, and how a stream becomes the parts of a page."""

from dataclasses import dataclass

from wagtail import blocks

from hub.core.headings import anchors, derived_levels

from .action import InvitationBlock, PersonCardBlock, RelatedArticlesBlock, SharedInvitationBlock
from .emphasis import CalloutBlock, KeyPointsBlock, QuoteBlock, StatisticBlock, UrgentHelpBlock
from .media import CaptionedImageBlock, VideoBlock
from .reference import (
    ComparisonTableBlock,
    DownloadBlock,
    FAQBlock,
    GlossaryTermBlock,
    ReferencesBlock,
    question_anchor,
)
from .text import BulletListBlock, HeadingBlock, ParagraphBlock, StepsBlock


class BodyBlock(blocks.StreamBlock):
    """Every block a page may be written with, in the order the chooser shows them."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    bullet_list = BulletListBlock()
    steps = StepsBlock()

    quote = QuoteBlock()
    key_points = KeyPointsBlock()
    callout = CalloutBlock()
    urgent_help = UrgentHelpBlock()
    statistic = StatisticBlock()

    faq = FAQBlock()
    glossary_term = GlossaryTermBlock()
    references = ReferencesBlock()
    comparison_table = ComparisonTableBlock()
    download = DownloadBlock()

    image = CaptionedImageBlock()
    video = VideoBlock()

    invitation = InvitationBlock()
    shared_invitation = SharedInvitationBlock()
    person_card = PersonCardBlock()
    related_articles = RelatedArticlesBlock()

    class Meta:
        required = False


@dataclass(frozen=True)
class Part:
    """One block of a page with what its place on the page decides: heading level, anchor, whether it is listed."""

    block: object
    level: int
    anchor: str = ""
    text: str = ""
    is_listed: bool = False


@dataclass(frozen=True)
class Question:
    """A question with its answer (HTML) and its deep link."""

    text: str
    answer: object
    anchor: str


def parts(stream, first: int = 2) -> list[Part]:
    """Return the parts of a page from a stream value; ``first`` is the level right under the page's title."""
    headings = [_heading(child) for child in stream]
    wanted, section = [], first - 1
    for heading in headings:
        if heading is None:
            continue
        if heading.level is None:
            wanted.append((section + 1, False))
        else:
            section = max(first, min(heading.level, section + 1))
            wanted.append((section, True))
    levels = iter(derived_levels((level for level, _ in wanted), first))
    names = iter(anchors(heading.text for heading in headings if heading))
    found, section = [], first - 1
    for child, heading in zip(stream, headings, strict=True):
        if heading is None:
            found.append(Part(child, section + 1))
            continue
        level = next(levels)
        section = level if heading.level is not None else section
        found.append(Part(child, level, next(names), heading.text, heading.is_listed))
    return found


def _heading(child):
    make = getattr(child.block, "page_heading", None)
    heading = make(child.value) if make and child.value else None
    return heading if heading and heading.text.strip() else None


def questions(stream) -> list[Question]:
    """Return every question of a stream's FAQ blocks, in order; those without a question or answer are left out."""
    found = []
    for child in stream:
        if isinstance(child.block, FAQBlock) and child.value:
            for item in child.value["items"].bound_blocks:
                if item.value.get("question") and item.value.get("answer"):
                    found.append(Question(item.value["question"], item.value["answer"], question_anchor(item.id)))
    return found


def question_links(stream) -> list[tuple[str, str]]:
    """Return the text and the deep link of every question of a stream, from its stored form.

    Nothing else of the stream is looked up, so that a list of many pages costs no query for each.
    """
    found = []
    for child in stream.raw_data:
        if child["type"] == "faq":
            for item in child["value"].get("items", []):
                question = (item.get("value") or {}).get("question") if item.get("id") else None
                if question:
                    found.append((question, question_anchor(item["id"])))
    return found


def words_of(stream) -> str:
    """Return all the words of a stream as plain text, in reading order."""
    return " ".join(text for child in stream for text in child.block.get_searchable_content(child.value))
