"""From the bytes of a marked-up page to text, by what the page says of itself."""

import codecs
import re

from blog.importing.outline import UnreadableDocument
from blog.importing.readers.limits import LARGEST_PAGE

_DECLARED = re.compile(rb"""(?i)<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{2,40})""")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_FALLBACK = "cp1252"


def decode_page(data: bytes, largest: int = LARGEST_PAGE) -> tuple[str, tuple[str, ...]]:
    """Text and notes on it.

    Raises: UnreadableDocument: empty, larger than ``largest`` bytes, or binary.
    """
    if len(data) > largest:
        raise UnreadableDocument(f"The file is larger than {largest // 1_000_000} MB, the most that is read.")
    if not data.strip():
        raise UnreadableDocument("The file is empty.")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data.decode(encoding, "replace")), _note_on(data, encoding)
    if b"\0" in data[:4096] or data.count(b"\0") * 100 > len(data):
        raise UnreadableDocument("This is not a text file: it holds binary data.")
    declared = _declared(data)
    for encoding in filter(None, ("utf-8", declared)):
        try:
            return _checked(data.decode(encoding)), ()
        except (UnicodeDecodeError, LookupError):
            continue
    note = "The file does not say how its characters are written, or not rightly: compare accents and quotation marks."
    return _checked(data.decode(declared or _FALLBACK, "replace")), (note,)


def _declared(data: bytes) -> str | None:
    """The encoding a page declares, if it is one of text."""
    match = _DECLARED.search(data[:4096])
    try:
        found = codecs.lookup(match[1].decode("ascii")) if match else None
        is_text = found is not None and isinstance(b"a".decode(found.name), str)
    except (LookupError, UnicodeError, ValueError, TypeError):
        return None
    name = found.name if is_text else None
    # What pages call Latin-1 is Windows-1252 in every browser.
    return _FALLBACK if name in {"iso8859-1", "ascii"} else name


def _note_on(data: bytes, encoding: str) -> tuple[str, ...]:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return ("Some characters are damaged: compare with the original document.",)
    return ()


def _checked(text: str) -> str:
    if sum(text[:20_000].count(chr(code)) for code in (*range(1, 9), *range(14, 32))) * 20 > len(text[:20_000]):
        raise UnreadableDocument("This is not a text file: it is full of control characters.")
    return text
