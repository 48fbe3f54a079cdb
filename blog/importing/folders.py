"""Files and folders -> the documents in them, and what was passed over."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from blog.importing.readers import ENDINGS

#: Files that belong to documents: taken where one names them.
_PICTURES = {".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"}


@dataclass(frozen=True)
class Found:
    """A file, the folder below which its pictures may lie, and why it is passed over, if it is."""

    path: Path
    root: Path | None = None
    passed_over: str = ""


def documents(paths: list[Path]) -> Iterator[Found]:
    """The files named, and all below the folders named, by name; a folder's pictures go with its documents."""
    for path in paths:
        if path.is_dir():
            yield from _inside(path)
        else:
            yield Found(path)


def _inside(folder: Path) -> Iterator[Found]:
    is_empty = True
    for here, folders, files in os.walk(folder):
        folders.sort()
        for name in [name for name in folders if name.startswith(".")]:
            folders.remove(name)
            yield Found(Path(here, name), folder, "A hidden folder.")
        for name in sorted(files):
            found = _judged(Path(here, name), folder)
            is_empty = is_empty and found is not None and bool(found.passed_over)
            if found:
                yield found
    if is_empty:
        yield Found(folder)


def _judged(path: Path, folder: Path) -> Found | None:
    ending = path.suffix.lower()
    if path.name.startswith("."):
        return Found(path, folder, "A hidden file.")
    if ending in _PICTURES:
        return None
    if ending not in ENDINGS:
        named = f"Files that end in “{path.suffix}”" if ending else "Files without an ending to their name"
        return Found(path, folder, f"{named} are no documents.")
    return Found(path, folder)
