"""Running text, headings, lists and steps."""

from django.db.models import TextChoices
from wagtail import blocks

from .base import BlockHeading
from .features import ANSWER, INLINE

GROUP = "Text"


class HeadingSize(TextChoices):
    SECTION = "section", "Section"
    PART = "part", "Part of a section"
    DETAIL = "detail", "Detail of a part"


LEVELS = {HeadingSize.SECTION: 2, HeadingSize.PART: 3, HeadingSize.DETAIL: 4}


class HeadingBlock(blocks.StructBlock):
    """A heading. Its level follows from the headings before it, so that none is ever skipped."""

    text = blocks.CharBlock(max_length=160)
    size = blocks.ChoiceBlock(
        choices=HeadingSize.choices,
        default=HeadingSize.SECTION,
        search_index=False,
        help_text="Sections make the contents list. The page sees to it that no level is skipped.",
    )

    class Meta:
        icon = "title"
        group = GROUP
        label_format = "{text}"
        template = "core/blocks/heading.html"
        description = "Opens a new section, or a part of one"
        preview_value = {"text": "Why trust takes time", "size": "section"}

    def page_heading(self, value):
        return BlockHeading(value.get("text") or "", LEVELS.get(value.get("size"), 2))


class ParagraphBlock(blocks.RichTextBlock):
    """One or more paragraphs of text with emphasis and links, and nothing else."""

    def __init__(self, **kwargs):
        kwargs.setdefault("features", INLINE)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        group = GROUP
        label = "Text"
        template = "core/blocks/paragraph.html"
        description = "Paragraphs with bold, italic and links"
        preview_value = (
            "<p>Most people who come to therapy are not sure that they should. They have <b>managed</b> for a long "
            "time, and managing has begun to cost more than it gives.</p><p>That doubt is a good place to begin.</p>"
        )


class ListStyle(TextChoices):
    BULLETS = "bullets", "Bullets"
    NUMBERS = "numbers", "Numbers"
    TICKS = "ticks", "Ticks (helps)"
    CROSSES = "crosses", "Crosses (does not help)"


class BulletListBlock(blocks.StructBlock):
    """A list under the sentence that introduces it."""

    introduction = blocks.CharBlock(
        required=False, max_length=1000, help_text="The sentence that leads into the list, if there is one."
    )
    style = blocks.ChoiceBlock(choices=ListStyle.choices, default=ListStyle.BULLETS, search_index=False)
    items = blocks.ListBlock(
        blocks.RichTextBlock(features=ANSWER, label="Item", help_text="It may hold a list of its own."), min_num=1
    )

    class Meta:
        icon = "list-ul"
        group = GROUP
        label = "Bullet list"
        label_format = "{introduction}"
        template = "core/blocks/bullet_list.html"
        description = "A list with bullets, numbers, ticks or crosses"
        preview_value = {
            "introduction": "What often helps in the first days:",
            "style": "ticks",
            "items": [
                "<p>Sleep and meals at their usual times</p>",
                "<p>One person who knows how you are</p>",
                "<p>Putting off large decisions</p>",
            ],
        }


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=120)
    text = blocks.RichTextBlock(features=ANSWER)

    class Meta:
        icon = "arrow-right"
        label_format = "{title}"


class StepsBlock(blocks.StructBlock):
    """Numbered steps, each with a title and a text."""

    heading = blocks.CharBlock(
        required=False, max_length=120, help_text="For example: How a first session goes. May stay empty."
    )
    steps = blocks.ListBlock(StepBlock(), min_num=1)

    class Meta:
        icon = "list-ol"
        group = GROUP
        label_format = "{heading}"
        template = "core/blocks/steps.html"
        description = "Something that happens in an order: how therapy works, what to do first"
        preview_value = {
            "heading": "How a first session goes",
            "steps": [
                {
                    "title": "You arrive",
                    "text": "<p>Ten minutes early is plenty. There is water and a quiet chair.</p>",
                },
                {"title": "You are asked what brings you", "text": "<p>Begin anywhere. The order will come.</p>"},
                {"title": "You agree what happens next", "text": "<p>Or that nothing does, for now.</p>"},
            ],
        }

    def page_heading(self, value):
        return BlockHeading(value.get("heading") or "", None, is_listed=False)
