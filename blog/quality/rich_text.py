"""Stored rich text as paragraphs and items with their links. Pure functions."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_BLOCKS = frozenset({"p", "li", "h2", "h3", "h4", "h5", "h6", "blockquote", "div", "ul", "ol"})


@dataclass
class Paragraph:
    """One paragraph or item: its text as it was typed, and its links as text and attributes."""

    is_item: bool = False
    typed: str = ""
    links: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(self.typed.split())


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found: list[Paragraph] = [Paragraph()]
        self.link: dict[str, str] | None = None
        self.words = ""

    def handle_starttag(self, tag, attrs):
        if tag in _BLOCKS:
            self.end_paragraph(tag == "li")
        elif tag == "br":
            self.handle_data("\n")
        elif tag == "a":
            self.end_link()
            self.link = {name: value or "" for name, value in attrs}

    def handle_endtag(self, tag):
        if tag in _BLOCKS:
            self.end_paragraph(False)
        elif tag == "a":
            self.end_link()

    def handle_data(self, data):
        self.found[-1].typed += data
        if self.link is not None:
            self.words += data

    def end_link(self):
        if self.link is not None:
            self.found[-1].links.append((" ".join(self.words.split()), self.link))
        self.link, self.words = None, ""

    def end_paragraph(self, is_item):
        self.end_link()
        self.found.append(Paragraph(is_item))


def paragraphs(stored: str) -> list[Paragraph]:
    """Return the paragraphs and list items of stored rich text; those without text or link are left out."""
    reader = _Reader()
    reader.feed(stored or "")
    reader.close()
    reader.end_link()
    return [paragraph for paragraph in reader.found if paragraph.text or paragraph.links]
