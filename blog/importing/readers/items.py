"""Items of lists with their levels -> one list whose items hold the lists inside them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from blog.importing.outline import BULLETS, NUMBERS, plain
from blog.importing.parts import Listing, after_start
from blog.importing.recognise.bullets import take_mark


@dataclass(frozen=True)
class Item:
    """An item as inline HTML, perhaps with lists inside it; ``level`` counts from 1, ``mark`` is what it began with."""

    level: int
    is_numbered: bool
    html: str
    mark: str = ""


def listing_of(items: Iterable[Item]) -> Listing | None:
    """One list of items in reading order, N >= 0; None without any."""
    items = [item for item in items if item.html]
    if not items:
        return None
    top = min(item.level for item in items)
    first = items[0]
    items = [replace(item, level=item.level - top) for item in items]
    items[0] = replace(items[0], level=0)
    style, items = _styled(items)
    return Listing(style, tuple(_nested(items, 0)), first.mark)


def _styled(items: list[Item]) -> tuple[str, list[Item]]:
    """The style of a list; where every outer item begins with the same sign, that sign is taken off."""
    outer = [item for item in items if item.level == 0]
    marks = [take_mark(plain(item.html))[0] for item in outer]
    if all(mark and mark.is_sure and mark.style == marks[0].style for mark in marks):
        cut = iter(_without_mark(item, mark) for item, mark in zip(outer, marks, strict=True))
        return marks[0].style, [next(cut) if item.level == 0 else item for item in items]
    return NUMBERS if outer[0].is_numbered else BULLETS, items


def _without_mark(item: Item, mark) -> Item:
    rest = after_start(item.html, len(mark.written))
    return replace(item, html=rest or item.html)


def _nested(items: list[Item], level: int) -> list[str]:
    """The items at a level, each followed by the list of those below it."""
    found: list[str] = []
    at = 0
    while at < len(items):
        end = at + 1
        while end < len(items) and items[end].level > level:
            end += 1
        inner = items[at + 1 : end]
        text = items[at].html
        if inner:
            shallow = min(item.level for item in inner)
            tag = "ol" if inner[0].is_numbered else "ul"
            first = replace(inner[0], level=shallow)
            lists = _nested([first, *inner[1:]], shallow)
            text = f"{text}<{tag}>{''.join(f'<li>{item}</li>' for item in lists)}</{tag}>"
        found.append(text)
        at = end
    return found
