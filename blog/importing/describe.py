"""An outline as lines of text, for somebody who wants to see what a document was read as."""

from collections.abc import Iterator

from blog.importing.outline import (
    BulletList,
    Faq,
    Heading,
    Invitation,
    KeyPoints,
    Node,
    Outline,
    Prose,
    Quote,
    plain,
)

_WIDTH = 100


def describe(outline: Outline) -> Iterator[str]:
    """The lines: the title, then a line for each thing on the page with what it was taken for."""
    yield _line("title", outline.title)
    if outline.subtitle:
        yield _line("subtitle", outline.subtitle)
    for node in outline.nodes:
        yield from _describe(node)


def _line(kind: str, text: str) -> str:
    line = f"{kind:<11} {text}"
    return line if len(line) <= _WIDTH else f"{line[: _WIDTH - 1]}…"


def _describe(node: Node) -> Iterator[str]:
    match node:
        case Heading(text, level, is_guess):
            yield _line(f"heading {level}{'?' if is_guess else ''}", text)
        case Prose(paragraphs):
            yield from (_line("text", plain(paragraph)) for paragraph in paragraphs)
        case BulletList(introduction, style, items):
            yield _line(style, introduction)
            yield from (_line("", f"- {plain(item)}") for item in items)
        case Quote(text, speaker, role):
            yield _line("quote", f"“{text}”{', '.join(filter(None, [speaker and f' — {speaker}', role]))}")
        case KeyPoints(heading, points):
            yield _line("key points", heading)
            yield from (_line("", f"- {plain(point)}") for point in points)
        case Faq(heading, items):
            yield _line("questions", heading)
            for item in items:
                yield _line("", f"? {item.question}")
                yield _line("", f"  {plain(item.answer_html)}")
        case Invitation(text, label):
            yield _line("invitation", plain(text))
            yield _line("", f"[{label}]")
