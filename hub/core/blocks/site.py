"""Rows of the site-wide settings."""

from datetime import time

from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from hub.core.seo.business import DAYS, days_between


class OpeningHoursValue(blocks.StructValue):
    """Opening hours in words, as the page prints them."""

    @property
    def run(self) -> tuple[str, ...]:
        """The days, by their English names."""
        return days_between(self.get("first_day") or "", self.get("last_day") or "")

    @property
    def days(self) -> str:
        """The days in words: "Monday to Friday", "Saturday and Sunday"."""
        run = self.run
        if len(run) < 2:
            return "".join(run)
        return f"{run[0]} {'and' if len(run) == 2 else 'to'} {run[-1]}"

    @property
    def hours(self) -> str:
        """The times in words, with the note: "9 am to 5:30 pm (by telephone)", "Closed"."""
        opens, closes, note = (self.get(name) for name in ("opens", "closes", "note"))
        if opens and closes:
            return f"{clock(opens)} to {clock(closes)}" + (f" ({note})" if note else "")
        return note or "Closed"


def clock(moment: time) -> str:
    """Return a time of day as it is said: "9 am", "5:30 pm", "noon"."""
    if (moment.hour, moment.minute) in {(0, 0), (12, 0)}:
        return "noon" if moment.hour else "midnight"
    minutes = f":{moment.minute:02}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes} {'pm' if moment.hour >= 12 else 'am'}"


class OpeningHoursBlock(blocks.StructBlock):
    """The hours of a run of days. Times are times, so that search engines and readers are told the same."""

    first_day = blocks.ChoiceBlock(choices=[(day, day) for day in DAYS], label="From")
    last_day = blocks.ChoiceBlock(
        choices=[(day, day) for day in DAYS], required=False, label="To", help_text="Leave empty for one day."
    )
    opens = blocks.TimeBlock(required=False, help_text="Leave both times empty where you are closed.")
    closes = blocks.TimeBlock(required=False)
    note = blocks.CharBlock(
        required=False, max_length=60, help_text="For example: by telephone. Without times: by appointment."
    )

    class Meta:
        icon = "time"
        label_format = "{first_day} {last_day} {opens} {closes}"
        value_class = OpeningHoursValue

    def clean(self, value):
        value = super().clean(value)
        opens, closes = value.get("opens"), value.get("closes")
        errors = {}
        if bool(opens) != bool(closes):
            errors["closes" if opens else "opens"] = ValidationError("Give both times, or neither.")
        elif opens and closes <= opens:
            errors["closes"] = ValidationError("This is before it opens.")
        if errors:
            raise StructBlockValidationError(errors)
        return value


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
