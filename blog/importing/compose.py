"""Parts -> Outline: the one place that decides what each part of a document is, for every format."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from blog.importing.outline import (
    LONGEST_HEADING,
    LONGEST_INTRODUCTION,
    NUMBERS,
    BulletList,
    Facts,
    Faq,
    Heading,
    KeyPoints,
    Node,
    Outline,
    Prose,
    Quote,
    Reason,
    Reference,
    References,
    UnreadableDocument,
)
from blog.importing.parts import Listing, Paragraph, Part, Ready, inline
from blog.importing.recognise.bullets import leads_into_list, split_introduction
from blog.importing.recognise.headings import find_headings, heads_key_points, is_byline
from blog.importing.recognise.invitations import take_invitations
from blog.importing.recognise.leftovers import take_leftovers
from blog.importing.recognise.levels import guess_levels
from blog.importing.recognise.marked_levels import mend_levels
from blog.importing.recognise.opening import take_subtitle, take_title
from blog.importing.recognise.questions import asks_by_mark, first_question, gather_questions, is_faq_heading
from blog.importing.recognise.quotes import read_attribution, read_quote
from blog.importing.recognise.reasons import explain, key_of
from blog.importing.recognise.references import is_references_heading, names_source, read_reference
from blog.importing.recognise.words import quoted

MOST_PARTS = 5_000
_ADDED_HEADING, _HEADING_OF_NOTES = "Questions and answers", "Notes"


@dataclass(frozen=True)
class Beside:
    """What a document says beside its parts: the title of its properties, facts, and footnotes as HTML."""

    title: str = ""
    facts: Facts = Facts()
    footnotes: tuple[str, ...] = ()


def compose(
    parts: list[Part], *, notes: tuple[str, ...] = (), left_out: tuple[str, ...] = (), beside: Beside = Beside()
) -> Outline:
    """Make an outline of a document's parts.

    Args:    parts: in reading order; the first is the title, unless ``beside`` or a part itself says otherwise.
             ``notes`` and ``left_out`` of the reader come first.
    Returns: an outline with every text of the parts, or with it in ``left_out``.
    Raises:  UnreadableDocument: no title at the start, nothing after it, or more than MOST_PARTS parts.
    """
    if sum(len(part.items) if isinstance(part, Listing) else 1 for part in parts) > MOST_PARTS:
        raise UnreadableDocument(f"There are more than {MOST_PARTS:,} paragraphs: that is no article.")
    title, rest = take_title(parts, beside.title)
    rest, dropped, leftover_notes = take_leftovers(rest)
    subtitle, rest, subtitle_notes = take_subtitle(title, rest)
    composer = _Composer(rest)
    composer.run()
    composer.add_footnotes(beside.footnotes)
    if not composer.nodes:
        raise UnreadableDocument("There is a title and nothing else.")
    nodes, invitation_notes = take_invitations(composer.nodes)
    settle = mend_levels if any(composer.levels) else lambda found, _: guess_levels(title, found)
    nodes, level_notes = settle(nodes, composer.levels)
    all_notes = [*notes, *subtitle_notes, *composer.notes, *level_notes, *invitation_notes, *leftover_notes]
    return Outline(
        title,
        subtitle,
        tuple(nodes),
        tuple(all_notes),
        (*left_out, *dropped),
        explain(nodes, composer.told),
        facts=beside.facts,
    )


@dataclass
class _Composer:
    """Walks through the parts once; each becomes a node or is added to the one before.

    ``levels`` has the level that the document gives each heading among the nodes; ``told`` why nodes are what
    they are, where that is known best here.
    """

    parts: list[Part]
    nodes: list[Node] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)
    told: dict[tuple[str, str], Reason] = field(default_factory=dict)
    prose: list[str] = field(default_factory=list)
    at: int = 0
    questions_at: int = -1

    def run(self) -> None:
        self.headings, self.asked = find_headings(self.parts)
        while self.at < len(self.parts):
            self.at += self.take(self.parts[self.at])
        self.end_prose()

    def take(self, part: Part) -> int:
        """Add the node a part is or begins; how many parts that took."""
        match part:
            case Ready(Heading(text, level)):
                self.add_heading(text, level)
                return 1
            case Ready(node, why):
                return self.take_folded() if isinstance(node, Faq) else self.add(node, why)
            case Listing():
                return self.take_list(part)
        return self.take_paragraph(part)

    def add(self, node: Node, why: str = "", is_sure: bool = True) -> int:
        self.end_prose()
        self.nodes.append(node)
        if why:
            self.told[key_of(node)] = Reason(why, is_sure)
        return 1

    def add_heading(self, text: str, level: int = 0, is_guess: bool = False) -> None:
        why = "The document marks it as a heading." if level else ""
        self.add(Heading(text, is_guess=is_guess), why)
        self.levels.append(level)

    def end_prose(self) -> None:
        if self.prose:
            self.nodes.append(Prose(tuple(self.prose)))
            self.prose.clear()

    def following(self) -> Part | None:
        return self.parts[self.at + 1] if self.at + 1 < len(self.parts) else None

    def take_list(self, part: Listing) -> int:
        before = self.parts[self.at - 1] if self.at else None
        introduction = ""
        if self.prose and isinstance(before, Paragraph) and self.may_introduce(before):
            rest, introduction = split_introduction(before.text)
            self.prose[-1:] = [inline(rest)] if rest else []
        return self.add(BulletList(introduction, part.style, part.items))

    def may_introduce(self, before: Paragraph) -> bool:
        """Inline markup would be lost in an introduction, which is plain text, and a very long one has no room."""
        fits = len(split_introduction(before.text)[1]) <= LONGEST_INTRODUCTION
        return leads_into_list(before.text) and fits and before.html == inline(before.text)

    def take_paragraph(self, part: Paragraph) -> int:
        if taken := self.take_questions(part) or self.take_quote(part):
            return taken
        if self.at in self.headings and len(part.text) <= LONGEST_HEADING:
            return self.take_heading(part)
        self.prose.append(part.html)
        if part.is_heading and len(part.text) > LONGEST_HEADING:
            self.notes.append(f"{quoted(part.text)} stayed in the text: it is too long for a heading.")
        if is_byline(part.text):
            self.notes.append(f"{quoted(part.text)} stayed in the text: author and dates have fields of their own.")
        return 1

    def take_heading(self, part: Paragraph) -> int:
        following = self.following()
        if heads_key_points(part.text, following):
            self.add(KeyPoints(part.text, following.items), "A list under a heading that promises the main points.")
            return 2
        if is_references_heading(part.text) and (taken := self.take_references(part.text)):
            return taken
        is_guess = self.at in self.asked
        if is_guess:
            self.notes.append(f"{quoted(part.text)} was taken for a heading: it is a question standing alone.")
        self.add_heading(part.text, part.level, is_guess)
        return 1

    def take_references(self, heading: str) -> int:
        """Add the sources under their heading; 0 unless all that stands there are sources."""
        found: list[Reference | None] = []
        end = self.at + 1
        while end < len(self.parts) and end not in self.headings:
            part = self.parts[end]
            if isinstance(part, Listing):
                found += map(read_reference, part.items)
            elif isinstance(part, Paragraph) and names_source(part.html):
                found.append(read_reference(part.html))
            else:
                break
            end += 1
        if not found or not all(found):
            return 0
        self.add(References(heading, tuple(found)), "What stands under a heading of sources.")
        return end - self.at

    def take_questions(self, part: Paragraph) -> int:
        """Add the questions and answers that begin here; 0 if none do."""
        if self.at == self.questions_at:
            return self.add_questions(self.added_heading(), self.at)
        if is_faq_heading(part.text):
            if isinstance(ready := self.following(), Ready) and isinstance(ready.node, Faq):
                return 1 + self.take_folded(part.text, self.at + 1)
            start = first_question(self.parts, self.at + 1, part.level)
            if start == self.at + 1:
                return self.add_questions(part.text, start, part.level)
            if start:
                self.questions_at = start
                self.add_heading(part.text, part.level)
                return 1
        elif asks_by_mark(part) and any(map(asks_by_mark, self.parts[self.at + 1 : self.at + 6])):
            return self.add_questions(self.added_heading(), self.at)
        return 0

    def take_folded(self, heading: str = "", start: int | None = None) -> int:
        """Add the questions that the document itself says are such; how many parts that took."""
        first = end = self.at if start is None else start
        items = []
        while end < len(self.parts) and isinstance(part := self.parts[end], Ready) and isinstance(part.node, Faq):
            heading = heading or part.node.heading
            items += part.node.items
            end += 1
        self.add(Faq(heading or self.added_heading(), tuple(items)), "Questions whose answers are folded away.")
        return end - first

    def added_heading(self) -> str:
        self.notes.append(f"The heading {quoted(_ADDED_HEADING)} was added right above the questions.")
        return _ADDED_HEADING

    def add_questions(self, heading: str, start: int, level: int = 0) -> int:
        items, end, notes = gather_questions(self.parts, start, self.headings, level)
        self.add(Faq(heading, tuple(items)))
        self.notes += notes
        return end - self.at

    def take_quote(self, part: Paragraph) -> int:
        """Add the quote a paragraph is, with a speaker from the paragraph after it; 0 if it is none."""
        if part.is_heading:
            return 0
        quote = read_quote(part.text)
        if not quote and part.is_quote:
            return self.take_marked_quote()
        if not quote:
            return 0
        following = self.following()
        if not quote.speaker and isinstance(following, Paragraph) and (by := read_attribution(following.text)):
            self.add(replace(quote, speaker=by.speaker, role=by.role))
            return 2
        if not quote.speaker:
            self.notes.append(f"The quotation {quoted(quote.text)} names no speaker.")
        self.add(quote)
        return 1

    def take_marked_quote(self) -> int:
        """Add the quotation of several paragraphs that the document marks as one."""
        end = self.at
        while end < len(self.parts) and isinstance(part := self.parts[end], Paragraph) and part.is_quote:
            end += 1
        *texts, last = [part.text for part in self.parts[self.at : end]]
        by = read_attribution(last) if texts else None
        texts = texts if by else [*texts, last]
        if any("<a " in part.html for part in self.parts[self.at : end]):
            self.notes.append(f"Links in the quotation {quoted(texts[0])} became plain text.")
        quote = Quote("\n\n".join(texts), by.speaker if by else "", by.role if by else "")
        if not quote.speaker:
            self.notes.append(f"The quotation {quoted(quote.text)} names no speaker.")
        self.add(quote, "The document marks it as a quotation.")
        return end - self.at

    def add_footnotes(self, footnotes: Sequence[str]) -> None:
        if footnotes:
            self.add_heading(_HEADING_OF_NOTES, 1 if any(self.levels) else 0)
            self.add(BulletList("", NUMBERS, tuple(footnotes)), "The footnotes of the document.")
            self.notes.append(f"The heading {quoted(_HEADING_OF_NOTES)} was added above the footnotes.")
