"""What a reader hands to ``compose``: the document cut into paragraphs and lists, nothing yet understood."""

from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Paragraph:
    """One paragraph as plain text.

    ``html`` is the same text as inline HTML; ``is_heading`` is true where the document says so itself;
    ``is_one_line`` is false where the text was put together from several lines.
    """

    text: str
    html: str
    is_heading: bool = False
    is_one_line: bool = True


@dataclass(frozen=True)
class Listing:
    """One list: N >= 1 items as inline HTML, and the mark its first item had."""

    style: str
    items: tuple[str, ...]
    mark: str = ""


Part = Paragraph | Listing


def paragraph(text: str, **facts: bool) -> Paragraph:
    """A paragraph of a format without inline markup: its text, escaped."""
    return Paragraph(text, inline(text), **facts)


def inline(text: str) -> str:
    """Plain text as inline HTML."""
    return escape(text, quote=False)
