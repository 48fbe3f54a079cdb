"""The block editor's comments (``<!-- wp:name {"attributes"} -->``) resolved, so that plain HTML is left.

Most blocks keep their HTML between their comments, and what they are is written in its elements and classes. The rest
is handled here: reusable blocks and patterns are put in place, questions kept as attributes become HTML, footnotes
come from the post's meta data, and blocks that WordPress fills itself are named for the report.
Source: wp-includes/class-wp-block-parser.php.
"""

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

_NAME = re.compile(r"<!--\s{0,20}(/?)wp:([a-z][a-z0-9_-]{0,60}(?:/[a-z][a-z0-9_-]{0,60})?)")
_LONGEST_COMMENT, _DEEPEST, _MOST_TEXT = 400_000, 8, 4_000_000
#: The attributes of a block without HTML that hold words a visitor saw.
_WORDS = ("content", "label", "text", "title", "buttonText", "placeholder", "moreText", "noResultsText", "description")
#: Blocks that show nothing of their own.
_SILENT = {"more", "nextpage", "spacer", "separator", "null"}

Reusable = Callable[[int], str | None]


@dataclass
class Found:
    """What was met on the way. ``words`` are texts of blocks that leave no HTML."""

    dynamic: Counter = field(default_factory=Counter)
    words: list[str] = field(default_factory=list)
    missing: list[int] = field(default_factory=list)


def has_blocks(content: str) -> bool:
    return "<!-- wp:" in content


def resolve(content: str, reusable: Reusable, footnotes: str, found: Found) -> str:
    """Return a post's content as plain HTML.

    Args: reusable: from the number of a reusable block to its content. footnotes: the meta field of that name (JSON).
    """
    return _Resolver(reusable, footnotes, found).of(content, ())


class _Resolver:
    def __init__(self, reusable: Reusable, footnotes: str, found: Found):
        self.reusable, self.footnotes, self.found, self.size = reusable, footnotes, found, 0

    def of(self, content: str, inside: tuple[int, ...]) -> str:
        done, begin, end = [], 0, -1
        for match in _NAME.finditer(content):
            if match.start() < begin:
                continue
            if end < match.end():
                end = content.find("-->", match.end())
            if end < 0:
                break
            if end - match.end() > _LONGEST_COMMENT:
                continue
            before = content[begin : match.start()]
            if before.rfind("<!--") > before.rfind("-->"):
                # It stands inside a comment that began earlier, and ends that one.
                done.append(content[begin : end + 3])
                begin = end + 3
                continue
            done.append(before)
            begin = end + 3
            if not match[1]:
                done.append(self.block(match[2], content[match.end() : end].strip(), inside))
        return "".join([*done, content[begin:]])

    def block(self, name: str, rest: str, inside: tuple[int, ...]) -> str:
        """What a block's opening comment becomes."""
        name = name.removeprefix("core/")
        is_empty = rest.endswith("/")
        attributes = _attributes(rest.removesuffix("/").strip())
        if name == "block":
            return self.reused(attributes.get("ref"), inside)
        if name == "footnotes":
            return _footnotes(self.footnotes)
        if not is_empty:
            return ""
        if name in {"rank-math/faq-block", "yoast/faq-block"}:
            return _questions(attributes.get("questions"))
        if name == "embed" or name.startswith("core-embed"):
            return f"<figure class='wp-block-embed'>{escape(str(attributes.get('url', '')))}</figure>"
        if name not in _SILENT:
            self.found.dynamic[name] += 1
            self.found.words += [_plain(attributes[key]) for key in _WORDS if isinstance(attributes.get(key), str)]
        return ""

    def reused(self, number, inside: tuple[int, ...]) -> str:
        content = self.reusable(number) if isinstance(number, int) else None
        if content is None or number in inside or len(inside) >= _DEEPEST or self.size + len(content) > _MOST_TEXT:
            self.found.missing.append(number if isinstance(number, int) else 0)
            return ""
        self.size += len(content)
        return self.of(content, (*inside, number))


def _attributes(text: str) -> dict:
    if not text.startswith("{"):
        return {}
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _plain(markup: str) -> str:
    return re.sub(r"<[^<>]*>", "", markup).strip()


def _questions(questions) -> str:
    """Questions kept as attributes, in the markup in which both plug-ins keep the others."""
    rows = [row for row in questions if isinstance(row, dict)] if isinstance(questions, list) else []
    pairs = [
        (_markup(row, "title", "jsonQuestion", "question"), _markup(row, "content", "jsonAnswer", "answer"))
        for row in rows
        if row.get("visible") is not False
    ]
    return "".join(
        f"<div class='rank-math-faq-item'><h3 class='rank-math-question'>{question}</h3>"
        f"<div class='rank-math-answer'>{answer}</div></div>"
        for question, answer in pairs
    )


def _markup(row: dict, *names: str) -> str:
    return next((row[name] for name in names if isinstance(row.get(name), str)), "")


def _footnotes(stored: str) -> str:
    try:
        notes = json.loads(stored) if stored else []
    except (ValueError, RecursionError):
        return ""
    if not isinstance(notes, list):
        return ""
    items = [
        f"<li>{note['content']}</li>"
        for note in notes
        if isinstance(note, dict) and isinstance(note.get("content"), str)
    ]
    return f"<ol class='wp-block-footnotes'>{''.join(items)}</ol>" if items else ""
