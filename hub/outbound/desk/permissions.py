"""Who sees links out: those who may edit pages, and of which pages."""

from django.db.models import Exists, OuterRef, Prefetch, Q
from wagtail.permissions import page_permission_policy

from hub.outbound.models import LinkPlace, OutboundLink

EDIT = {"add", "change", "publish"}


def may_see(user) -> bool:
    """Say whether somebody edits pages at all."""
    return page_permission_policy.user_has_any_permission(user, EDIT)


def places_for(user):
    """Return the places that concern somebody: on pages that they may edit, and on what every page shows."""
    pages = page_permission_policy.instances_user_has_any_permission_for(user, EDIT)
    return LinkPlace.objects.filter(Q(page__isnull=True) | Q(page__in=pages.values("pk")))


def links_for(user):
    """Return the links that concern somebody, each with those places as ``shown_places``. Two queries in all."""
    places = places_for(user)
    return OutboundLink.objects.filter(Exists(places.filter(link=OuterRef("pk")))).prefetch_related(
        Prefetch("places", places.select_related("page"), to_attr="shown_places")
    )
