"""What the reader can do next."""

from types import SimpleNamespace

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.snippets.blocks import SnippetChooserBlock

from hub.core.addresses import from_page, href
from hub.core.prefetching import PAGE, known, visible

from .base import BlockHeading
from .features import INLINE

GROUP = "Action"


class KnownPageBlock(blocks.PageChooserBlock):
    """A choice of a page that asks the database only for what the page it stands on has not asked already."""

    def bulk_to_python(self, values):
        pages = known(PAGE, filter(None, values))
        return super().bulk_to_python(values) if pages is None else [pages.get(value) for value in values]


class ButtonBlock(blocks.StructBlock):
    """A link that looks like a button. With neither page nor address it leads to the consultation page."""

    label = blocks.CharBlock(max_length=60, help_text="Say what happens: Arrange a first conversation.")
    page = KnownPageBlock(required=False, help_text="A page of this site …")
    address = blocks.CharBlock(
        required=False,
        max_length=300,
        help_text="… or a web address, telephone number or e-mail address. Leave both empty for the consultation "
        "page named in Settings → Practice.",
    )

    class Meta:
        icon = "link"
        group = GROUP
        label_format = "{label}"
        template = "core/blocks/button.html"
        description = "A link to a page, address, telephone or e-mail"
        preview_value = {"label": "Arrange a first conversation", "page": None, "address": ""}

    def clean(self, value):
        value = super().clean(value)
        if value.get("page") and value.get("address"):
            raise StructBlockValidationError(
                {"address": ValidationError("Choose a page or enter an address, not both.")}
            )
        if value.get("address"):
            try:
                href(value["address"])
            except ValueError as error:
                raise StructBlockValidationError({"address": ValidationError(str(error))}) from error
        return value

    def shown_pages(self, value):
        return PAGE, [value["page"].pk] if value.get("page") else []

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        context["href"] = self._href(value, (parent_context or {}).get("page"))
        return context

    @staticmethod
    def _href(value, standing_on=None) -> str:
        """Return where the button leads, "" for the consultation page, None where its page can't be seen."""
        if value.get("page"):
            page = visible(PAGE, [value["page"].pk]).get(value["page"].pk)
            asks = page and getattr(page.specific_class, "asks_where_from", False)
            return from_page(page.url, standing_on if asks else None) if page else None
        try:
            return href(value.get("address") or "") if value.get("address") else ""
        except ValueError:
            # A draft may hold an address that would not pass; the preview shows the button without it.
            return None


class InvitationBlock(blocks.StructBlock):
    """A call to action written in place."""

    heading = blocks.CharBlock(required=False, max_length=120, help_text="What the reader is invited to do.")
    text = blocks.RichTextBlock(features=INLINE, required=False, help_text="One or two sentences.")
    buttons = blocks.ListBlock(ButtonBlock(), min_num=1, max_num=2)

    class Meta:
        icon = "pick"
        group = GROUP
        label = "Invitation"
        label_format = "{heading}"
        template = "core/blocks/invitation.html"
        description = "A call to action with one button, or two"
        preview_value = {
            "heading": "Talk it over with somebody",
            "text": "<p>A first conversation takes twenty minutes and commits you to nothing.</p>",
            "buttons": [
                {"label": "Arrange a first conversation", "page": None, "address": ""},
                {"label": "Call 01632 960 123", "page": None, "address": "01632 960 123"},
            ],
        }

    def page_heading(self, value):
        return BlockHeading(value.get("heading") or "", 2, is_listed=False)

    def shown_pages(self, value):
        return PAGE, [button["page"].pk for button in value.get("buttons") or [] if button.get("page")]


class SharedInvitationBlock(SnippetChooserBlock):
    """An invitation kept in one place and shown in many."""

    def __init__(self, **kwargs):
        super().__init__("core.Invitation", **kwargs)

    class Meta:
        icon = "pick"
        group = GROUP
        label = "Shared invitation"
        template = "core/blocks/shared_invitation.html"
        description = "An invitation written once under Snippets and placed in many articles"

    def page_heading(self, value):
        return BlockHeading(value.heading, 2, is_listed=False)

    def shown_pages(self, value):
        # As they are stored: what is asked here is known when the buttons are shown.
        return PAGE, [child["value"]["page"] for child in value.buttons.raw_data if child["value"].get("page")]

    def get_preview_value(self):
        buttons = blocks.ListBlock(ButtonBlock())
        return SimpleNamespace(
            pk=None,
            live=True,
            heading="Talk it over with somebody",
            text="<p>A first conversation takes twenty minutes and commits you to nothing.</p>",
            buttons=buttons.to_python([{"label": "Arrange a first conversation", "page": None, "address": ""}]),
        )


class PersonCardBlock(blocks.StructBlock):
    """Somebody of the practice, introduced in a few words."""

    person = blocks.PageChooserBlock(page_type="blog.PersonPage")
    note = blocks.CharBlock(required=False, max_length=240, help_text="Why they are named here.")

    class Meta:
        icon = "user"
        group = GROUP
        label = "Person"
        label_format = "{note}"
        template = "core/blocks/person_card.html"
        description = "Introduces somebody of the practice"
        preview_value = {"person": None, "note": "Works with couples on Tuesdays and Fridays."}

    def shown_pages(self, value):
        return "blog.PersonPage", [page.pk for page in [value.get("person")] if page]

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        model, keys = self.shown_pages(value)
        context["person"] = next(iter(visible(model, keys).values()), None)
        return context

    def get_preview_context(self, value, parent_context=None):
        context = super().get_preview_context(value, parent_context)
        context["example"] = {"title": "Somebody of the practice", "role": "Therapist"}
        return context


class RelatedArticlesBlock(blocks.StructBlock):
    """Articles worth reading next, chosen by hand. What can't be seen by visitors is left out."""

    heading = blocks.CharBlock(default="Read next", max_length=120)
    articles = blocks.ListBlock(blocks.PageChooserBlock(page_type="blog.ArticlePage"), min_num=1, max_num=4)

    class Meta:
        icon = "doc-full"
        group = GROUP
        label = "Related articles"
        label_format = "{heading}"
        template = "core/blocks/related_articles.html"
        description = "Up to four articles to read next"
        preview_value = {"heading": "Read next", "articles": []}

    def page_heading(self, value):
        return BlockHeading(value.get("heading") or "", 2, is_listed=False)

    def shown_pages(self, value):
        pages = value.get("articles") or []
        return "blog.ArticlePage", list(dict.fromkeys(page.pk for page in pages if page))

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        model, keys = self.shown_pages(value)
        found = visible(model, keys)
        context["articles"] = [found[key] for key in keys if key in found]
        return context

    def get_preview_context(self, value, parent_context=None):
        context = super().get_preview_context(value, parent_context)
        context["examples"] = ["Why trust takes time", "Worry at night"]
        return context
