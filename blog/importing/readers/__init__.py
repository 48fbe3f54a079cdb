"""One module for each format; ``read`` and ``read_file`` find the one a document needs, by its content first."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePath

from blog.importing.outline import Outline, UnreadableDocument
from blog.importing.readers import docx, markdown, plain_text, web_page, zipped
from blog.importing.readers.archives import open_archive
from blog.importing.readers.guard import guarded
from blog.importing.readers.limits import LARGEST_ARCHIVE
from blog.importing.readers.media import FolderMedia, Media

TEXT, MARKDOWN, PAGE, WORD, ZIP = "plain text", "Markdown", "a web page", "a Word document", "a zip archive"

#: The kind of document that an ending of a name promises.
ENDINGS = {
    ".txt": TEXT,
    ".text": TEXT,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": PAGE,
    ".htm": PAGE,
    ".docx": WORD,
    ".docm": WORD,
    ".zip": ZIP,
}
_READERS: dict[str, Callable[[bytes, Media], Outline]] = {
    TEXT: lambda data, media: plain_text.read(data),
    MARKDOWN: markdown.read,
    PAGE: web_page.read,
    WORD: docx.read,
    ZIP: lambda data, media: zipped.read(data),
}
_SAVE_AS_WORD = "open it in Word, Google Docs or LibreOffice, choose “Save as” or “Download”, and pick Word (.docx)."
_OTHERS = {
    ".doc": f"This is a document of the old Word (.doc): {_SAVE_AS_WORD}",
    ".odt": f"This is an OpenDocument text (.odt): {_SAVE_AS_WORD}",
    ".rtf": f"This is Rich Text (.rtf): {_SAVE_AS_WORD}",
    ".pdf": "This is a PDF, which keeps the look of pages and not the text of an article: save the document it was "
    "made from as Word (.docx), or copy its text into a new one.",
    ".pages": "This is a document of Apple Pages: choose File, Export To, Word, and import the .docx.",
    ".mht": "This is a web archive: open it in the browser and save it as “Web page, HTML only”.",
}
_OTHERS[".mhtml"] = _OTHERS[".mht"]
_STARTS = (
    (b"%PDF-", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc"),
    (b"MIME-Version:", ".mht"),
)
_PROTECTED = f"This is a document of the old Word (.doc), or one protected by a password: {_SAVE_AS_WORD}"
_MARKUP = (b"<!doctype html", b"<html", b"<?xml", b"<!--", b"<head", b"<body", b"<meta")


def read(name: str, data: bytes, media: Media | None = None) -> Outline:
    """The outline of a document that somebody handed in.

    Args:    name: its file name; the content decides where it is plain, the ending where it is not.
             media: files that came beside it, for formats that name theirs.
    Raises:  UnreadableDocument: nothing reads this kind, or the reader's own reason. Never anything else.
    """
    ending = PurePath(name).suffix.lower()
    kind = _kind(ending, data)
    outline = _READERS[kind](data, media or Media())
    if kind != ENDINGS.get(ending):
        note = f"The name ends in “{ending}”, but the file is {kind}: it was read as such."
        outline = replace(outline, notes=(note, *outline.notes))
    files = {file.name for file in outline.media}
    return guarded(outline, lambda source: source if source in files else None)


def _kind(ending: str, data: bytes) -> str:
    """What a document is. Raises: UnreadableDocument: a kind that nothing reads."""
    start = data[:600].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return _kind_of_archive(data)
    for mark, other in _STARTS:
        if start.startswith(mark):
            raise UnreadableDocument(_PROTECTED if other == ".doc" else _OTHERS[other])
    is_markup = start.lower().startswith(_MARKUP)
    promised = ENDINGS.get(ending)
    if promised in {WORD, ZIP} or ending == ".doc":
        if is_markup:
            return PAGE
        if ending != ".doc":
            raise UnreadableDocument(f"The name ends in “{ending}”, but the file is not {promised}: save it again.")
    if ending in _OTHERS:
        raise UnreadableDocument(_OTHERS[ending])
    if promised is None:
        named = f"that end in “{ending}”" if ending else "without an ending to their name"
        raise UnreadableDocument(f"Files {named} can't be read; these can: {', '.join(ENDINGS)}.")
    return PAGE if promised == TEXT and is_markup else promised


def _kind_of_archive(data: bytes) -> str:
    if len(data) > LARGEST_ARCHIVE:
        raise UnreadableDocument(f"The file is larger than {LARGEST_ARCHIVE // 1_000_000} MB, the most that is read.")
    names = set(open_archive(data).namelist())
    if "word/document.xml" in names:
        return WORD
    if "content.xml" in names and "mimetype" in names:
        raise UnreadableDocument(_OTHERS[".odt"])
    if any(name.startswith(("xl/", "ppt/")) for name in names):
        raise UnreadableDocument("This is a spreadsheet or a presentation, which is no article.")
    if any(name.startswith("Index/") and name.endswith(".iwa") for name in names):
        raise UnreadableDocument(_OTHERS[".pages"])
    return ZIP


def read_file(path: Path, root: Path | None = None) -> Outline:
    """The outline of a document on disk, with the pictures that it names in its folder, or elsewhere below ``root``.

    Raises: UnreadableDocument: no such file, a folder without documents, or see ``read``.
    """
    if path.is_dir():
        raise UnreadableDocument("There is no document in this folder.")
    if not path.is_file():
        raise UnreadableDocument("There is no such file.")
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_ARCHIVE + 1)
    except OSError as error:
        raise UnreadableDocument(f"The file can't be opened: {error.strerror}.") from error
    return read(path.name, data, FolderMedia(path.parent, root))
