"""What blocks have in common: the heading a block makes, fields that name a source, and pages worth showing."""

from dataclasses import dataclass

from django.apps import apps
from django.core.validators import MaxValueValidator, MinValueValidator
from wagtail import blocks

from hub.core.querysets import only_published


@dataclass(frozen=True)
class BlockHeading:
    """A heading that a block puts on the page.

    ``level`` is the wanted level, or None for one below the section it stands in. ``is_listed`` says whether
    the contents list shows it.
    """

    text: str
    level: int | None = 2
    is_listed: bool = True


class YearBlock(blocks.IntegerBlock):
    """A year of publication."""

    def __init__(self, **kwargs):
        kwargs.setdefault("required", False)
        super().__init__(validators=[MinValueValidator(1000), MaxValueValidator(2100)], **kwargs)


def source_fields() -> tuple[blocks.Block, blocks.Block, blocks.Block]:
    """Return the fields that say where a statement comes from: title, address, year."""
    return (
        blocks.CharBlock(required=False, max_length=200, help_text="Book, paper or page."),
        blocks.URLBlock(required=False, label="Source address", help_text="https://…"),
        YearBlock(help_text="When it was published."),
    )


def published_of(pages, model: str) -> list:
    """Return those of ``pages`` (instances of ``model``) that a visitor may see, in the given order, in one query."""
    ids = [page.pk for page in pages if page]
    if not ids:
        return []
    manager = apps.get_model(model).objects
    found = {page.pk: page for page in only_published(manager.filter(pk__in=ids)).for_display()}
    return [found[pk] for pk in dict.fromkeys(ids) if pk in found]
