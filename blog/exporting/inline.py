"""Running text as Markdown: HTML of ``blog.importing.readers.own.running_text`` -> CommonMark. Pure functions.

What Markdown can't say exactly (emphasis inside a word's punctuation, emphasis in emphasis) is written as the
HTML that CommonMark allows inside text, so that every text reads back as it was.

Source: CommonMark 0.31, 6.2 (emphasis), 6.3 (links), 2.4 (backslash escapes).
"""

import re
import string
import unicodedata
from dataclasses import dataclass

from blog.importing.readers.own.running_text import parsed

_SPECIAL = re.compile(r"[\\`*\[\]<]|(?<![^\W_])_|_(?![^\W_])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_AT_LINE_START = re.compile(r"^([-+=#>|:~])")
_NUMBER = re.compile(r"^(\d{1,9})([.)])")
_PLAIN_ADDRESS = re.compile(r"https?://[^\s<>\\&]+")
_BARE_TARGET = re.compile(r"[^\s<>()\\]+")
_MARKS = {"b": "**", "i": "*"}


@dataclass
class _Token:
    kind: str
    text: str
    tag: str = ""
    partner: int = -1
    depth: int = 0


def escaped(text: str, *, starts_line: bool = True) -> str:
    """Plain text as Markdown that reads as that text; ``starts_line`` where it stands at the start of a line."""
    text = _ENTITY.sub("&amp;", _SPECIAL.sub(r"\\\g<0>", text))
    text = "".join(f"&#{ord(c)};" if c.isspace() and c not in " \n" else c for c in text).replace("&#160;", "&nbsp;")
    return line_start(text) if starts_line else text


def line_start(markdown: str) -> str:
    """Markdown whose start opens no heading, list, quotation, table or container."""
    return _NUMBER.sub(r"\1\\\2", _AT_LINE_START.sub(r"\\\1", markdown))


def target(address: str) -> str:
    """The target of a link or picture between its parentheses."""
    address = _ENTITY.sub("&amp;", address)
    if not address or _BARE_TARGET.fullmatch(address):
        return address.replace("`", "\\`")
    return "<" + re.sub(r"[\\<>`]", r"\\\g<0>", re.sub(r"[\r\n]+", " ", address)) + ">"


def title(text: str) -> str:
    """The title of a link or picture, with its quotation marks."""
    return '"' + re.sub(r'[\\"`]', r"\\\g<0>", escaped_entities(text)) + '"'


def escaped_entities(text: str) -> str:
    return _ENTITY.sub("&amp;", text)


def inline(markup: str) -> str:
    """Inline HTML as Markdown. A ``<br/>`` is a backslash at the end of a line."""
    tokens: list[_Token] = []
    _tokenise(parsed(markup), tokens, 0)
    for place in sorted(_openings(tokens), key=lambda at: -tokens[at].depth):
        _decide(tokens, place)
    return "".join(_lines(tokens))


def _lines(tokens: list[_Token]):
    at_start = True
    for token in tokens:
        yield line_start(token.text) if at_start and token.kind == "text" else token.text
        at_start = token.kind == "break"


def _tokenise(element, tokens: list[_Token], depth: int) -> None:
    _text(element.text, tokens)
    for child in element:
        if child.tag == "br":
            tokens.append(_Token("break", "\\\n"))
        elif child.tag == "a" and _is_autolink(child):
            tokens.append(_Token("auto", f"<{child.text}>"))
        else:
            _pair(child, tokens, depth)
        _text(child.tail, tokens)


def _is_autolink(link) -> bool:
    return not len(link) and link.text == link.get("href") and bool(_PLAIN_ADDRESS.fullmatch(link.text or ""))


def _pair(child, tokens: list[_Token], depth: int) -> None:
    is_link = child.tag == "a"
    if is_link and tokens and tokens[-1].kind == "text" and tokens[-1].text.endswith("!"):
        tokens[-1].text = tokens[-1].text[:-1] + "\\!"
    place = len(tokens)
    tokens.append(_Token("link" if is_link else "open", "[" if is_link else "", child.tag, depth=depth))
    _tokenise(child, tokens, depth if is_link else depth + 1)
    tokens[place].partner = len(tokens)
    text = f"]({target(child.get('href') or '')})" if is_link else ""
    tokens.append(_Token("link" if is_link else "close", text, child.tag, place, depth))


def _text(text: str | None, tokens: list[_Token]) -> None:
    if text:
        tokens.append(_Token("text", escaped(text, starts_line=False)))


def _openings(tokens: list[_Token]):
    return [place for place, token in enumerate(tokens) if token.kind == "open"]


def _decide(tokens: list[_Token], start: int) -> None:
    """Write a pair as Markdown where that can only be read as this emphasis, else as HTML."""
    opening, end = tokens[start], tokens[start].partner
    before, first = _last(tokens, start - 1), _first(tokens, start + 1)
    last, after = _last(tokens, end - 1), _first(tokens, end + 1)
    is_clear = opening.depth == 0 and end > start + 1 and _flanks(first, before) and _flanks(last, after)
    tag = opening.tag
    opening.text, tokens[end].text = (_MARKS[tag],) * 2 if is_clear else (f"<{tag}>", f"</{tag}>")


def _flanks(inner: str, outer: str) -> bool:
    """Whether a run between these two characters opens (or, mirrored, closes) emphasis and does nothing else."""
    if "*" in (inner, outer) or inner.isspace() or not inner:
        return False
    return not _is_punctuation(inner) or outer.isspace() or outer == "" or outer in string.punctuation


def _is_punctuation(character: str) -> bool:
    return character in string.punctuation or unicodedata.category(character)[0] in "PS"


def _first(tokens: list[_Token], place: int) -> str:
    return _edge(tokens, place, 0)


def _last(tokens: list[_Token], place: int) -> str:
    return _edge(tokens, place, -1)


def _edge(tokens: list[_Token], place: int, end: int) -> str:
    """The character of a token next to a mark; "" at the edges of the text, "*" where it is not decided yet."""
    if not 0 <= place < len(tokens):
        return ""
    return tokens[place].text[end] if tokens[place].text else "*"
