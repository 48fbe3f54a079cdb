"""One module for each format, each with ``read(data: bytes) -> Outline``."""

from collections.abc import Callable
from pathlib import Path

from blog.importing.outline import Outline, UnreadableDocument
from blog.importing.readers import plain_text
from blog.importing.readers.characters import LARGEST_FILE

_READERS: dict[str, Callable[[bytes], Outline]] = {".txt": plain_text.read, ".text": plain_text.read}


def read_file(path: Path) -> Outline:
    """The outline of a document on disk, read as the ending of its name says.

    Raises: UnreadableDocument: no such file, a folder, no reader for this ending, or the reader's own reason.
    """
    if path.is_dir():
        raise UnreadableDocument("This is a folder, not a file.")
    if not path.is_file():
        raise UnreadableDocument("There is no such file.")
    read = _READERS.get(path.suffix.lower())
    if read is None:
        kind = f"that end in “{path.suffix}”" if path.suffix else "without an ending to their name"
        raise UnreadableDocument(f"Files {kind} can't be read; these can: {', '.join(_READERS)}.")
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise UnreadableDocument(f"The file can't be opened: {error.strerror}.") from error
    return read(data)


def read(name: str, data: bytes) -> Outline:
    """The outline of an upload. Raises: UnreadableDocument."""
    reader = _READERS.get(Path(name).suffix.lower())
    if reader is None:
        raise UnreadableDocument(f"This kind of file can't be read; these can: {', '.join(_READERS)}.")
    return reader(data)
