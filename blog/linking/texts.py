"""The words of an article out of its stream in the stored form. Pure functions.

Links are suggested in running text, lists, steps and answers; never in headings, quotations, key points or notes.
"""

from .subjects import Text
from .words import Line, lines_of


def text_of(title: str, standfirst: str, children: list[dict]) -> Text:
    """Return an article's words by what they are; ``children``: its body as ``StreamValue.get_prep_value`` gives it."""
    headings, names, body = [], [], []
    for kind, value in _blocks(children):
        if kind in {"paragraph"}:
            body += _plain(value)
        elif isinstance(value, dict):
            headings += _strings(value, "heading", *(("text",) if kind == "heading" else ()))
            if kind == "glossary_term":
                names += _strings(value, "term", "also_known_as")
                body += _plain(value.get("definition"))
            for item in _items(value, "items", "steps", "points"):
                if isinstance(item, dict):
                    headings += _strings(item, "question")
                    body += [*_strings(item, "title"), *_plain(item.get("answer") or item.get("text"))]
                else:
                    body += _plain(item)
            if kind in {"callout", "bullet_list"}:
                body += [*_strings(value, "introduction"), *_plain(value.get("text"))]
    return Text(title, standfirst, tuple(headings), tuple(names), tuple(body))


def linkable(children: list[dict]) -> tuple[list[Line], set[int]]:
    """Return the lines that links may be put into, in reading order, and the keys of the pages linked to already."""
    lines, pages = [], set()
    for kind, value in _blocks(children):
        for html in _rich_texts(kind, value):
            found, linked = lines_of(html)
            lines += found
            pages |= linked
    return lines, pages


def _rich_texts(kind, value):
    if kind == "paragraph":
        yield value or ""
    elif kind in {"bullet_list", "steps", "faq"} and isinstance(value, dict):
        for item in _items(value, "items", "steps"):
            text = (item.get("answer") or item.get("text")) if isinstance(item, dict) else item
            yield text if isinstance(text, str) else ""


def _blocks(children):
    for child in children or ():
        if isinstance(child, dict):
            yield child.get("type"), child.get("value")


def _items(value, *names):
    for name in names:
        for item in value.get(name) or ():
            yield item.get("value") if isinstance(item, dict) and item.get("type") == "item" else item


def _strings(value, *names) -> list[str]:
    return [value[name] for name in names if isinstance(value.get(name), str) and value[name].strip()]


def _plain(html) -> list[str]:
    return [line.text for line in lines_of(html)[0]] if isinstance(html, str) else []
