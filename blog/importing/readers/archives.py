"""Zip archives, opened so that nothing inside can hurt: no way out of them, and no more than they may unpack to."""

import zipfile
import zlib
from io import BytesIO
from xml.parsers import expat

from blog.importing.outline import UnreadableDocument
from blog.importing.readers.limits import LARGEST_ENTRY, LARGEST_UNPACKED, MOST_ENTRIES

_DAMAGED = "The file is damaged or incomplete: save it again, or download it once more."
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


def open_archive(data: bytes) -> zipfile.ZipFile:
    """The archive, its list of entries judged before any is unpacked.

    Raises: UnreadableDocument: damaged, encrypted, names that lead out of it, too many or too large entries.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, OSError, LookupError) as error:
        raise UnreadableDocument(_DAMAGED) from error
    if len(entries) > MOST_ENTRIES:
        raise UnreadableDocument(f"The archive holds more than {MOST_ENTRIES:,} files: that is no document.")
    for entry in entries:
        if _leads_out(entry.filename):
            raise UnreadableDocument("The archive holds a file whose name leads out of it: it was not opened.")
        if entry.flag_bits & 0x1:
            raise UnreadableDocument("The file is protected by a password: take it off and save it again.")
        if entry.compress_type not in _METHODS:
            raise UnreadableDocument(_DAMAGED)
    if len({entry.filename for entry in entries}) < len(entries):
        raise UnreadableDocument("The archive holds two files of one name: it was not opened.")
    sizes = [entry.file_size for entry in entries]
    if sum(sizes) > LARGEST_UNPACKED or max(sizes, default=0) > LARGEST_ENTRY:
        raise UnreadableDocument(
            f"The archive unpacks to more than {LARGEST_UNPACKED // 1_000_000} MB, "
            f"or one file in it to more than {LARGEST_ENTRY // 1_000_000} MB: it was not opened."
        )
    return archive


def _leads_out(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or "\0" in name


def entry_of(archive: zipfile.ZipFile, name: str) -> bytes:
    """One entry, unpacked. Raises: UnreadableDocument: not there, damaged, or larger than it claims."""
    try:
        return archive.read(name)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, OSError, RuntimeError) as error:
        raise UnreadableDocument(_DAMAGED) from error
    except NotImplementedError as error:
        raise UnreadableDocument(_DAMAGED) from error


def refuse_declarations(data: bytes) -> None:
    """Let no XML pass that declares entities or names another file: what it would become nobody can know.

    Raises: UnreadableDocument: it does, or it is not well-formed.
    """
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(data, True)
    except UnreadableDocument:
        raise
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise UnreadableDocument(_DAMAGED) from error


def _refuse(*declaration) -> None:
    raise UnreadableDocument("The document declares entities of its own, as no word processor does: it was not read.")
