"""Headings of a page: levels that never skip, anchors that never collide, and the contents list. Pure functions."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

#: Identifiers the page templates use themselves.
RESERVED = frozenset(
    {
        *(
            "begin",
            "contents",
            "contents-heading",
            "help-now",
            "help-now-heading",
            "main",
            "q",
            "search",
            "site-search",
            "title",
        ),
        *(
            "featured",
            "invitation",
            "latest",
            "lost-search",
            "narrow-kind",
            "narrow-topic",
            "references",
            "related",
            "results",
            "reviewed",
            "top",
        ),
        *("how-to-find-us", "topic-articles", "topic-questions", "topics", "urgent-help", "written"),
        *("error-summary", "next-steps", "promises", "request", "request-heading", "urgent-heading"),
    }
)

_NOT_WORD = re.compile(r"[^a-z0-9]+")


@dataclass
class Entry:
    """One line of a contents list, with the lines below it."""

    text: str
    anchor: str
    level: int
    children: list["Entry"] = field(default_factory=list)


def derived_levels(wanted: Iterable[int], first: int = 2) -> list[int]:
    """Return heading levels (2 to 6) as near to ``wanted`` as can be without skipping one.

    WCAG 2.2 technique G141: a heading is at most one level below the heading before it. ``first`` is the
    level right under the page's title.
    """
    levels: list[int] = []
    previous = first - 1
    for level in wanted:
        previous = max(first, min(level, previous + 1, 6))
        levels.append(previous)
    return levels


def slug(text: str) -> str:
    """Return ``text`` as an identifier of ASCII letters, digits and hyphens; "section" where nothing is left."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    ascii_text = ascii_text.replace("'", "")
    return _NOT_WORD.sub("-", ascii_text).strip("-")[:60].strip("-") or "section"


def anchors(texts: Iterable[str], reserved: Iterable[str] = RESERVED) -> list[str]:
    """Return one identifier a heading, each unique on the page: a repeated one gets "-2", "-3"."""
    taken = set(reserved)
    found: list[str] = []
    for text in texts:
        base = candidate = slug(text)
        count = 1
        while candidate in taken:
            count += 1
            candidate = f"{base}-{count}"
        taken.add(candidate)
        found.append(candidate)
    return found


def contents(entries: Sequence[tuple[str, str, int]], deepest: int = 2) -> list[Entry]:
    """Return the contents list of ``(text, anchor, level)`` headings, nested, down to level ``deepest``."""
    roots: list[Entry] = []
    trail: list[Entry] = []
    for text, anchor, level in entries:
        if level > deepest:
            continue
        entry = Entry(text, anchor, level)
        while trail and trail[-1].level >= level:
            trail.pop()
        (trail[-1].children if trail else roots).append(entry)
        trail.append(entry)
    return roots
