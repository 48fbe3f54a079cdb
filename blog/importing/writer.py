"""Outline -> the stored children of an article's body."""

import uuid
from collections import Counter
from collections.abc import Callable, Iterator

from django.core.exceptions import ValidationError
from wagtail.blocks import StreamBlock
from wagtail.blocks.base import get_error_json_data

from blog.importing.outline import (
    BulletList,
    Faq,
    Heading,
    Invitation,
    KeyPoints,
    Node,
    Outline,
    Prose,
    Quote,
)
from blog.importing.recognise.words import quoted

_SIZES = {2: "section", 3: "part", 4: "detail"}


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


def write(outline: Outline) -> list[dict]:
    """The body of an article: N >= 1 children ``{"type", "value", "id"}``, list items with ids of their own."""
    identities = _Identities()
    return [_child(node, identities) for node in outline.nodes]


def _child(node: Node, ids: _Identities) -> dict:
    kind, key, value = _block(node, ids)
    return {"type": kind, "value": value, "id": ids.of(kind, key)}


def _block(node: Node, ids: _Identities) -> tuple[str, str, dict | str]:
    """The name of the block a node becomes, the text its id follows from, and its value."""
    match node:
        case Heading(text, level):
            return "heading", text, {"text": text, "size": _SIZES[min(max(level, 2), 4)]}
        case Prose(paragraphs):
            return "paragraph", paragraphs[0], _paragraphs(*paragraphs)
        case BulletList(introduction, style, items):
            stored = ids.items("bullet_list.item", list(items))
            key = introduction or items[0]
            return "bullet_list", key, {"introduction": introduction, "style": style, "items": stored}
        case Quote():
            return "quote", node.text, _quote(node)
        case KeyPoints(heading, points):
            return "key_points", heading, {"heading": heading, "points": ids.items("point", list(points))}
        case Faq(heading, items):
            pairs = [{"question": item.question, "answer": item.answer_html} for item in items]
            stored = ids.items("question", pairs, text_of=lambda pair: pair["question"])
            return "faq", heading, {"heading": heading, "items": stored}
        case Invitation(text, label, heading):
            buttons = ids.items("button", [{"label": label, "page": None, "address": ""}], lambda button: label)
            return "invitation", text, {"heading": heading, "text": _paragraphs(text), "buttons": buttons}


def _paragraphs(*paragraphs: str) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def _quote(node: Quote) -> dict:
    facts = {"source_title": "", "source_url": "", "year": None, "verified": False}
    return {"text": node.text, "speaker": node.speaker, "role": node.role, **facts}


def faults(block: StreamBlock, body: list[dict]) -> list[str]:
    """What each child of a body still needs before it can be published, a sentence each."""
    return [sentence for child in block.to_python(body) for sentence in _faults(child)]


def _faults(child) -> Iterator[str]:
    try:
        child.block.clean(child.value)
    except ValidationError as error:
        where = quoted(" ".join(" ".join(child.block.get_searchable_content(child.value)).split()))
        for message in dict.fromkeys(_messages(get_error_json_data(error))):
            yield f"{child.block.label} {where} needs mending before it can be published: {message}"


def _messages(data) -> Iterator[str]:
    """Every message inside the nested errors of a block."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for inner in data.values():
            yield from _messages(inner)
    else:
        for inner in data or []:
            yield from _messages(inner)
