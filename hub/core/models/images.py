"""The image library's model, ours from day one because it can't be changed later."""

from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class HubImage(AbstractImage):
    """A picture, with who is to be credited for it."""

    credit = models.CharField(
        max_length=120, blank=True, help_text="Who made the picture, if they are to be named beside it."
    )

    admin_form_fields = (*Image.admin_form_fields, "credit")

    def get_renditions(self, *filters):
        """Return the renditions by filter, each size of a format once.

        A small picture is not enlarged, so that several filters give the same, and HTML names no width twice.
        """
        found = super().get_renditions(*filters)
        first: dict[tuple, str] = {}
        for spec, rendition in found.items():
            first.setdefault((rendition.file.name.rpartition(".")[2], rendition.width, rendition.height), spec)
        return {spec: found[spec] for spec in first.values()}

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
