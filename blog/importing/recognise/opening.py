"""How an article opens: its title and its subtitle."""

from blog.importing.outline import LONGEST_TITLE, UnreadableDocument
from blog.importing.parts import SUBTITLE, TITLE, Paragraph, Part
from blog.importing.recognise.headings import is_subtitle, is_title
from blog.importing.recognise.words import quoted

_FIRST_PARTS, _LONGEST_STANDFIRST = 6, 400


def take_title(parts: list[Part], named: str = "") -> tuple[str, list[Part]]:
    """The title, and the parts without it.

    ``named`` is what the document's properties call it. It is asked for where no part near the start is marked as
    the title and the first can't be one.

    Raises: UnreadableDocument: there is none.
    """
    at = _place(parts)
    if at is not None:
        return parts[at].text, [*parts[:at], *parts[at + 1 :]]
    if named and len(named) <= LONGEST_TITLE:
        return named, parts
    raise UnreadableDocument(
        f"There is no title: the first line has to be one, at most {LONGEST_TITLE} characters and no sentence."
    )


def _place(parts: list[Part]) -> int | None:
    """Where the title stands: the first paragraph marked as such, or a heading of the first level, or the start."""
    near = [(at, part) for at, part in enumerate(parts[:_FIRST_PARTS]) if isinstance(part, Paragraph)]
    near = [(at, part) for at, part in near if len(part.text) <= LONGEST_TITLE and any(map(str.isalnum, part.text))]
    for is_one in (lambda part: part.role == TITLE, lambda part: part.level == 1):
        if found := [at for at, part in near if is_one(part)]:
            return found[0]
    first = parts[0] if parts else None
    can_be = isinstance(first, Paragraph) and not first.is_quote and first.role != SUBTITLE and is_title(first.text)
    return 0 if can_be else None


def take_subtitle(title: str, parts: list[Part]) -> tuple[str, list[Part], list[str]]:
    """The subtitle, if the part after the title is one, what follows it, and notes."""
    first, second = [*parts[:2], None, None][:2]
    if isinstance(first, Paragraph) and first.role == SUBTITLE and len(first.text) <= _LONGEST_STANDFIRST:
        return first.text, parts[1:], []
    if not isinstance(first, Paragraph) or first.is_heading or first.is_quote or not isinstance(second, Paragraph):
        return "", parts, []
    if not is_subtitle(first.text, title):
        return "", parts, []
    is_sure = first.text.lower().startswith(title.lower())
    note = f"{quoted(first.text)} was taken for the subtitle, because it comes right after the title."
    return first.text, parts[1:], [] if is_sure else [note]
