"""What search engines will be told of: rows, from what happened to a page."""

from django.conf import settings
from wagtail.models import Page, PageViewRestriction, Site

from hub.core.models import BasePage
from hub.discovery.models import IndexChange, IndexNowSettings
from hub.discovery.pages import address_of, indexable, page_types, path_of, site_of

from . import followers

#: Addresses fetched and written at once while a part of the tree is spelt out.
BATCH = 1_000


def wants_to_tell(site: Site | None) -> bool:
    """Whether the practice wants search engines to be told, and this copy of the site is one they may find."""
    return bool(site and IndexNowSettings.objects.filter(site=site, is_on=True).exists())


def site_to_tell_of(page: Page) -> Site | None:
    """Return the site of ``page`` if search engines are told of its changes."""
    site = site_of(page) if settings.SITE_IS_INDEXABLE else None
    return site if wants_to_tell(site) else None


def published(page: Page) -> None:
    """Queue the address of a page that was published, where search engines may know it."""
    site = site_to_tell_of(page)
    if site and indexable(type(page), site).filter(pk=page.pk).exists():
        add(site, url=address_of(page.url_path, site))


def known_address(page: Page) -> tuple[Site, str] | None:
    """Return the site and the address of a page that was public until now, if search engines may have known it."""
    site = site_to_tell_of(page)
    is_own = isinstance(page, BasePage) and not page.noindex and not page.alias_of_id
    if not site or not is_own or getattr(page, "canonical_url", "") or _is_restricted(page.path, page.steplen):
        return None
    return site, address_of(page.url_path, site)


def moved(page: Page, old_url_path: str, old_path: str) -> None:
    """Queue a part of the tree that has another address now: one row, however many pages it is.

    ``old_url_path`` is the page's address before, ``old_path`` its place in the tree then.
    """
    site = site_to_tell_of(page)
    if not site:
        return
    was_here = old_path.startswith(site.root_page.path) and not _is_restricted(old_path, Page.steplen)
    add(site, page_key=page.pk, old_path=path_of(old_url_path, site) if was_here else "")


def _is_restricted(path: str, step: int) -> bool:
    """Whether the place ``path`` in the tree is kept from visitors."""
    above = [path[:end] for end in range(step, len(path) + 1, step)]
    return PageViewRestriction.objects.filter(page__path__in=above).exists()


def add(site: Site, **what) -> None:
    """Queue a change, unless it waits already, and see to its being sent."""
    waiting = IndexChange.objects.waiting().filter(site=site, claimed_until=None)
    if not waiting.filter(**what).exists():
        IndexChange.objects.create(site=site, **what)
    followers.follow()


def spell_out(change: IndexChange) -> int:
    """Queue every address of a part of the tree that has moved, the present and the former ones; return how many."""
    page, site = Page.objects.filter(pk=change.page_key).first(), change.site
    count = 0
    for model in page_types() if page else ():
        below = indexable(model, site).filter(path__startswith=page.path).order_by("pk")
        addresses = []
        for path in below.values_list("url_path", flat=True).iterator(chunk_size=BATCH):
            now = path_of(path, site)
            addresses.append(now)
            if change.old_path:
                addresses.append(change.old_path + now.removeprefix(path_of(page.url_path, site)))
        rows = [IndexChange(site=site, url=site.root_url + path, due_at=change.due_at) for path in addresses]
        IndexChange.objects.bulk_create(rows, batch_size=BATCH)
        count += len(rows)
    change.delete()
    return count
