"""Forms of the image library."""

from django.conf import settings
from django.core.exceptions import ValidationError
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from hub.core.pictures import UnreadablePicture, clean_copy


class CleanImageField(WagtailImageField):
    """Wagtail's field, given a copy of the upload that is decoded in full and carries no place, camera or person."""

    def to_python(self, data):
        # Checked before Wagtail decodes it: counting the frames of a truncated file raises there.
        if data and hasattr(data, "read"):
            self.check_image_file_size(data)
            content = data.read()
            data.seek(0)
            try:
                copy = clean_copy(content, data.name, settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS)
            except UnreadablePicture as error:
                raise ValidationError(str(error), code="unreadable_picture") from error
            data.file = copy.file
            data.size = copy.size
        return super().to_python(data)


class HubImageForm(BaseImageForm):
    """The image form whose file is cleaned on upload."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            field.__class__ = CleanImageField
