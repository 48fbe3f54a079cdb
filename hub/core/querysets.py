"""What a visitor may see, asked in one word."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.utils import timezone
from wagtail.models import PageViewRestriction
from wagtail.query import PageQuerySet


def only_published(pages):
    """Narrow a queryset of pages to those that are live, public and not expired, in one query.

    Wagtail's ``public()`` first fetches every restriction; a correlated subquery asks the same of the
    database without a query of its own.
    """
    restricted = PageViewRestriction.objects.alias(
        outer=ExpressionWrapper(OuterRef("path"), output_field=CharField())
    ).filter(outer__startswith=F("page__path"))
    now = timezone.now()
    return pages.filter(~Exists(restricted), Q(expire_at__isnull=True) | Q(expire_at__gt=now), live=True)


def paths_above(page, home) -> list[str]:
    """Return the paths from ``home`` down to the parent of ``page``; none where the page is not below it."""
    if not page.path or not page.path.startswith(home.path) or page.path == home.path:
        return []
    return [page.path[:end] for end in range(len(home.path), len(page.path), page.steplen)]


class PublishedQuerySet(PageQuerySet):
    """Questions asked of every page type."""

    def published(self):
        """Live, public and not expired."""
        return only_published(self)

    def for_display(self):
        """With all that a page's own template asks of it; page types join what they need."""
        return self
