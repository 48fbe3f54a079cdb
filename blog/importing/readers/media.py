"""The pictures and other files a document brings along."""

import base64
import binascii
import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from blog.importing.outline import Download, MediaFile, Outline, Picture, Video
from blog.importing.readers.guard import strings_of
from blog.importing.readers.limits import LARGEST_MEDIA, LARGEST_MEDIA_TOGETHER, MOST_MEDIA
from blog.importing.recognise.words import quoted

_KINDS = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "image/png", "png"),
    (re.compile(rb"\xff\xd8\xff"), "image/jpeg", "jpg"),
    (re.compile(rb"GIF8[79]a"), "image/gif", "gif"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "image/webp", "webp"),
    (re.compile(rb"....ftypavi[fs]", re.DOTALL), "image/avif", "avif"),
)
_LINK = re.compile(r'<a href="([^"]*)">')
_SCHEME = re.compile(r"(?i)[a-z][a-z0-9+.-]*:")
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

    def brought_along(self, outline: Outline) -> Outline:
        """The outline with the files that it calls for, by the names that it calls them."""
        wanted: dict[str, None] = {}
        for node in outline.nodes:
            match node:
                case Picture(source) | Download(source):
                    wanted[source] = None
                case Video():
                    wanted[node.poster] = None
            for text in strings_of(node):
                if "href=" in text:
                    wanted |= dict.fromkeys(map(unescape, _LINK.findall(text)))
        if outline.facts.picture:
            wanted[outline.facts.picture.source] = None
        files = {}
        for source in filter(None, wanted):
            if name := self.name_of(source):
                files[source] = replace(self.files[name], name=source)
        notes = (*outline.notes, *(note for note in self.notes if note not in outline.notes))
        return replace(outline, media=tuple(files.values()), notes=notes)


class FolderMedia(Media):
    """The files in a document's own folder, opened when it calls for them. Nothing outside ``root`` is."""

    def __init__(self, folder: Path, root: Path | None = None):
        super().__init__()
        self.folder, self.root = folder, (root or folder).resolve()

    def name_of(self, source: str) -> str | None:
        if found := super().name_of(source):
            return found
        name = unquote(source).partition("#")[0].partition("?")[0]
        if not name or _SCHEME.match(name) or name.startswith(("/", "\\")) or "\0" in name:
            return None
        try:
            path = (self.folder / name).resolve()
            if not path.is_relative_to(self.root) or not path.is_file():
                return None
            with path.open("rb") as file:
                data = file.read(LARGEST_MEDIA + 1)
        except (OSError, ValueError, RuntimeError):
            return None
        return self.add(name, data)


def _normal(path: str) -> str:
    path = posixpath.normpath(path.replace("\\", "/").partition("#")[0].partition("?")[0]).removeprefix("./")
    return path.lstrip("/")
