"""Word documents (.docx): what mammoth makes of one, with styles that say what a paragraph is."""

import re
from io import BytesIO
from xml.etree import ElementTree

import mammoth

from blog.importing.outline import Facts, Outline, UnreadableDocument
from blog.importing.readers.archives import entry_of, open_archive, refuse_declarations
from blog.importing.readers.characters import cleaned
from blog.importing.readers.document import Source, read_source
from blog.importing.readers.limits import LARGEST_ARCHIVE, LARGEST_MEDIA, LARGEST_XML
from blog.importing.readers.media import Media, kind_of_picture
from blog.importing.readers.own import word as own
from blog.importing.recognise.words import quoted

_STYLES = """
p[style-name='Title'] => p.title:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='TOC Heading'] => p.toc:fresh
p[style-name='toc 1'] => p.toc:fresh
p[style-name='toc 2'] => p.toc:fresh
p[style-name='toc 3'] => p.toc:fresh
p[style-name='toc 4'] => p.toc:fresh
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Bullet 3'] => ul|ol > li > ul|ol > li > ul > li:fresh
p[style-name='List Number 2'] => ul|ol > li > ol > li:fresh
p[style-name='List Number 3'] => ul|ol > li > ul|ol > li > ol > li:fresh
r[style-name='Strong'] => strong
r[style-name='Emphasis'] => em
"""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MAIN = "word/document.xml"
_CORE = "docProps/core.xml"
_MACROS = re.compile(r"(?i)(?:^|/)(?:vbaproject\.bin|vbadata\.xml|activex/.*|.*\.bin)$")
_MACRO_NOTE = "The document carries macros: they were neither opened nor kept."


def read(data: bytes, beside: Media | None = None) -> Outline:
    """Parse a Word document.

    Args:    data: the bytes of a .docx (or .docm, whose macros are left alone). beside: files that came with it.
    Returns: the outline, with the pictures of the document as its media; what ``blog.exporting`` wrote is read to
             the letter, all else is recognised.
    Raises:  UnreadableDocument: no Word document, damaged, dangerous or too large, no title, no text.
    """
    if len(data) > LARGEST_ARCHIVE:
        raise UnreadableDocument(f"The file is larger than {LARGEST_ARCHIVE // 1_000_000} MB, the most that is read.")
    archive = open_archive(data)
    names = archive.namelist()
    if _MAIN not in names:
        raise UnreadableDocument("This is an archive, but no Word document: open it in Word and save it as .docx.")
    xml = {name: entry_of(archive, name) for name in names if name.endswith((".xml", ".rels")) and _is_read(name)}
    if sum(map(len, xml.values())) > LARGEST_XML:
        raise UnreadableDocument(
            f"The text of the document is larger than {LARGEST_XML // 1_000_000} MB: that is no article."
        )
    for part in xml.values():
        refuse_declarations(part)
    if own.is_ours(data):
        return _ours(own.read(data), beside or Media())
    media = Media()
    markup, notes = _markup(data, media)
    if any(map(_MACROS.search, names)):
        notes.append(_MACRO_NOTE)
    title = _title(xml.get(_CORE, b""))
    return read_source(Source(markup, title, Facts(), media, notes, words=_words(xml)))


def _ours(outline: Outline, files: Media) -> Outline:
    """A document of ours with the files that it calls for, in it and beside it."""
    for file in outline.media:
        files.add(file.name, file.data)
    return files.brought_along(outline)


def _is_read(name: str) -> bool:
    return name in {_CORE, "[Content_Types].xml"} or name.startswith(("word/", "_rels/"))


def _markup(data: bytes, media: Media) -> tuple[str, list[str]]:
    """The document as HTML, and notes. Its pictures are put into ``media``."""
    notes: list[str] = []

    def keep(image) -> dict[str, str]:
        number = len(media.files) + 1
        try:
            with image.open() as file:
                picture = file.read(LARGEST_MEDIA + 1)
        except Exception:  # noqa: BLE001  a picture that can't be opened harms nothing else, however mammoth fails
            picture = b""
        kind = kind_of_picture(picture)
        if kind is None:
            called = f" ({quoted(image.alt_text)})" if image.alt_text else ""
            notes.append(f"A picture{called} was left out: it is linked, damaged, or of no kind the site can show.")
            return {"src": ""}
        return {"src": f"media:{media.add(f'picture-{number}.{kind[1]}', picture) or ''}"}

    try:
        result = mammoth.convert_to_html(
            BytesIO(data), style_map=_STYLES, convert_image=mammoth.images.img_element(keep), external_file_access=False
        )
    except RecursionError as error:
        raise UnreadableDocument("Elements lie too deep inside each other: that is no article.") from error
    except Exception as error:
        raise UnreadableDocument("The document is damaged: open it in Word and save it again.") from error
    return result.value, notes


def _title(core: bytes) -> str:
    """The title in the document's properties."""
    match = re.search(rb"<dc:title>([^<]{1,400})</dc:title>", core)
    return " ".join(match[1].decode("utf-8", "replace").split()) if match else ""


def _words(xml: dict[str, bytes]) -> str:
    """Everything the document shows, in its order: what mammoth passes over has to be accounted for as well."""
    names = [_MAIN, *(name for name in ("word/footnotes.xml", "word/endnotes.xml") if name in xml)]
    return cleaned(" ".join("".join(_texts(ElementTree.fromstring(xml[name]))) for name in names))  # noqa: S314


def _texts(root: ElementTree.Element):
    """Texts with a space where a paragraph, a tab or a break parts them. Iterative: depth is up to the document."""
    waiting: list[tuple[ElementTree.Element, bool]] = [(root, False)]
    while waiting:
        element, is_done = waiting.pop()
        if is_done:
            yield " "
            continue
        if element.tag in {f"{_W}t", f"{_M}t"}:
            yield element.text or ""
        elif element.tag in {f"{_W}br", f"{_W}tab", f"{_W}cr"}:
            yield " "
        elif element.tag in _NOT_SHOWN or element.tag.endswith("}Fallback"):
            continue
        if element.tag == f"{_W}p":
            yield " "
            waiting.append((element, True))
        waiting.extend((child, False) for child in reversed(element))


_NOT_SHOWN = {f"{_W}del", f"{_W}delText", f"{_W}instrText", f"{_W}rPr", f"{_W}pPr", f"{_W}moveFrom"}
