"""An outline as lines of text, for somebody who wants to see what a document was read as."""

from collections.abc import Iterator

from blog.importing.outline import (
    BulletList,
    Callout,
    Download,
    Faq,
    Heading,
    Invitation,
    KeyPoints,
    Node,
    Outline,
    PersonCard,
    Picture,
    Prose,
    Quote,
    References,
    RelatedArticles,
    SharedInvitation,
    Statistic,
    Steps,
    Table,
    Term,
    UrgentHelp,
    Video,
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
        case Invitation(text, _, heading):
            yield _line("invitation", " ".join(filter(None, [heading, plain(text)])))
            yield from (
                _line("", f"[{button.label}]{button.address and f' {button.address}'}") for button in node.all_buttons
            )
        case Steps(heading, items):
            yield _line("steps", heading)
            for number, item in enumerate(items, 1):
                yield _line("", f"{number}. {item.title}")
                yield _line("", f"   {plain(item.html)}")
        case References(heading, items):
            yield _line("sources", heading)
            yield from (_line("", f"- {', '.join(_facts(item))}") for item in items)
        case Table(caption, columns, rows):
            yield _line("table", caption)
            yield from (_line("", f"| {' | '.join(row)} |") for row in (columns, *rows))
        case _:
            yield _line(*_describe_aside(node))


def _describe_aside(node: Node) -> tuple[str, str]:
    """The kind and the words of what takes one line."""
    match node:
        case Picture(source, alt, caption):
            words = "(decorative)" if node.is_decorative else f"“{alt}”" if alt else "(no alternative text)"
            return "picture", " ".join(filter(None, [source, words, caption]))
        case Video(title, url):
            return "video", f"{title} {url}"
        case Callout(tone, heading, text):
            return tone, " ".join(filter(None, [heading, plain(text)]))
        case Term(term, _, definition):
            return "term", f"{term}: {plain(definition)}"
        case Statistic(figure, meaning):
            return "figure", f"{figure} {meaning}"
        case UrgentHelp(heading, text):
            return "urgent help", " ".join(filter(None, [heading, plain(text)]))
        case Download(source, title):
            return "download", f"{title} ({source})"
        case SharedInvitation(name):
            return "invitation", f"“{name}”, as the site keeps it"
        case PersonCard(address, note):
            return "person", f"{address} {note}".strip()
        case RelatedArticles(addresses, heading):
            return "read next", f"{heading}: {', '.join(addresses)}"
    raise TypeError(f"Nothing is known of {type(node).__name__}.")


def _facts(item) -> Iterator[str]:
    return filter(None, (item.authors, item.title, item.published_in, str(item.year or ""), item.url))
