"""Pictures and films."""

from wagtail import blocks
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
    """A film somewhere else: a link, so that nothing is loaded from there until the reader follows it."""

    title = blocks.CharBlock(max_length=150)
    url = blocks.URLBlock(label="Address", help_text="Where the film is to be seen, e.g. on YouTube.")
    poster = ImageChooserBlock(required=False, help_text="A still picture shown before it plays.")
    description = blocks.CharBlock(required=False, max_length=300, help_text="What it shows and how long it is.")
    published_on = blocks.DateBlock(
        required=False,
        label="Published",
        help_text="The day the film appeared there. With it and a still picture, search engines can show the film.",
    )
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
            children=["title", "url", "description", "transcript"], settings=["poster", "published_on"]
        )
        preview_value = {
            "title": "Breathing out slowly",
            "url": "https://www.example.org/breathing",
            "poster": None,
            "published_on": None,
            "description": "Three minutes, spoken calmly, with captions.",
            "transcript": "<p>Sit as you are. Let the breath go out for longer than it comes in.</p>",
        }
