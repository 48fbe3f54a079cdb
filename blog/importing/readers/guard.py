"""The last look at every outline, whoever made it: no markup and no address reaches a page but those it may hold."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from html import escape, unescape

import nh3

from blog.importing.outline import (
    BulletList,
    Button,
    Callout,
    Invitation,
    KeyPoints,
    Outline,
    Prose,
    Question,
    Quote,
    Reference,
    Statistic,
    Step,
    Term,
    UrgentHelp,
    Video,
    plain,
)
from blog.importing.readers.addresses import safe_address
from blog.importing.recognise.words import quoted

#: The fields that hold HTML, and those that hold an address, of every kind of part.
MARKUP = {
    Prose: ("paragraphs",),
    BulletList: ("items",),
    KeyPoints: ("points",),
    Question: ("answer_html",),
    Invitation: ("text",),
    Step: ("html",),
    Video: ("transcript_html",),
    Callout: ("html",),
    Term: ("definition",),
    UrgentHelp: ("html",),
}
_ADDRESSES = {Quote: "source_url", Reference: "url", Statistic: "source_url", Video: "url", Button: "address"}
_ALLOWED = re.compile(r"</?(?:p|b|i|ul|ol|li|a|strong|em)>|<br ?/?>|<a href=\"([^\"<>]*)\">")
_TAG = re.compile(r"<[^<>]*>?")
_TAGS = {"p", "b", "i", "ul", "ol", "li", "a", "br", "strong", "em"}


def guarded(outline: Outline, media: Callable[[str], str | None] = lambda name: None) -> Outline:
    """The outline, cleaned where something in it could run or lead astray; ``media`` knows the document's own files."""
    guard = _Guard(media)
    nodes = tuple(guard.kept(node) for node in outline.nodes)
    facts = replace(outline.facts, references=tuple(guard.kept(item) for item in outline.facts.references))
    if not guard.notes and not guard.left_out:
        return outline
    notes = tuple(dict.fromkeys([*outline.notes, *guard.notes]))
    return replace(outline, nodes=nodes, facts=facts, notes=notes, left_out=(*outline.left_out, *guard.left_out))


@dataclass
class _Guard:
    media: Callable[[str], str | None]
    notes: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def kept(self, value):
        """A part or piece of one, with its fields cleaned."""
        if not is_dataclass(value):
            return value
        changes = {}
        for name in MARKUP.get(type(value), ()):
            found = getattr(value, name)
            clean = tuple(map(self.markup, found)) if isinstance(found, tuple) else self.markup(found)
            if clean != found:
                changes[name] = clean
        name = _ADDRESSES.get(type(value), "")
        if name and (address := getattr(value, name)) and self.address(value, address) != address:
            changes[name] = ""
        for each in fields(value):
            inner = getattr(value, each.name)
            if isinstance(inner, tuple) and any(map(is_dataclass, inner)):
                kept = tuple(map(self.kept, inner))
                if kept != inner:
                    changes[each.name] = kept
        return replace(value, **changes) if changes else value

    def markup(self, text: str) -> str:
        if "<" not in text or all(self.is_allowed(tag) for tag in _TAG.findall(text)):
            return text
        self.notes.append(f"Markup that an article can't hold was taken off {quoted(plain(text))}.")
        clean = nh3.clean(
            text, tags=_TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto", "tel"}, link_rel=None
        )
        return re.sub(r'<a href="([^"]*)">', self.link, clean)

    def is_allowed(self, tag: str) -> bool:
        match = _ALLOWED.fullmatch(tag)
        return bool(match) and (match[1] is None or self.leads_on(unescape(match[1])))

    def leads_on(self, address: str) -> bool:
        return safe_address(address) is not None or self.media(address) is not None

    def link(self, match: re.Match) -> str:
        address = unescape(match[1])
        return f'<a href="{escape(address)}">' if self.leads_on(address) else "<a>"

    def address(self, value, address: str) -> str:
        is_telephone = isinstance(value, Button) and re.fullmatch(r"\+?[\d\s().\-]{3,24}|[^@\s/:]+@[^@\s/:]+", address)
        is_own = isinstance(value, Button) and address.startswith("#")
        is_bare = bool(re.fullmatch(r"(?:[\w-]+\.)+\w{2,}(?:/\S*)?", address))
        if is_telephone or is_own or is_bare or self.leads_on(address):
            return address
        self.notes.append(f"The address {quoted(address)} was taken off: it leads to nothing a page can link to.")
        self.left_out.append(address)
        return ""


def strings_of(value) -> Iterator[str]:
    """Every string in a part, and every year."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, int) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, tuple):
        for inner in value:
            yield from strings_of(inner)
    elif is_dataclass(value):
        for each in fields(value):
            yield from strings_of(getattr(value, each.name))
