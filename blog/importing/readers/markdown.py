"""Markdown: CommonMark with tables, strike-through, footnotes, HTML and front matter."""

import re

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from blog.importing.outline import Outline, UnreadableDocument
from blog.importing.readers import directives
from blog.importing.readers.characters import LONGEST_LINE
from blog.importing.readers.document import Source, read_source
from blog.importing.readers.encodings import decode_page
from blog.importing.readers.front_matter import FrontMatter, read_front_matter
from blog.importing.readers.limits import LARGEST_TEXT
from blog.importing.readers.media import Media

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\n(.{0,200000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_LINE_ENDS = re.compile(r"\r\n?")
_DEEPEST, _MOST_BRACKETS = 60, 1_000


def read(data: bytes, media: Media | None = None) -> Outline:
    """Parse a Markdown file.

    Args:    data: raw bytes, UTF-8. media: the files that came with it, by their paths beside it.
    Returns: the outline; what ``blog.exporting`` wrote is read to the letter, all else is recognised.
    Raises:  UnreadableDocument: see ``decode_page`` and ``read_source``.
    """
    text, notes = decode_page(data, LARGEST_TEXT)
    text = _LINE_ENDS.sub("\n", text)
    media = media or Media()
    if directives.is_ours(text):
        return media.brought_along(directives.read(text))
    if max(map(len, text.split("\n"))) > LONGEST_LINE:
        raise UnreadableDocument(f"One line is longer than {LONGEST_LINE:,} characters, which no paragraph is.")
    match = _FRONT_MATTER.match(text)
    front = read_front_matter(match[1]) if match and ":" in match[1] else FrontMatter()
    body = text[match.end() :] if match and ":" in match[1] else text
    markup = _without_title(_as_html(body), front.title)
    for role, said in (("subtitle", front.subtitle), ("title", front.title)):
        markup = f'<p class="{role}">{_escaped(said)}</p>{markup}' if said else markup
    return read_source(Source(markup, "", front.facts, media, [*notes, *front.notes], front.left_out))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _without_title(markup: str, title: str) -> str:
    """The title said again as the first heading is one title."""
    match = re.match(r"\s*<h1>((?:(?!</h1>).){1,400})</h1>", markup)
    same = match and " ".join(re.sub(r"<[^>]*>", "", match[1]).split()) == " ".join(_escaped(title).split())
    return markup[match.end() :] if same else markup


def _as_html(text: str) -> str:
    # A parser of links takes time by the square of the brackets in a paragraph.
    if sum(block.count("[") ** 2 for block in text.split("\n\n")) > _MOST_BRACKETS**2:
        raise UnreadableDocument(f"A paragraph holds more than {_MOST_BRACKETS:,} brackets, or many hold hundreds.")
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _DEEPEST})
    parser.enable(["table", "strikethrough"]).use(footnote_plugin)
    # What leads nowhere is taken off later, with a note; here it would stay as brackets in the text.
    parser.validateLink = lambda url: True
    try:
        return parser.render(text)
    except RecursionError as error:
        raise UnreadableDocument("Elements lie too deep inside each other: that is no article.") from error
