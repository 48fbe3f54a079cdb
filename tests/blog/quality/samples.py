"""An article that every rule is content with, and ways to spoil it."""

from dataclasses import replace
from datetime import date

from blog.quality.draft import (
    Draft,
    Link,
    Passage,
    Person,
    Picture,
    Quotation,
    Role,
    Statistic,
    Surroundings,
    Table,
    Target,
)
from blog.quality.findings import Finding, Place
from blog.quality.rules import RULES, Context

TODAY = date(2026, 3, 2)
BLOCK = Place("b1", "Text", is_block=True)
AROUND = Surroundings(targets={1: Target("Grief", True), 2: Target("Sleep", True)}, inbound=3)


def passage(
    text: str, role: Role = Role.PROSE, *links: Link, level: int = 0, typed: str = "", key: str = "b1"
) -> Passage:
    return Passage(Place(key, "Text", is_block=True), role, text, level, links, typed or text)


CLEAN = Draft(
    title="Worry at night and what helps",
    standfirst="Why worry grows in the dark, and a plan for it.",
    description="Worry is louder at night because nothing else is asked of you. A short plan for the small hours.",
    slug="worry-at-night",
    focus_phrase="worry at night",
    author=Person(1, "Ada Example", "MSc"),
    reviewer=Person(2, "Ben Example", "DClinPsy"),
    reviewed_on=date(2026, 1, 5),
    review_due=date(2028, 1, 5),
    passages=(
        passage("Worry at night is common. Most of it fades by day."),
        passage("A plan for worry at night", Role.HEADING, level=2, key="h1"),
        passage("Get up. Sit in low light. Write one line.", Role.PROSE, Link("what grief does", page=1), key="b2"),
        passage("You can rest.", Role.QUOTE, key="q1"),
        passage("1 in 6 adults slept badly.", Role.FIGURE, key="s1"),
        passage("Two chairs", Role.CAPTION, key="p1"),
        passage("You can talk to us about sleep.", Role.PROSE, Link("sleep", page=2), key="b3"),
    ),
    quotations=(Quotation(Place("q1", "Quote", True), "You can rest.", "Eve Example", True),),
    statistics=(Statistic(Place("s1", "Figure", True), "1 in 6 adults slept badly.", True),),
    pictures=(Picture(Place("p1", "Picture", True), "A lamp beside an open notebook", "Two chairs", "a.jpg"),),
    tables=(Table(Place("t1", "Table", True), ("", "By day", "By night")),),
    anchors=frozenset({"a-plan-for-worry-at-night"}),
    references=2,
    blocks=(("b1", "paragraph"), ("h1", "heading"), ("b2", "paragraph"), ("b3", "paragraph")),
)


def with_passage(text: str, role: Role = Role.PROSE, *links: Link, draft: Draft = CLEAN, **facts) -> Draft:
    """The clean article with one more passage at its end."""
    return replace(draft, passages=(*draft.passages, passage(text, role, *links, **facts)))


def found(rule_id: str, draft: Draft, around: Surroundings = AROUND, **context) -> list[Finding]:
    """What one rule finds."""
    (rule,) = [rule for rule in RULES if rule.id == rule_id]
    return rule(draft, Context(TODAY, around=around, **context))
