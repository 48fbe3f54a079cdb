"""Pictures and films."""

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from .features import ANSWER

GROUP = "Media"


class CaptionedImageBlock(blocks.StructBlock):
    """A picture with its words. Alternative text is asked for, or the picture is said to be decorative."""

    image = ImageBlock()
    caption = blocks.CharBlock(required=False, max_length=250)
    credit = blocks.CharBlock(required=False, max_length=120, help_text="Who made it, if they are to be named.")

    class Meta:
        icon = "image"
        group = GROUP
        label = "Picture"
        label_format = "{caption}"
        template = "core/blocks/image.html"
        description = "A picture with caption and credit"
        preview_value = {
            "image": None,
            "caption": "Two chairs at a window, an hour before dusk.",
            "credit": "The practice",
        }


class VideoBlock(blocks.StructBlock):
    """A film. Nothing is loaded from anywhere until the reader follows the link or presses play."""

    title = blocks.CharBlock(max_length=150)
    url = blocks.URLBlock(required=False, label="Address", help_text="Where the film is to be seen, e.g. on YouTube.")
    file = DocumentChooserBlock(required=False, help_text="Or a film of your own from the document library (.mp4).")
    poster = ImageChooserBlock(required=False, help_text="A still picture shown before it plays.")
    description = blocks.CharBlock(required=False, max_length=300, help_text="What it shows and how long it is.")
    transcript = blocks.RichTextBlock(
        features=ANSWER, required=False, help_text="What is said, for those who can't listen."
    )

    class Meta:
        icon = "media"
        group = GROUP
        label = "Video"
        label_format = "{title}"
        template = "core/blocks/video.html"
        description = "A link to a film that loads nothing from elsewhere"
        form_layout = blocks.BlockGroup(
            children=["title", "url", "description", "transcript"], settings=["file", "poster"]
        )
        preview_value = {
            "title": "Breathing out slowly",
            "url": "https://www.example.org/breathing",
            "file": None,
            "poster": None,
            "description": "Three minutes, spoken calmly, with captions.",
            "transcript": "<p>Sit as you are. Let the breath go out for longer than it comes in.</p>",
        }
