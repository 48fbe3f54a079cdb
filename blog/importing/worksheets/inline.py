"""Inline HTML of our own making, cut and joined without breaking a tag."""

import re
from html import escape, unescape

from blog.importing.outline import plain
from blog.importing.recognise.words import sentences

_TOKEN = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)[^<>]*>|&[^;\s<>]{1,31};|.", re.DOTALL)
_BLOCK = re.compile(r"</?(?:p|ul|ol|li)(?:\s[^<>]*)?>")
_BREAK = re.compile(r"\s*<br ?/?>\s*")
_HREF = re.compile(r'<a\s[^<>]*?href="([^"]*)"')


def inline(text: str) -> str:
    """Plain text as inline HTML."""
    return escape(text, quote=False)


def link(text: str, address: str) -> str:
    """Plain text as a link, or as it is where there is no address; the address itself where there is no text."""
    if not address:
        return inline(text)
    return f'<a href="{escape(address)}">{inline(text or address)}</a>'


def first_address(markup: str) -> str:
    """Where the first link of inline HTML leads, "" if there is none."""
    found = _HREF.search(markup)
    return unescape(found[1]) if found else ""


def lines_of_html(markup: str) -> tuple[str, ...]:
    """The paragraphs and list items of HTML, inner lists too, each as inline HTML, in reading order."""
    return tuple(piece.strip() for piece in _BLOCK.split(markup) if plain(piece))


def broken_lines(markup: str) -> tuple[str, ...]:
    """Inline HTML cut at its line breaks."""
    found, rest = [], markup
    while cut_at := _BREAK.search(rest):
        before, after = _parted(rest, cut_at.start(), cut_at.end())
        found.append(before)
        rest = after
    return tuple(line for line in [*found, rest] if plain(line))


def sentence_ends(markup: str) -> list[int]:
    """Where a paragraph of inline HTML can be cut between sentences or at line breaks: positions in the markup."""
    text, places = _visible(markup)
    ends, at = [], 0
    for sentence in sentences(text)[:-1]:
        at += len(sentence)
        ends.append(places[at])
        at += 1
    return sorted({*ends, *(found.start() for found in _BREAK.finditer(markup))} - {0})


def cut(markup: str, at: int) -> tuple[str, str]:
    """Both sides of a position; what was open there is closed before and opened again after."""
    gap = _BREAK.match(markup, at)
    before, after = _parted(markup, at, gap.end() if gap else at)
    return before.strip(), after.strip()


def _parted(markup: str, at: int, to: int) -> tuple[str, str]:
    opened: list[re.Match] = []
    for token in _TOKEN.finditer(markup, 0, at):
        if token["end"] and opened:
            opened.pop()
        elif token["name"] and not token["end"] and token["name"] != "br":
            opened.append(token)
    closing = "".join(f"</{tag['name']}>" for tag in reversed(opened))
    return markup[:at] + closing, "".join(tag[0] for tag in opened) + markup[to:]


def _visible(markup: str) -> tuple[str, list[int]]:
    """The text, and for each of its characters where it stands in the markup; a line break counts as a space."""
    characters, places = [], []
    for token in _TOKEN.finditer(markup):
        if token["name"] and token["name"] != "br":
            continue
        shown = " " if token["name"] else unescape(token[0])
        characters.append(shown)
        places += [token.start()] * len(shown)
    return "".join(characters), [*places, len(markup)]
