"""A hub for everything about one topic."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.models import PageManager

from blog import structured_data
from blog.querysets import TopicQuerySet
from hub.core.blocks import question_links
from hub.core.models import BodyPage

from .feeds import PageWithFeeds

#: How many of a topic's newest articles give their questions to the topic's page.
ARTICLES_ASKED = 12


class TopicPage(PageWithFeeds, BodyPage):
    """One topic: its own introduction, its articles, and the questions they answer."""

    is_condition = models.BooleanField(
        "a health condition",
        default=False,
        help_text="Tick it for anxiety or depression, not for trust or starting therapy: search engines are told so.",
    )

    objects = PageManager.from_queryset(TopicQuerySet)()

    promote_panels = [*BodyPage.promote_panels, FieldPanel("is_condition")]
    page_kinds = ("CollectionPage",)
    parent_page_types = ["home.HomePage", "blog.ArticleIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "topic"

    def feed_articles(self):
        from .articles import ArticlePage

        return ArticlePage.objects.published().about(self)

    def graph_properties(self, frame):
        found = super().graph_properties(frame)
        # The articles are what the page is for; its own questions stand beside them.
        asked, articles = found.pop("mainEntity"), structured_data.listing(frame, frame.context["articles"])
        return found | {"mainEntity": [*([articles] if articles else []), *asked]}

    def get_context(self, request, *args, **kwargs):
        from .articles import ArticlePage

        context = super().get_context(request, *args, **kwargs)
        articles = ArticlePage.objects.published().about(self).newest_first() if self.pk else ArticlePage.objects.none()
        context["articles"] = articles.for_cards()
        context["answered"] = [
            {"article": article, "questions": found}
            for article in articles[:ARTICLES_ASKED]
            if (found := question_links(article.body))
        ]
        return context
