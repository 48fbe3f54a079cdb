"""Articles."""

from dataclasses import replace

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from modelcluster.fields import ParentalManyToManyField
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.models import PageManager
from wagtail.search import index

from blog import structured_data
from blog.desk.blocks_panel import CopyBlocksPanel
from blog.desk.signed_panel import SignedFieldPanel
from blog.feeds.kinds import ATOM, feeds_at
from blog.linking.desk.panel import LinkSuggestionsPanel
from blog.querysets import ArticleQuerySet
from hub.core.blocks import words_of
from hub.core.blocks.reference import ReferenceBlock, SharedReferenceBlock, cited
from hub.core.fields import BodyField
from hub.core.models import BodyPage
from hub.core.prefetching import PAGE, visible
from hub.core.reading import count_words, minutes, plain
from hub.core.structured_data import moment, shared

from .forms import SIGNED, ArticleForm
from .review import USUAL_MONTHS
from .topics import TopicPage
from .twins import PageWithTwin

RELATED = 3


class ArticlePage(PageWithTwin, BodyPage):
    """One article, with who wrote it, who reviewed it and when, and what it rests on."""

    hero_image = models.ForeignKey(
        "core.HubImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="picture",
        help_text="Optional. Without one the article gets artwork of its own.",
    )
    hero_alt = models.CharField(
        "alternative text",
        max_length=250,
        blank=True,
        help_text="What the picture shows, for those who can't see it.",
    )
    hero_is_decorative = models.BooleanField(
        "decorative", default=False, help_text="The picture says nothing that the text doesn't."
    )
    topics = ParentalManyToManyField(
        "blog.TopicPage", blank=True, related_name="articles", help_text="One to three are plenty."
    )
    author = models.ForeignKey(
        "blog.PersonPage", null=True, blank=True, on_delete=models.SET_NULL, related_name="written_articles"
    )
    reviewer = models.ForeignKey(
        "blog.PersonPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="reviewed_articles",
        verbose_name="clinical reviewer",
        help_text="Somebody other than the author.",
    )
    published_on = models.DateField(
        "published", null=True, blank=True, help_text="Left empty, the day it was first published is shown."
    )
    updated_on = models.DateField(
        "last substantive update",
        null=True,
        blank=True,
        help_text="Only when what the article says has changed. A corrected typing mistake is no update.",
    )
    what_changed = models.CharField(max_length=200, blank=True, help_text="One line: what is new since then.")
    is_clinical = models.BooleanField(
        "about health",
        default=True,
        help_text="Search engines are told of the clinical review. Untick it for news and notes about the practice.",
    )
    reviewed_on = models.DateField("last reviewed", null=True, blank=True)
    review_due = models.DateField("next review", null=True, blank=True, help_text="At most three years after the last.")
    references = BodyField(
        [("reference", ReferenceBlock()), ("shared_reference", SharedReferenceBlock())],
        blank=True,
        help_text="The published sources the article rests on, numbered. Choose a shared source where several articles "
        "name it.",
    )
    related = BodyField(
        [("article", blocks.PageChooserBlock(page_type="blog.ArticlePage"))],
        blank=True,
        max_num=RELATED,
        verbose_name="related articles",
        help_text="Chosen by hand. Free places are filled with articles whose texts are nearest.",
    )
    content_note = models.CharField(
        max_length=200, blank=True, help_text="What a reader may want to know first: Mentions suicide and loss."
    )
    focus_phrase = models.CharField(
        max_length=120,
        blank=True,
        help_text="The words a reader would search for. It helps the editor, nobody else sees it.",
    )
    word_count = models.PositiveIntegerField(default=0, editable=False)
    #: False once the article says something that its last sign-off has not seen.
    is_review_current = models.BooleanField(default=True, editable=False)
    import_source = models.CharField(max_length=255, blank=True, editable=False)
    import_digest = models.CharField(max_length=64, blank=True, editable=False)

    objects = PageManager.from_queryset(ArticleQuerySet)()
    base_form_class = ArticleForm
    # A copy is an article of its own: nobody has reviewed it.
    exclude_fields_in_copy = [*SIGNED, "is_review_current"]

    content_panels = [
        *BodyPage.content_panels,
        CopyBlocksPanel(heading="Copy blocks", icon="copy"),
        LinkSuggestionsPanel(heading="Links to other articles", icon="link"),
        FieldPanel("references"),
        FieldPanel("content_note"),
        MultiFieldPanel(
            [FieldPanel("hero_image"), FieldPanel("hero_alt"), FieldPanel("hero_is_decorative")], heading="Picture"
        ),
    ]
    trust_panels = [
        MultiFieldPanel([FieldPanel("author"), SignedFieldPanel("reviewer")], heading="People"),
        MultiFieldPanel(
            [SignedFieldPanel("reviewed_on"), SignedFieldPanel("review_due"), FieldPanel("is_clinical")],
            heading="Clinical review",
        ),
        MultiFieldPanel(
            [FieldPanel("published_on"), FieldPanel("updated_on"), FieldPanel("what_changed")], heading="Dates"
        ),
    ]
    place_panels = [FieldPanel("topics", widget=forms.CheckboxSelectMultiple), FieldPanel("related")]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="Article"),
            ObjectList(trust_panels, heading="People and dates"),
            ObjectList(place_panels, heading="Topics and links"),
            ObjectList([FieldPanel("focus_phrase"), *BodyPage.promote_panels], heading="Search engines"),
            ObjectList(BodyPage.settings_panels, heading="Settings"),
        ]
    )
    search_fields = [
        *BodyPage.search_fields,
        index.RelatedFields("author", [index.SearchField("title")]),
        index.FilterField("review_due"),
        index.FilterField("published_on"),
    ]
    is_measured = True
    page_description = "Written in blocks: begun from a skeleton, or empty"
    parent_page_types = ["blog.ArticleIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "article"

    def clean(self):
        super().clean()
        errors = {}
        if not self.is_deferred_validation and self.hero_image_id and not (self.hero_alt or self.hero_is_decorative):
            errors["hero_alt"] = "Describe the picture, or tick “decorative”."
        if self.reviewer_id and self.reviewer_id == self.author_id:
            errors["reviewer"] = "The reviewer can't be the author."
        elif signed := self.signed_by_another():
            errors["reviewer"] = f"{signed.name} signed this article off on that day: the review carries no other name."
        if self.reviewed_on and self.review_due and self.review_due <= self.reviewed_on:
            errors["review_due"] = "The next review comes after the last one."
        if errors:
            raise ValidationError({field: ValidationError(text) for field, text in errors.items()})

    def signed_by_another(self):
        """Return the sign-off of the day of the review, if it is another's than the reviewer who is named."""
        if not (self.pk and self.reviewer_id and self.reviewed_on):
            return None
        signed = self.sign_offs.filter(reviewed_on=self.reviewed_on, reviewer__isnull=False)
        names = {found.reviewer_id: found for found in signed.defer("text")}
        return next(iter(names.values()), None) if self.reviewer_id not in names else None

    def serve_preview(self, request, mode_name):
        from blog.review.signing import is_current

        # Stored is what holds of the public text.
        self.is_review_current = is_current(self)
        return super().serve_preview(request, mode_name)

    def months_between_reviews(self) -> int:
        """Return how long a review holds: the shortest interval of the article's topics."""
        return min((topic.review_months for topic in self.all_topics), default=USUAL_MONTHS)

    def search_lines(self):
        by = f"By {self.author.title}" if self.author else ""
        return [self.standfirst, self.content_note, by]

    @property
    def sources(self) -> list:
        """The references as they are shown, own and shared, in order. One query at most, whatever their number."""
        return cited(self.references)

    @property
    def first_published_on(self):
        """The day shown as published."""
        if self.published_on:
            return self.published_on
        return timezone.localdate(self.first_published_at) if self.first_published_at else None

    @property
    def reading_minutes(self) -> int:
        return minutes(self.word_count)

    def counted_minutes(self) -> int:
        """Return what ``reading_minutes`` will be once the page is saved as it stands."""
        return minutes(self.counted_words())

    def counted_words(self) -> int:
        """Return the number of words of standfirst and body."""
        return count_words(plain(f"{self.standfirst} {words_of(self.body)}"))

    def get_preview_context(self, request, mode_name):
        # What is previewed is not saved yet, and neither are its words counted.
        self.word_count = self.counted_words()
        return super().get_preview_context(request, mode_name)

    @cached_property
    def related_articles(self) -> list["ArticlePage"]:
        """Up to three articles: those chosen, in their order, then the nearest by text, then by topic. One query."""
        chosen = [child["value"] for child in self.related.raw_data if child.get("value")]
        topics = [topic.pk for topic in self.all_topics]
        found = ArticlePage.objects.related_to(self, chosen, topics).for_cards()
        # Their renditions are fetched with those of the page itself: see pictures().
        return list(found.prefetch_related(None)[:RELATED])

    @cached_property
    def all_topics(self) -> list[TopicPage]:
        return list(self.topics.all())

    def concerns(self) -> list[int]:
        return [self.pk, *(topic.pk for topic in self.all_topics)]

    @property
    def shown_topics(self) -> list[TopicPage]:
        """The article's topics that a visitor can open."""
        shown = visible(PAGE, [topic.pk for topic in self.all_topics])
        return [topic for topic in self.all_topics if topic.pk in shown]

    @property
    def shown_people(self) -> dict:
        """The author and the reviewer that a visitor can open, by primary key."""
        return visible(PAGE, [person.pk for person in (self.author, self.reviewer) if person])

    def linked_pages(self):
        return [self.author, self.reviewer, *self.all_topics]

    def feeds(self, request):
        # The index is one step up the address; asking the tree for it would cost a query a visit.
        address = self.get_full_url(request) or ""
        return feeds_at("Articles", address.removesuffix(f"{self.slug}/"), ATOM)

    def pictures(self):
        portrait = self.author.photo if self.author else None
        return [self.hero_image, portrait, *(article.hero_image for article in self.related_articles)]

    def picture(self, request):
        if not self.hero_image:
            return super().picture(request)
        rendition = self.hero_image.get_rendition("fill-1200x630|format-jpeg")
        alt = "" if self.hero_is_decorative else self.hero_alt
        return shared(request, rendition, alt or self.title)

    @property
    def published_stamp(self) -> str:
        """When it was published, as ISO 8601 with the zone: the day shown, else the moment it first was."""
        return moment(self.published_on or self.first_published_at)

    @property
    def modified_stamp(self) -> str:
        """When what it says last changed. Publishing it anew, for a typing mistake, moves nothing."""
        is_later = self.updated_on and (not self.first_published_on or self.updated_on >= self.first_published_on)
        return moment(self.updated_on) if is_later else self.published_stamp

    def head(self, request, **kwargs):
        topics = [topic.title for topic in self.shown_topics]
        is_shown = self.author and self.author.pk in self.shown_people
        head = super().head(request, **kwargs)
        return replace(
            head,
            kind="article",
            published=self.published_stamp,
            modified=self.modified_stamp,
            author=self.author.title if self.author else "",
            author_url=(self.author.get_full_url(request) or "") if is_shown else "",
            section=topics[0] if topics else "",
            tags=tuple(topics),
            feeds=(*head.feeds, *self.twins(request)),
        )

    def graph_properties(self, frame):
        found = super().graph_properties(frame)
        # The article itself says these, in its own node.
        return {name: value for name, value in found.items() if name in {"kinds", "mainEntity"}}

    def graph_nodes(self, frame):
        return structured_data.article_nodes(self, frame)
