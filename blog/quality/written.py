"""All that somebody has typed into an article, wherever it stands: what no kind of block may hide."""

from collections.abc import Iterator

from django.utils.text import capfirst

from blog.models import ArticlePage
from hub.core.models import Source

from .findings import Place

#: The fields beside the body in which somebody writes.
_FIELDS = (
    *("title", "standfirst", "content_note", "hero_alt", "what_changed"),
    *("seo_title", "search_description", "focus_phrase"),
)


def written(page: ArticlePage) -> Iterator[tuple[Place, str]]:
    """Yield every text of the article as it is stored, rich text with its tags, and where it stands."""
    for name in _FIELDS:
        yield Place(name, capfirst(page._meta.get_field(name).verbose_name)), getattr(page, name) or ""
    for child in page.body:
        place = Place(child.id or "", str(child.block.label), is_block=True)
        yield from ((place, text) for text in _strings(child.block.get_prep_value(child.value)))
    for child in page.references:
        place = Place(child.id or "", str(child.block.label), is_block=True)
        # Of a shared source the article itself keeps the number alone.
        is_shared = isinstance(child.value, Source)
        value = child.value.as_reference() if is_shared else child.block.get_prep_value(child.value)
        yield from ((place, text) for text in _strings(value))


def _strings(value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)
