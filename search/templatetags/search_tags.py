"""Thin wrappers for the results page."""

from django import template
from wagtail.models import Page

from hub.core.querysets import only_published

register = template.Library()


@register.simple_tag
def topics_to_begin_with():
    """Return the topics that a visitor may see, for one who has not found anything yet."""
    return list(only_published(Page.objects.filter(topicpage__isnull=False)).order_by("title")[:12])
