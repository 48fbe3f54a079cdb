"""Which pages machines are told of: the one answer for sitemap, llms.txt and IndexNow."""

from urllib.parse import quote

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat, Substr
from wagtail.models import Page, Site

from hub.core.models import BasePage

from .robots import SEARCH_ENGINES, Group, is_blocked

#: How many hidden pages of each type are compared with the lines of robots.txt.
COMPARED = 2_000


def page_types() -> list[type[BasePage]]:
    """Every page type of the hub, by name."""
    found = [model for model in apps.get_models() if issubclass(model, BasePage)]
    return sorted(found, key=lambda model: model._meta.label_lower)


def has_field(model, name: str) -> bool:
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True


def indexable(model: type[BasePage], site: Site) -> QuerySet:
    """Return the pages of one type that search engines are told of: published, on this site, under their own address.

    Aliases and pages whose canonical address is another one are known by the other one.
    """
    pages = model.objects.published().filter(noindex=False, alias_of__isnull=True, path__startswith=site.root_page.path)
    if not has_field(model, "canonical_url"):
        return pages
    own = Concat(Value(f"{site.root_url}/"), Substr("url_path", len(site.root_page.url_path) + 1))
    return pages.filter(Q(canonical_url="") | Q(canonical_url=own))


def path_of(url_path: str, site: Site) -> str:
    """Return the path a page answers at on its site, percent-encoded: "/home/articles/worry/" is "/articles/worry/"."""
    return "/" + quote(url_path.removeprefix(site.root_page.url_path), safe="/-_.~")


def address_of(url_path: str, site: Site) -> str:
    """Return a page's absolute address on ``site``."""
    return site.root_url + path_of(url_path, site)


def hidden_paths(site: Site, most: int) -> list[str]:
    """Return the paths of published pages that are kept out of search, of each type at most ``most``."""
    found = []
    for model in page_types():
        hidden = model.objects.published().filter(noindex=True, path__startswith=site.root_page.path)
        found += hidden.order_by("pk").values_list("url_path", flat=True)[:most]
    return [path_of(path, site) for path in found]


def blocked_pages(groups: list[Group], site: Site) -> list[str]:
    """Return the paths of pages kept out of search that the rules ``groups`` keep search engines from reading."""
    if not groups:
        return []
    paths = hidden_paths(site, COMPARED)
    return [path for path in paths if any(is_blocked(path, agent, groups) for agent in SEARCH_ENGINES)]


def site_of(page: Page) -> Site | None:
    """Return the site whose tree ``page`` stands in: the deepest where one lies in another."""
    roots = [page.path[:end] for end in range(page.steplen, len(page.path) + 1, page.steplen)]
    return (
        Site.objects.filter(root_page__path__in=roots).select_related("root_page").order_by("-root_page__depth").first()
    )
