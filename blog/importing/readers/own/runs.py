"""Inline HTML as stretches of text with their looks, and back: the form that word processors keep text in."""

from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

from blog.importing.readers.own import running_text as markup


@dataclass(frozen=True)
class Run:
    """Text that looks the same throughout; "\\n" is a break. ``address`` is None where it is no link."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    address: str | None = None


def runs_of(inline: str) -> list[Run]:
    """The stretches of inline HTML."""
    found: list[Run] = []
    _collect(markup.parsed(inline), Run(""), found)
    return [run for run in found if run.text]


def _collect(element, look: Run, found: list[Run]) -> None:
    found.append(replace(look, text=element.text or ""))
    for child in element:
        if child.tag == "br":
            found.append(replace(look, text="\n"))
        elif child.tag == "a":
            _collect(child, replace(look, address=child.get("href") or ""), found)
        else:
            bold, italic = look.is_bold or child.tag == "b", look.is_italic or child.tag == "i"
            _collect(child, replace(look, is_bold=bold, is_italic=italic), found)
        found.append(replace(look, text=child.tail or ""))


def inline_of(runs: list[Run]) -> str:
    """Stretches as inline HTML: links around bold around italics, neighbours that look the same as one."""
    pieces = []
    for address, linked in groupby(runs, key=lambda run: run.address):
        inside = "".join(_bold(bold, list(group)) for bold, group in groupby(linked, key=lambda run: run.is_bold))
        pieces.append(inside if address is None else f'<a href="{escape(address)}">{inside}</a>')
    return markup.trimmed("".join(pieces))


def _bold(is_bold: bool, runs: list[Run]) -> str:
    inside = "".join(_italic(italic, list(group)) for italic, group in groupby(runs, key=lambda run: run.is_italic))
    return f"<b>{inside}</b>" if is_bold else inside


def _italic(is_italic: bool, runs: list[Run]) -> str:
    text = escape("".join(run.text for run in runs), quote=False).replace("\n", "<br/>")
    return f"<i>{text}</i>" if is_italic else text
