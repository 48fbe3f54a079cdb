"""Outline -> a Word document that an editor can go on with: one paragraph style for each field of each block.

The styles are those of ``blog.importing.readers.own.styles``; ``blog.importing.readers.own.word`` reads them back.
Pictures are embedded; documents to download stay files beside.
"""

import io
import zipfile
from collections.abc import Mapping

from docx import Document

from blog.exporting.pages import Page
from blog.exporting.surroundings import Surroundings
from blog.importing.outline import (
    BulletList,
    Heading,
    Invitation,
    Node,
    Outline,
    Prose,
    References,
)
from blog.importing.readers.own.facts import FORMAT, FORMAT_NAME, to_dict
from blog.importing.readers.own.fields import NAMES, RECORDS, Field, Kind
from blog.importing.readers.own.styles import BLOCKS, FACT, HEADINGS, NEW_TEXT, REFERENCES, Place, style

_ALONE = Surroundings()
_NO_FILES: Mapping[str, bytes] = {}
#: Every file of an archive has this moment, so that the same article makes the same bytes.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def document(outline: Outline, around: Surroundings = _ALONE, files: Mapping[str, bytes] = _NO_FILES) -> bytes:
    """A Word file of an article.

    Args: files: the pictures by the names that the outline calls them; one that is missing stays a name.
    """
    made = Document()
    writer = _Writer(Page(made, files), around)
    writer.page.paragraph("Title", plain=outline.title)
    if outline.subtitle:
        writer.page.paragraph("Subtitle", plain=outline.subtitle)
    before = None
    for node in outline.nodes:
        writer.node(node, before)
        before = node
    writer.facts(outline)
    held = io.BytesIO()
    made.save(held)
    return _same_bytes(held.getvalue())


def _same_bytes(archive: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in source.namelist():
            copy.writestr(zipfile.ZipInfo(name, _MOMENT), source.read(name), zipfile.ZIP_DEFLATED)
    return held.getvalue()


class _Writer:
    """Writes nodes as paragraphs."""

    def __init__(self, page: Page, around: Surroundings):
        self.page = page
        self.around = around

    def node(self, node: Node, before: Node | None) -> None:
        match node:
            case Heading(text, level):
                self.page.paragraph(HEADINGS[min(max(level, 2), 4)], plain=text)
            case Prose(paragraphs):
                for place, paragraph in enumerate(paragraphs):
                    is_new = place == 0 and isinstance(before, Prose)
                    self.page.paragraph(NEW_TEXT if is_new else "Normal", inline=paragraph)
            case _:
                self.block(NAMES[type(node)], node, is_apart=not isinstance(before, type(node)))

    def block(self, name: str, node, is_apart: bool) -> None:
        """A block field by field. Its first field is written even where it is empty: with it the block begins."""
        _, fields = BLOCKS[name]
        choice = next((getattr(node, field.name) for field in fields if field.kind == Kind.CHOICE), "")
        is_list = isinstance(node, BulletList)
        for at, field in enumerate(fields):
            value = getattr(node, field.name)
            if isinstance(node, Invitation) and field.name == "buttons":
                value = node.all_buttons
            opens = at == 0
            if field.kind == Kind.CHOICE or (opens and is_list and not value and is_apart):
                continue
            if opens:
                place = Place(name, field, choice="" if is_list else choice, opens=True)
            else:
                place = Place(name, field, choice=choice if is_list and field.kind == Kind.ITEMS else "")
            self.field(place, node, value)

    def field(self, place: Place, node, value) -> None:
        field = place.record or place.field
        if not value and not place.opens:
            return
        if field.name == "alt" and node.source in self.page.files:
            # It is told with the picture itself.
            return
        if field.kind == Kind.RECORDS:
            for record in value:
                for part in RECORDS[field.of]:
                    self.field(Place(place.block, field, part), record, getattr(record, part.name))
        elif field.kind == Kind.PICTURE:
            self.page.picture(style(place), value, getattr(node, "alt", ""))
        elif field.kind in (Kind.CELLS, Kind.ROWS):
            self.table(field, node)
        else:
            self.texts(place, field, node, value)

    def texts(self, place: Place, field: Field, node, value) -> None:
        """A field as one paragraph or several; those after the first no longer open the block."""
        name = style(place)
        later = style(Place(place.block, place.field, place.record))
        match field.kind:
            case Kind.ITEMS:
                kind = getattr(node, "style", "")
                self.page.items(name, value, kind if kind else "bullets")
            case Kind.RICH:
                self.page.rich(name, value)
            case Kind.LINES:
                for at, part in enumerate(value.split("\n\n")):
                    self.page.paragraph(name if at == 0 else later, plain=part)
            case Kind.ADDRESSES:
                for address in value:
                    self.page.link(name, address, self.around.title(address))
            case Kind.ADDRESS:
                self.page.link(name, value, self.around.title(value))
            case Kind.FLAG:
                self.page.paragraph(name, plain="Yes")
            case _:
                self.page.paragraph(name, plain="" if value is None else str(value))

    def table(self, field: Field, node) -> None:
        if field.kind == Kind.CELLS:
            self.page.table([node.columns, *node.rows])

    def facts(self, outline: Outline) -> None:
        """What is said beside the text, at the end: the references as a list, then a line each."""
        told = to_dict(outline)
        if outline.facts.references:
            self.page.paragraph(f"{FACT} Heading", plain="References")
            self.block(REFERENCES, References("", outline.facts.references), is_apart=True)
        self.page.paragraph(f"{FACT} Heading", plain="About this article")
        if picture := outline.facts.picture:
            name = f"{FACT} Decorative Picture" if picture.is_decorative else f"{FACT} Picture"
            self.page.picture(name, picture.source, picture.alt)
            if picture.alt and picture.source not in self.page.files:
                self.fact("picture_alt", picture.alt)
        for key, value in told.items():
            if key in ("title", "standfirst", "picture", "references", FORMAT):
                continue
            for one in value if isinstance(value, list) else [value]:
                self.fact(key, "yes" if one is True else str(one))
        self.fact(FORMAT, FORMAT_NAME)

    def fact(self, key: str, value: str) -> None:
        label = key.replace("_", " ").capitalize()
        self.page.paragraph(f"{FACT} {label}", plain=value, label=label)
