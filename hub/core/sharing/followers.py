"""What becomes of a share image when its page is published, hidden or deleted. None of it can fail the change."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished

from .keeping import digest_of, purge


@receiver(page_published)
def drop_what_was_replaced(instance, **kwargs):
    """The picture of a former title goes; the new one is drawn when somebody shares the page."""
    from hub.core.models import BasePage

    if isinstance(instance, BasePage):
        _later(lambda: _purge_former(instance))


@receiver(page_unpublished)
def drop_with_the_page(instance, **kwargs):
    _later(lambda: purge(instance.pk))


@receiver(post_delete)
def drop_with_the_deleted_page(sender, instance, **kwargs):
    if sender is Page:
        # Its key is gone from the instance once the deletion is complete.
        key = instance.pk
        _later(lambda: purge(key))


@receiver(post_save, sender=PageViewRestriction)
def drop_what_is_private_now(instance, **kwargs):
    below = Page.objects.filter(path__startswith=instance.page.path).values_list("pk", flat=True)
    _later(lambda: [purge(key) for key in below.iterator()])


def _later(work):
    transaction.on_commit(work, robust=True)


def _purge_former(page):
    from hub.core.models import Practice

    site = page.get_site()
    practice = Practice.for_site(site).display_name if site else ""
    purge(page.pk, keep=digest_of(page.title, practice, page.art_seed))
