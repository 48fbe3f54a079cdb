"""What an editor composes a consultation page of."""

from wagtail import blocks

from hub.core.blocks.features import ANSWER


class ServiceBlock(blocks.StructBlock):
    """Something the practice offers. Coming from one of its pages, a reader finds it chosen already."""

    name = blocks.CharBlock(max_length=80, help_text="As a reader would say it: Help with anxiety or panic.")
    pages = blocks.ListBlock(
        blocks.PageChooserBlock(),
        min_num=0,
        max_num=12,
        default=[],
        help_text="Topics or articles about it. Somebody who comes from one of them finds the service chosen.",
    )

    class Meta:
        icon = "list-ul"
        label_format = "{name}"


class NextStepBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=80)
    text = blocks.RichTextBlock(features=ANSWER)

    class Meta:
        icon = "list-ol"
        label_format = "{title}"
