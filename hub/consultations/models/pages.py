"""The page on which somebody asks for help."""

from django.db import models
from django.http import Http404
from django.utils.functional import cached_property
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail.models import Page

from hub.consultations.blocks import NextStepBlock, ServiceBlock
from hub.consultations.promises import consent_text, promises
from hub.core.blocks.features import ANSWER, INLINE
from hub.core.fields import BodyField
from hub.core.models import BodyPage, Practice
from hub.core.prefetching import visible
from hub.core.querysets import only_published

from .settings import ConsultationSettings

PERSON = "blog.PersonPage"


class ConsultationPage(RoutablePageMixin, BodyPage):
    """Crisis lines, a short form, what happens next. Editors choose the words and the fields, not the promises."""

    takes_requests = models.BooleanField(
        default=True,
        help_text="Untick to close the form for a while. The page then shows how else you can be reached.",
    )
    closed_note = RichTextField(
        blank=True, features=INLINE, help_text="Shown instead of the form while it is closed: until when, and why."
    )
    readers = models.CharField(
        "who reads requests",
        max_length=160,
        blank=True,
        help_text="Completes the promise “Only … can read it”. For example: our administrator and the therapist you "
        "are offered. Left empty: the team of the practice.",
    )
    asks_times = models.BooleanField("ask for good times", default=True)
    asks_subject = models.BooleanField("ask for a service or person", default=True)
    asks_message = models.BooleanField("offer room for a message", default=True)
    message_hint = models.CharField(
        max_length=240,
        default="A sentence is plenty. Please leave out medical details: there is time for them when we speak.",
        help_text="Shown with the message. It should ask people not to write medical details.",
    )
    services = BodyField(
        [("service", ServiceBlock())], blank=True, help_text="What a reader can choose. None: the question is left out."
    )
    people = BodyField(
        [("person", blocks.PageChooserBlock(page_type=PERSON))],
        blank=True,
        help_text="Who can be asked for. Coming from somebody's page, a reader finds them chosen already.",
    )
    consent_wording = models.TextField(
        max_length=400,
        default="I agree that you keep what I have written here and use it to contact me about this request.",
        help_text="What people agree to. The promises are printed below it, and every wording is kept as a version.",
    )
    button_label = models.CharField(max_length=40, default="Send my request")
    next_steps = BodyField(
        [("step", NextStepBlock())],
        blank=True,
        max_num=6,
        verbose_name="what happens next",
        help_text="Shown below the form, and again once a request has been sent.",
    )
    thanks = RichTextField(blank=True, features=ANSWER, help_text="A few words of your own on the confirmation page.")

    content_panels = [
        *BodyPage.content_panels[:-1],
        HelpPanel(
            "<p>The crisis lines stand above the form, the promises below it. How soon you answer and how long you "
            "keep a request is set in <strong>Settings → Requests for help</strong>; the page says what is set "
            "there.</p>",
            heading="What is there already",
        ),
        MultiFieldPanel([FieldPanel("takes_requests"), FieldPanel("closed_note")], heading="Open or closed"),
        MultiFieldPanel(
            [
                *(FieldPanel(name) for name in ("asks_times", "asks_subject", "asks_message", "message_hint")),
                *(FieldPanel(name) for name in ("services", "people", "consent_wording", "button_label")),
            ],
            heading="The form",
        ),
        MultiFieldPanel(
            [FieldPanel("readers"), FieldPanel("next_steps"), FieldPanel("thanks")], heading="What happens next"
        ),
        FieldPanel("body", heading="Below the form", help_text="Prices, other ways to reach you, how to find you."),
    ]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types: list[str] = []
    allowed_http_methods = ["GET", "HEAD", "POST", "OPTIONS"]
    #: Links to this page say which page they stand on.
    asks_where_from = True
    page_kinds = ("ContactPage",)
    introduces_practice = True

    class Meta:
        verbose_name = "consultation page"

    @path("")
    def index_route(self, request, *args, **kwargs):
        from hub.consultations.serving import show_form

        return self._unless_expired(show_form, request)

    @path("received/<slug:receipt>/", name="received")
    def received(self, request, receipt):
        from hub.consultations.serving import show_receipt

        return self._unless_expired(show_receipt, request, receipt)

    def _unless_expired(self, view, request, *args):
        if self.is_expired and not getattr(request, "is_preview", False):
            raise Http404("The page has expired.")
        return view(self, request, *args)

    def settings_for(self, request) -> ConsultationSettings:
        return ConsultationSettings.for_request(request)

    def promises(self, request) -> list[str]:
        return promises(self.settings_for(request), Practice.for_request(request).display_name, self.readers)

    def consent_text(self, request) -> str:
        """What is agreed to, word for word."""
        return consent_text(self.consent_wording, self.promises(request))

    def optional_fields(self) -> dict[str, bool]:
        """The fields an editor may leave out, and whether they are asked for."""
        return {
            "times": self.asks_times,
            "subject": self.asks_subject and bool(self.subject_choices()[1:]),
            "message": self.asks_message,
        }

    @cached_property
    def _shown_people(self) -> list[Page]:
        keys = [child["value"] for child in self.people.raw_data if child["value"]]
        found = visible(PERSON, keys)
        return [found[key] for key in dict.fromkeys(keys) if key in found]

    def subject_choices(self) -> list:
        """What the form offers, grouped: values are "service:<id>" and "person:<primary key>"."""
        services = [(f"service:{child.id}", child.value.get("name") or "") for child in self.services if child.value]
        people = [(f"person:{person.pk}", person.title) for person in self._shown_people]
        groups = [("", "I don’t mind, or I’m not sure")]
        if services:
            groups.append(("What it is about", services))
        if people:
            groups.append(("Somebody I would like to speak to", people))
        return groups

    def subject_label(self, value: str) -> str:
        """Return a choice in words; "" for none."""
        offered = {value: label for _, group in self.subject_choices()[1:] for value, label in group}
        return offered.get(value, "")

    def subject_for(self, origin: Page | None) -> str:
        """Return the choice that somebody who comes from ``origin`` finds made: a person, else a service, else ""."""
        if origin is None:
            return ""
        if origin.pk in {person.pk for person in self._shown_people}:
            return f"person:{origin.pk}"
        about = origin.specific.concerns()
        for child in self.services:
            if child.value and {page.pk for page in child.value.get("pages") or [] if page} & set(about):
                return f"service:{child.id}"
        return ""

    def origin(self, value: str) -> Page | None:
        """Return the published page whose primary key ``value`` is, if it is one."""
        if not (value.isascii() and value.isdecimal() and len(value) < 10):
            return None
        return only_published(Page.objects.filter(pk=int(value), depth__gt=1).exclude(pk=self.pk)).first()
