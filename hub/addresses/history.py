"""What becomes of the addresses of a page and of all below it when it is renamed or moved.

``departures`` says what will happen as well as what has: the editor is shown the very list that is then stored.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from .models import MissingAddress

#: Rows written and asked for at a time.
BATCH = 500
LONGEST = Redirect._meta.get_field("old_path").max_length


@dataclass(frozen=True)
class Departure:
    """An address that a page leaves. ``new`` is "" where the page is on no site afterwards."""

    page_id: int
    site_id: int
    old: str
    new: str

    @property
    def can_be_kept(self) -> bool:
        """Whether the address is short enough for the table of redirects."""
        return len(self.old) <= LONGEST


@dataclass(frozen=True)
class Root:
    """Where a site begins in the tree."""

    site_id: int
    url_path: str
    hostname: str

    def address(self, url_path: str) -> str | None:
        """Return the address on this site of the page at ``url_path``, without its last slash; None: it has none."""
        if url_path != self.url_path and url_path.startswith(self.url_path):
            return "/" + url_path[len(self.url_path) :].rstrip("/")
        return None


def roots(outside: Page | None = None) -> list[Root]:
    """Return the sites, the most deeply rooted first; none whose own front lies in the tree of ``outside``.

    What is inside such a site keeps its addresses there, however the tree around it is named.
    """
    sites = Site.objects.select_related("root_page")
    if outside is not None:
        sites = sites.exclude(root_page__path__startswith=outside.path)
    found = [Root(site.pk, site.root_page.url_path, site.hostname) for site in sites]
    return sorted(found, key=lambda root: -len(root.url_path))


def departures(page: Page, before: str, after: str) -> Iterator[Departure]:
    """Yield each address left when the url_path of ``page`` goes from ``before`` to ``after``, its own first.

    It can be asked before the change and after it: pages are found by their place in the tree. Counted is every
    page that ever was public, for its address may be known even while it is withdrawn.
    """
    sites = roots(outside=page)
    here = Page.objects.values_list("url_path", flat=True).get(pk=page.pk)
    was_public = Q(live=True) | Q(first_published_at__isnull=False)
    tree = Page.objects.filter(was_public, path__startswith=page.path).order_by("path")
    for key, url_path in tree.values_list("pk", "url_path").iterator(chunk_size=2000):
        rest = url_path[len(here) :]
        new = next(((root, there) for root in sites if (there := root.address(after + rest))), None)
        for root in sites:
            old = root.address(before + rest)
            if old and (new is None or (root, old) != new):
                elsewhere = "" if new is None or new[0] == root else f"//{new[0].hostname}"
                yield Departure(key, root.site_id, old, f"{elsewhere}{new[1]}/" if new else "")


def remember(page: Page, before: str, after: str) -> int:
    """Store redirects from the addresses that ``page`` and all below it have left. Return how many.

    They lead to the pages, not to addresses, so that later moves cost nothing and no chain can come about. An
    address that has a page again is none to be redirected, and loses what redirected it.
    """
    kept = 0
    with transaction.atomic():
        for batch in batches(left for left in departures(page, before, after) if left.can_be_kept):
            kept += _store(batch)
        drop_redirects(page)
    return kept


def _store(batch: list[Departure]) -> int:
    taken = occupied((left.site_id, left.old) for left in batch)
    rows = [left for left in batch if (left.site_id, left.old) not in taken]
    for site_id in {left.site_id for left in rows}:
        olds = [left.old for left in rows if left.site_id == site_id]
        Redirect.objects.filter(site_id=site_id, old_path__in=olds).delete()
        MissingAddress.objects.filter(site_id=site_id, path__in=[old.lower() for old in olds]).delete()
    Redirect.objects.bulk_create(
        [
            Redirect(old_path=left.old, site_id=left.site_id, redirect_page_id=left.page_id, automatically_created=True)
            for left in rows
        ],
        ignore_conflicts=True,
    )
    return len(rows)


def occupied(addresses: Iterable[tuple[int, str]]) -> set[tuple[int, str]]:
    """Return those of ``(site, address)`` where a live page is."""
    by_site = {root.site_id: root for root in roots()}
    wanted = {}
    for site_id, address in addresses:
        if root := by_site.get(site_id):
            wanted[f"{root.url_path.rstrip('/')}{address}/"] = (site_id, address)
    slugs = {path.rstrip("/").rpartition("/")[2] for path in wanted}
    found = Page.objects.filter(slug__in=slugs, url_path__in=wanted, live=True).values_list("url_path", flat=True)
    return {wanted[url_path] for url_path in found}


def drop_redirects(page: Page, whole_tree: bool = True) -> None:
    """Drop the redirects from, and the counts of, addresses where ``page`` (and what is below it) is live now."""
    tree = Page.objects.filter(live=True, path__startswith=page.path)
    if not whole_tree:
        tree = tree.filter(pk=page.pk)
    sites = roots()
    for batch in batches(tree.values_list("url_path", flat=True).iterator(chunk_size=2000)):
        for root in sites:
            here = [address for url_path in batch if (address := root.address(url_path))]
            if here:
                # A redirect for all sites is still of use on the others.
                of_site = Q(site_id=root.site_id) | (Q(site=None) if len(sites) == 1 else Q(pk=None))
                Redirect.objects.filter(of_site, old_path__in=here).delete()
                lower = [address.lower() for address in here]
                MissingAddress.objects.filter(site_id=root.site_id, path__in=lower).delete()


def batches(items: Iterable, size: int = BATCH) -> Iterator[list]:
    """Yield ``items`` in lists of at most ``size``."""
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
