"""How many articles link to an article in their texts, from Wagtail's own index of references."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Cast, Coalesce
from wagtail.models import Page, ReferenceIndex

from blog.models import ArticlePage


def links():
    """Return the references from the texts of published articles to pages, as Wagtail keeps them."""
    published = ArticlePage.objects.published().annotate(key=Cast("pk", CharField())).values("key")
    return ReferenceIndex.objects.filter(
        content_type=ContentType.objects.get_for_model(ArticlePage),
        to_content_type=ContentType.objects.get_for_model(Page),
        model_path__startswith="body",
        object_id__in=published,
    )


def with_link_counts(articles):
    """Return the articles with ``links_here`` and ``links_away``: how many others link to each, and it to others."""
    key = Cast(OuterRef("pk"), CharField())
    others = ArticlePage.objects.annotate(key=Cast("pk", CharField())).values("key")
    here = links().filter(to_object_id=key).exclude(object_id=key).values("to_object_id")
    away = links().filter(object_id=key, to_object_id__in=others).exclude(to_object_id=key).values("object_id")
    return articles.annotate(
        links_here=_count(here, "object_id"),
        links_away=_count(away, "to_object_id"),
    )


def _count(rows, field):
    counted = rows.order_by().annotate(number=Count(field, distinct=True)).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def links_to(key: int) -> int:
    """Return how many other articles link to the page ``key``."""
    found = links().filter(to_object_id=str(key)).exclude(object_id=str(key))
    return found.values("object_id").distinct().count()
