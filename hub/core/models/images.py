"""The image library's model, ours from day one because it can't be changed later."""

from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class HubImage(AbstractImage):
    """A picture, with who is to be credited for it."""

    credit = models.CharField(
        max_length=120, blank=True, help_text="Who made the picture, if they are to be named beside it."
    )

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = "image"
        verbose_name_plural = "images"


class HubRendition(AbstractRendition):
    """A picture in one size and format."""

    image = models.ForeignKey(HubImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("image", "filter_spec", "focal_point_key"), name="unique_rendition")
        ]
