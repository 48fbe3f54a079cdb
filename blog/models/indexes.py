"""The page that lists articles."""

from django.core.paginator import EmptyPage, Paginator
from django.http import Http404

from blog import structured_data
from hub.core.models import BasePage

from .articles import ArticlePage
from .feeds import PageWithFeeds
from .topics import TopicPage

ARTICLES_A_PAGE = 12


class ArticleIndexPage(PageWithFeeds, BasePage):
    """The list of articles: newest first, a page at a time, all or of one topic, and as feeds."""

    page_kinds = ("CollectionPage",)
    parent_page_types = ["home.HomePage"]
    subpage_types = ["blog.ArticlePage", "blog.TopicPage"]

    class Meta:
        verbose_name = "article index"

    def articles(self):
        return ArticlePage.objects.child_of(self).published()

    def feed_articles(self):
        return self.articles()

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        topics = list(TopicPage.objects.published().with_article_counts().filter(article_count__gt=0).order_by("title"))
        topic = self._topic(request, topics)
        articles = self.articles().for_cards().newest_first()
        page = self._page(request, articles.about(topic) if topic else articles)
        context.update(
            articles=page,
            topics=topics,
            topic=topic,
            head=self.head(request, page_number=page.number, hidden=bool(topic), topic=topic.slug if topic else ""),
        )
        return context

    def graph_properties(self, frame):
        listed = frame.context["articles"]
        found = structured_data.listing(frame, listed, listed.start_index(), listed.paginator.count)
        return super().graph_properties(frame) | {"mainEntity": found}

    @staticmethod
    def _topic(request, topics):
        """Return the topic asked for. Raises: Http404: there is none of that name."""
        slug = request.GET.get("topic", "")
        if not slug:
            return None
        for topic in topics:
            if topic.slug == slug:
                return topic
        raise Http404("There is no such topic.")

    @staticmethod
    def _page(request, articles):
        """Return the page of the listing asked for. Raises: Http404: it is no number, or past the end."""
        number = request.GET.get("page", "") or "1"
        if not (number.isascii() and number.isdecimal() and len(number) < 7):
            raise Http404("That is no page number.")
        try:
            return Paginator(articles, ARTICLES_A_PAGE).page(int(number))
        except EmptyPage as error:
            raise Http404("There are not that many pages.") from error
