"""The abstract pages that every page type builds on."""

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PageManager, PageViewRestriction, Site
from wagtail.search import index

from hub.core.blocks import BodyBlock, parts, questions, words_of
from hub.core.fields import BodyField
from hub.core.headings import contents
from hub.core.prefetching import prefetch_body
from hub.core.querysets import PublishedQuerySet
from hub.core.reading import excerpt, plain
from hub.core.seo.graph import reference
from hub.core.seo.head import (
    HIDDEN,
    INDEXABLE,
    Feed,
    Head,
    Picture,
    canonical_fault,
    canonical_of,
    description_of,
    title_of,
    without_tracking,
)
from hub.core.sharing.keeping import picture_of

from .forms import PageForm
from .site import Practice

#: Blocks that are styled by ``css/blocks.css``: most articles have none or few of them.
RARE_BLOCKS = frozenset(
    "callout comparison_table download glossary_term key_points person_card statistic steps urgent_help video".split()
)

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

    canonical_url = models.URLField(
        "canonical address",
        blank=True,
        max_length=500,
        help_text="Only where the same text stands elsewhere first: its whole address. Search engines then show that "
        "page and not this one. Left empty, the page is known by its own address.",
    )

    objects = BasePageManager()
    base_form_class = PageForm
    #: Set by the form while the page is saved as a draft.
    is_deferred_validation = False
    #: Whether its editor counts words and reading time itself, so that Wagtail's other count would contradict it.
    is_measured = False
    #: Whether links to the page say which page they stand on.
    asks_where_from = False
    #: What the page is to schema.org, and whether its graph says all that is known of the practice.
    page_kinds: tuple[str, ...] = ("WebPage",)
    introduces_practice = False

    content_panels = [*Page.content_panels, FieldPanel("standfirst")]
    promote_panels = [*Page.promote_panels, FieldPanel("noindex"), FieldPanel("canonical_url")]
    search_fields = [*Page.search_fields, index.SearchField("standfirst", boost=2)]

    class Meta:
        abstract = True

    @property
    def is_expired(self) -> bool:
        """Past its expiry date, even where the scheduled command has yet to unpublish it."""
        return bool(self.expire_at and self.expire_at <= timezone.now())

    @property
    def draft_version(self) -> str:
        """What the latest draft is known by. Its key alone says nothing: the editor writes over what it has saved."""
        saved = self.latest_revision_created_at
        return f"{self.latest_revision_id}-{saved.timestamp():.6f}" if saved else ""

    def clean(self):
        super().clean()
        if self.canonical_url:
            if fault := canonical_fault(self.canonical_url):
                raise ValidationError({"canonical_url": fault})
            self.canonical_url = without_tracking(self.canonical_url)

    @property
    def description(self) -> str:
        """What search engines and lists say of the page: the editor's description, else its first words."""
        if self.search_description.strip():
            return description_of(self.search_description)
        # One after the other: what a long body begins with takes longer to find out than a standfirst.
        return next(filter(None, (description_of(excerpt(text)) for text in self.first_words())), "")

    def first_words(self):
        """Yield what describes the page where no editor has: the standfirst, then what page types add."""
        yield self.standfirst

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

    def picture(self, request) -> Picture | None:
        """The picture the page is shared with: one of its own, else the one that is drawn for it."""
        site = Site.find_for_request(request)
        return picture_of(self, Practice.for_request(request).display_name, site.root_url if site else "")

    def head(self, request, *, page_number: int = 1, hidden: bool = False, **parameters) -> Head:
        """Return what the page says of itself in its head. ``parameters`` are kept in the canonical address."""
        from hub.core.structured_data import language

        practice = Practice.for_request(request)
        site_name = practice.display_name
        if page_number > 1:
            parameters["page"] = page_number
        address = self.get_full_url(request) or ""
        address = canonical_of(address, **parameters) if address else ""
        preview = getattr(request, "is_preview", False)
        return Head(
            title=title_of(
                self.title, site_name, own=self.seo_title, page_number=page_number, pattern=practice.title_pattern
            ),
            heading=self.title,
            description=description_of(self.description, page_number=page_number),
            address=address,
            canonical=self.canonical_url or address,
            robots=HIDDEN if hidden or preview or self.noindex else INDEXABLE,
            site_name=site_name,
            language=language(),
            picture=self.picture(request),
            feeds=self.feeds(request),
        )

    def graph_properties(self, frame) -> dict:
        """Return what the page's own node in its graph says; ``kinds`` are its types, where not ``page_kinds``.

        ``frame`` is a ``hub.core.structured_data.Frame``.
        """
        return {"description": self.standfirst, "primaryImageOfPage": reference(frame.picture_identity)}

    def graph_nodes(self, frame) -> list[dict]:
        """Return the nodes that the page's graph has beside those of every page."""
        return []

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

    def first_words(self):
        yield from super().first_words()
        yield plain(" ".join(child.value.source for child in self.body if child.block_type == "paragraph"))
        yield words_of(self.body)

    def graph_properties(self, frame):
        from hub.core.structured_data import pictures, question_nodes, quotations, videos

        asked = question_nodes(self.body)
        return super().graph_properties(frame) | {
            "kinds": (*self.page_kinds, "FAQPage") if asked else self.page_kinds,
            "mainEntity": asked,
            "image": pictures(self.body, frame),
            "video": videos(self.body, frame),
            "hasPart": quotations(self.body),
        }

    def pictures(self) -> list:
        """The pictures the page's own template shows beside the body's."""
        return []

    def linked_pages(self) -> list:
        """The pages the page's own template links to beside the body's, where a visitor may see them."""
        return []

    @property
    def has_rare_blocks(self) -> bool:
        """Whether the body has blocks that few pages have, whose styles are a sheet of their own: ``blocks.css``."""
        return any(child["type"] in RARE_BLOCKS for child in self.body.raw_data)

    @property
    def contents(self):
        """The contents list: the listed headings, nested."""
        return contents([(part.text, part.anchor, part.level) for part in self.parts if part.is_listed])

    @property
    def questions(self):
        """The page's questions with their answers and deep links."""
        return questions(self.body)
