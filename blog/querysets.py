"""Questions we ask of articles, people and topics. Each method returns a narrower or better-equipped queryset."""

from django.db.models import Case, Count, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, TruncDate
from wagtail.models import Page

from hub.core.querysets import PublishedQuerySet, only_published

#: The place of an article that is not near another by its text.
FAR = 1000


class ArticleQuerySet(PublishedQuerySet):
    def for_display(self):
        """With the people, picture and topics a page or a card shows."""
        return self.select_related("author", "author__photo", "reviewer", "hero_image")

    def for_cards(self):
        """With what a card in a list shows, one of its topics as ``topic_title``; no body is fetched."""
        topics = only_published(Page.objects.filter(topicpage__articles=OuterRef("pk"))).order_by("title")
        return (
            self.select_related("hero_image")
            .prefetch_related("hero_image__renditions")
            .defer("body", "references", "related")
            .annotate(topic_title=Subquery(topics.values("title")[:1]))
        )

    def newest_first(self):
        shown = Coalesce("published_on", TruncDate("first_published_at"))
        return self.alias(shown=shown).order_by("-shown", "-pk")

    def about(self, topic):
        return self.filter(topics=topic)

    def due_for_review(self, on):
        """Those on the site whose next review is due by the day ``on``, the longest overdue first."""
        return self.live().filter(review_due__lte=on).order_by("review_due", "pk")

    def changed_since_review(self):
        """Those on the site that say something their last sign-off has not seen."""
        return self.live().filter(reviewed_on__isnull=False, is_review_current=False).order_by("-last_published_at")

    def related_to(self, article, chosen, topics):
        """Articles by the primary keys ``chosen``, in that order, then those near by their text; never itself.

        Which are near was worked out when the article was published. Then come those about ``topics``: first those
        that share most of them, and of these the newest.
        """
        near = self.model._meta.get_field("near").related_model.objects.filter(article=article.pk)
        sharing = self.model.topics.through.objects.filter(topicpage_id__in=topics)
        shared = sharing.filter(articlepage_id=OuterRef("pk")).order_by().values("articlepage_id")
        found = (
            self.published()
            .exclude(pk=article.pk)
            # First which they may be, by index; only those few are then put in order.
            .filter(Q(pk__in=[*chosen]) | Q(pk__in=near.values("other")) | Q(pk__in=sharing.values("articlepage_id")))
            .annotate(
                shared_topics=Coalesce(Subquery(shared.annotate(number=Count("pk")).values("number")), Value(0)),
                nearness=Coalesce(Subquery(near.filter(other=OuterRef("pk")).values("place")[:1]), Value(FAR)),
            )
            .newest_first()
        )
        order = ["nearness", "-shared_topics", "-shown", "-pk"]
        if chosen:
            # Without a case this would be a bare number, which PostgreSQL takes for a column's position.
            places = [When(pk=key, then=place) for place, key in enumerate(chosen)]
            found = found.alias(place=Case(*places, default=len(chosen), output_field=IntegerField()))
            order.insert(0, "place")
        return found.order_by(*order)


class TopicQuerySet(PublishedQuerySet):
    def with_article_counts(self):
        """Each with ``article_count``: its articles that a visitor may see."""
        visible = only_published(Page.objects.filter(articlepage__isnull=False)).values("pk")
        return self.annotate(article_count=Count("articles", filter=Q(articles__pk__in=visible), distinct=True))


class PersonQuerySet(PublishedQuerySet):
    def for_display(self):
        return self.select_related("photo")
