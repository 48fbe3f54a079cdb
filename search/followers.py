"""What follows from publishing, unpublishing, moving, deleting and making private: search knows."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_unpublished, post_page_move

from search.site_index import update_quietly


def follow(page_ids) -> None:
    """Bring search up to date with pages once what changed them is certain."""
    page_ids = list(page_ids)
    transaction.on_commit(lambda: update_quietly(page_ids), robust=True)


@receiver([page_published, page_unpublished])
def follow_page(instance, **kwargs):
    follow([instance.pk])


@receiver(post_page_move)
def follow_move(instance, parent_page_after, **kwargs):
    page = Page.objects.get(pk=instance.pk)
    # What stands behind the page moves up by one as well, which matters where those are sites: a site is told by path.
    sites = Site.objects.filter(root_page__path__startswith=parent_page_after.path)
    shifts_sites = sites.exclude(root_page=parent_page_after).exists()
    follow_tree(parent_page_after if shifts_sites else page)


@receiver(pre_delete)
def follow_deletion(sender, instance, **kwargs):
    # Once for each page: as Page, whatever its own type.
    if sender is Page:
        follow([instance.pk])


@receiver([post_save, post_delete], sender=PageViewRestriction)
def follow_privacy(instance, **kwargs):
    page = Page.objects.filter(pk=instance.page_id).first()
    if page:
        follow_tree(page)


def follow_tree(page) -> None:
    follow(Page.objects.descendant_of(page, inclusive=True).values_list("pk", flat=True))
