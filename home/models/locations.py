"""A place the practice works from: where it is, when it is open, how to get there."""

from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from hub.core import structured_data
from hub.core.blocks.features import ANSWER
from hub.core.models import BodyPage, Practice
from hub.core.models.places import Place
from hub.core.reading import plain
from hub.core.seo import business, graph

#: The picture as the page shows it in its largest size.
PHOTO = "format-jpeg|fill-1200x800"


class LocationPage(Place, BodyPage):
    """One place, with its own address, telephone and hours: what somebody who searches nearby wants to know.

    Left empty, telephone and hours are the practice's. What is printed is what search engines are told.
    """

    photo = models.ForeignKey(
        "core.HubImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="photograph",
        help_text="The door as one sees it from the street helps most. Without one the page gets artwork of its own.",
    )
    photo_alt = models.CharField("alternative text", max_length=250, blank=True, help_text="What the photograph shows.")
    directions = RichTextField(
        "how to find us", features=ANSWER, blank=True, help_text="Bus, parking, steps, which bell to ring."
    )
    latitude = models.FloatField(
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text="In degrees, for example 51.50735. Maps give both when you choose “What’s here?”.",
    )
    longitude = models.FloatField(null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)])

    content_panels = [
        *BodyPage.content_panels[:-1],
        Place.address_panel,
        MultiFieldPanel([FieldPanel("telephone"), FieldPanel("email")], heading="Contact"),
        FieldPanel("opening_hours"),
        FieldPanel("area_served", help_text="Where the people you see here live, separated by commas."),
        FieldPanel("directions"),
        MultiFieldPanel([FieldPanel("photo"), FieldPanel("photo_alt")], heading="Photograph"),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")], heading="On the map"),
        FieldPanel("body", heading="More about the place"),
    ]
    search_fields = [
        *BodyPage.search_fields,
        index.SearchField("street"),
        index.SearchField("locality"),
        index.SearchField("directions"),
    ]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "location"

    def clean(self):
        super().clean()
        errors = {}
        if not self.is_deferred_validation:
            if not self.street:
                errors["street"] = "A place people come to needs its street and number."
            if not self.locality:
                errors["locality"] = "A place people come to needs its town."
            if self.photo_id and not self.photo_alt:
                errors["photo_alt"] = "Describe the photograph."
        if (self.latitude is None) != (self.longitude is None):
            missing = "latitude" if self.latitude is None else "longitude"
            errors[missing] = "A point on the map has both."
        if errors:
            raise ValidationError({field: ValidationError(text) for field, text in errors.items()})

    def first_words(self):
        yield from super().first_words()
        yield ", ".join(self.address_lines)

    def search_lines(self):
        return [self.standfirst, ", ".join(self.address_lines), self.area_served, plain(self.directions)]

    @property
    def map_url(self) -> str:
        """The place on a map, as a link; "" where nobody has entered the point."""
        if self.latitude is None or self.longitude is None:
            return ""
        point = urlencode({"mlat": self.latitude, "mlon": self.longitude})
        return f"https://www.openstreetmap.org/?{point}#map=18/{self.latitude}/{self.longitude}"

    def pictures(self):
        return [self.photo]

    def picture(self, request):
        shown = self.photo and self.photo.get_rendition("fill-1200x630|format-jpeg")
        if not shown:
            return super().picture(request)
        return structured_data.shared(request, shown, self.photo_alt or self.title)

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {"place": self.at(Practice.for_request(request))}

    def at(self, practice) -> dict:
        """Return what the page prints: its own telephone, e-mail and hours, else the practice's."""
        own = self if self.opening_hours else practice
        return {
            "telephone": self.telephone or practice.telephone,
            "email": self.email or practice.email,
            "opening_hours": own.opening_hours,
            "hours": own.hours,
        }

    def graph_properties(self, frame):
        return super().graph_properties(frame) | {"about": graph.reference(f"{frame.url}#place")}

    def graph_nodes(self, frame):
        practice = Practice.for_request(frame.request)
        printed = self.at(practice)
        photo = frame.picture_of(self.photo, PHOTO)
        here = business.Business(
            name=self.title,
            url=frame.url,
            kind=practice.kind,
            telephone=printed["telephone"],
            email=printed["email"],
            address=self.postal_address,
            hours=printed["hours"],
            area_served=self.areas,
            latitude=self.latitude,
            longitude=self.longitude,
            map_url=self.map_url,
            image=photo.url if photo else frame.shared_picture,
        )
        return [business.place(here, frame.home)]
