"""Questions and answers in their usual shapes: a heading such as FAQ, or "Q:" and "A:"."""

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from blog.importing.outline import LONGEST_QUESTION, NUMBERS, Question, plain
from blog.importing.parts import Listing, Paragraph, Part, Ready, after_start, paragraph
from blog.importing.recognise.words import is_question, is_title_case, quoted, sentences, words

_HEADING = re.compile(
    r"(?i)(?:the |our |some |your |more |quick )*(?:faqs?|f\.a\.q\.?s?|frequently[ -]asked questions?|"
    r"q ?(?:&|and|\+) ?as?|questions? (?:and|&) answers?|common(?:ly asked)? questions?|"
    r"questions? (?:people|we|clients) (?:often )?(?:ask|get|hear)|questions answered)\b.{0,60}"
)
_ASKS = re.compile(r"(?i)(?:q|question)\s?\d{0,2}\s?[:.)]\s?(?=\S)")
_ASKS_ANYWHERE = re.compile(r"(?i)(?:q|question)\s?\d{0,2}\s?:")
_ANSWERS = re.compile(r"(?i)(?:a|answer)\s?\d{0,2}\s?:\s?(?=\S)")
_ANSWERS_A_MARKED_QUESTION = re.compile(r"(?i)(?:a|answer)\s?\d{0,2}\s?[:.)]\s?(?=\S)")
_ANSWERS_IN_LINE = re.compile(r"[?.] (?:A|Answer)\s?:\s")
_NUMBER = re.compile(r"(\d{1,2})[.)]\s+")
_MOST_WORDS, _MOST_WORDS_OF_A_HEADING, _PARTS_BEFORE_THE_FIRST = 35, 10, 3


def is_faq_heading(text: str) -> bool:
    return bool(_HEADING.fullmatch(text)) and len(words(text)) <= _MOST_WORDS_OF_A_HEADING


def asks(part: Part) -> bool:
    """Whether a part is a question line: one sentence with a question mark, or one marked "Q:"."""
    text = _only_text(part)
    if len(text) > LONGEST_QUESTION:
        return False
    if _ASKS.match(text):
        return True
    return is_question(text) and len(words(text)) <= _MOST_WORDS and len(sentences(_NUMBER.sub("", text, 1))) == 1


def asks_by_mark(part: Part) -> bool:
    """Whether a part is a question even outside a section of questions: "Q: ..."."""
    return bool(_ASKS_ANYWHERE.match(_only_text(part))) and asks(part)


def _only_text(part: Part) -> str:
    if isinstance(part, Paragraph):
        return part.text
    return plain(part.items[0]) if isinstance(part, Listing) and len(part.items) == 1 else ""


def first_question(parts: list[Part], start: int, level: int = 0) -> int | None:
    """Where the questions under a FAQ heading begin, after at most a few introducing paragraphs.

    ``level`` is that of the heading, where the document marks levels: a deeper heading is a question.
    """
    for at in range(start, min(start + _PARTS_BEFORE_THE_FIRST, len(parts))):
        if asks(parts[at]) or is_below(parts[at], level):
            return at
        if isinstance(parts[at], Paragraph) and 0 < parts[at].level <= level:
            return None
    return None


def is_below(part: Part, level: int) -> bool:
    """Whether a part is a heading that the document marks as one below ``level``."""
    return isinstance(part, Paragraph) and part.is_heading and part.level > level > 0


@dataclass
class _Draft:
    question: str
    is_marked: bool = False
    answer: list[Part] = field(default_factory=list)

    def add(self, part: Part) -> None:
        """Take the next part of the answer, the first without its "A:"."""
        mark = _ANSWERS_A_MARKED_QUESTION if self.is_marked else _ANSWERS
        match = mark.match(part.text) if isinstance(part, Paragraph) and not self.answer else None
        if match:
            part = Paragraph(part.text[match.end() :], after_start(part.html, match.end()))
        self.answer.append(part)


def gather_questions(
    parts: list[Part], start: int, headings: Container[int], level: int = 0
) -> tuple[list[Question], int, list[str]]:
    """The questions from ``start`` on with their answers, where they end, and notes.

    They end at a heading that is no question and has something to follow it, once the last question has its answer;
    where the document marks levels, at a heading not below ``level`` that asks nothing; and at what no answer holds.
    """
    drafts: list[_Draft] = []
    at = start
    while at < len(parts):
        part = parts[at]
        if isinstance(part, Ready):
            break
        if _is_next_question(part, drafts, parts[start], level):
            drafts.append(_draft(_only_text(part)))
        elif at in headings and (drafts[-1].answer or 0 < part.level <= level):
            break
        else:
            drafts[-1].add(part)
        at += 1
    numbered = _are_numbered(drafts)
    items = [Question(_NUMBER.sub("", d.question, 1) if numbered else d.question, parts_html(d.answer)) for d in drafts]
    return items, at, list(_notes(items))


def _is_next_question(part: Part, drafts: list[_Draft], first: Part, level: int) -> bool:
    """Where the first question is a heading or marked "Q:", so are the others; an answer may ask something itself."""
    if not drafts or is_below(part, level):
        return True
    if isinstance(first, Paragraph) and first.is_heading:
        return isinstance(part, Paragraph) and part.is_heading and asks(part)
    if drafts and (_ANSWERS.match(_only_text(part)) or (drafts[0].is_marked and not _ASKS.match(_only_text(part)))):
        return False
    return asks(part)


def _draft(text: str) -> _Draft:
    mark = _ASKS.match(text)
    text = text[mark.end() :] if mark else text
    answer = _ANSWERS_IN_LINE.search(text) if mark else None
    if not answer:
        return _Draft(text, bool(mark))
    return _Draft(text[: answer.start() + 1], True, [paragraph(text[answer.end() :])])


def _are_numbered(drafts: list[_Draft]) -> bool:
    numbers = [_NUMBER.match(draft.question) for draft in drafts]
    return all(numbers) and [int(number[1]) for number in numbers] == list(range(1, len(numbers) + 1))


def parts_html(parts: Iterable[Part]) -> str:
    """Paragraphs and lists as the HTML of an answer."""
    return "".join(_part_html(part) for part in parts)


def _part_html(part: Part) -> str:
    if isinstance(part, Paragraph):
        return f"<p>{part.html}</p>"
    tag = "ol" if part.style == NUMBERS else "ul"
    return f"<{tag}>{''.join(f'<li>{item}</li>' for item in part.items)}</{tag}>"


def _notes(items: list[Question]):
    for item in items:
        if not item.answer_html:
            yield f"The question {quoted(item.question)} has no answer."
    capitals = [is_title_case(item.question, fewest=3) for item in items]
    odd = sum(capitals) * 2 <= len(items)
    if len(items) < 3 or min(sum(capitals), len(items) - sum(capitals)) * 3 > len(items):
        return
    for item, has_capitals in zip(items, capitals, strict=True):
        if has_capitals == odd:
            yield (
                f"{quoted(item.question)} stands among the questions, but is written differently from the "
                "others: it could be a heading."
            )
