"""Outline -> the stored children of an article's body."""

import re
import uuid
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape, unescape

from blog.importing.outline import (
    MOST_BUTTONS,
    BulletList,
    Button,
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
    Reference,
    References,
    RelatedArticles,
    SharedInvitation,
    Statistic,
    Steps,
    Table,
    Term,
    UrgentHelp,
    Video,
    texts_of,
)
from blog.importing.recognise.words import quoted

#: What a resolver is asked for.
PICTURE, DOCUMENT, PAGE, PERSON, ARTICLE, INVITATION = "picture", "document", "page", "person", "article", "invitation"

#: From one of these kinds and a name or address to a primary key, or None where there is no such thing.
Resolve = Callable[[str, str], int | None]

_SIZES = {2: "section", 3: "part", 4: "detail"}
_LINK = re.compile(r'<a href="([^"]*)">')
_BLOCK = re.compile(r"<(?:p|ul|ol)\b")


def resolve_nothing(kind: str, name: str) -> int | None:
    """The resolver of a site that has nothing."""
    return None


@dataclass(frozen=True)
class Written:
    """A body of N >= 0 children ``{"type", "value", "id"}``; a note on each part that found no place in it, and
    the words of those parts. List items have ids of their own."""

    body: list[dict]
    notes: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def write(outline: Outline, resolve: Resolve = resolve_nothing) -> Written:
    """The body of an article.

    ``resolve`` finds the site's own pictures, documents, pages, people and invitations. A part that is nothing
    without what was not found is left out, with a note and its words; a link stays a link to its address.
    """
    writer = _Writer(resolve)
    return Written(
        [child for node in outline.nodes if (child := writer.child(node))], tuple(writer.notes), tuple(writer.left_out)
    )


class _Identities:
    """Ids that follow from what they name, so that a second import keeps every deep link into unchanged text."""

    def __init__(self):
        self.seen: Counter[tuple[str, str]] = Counter()

    def of(self, kind: str, text: str) -> str:
        self.seen[kind, text] += 1
        return str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:import:{kind}:{self.seen[kind, text]}:{text}"))

    def items(self, kind: str, values: list, text_of: Callable = str) -> list[dict]:
        """List children as they are stored, each with an id from its own text."""
        return [{"type": "item", "value": value, "id": self.of(kind, text_of(value))} for value in values]


@dataclass
class _Writer:
    resolve: Resolve
    ids: _Identities = field(default_factory=_Identities)
    notes: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def child(self, node: Node) -> dict | None:
        """A node as it is stored; None where it is nothing without something that the site does not have."""
        found = self.block(node)
        if found is None:
            return None
        kind, key, value = found
        return {"type": kind, "value": value, "id": self.ids.of(kind, key)}

    def block(self, node: Node) -> tuple[str, str, object] | None:
        """The name of the block a node becomes, the text its id follows from, and its value."""
        match node:
            case Heading(text, level):
                return "heading", text, {"text": text, "size": _SIZES[min(max(level, 2), 4)]}
            case Prose(paragraphs):
                return "paragraph", paragraphs[0], self.linked(_paragraphs(*paragraphs))
            case BulletList(introduction, style, items):
                stored = self.ids.items("bullet_list.item", [self.item(item) for item in items])
                key = introduction or items[0]
                return "bullet_list", key, {"introduction": introduction, "style": style, "items": stored}
            case Quote():
                names = ("text", "speaker", "role", "source_title", "source_url", "year", "verified")
                return "quote", node.text, {name: getattr(node, name) for name in names}
            case KeyPoints(heading, points):
                stored = self.ids.items("point", [self.item(point) for point in points])
                return "key_points", heading, {"heading": heading, "points": stored}
            case Faq(heading, items):
                pairs = [{"question": item.question, "answer": self.linked(item.answer_html)} for item in items]
                stored = self.ids.items("question", pairs, text_of=lambda pair: pair["question"])
                return "faq", heading, {"heading": heading, "items": stored}
            case Invitation(text, _, heading):
                value = {"heading": heading, "text": self.rich(text), "buttons": self.buttons(node)}
                return "invitation", text or heading, value
            case Steps(heading, items):
                steps = [{"title": item.title, "text": self.rich(item.html)} for item in items]
                stored = self.ids.items("step", steps, text_of=lambda step: step["title"])
                return "steps", heading or items[0].title, {"heading": heading, "steps": stored}
            case Picture() | Download() | SharedInvitation() | PersonCard() | RelatedArticles():
                return self.kept_elsewhere(node)
            case _:
                return self.aside(node)

    def aside(self, node: Node) -> tuple[str, str, object]:
        """What stands beside the running text."""
        match node:
            case Table(caption, columns, rows):
                return "comparison_table", caption or "|".join(columns), _table(caption, columns, rows)
            case Video():
                value = {"title": node.title, "url": node.url, "description": node.description}
                return (
                    "video",
                    node.url,
                    value | {"poster": self.poster(node), "transcript": self.rich(node.transcript_html)},
                )
            case Callout(tone, heading, text):
                return "callout", heading or text, {"tone": tone, "heading": heading, "text": self.rich(text)}
            case References(heading, items):
                stored = self.ids.items("source", [reference(item) for item in items], lambda item: item["title"])
                return "references", heading, {"heading": heading, "items": stored}
            case Term(term, also, definition):
                value = {"term": term, "also_known_as": also, "definition": self.rich(definition)}
                return "glossary_term", term, value
            case Statistic():
                names = ("figure", "meaning", "source_title", "source_url", "year")
                return "statistic", node.meaning, {name: getattr(node, name) for name in names}
            case UrgentHelp(heading, text):
                return "urgent_help", heading, {"heading": heading, "text": self.rich(text)}
        raise TypeError(f"No block for {type(node).__name__}.")

    def poster(self, film: Video) -> int | None:
        key = self.resolve(PICTURE, film.poster) if film.poster else None
        if film.poster and key is None:
            self.notes.append(f"The picture {quoted(film.poster)} is not on this site: the film has no still.")
        return key

    def kept_elsewhere(self, node: Node) -> tuple[str, str, object] | None:
        """What shows something that the site keeps; None, and a note, where it has no such thing."""
        match node:
            case Picture(source):
                if key := self.found(node, PICTURE, source, "picture"):
                    image = {"image": key, "alt_text": node.alt, "decorative": node.is_decorative}
                    return "image", source, {"image": image, "caption": node.caption, "credit": node.credit}
            case Download(source, title, description):
                if key := self.found(node, DOCUMENT, source, "document"):
                    return "download", title, {"document": key, "title": title, "description": description}
            case SharedInvitation(name):
                if key := self.found(node, INVITATION, name, "shared invitation"):
                    return "shared_invitation", name, key
            case PersonCard(address, note):
                if key := self.found(node, PERSON, address, "person"):
                    return "person_card", address, {"person": key, "note": note}
            case RelatedArticles(addresses, heading):
                keys = [key for address in addresses if (key := self.found(None, ARTICLE, address, "article"))]
                if keys:
                    return (
                        "related_articles",
                        heading,
                        {"heading": heading, "articles": self.ids.items("related", keys)},
                    )
                self.left_out.append(heading)
        return None

    def found(self, node: Node | None, kind: str, name: str, called: str) -> int | None:
        key = self.resolve(kind, name)
        if key is None:
            self.notes.append(f"The {called} {quoted(name)} is not on this site and was left out.")
            self.left_out += filter(None, texts_of(node) if node else ())
        return key

    def buttons(self, node: Invitation) -> list[dict]:
        for button in node.all_buttons[MOST_BUTTONS:]:
            self.notes.append(f"The button {quoted(button.label)} was left out: an invitation has at most two.")
            self.left_out.append(button.label)
        stored = [self.button(button) for button in node.all_buttons[:MOST_BUTTONS]]
        return self.ids.items("button", stored, lambda button: button["label"])

    def button(self, button: Button) -> dict:
        key = self.resolve(PAGE, button.address) if button.address else None
        return {"label": button.label, "page": key, "address": "" if key else button.address}

    def item(self, item: str) -> str:
        """A list item; one that holds a list is written as the editor writes it, in paragraphs."""
        text, tag, inner = item.partition("<ul") if _first_list(item) == "ul" else item.partition("<ol")
        return self.linked(f"<p>{text}</p>{tag}{inner}" if tag and not text.startswith("<p") else item)

    def rich(self, text: str) -> str:
        return self.linked(text if not text or _BLOCK.match(text) else _paragraphs(text))

    def linked(self, markup: str) -> str:
        """Markup whose links to the site's own pages and documents name them by their keys."""
        return _LINK.sub(self.link, markup) if "<a " in markup else markup

    def link(self, match: re.Match) -> str:
        address = unescape(match[1])
        if key := self.resolve(PAGE, address):
            return f'<a linktype="page" id="{key}">'
        if key := self.resolve(DOCUMENT, address):
            return f'<a linktype="document" id="{key}">'
        return f'<a href="{escape(address)}">'


def _first_list(item: str) -> str:
    match = re.search(r"<(ul|ol)\b", item)
    return match[1] if match else "ul"


def _paragraphs(*paragraphs: str) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def _table(caption: str, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> dict:
    return {
        "caption": caption,
        "columns": [{"type": "text", "heading": column} for column in columns],
        "rows": [{"values": list(row)} for row in rows],
    }


def reference(item: Reference) -> dict:
    """One source as its block stores it."""
    names = ("authors", "title", "published_in", "year", "url")
    return {name: getattr(item, name) for name in names}
