"""The abstract pages that every page type builds on."""

from django.db import models
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PageManager, PageViewRestriction
from wagtail.search import index

from hub.core.blocks import BodyBlock, parts, questions
from hub.core.fields import BodyField
from hub.core.headings import contents
from hub.core.prefetching import prefetch_body
from hub.core.querysets import PublishedQuerySet
from hub.core.reading import excerpt
from hub.core.seo.head import HIDDEN, INDEXABLE, Feed, Head, Picture, canonical_of, title_of

from .forms import PageForm
from .site import Practice

BasePageManager = PageManager.from_queryset(PublishedQuerySet)


class BasePage(Page):
    """What every page type of the hub has: a standfirst, a head, and the one word for what a visitor may see."""

    standfirst = models.TextField(
        blank=True,
        max_length=400,
        help_text="One or two sentences under the title that say what the reader will find. Also shown in lists.",
    )

    noindex = models.BooleanField(
        "keep out of search",
        default=False,
        help_text="Search engines are asked to leave the page out, and this site's own search does.",
    )

    objects = BasePageManager()
    base_form_class = PageForm
    #: Set by the form while the page is saved as a draft.
    is_deferred_validation = False
    #: Whether links to the page say which page they stand on.
    asks_where_from = False

    content_panels = [*Page.content_panels, FieldPanel("standfirst")]
    promote_panels = [*Page.promote_panels, FieldPanel("noindex")]
    search_fields = [*Page.search_fields, index.SearchField("standfirst", boost=2)]

    class Meta:
        abstract = True

    @property
    def is_expired(self) -> bool:
        """Past its expiry date, even where the scheduled command has yet to unpublish it."""
        return bool(self.expire_at and self.expire_at <= timezone.now())

    @property
    def description(self) -> str:
        """What search engines and lists say of the page: the editor's description, else the standfirst's start."""
        return self.search_description or excerpt(self.standfirst)

    @property
    def art_seed(self) -> str:
        """What the page's artwork grows from: stable while the page lives."""
        return str(self.translation_key)

    def search_lines(self) -> list[str]:
        """What the page says of itself beside its blocks, as lines of plain text, for the site's own search."""
        return [self.standfirst]

    def concerns(self) -> list[int]:
        """The primary keys of the pages that somebody who comes from here may want to talk about, itself first."""
        return [self.pk]

    def feeds(self, request) -> tuple[Feed, ...]:
        """The feeds named in the page's head."""
        return ()

    def picture(self) -> Picture | None:
        """The picture the page is shared with."""
        return None

    def head(self, request, *, page_number: int = 1, hidden: bool = False, **parameters) -> Head:
        """Return what the page says of itself in its head. ``parameters`` are kept in the canonical address."""
        site_name = Practice.for_request(request).display_name
        if page_number > 1:
            parameters["page"] = page_number
        preview = getattr(request, "is_preview", False)
        return Head(
            title=title_of(self.title, site_name, own=self.seo_title, page_number=page_number),
            description=self.description,
            canonical=canonical_of(self.get_full_url(request) or "", **parameters),
            robots=HIDDEN if hidden or preview or self.noindex else INDEXABLE,
            site_name=site_name,
            picture=self.picture(),
            feeds=self.feeds(request),
        )

    def serve(self, request, *args, **kwargs):
        if self.is_expired and not getattr(request, "is_preview", False):
            raise Http404("The page has expired.")
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["head"] = self.head(request)
        return context

    def serve_password_required_response(self, request, form, action_url):
        # Nothing of the page itself: its title may say what is kept private.
        site_name = Practice.for_request(request).display_name
        head = Head(title=f"A private page | {site_name}", site_name=site_name, robots=HIDDEN)
        context = {"form": form, "action_url": action_url, "head": head}
        return TemplateResponse(request, "wagtailcore/password_required.html", context)

    def get_view_restrictions(self):
        if self.alias_of_id:
            return super().get_view_restrictions()
        # Ancestors are known by the page's path: asking for them first would cost a query a visit.
        paths = [self.path[:end] for end in range(self.steplen, len(self.path) + 1, self.steplen)]
        return PageViewRestriction.objects.filter(page__path__in=paths)


class BodyPage(BasePage):
    """A page written in blocks."""

    body = BodyField(BodyBlock(), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        abstract = True

    def get_context(self, request, *args, **kwargs):
        # First of all, for the head shows a picture too and would fetch its renditions once more.
        parts = self.parts
        return super().get_context(request, *args, **kwargs) | {"parts": parts}

    @cached_property
    def parts(self):
        """The body's blocks, each with its heading level and anchor."""
        prefetch_body(self.body, self.pictures(), self.linked_pages())
        return parts(self.body)

    def pictures(self) -> list:
        """The pictures the page's own template shows beside the body's."""
        return []

    def linked_pages(self) -> list:
        """The pages the page's own template links to beside the body's, where a visitor may see them."""
        return []

    @property
    def contents(self):
        """The contents list: the listed headings, nested."""
        return contents([(part.text, part.anchor, part.level) for part in self.parts if part.is_listed])

    @property
    def questions(self):
        """The page's questions with their answers and deep links."""
        return questions(self.body)
