"""Pages that are renamed and moved as an editor does it."""

import pytest
from django.test import TestCase
from wagtail.models import Page

from hub.addresses import counting


@pytest.fixture(autouse=True)
def _nothing_noted():
    counting._noted.clear()
    counting._linked.clear()


def rename(page, slug):
    """Publish ``page`` under a new slug; what follows the commit is done."""
    page = Page.objects.get(pk=page.pk).specific
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.slug = slug
        page.save_revision().publish()
    return page


def move(page, parent):
    """Move ``page`` with all below it."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        Page.objects.get(pk=page.pk).specific.move(Page.objects.get(pk=parent.pk), pos="last-child")
    return Page.objects.get(pk=page.pk).specific


def delete(page):
    with TestCase.captureOnCommitCallbacks(execute=True):
        Page.objects.get(pk=page.pk).delete()


def address(page):
    return Page.objects.get(pk=page.pk).specific.url
