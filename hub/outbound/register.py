"""The table of links out, kept in step with what is published."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.db import transaction
from wagtail.models import Site

from hub.core.models import BasePage, CrisisSupport, Invitation, Practice

from .addresses import digest
from .extracting import Found, links_of
from .models import LinkPlace, OutboundLink

AT_ONCE = 100


@dataclass(frozen=True)
class Holder:
    """What holds links: ``key`` names it (page:17), ``page`` is its primary key where it is a page."""

    key: str
    title: str
    links: tuple[Found, ...]
    page: int | None = None


def own_hosts() -> frozenset[str]:
    """Return the hosts of this site, with their ports where these are not the usual ones."""
    known = {urlsplit(site.root_url).netloc for site in Site.objects.all()}
    return frozenset(host.lower() for host in {*known, urlsplit(settings.SITE_URL).netloc} if host)


def holders(page: int | None = None) -> Iterator[Holder]:
    """Yield all that readers see links on, or the page with the primary key ``page`` alone, without what has none."""
    own = own_hosts()
    for model in apps.get_models():
        if issubclass(model, BasePage):
            shown = model.objects.published()
            if page:
                shown = shown.filter(pk=page)
            for one in shown.iterator(chunk_size=AT_ONCE):
                if links := links_of(one, own):
                    yield Holder(f"page:{one.pk}", one.title, tuple(links), one.pk)
    if not page:
        yield from _beside_pages(own)


def _beside_pages(own: frozenset[str]) -> Iterator[Holder]:
    for invitation in Invitation.objects.filter(live=True):
        yield Holder(f"invitation:{invitation.pk}", f"Shared invitation “{invitation}”", _links(invitation, own))
    for model in (Practice, CrisisSupport):
        for setting in model.objects.all():
            name = model._meta.verbose_name
            yield Holder(f"{model._meta.model_name}:{setting.site_id}", f"Settings, {name}", _links(setting, own))


def _links(holder, own) -> tuple[Found, ...]:
    return tuple(links_of(holder, own))


def keep_in_step(page: int | None = None) -> None:
    """Bring the table in step with what is published; with ``page``, with that page alone.

    A link that stands nowhere any more is forgotten. Can be interrupted and run again.
    """
    seen = set()
    for some in _batches(holders(page)):
        with transaction.atomic():
            _keep(some)
        seen |= {holder.key for holder in some}
    gone = LinkPlace.objects.filter(holder=f"page:{page}") if page else LinkPlace.objects.all()
    stale = {holder for holder in gone.values_list("holder", flat=True).distinct() if holder not in seen}
    for some in _batches(sorted(stale)):
        LinkPlace.objects.filter(holder__in=some).delete()
    OutboundLink.objects.filter(places__isnull=True).delete()


def _keep(some: Iterable[Holder]) -> None:
    """Store the links of some holders, and drop what they held before."""
    keys = _rows({found.url for holder in some for found in holder.links})
    wanted = {
        (keys[digest(found.url)], holder.key, found.path, found.text): (holder, found)
        for holder in some
        for found in holder.links
    }
    here = LinkPlace.objects.filter(holder__in=[holder.key for holder in some])
    known = {tuple(row[1:]): row[0] for row in here.values_list("pk", "link_id", "holder", "path", "text")}
    here.filter(pk__in=[key for place, key in known.items() if place not in wanted]).delete()
    LinkPlace.objects.bulk_create(
        LinkPlace(
            link_id=place[0],
            holder=holder.key,
            page_id=holder.page,
            title="" if holder.page else holder.title[:255],
            path=found.path,
            label=found.label,
            text=found.text,
        )
        for place, (holder, found) in wanted.items()
        if place not in known
    )


def _rows(urls: set[str]) -> dict[str, int]:
    """Return the primary keys of the rows of some addresses by digest, having made those that are missing."""
    by_digest = {digest(url): url for url in urls}
    rows = OutboundLink.objects.filter(digest__in=by_digest)
    known = set(rows.values_list("digest", flat=True))
    missing = [OutboundLink.to(url) for key, url in sorted(by_digest.items()) if key not in known]
    # Another run may make the same row at the same moment.
    OutboundLink.objects.bulk_create(missing, ignore_conflicts=True)
    return dict(rows.values_list("digest", "pk"))


def _batches(items: Iterable) -> Iterator[list]:
    rest = iter(items)
    while some := list(islice(rest, AT_ONCE)):
        yield some
