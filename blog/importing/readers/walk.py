"""A clean tree -> parts: every element is walked once, in reading order, and every visible word comes along."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lxml import etree

from blog.importing.parts import CAPTION, CONTENTS, SUBTITLE, TITLE, Listing, Paragraph, Part
from blog.importing.readers.characters import cleaned
from blog.importing.readers.footnotes import is_comment, note_anchor
from blog.importing.readers.items import Item, listing_of
from blog.importing.readers.markup import INLINE
from blog.importing.readers.runs import BREAK, Run
from blog.importing.readers.shapes import paragraphs_of, text_in, wrap_loose
from blog.importing.readers.styles import Look, Sheet, google_list_level, word_list_level
from blog.importing.recognise.words import quoted

#: What takes an element, by its tag: False where the element is to be treated as any other.
TAKERS: dict[str, Callable[["Walk", etree._Element, "Place"], bool | None]] = {}
ROLES = {
    "title": TITLE,
    "msotitle": TITLE,
    "subtitle": SUBTITLE,
    "msosubtitle": SUBTITLE,
    "caption": CAPTION,
    "msocaption": CAPTION,
    "toc": CONTENTS,
    "msotoc1": CONTENTS,
    "msotoc2": CONTENTS,
    "msotoc3": CONTENTS,
    "msotocheading": CONTENTS,
}
_QUOTES = {"msoquote", "msointensequote", "quote"}


@dataclass(frozen=True)
class Place:
    """Where the walk stands: how text looks there, where it links to, and what kind of paragraph it is part of."""

    look: Look = Look()
    address: str = ""
    level: int = 0
    role: str = ""
    is_quote: bool = False
    is_note: bool = False
    keeps_space: bool = False


@dataclass
class Walk:
    """The walk through one document. ``media`` finds the name of a picture the document carries, or None."""

    sheet: Sheet
    media: Callable[[str], str | None]
    parts: list[Part] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    pictures: list[Part] = field(default_factory=list)
    word_items: list[Item] = field(default_factory=list)
    google_list: tuple[str, list[Item]] | None = None

    def aside(self) -> "Walk":
        """A walk through a piece of the same document, whose parts come out apart."""
        return Walk(self.sheet, self.media, notes=self.notes, left_out=self.left_out, footnotes=self.footnotes)

    def inside(self, element: etree._Element, place: Place | None = None) -> list[Part]:
        """The parts of what an element holds."""
        walk = self.aside()
        place = place or Place()
        walk.children(element, place)
        walk.end(place)
        return walk.parts

    def children(self, element: etree._Element, place: Place) -> None:
        self.say(element.text, place)
        for child in element:
            if isinstance(child.tag, str):
                self.take(child, place)
            self.say(child.tail, place)

    def say(self, text: str | None, place: Place) -> None:
        if not text:
            return
        text = cleaned(text)
        for number, line in enumerate(text.split("\n") if place.keeps_space else [text]):
            if number:
                self.runs.append(BREAK)
            self.runs.append(Run(line, bool(place.look.bold), bool(place.look.italic), place.address))

    def take(self, element: etree._Element, place: Place) -> None:
        look = self.sheet.look(element)
        place = replace(place, look=look.under(place.look))
        if look.is_hidden:
            self.drop(element, "was hidden in the document")
        elif (taker := TAKERS.get(element.tag)) and taker(self, element, place) is not False:
            return
        elif element.tag not in INLINE and element.tag != "cite":
            self.block(element, place)
        else:
            self.children(element, place)

    def drop(self, element: etree._Element, why: str) -> None:
        if text := text_in(element):
            self.left_out.append(text)
            self.notes.append(f"{quoted(text)} was left out: it {why}.")

    def block(self, element: etree._Element, place: Place) -> None:
        """Take an element that stands on lines of its own."""
        self.flush(place)
        if is_comment(element):
            self.drop(element, "is a comment beside the text")
            return
        if not place.is_note and note_anchor(element) is not None:
            self.footnote(element)
            return
        names = {name.lower() for name in element.get("class", "").split()}
        role = next((ROLES[name] for name in names if name in ROLES), place.role)
        inner = replace(place, role=role, is_quote=place.is_quote or bool(names & _QUOTES))
        if level := word_list_level(element):
            self.word_item(element, level, inner)
            return
        self.children(element, inner)
        self.flush(inner)

    def footnote(self, element: etree._Element) -> None:
        texts = [part.html for part in self.inside(element, Place(is_note=True)) if isinstance(part, Paragraph)]
        self.footnotes += [text for text in ["<br/>".join(texts)] if text]

    def flush(self, place: Place) -> None:
        """End the paragraph that has been gathered."""
        runs, self.runs = self.runs, []
        pictures, self.pictures = self.pictures, []
        if not pictures and not any(run.text.strip() for run in runs):
            return
        found = paragraphs_of(runs, level=place.level, role=place.role, is_quote=place.is_quote)
        self.end_lists()
        self.parts += [*found, *pictures]

    def end(self, place: Place) -> None:
        self.flush(place)
        self.end_lists()

    def end_lists(self) -> None:
        """End the list that Word or Google Docs wrote as a row of paragraphs or lists."""
        items, self.word_items = self.word_items, []
        if self.google_list:
            items = [*items, *self.google_list[1]]
            self.google_list = None
        if listing := listing_of(items):
            self.parts.append(listing)

    def word_item(self, element: etree._Element, level: int, place: Place) -> None:
        mark = next((span for span in element.iter("span") if "ignore" in span.get("style", "").lower()), None)
        written = "" if mark is None else "".join(mark.itertext()).strip()
        if mark is not None:
            tail = mark.tail or ""
            mark.clear()
            mark.tail = tail
        walk = self.aside()
        walk.children(element, place)
        walk.flush(place)
        waiting = self.word_items
        self.word_items = []
        self.end_lists()
        self.word_items = waiting
        is_numbered = bool(re.match(r"\(?\w{1,3}[.)]", written)) and not written.startswith(("o ", "§"))
        for part in walk.parts:
            if isinstance(part, Paragraph):
                self.word_items.append(Item(level, is_numbered, part.html, written))
            else:
                self.end_lists()
                self.parts.append(part)

    def take_list(self, element: etree._Element, place: Place) -> None:
        self.flush(place)
        level = google_list_level(element)
        key = re.sub(r"-\d(?= |$)", "", element.get("class", "").replace(" start", "")) if level else ""
        items, after = self.items(element, max(level, 1), place)
        if level and self.google_list and (self.google_list[0] == key or level > 1):
            self.google_list[1].extend(items)
        else:
            self.end_lists()
            if level:
                self.google_list = (key, items)
            elif listing := listing_of(items):
                self.parts.append(listing)
        if after:
            self.end_lists()
            self.parts += after

    def items(self, element: etree._Element, level: int, place: Place) -> tuple[list[Item], list[Part]]:
        """The items of a list and of the lists inside it, and what stands in it that no list can hold."""
        found: list[Item] = []
        after: list[Part] = []
        is_numbered = element.tag == "ol"
        wrap_loose(element, {"li", "ul", "ol"}, "li")
        for child in element:
            if child.tag in {"ul", "ol"}:
                inner, rest = self.items(child, level + 1, place)
                found += inner
                after += rest
            elif note_anchor(child) is not None and not place.is_note:
                self.footnote(child)
            elif not self.sheet.look(child).is_hidden:
                self.item(child, level, is_numbered, found, after)
            else:
                self.drop(child, "was hidden in the document")
        return found, after

    def item(
        self, element: etree._Element, level: int, is_numbered: bool, found: list[Item], after: list[Part]
    ) -> None:
        """One ``li``: its own lines, then the lists inside it."""
        lines: list[str] = []
        inner: list[Item] = []
        for part in self.inside(element, Place(look=self.sheet.look(element))):
            if isinstance(part, Paragraph):
                (lines.append(part.html) if not inner else inner.append(Item(level + 1, False, part.html)))
            elif isinstance(part, Listing):
                numbered = part.style == "numbers"
                inner += [Item(level + 1, numbered, item, part.mark) for item in part.items]
            else:
                after.append(part)
        if lines:
            found.append(Item(level, is_numbered, "<br/>".join(lines)))
        found += inner
