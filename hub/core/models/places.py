"""A place people can write to, call and come to: the practice itself, and each of its locations."""

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from hub.core.blocks.site import OpeningHoursBlock
from hub.core.fields import BodyField
from hub.core.seo.business import Address, Hours


class Place(models.Model):
    """Address, telephone, hours and area. What is entered here is printed, and search engines are told the same."""

    telephone = models.CharField(max_length=40, blank=True)
    email = models.EmailField("e-mail", blank=True)
    street = models.CharField(max_length=120, blank=True)
    locality = models.CharField("town", max_length=80, blank=True)
    region = models.CharField("county or state", max_length=80, blank=True)
    postcode = models.CharField(max_length=20, blank=True)
    country = models.CharField(max_length=60, blank=True)
    area_served = models.CharField(
        max_length=240,
        blank=True,
        help_text="Where the people you see live, separated by commas: Sampleton, Northshire. Printed in the footer.",
    )
    opening_hours = BodyField(
        [("hours", OpeningHoursBlock())], blank=True, help_text="One line for each run of days with the same hours."
    )

    address_panel = MultiFieldPanel(
        [FieldPanel(field) for field in ("street", "locality", "region", "postcode", "country")], heading="Address"
    )

    class Meta:
        abstract = True

    @property
    def address_lines(self) -> list[str]:
        """The postal address as it is written on an envelope, without empty lines."""
        town = " ".join(part for part in (self.locality, self.postcode) if part)
        return [line for line in (self.street, town, self.region, self.country) if line]

    @property
    def postal_address(self) -> Address:
        return Address(self.street, self.locality, self.region, self.postcode, self.country)

    @property
    def areas(self) -> tuple[str, ...]:
        """The places served, one by one."""
        return tuple(area for part in self.area_served.split(",") if (area := part.strip()))

    @property
    def hours(self) -> tuple[Hours, ...]:
        """The opening hours as values; rows that say no times and are not closed ("by appointment") are left out."""
        rows = [row.value for row in self.opening_hours if row.value]
        return tuple(
            Hours(row.run, row.get("opens"), row.get("closes"))
            for row in rows
            if row.run
            and bool(row.get("opens")) == bool(row.get("closes"))
            and (row.get("opens") or not row.get("note"))
        )
