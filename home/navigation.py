"""Header, footer and breadcrumbs of a page, from the page tree, in one query."""

from dataclasses import dataclass, field

from django.db.models import F, Q
from wagtail.models import Page

from hub.core.querysets import only_published, paths_above


@dataclass
class Navigation:
    """``menu`` and ``footer`` are pages below the home page; ``trail`` leads from the home page to the parent."""

    home: Page | None = None
    menu: list[Page] = field(default_factory=list)
    footer: list[Page] = field(default_factory=list)
    trail: list[Page] = field(default_factory=list)


def navigation(home: Page, page: Page | None = None) -> Navigation:
    """Return what frames ``page`` (or a page outside the tree, such as search) on the site of ``home``."""
    above = paths_above(page, home) if page else []
    wanted = Q(path__startswith=home.path, depth=home.depth + 1) & (
        Q(show_in_menus=True) | Q(standardpage__in_footer=True)
    )
    found = only_published(Page.objects.filter(wanted | Q(path__in=[*above, home.path])))
    pages = list(found.annotate(in_footer=F("standardpage__in_footer")).order_by("path"))
    by_path = {found.path: found for found in pages}
    below = [candidate for candidate in pages if candidate.depth == home.depth + 1]
    return Navigation(
        home=by_path.get(home.path, home),
        menu=[candidate for candidate in below if candidate.show_in_menus],
        footer=[candidate for candidate in below if candidate.in_footer],
        trail=[by_path[path] for path in above if path in by_path],
    )
