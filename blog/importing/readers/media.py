"""The pictures and other files a document brings along."""

import base64
import binascii
import posixpath
import re
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from blog.importing.outline import Download, Facts, MediaFile, Picture, texts_of
from blog.importing.parts import Listing, Paragraph, Part, Ready
from blog.importing.readers.limits import LARGEST_MEDIA, LARGEST_MEDIA_TOGETHER, MOST_MEDIA
from blog.importing.recognise.words import quoted

_KINDS = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "image/png", "png"),
    (re.compile(rb"\xff\xd8\xff"), "image/jpeg", "jpg"),
    (re.compile(rb"GIF8[79]a"), "image/gif", "gif"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "image/webp", "webp"),
    (re.compile(rb"....ftypavi[fs]", re.DOTALL), "image/avif", "avif"),
)
#: Files to take away, by the ending of their names.
_DOCUMENTS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain",
    "csv": "text/csv",
    "rtf": "application/rtf",
    "zip": "application/zip",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def kind_of_picture(data: bytes) -> tuple[str, str] | None:
    """The type and the ending of a picture by its first bytes; None where no browser or this site shows such."""
    return next(((kind, ending) for start, kind, ending in _KINDS if start.match(data[:16])), None)


class Media:
    """Files by the names that a document calls them. ``files`` maps a path within the document to bytes."""

    def __init__(self, files: Mapping[str, bytes] | None = None):
        self.files: dict[str, MediaFile] = {}
        self.notes: list[str] = []
        self.size = 0
        for path, data in (files or {}).items():
            self.add(path, data)

    def add(self, path: str, data: bytes) -> str | None:
        """Keep a file; its name, or None, with a note, where it can't be used."""
        path = _normal(path)
        kind = kind_of_picture(data)
        ending = path.rpartition(".")[2].lower()
        content_type = kind[0] if kind else _DOCUMENTS.get(ending, "")
        if not content_type:
            self.notes.append(f"The file {quoted(path)} was left out: it is of no kind the site can show.")
        elif len(self.files) >= MOST_MEDIA or len(data) > min(LARGEST_MEDIA, LARGEST_MEDIA_TOGETHER - self.size):
            self.notes.append(f"The file {quoted(path)} was left out: it is too large, or there are too many.")
        else:
            self.size += len(data)
            self.files[path] = MediaFile(path, data, content_type)
            return path
        return None

    def take_written_in(self, uris: Iterable[str]) -> None:
        """Pictures written into the markup itself, in order; they are called ``media:written-in-1`` and so on."""
        for number, uri in enumerate(uris, 1):
            try:
                data = base64.b64decode(unquote(uri.partition(",")[2]), validate=False)
            except (binascii.Error, ValueError):
                data = b""
            kind = kind_of_picture(data)
            if kind and (name := self.add(f"picture-{number}.{kind[1]}", data)):
                self.files[f"written-in-{number}"] = self.files[name]
            elif not kind:
                self.notes.append("A picture was left out: it is damaged, or of no kind the site can show.")

    def name_of(self, source: str) -> str | None:
        """The name of the file that a source or link stands for; None where the document has none of that name."""
        path = _normal(unquote(source).removeprefix("media:"))
        found = self.files.get(path)
        return found.name if found else None

    def files_of(self, parts: Iterable[Part], facts: Facts) -> tuple[MediaFile, ...]:
        """The files that parts and facts call for, in the order of the document."""
        wanted: set[str] = {facts.picture.source} if facts.picture else set()
        markup: list[str] = []
        for part in parts:
            match part:
                case Ready(Picture(source) | Download(source)):
                    wanted.add(source)
                case Ready(node):
                    markup += texts_of(node)
                    markup.append(repr(node))
                case Paragraph():
                    markup.append(part.html)
                case Listing():
                    markup += part.items
        linked = " ".join(text for text in markup if "href=" in text)
        unique = dict.fromkeys(self.files.values())
        return tuple(file for file in unique if file.name in wanted or f'"{file.name}"' in linked)


def _normal(path: str) -> str:
    path = posixpath.normpath(path.replace("\\", "/").partition("#")[0].partition("?")[0]).removeprefix("./")
    return path.lstrip("/")
