"""What blocks have in common: the heading a block makes, and fields that name a source."""

from dataclasses import dataclass

from django.core.validators import MaxValueValidator, MinValueValidator
from wagtail import blocks


@dataclass(frozen=True)
class BlockHeading:
    """A heading that a block puts on the page; one without text makes none.

    ``level`` is the wanted level, or None for one below the section it stands in. ``is_listed`` says whether
    the contents list shows it.
    """

    text: str
    level: int | None = 2
    is_listed: bool = True


FIRST_YEAR, LAST_YEAR = 1000, 2100


class YearBlock(blocks.IntegerBlock):
    """A year of publication."""

    def __init__(self, **kwargs):
        kwargs.setdefault("required", False)
        super().__init__(validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)], **kwargs)


def source_fields() -> tuple[blocks.Block, blocks.Block, blocks.Block]:
    """Return the fields that say where a statement comes from: title, address, year."""
    return (
        blocks.CharBlock(required=False, max_length=200, help_text="Book, paper or page."),
        blocks.URLBlock(required=False, label="Source address", help_text="https://…"),
        YearBlock(help_text="When it was published."),
    )
