"""What follows from renaming, moving, publishing and deleting a page, and from saving a redirect."""

import logging

from django.db import DatabaseError, transaction
from django.db.models import Q
from django.db.models.signals import post_save, pre_delete
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail.signals import page_published, page_slug_changed, post_page_move

from .counting import evict
from .history import drop_redirects, occupied, remember, roots
from .models import LONGEST, MissingAddress

logger = logging.getLogger(__name__)


def connect() -> None:
    page_slug_changed.connect(follow_rename, dispatch_uid="addresses_rename")
    post_page_move.connect(follow_move, dispatch_uid="addresses_move")
    page_published.connect(follow_publishing, dispatch_uid="addresses_publishing")
    pre_delete.connect(follow_deletion, dispatch_uid="addresses_deletion")
    post_save.connect(follow_redirect, sender=Redirect, dispatch_uid="addresses_redirect")


def follow_rename(instance, instance_before, **kwargs):
    # Fetched anew: the instance of the signal may have been renamed once more, or moved, since.
    page = Page.objects.filter(pk=instance.pk).first()
    if page:
        remember(page, instance_before.url_path, instance.url_path)


def follow_move(instance, url_path_before, url_path_after, **kwargs):
    if url_path_before != url_path_after:
        remember(Page.objects.get(pk=instance.pk), url_path_before, url_path_after)


def follow_publishing(instance, **kwargs):
    """An address that is a page again is neither redirected nor missing. Never fails the publish."""
    try:
        with transaction.atomic():
            drop_redirects(instance, whole_tree=False)
    except DatabaseError:
        logger.warning("Redirects from the address of page %s could not be dropped.", instance.pk)


def follow_deletion(sender, instance, **kwargs):
    """Keep the addresses of a page that was public: they answer "gone", and can be redirected with one click."""
    # Once for each page: as Page, whatever its own type.
    if sender is not Page or not (instance.live or instance.first_published_at):
        return
    addresses = {(root.site_id, here) for root in roots() if (here := root.address(instance.url_path))}
    former = Redirect.objects.filter(redirect_page_id=instance.pk, site__isnull=False)
    addresses |= set(former.values_list("site_id", "old_path"))
    if addresses:
        # Afterwards: its site may go with a page.
        transaction.on_commit(lambda: keep_gone(addresses, instance.title), robust=True)


def keep_gone(addresses, title) -> None:
    """Store the addresses, as ``(site, address)``, of the deleted page ``title``."""
    today = timezone.localdate()
    gone = {"gone_title": title[:255], "gone_on": today}
    sites = {root.site_id for root in roots()}
    for site_id, address in addresses - occupied(addresses):
        if site_id in sites and len(address) <= LONGEST:
            MissingAddress.objects.update_or_create(
                site_id=site_id,
                path=address.lower(),
                defaults=gone,
                create_defaults={**gone, "first_seen": today, "last_seen": today},
            )
    evict(today)


def follow_redirect(instance, **kwargs):
    """An address that is redirected is missing no more."""
    if not kwargs.get("raw"):
        of_site = Q(site=instance.site_id) if instance.site_id else Q()
        MissingAddress.objects.filter(of_site, path=instance.old_path.lower()).delete()
