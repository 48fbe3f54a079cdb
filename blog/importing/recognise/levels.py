"""Heading levels where the document marks none: which titled parts belong under which heading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from blog.importing.outline import BulletList, Faq, Heading, Invitation, KeyPoints, Node, Prose, plain
from blog.importing.recognise.headings import ENUMERATION, INTERROGATIVE
from blog.importing.recognise.words import content_words, is_question, listed, quoted, vocabulary, words

_MOST_PARAGRAPHS, _MOST_WORDS, _FEWEST_PARTS = 3, 90, 2
_NUMBERED = re.compile(
    r"(?i)(?P<label>step|stage|phase|part|tip|rule|lesson|week|day|reason|way|sign|myth|habit|principle|#|no\.|\()?"
    r"\s?(?P<number>\d{1,2})(?=[.):]|\s?[-–—]|$)"
)
_OPENS = re.compile(r"(?i)(?:introduction|overview|background|in brief|at a glance|summary)\b")
_CLOSES = re.compile(
    r"(?i)(?:in )?(?:conclusions?|concluding|summary|(?:closing|final) (?:thoughts|words|notes?|remarks)|takeaways?|"
    r"key takeaways|wrapping up|the bottom line|next steps|moving forward|looking ahead|faqs?|frequently|"
    r"references|sources|resources|further (?:reading|help|support)|get(?:ting)? (?:help|support|started)|"
    r"find(?:ing)? (?:help|support|a )|seek(?:ing)? |ready to|take the|contact|book |about (?:us|the author|our))"
)
_A_SUBJECT_OF_ITS_OWN = re.compile(
    r"(?i)(?:the )?(?:overview|background|definition|risk factors|diagnosis|treatments?|treatment options|prevention|"
    r"recovery|outlook|prognosis|complications|management|when to .*)"
)
_ANNOUNCES = re.compile(
    r"(?i)^(?:what (?:causes|helps|makes|happens|to expect)|why\b|how (?!long|much|many|often|soon|far)|ways\b)"
)
_WHAT_ARE = re.compile(r"(?i)what are ")
_COUNTS = re.compile(
    r"(?i)\b(?:the following|several|different|various|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
    r"(?: [\w'’-]+){0,2}? (?P<things>[\w'’-]+s)\b"
    r"|\bthese (?:steps|stages|ways|tips|strategies|techniques|exercises|ideas|habits|methods|questions)\b"
)
_NO_PARTS = vocabulary(
    "years months weeks days hours minutes seconds decades times always perhaps this its is was has does us"
)


@dataclass
class _Section:
    """A heading with what stands under it until the next one; ``level`` is what we come to think of it."""

    at: int
    text: str
    paragraphs: list[str]
    has_list: bool = False
    has_invitation: bool = False
    level: int = 2

    @property
    def is_short(self) -> bool:
        size = sum(len(words(text)) for text in self.paragraphs)
        return len(self.paragraphs) <= _MOST_PARAGRAPHS and size <= _MOST_WORDS and not self.has_list

    @property
    def number(self) -> int | None:
        match = _NUMBERED.match(self.text)
        return int(match["number"]) if match else None

    @property
    def asks(self) -> bool:
        return is_question(self.text) or bool(INTERROGATIVE.match(self.text))


def guess_levels(title: str, nodes: list[Node]) -> tuple[list[Node], list[str]]:
    """Nodes whose headings carry a level, and one note for each run of headings taken for parts of another.

    A run of two or more short titled parts after a titled short introduction is a level below it, if that
    heading or its introduction announces parts. Numbered headings are parts of the heading before them. All
    else stays at level 2.
    """
    notes: list[str] = []
    for sections in _chapters(nodes):
        runs = [*_numbered_runs(sections), *_short_runs(sections, content_words(title))]
        for parent, run in runs:
            for section in run:
                section.level = parent.level + 1
            notes.append(_note(parent, run))
        for section in sections:
            if section.level != 2:
                nodes[section.at] = replace(nodes[section.at], level=section.level, is_guess=True)
    return nodes, notes


def _note(parent: _Section, run: list[_Section]) -> str:
    texts = [section.text for section in run]
    return f"{listed(texts)} were taken for parts of {quoted(parent.text)}: plain text marks no levels."


def _chapters(nodes: list[Node]) -> Iterator[list[_Section]]:
    """Sections in rows that nothing at the top level interrupts."""
    row: list[_Section] = []
    for at, node in enumerate(nodes):
        if isinstance(node, Heading):
            row.append(_Section(at, node.text, []))
        elif isinstance(node, Faq | KeyPoints):
            yield row
            row = []
        elif row:
            _put_under(row[-1], node)
    yield row


def _put_under(section: _Section, node: Node) -> None:
    if isinstance(node, Prose):
        section.paragraphs += map(plain, node.paragraphs)
    section.has_list |= isinstance(node, BulletList)
    section.has_invitation |= isinstance(node, Invitation)


def _numbered_runs(sections: list[_Section]) -> Iterator[tuple[_Section, list[_Section]]]:
    """Headings numbered 1, 2, 3 under the heading that announces them; headings between the numbers under these."""
    for places in _counted(sections):
        before = sections[places[0] - 1] if places[0] else None
        if before and before.number is None and not _OPENS.match(before.text) and _announces(before):
            yield before, [sections[at] for at in places]
        for start, end in zip(places, places[1:], strict=False):
            if between := sections[start + 1 : end]:
                yield sections[start], between


def _counted(sections: list[_Section]) -> list[list[int]]:
    """The places of headings that count up from 1, two or more."""
    rows: list[list[int]] = []
    for at, section in enumerate(sections):
        if section.number == 1:
            rows.append([at])
        elif rows and section.number == len(rows[-1]) + 1:
            rows[-1].append(at)
    return [row for row in rows if len(row) > 1]


def _short_runs(sections: list[_Section], title: frozenset[str]) -> Iterator[tuple[_Section, list[_Section]]]:
    numbered = {at for places in _counted(sections) for at in range(places[0], places[-1] + 1)}
    at = 0
    while at < len(sections):
        section, run = sections[at], []
        announces = _can_have_parts(section) and _announces(section)
        if at not in numbered and (announces or (section.asks and _can_have_parts(section))):
            run = _parts_after(sections, at, title)
        end = at + 1 + len(run)
        # A question that announces nothing has parts only where the next question shows where they end.
        is_bounded = end < len(sections) and sections[end].asks
        if len(run) >= _FEWEST_PARTS and (announces or is_bounded):
            yield section, run
        at = end


def _can_have_parts(section: _Section) -> bool:
    is_frame = _OPENS.match(section.text) or _CLOSES.match(section.text)
    return section.is_short and section.number is None and not is_frame


def _announces(section: _Section) -> bool:
    """Whether a heading, or the text under it, says that parts follow."""
    text = _WHAT_ARE.sub("", section.text, 1)
    if not section.paragraphs or ENUMERATION.match(text) or _ANNOUNCES.match(section.text):
        return True
    if section.paragraphs[-1].endswith(":"):
        return True
    found = (match for text in section.paragraphs for match in _COUNTS.finditer(text))
    return any((match["things"] or "").lower() not in _NO_PARTS for match in found)


def _parts_after(sections: list[_Section], parent: int, title: frozenset[str]) -> list[_Section]:
    run: list[_Section] = []
    for at in range(parent + 1, len(sections)):
        section = sections[at]
        if not _can_be_part(section, title) or _changes_form(section, run):
            break
        run.append(section)
    return run


def _can_be_part(section: _Section, title: frozenset[str]) -> bool:
    is_short_part = section.is_short and section.paragraphs and section.number is None
    is_of_its_own = (
        section.asks
        or section.has_invitation
        or len(content_words(section.text) & title) >= 2
        or ENUMERATION.match(section.text)
        or _CLOSES.match(section.text)
        or _A_SUBJECT_OF_ITS_OWN.fullmatch(section.text)
    )
    return bool(is_short_part and not is_of_its_own)


def _changes_form(section: _Section, run: list[_Section]) -> bool:
    """Whether a heading says what to do (Finding ...) after a run of headings that name things."""
    return len(run) >= _FEWEST_PARTS and _is_gerund(section) and not any(map(_is_gerund, run))


def _is_gerund(section: _Section) -> bool:
    first = section.text.partition(" ")[0]
    return len(first) > 5 and first.endswith("ing")
