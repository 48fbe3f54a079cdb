"""What stands out from the text: quotations, key points, notes, urgent help, figures."""

from django.db.models import TextChoices
from wagtail import blocks

from .base import BlockHeading, source_fields
from .features import ANSWER, INLINE

GROUP = "Emphasis"


class QuoteBlock(blocks.StructBlock):
    """Somebody's words, with who said them and where, as far as that is known.

    A quote without a speaker or a source gets no caption: an invented ``cite`` would claim what nobody checked.
    """

    text = blocks.TextBlock(rows=3, help_text="Without quotation marks: the page adds them.")
    speaker = blocks.CharBlock(required=False, max_length=120, help_text="Who said or wrote it.")
    role = blocks.CharBlock(required=False, max_length=120, help_text="For example: psychologist.")
    source_title, source_url, year = source_fields()
    verified = blocks.BooleanBlock(
        required=False,
        label="Checked against the source",
        help_text="Tick it when you have seen these words in the source itself.",
    )

    class Meta:
        icon = "openquote"
        group = GROUP
        label_format = "{text}"
        template = "core/blocks/quote.html"
        description = "Somebody's words, and where they are from"
        form_layout = blocks.BlockGroup(
            children=["text", "speaker", "role"], settings=["source_title", "source_url", "year", "verified"]
        )
        preview_value = {
            "text": "No one ever told me that grief felt so like fear.",
            "speaker": "C. S. Lewis",
            "role": "writer",
            "source_title": "A Grief Observed",
            "source_url": "",
            "year": 1961,
            "verified": True,
        }


class KeyPointsBlock(blocks.StructBlock):
    """What a reader should take away who reads nothing else."""

    heading = blocks.CharBlock(default="Key points", max_length=80)
    points = blocks.ListBlock(blocks.RichTextBlock(features=INLINE, label="Point"), min_num=1, max_num=7)

    class Meta:
        icon = "key"
        group = GROUP
        template = "core/blocks/key_points.html"
        description = "The three to five things to take away"
        preview_value = {
            "heading": "Key points",
            "points": [
                "<p>Mistrust usually began as protection.</p>",
                "<p>Trust grows from small promises kept.</p>",
                "<p>You choose the pace.</p>",
            ],
        }

    def page_heading(self, value):
        return BlockHeading(value.get("heading") or "", None, is_listed=False)


class Tone(TextChoices):
    NOTE = "note", "Note"
    TIP = "tip", "Tip"
    CAUTION = "caution", "Caution"


class CalloutBlock(blocks.StructBlock):
    """A boxed aside."""

    tone = blocks.ChoiceBlock(choices=Tone.choices, default=Tone.NOTE, search_index=False)
    heading = blocks.CharBlock(required=False, max_length=80)
    text = blocks.RichTextBlock(features=ANSWER)

    class Meta:
        icon = "info-circle"
        group = GROUP
        label_format = "{tone}: {heading}"
        template = "core/blocks/callout.html"
        description = "A short aside: a note, a tip, or a caution"
        preview_value = {
            "tone": "tip",
            "heading": "Before you go on",
            "text": "<p>Read this part with a cup of tea, not in bed.</p>",
        }

    def page_heading(self, value):
        return BlockHeading(value.get("heading") or "", None, is_listed=False)


class UrgentHelpBlock(blocks.StructBlock):
    """The crisis lines of the site settings, with a heading and perhaps a sentence of its own."""

    heading = blocks.CharBlock(default="If you need help now", max_length=80)
    text = blocks.RichTextBlock(
        features=INLINE, required=False, help_text="One sentence for this article. The lines come from the settings."
    )

    class Meta:
        icon = "warning"
        group = GROUP
        label = "Urgent help"
        template = "core/blocks/urgent_help.html"
        description = "The crisis lines, always as they stand in Settings → Crisis support"
        preview_value = {
            "heading": "If you need help now",
            "text": "<p>You do not have to be in danger to call.</p>",
        }

    def page_heading(self, value):
        return BlockHeading(value.get("heading") or "", None, is_listed=False)


class StatisticBlock(blocks.StructBlock):
    """A figure, what it means, and where it is from."""

    figure = blocks.CharBlock(max_length=40, help_text="For example: 1 in 4")
    meaning = blocks.TextBlock(rows=2, help_text="What the figure says, in one sentence.")
    source_title, source_url, year = source_fields()

    class Meta:
        icon = "order"
        group = GROUP
        label_format = "{figure} {meaning}"
        template = "core/blocks/statistic.html"
        description = "A number with its meaning and its source"
        preview_value = {
            "figure": "1 in 6",
            "meaning": "adults in England had a common mental health condition in any given week.",
            "source_title": "Adult Psychiatric Morbidity Survey 2014",
            "source_url": "https://digital.nhs.uk/data-and-information/publications/statistical/"
            "adult-psychiatric-morbidity-survey",
            "year": 2016,
        }
