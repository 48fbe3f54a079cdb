"""What a practice promises about requests, and who is told of one."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, validate_email
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

SATURDAY = 5


@register_setting(icon="mail", order=120)
class ConsultationSettings(BaseSiteSetting):
    """The promises the page makes are read from here, so that page and practice can't disagree."""

    answer_within_days = models.PositiveSmallIntegerField(
        "answer within (working days)",
        default=2,
        validators=[MinValueValidator(1), MaxValueValidator(20)],
        help_text="Promised on the page. A request that has waited longer is marked at the desk.",
    )
    keep_days = models.PositiveSmallIntegerField(
        "erase after (days)",
        default=90,
        validators=[MinValueValidator(7), MaxValueValidator(365)],
        help_text="Promised on the page, and counted from the day a request came in. A longer time holds for new "
        "requests only; a shorter one for all.",
    )
    keep_booked_days = models.PositiveSmallIntegerField(
        "erase booked ones after (days)",
        default=180,
        validators=[MinValueValidator(7), MaxValueValidator(730)],
        help_text="For requests that led to an appointment. What you need longer belongs in the client's own record.",
    )
    notice_addresses = models.TextField(
        "tell these addresses",
        blank=True,
        help_text="One e-mail address a line. They are told that a request has come in, with its reference and "
        "nothing else. Left empty, the practice's own address is told.",
    )
    asks_for_proof = models.BooleanField(
        "ask browsers for a small calculation",
        default=False,
        help_text="Costs a telephone about a second and a sender of unwanted mail a great deal. Readers without "
        "script can still send: a second request of theirs on one day is kept apart until you have looked at it.",
    )

    panels = [
        FieldPanel("answer_within_days"),
        MultiFieldPanel(
            [FieldPanel("keep_days"), FieldPanel("keep_booked_days")], heading="How long requests are kept"
        ),
        FieldPanel("notice_addresses"),
        FieldPanel("asks_for_proof"),
    ]

    class Meta:
        verbose_name = "requests for help"

    def clean(self):
        for line in self.told:
            try:
                validate_email(line)
            except ValidationError as error:
                raise ValidationError({"notice_addresses": f"“{line}” is not an e-mail address."}) from error
        if self.keep_days and self.keep_booked_days and self.keep_booked_days < self.keep_days:
            raise ValidationError({"keep_booked_days": "Booked requests can't be erased before the others."})

    @property
    def told(self) -> list[str]:
        """The addresses told of a new request, each once."""
        lines = (line.strip() for line in self.notice_addresses.splitlines())
        return list(dict.fromkeys(line for line in lines if line))

    def answer_by(self, received: dt.datetime) -> dt.datetime:
        """Return when a request received then should have been answered: the same hour, so many working days later."""
        day, left = received, self.answer_within_days
        while left:
            day += dt.timedelta(days=1)
            left -= day.weekday() < SATURDAY
        return day
