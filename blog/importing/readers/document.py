"""The path all marked-up formats share: markup -> clean tree -> parts -> outline, with every word accounted for."""

import re
from collections import Counter
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field, replace

from lxml import etree

from blog.importing.compose import Beside, compose
from blog.importing.outline import Facts, Outline, UnreadableDocument, plain
from blog.importing.parts import Paragraph, Part
from blog.importing.readers import elements, folded, tables  # noqa: F401 (each registers what it takes)
from blog.importing.readers.characters import mended
from blog.importing.readers.guard import strings_of
from blog.importing.readers.limits import LONGEST_PARAGRAPH
from blog.importing.readers.markup import clean, visible_text
from blog.importing.readers.media import Media
from blog.importing.readers.styles import Sheet
from blog.importing.readers.typed import understand
from blog.importing.readers.walk import Place, Walk
from blog.importing.recognise.words import quoted

_WORD = re.compile(r"\w+")

#: For a screen that shows a document beside its outline: called with the clean tree before it is taken apart.
watcher: ContextVar[Callable[[etree._Element], None] | None] = ContextVar("watcher", default=None)


@dataclass
class Source:
    """A document as markup, with what its format says beside it. ``title`` counts where the text shows none."""

    markup: str
    title: str = ""
    facts: Facts = Facts()
    media: Media = field(default_factory=Media)
    notes: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    choose: Callable[[etree._Element, Walk], etree._Element] | None = None
    #: What the document surely shows, where the markup may have lost some of it on the way.
    words: str = ""


def read_source(source: Source) -> Outline:
    """The outline of a document.

    Raises: UnreadableDocument: too large or too deep, no title, no text.
    """
    markup, damaged = mended(source.markup)
    if damaged:
        source.notes.append(f"Characters that an earlier program had damaged were mended: {damaged}.")
    sheet = Sheet(markup)
    safe = clean(markup)
    source.notes += safe.notes
    source.media.take_written_in(safe.written_in)
    # Before the walk, which takes the tree apart.
    shown = source.words or visible_text(safe.body)
    if watch := watcher.get():
        watch(safe.body)
    walk = Walk(sheet, source.media.name_of, notes=source.notes, left_out=source.left_out)
    root = source.choose(safe.body, walk) if source.choose else safe.body
    walk.children(root, Place())
    walk.end(Place())
    _refuse_endless(walk.parts)
    parts = understand(walk.parts)
    beside = Beside(source.title, source.facts, tuple(walk.footnotes))
    outline = compose(parts, notes=tuple(dict.fromkeys(source.notes)), left_out=tuple(source.left_out), beside=beside)
    return account_for(source.media.brought_along(outline), shown)


def _refuse_endless(parts: list[Part]) -> None:
    longest = max((len(part.text) for part in parts if isinstance(part, Paragraph)), default=0)
    if longest > LONGEST_PARAGRAPH:
        raise UnreadableDocument(f"One paragraph has more than {LONGEST_PARAGRAPH:,} characters, which none has.")


def account_for(outline: Outline, shown: str) -> Outline:
    """The outline, with any words that a document shows and that got lost on the way among those left out."""
    missing = Counter(_WORD.findall(shown)) - Counter(_WORD.findall(_said(outline)))
    missing = {word: count for word, count in missing.items() if not _is_drawn_by_the_page(word)}
    if not missing:
        return outline
    text = " ".join(word for word, count in missing.items() for _ in range(count))
    note = f"Some words found no place and were left out: {quoted(text)}."
    return replace(outline, notes=(*outline.notes, note), left_out=(*outline.left_out, text))


def _said(outline: Outline) -> str:
    held = (outline.title, outline.subtitle, outline.nodes, outline.left_out, outline.facts)
    return " ".join(map(plain, strings_of(held)))


def _is_drawn_by_the_page(word: str) -> bool:
    """Numbers and letters of lists, and what marks a question or an answer, are written by the page itself."""
    return bool(re.fullmatch(r"\d{1,3}|[A-Za-z]|(?i:[qa]\d{1,2}|question|answer)", word))
