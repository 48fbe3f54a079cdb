"""Where an address without a page leads: worked out to its end, so that a reader is redirected once."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q
from django.http.request import split_domain_port
from django.urls import Resolver404
from django.urls import resolve as url_resolve
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from .settling import candidates, parents, with_query

#: A chain of redirects typed by hand is followed this far; those that are stored by us have one step.
FURTHEST = 8
#: The name of the address pattern that pages are served by.
PAGES = "wagtail_serve"


@dataclass(frozen=True)
class Target:
    """Where to redirect to. ``is_ours``: a page of one of our sites, which is told the query string as well."""

    address: str
    is_permanent: bool = True
    is_ours: bool = True


class Stays(Exception):
    """The address is right as it is: what is not found there is something within the page."""


def resolve(site: Site, path: str, query: str = "", request=None) -> Target | None:
    """Return where ``path`` of ``site`` leads, or None. Two queries, a few more for a chain typed by hand.

    ``path`` is decoded and begins with a slash. Only what a visitor can open is a target: a page that is live and
    not expired, an address within such a page, or an address elsewhere that an editor has typed.

    Raises: Stays: there is a page at this very address.
    """
    return _resolve(site, path, query, request, frozenset())


def _resolve(site, path, query, request, passed) -> Target | None:
    wanted = candidates(path)
    if not wanted:
        return None
    inner = [(page, rest) for address in wanted for page, rest in parents(address)]
    known = list(dict.fromkeys([*wanted, *(page for page, _ in inner)]))
    # What was asked with a query string may be redirected by it: /?p=17.
    asked = Redirect.normalise_path(f"{wanted[0] or '/'}?{query}") if query else ""
    rows = _redirects(site, [asked, *known] if asked else known)
    pages = _pages(site, known)
    if asked in rows and (target := _follow(rows[asked], site, request, passed)):
        return Target(target.address, target.is_permanent, is_ours=False)
    for address in wanted:
        if address in pages:
            return _leading_elsewhere(pages[address].get_url(request), path)
        row = rows.get(address)
        if row and row.pk not in passed and (target := _follow(row, site, request, passed)):
            return _elsewhere(target, path)
    for parent, rest in inner:
        page = pages.get(parent) or _page_of(rows.get(parent))
        if page and (address := _address_within(page, rest, request)):
            return _leading_elsewhere(address, path)
    return None


def _leading_elsewhere(address, path):
    return _elsewhere(Target(address), path) if address else None


def _elsewhere(target, path):
    if target.address == path:
        raise Stays
    return target


def _redirects(site, addresses) -> dict[str, Redirect]:
    """Return the redirects from ``addresses`` by address; one of this site goes before one of all sites."""
    olds = [address or "/" for address in addresses]
    found = Redirect.objects.filter(Q(site=site) | Q(site=None), old_path__in=olds)
    rows = sorted(found.select_related("redirect_page"), key=lambda row: row.site_id is not None)
    return {row.old_path if row.old_path != "/" else "": row for row in rows}


def _pages(site, addresses) -> dict[str, Page]:
    root = site.root_page
    url_paths = {f"{root.url_path.rstrip('/')}{address}/": address for address in addresses}
    # Slugs have an index of their own; whole paths have none.
    slugs = {address.rpartition("/")[2] for address in addresses if address} | {root.slug}
    found = Page.objects.filter(_open(), slug__in=slugs, url_path__in=url_paths)
    return {url_paths[page.url_path]: page for page in found}


def _open() -> Q:
    return Q(live=True) & (Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now()))


def _page_of(row) -> Page | None:
    """The page that a redirect leads to, if a visitor can open it."""
    page = row.redirect_page if row else None
    return page if page and page.live and not (page.expire_at and page.expire_at <= timezone.now()) else None


def _follow(row, site, request, passed) -> Target | None:
    """Return the end of the way that begins with ``row``; None where it ends nowhere, or where it began."""
    if row.redirect_page_id:
        page = _page_of(row)
        route = row.redirect_page_route_path
        address = page and ((route and _address_within(page, route, request)) or page.get_url(request))
        return Target(address, row.is_permanent) if address else None
    return _follow_link(row, site, request, passed) if row.redirect_link else None


def _follow_link(row, site, request, passed):
    local = local_path(row.redirect_link, site, request)
    if local is None:
        return Target(row.redirect_link, row.is_permanent, is_ours=False)
    if len(passed) >= FURTHEST:
        return None
    path, query, fragment = local
    try:
        target = _resolve(site, path, query, request, passed | {row.pk})
    except Stays:
        target = Target(path)
    if target is None:
        # Not a page: a document, the search, or nothing at all.
        target = Target(path) if is_served(path) else None
    if target is None:
        return None
    address = with_query(target.address, query if target.is_ours else "")
    return Target(address + (f"#{fragment}" if fragment and "#" not in address else ""), row.is_permanent)


def is_served(path) -> bool:
    """Whether something other than pages answers at ``path``."""
    if path.startswith((settings.STATIC_URL, settings.MEDIA_URL)):
        return True
    try:
        return url_resolve(path).url_name != PAGES
    except Resolver404:
        return False


def local_path(link: str, site: Site, request=None) -> tuple[str, str, str] | None:
    """Return path, query and fragment of a link to ``site`` itself; None for a link elsewhere."""
    try:
        parts = urlsplit(link)
        host = parts.hostname
    except ValueError:
        return None
    own = {site.hostname.lower()}
    if request is not None:
        own.add(split_domain_port(request.get_host())[0])
    if host and host.lower() not in own:
        return None
    return parts.path or "/", parts.query, parts.fragment


def _address_within(page, rest, request) -> str | None:
    """Return the address of what ``rest`` is within ``page``, if its type knows such an address (a feed, a receipt)."""
    routes = getattr(page.specific_class, "get_resolver", None)
    if routes is None:
        return None
    for route in (f"/{rest.strip('/')}/", rest):
        try:
            routes().resolve(route)
        except Resolver404:
            continue
        return f"{page.get_url(request).rstrip('/')}{route}"
    return None
