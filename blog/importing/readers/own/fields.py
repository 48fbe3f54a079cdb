"""The fields of every node, and of what kind each is: what HTML and Word documents of ours are written and read by."""

from dataclasses import dataclass
from enum import StrEnum

from blog.importing import outline as o


class Kind(StrEnum):
    PLAIN = "plain"  # one line of text
    LINES = "lines"  # text of several lines and paragraphs
    CHOICE = "choice"  # one of a few words
    YEAR = "year"
    FLAG = "flag"
    ADDRESS = "address"  # where something is; shown as a link
    PICTURE = "picture"  # where a picture is; shown
    PARAGRAPHS = "paragraphs"  # tuple of inline HTML
    ITEMS = "items"  # tuple of inline HTML, perhaps with lists inside
    RICH = "rich"  # HTML of <p>, <ul>, <ol>
    RECORDS = "records"  # tuple of smaller nodes
    ADDRESSES = "addresses"  # tuple of addresses
    CELLS = "cells"  # tuple of plain texts
    ROWS = "rows"  # tuple of tuples of plain texts


@dataclass(frozen=True)
class Field:
    name: str
    kind: Kind
    of: type | None = None


def _fields(**kinds) -> tuple[Field, ...]:
    return tuple(
        Field(name, Kind.RECORDS, kind) if isinstance(kind, type) else Field(name, kind) for name, kind in kinds.items()
    )


_SOURCE = {"source_title": Kind.PLAIN, "source_url": Kind.ADDRESS, "year": Kind.YEAR}

#: Every node by its name in documents, with its fields in the order they are shown.
NODES: dict[str, tuple[type, tuple[Field, ...]]] = {
    "quote": (
        o.Quote,
        _fields(text=Kind.LINES, speaker=Kind.PLAIN, role=Kind.PLAIN, **_SOURCE, verified=Kind.FLAG),
    ),
    "list": (o.BulletList, _fields(introduction=Kind.PLAIN, style=Kind.CHOICE, items=Kind.ITEMS)),
    "key-points": (o.KeyPoints, _fields(heading=Kind.PLAIN, points=Kind.ITEMS)),
    "faq": (o.Faq, _fields(heading=Kind.PLAIN, items=o.Question)),
    "invitation": (o.Invitation, _fields(heading=Kind.PLAIN, text=Kind.RICH, buttons=o.Button)),
    "steps": (o.Steps, _fields(heading=Kind.PLAIN, items=o.Step)),
    "table": (o.Table, _fields(caption=Kind.PLAIN, columns=Kind.CELLS, rows=Kind.ROWS)),
    "picture": (
        o.Picture,
        _fields(source=Kind.PICTURE, alt=Kind.PLAIN, caption=Kind.PLAIN, credit=Kind.PLAIN, is_decorative=Kind.FLAG),
    ),
    "video": (
        o.Video,
        _fields(
            title=Kind.PLAIN, url=Kind.ADDRESS, poster=Kind.PICTURE, description=Kind.PLAIN, transcript_html=Kind.RICH
        ),
    ),
    "callout": (o.Callout, _fields(heading=Kind.PLAIN, tone=Kind.CHOICE, html=Kind.RICH)),
    "sources": (o.References, _fields(heading=Kind.PLAIN, items=o.Reference)),
    "term": (o.Term, _fields(term=Kind.PLAIN, also_known_as=Kind.PLAIN, definition=Kind.RICH)),
    "statistic": (o.Statistic, _fields(figure=Kind.PLAIN, meaning=Kind.LINES, **_SOURCE)),
    "urgent-help": (o.UrgentHelp, _fields(heading=Kind.PLAIN, html=Kind.RICH)),
    "download": (o.Download, _fields(title=Kind.PLAIN, source=Kind.ADDRESS, description=Kind.PLAIN)),
    "shared-invitation": (o.SharedInvitation, _fields(name=Kind.PLAIN)),
    "person": (o.PersonCard, _fields(address=Kind.ADDRESS, note=Kind.PLAIN)),
    "related": (o.RelatedArticles, _fields(heading=Kind.PLAIN, addresses=Kind.ADDRESSES)),
}

RECORDS: dict[type, tuple[Field, ...]] = {
    o.Question: _fields(question=Kind.PLAIN, answer_html=Kind.RICH),
    o.Button: _fields(label=Kind.PLAIN, address=Kind.ADDRESS),
    o.Step: _fields(title=Kind.PLAIN, html=Kind.RICH),
    o.Reference: _fields(
        title=Kind.PLAIN, authors=Kind.PLAIN, year=Kind.YEAR, published_in=Kind.PLAIN, url=Kind.ADDRESS
    ),
}

NAMES: dict[type, str] = {kind: name for name, (kind, _) in NODES.items()}


#: Values that are made of the others when they are read.
def completed(kind: type, values: dict) -> dict:
    """``values`` with what a node needs beside its fields."""
    if kind is o.Invitation:
        return values | {"label": values["buttons"][0].label if values.get("buttons") else ""}
    return values


EMPTY = {
    Kind.YEAR: None,
    Kind.FLAG: False,
    **dict.fromkeys((Kind.PARAGRAPHS, Kind.ITEMS, Kind.RECORDS, Kind.ADDRESSES, Kind.CELLS, Kind.ROWS), ()),
}
