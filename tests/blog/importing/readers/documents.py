"""Documents built for tests: Word files, zips, pictures."""

import zipfile
from io import BytesIO

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from PIL import Image

LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def picture(kind: str = "PNG", size: tuple[int, int] = (12, 8)) -> bytes:
    file = BytesIO()
    Image.new("RGB", size, "teal").save(file, kind)
    return file.getvalue()


def zipped(files: dict[str, bytes | str]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()


def repacked(data: bytes, changes: dict[str, bytes | None]) -> bytes:
    """An archive with some entries changed, added, or (None) taken out."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()} | changes
    return zipped({name: content for name, content in files.items() if content is not None})


class Word:
    """A Word document in the making."""

    def __init__(self, title: str = "A kinder evening"):
        self.document = Document()
        if title:
            self.add(title, "Title")

    def add(self, text: str, style: str = "Normal", *, bold: bool = False) -> "Word":
        run = self.document.add_paragraph(style=style).add_run(text)
        run.bold = bold or None
        return self

    def heading(self, text: str, level: int) -> "Word":
        self.document.add_heading(text, level)
        return self

    def link(self, before: str, text: str, address: str) -> "Word":
        paragraph = self.document.add_paragraph(before)
        element, run, shown = OxmlElement("w:hyperlink"), OxmlElement("w:r"), OxmlElement("w:t")
        element.set(qn("r:id"), self.document.part.relate_to(address, LINK, is_external=True))
        shown.text = text
        run.append(shown)
        element.append(run)
        paragraph._p.append(element)
        return self

    def table(self, *rows: tuple[str, ...]) -> "Word":
        table = self.document.add_table(rows=len(rows), cols=len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        return self

    def picture(self, data: bytes | None = None) -> "Word":
        self.document.add_picture(BytesIO(data or picture()))
        return self

    def data(self) -> bytes:
        file = BytesIO()
        self.document.save(file)
        return file.getvalue()
