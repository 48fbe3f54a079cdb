"""Whom to tell of a weakness of the site."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from hub.discovery import security_txt
from hub.discovery.panels import WarningsPanel

LINKS = ("policy", "encryption", "acknowledgments", "hiring")


@register_setting(icon="key", order=140)
class SecurityContact(BaseSiteSetting):
    """What /.well-known/security.txt says (RFC 9116). Nobody named: there is no such file."""

    contacts = models.TextField(
        "whom to tell",
        blank=True,
        help_text="One a line, the best one first: an e-mail address, a page that starts https://, or a telephone "
        "number with its country’s code. Left empty, the site has no security.txt.",
    )
    expires_on = models.DateField(
        "look through again by",
        null=True,
        blank=True,
        help_text="Until the end of this day the details can be relied on; at most a year ahead. You are reminded "
        f"{security_txt.WARN_DAYS} days before.",
    )
    languages = models.CharField(
        max_length=80, blank=True, default="en", help_text="What reports may be written in: en, cy, pl."
    )
    policy = models.URLField(
        "how reports are handled", blank=True, help_text="A page that says what you ask of those who report."
    )
    encryption = models.URLField("key for encrypted mail", blank=True, help_text="Where your public key lies.")
    acknowledgments = models.URLField(
        "thanks", blank=True, help_text="A page that thanks those who have reported something."
    )
    hiring = models.URLField("vacancies", blank=True, help_text="A page of vacancies in security.")

    panels = [
        WarningsPanel("security"),
        MultiFieldPanel([FieldPanel("contacts"), FieldPanel("expires_on")], heading="Contact"),
        FieldPanel("languages"),
        MultiFieldPanel([FieldPanel(name) for name in LINKS], heading="Further addresses"),
    ]

    class Meta:
        verbose_name = "security contact"

    def clean(self):
        super().clean()
        errors = {}
        try:
            addresses = self.addresses
        except ValueError as error:
            addresses, errors["contacts"] = ["?"], str(error)
        try:
            security_txt.languages(self.languages)
        except ValueError as error:
            errors["languages"] = str(error)
        if fault := self._fault_of_date(bool(addresses)):
            errors["expires_on"] = fault
        for name in LINKS:
            if getattr(self, name) and not security_txt.is_secure_address(getattr(self, name)):
                errors[name] = "The address has to start https://, in plain characters."
        if errors:
            raise ValidationError(errors)

    def _fault_of_date(self, is_needed: bool) -> str:
        today = timezone.localdate()
        if self.expires_on is None:
            return "Say until when this can be relied on." if is_needed else ""
        # A day that has passed meanwhile must not keep somebody from saving with the contacts taken out.
        if self.expires_on < today:
            return "This day has passed." if is_needed else ""
        return "At most a year ahead." if self.expires_on > today + dt.timedelta(days=security_txt.MOST_DAYS) else ""

    @property
    def addresses(self) -> list[str]:
        """The contacts as URIs, each once. Raises: ValueError: one is none."""
        lines = (line.strip() for line in self.contacts.splitlines())
        return list(dict.fromkeys(security_txt.contact(line) for line in lines if line))

    @property
    def expires(self) -> dt.datetime | None:
        """The end of the day, in the site's zone."""
        return (
            timezone.make_aware(dt.datetime.combine(self.expires_on, dt.time(23, 59, 59))) if self.expires_on else None
        )

    @property
    def is_published(self) -> bool:
        return bool(self.contacts.strip() and self.expires_on)

    def days_left(self) -> int | None:
        """How many days the file can still be relied on, 0 on the last; below 0 it has expired. None: no file."""
        return (self.expires_on - timezone.localdate()).days if self.is_published else None
