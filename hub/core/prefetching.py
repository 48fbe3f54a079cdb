"""A constant number of queries for a body of any length.

Wagtail fetches each block type's pages, pictures and documents in bulk, but asks once more for every picture's
renditions and once for every text that links to a page.
"""

import re
from contextvars import ContextVar

from django.db.models import prefetch_related_objects
from wagtail.models import Page

from .blocks.media import CaptionedImageBlock, VideoBlock
from .querysets import only_published

_PAGE_LINK = re.compile(r"<a(?=[^>]*\blinktype=\"page\")[^>]*\bid=\"(\d+)\"")

#: What the texts of the page being rendered link to, by primary key: None where a visitor may not see it.
linked_pages: ContextVar[dict[int, Page | None] | None] = ContextVar("linked_pages", default=None)


def prefetch_body(stream) -> None:
    """Fetch the renditions of a stream's pictures and the pages that its texts link to, in one query each."""
    pictures = [picture for child in stream for picture in _pictures(child)]
    if pictures:
        prefetch_related_objects(pictures, "renditions")
    ids = {int(found) for found in _PAGE_LINK.findall(_raw_text(stream))}
    visible = {page.pk: page for page in only_published(Page.objects.filter(pk__in=ids))} if ids else {}
    linked_pages.set({pk: visible.get(pk) for pk in ids})


def _pictures(child):
    if child.value and isinstance(child.block, CaptionedImageBlock) and child.value.get("image"):
        yield child.value["image"]
    if child.value and isinstance(child.block, VideoBlock) and child.value.get("poster"):
        yield child.value["poster"]


def _raw_text(stream) -> str:
    """Return the stored form of every rich text in the stream, joined."""
    return "\n".join(_rich_texts(stream.get_prep_value()))


def _rich_texts(value):
    if isinstance(value, str):
        if "linktype" in value:
            yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _rich_texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _rich_texts(inner)
