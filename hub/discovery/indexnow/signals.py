"""What happens to pages, told to the queue once it is certain and never so that it could get in the way."""

import logging

from django.db import DatabaseError, transaction
from django.dispatch import receiver
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from hub.core.models import BasePage

from . import queue

logger = logging.getLogger(__name__)


def _afterwards(work, *args, **kwargs) -> None:
    """Do ``work`` after the present transaction; what fails is logged, and nobody else hears of it."""

    # A function with a name, and no partial: Django names what has failed.
    def tell():
        work(*args, **kwargs)

    transaction.on_commit(tell, robust=True)


@receiver(page_published)
def tell_of_publishing(instance, **kwargs):
    if isinstance(instance, BasePage):
        _afterwards(queue.published, instance)


@receiver(page_unpublished)
def tell_of_unpublishing(instance, **kwargs):
    """Deleting a page unpublishes it first; who could see it has to be asked while that is still known."""
    try:
        with transaction.atomic():
            known = queue.known_address(instance)
    except DatabaseError as error:
        logger.warning("Search engines are not told of a page taken down (%s).", type(error).__name__)
        return
    if known:
        _afterwards(queue.add, known[0], url=known[1])


@receiver(page_slug_changed)
def tell_of_a_new_slug(instance, instance_before, **kwargs):
    _afterwards(queue.moved, instance, instance_before.url_path, instance_before.path)


@receiver(post_page_move)
def tell_of_a_new_place(instance, url_path_before, url_path_after, parent_page_before, **kwargs):
    if url_path_before != url_path_after:
        _afterwards(queue.moved, instance, url_path_before, parent_page_before.path)
