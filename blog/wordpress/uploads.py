"""The old site's files, in a folder or a ZIP, found by their old addresses. Nothing is ever unpacked."""

import zipfile
import zlib
from collections import defaultdict
from pathlib import Path

from blog.wordpress.addresses import file_keys
from blog.wordpress.faults import UnreadableExport

MOST_FILES = 500_000
_IGNORED = ("__MACOSX/", ".")


class UnreadableFile(ValueError):
    """A file that is there and can't be read. Its message is for an editor."""


class Uploads:
    """``path`` is a folder, a ZIP file, or None for nothing at all. Raises: UnreadableExport: it is neither."""

    def __init__(self, path: Path | None = None):
        self.path, self.archive = path, None
        self.names: dict[str, list[str]] = defaultdict(list)
        if path is None:
            return
        if path.is_dir():
            self._index(str(found.relative_to(path)) for found in _files(path))
        elif path.is_file():
            self._open()
        else:
            raise UnreadableExport(f"There is no folder and no ZIP file at {path}.")

    def _open(self) -> None:
        try:
            self.archive = zipfile.ZipFile(self.path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise UnreadableExport(f"{self.path.name} is no ZIP file that can be read: {error}") from error
        self._index(info.filename for info in self.archive.infolist() if not info.is_dir())

    def _index(self, names) -> None:
        for count, name in enumerate(names):
            if count >= MOST_FILES:
                raise UnreadableExport(f"More than {MOST_FILES:,} files: give the folder of uploads alone.")
            if not name.startswith(_IGNORED):
                self.names[name.replace("\\", "/").rpartition("/")[2].lower()].append(name)

    def __bool__(self) -> bool:
        return bool(self.names)

    def find(self, address: str) -> str | None:
        """The name of the file that an address led to: the one whose folders fit best, where several are called so."""
        for key in file_keys(address):
            *folders, name = key.lower().split("/")
            if found := self.names.get(name):
                return max(found, key=lambda candidate: _common(candidate, folders))
        return None

    def read(self, name: str, longest: int) -> bytes:
        """Raises: UnreadableFile: larger than ``longest`` bytes, damaged, encrypted, or no longer there."""
        try:
            if self.archive is None:
                with self._inside(name).open("rb") as file:
                    data = file.read(longest + 1)
            else:
                with self.archive.open(name) as file:
                    data = file.read(longest + 1)
        except (
            OSError,
            RuntimeError,
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            KeyError,
            NotImplementedError,
        ) as error:
            raise UnreadableFile(f"{name} can't be read: {error}") from error
        if len(data) > longest:
            raise UnreadableFile(f"{name} is larger than {longest // 1024 // 1024} MB.")
        return data

    def _inside(self, name: str) -> Path:
        found = (self.path / name).resolve()
        if not found.is_relative_to(self.path.resolve()):
            raise UnreadableFile(f"{name} leads out of the folder.")
        return found


def _files(folder: Path):
    """Every file below a folder; links to elsewhere are not followed."""
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            yield path


def _common(candidate: str, folders: list[str]) -> int:
    """How many folders, counted from the file upwards, two paths have in common."""
    theirs = candidate.replace("\\", "/").lower().split("/")[:-1]
    count = 0
    while count < min(len(theirs), len(folders)) and theirs[-1 - count] == folders[-1 - count]:
        count += 1
    return count
