"""The parts of a Word file that our own reader needs, taken out with care: within limits, without entities.

Source: ECMA-376, Open Packaging Conventions and WordprocessingML.
"""

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from blog.importing.outline import UnreadableDocument

LARGEST_XML, LARGEST_PICTURE, LARGEST_TOGETHER, MOST_ENTRIES = 12_000_000, 20_000_000, 200_000_000, 2_000

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DAMAGED = (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, OSError)
_STYLES, _NUMBERING, _DOCUMENT = "word/styles.xml", "word/numbering.xml", "word/document.xml"


@dataclass
class Package:
    """A Word file. Raises: UnreadableDocument, on opening and reading: damaged, or larger than any article."""

    data: bytes = field(repr=False)

    def __post_init__(self):
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(self.data))
        except _DAMAGED as error:
            raise UnreadableDocument("The Word file is damaged.") from error
        entries = self.archive.infolist()
        if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > LARGEST_TOGETHER:
            raise UnreadableDocument("The Word file unpacks to more than any article holds.")
        self.names = {entry.filename for entry in entries}

    def read(self, name: str, most: int) -> bytes:
        try:
            with self.archive.open(name) as part:
                data = part.read(most + 1)
        except (*_DAMAGED, KeyError, RuntimeError, EOFError) as error:
            raise UnreadableDocument("The Word file is damaged.") from error
        if len(data) > most:
            raise UnreadableDocument("A part of the Word file is larger than any article.")
        return data

    def xml(self, name: str):
        """The root of a part; None where there is no such part."""
        if name not in self.names:
            return None
        data = self.read(name, LARGEST_XML)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise UnreadableDocument("The Word file defines entities of its own, which no word processor does.")
        try:
            return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError as error:
            raise UnreadableDocument("The Word file is damaged.") from error

    @cached_property
    def styles(self) -> dict[str, str]:
        """The names of paragraph styles by their ids."""
        root = self.xml(_STYLES)
        found = {}
        for style in root.iter(f"{W}style") if root is not None else ():
            name = style.find(f"{W}name")
            found[style.get(f"{W}styleId") or ""] = (name.get(f"{W}val") if name is not None else "") or ""
        return found

    @cached_property
    def links(self) -> dict[str, str]:
        """The targets of the document's relations by their ids."""
        root = self.xml("word/_rels/document.xml.rels")
        return {item.get("Id") or "": item.get("Target") or "" for item in (root if root is not None else ())}

    @cached_property
    def numbered(self) -> set[str]:
        """The lists (by number) that count."""
        root = self.xml(_NUMBERING)
        if root is None:
            return set()
        kinds = {}
        for kind in root.iter(f"{W}abstractNum"):
            form = next(kind.iter(f"{W}numFmt"), None)
            kinds[kind.get(f"{W}abstractNumId")] = form.get(f"{W}val") if form is not None else "bullet"
        used = {
            number.get(f"{W}numId") or "": next(number.iter(f"{W}abstractNumId")).get(f"{W}val")
            for number in root.iter(f"{W}num")
            if next(number.iter(f"{W}abstractNumId"), None) is not None
        }
        return {number for number, kind in used.items() if kinds.get(kind, "bullet") not in ("bullet", "none")}

    @cached_property
    def body(self):
        root = self.xml(_DOCUMENT)
        body = root.find(f"{W}body") if root is not None else None
        if body is None:
            raise UnreadableDocument("The Word file has no text.")
        return body

    def picture(self, key: str) -> bytes | None:
        """The bytes of an embedded picture; None where there are none."""
        name = posixpath.normpath(posixpath.join("word", self.links.get(key, "")))
        return self.read(name, LARGEST_PICTURE) if name in self.names else None
