"""The names of the paragraph styles that Word documents of ours are made with.

``Hub Quote`` begins a quotation with its first field; ``Hub Quote Speaker`` is another field of it, and
``Hub Steps Title`` begins the next step. What is one of a few words is part of the name: ``Hub Callout Tip``.
``Hub Fact Author`` is what is said beside the text.
"""

from dataclasses import dataclass

from blog.importing.readers.own.facts import FORMAT
from blog.importing.readers.own.fields import NODES, RECORDS, Field, Kind

PREFIX = "Hub"
NEW_TEXT = "Hub New Text"
FACT = "Hub Fact"
FORMAT_STYLE = f"{FACT} {FORMAT.capitalize()}"
REFERENCES = "references"
CHOICES = {"callout": ("note", "tip", "caution"), "list": ("bullets", "numbers", "ticks", "crosses")}
HEADINGS = {2: "Heading 1", 3: "Heading 2", 4: "Heading 3"}

#: References of an article are a block of their own in a document.
BLOCKS = {**NODES, REFERENCES: NODES["sources"]}
_LABELS = {"html": "Text", "answer_html": "Answer", "transcript_html": "Transcript", "is_decorative": "Decorative"}


@dataclass(frozen=True)
class Place:
    """Where a paragraph belongs: field of a block, or of a record in it. ``opens``: with it a block begins."""

    block: str
    field: Field
    record: Field | None = None
    choice: str = ""
    opens: bool = False


def _title(name: str) -> str:
    return _LABELS.get(name) or name.replace("_", " ").replace("-", " ").title()


def style(place: Place) -> str:
    """The name of the style of a place."""
    block = _title(place.block)
    if place.opens:
        return " ".join(filter(None, (PREFIX, block, place.choice.title())))
    if place.choice:
        return f"{PREFIX} {block} {place.choice.title()}"
    return " ".join(filter(None, (PREFIX, block, _title((place.record or place.field).name))))


def _places():
    for block, (_, fields) in BLOCKS.items():
        first = fields[0]
        for choice in CHOICES.get(block, ("",)) if block != "list" else ("",):
            yield Place(block, first, choice=choice, opens=True)
        if block == "list":
            items = next(field for field in fields if field.kind == Kind.ITEMS)
            yield from (Place(block, items, choice=choice) for choice in CHOICES[block])
        for field in fields:
            if field.kind == Kind.RECORDS:
                yield from (Place(block, field, record) for record in RECORDS[field.of])
            elif field.kind != Kind.CHOICE:
                yield Place(block, field)


#: Every style with its place.
PLACES: dict[str, Place] = {style(place): place for place in _places()}
