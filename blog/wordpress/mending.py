"""Bytes of an export -> UTF-8 that an XML parser takes. What XML forbids is mended, and counted."""

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from html.entities import html5
from typing import BinaryIO

from blog.wordpress.faults import UnreadableExport

_CHUNK = 1 << 18
_LONGEST_REFERENCE = 40
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,400}\?>")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_REFERENCE = re.compile(r"&(?:#(?:[xX]([0-9A-Fa-f]{1,8})|(\d{1,9}));|([A-Za-z][A-Za-z0-9]{0,31});)?")
_XML_NAMES = {"amp", "lt", "gt", "quot", "apos"}
_OPEN, _CLOSE = "<![CDATA[", "]]>"
_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
    b"<\0?\0": "utf-16-le",
    b"\0<\0?": "utf-16-be",
}

CONTROL, BYTES, REFERENCES = "control characters", "damaged characters", "stray ampersands and entities"


def mended(file: BinaryIO, counts: Counter[str]) -> Iterator[bytes]:
    """Yield the file as UTF-8 without what no XML may hold; ``counts`` says how often each kind was met.

    Raises: UnreadableExport: the file is empty, or names an encoding that nobody knows.
    """
    head = file.read(_CHUNK)
    if not head.strip(b"\0 \r\n\t"):
        raise UnreadableExport("The file is empty.")
    mark, encoding = _encoding(head)
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    state, chunk, first = _Segments(counts), head[len(mark) :], True
    while chunk:
        before = chunk.count(b"\xef\xbf\xbd")
        text = decoder.decode(chunk)
        counts[BYTES] += max(text.count("\ufffd") - before, 0)
        if first:
            text, first = _DECLARATION.sub("", text, count=1).lstrip("\ufeff \r\n\t"), False
        yield state.take(text).encode()
        chunk = file.read(_CHUNK)
    yield (state.take(decoder.decode(b"", final=True)) + state.rest()).encode()


def _encoding(head: bytes) -> tuple[bytes, str]:
    """The byte-order mark to skip, and the codec. Longer marks first: UTF-32's begins like UTF-16's."""
    for mark, name in sorted(_MARKS.items(), key=lambda pair: -len(pair[0])):
        if head.startswith(mark):
            return (b"" if mark[:1] in b"<\0" and mark[-1:] != b"\xff" and b"?" in mark else mark), name
    declared = _DECLARED.match(head)
    name = declared[1].decode() if declared else "utf-8"
    try:
        codec = codecs.lookup(name)
        codecs.getincrementaldecoder(name)
    except LookupError as error:
        raise UnreadableExport(f"The file says that it is written in “{name}”, an encoding nobody knows.") from error
    if not getattr(codec, "_is_text_encoding", True):
        raise UnreadableExport(f"The file says that it is written in “{name}”, which is no encoding of text.")
    return b"", name


class _Segments:
    """Mends text chunk by chunk, knowing whether it stands inside CDATA, where an ampersand is no fault."""

    def __init__(self, counts: Counter[str]):
        self.counts, self.inside, self.carry = counts, False, ""

    def take(self, text: str) -> str:
        text = self.carry + self._without_forbidden(text)
        done, begin = [], 0
        while True:
            mark = _CLOSE if self.inside else _OPEN
            end = text.find(mark, begin)
            if end < 0:
                break
            done += [self._segment(text[begin:end]), mark]
            begin, self.inside = end + len(mark), not self.inside
        tail = text[begin:]
        keep = self._held_back(tail)
        self.carry = tail[len(tail) - keep :]
        done.append(self._segment(tail[: len(tail) - keep]))
        return "".join(done)

    def rest(self) -> str:
        text, self.carry = self._segment(self.carry), ""
        return text

    def _held_back(self, tail: str) -> int:
        """How many characters at the end may belong to a mark or a reference that the next chunk completes."""
        mark = _CLOSE if self.inside else _OPEN
        keep = next((size for size in range(min(len(mark) - 1, len(tail)), 0, -1) if mark.startswith(tail[-size:])), 0)
        start = tail.rfind("&", max(len(tail) - _LONGEST_REFERENCE, 0))
        return max(keep, len(tail) - start) if start >= 0 and ";" not in tail[start:] else keep

    def _without_forbidden(self, text: str) -> str:
        text, found = _FORBIDDEN.subn(" ", text)
        self.counts[CONTROL] += found
        return text

    def _segment(self, text: str) -> str:
        return text if self.inside or "&" not in text else _REFERENCE.sub(self._reference, text)

    def _reference(self, match: re.Match) -> str:
        hexadecimal, decimal, name = match.groups()
        if name in _XML_NAMES:
            return match[0]
        if hexadecimal or decimal:
            code = int(hexadecimal, 16) if hexadecimal else int(decimal)
            if code <= 0x10FFFF and not _FORBIDDEN.match(chr(code)):
                return match[0]
            self.counts[CONTROL] += 1
            return " "
        self.counts[REFERENCES] += 1
        known = html5.get(f"{name};", "") if name else ""
        return known.replace("&", "&amp;").replace("<", "&lt;") if known else f"&amp;{match[0][1:]}"
