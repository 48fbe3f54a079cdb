"""How a rule is written: a function that looks at an article and says what it finds.

A rule takes the draft, and what else it asks for by name: ``lists`` (the site's words), ``today``, ``around`` (what the
rest of the site says). It yields ``Found``; the decorator adds its id and severity.
"""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from blog.quality.draft import Draft, Surroundings
from blog.quality.findings import ARTICLE, Finding, Place, Severity
from blog.quality.words import WordLists

#: More of one kind than this say no more than that there are many.
MOST_OF_A_KIND = 12


@dataclass(frozen=True)
class Found:
    """What a rule has found. ``severity`` differs from the rule's own only where the rule says so."""

    message: str
    place: Place = ARTICLE
    excerpt: str = ""
    severity: Severity | None = None


@dataclass(frozen=True)
class Context:
    """What rules may ask for beside the draft."""

    today: date
    lists: WordLists = field(default_factory=WordLists)
    around: Surroundings = field(default_factory=Surroundings)


@dataclass(frozen=True)
class Rule:
    """One rule: its id, its group, its usual severity, and what it holds articles to, in one line.

    ``is_judgement`` says that a person may know better than the rule, even where it stops an article.
    """

    id: str
    group: str
    severity: Severity
    asks: str
    look: Callable[..., Iterator[Found]]
    wants: tuple[str, ...]
    is_judgement: bool = True
    #: How many findings it gives at most.
    most: int = MOST_OF_A_KIND

    def __call__(self, draft: Draft, context: Context) -> list[Finding]:
        extra = {name: getattr(context, name) for name in self.wants}
        found = []
        for one in self.look(draft, **extra):
            severity = one.severity or self.severity
            found.append(Finding(self.id, severity, one.message, one.place, one.excerpt))
            if len(found) == self.most:
                break
        return found


def collection(group: str) -> tuple[list[Rule], Callable]:
    """Return a list of rules, and the decorator that puts a function into it."""
    rules: list[Rule] = []

    def rule(id: str, severity: Severity, is_judgement: bool | None = None, most: int = MOST_OF_A_KIND):
        def register(look):
            wants = tuple(list(inspect.signature(look).parameters)[1:])
            judged = severity != Severity.MUST if is_judgement is None else is_judgement
            rules.append(Rule(id, group, severity, inspect.getdoc(look) or "", look, wants, judged, most))
            return look

        return register

    return rules, rule


def shortened(text: str, length: int = 140) -> str:
    """Return ``text`` on one line, cut at a word."""
    text = " ".join(text.split())
    return text if len(text) <= length else f"{text[: length - 1].rsplit(' ', 1)[0]}…"


def around(text: str, start: int, end: int, width: int = 50) -> str:
    """Return the words of ``text`` from ``start`` to ``end`` with a little of what stands about them."""
    left = text.rfind(" ", 0, max(0, start - width)) + 1 if start > width else 0
    right = text.find(" ", min(len(text), end + width))
    right = len(text) if right < 0 else right
    return f"{'…' if left else ''}{' '.join(text[left:right].split())}{'…' if right < len(text) else ''}"
