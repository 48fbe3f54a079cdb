"""What somebody typed by hand where the format has a way of its own: bullets, bold headings, captions, films."""

import re
from collections.abc import Iterator
from dataclasses import replace

from blog.importing.outline import (
    LONGEST_CAPTION,
    LONGEST_HEADING,
    LONGEST_STEP,
    NUMBERS,
    Picture,
    Step,
    Steps,
    Video,
    plain,
)
from blog.importing.parts import CAPTION, Listing, Paragraph, Part, Ready, after_start
from blog.importing.readers.items import Item, listing_of
from blog.importing.recognise.bullets import Mark, take_mark
from blog.importing.recognise.headings import is_byline, looks_like_heading
from blog.importing.recognise.quotes import read_attribution, read_quote
from blog.importing.recognise.words import is_question, words

_BOLD = re.compile(r"<b>((?:(?!</?b>).)*)</b>")
_ITALIC = re.compile(r"<i>((?:(?!</?i>).)*)</i>")
_ONLY_LINK = re.compile(r'<a href="([^"]*)">((?:(?!</?a\b).)*)</a>')
_FILM = re.compile(r"(?i)https?://(?:(?:www\.|m\.)?youtube\.com/watch\?|youtu\.be/|(?:www\.)?vimeo\.com/\d)\S+")
_TITLED_STEP = re.compile(r"<b>((?:(?!</?b>).)*)</b>(?P<end>[:.–—-]?)(?:<br/>|\s+|(?=<[uo]l>))?")
_MOST_WORDS_OF_A_CAPTION = 30


def understand(parts: list[Part]) -> list[Part]:
    """Parts in which what was typed by hand has become what it stands for."""
    return [_titled_steps(_film(part)) for part in _bold_headings(_captions(_typed_lists(parts)))]


def _typed_lists(parts: list[Part]) -> Iterator[Part]:
    """Paragraphs that begin with a bullet, a dash or a number become lists."""
    at = 0
    while at < len(parts):
        run = _run(parts, at)
        listing = listing_of(_item(part, mark, run[0][1]) for part, mark in run)
        if listing:
            yield replace(listing, style=run[0][1].style)
        at += len(run)
        if not run:
            yield parts[at]
            at += 1


def _run(parts: list[Part], start: int) -> list[tuple[Paragraph, Mark]]:
    """The paragraphs from ``start`` on that are items of one list typed by hand; none if they are none."""
    run: list[tuple[Paragraph, Mark]] = []
    for part in parts[start:]:
        mark, rest = _mark(part)
        if not mark or not rest:
            break
        first = run[0][1] if run else mark
        if mark.style != first.style or mark.is_sure != first.is_sure:
            break
        if mark.style == NUMBERS and mark.ordinal != len(run) + 1:
            break
        run.append((part, mark))
    is_dialogue = (
        bool(run)
        and run[0][1].written in "-–—"
        and any(read_attribution(part.text) for part, _ in run[:1])
        and len(run) < 2
    )
    return run if run and not is_dialogue and (run[0][1].is_sure or len(run) > 1) else []


def _mark(part: Part) -> tuple[Mark | None, str]:
    if not isinstance(part, Paragraph) or part.level or part.role or part.is_quote:
        return None, ""
    is_title = part.html.startswith("<b>") and _BOLD.fullmatch(part.html)
    mark, rest = take_mark(part.text)
    return (None, "") if mark and mark.style == NUMBERS and is_title else (mark, rest)


def _item(part: Paragraph, mark: Mark, first: Mark) -> Item:
    rest = after_start(part.html, len(part.text) - len(take_mark(part.text)[1]))
    is_inner = mark.written != first.written and mark.style != NUMBERS
    return Item(2 if is_inner else 1, mark.style == NUMBERS, rest, mark.written)


def _captions(parts: Iterator[Part]) -> Iterator[Part]:
    """The caption under a picture goes with it."""
    before: Part | None = None
    for part in parts:
        if isinstance(before, Ready) and isinstance(before.node, Picture) and _is_caption(part, before.node):
            yield replace(before, node=replace(before.node, caption=part.text))
            before = None
            continue
        if before is not None:
            yield before
        before = part
    if before is not None:
        yield before


def _is_caption(part: Part, picture: Picture) -> bool:
    if not isinstance(part, Paragraph) or picture.caption or len(part.text) > LONGEST_CAPTION:
        return False
    is_small = bool(_ITALIC.fullmatch(part.html)) and len(words(part.text)) <= _MOST_WORDS_OF_A_CAPTION
    return part.role == CAPTION or (is_small and not read_quote(part.text))


def _bold_headings(parts: Iterator[Part]) -> Iterator[Part]:
    """Short paragraphs wholly in bold are headings, where something follows that they can head."""
    found = list(parts)
    for at, part in enumerate(found):
        bold = _BOLD.fullmatch(part.html) if isinstance(part, Paragraph) and not part.is_heading else None
        if not bold or part.role or part.is_quote:
            yield part
            continue
        text = part.text.removesuffix(":").rstrip()
        is_short = looks_like_heading(text) or (is_question(text) and len(text) <= LONGEST_HEADING)
        leads = part.text.endswith(":") and at + 1 < len(found) and isinstance(found[at + 1], Listing)
        is_heading = is_short and not leads and not is_byline(text) and at + 1 < len(found)
        yield replace(part, html=bold[1], is_heading=True) if is_heading else part


def _film(part: Part) -> Part:
    """A line that is nothing but the address of a film, or a link to one, is that film."""
    if not isinstance(part, Paragraph) or part.is_heading:
        return part
    link = _ONLY_LINK.fullmatch(part.html)
    address = link[1].replace("&amp;", "&") if link else part.text
    if not _FILM.fullmatch(address):
        return part
    title = plain(link[2]) if link and not _FILM.fullmatch(part.text) else "Video"
    return Ready(Video(title[:150], address), "The address of a film on a line of its own.")


def _titled_steps(part: Part) -> Part:
    """A numbered list whose every item begins with a title in bold is a row of steps."""
    if not isinstance(part, Listing) or part.style != NUMBERS or len(part.items) < 2:
        return part
    matches = [_TITLED_STEP.match(item) for item in part.items]
    pairs = [(match, item[match.end() :]) for match, item in zip(matches, part.items, strict=True) if match]
    if len(pairs) < len(part.items) or not all(plain(rest) and _fits(match) for match, rest in pairs):
        return part
    steps = tuple(Step(plain(match[1]).rstrip(" .:–—-"), _step_html(rest)) for match, rest in pairs)
    return Ready(Steps("", steps), "A numbered list whose items begin with a title in bold.")


def _fits(match: re.Match) -> bool:
    title = plain(match[1])
    return bool(words(title)) and len(title) <= LONGEST_STEP


def _step_html(rest: str) -> str:
    start = min((at for at in (rest.find("<ul>"), rest.find("<ol>")) if at >= 0), default=len(rest))
    text = rest[:start]
    return f"{f'<p>{text}</p>' if text.strip() else ''}{rest[start:]}"
