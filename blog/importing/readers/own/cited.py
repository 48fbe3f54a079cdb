"""A line that names a source, from parsed HTML."""

from blog.importing.readers.own import running_text as markup
from blog.importing.readers.own.citations import Line


def line_of(element) -> Line:
    """The line cut at its title: the first italics or link."""
    title = next((child for child in element.iter("i", "em", "cite", "a") if child is not element), None)
    if title is None:
        return Line(markup.text_of(element))
    link = next(iter(title.iter("a")), None) if title.tag != "a" else title
    before, after = _around(element, title)
    return Line(before, markup.text_of(title), (markup.safe(link.get("href")) or "") if link is not None else "", after)


def _around(element, title) -> tuple[str, str]:
    """The texts of an element before and after one of its descendants."""
    texts: list[list[str]] = [[], []]
    side = 0

    def walk(node) -> None:
        nonlocal side
        if node is title:
            side = 1
        else:
            texts[side].append(node.text or "")
            for child in node:
                walk(child)
                texts[side].append(child.tail or "")

    walk(element)
    return markup.tidy("".join(texts[0])), markup.tidy("".join(texts[1]))
