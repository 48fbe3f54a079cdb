"""The natural shapes of Markdown: paragraphs, lists, quotations, tables. Pure functions."""

import re
from html import escape

from blog.exporting.inline import escaped, inline, line_start, target
from blog.importing.outline import Faq, Heading, Node, Quote, Table
from blog.importing.readers.own.citations import Line, attribution
from blog.importing.readers.own.running_text import item, parsed
from blog.importing.recognise.questions import is_faq_heading

APART = "<!-- -->"
_INNER_LIST = re.compile(r"<(?:ul|ol)>")


def heading(text: str, level: int) -> str:
    """A heading of plain text, by level."""
    words = re.sub(r"(#+)$", r"\\\1", escaped(text, starts_line=False))
    return f"{'#' * level} {words}".rstrip(" ")


def rich(markup: str) -> str:
    """HTML of ``<p>``, ``<ul>`` and ``<ol>`` as Markdown; inline HTML is one paragraph."""
    if not markup.startswith(("<p", "<ul", "<ol")):
        return inline(markup)
    pieces, before = [], ""
    for part in parsed(markup):
        if part.tag == before != "p":
            pieces.append(APART)
        pieces.append(_list_of(part) if part.tag in ("ul", "ol") else inline(item(part)))
        before = part.tag
    return "\n\n".join(filter(None, pieces))


def _list_of(element) -> str:
    return linked_list([item(child) for child in element], element.tag == "ol")


def linked_list(items, is_numbered: bool, mark: str = "") -> str:
    """A list of items (inline HTML, perhaps with lists inside), each begun with ``mark``."""
    return "\n".join(
        list_item(f"{number}." if is_numbered else "-", mark + _item(content))
        for number, content in enumerate(items, 1)
    )


def list_item(bullet: str, content: str) -> str:
    """Markdown as one item of a list."""
    return indented(content, len(bullet) + 1, bullet)


def indented(content: str, width: int, bullet: str) -> str:
    first, *rest = content.split("\n")
    return "\n".join([f"{bullet} {first}".rstrip(" "), *(" " * width + line if line else "" for line in rest)])


def _item(content: str) -> str:
    inner = _INNER_LIST.search(content)
    text, lists = (content[: inner.start()], content[inner.start() :]) if inner else (content, "")
    return "\n".join([inline(text), rich(lists).replace("\n\n", "\n")] if lists else [inline(text)])


def lines(text: str) -> str:
    """Plain text of several lines; an empty line parts paragraphs."""
    return "\\\n".join(escaped(line) for line in text.split("\n")).replace("\\\n\\\n", "\n\n")


def attribution_of(quote: Quote) -> str | None:
    """The last line of a quotation, "" for none, None where the facts do not fit into one."""
    names = ("speaker", "role", "source_title", "source_url", "year", "verified")
    line = attribution({name: getattr(quote, name) for name in names})
    if line is None or not quote.text or (line == Line() and quote.text.rpartition("\n\n")[2].startswith("—")):
        return None
    return titled(line) if line != Line() else ""


def titled(line: Line) -> str:
    """A line with its title in italics, linked where it has an address."""
    title = inline(f"<i>{escape(line.title)}</i>") if line.title or line.url else ""
    title = f"[{title}]({target(line.url)})" if line.url else title
    return line_start(escaped(line.before, starts_line=False)) + title + escaped(line.after, starts_line=False)


def quotation(text: str, last: str) -> str:
    """A quotation with its attribution."""
    content = "\n\n".join(filter(None, (lines(text), last)))
    return "\n".join(f"> {line}".rstrip(" ") for line in content.split("\n"))


def rows(table: Table) -> str:
    """A pipe table with its caption below."""
    width = len(table.columns)
    body = [table.columns, *((*row, *[""] * width)[:width] for row in table.rows)]
    drawn = [f"| {' | '.join(map(_cell, row))} |" for row in body]
    drawn.insert(1, f"|{' --- |' * width}")
    caption = f"\n\nTable: {escaped(table.caption, starts_line=False)}" if table.caption else ""
    return "\n".join(drawn) + caption


def _cell(text: str) -> str:
    return escaped(text, starts_line=False).replace("|", "\\|")


def is_natural_faq(faq: Faq, after: Node | None) -> bool:
    """Whether headings alone say it: a usual heading, questions with their mark, and a section right behind."""
    ends = after is None or (isinstance(after, Heading) and after.level == 2)
    asked = all(item.question.endswith("?") and item.answer_html for item in faq.items)
    return ends and bool(faq.items) and asked and is_faq_heading(faq.heading)
