"""The paragraphs, lists, tables and pictures of a Word document: what ``docx`` writes with.

Source: ECMA-376, WordprocessingML; python-docx makes the package and the styles.
"""

import hashlib
import io
from collections.abc import Mapping
from urllib.parse import quote

from docx.enum.style import WD_STYLE_TYPE
from docx.image.exceptions import UnrecognizedImageError
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from blog.importing.outline import BULLETS, CROSSES, NUMBERS, TICKS
from blog.importing.readers.own import running_text as markup
from blog.importing.readers.own.runs import Run, runs_of

_LEVELS = 9
_SIGNS = {BULLETS: "•", TICKS: "✓", CROSSES: "✗"}
_SAFE = "/:?#[]@!$&'()*+,;=%-._~"
_WIDEST = Cm(15)
_TYPES = {"webp": "image/webp", "avif": "image/avif", "svg": "image/svg+xml"}


class Page:
    """A document being written. ``files`` are its pictures by name."""

    def __init__(self, document, files: Mapping[str, bytes]):
        self.document = document
        self.files = files
        self.lists = _Lists(document)
        self.pictures = 0

    def paragraph(self, style: str, *, inline: str = "", plain: str = "", label: str = ""):
        """A paragraph of inline HTML or of plain text, whose line breaks stay."""
        made = self.document.add_paragraph(style=self._style(style))
        if label:
            made.add_run(f"{label}: ").bold = True
        for run in runs_of(inline) if inline else [Run(plain)]:
            self._run(made, run)
        return made

    def _style(self, name: str):
        styles = self.document.styles
        if name in styles:
            return styles[name]
        made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = styles["Normal"]
        made.quick_style = True
        made.paragraph_format.space_after = Pt(4)
        if name.startswith("Hub Fact"):
            made.font.size = Pt(9)
        elif name != "Hub New Text" and not name.startswith("Hub List"):
            made.paragraph_format.left_indent = Cm(0.8)
            made.font.color.rgb = RGBColor(0x2F, 0x4F, 0x4F)
        if len(name.split()) == 2 or name.endswith(("Heading", "Title", "Question")):
            made.font.bold = name not in ("Hub Quote", "Hub List")
            made.paragraph_format.keep_with_next = True
        return made

    def _run(self, paragraph, run: Run) -> None:
        around = paragraph._p if run.address is None else self._hyperlink(paragraph, run.address)
        element = OxmlElement("w:r")
        around.append(element)
        looks = OxmlElement("w:rPr")
        for name, is_on in (("w:b", run.is_bold), ("w:i", run.is_italic)):
            if is_on:
                looks.append(OxmlElement(name))
        if run.address is not None:
            looks.append(parse_xml(f'<w:color {nsdecls("w")} w:val="1F5F4F"/>'))
            looks.append(parse_xml(f'<w:u {nsdecls("w")} w:val="single"/>'))
        if len(looks):
            element.append(looks)
        for at, text in enumerate(run.text.split("\n")):
            if at:
                element.append(OxmlElement("w:br"))
            if text:
                held = OxmlElement("w:t")
                held.text = text
                held.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                element.append(held)

    def _hyperlink(self, paragraph, address: str):
        """A link. An address that no package may hold as it is stands in the tooltip, too."""
        target = quote(address, safe=_SAFE)
        link = OxmlElement("w:hyperlink")
        key = paragraph.part.relate_to(target or "#", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link.set(qn("r:id"), key)
        if target != address or not target:
            link.set(qn("w:tooltip"), address)
        paragraph._p.append(link)
        return link

    def link(self, style: str, address: str, title: str) -> None:
        made = self.paragraph(style)
        if address:
            self._run(made, Run(title, address=address))

    def rich(self, style: str, html: str) -> None:
        """HTML of paragraphs and lists; at least one paragraph."""
        parts = list(markup.parsed(html if html.startswith(("<p", "<ul", "<ol")) else f"<p>{html}</p>"))
        for part in parts:
            if part.tag in ("ul", "ol"):
                self.items(style, markup.items_of(part), NUMBERS if part.tag == "ol" else BULLETS)
            else:
                self.paragraph(style, inline=markup.inline(part))

    def items(self, style: str, items, kind: str, level: int = 0) -> None:
        """A list; an item is inline HTML followed by the lists inside it."""
        number = self.lists.new(kind)
        for item in items:
            held = markup.parsed(item)
            inner = [child for child in held if child.tag in ("ul", "ol")]
            made = self.paragraph(style, inline=markup.inline(held, skip=tuple(inner)))
            self.lists.mark(made, number, min(level, _LEVELS - 1))
            for child in inner:
                kind_inside = NUMBERS if child.tag == "ol" else BULLETS
                self.items(style, markup.items_of(child), kind_inside, level + 1)

    def table(self, rows) -> None:
        made = self.document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
        for row, cells in zip(made.rows, rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                self._run(cell.paragraphs[0], Run(text))

    def picture(self, style: str, source: str, alt: str) -> None:
        """A picture with its name and alternative text; one whose file is not there as its address."""
        made = self.paragraph(style)
        data = self.files.get(source)
        if not data:
            self._run(made, Run(source))
            return
        self.pictures += 1
        made._p.append(_drawing(self.pictures, *self._embedded(data, source), source, alt))

    def _embedded(self, data: bytes, source: str) -> tuple[str, int, int]:
        """The key of an embedded picture, its width and height (EMU)."""
        part = self.document.part
        try:
            key, image = part.get_or_add_image(io.BytesIO(data))
            width, height = image.width, image.height
        except (UnrecognizedImageError, ValueError, KeyError):
            ending = source.rpartition(".")[2].lower()
            name = PackURI(f"/word/media/{hashlib.sha256(data).hexdigest()[:16]}.{ending}")
            kind = _TYPES.get(ending, "application/octet-stream")
            key = part.relate_to(Part(name, kind, data, part.package), RELATIONSHIP_TYPE.IMAGE)
            width, height = int(_WIDEST), int(_WIDEST) * 2 // 3
        scale = min(1.0, _WIDEST / width)
        return key, int(width * scale), int(height * scale)


def _drawing(number: int, key: str, width: int, height: int, name: str, alt: str):
    drawing = parse_xml(
        f'<w:r {nsdecls("w", "wp", "a", "pic", "r")}><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{number}" name=""/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
    described = next(drawing.iter(qn("wp:docPr")))
    described.set("name", name)
    described.set("descr", alt)
    return drawing


class _Lists:
    """The numbering of a document: a kind of list once, and a number of its own for every list."""

    def __init__(self, document):
        self.root = document.part.numbering_part.element
        self.kinds: dict[str, int] = {}

    def new(self, kind: str) -> int:
        if kind not in self.kinds:
            self._define(kind)
        number = len(self.root.findall(qn("w:num"))) + 1
        overrides = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>' for level in range(_LEVELS)
        )
        self.root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number + 1000}"><w:abstractNumId w:val="{self.kinds[kind]}"/>'
                f"{overrides if kind == NUMBERS else ''}</w:num>"
            )
        )
        return number + 1000

    def _define(self, kind: str) -> None:
        key = self.kinds[kind] = 9000 + len(self.kinds)
        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{_format(kind)}"/>'
            f'<w:lvlText w:val="{_SIGNS.get(kind, f"%{level + 1}.")}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{720 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
            for level in range(_LEVELS)
        )
        made = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{key}">{levels}</w:abstractNum>')
        self.root.insert(0, made)

    def mark(self, paragraph, number: int, level: int) -> None:
        properties = paragraph._p.get_or_add_pPr()
        held = properties.get_or_add_numPr()
        held.get_or_add_ilvl().val = level
        held.get_or_add_numId().val = number


def _format(kind: str) -> str:
    return "decimal" if kind == NUMBERS else "bullet"
