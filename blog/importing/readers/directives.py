"""Markdown with containers, read to the letter: what ``blog.exporting.markdown`` writes, and says how to write.

The path is Markdown -> HTML by markdown-it (CommonMark, tables, ``:::`` containers) -> the shapes of that HTML.
Nothing is guessed: what has no shape of its own here is a paragraph, and no visible word is dropped.
"""

import json
import re

from lxml import html
from markdown_it import MarkdownIt
from mdit_py_plugins.container import container_plugin

from blog.importing.outline import (
    BULLETS,
    CROSSES,
    NUMBERS,
    TICKS,
    BulletList,
    Facts,
    Faq,
    Heading,
    Node,
    Outline,
    Prose,
    Quote,
    Table,
    UnreadableDocument,
)
from blog.importing.readers.own import running_text as markup
from blog.importing.readers.own.boxes import faq_items, is_faq_start, lines_of, picture, read_box
from blog.importing.readers.own.citations import read_attribution
from blog.importing.readers.own.cited import line_of
from blog.importing.readers.own.facts import FORMAT, from_dict, from_yaml
from blog.importing.readers.own.kept import loses_words

_CONTAINER = re.compile(r"\s*([a-z][a-z-]*)((?:\s+[a-z]+)*)\s*(?:\{(.*)\})?\s*")
_FACT = re.compile(r'([a-z_]+)(?:=("(?:[^"\\]|\\.)*"|[^\s{}"]+))?')
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|$)", re.DOTALL)
_IS_OURS = re.compile(rf"^{FORMAT}: ['\"]?hub-article\b", re.MULTILINE)
_MARK = re.compile(r"([✓✗]) ")
_OPENS = re.compile(r"^:{3,}\s*[a-z-]+", re.MULTILINE)
#: Elements that only stand around others.
_AROUND = ("div", "section", "article", "main", "header", "footer", "aside", "details", "figure", "center", "form")
_DEEPEST, _MOST_BRACKETS = 60, 2_000
LEVELS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 4, "h6": 4}


def has_directives(text: str) -> bool:
    """Whether a Markdown text opens a container."""
    return bool(_OPENS.search(text))


def front_matter(text: str) -> tuple[str, str]:
    """The YAML between the lines ``---`` that a text begins with, "" for none, and what follows it."""
    match = _FRONT_MATTER.match(text)
    return (match[1], text[match.end() :]) if match else ("", text)


def is_ours(text: str) -> bool:
    """Whether a Markdown text says itself that it is an article of ours."""
    return _IS_OURS.search(front_matter(text)[0]) is not None


def read(text: str) -> Outline:
    """An article of ours.

    Raises: UnreadableDocument: its front matter can't be read, or it has no title or no text.
    """
    told, body = front_matter(text.replace("\r\n", "\n").removeprefix("\ufeff"))
    title, standfirst, facts = from_dict(from_yaml(told)) if told else ("", "", Facts())
    nodes = read_body(body)
    if not title and nodes and isinstance(nodes[0], Heading):
        title, nodes = nodes[0].text, nodes[1:]
    if not title:
        raise UnreadableDocument("There is no title.")
    if not nodes:
        raise UnreadableDocument("There is a title and nothing else.")
    return Outline(title, standfirst, nodes, facts=facts)


def read_body(text: str) -> tuple[Node, ...]:
    """The nodes of Markdown without its front matter."""
    return Shapes(markup.parsed(_html(text))).nodes()


def _html(text: str) -> str:
    # A parser of links takes time by the square of the brackets in a paragraph.
    if max(block.count("[") for block in text.split("\n\n")) > _MOST_BRACKETS:
        raise UnreadableDocument("One paragraph has more brackets than any article.")
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _DEEPEST}).enable("table")
    parser.normalizeLink = parser.normalizeLinkText = lambda address: address
    parser.validateLink = lambda address: True
    container_plugin(parser, "hub", validate=lambda params, *_: bool(_CONTAINER.fullmatch(params)))
    environment: dict = {}
    tokens = parser.parse(text, environment)
    ends = 0
    for token in tokens:
        if token.level >= _DEEPEST - 1:
            raise UnreadableDocument("Lists or quotations lie too deep inside each other: that is no article.")
        if token.type == "container_hub_open":
            name, words, facts = _CONTAINER.fullmatch(token.info).groups()
            token.attrs = {"data-box": name, "data-words": words.strip(), "data-facts": json.dumps(_facts(facts))}
        elif token.type in ("bullet_list_open", "ordered_list_open") and token.map[0] == ends:
            token.attrSet("data-follows", "")
        if token.type == "paragraph_open":
            ends = token.map[1]
    return parser.renderer.render(tokens, parser.options, environment)


def _facts(written: str | None) -> dict:
    found = {}
    for key, value in _FACT.findall(written or ""):
        try:
            found[key] = json.loads(value) if value else True
        except ValueError:
            found[key] = value.strip('"')
    return found


class Shapes:
    """The children of an element, walked through once."""

    def __init__(self, element):
        self.elements = list(_with_loose_text(element))
        self.found: list[Node] = []
        self.prose: list[str] = []

    def nodes(self) -> tuple[Node, ...]:
        at = 0
        while at < len(self.elements):
            at += self.take(self.elements[at], self.elements[at + 1 :])
        self.end_prose()
        return tuple(self.found)

    def end_prose(self) -> None:
        if self.prose:
            self.found.append(Prose(tuple(self.prose)))
            self.prose = []

    def add(self, *nodes: Node) -> None:
        self.end_prose()
        self.found += nodes

    def take(self, element, following: list) -> int:
        """Take the shape that begins with an element; how many elements that were."""
        tag = element.tag
        if not isinstance(tag, str):
            self.end_prose()
        elif tag in LEVELS:
            return self.take_heading(element, following)
        elif tag in ("ul", "ol"):
            self.add(_list("", element))
        elif tag == "table":
            return self.take_table(element, following)
        elif tag == "blockquote":
            self.add(_quote(element))
        elif tag == "div" and element.get("data-box"):
            self.take_box(element)
        elif tag == "p":
            return self.take_paragraph(element, following)
        elif tag in _AROUND:
            self.add(*type(self)(element).nodes())
        else:
            around = markup.parsed("")
            around.append(markup.copied(element))
            self.prose += markup.paragraphs(around)
        return 1

    def take_heading(self, element, following: list) -> int:
        if is_faq_start(element, following):
            items, count = faq_items(following)
            self.add(Faq(markup.text_of(element), items))
            return 1 + count
        self.add(Heading(markup.text_of(element), LEVELS[element.tag]))
        return 1

    def take_paragraph(self, element, following: list) -> int:
        after = following[0] if following else None
        if (image := _only_image(element)) is not None:
            self.add(picture(image, {}))
            return 1
        text = markup.inline(element)
        if after is not None and after.tag in ("ul", "ol") and _leads(text, element, after):
            self.add(_list(markup.text_of(element), after))
            return 2
        if text:
            self.prose.append(text)
        return 1

    def take_table(self, element, following: list) -> int:
        lines = [tuple(markup.text_of(cell) for cell in row.iter("th", "td")) for row in element.iter("tr")]
        caption = markup.text_of(following[0]) if following and following[0].tag == "p" else ""
        has_caption = caption.startswith("Table: ")
        self.add(Table(caption.removeprefix("Table: ") if has_caption else "", lines[0], tuple(lines[1:])))
        return 2 if has_caption else 1

    def take_box(self, element) -> None:
        name, words = element.get("data-box"), element.get("data-words")
        node = read_box(name, words, json.loads(element.get("data-facts")), element)
        is_whole = node is not None and not loses_words(name, node, element)
        self.add(*([node] if is_whole else type(self)(element).nodes()))


def _with_loose_text(element):
    """The children of an element; text that stands between them is a paragraph."""
    for child, text in ((None, element.text), *((child, child.tail) for child in element)):
        if child is not None:
            yield child
        if markup.tidy(text or ""):
            loose = html.Element("p")
            loose.text = markup.tidy(text or "")
            yield loose


def _leads(text: str, element, after) -> bool:
    """Whether a paragraph leads into the list after it: only plain text can."""
    is_near = after.get("data-follows") is not None or text.endswith(":")
    return is_near and not any(child.tag in ("a", "b", "i", "strong", "em", "br", "img") for child in element.iter())


def _only_image(element):
    images = element.findall("img")
    alone = len(images) == 1 and len(element) == 1 and not markup.tidy(f"{element.text or ''}{images[0].tail or ''}")
    return images[0] if alone else None


def _list(introduction: str, element) -> BulletList:
    items = tuple(markup.items_of(element))
    style = NUMBERS if element.tag == "ol" else BULLETS
    marks = {match[1] if (match := _MARK.match(item)) else "" for item in items}
    if style == BULLETS and len(marks) == 1 and marks != {""}:
        style = TICKS if marks == {"✓"} else CROSSES
        items = tuple(item[2:] for item in items)
    return BulletList(introduction, style, items)


def _quote(element) -> Quote:
    last = element[-1] if len(element) and element[-1].tag == "p" else None
    facts = read_attribution(line_of(last)) if last is not None else None
    return Quote(lines_of(list(element)[:-1] if facts else list(element)), **(facts or {}))
