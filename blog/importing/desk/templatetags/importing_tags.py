"""What the review screen's templates need."""

from django import template
from django.utils.safestring import mark_safe

from blog.importing.desk.inert import inert

register = template.Library()


@register.filter(name="inert")
def inert_filter(markup: str):
    """Markup of a document as text and emphasis only."""
    return mark_safe(inert(markup))  # noqa: S308 nothing but text and emphasis is left
