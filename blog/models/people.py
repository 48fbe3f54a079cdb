"""The people who write and review."""

from dataclasses import replace

from django.conf import settings
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index

from blog import structured_data
from blog.querysets import PersonQuerySet
from hub.core.blocks.features import ANSWER
from hub.core.blocks.site import ProfileBlock
from hub.core.fields import BodyField
from hub.core.models import BasePage
from hub.core.reading import plain

from .feeds import PageWithFeeds


class PersonPage(PageWithFeeds, BasePage):
    """An author or reviewer: who they are, and why a reader may rely on what they say."""

    role = models.CharField(max_length=120, blank=True, help_text="For example: Couples counsellor.")
    credentials = models.CharField(
        max_length=200, blank=True, help_text="Degrees and training, as they are written after the name."
    )
    registration_body = models.CharField(
        max_length=120, blank=True, help_text="The register a reader can look the person up in."
    )
    registration_number = models.CharField(max_length=40, blank=True)
    photo = models.ForeignKey(
        "core.HubImage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name="photograph"
    )
    biography = RichTextField(features=ANSWER, blank=True)
    languages = models.CharField(max_length=160, blank=True, help_text="For example: English, Welsh, Polish.")
    profiles = BodyField(
        [("profile", ProfileBlock())],
        blank=True,
        verbose_name="elsewhere",
        help_text="Their entry in the register, their own site, profiles: what shows that they are who they say.",
    )

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="person",
        help_text="The account this person signs in with, so that their reviews carry their name. Never shown.",
    )

    objects = PageManager.from_queryset(PersonQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel([FieldPanel("role"), FieldPanel("credentials")], heading="What they do"),
        MultiFieldPanel([FieldPanel("registration_body"), FieldPanel("registration_number")], heading="Registration"),
        FieldPanel("photo"),
        FieldPanel("biography"),
        FieldPanel("languages"),
        FieldPanel("profiles"),
    ]
    settings_panels = [FieldPanel("account", permission="superuser"), *BasePage.settings_panels]
    search_fields = [*BasePage.search_fields, index.SearchField("role", boost=2), index.SearchField("biography")]
    page_kinds = ("ProfilePage",)
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "people"

    def first_words(self):
        yield from super().first_words()
        yield plain(self.biography)
        yield ", ".join(part for part in (self.title, self.role) if part)

    def head(self, request, **kwargs):
        return replace(super().head(request, **kwargs), kind="profile")

    def graph_properties(self, frame):
        return super().graph_properties(frame) | structured_data.profile(self, frame)

    def graph_nodes(self, frame):
        return structured_data.profile_nodes(self, frame)

    def search_lines(self):
        registration = f"{self.registration_body} {self.registration_number}".strip()
        return [self.role, self.credentials, self.standfirst, plain(self.biography), self.languages, registration]

    @property
    def feed_title(self):
        return f"Articles by {self.title}"

    def feed_articles(self):
        from .articles import ArticlePage

        return ArticlePage.objects.published().filter(author=self)

    def get_context(self, request, *args, **kwargs):
        from .articles import ArticlePage

        context = super().get_context(request, *args, **kwargs)
        articles = ArticlePage.objects.published().for_cards().newest_first()
        context["written"] = articles.filter(author=self)[:24] if self.pk else []
        context["reviewed"] = articles.filter(reviewer=self, is_review_current=True)[:24] if self.pk else []
        return context
