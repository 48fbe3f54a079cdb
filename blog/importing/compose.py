"""Parts -> Outline: the one place that decides what each part of a document is, for every format."""

from dataclasses import dataclass, field, replace

from blog.importing.outline import (
    LONGEST_INTRODUCTION,
    LONGEST_TITLE,
    BulletList,
    Faq,
    Heading,
    KeyPoints,
    Node,
    Outline,
    Prose,
    UnreadableDocument,
)
from blog.importing.parts import Listing, Paragraph, Part, inline
from blog.importing.recognise.bullets import leads_into_list, split_introduction
from blog.importing.recognise.headings import (
    find_headings,
    heads_key_points,
    is_byline,
    is_subtitle,
    is_title,
)
from blog.importing.recognise.invitations import take_invitations
from blog.importing.recognise.leftovers import take_leftovers
from blog.importing.recognise.levels import guess_levels
from blog.importing.recognise.questions import asks_by_mark, first_question, gather_questions, is_faq_heading
from blog.importing.recognise.quotes import read_attribution, read_quote
from blog.importing.recognise.words import quoted

MOST_PARTS = 5_000
_ADDED_HEADING = "Questions and answers"


def compose(parts: list[Part], *, notes: tuple[str, ...] = (), left_out: tuple[str, ...] = ()) -> Outline:
    """Make an outline of a document's parts.

    Args:    parts: in reading order; the first is the title. ``notes`` and ``left_out`` of the reader come first.
    Returns: an outline with every text of the parts, or with it in ``left_out``.
    Raises:  UnreadableDocument: no title at the start, nothing after it, or more than MOST_PARTS parts.
    """
    if sum(len(part.items) if isinstance(part, Listing) else 1 for part in parts) > MOST_PARTS:
        raise UnreadableDocument(f"There are more than {MOST_PARTS:,} paragraphs: that is no article.")
    title = _title(parts)
    rest, dropped, leftover_notes = take_leftovers(parts[1:])
    subtitle, rest, subtitle_notes = _subtitle(title, rest)
    composer = _Composer(rest)
    composer.run()
    if not composer.nodes:
        raise UnreadableDocument("There is a title and nothing else.")
    nodes, invitation_notes = take_invitations(composer.nodes)
    nodes, level_notes = guess_levels(title, nodes)
    all_notes = [*notes, *subtitle_notes, *composer.notes, *level_notes, *invitation_notes, *leftover_notes]
    return Outline(title, subtitle, tuple(nodes), tuple(all_notes), (*left_out, *dropped))


def _title(parts: list[Part]) -> str:
    first = parts[0] if parts else None
    if isinstance(first, Paragraph) and is_title(first.text):
        return first.text
    raise UnreadableDocument(
        f"There is no title: the first line has to be one, at most {LONGEST_TITLE} characters and no sentence."
    )


def _subtitle(title: str, parts: list[Part]) -> tuple[str, list[Part], list[str]]:
    """The subtitle, if the part after the title is one, what follows it, and notes."""
    first, second = [*parts[:2], None, None][:2]
    if not isinstance(first, Paragraph) or first.is_heading or not isinstance(second, Paragraph):
        return "", parts, []
    if not is_subtitle(first.text, title):
        return "", parts, []
    is_sure = first.text.lower().startswith(title.lower())
    note = f"{quoted(first.text)} was taken for the subtitle, because it comes right after the title."
    return first.text, parts[1:], [] if is_sure else [note]


@dataclass
class _Composer:
    """Walks through the parts once; each becomes a node or is added to the one before."""

    parts: list[Part]
    nodes: list[Node] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    prose: list[str] = field(default_factory=list)
    at: int = 0
    questions_at: int = -1

    def run(self) -> None:
        self.headings, self.asked = find_headings(self.parts)
        while self.at < len(self.parts):
            part = self.parts[self.at]
            self.at += self.take_list(part) if isinstance(part, Listing) else self.take_paragraph(part)
        self.end_prose()

    def add(self, node: Node) -> None:
        self.end_prose()
        self.nodes.append(node)

    def end_prose(self) -> None:
        if self.prose:
            self.nodes.append(Prose(tuple(self.prose)))
            self.prose.clear()

    def take_list(self, part: Listing) -> int:
        before = self.parts[self.at - 1] if self.at else None
        introduction = ""
        if self.prose and isinstance(before, Paragraph) and self.may_introduce(before):
            rest, introduction = split_introduction(before.text)
            self.prose[-1:] = [inline(rest)] if rest else []
        self.add(BulletList(introduction, part.style, part.items))
        return 1

    def may_introduce(self, before: Paragraph) -> bool:
        """Inline markup would be lost in an introduction, which is plain text, and a very long one has no room."""
        fits = len(split_introduction(before.text)[1]) <= LONGEST_INTRODUCTION
        return leads_into_list(before.text) and fits and before.html == inline(before.text)

    def take_paragraph(self, part: Paragraph) -> int:
        """Add the node a paragraph is or begins; how many parts that took."""
        if taken := self.take_questions(part) or self.take_quote(part):
            return taken
        if self.at in self.headings:
            return self.take_heading(part)
        self.prose.append(part.html)
        if is_byline(part.text):
            self.notes.append(f"{quoted(part.text)} stayed in the text: author and dates have fields of their own.")
        return 1

    def take_heading(self, part: Paragraph) -> int:
        following = self.parts[self.at + 1]
        if heads_key_points(part.text, following):
            self.add(KeyPoints(part.text, following.items))
            return 2
        is_guess = self.at in self.asked
        if is_guess:
            self.notes.append(f"{quoted(part.text)} was taken for a heading: it is a question standing alone.")
        self.add(Heading(part.text, is_guess=is_guess))
        return 1

    def take_questions(self, part: Paragraph) -> int:
        """Add the questions and answers that begin here; 0 if none do."""
        if self.at == self.questions_at:
            return self.add_questions(self.added_heading(), self.at)
        if is_faq_heading(part.text):
            start = first_question(self.parts, self.at + 1)
            if start == self.at + 1:
                return self.add_questions(part.text, start)
            if start:
                self.questions_at = start
                self.add(Heading(part.text))
                return 1
        elif asks_by_mark(part) and any(map(asks_by_mark, self.parts[self.at + 1 : self.at + 6])):
            return self.add_questions(self.added_heading(), self.at)
        return 0

    def added_heading(self) -> str:
        self.notes.append(f"The heading {quoted(_ADDED_HEADING)} was added right above the questions.")
        return _ADDED_HEADING

    def add_questions(self, heading: str, start: int) -> int:
        items, end, notes = gather_questions(self.parts, start, self.headings)
        self.add(Faq(heading, tuple(items)))
        self.notes += notes
        return end - self.at

    def take_quote(self, part: Paragraph) -> int:
        """Add the quote a paragraph is, with a speaker from the paragraph after it; 0 if it is none."""
        quote = read_quote(part.text)
        if not quote:
            return 0
        following = self.parts[self.at + 1] if self.at + 1 < len(self.parts) else None
        if not quote.speaker and isinstance(following, Paragraph) and (by := read_attribution(following.text)):
            self.add(replace(quote, speaker=by.speaker, role=by.role))
            return 2
        if not quote.speaker:
            self.notes.append(f"The quotation {quoted(quote.text)} names no speaker.")
        self.add(quote)
        return 1
