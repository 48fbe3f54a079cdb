"""Invitations written once and placed in many articles."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin
from wagtail.search import index

from hub.core.blocks.action import ButtonBlock
from hub.core.blocks.features import INLINE
from hub.core.fields import BodyField


class Invitation(PreviewableMixin, DraftStateMixin, RevisionMixin, index.Indexed, models.Model):
    """A call to action that many articles share: changed once, changed everywhere."""

    name = models.CharField(max_length=80, help_text="How you find it in the list. Readers don't see it.")
    heading = models.CharField(max_length=120, blank=True, help_text="What the reader is invited to do.")
    text = RichTextField(features=INLINE, blank=True, help_text="One or two sentences.")
    buttons = BodyField(
        [("button", ButtonBlock())], blank=True, max_num=2, help_text="One button, or two where there is a real choice."
    )

    panels = [FieldPanel("name"), FieldPanel("heading"), FieldPanel("text"), FieldPanel("buttons")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.SearchField("heading")]

    class Meta:
        ordering = ["name"]
        verbose_name = "shared invitation"

    def __str__(self):
        return self.name

    def get_preview_template(self, request, mode_name):
        return "core/invitation_preview.html"
