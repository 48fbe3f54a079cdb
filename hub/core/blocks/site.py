"""Rows of the site-wide settings."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError


class OpeningHoursBlock(blocks.StructBlock):
    days = blocks.CharBlock(max_length=60, help_text="For example: Monday to Thursday")
    hours = blocks.CharBlock(max_length=60, help_text="For example: 9 am to 7 pm, or Closed")

    class Meta:
        icon = "time"
        label_format = "{days}: {hours}"


class ProfileBlock(blocks.StructBlock):
    name = blocks.CharBlock(max_length=40, help_text="For example: Mastodon")
    url = blocks.URLBlock(label="Address")

    class Meta:
        icon = "link"
        label_format = "{name}"


class CrisisLineBlock(blocks.StructBlock):
    """A help line as it gives itself out, with the day somebody last made sure of it."""

    region = blocks.CharBlock(max_length=60, help_text="For example: UK and Ireland")
    name = blocks.CharBlock(max_length=80)
    number = blocks.CharBlock(max_length=40, required=False, help_text="As it is dialled.")
    text_number = blocks.CharBlock(max_length=40, required=False, help_text="For text messages, if there is one.")
    text_keyword = blocks.CharBlock(max_length=20, required=False, help_text="What to text, for example SHOUT.")
    hours = blocks.CharBlock(max_length=80, required=False, help_text="For example: day and night, free")
    url = blocks.URLBlock(required=False, label="Address")
    checked_on = blocks.DateBlock(required=False, help_text="When the details were last checked.")

    class Meta:
        icon = "warning"
        label_format = "{region}: {name} {number}"

    def clean(self, value):
        value = super().clean(value)
        errors = {}
        if not (value.get("number") or value.get("text_number") or value.get("url")):
            errors["number"] = ValidationError("Give a number to call, a number to text, or an address.")
        if value.get("checked_on") and value["checked_on"] > timezone.localdate():
            errors["checked_on"] = ValidationError("This day is yet to come.")
        if errors:
            raise StructBlockValidationError(errors)
        return value
