"""What readers look things up in: questions and answers, terms, sources, tables, documents."""

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from .base import BlockHeading, YearBlock
from .features import ANSWER, INLINE

GROUP = "Reference"


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(max_length=500, help_text="In a reader's words, with a question mark.")
    answer = blocks.RichTextBlock(features=ANSWER, help_text="Answer in the first sentence, then explain.")

    class Meta:
        icon = "help"
        label_format = "{question}"


class FAQBlock(blocks.StructBlock):
    """Questions and their answers: one source for the page, its deep links, search and structured data."""

    heading = blocks.CharBlock(default="Questions and answers", max_length=120)
    items = blocks.ListBlock(QuestionBlock(), min_num=1, label="Questions")

    class Meta:
        icon = "help"
        group = GROUP
        label = "Questions and answers"
        label_format = "{heading}"
        template = "core/blocks/faq.html"
        description = "Questions people ask, each with its answer and an address of its own"
        preview_value = {
            "heading": "Questions people ask",
            "items": [
                {
                    "question": "How long does it take?",
                    "answer": "<p>Some people come for six meetings, some for a year. You review it together.</p>",
                },
                {
                    "question": "Do I have to talk about the past?",
                    "answer": "<p>No. You decide what is spoken about, and when.</p>",
                },
            ],
        }

    def page_heading(self, value):
        return BlockHeading(value.get("heading") or "")


def question_anchor(item_id: str | None) -> str:
    """Return the deep link of a question: from the id of its list item, so that rewording keeps it."""
    return f"q-{item_id.split('-')[0]}" if item_id else ""


class GlossaryTermBlock(blocks.StructBlock):
    """A term, explained where it is used."""

    term = blocks.CharBlock(max_length=80)
    also_known_as = blocks.CharBlock(required=False, max_length=120, help_text="Other names or the abbreviation.")
    definition = blocks.RichTextBlock(features=INLINE, help_text="One or two plain sentences.")

    class Meta:
        icon = "tag"
        group = GROUP
        label_format = "{term}"
        template = "core/blocks/glossary_term.html"
        description = "A term and what it means"
        preview_value = {
            "term": "Attachment",
            "also_known_as": "attachment bond",
            "definition": "<p>The tie between a child and the people who look after it, and what it teaches.</p>",
        }


class ReferenceBlock(blocks.StructBlock):
    """One published source."""

    authors = blocks.CharBlock(required=False, max_length=250, help_text="As the source gives them.")
    title = blocks.CharBlock(max_length=300)
    published_in = blocks.CharBlock(required=False, max_length=200, help_text="Journal, publisher or organisation.")
    year = YearBlock()
    url = blocks.URLBlock(required=False, label="Address", help_text="https://doi.org/… or the page itself.")

    class Meta:
        icon = "doc-full"
        label_format = "{authors}: {title}"
        template = "core/blocks/reference.html"
        description = "One published source"
        group = GROUP
        preview_value = {
            "authors": "Bowlby, J.",
            "title": "A Secure Base: Clinical Applications of Attachment Theory",
            "published_in": "Routledge",
            "year": 1988,
            "url": "",
        }


class SharedReferenceBlock(SnippetChooserBlock):
    """A source kept in one place and named in many articles."""

    def __init__(self, **kwargs):
        super().__init__("core.Source", **kwargs)

    class Meta:
        icon = "link"
        group = GROUP
        label = "Shared source"
        template = "core/blocks/shared_reference.html"
        description = "A source kept under Snippets and named in many articles: corrected once, corrected everywhere"

    def get_preview_value(self):
        return ReferenceBlock._meta_class.preview_value


def cited(children) -> list:
    """Return the references among a stream's children, own and shared, each as the value of a reference.

    A shared source that was deleted is left out.
    """
    found = []
    for child in children:
        is_shared = isinstance(child.block, SharedReferenceBlock)
        value = child.value.as_reference() if is_shared and child.value else child.value
        if value:
            found.append(value)
    return found


class ReferencesBlock(blocks.StructBlock):
    """A list of sources."""

    heading = blocks.CharBlock(default="Sources", max_length=120)
    items = blocks.ListBlock(ReferenceBlock(), min_num=1, label="Sources")

    class Meta:
        icon = "list-ol"
        group = GROUP
        label = "Sources"
        label_format = "{heading}"
        template = "core/blocks/references.html"
        description = "Books, papers and pages the text rests on"
        preview_value = {"heading": "Sources", "items": [ReferenceBlock._meta_class.preview_value]}

    def page_heading(self, value):
        return BlockHeading(value.get("heading") or "")


class ComparisonTableBlock(TypedTableBlock):
    """Things side by side. The first row and the first column are headers; on a phone each row is a card."""

    def __init__(self, **kwargs):
        super().__init__([("text", blocks.CharBlock(required=False, max_length=400))], **kwargs)

    def clean(self, value):
        table = super().clean(value)
        if table and table.columns and not any(column["heading"] for column in table.columns):
            raise ValidationError("Give each column a heading: without them nobody can read the table aloud.")
        return table

    class Meta:
        icon = "table"
        group = GROUP
        label = "Comparison table"
        template = "core/blocks/comparison_table.html"
        description = "Two or more things compared, readable on a phone too"

    def get_preview_value(self):
        return self.to_python(
            {
                "caption": "Two ways to meet",
                "columns": [{"type": "text", "heading": heading} for heading in ("", "In the room", "By video")],
                "rows": [
                    {"values": ["Travel", "You come to us", "None"]},
                    {"values": ["What you need", "Nothing", "A private corner and headphones"]},
                ],
            }
        )


class DownloadBlock(blocks.StructBlock):
    """A document to take away, with its type and size."""

    document = DocumentChooserBlock()
    title = blocks.CharBlock(max_length=120, help_text="What it is, not what the file is called.")
    description = blocks.CharBlock(required=False, max_length=240)

    class Meta:
        icon = "download"
        group = GROUP
        label_format = "{title}"
        template = "core/blocks/download.html"
        description = "A document to download, with its type and size"
        preview_value = {
            "document": None,
            "title": "A week of small promises",
            "description": "One page to print and fill in.",
        }


__all__ = [
    "ComparisonTableBlock",
    "DownloadBlock",
    "FAQBlock",
    "GlossaryTermBlock",
    "QuestionBlock",
    "ReferenceBlock",
    "ReferencesBlock",
    "SharedReferenceBlock",
    "cited",
    "question_anchor",
]
