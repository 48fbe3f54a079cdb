"""The front door, and the pages that are neither article nor form."""

from django.db import models
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from blog.models import ArticlePage, TopicPage
from hub.core.blocks.action import ButtonBlock
from hub.core.fields import BodyField
from hub.core.models import BasePage, BodyPage
from hub.core.prefetching import prefetch_body
from hub.core.seo import graph


class HomePage(BasePage):
    """The front door: what the practice stands for, what there is to read, and the next step."""

    headline = models.CharField(
        max_length=120, blank=True, help_text="The first words of the site. Left empty, the page's title is shown."
    )
    lead = models.TextField(blank=True, max_length=400, help_text="Two or three sentences under the headline.")
    buttons = BodyField([("button", ButtonBlock())], blank=True, max_num=2, help_text="One or two first steps.")
    featured = BodyField(
        [("article", blocks.PageChooserBlock(page_type="blog.ArticlePage"))],
        blank=True,
        max_num=3,
        verbose_name="featured articles",
        help_text="Up to three, chosen by hand. Left empty, the newest are shown.",
    )
    topics_heading = models.CharField(max_length=80, blank=True, default="What people come to us with")
    invitation = models.ForeignKey(
        "core.Invitation",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Shown near the end of the page.",
    )

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel([FieldPanel("headline"), FieldPanel("lead"), FieldPanel("buttons")], heading="Opening"),
        FieldPanel("featured"),
        FieldPanel("topics_heading"),
        FieldPanel("invitation"),
        HelpPanel("<p>Topics and the latest articles are added by themselves.</p>", heading="And then"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("headline"), index.SearchField("lead")]
    introduces_practice = True
    parent_page_types = ["wagtailcore.Page"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = "home page"

    def first_words(self):
        yield self.lead
        yield from super().first_words()

    def graph_properties(self, frame):
        return {"description": self.lead, "about": graph.reference(f"{frame.home}#practice")}

    def search_lines(self):
        return [self.headline, self.lead, self.standfirst]

    def route(self, request, path_components):
        """Find a page by its whole address at once; Wagtail asks the database twice for every step of it.

        Nearly every visit is to an article, so that articles are asked first.
        """
        if path_components:
            address = {"url_path": f"{self.url_path}{'/'.join(path_components)}/", "live": True}
            article = ArticlePage.objects.for_display().filter(**address).first()
            if article:
                return article.route(request, [])
            page = Page.objects.filter(**address).first()
            if page and issubclass(page.specific_class or Page, BasePage):
                return page.specific_class.objects.for_display().get(pk=page.pk).route(request, [])
        return super().route(request, path_components)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        prefetch_body(self.buttons)
        articles = ArticlePage.objects.published().descendant_of(self).for_cards()
        chosen = [child["value"] for child in self.featured.raw_data]
        featured = sorted(articles.filter(pk__in=chosen), key=lambda page: chosen.index(page.pk)) if chosen else []
        shown = [page.pk for page in featured]
        latest = list(articles.exclude(pk__in=shown).newest_first()[: 9 if featured else 12])
        if not featured:
            featured, latest = latest[:3], latest[3:]
        context.update(
            featured=featured,
            latest=latest,
            topics=TopicPage.objects.published().descendant_of(self).with_article_counts().order_by("title"),
            head=self.head(request),
        )
        return context


class StandardPage(BodyPage):
    """About us, privacy, editorial policy: a page that is not an article."""

    in_footer = models.BooleanField(
        "show in the footer", default=False, help_text="Policies and the like. For the header, use “Show in menus”."
    )

    settings_panels = [FieldPanel("in_footer"), *BodyPage.settings_panels]
    promote_panels = [*BodyPage.promote_panels]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage", "home.LocationPage", "blog.PersonPage", "consultations.ConsultationPage"]

    class Meta:
        verbose_name = "standard page"
