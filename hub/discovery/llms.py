"""llms.txt: the site in one page of Markdown, for machines that answer questions. Source: llmstxt.org."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

#: What Markdown or HTML could take for its own, and would then neither be intact nor harmless.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#&~|!])")


@dataclass(frozen=True)
class Link:
    """A title with an absolute, percent-encoded address, and a sentence about what is there."""

    title: str
    address: str
    about: str = ""


@dataclass(frozen=True)
class Section:
    heading: str
    links: list[Link] = field(default_factory=list)


def plain_line(text: str) -> str:
    """Return ``text`` as one line of Markdown that reads the same, whatever stands in it."""
    seen = "".join(character for character in text if character.isprintable() or character.isspace())
    return _MARKUP.sub(r"\\\1", " ".join(seen.split()))


def write(title: str, summary: str, details: Iterable[str], sections: Iterable[Section]) -> str:
    """Return llms.txt: a title, a summary, a few paragraphs, and lists of links. Empty ones are left out."""
    parts = [f"# {plain_line(title)}"]
    if summary.strip():
        parts.append(f"> {plain_line(summary)}")
    parts += [plain_line(detail) for detail in details if detail.strip()]
    for section in sections:
        if section.links:
            parts.append(f"## {plain_line(section.heading)}")
            parts.append("\n".join(_line(link) for link in section.links))
    return "\n\n".join(parts) + "\n"


def _line(link: Link) -> str:
    about = f": {plain_line(link.about)}" if link.about.strip() else ""
    return f"- [{plain_line(link.title)}]({link.address}){about}"
