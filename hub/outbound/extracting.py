"""The links of a page that lead off the site, from its fields as they are stored: no query, no rendering."""

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from wagtail import blocks
from wagtail.fields import RichTextField, StreamField

from hub.core.addresses import href
from hub.core.blocks.action import ButtonBlock

from .addresses import leading_out

#: The fields of a block that say in words what its address leads to.
_WORDS = ("label", "title", "source_title", "name")
#: Addresses that the page links to only where another field of the block is filled in.
_SHOWN_WITH = {"source_url": "source_title"}


@dataclass(frozen=True)
class Found:
    """A link: its address, its words, where it stands in the form (as Wagtail's editor names it) and what that is."""

    url: str
    text: str
    path: str
    label: str


def links_of(holder, own: frozenset[str]) -> list[Found]:
    """Return the links out of a page, snippet or setting as it stands in memory, each once a place.

    ``own`` are the hosts of this site: see ``register.own_hosts``.
    """
    found = {}
    for path, label, address, words in _addresses(holder):
        if url := leading_out(address, own):
            one = Found(url, " ".join(words.split())[:255], path[:255], label[:120])
            found.setdefault((one.url, one.path, one.text), one)
    return list(found.values())


def _addresses(holder) -> Iterator[tuple[str, str, str, str]]:
    """Yield where, what that is, an address and its words, for everything a reader may be able to click."""
    for field in holder._meta.get_fields():
        if isinstance(field, StreamField):
            for child in getattr(holder, field.name).raw_data:
                block = field.stream_block.child_blocks.get(child["type"])
                if block is not None:
                    path = f"{field.name}.{child.get('id') or ''}"
                    for inner, address, words in _in_block(block, child["value"], path):
                        yield inner, str(block.label), address, words
        elif isinstance(field, RichTextField):
            for address, words in anchors(getattr(holder, field.name) or ""):
                yield field.name, str(field.verbose_name).capitalize(), address, words


def _in_block(block, raw, path: str) -> Iterator[tuple[str, str, str]]:
    if not raw:
        return
    if isinstance(block, blocks.RichTextBlock):
        yield from ((path, address, words) for address, words in anchors(raw))
    elif isinstance(block, ButtonBlock):
        yield from _of_button(raw, path)
    elif isinstance(block, blocks.BaseStructBlock):
        yield from _in_struct(block, raw, path)
    elif isinstance(block, blocks.ListBlock):
        for item in raw:
            is_whole = isinstance(item, dict) and "id" in item and "value" in item
            value, own = (item["value"], f"{path}.{item['id']}") if is_whole else (item, path)
            yield from _in_block(block.child_block, value, own)
    elif isinstance(block, blocks.BaseStreamBlock):
        for child in raw:
            if inner := block.child_blocks.get(child["type"]):
                yield from _in_block(inner, child["value"], f"{path}.{child.get('id') or ''}")


def _in_struct(block, raw: dict, path: str) -> Iterator[tuple[str, str, str]]:
    words = next((raw[name] for name in _WORDS if raw.get(name)), "")
    for name, inner in block.child_blocks.items():
        value = raw.get(name)
        if isinstance(inner, blocks.URLBlock):
            if value and raw.get(_SHOWN_WITH.get(name, name)):
                yield f"{path}.{name}", value, words
        else:
            yield from _in_block(inner, value, f"{path}.{name}")


def _of_button(raw: dict, path: str) -> Iterator[tuple[str, str, str]]:
    if raw.get("page") or not raw.get("address"):
        return
    try:
        yield f"{path}.address", href(raw["address"]), raw.get("label") or ""
    except ValueError:
        # A draft may hold what is no address; the page shows no link then.
        return


class _Anchors(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str]] = []
        self._href: str | None = None
        self._words = ""

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.finish()
            given = dict(attrs)
            self._href = None if given.get("linktype") else given.get("href")

    def handle_endtag(self, tag):
        if tag == "a":
            self.finish()

    def handle_data(self, data):
        self._words += data

    def finish(self):
        if self._href:
            self.found.append((self._href, self._words))
        self._href, self._words = None, ""


def anchors(stored: str) -> list[tuple[str, str]]:
    """Return the address and the words of each link that stored rich text writes out."""
    if "href" not in stored:
        return []
    reader = _Anchors()
    reader.feed(stored)
    reader.close()
    reader.finish()
    return reader.found
