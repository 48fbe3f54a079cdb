"""A tree of HTML -> the nodes of an outline, in reading order: the heart of the room.

``Walk`` knows running text, headings and boxes around them. What has a shape of its own is in ``shapes`` (lists,
tables, quotes, questions) and ``media`` (pictures, films, files, buttons).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from blog.importing.nodes import LONGEST_HEADING, BulletList, Faq, Heading, Node, Prose, plain
from blog.wordpress.content import media, shapes
from blog.wordpress.content.embeds import film
from blog.wordpress.content.markup import (
    BLOCKS,
    UNSEEN,
    Inline,
    classes,
    holds_blocks,
    is_hidden,
    is_smiley,
    tag_of,
    tidy,
    words,
)
from blog.wordpress.content.surroundings import Surroundings

_ADDRESS_ALONE = re.compile(r'(?:<a href="[^"]*">)?(https?://[^\s<>"]+)(?:</a>)?')
#: Paragraphs in one block of text: longer ones are hard to find one's way in.
_LONGEST_PROSE = 40
_HEADINGS = {f"h{level}": min(max(level, 2), 4) for level in range(1, 7)}


@dataclass
class Remarks:
    """What an editor is told of a post: sentences, each once, and the words that found no place."""

    notes: dict[str, None] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)

    def say(self, sentence: str) -> None:
        self.notes[sentence] = None

    def leave_out(self, why: str, *texts: str) -> None:
        self.say(why)
        self.left_out += [text for text in map(words, texts) if text]


class Walk:
    """Goes through a tree once. ``nodes`` is what has been found so far; ``buffer`` the paragraph being read."""

    def __init__(self, around: Surroundings, remarks: Remarks):
        self.around, self.remarks = around, remarks
        self.inline = Inline(around.base)
        self.nodes: list[Node] = []
        self.buffer: list[str] = []

    def apart(self, element) -> list[Node]:
        """The nodes of an element read on its own."""
        inner = Walk(self.around, self.remarks)
        inner.flow(element)
        return inner.nodes

    def flow(self, element) -> None:
        """Read what an element holds; a paragraph ends with it."""
        self.buffer.append(self.inline.text(element.text))
        for child in element:
            self.child(child)
            self.buffer.append(self.inline.text(child.tail))
        self.end_paragraph()

    def child(self, element) -> None:
        tag = tag_of(element)
        if not tag or tag in UNSEEN:
            return
        if is_hidden(element):
            self.remarks.leave_out("Text that visitors did not see was left out.", "".join(element.itertext()))
        elif is_smiley(element):
            self.buffer.append(self.inline.of(element))
        elif tag in BLOCKS or self.is_box(element):
            self.end_paragraph()
            self.block(tag, element)
            self.end_paragraph()
        elif holds_blocks(element):
            self.through(tag, element)
        else:
            self.buffer.append(self.inline.of(element))

    @staticmethod
    def is_box(element) -> bool:
        return bool(classes(element) & {"wp-block-button", "wp-block-embed"})

    def through(self, tag: str, element) -> None:
        """Running text with blocks inside: its own formatting is given up, a link around a block is told."""
        if tag == "a":
            media.tell_of_link(self, element)
        self.buffer.append(self.inline.text(element.text))
        for child in element:
            self.child(child)
            self.buffer.append(self.inline.text(child.tail))

    def block(self, tag: str, element) -> None:
        """Read a block by its class, which says what a plug-in meant by it, or by its element."""
        if reader := shapes.by_class(element) or media.by_class(element):
            reader(self, element)
        elif tag in _HEADINGS:
            self.heading(element, _HEADINGS[tag])
        elif reader := shapes.BY_TAG.get(tag) or media.BY_TAG.get(tag):
            reader(self, element)
        elif tag != "hr":
            self.flow(element)

    def heading(self, element, level: int) -> None:
        for picture in element.iter("img"):
            if not is_smiley(picture):
                media.picture(self, picture)
        text = words(plain(self.inline.inside(element)))
        if element.find(".//a[@href]") is not None:
            media.tell_of_link(self, element.find(".//a[@href]"))
        if not text:
            return
        if len(text) > LONGEST_HEADING:
            self.remarks.say("A heading longer than the page has room for became text in bold.")
            self.paragraph(f"<b>{tidy(self.inline.text(text))}</b>")
        else:
            self.nodes.append(Heading(text, level))

    def end_paragraph(self) -> None:
        markup, self.buffer = tidy("".join(self.buffer)), []
        if not plain(markup):
            return
        alone = _ADDRESS_ALONE.fullmatch(markup)
        if alone and film(alone[1]):
            media.video(self, alone[1])
        elif alone and "<a " not in markup:
            self.paragraph(f'<a href="{alone[1]}">{alone[1]}</a>')
        else:
            self.paragraph(markup)

    def paragraph(self, markup: str) -> None:
        """Add a paragraph of inline HTML to the text it continues."""
        if not plain(markup):
            return
        last = self.nodes[-1] if self.nodes else None
        if isinstance(last, Prose) and len(last.paragraphs) < _LONGEST_PROSE:
            self.nodes[-1] = Prose((*last.paragraphs, markup))
        else:
            self.nodes.append(Prose((markup,)))

    def take_introduction(self, longest: int) -> str:
        """Remove and return the sentence that leads into a list: the last paragraph, where it ends in a colon."""
        if not (self.nodes and isinstance(self.nodes[-1], Prose)):
            return ""
        *others, last = self.nodes[-1].paragraphs
        if "<" in last or not last.endswith(":") or len(last) > longest:
            return ""
        self.nodes.pop()
        if others:
            self.nodes.append(Prose(tuple(others)))
        return plain(last)

    def add(self, nodes: Iterable[Node]) -> None:
        """Add nodes; texts that follow each other become one."""
        for node in nodes:
            if isinstance(node, Prose):
                for paragraph in node.paragraphs:
                    self.paragraph(paragraph)
            else:
                self.nodes.append(node)


def as_html(nodes: Iterable[Node]) -> tuple[str, list[Node]]:
    """Nodes as the HTML of an answer (``p``, ``ul``, ``ol``), and those that no answer can hold."""
    html, others = [], []
    for node in nodes:
        match node:
            case Prose(paragraphs):
                html += [f"<p>{paragraph}</p>" for paragraph in paragraphs]
            case Heading(text):
                html.append(f"<p><b>{Inline.text(text)}</b></p>")
            case BulletList():
                html.append(shapes.list_html(node))
            case Faq(_, items):
                html += [f"<p><b>{Inline.text(item.question)}</b></p>{item.answer_html}" for item in items]
            case _:
                others.append(node)
    return "".join(html), others
