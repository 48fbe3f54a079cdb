"""A page of the guide as values, read from its file: facts on top, the text below in Markdown. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

#: In the order of the contents.
PARTS = (
    "Begin an article",
    "Write",
    "Check",
    "Review",
    "Publish, and after",
    "Be found",
    "The practice",
    "Requests for help",
)
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)
NEEDED = {"title", "summary", "keywords", "part", "order", "for", "related", "picture"}
OPTIONAL = {"screens", "panels", "needs"}
MARKDOWN = MarkdownIt("commonmark", {"html": False})


@dataclass(frozen=True)
class Picture:
    """What is shown beside the steps. ``shot`` says how it is taken, see tests/guide/pictures.py."""

    alt: str
    caption: str
    shot: dict = field(compare=False)


@dataclass(frozen=True)
class GuidePage:
    """One task. ``text`` is Markdown; ``roles`` are names of groups; ``needs`` the permission it takes to read it."""

    slug: str
    title: str
    summary: str
    keywords: tuple[str, ...]
    part: str
    order: int
    roles: tuple[str, ...]
    related: tuple[str, ...]
    picture: Picture
    text: str
    screens: tuple[str, ...] = ()
    panels: tuple[str, ...] = ()
    needs: str = ""

    @property
    def place(self) -> tuple[int, int, str]:
        """Return where the page stands in the contents."""
        return PARTS.index(self.part), self.order, self.title

    @property
    def labels(self) -> list[str]:
        """Return the names of buttons, fields and menus that the text quotes: what it says in bold."""
        return [text for is_bold, text in _runs(MARKDOWN.parse(self.text)) if is_bold]

    @property
    def links(self) -> list[str]:
        """Return the slugs of the pages that the text leads to."""
        found = (token for token in _inline(MARKDOWN.parse(self.text)) if token.type == "link_open")
        return [str(token.attrGet("href")) for token in found]

    @property
    def sentences(self) -> list[str]:
        """Return the text sentence by sentence, without markup; headings and list items end one."""
        blocks = [token for token in MARKDOWN.parse(self.text) if token.type == "inline"]
        texts = ("".join(text for _, text in _runs([block])) for block in blocks)
        return [sentence for text in texts for sentence in re.split(r"(?<=[.?!])\s+", text) if sentence]

    def html(self, address) -> str:
        """Return the text as HTML; ``address(slug)`` is where a link to another page leads."""
        tokens = MARKDOWN.parse(self.text)
        for token in _inline(tokens):
            if token.type == "link_open":
                token.attrSet("href", address(str(token.attrGet("href"))))
        return MARKDOWN.renderer.render(tokens, MARKDOWN.options, {})


def read_page(path: Path) -> GuidePage:
    """Read the page in ``path``, whose name is its slug.

    Raises ValueError, naming the file, where a fact is missing, unknown or says something impossible.
    """
    found = FRONT_MATTER.match(path.read_text(encoding="utf-8"))
    if not found:
        raise ValueError(f"{path.name} has no facts between two lines of ---.")
    facts = yaml.safe_load(found[1])
    if missing := NEEDED - facts.keys():
        raise ValueError(f"{path.name} lacks {', '.join(sorted(missing))}.")
    if unknown := facts.keys() - NEEDED - OPTIONAL:
        raise ValueError(f"{path.name} states {', '.join(sorted(unknown))}, which nobody reads.")
    if facts["part"] not in PARTS:
        raise ValueError(f"{path.name} stands in no part of the guide: {facts['part']}.")
    many = {name: tuple(map(str, facts.pop(name, ()))) for name in ("keywords", "related", "screens", "panels")}
    return GuidePage(
        slug=path.stem,
        text=found[2],
        roles=tuple(facts.pop("for")),
        picture=Picture(**facts.pop("picture")),
        **many,
        **facts,
    )


def _inline(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from token.children or ()


def _runs(tokens: list[Token]) -> Iterator[tuple[bool, str]]:
    """Yield stretches of text and whether each is bold."""
    bold = ""
    depth = 0
    for token in _inline(tokens):
        if token.type == "strong_open":
            depth, bold = depth + 1, ""
        elif token.type == "strong_close":
            depth -= 1
            yield True, bold
        elif depth:
            bold += token.content
        elif token.type == "softbreak":
            yield False, " "
        elif token.content:
            yield False, token.content
