"""A constant number of queries for a body of any length.

Wagtail fetches each block type's pages, pictures and documents in bulk, but asks once more for every picture's
renditions, once for every text that links to a page, and every block that shows pages must ask which of them a
visitor may see. All of that is asked here, once a page, and remembered for as long as the page is rendered.
"""

import re
from collections import defaultdict
from contextvars import ContextVar

from django.apps import apps
from django.db.models import prefetch_related_objects

from .querysets import only_published

PAGE = "wagtailcore.Page"

_PAGE_LINK = re.compile(r"<a(?=[^>]*\blinktype=\"page\")[^>]*\bid=\"(\d+)\"")

#: By model label and primary key: the page, or None where a visitor may not see it. None: nothing is remembered.
_remembered: ContextVar[dict | None] = ContextVar("remembered_pages", default=None)


def forget() -> None:
    """Drop what is remembered: a thread serves one request after another."""
    _remembered.set(None)


def visible(model: str, keys) -> dict:
    """Return those pages among the primary keys ``keys`` that a visitor may see, by key.

    ``model`` is the label of the page type. At most one query, none for what ``prefetch_body`` has asked already.
    """
    known = _remembered.get() or {}
    found = {key: known[model, key] for key in keys if (model, key) in known}
    if missing := set(keys) - found.keys():
        found |= _asked(model, missing)
    return {key: page for key, page in found.items() if page}


def known(model: str, keys) -> dict | None:
    """Return the pages with the primary keys ``keys`` by key, without a query; None where one is not remembered."""
    remembered = _remembered.get() or {}
    found = {key: remembered.get((model, key)) for key in keys}
    return found if all(found.values()) else None


def prefetch_body(stream, pictures=(), pages=()) -> None:
    """Fetch all that the blocks of ``stream`` show: renditions (of ``pictures`` too), linked and chosen pages.

    ``pages`` are linked to beside the stream; ``visible`` knows them afterwards as well.
    """
    shown = [picture for picture in (*pictures, *_all_pictures(stream)) if picture]
    if shown:
        prefetch_related_objects(shown, "renditions")
    wanted = _chosen_pages(stream)
    wanted[PAGE] |= {page.pk for page in pages if page}
    wanted[PAGE] |= {int(key) for text in _rich_texts(stream.get_prep_value()) for key in _PAGE_LINK.findall(text)}
    _remembered.set({(model, key): page for model, keys in wanted.items() for key, page in _asked(model, keys).items()})


def _asked(model, keys) -> dict:
    if not keys:
        return {}
    pages = only_published(apps.get_model(model).objects.filter(pk__in=keys))
    if model != PAGE:
        pages = pages.for_display()
    return dict.fromkeys(keys) | {page.pk: page for page in pages}


def _all_pictures(stream):
    for child in stream:
        if child.value and child.block_type == "image":
            yield child.value.get("image")
        elif child.value and child.block_type == "video":
            yield child.value.get("poster")


def _chosen_pages(stream) -> dict[str, set]:
    """Return, by model, the keys of the pages that blocks show when a visitor may see them."""
    found = defaultdict(set)
    for child in stream:
        shown = getattr(child.block, "shown_pages", None)
        if shown and child.value:
            model, keys = shown(child.value)
            found[model].update(keys)
    return found


def _rich_texts(value):
    """Yield the stored form of every rich text that holds a link to a page."""
    if isinstance(value, str):
        if "linktype" in value:
            yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _rich_texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _rich_texts(inner)
