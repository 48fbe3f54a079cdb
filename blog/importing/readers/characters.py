"""From bytes to lines of clean text: what every text-based format has to settle before anything is understood."""

import re
import unicodedata

from blog.importing.outline import UnreadableDocument

LARGEST_FILE = 1_000_000
LONGEST_LINE = 50_000

_LINE_ENDS = re.compile(r"\r\n|[\r\v\x85\u2028]")
_PAGE_ENDS = re.compile(r"[\f\u2029]")
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_JOINERS_AT_AN_EDGE = re.compile(r"(?<!\S)[\u200c\u200d]+|[\u200c\u200d]+(?![\w\u2190-\U0001faff])")
_DAMAGE = re.compile("\ufffd|â€|Ã©|Â\xa0")

# Joiners (U+200C, U+200D) stay inside words: Persian spelling and emoji need them.
_INVISIBLE = [
    0xAD,
    0x180E,
    0x200B,
    0x2060,
    0xFEFF,
    0xFFFE,
    0xFFFF,
    *range(0x202A, 0x202F),
    *range(0xFDD0, 0xFDF0),
]
_SPACES = [code for code in range(0x80, 0x3001) if unicodedata.category(chr(code)) == "Zs"]
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
# What UTF-8 looks like when it is taken for Windows-1252: two bytes of a Latin letter, three of punctuation.
_MOJIBAKE = re.compile("[ÂÃ][\u0080-¿€-™ŒœŠšŸŽžˆ˜‚„…†‡‰‹›‘’“”•–—ƒ]|â[\u0080€‚„†][\u0080-¿\u0152-\u2122]")
_CLEANED = dict.fromkeys(_INVISIBLE) | dict.fromkeys(_SPACES, " ")


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    r"""Clean text and notes on it.

    Args:    data: the bytes of a text file, UTF-8, with or without a byte-order mark; any line ending.
    Returns: text whose only white space is a space, a tab or "\n", without invisible or control characters;
             a page break is an empty line.
    Raises:  UnreadableDocument: empty, over LARGEST_FILE bytes, binary, not UTF-8, a line over LONGEST_LINE.
    """
    text = _text(data)
    controls = len(_CONTROLS.findall(text))
    if controls * 20 > len(text):
        raise UnreadableDocument("This is not a text file: it is full of control characters.")
    text = _PAGE_ENDS.sub("\n\n", _LINE_ENDS.sub("\n", _CONTROLS.sub("", text))).translate(_CLEANED)
    text = _JOINERS_AT_AN_EDGE.sub("", text)
    if not text.strip():
        raise UnreadableDocument("The file is empty.")
    if max(map(len, text.split("\n"))) > LONGEST_LINE:
        raise UnreadableDocument(f"One line is longer than {LONGEST_LINE:,} characters, which no paragraph is.")
    return text, tuple(_notes(text, controls))


def _text(data: bytes) -> str:
    if not data:
        raise UnreadableDocument("The file is empty.")
    if len(data) > LARGEST_FILE:
        raise UnreadableDocument(f"The file is larger than {LARGEST_FILE // 1_000_000} MB, the most that is read.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableDocument("The file is UTF-16, not UTF-8: save it again as UTF-8.")
    if b"\0" in data:
        raise UnreadableDocument("This is not a text file: it holds binary data.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reason = f"The file is not UTF-8 (byte {error.start + 1} makes no sense): save it again as UTF-8."
        raise UnreadableDocument(reason) from error


def _notes(text: str, controls: int):
    if controls:
        yield f"Control characters were left out ({controls}); they have no visible form."
    if damage := _DAMAGE.search(text):
        around = " ".join(text[max(0, damage.start() - 20) : damage.end() + 20].split())
        yield f"Some characters look damaged, first in “{around}”: compare with the original document."


def cleaned(text: str) -> str:
    """Text of a marked-up format with white space and letters only: spaces made one kind, invisible signs gone."""
    text = _PAGE_ENDS.sub("\n", _LINE_ENDS.sub("\n", _CONTROLS.sub("", text.replace("\0", "")))).translate(_CLEANED)
    return _JOINERS_AT_AN_EDGE.sub("", text.translate(_SURROGATES))


def _byte(char: str) -> bytes:
    return bytes([ord(char)]) if ord(char) < 256 else char.encode("cp1252")


def mended(text: str) -> tuple[str, int]:
    """Text whose quotation marks and accents were once read in the wrong encoding (“â€™” for “’”), and how many."""
    found = 0

    def mend(match: re.Match) -> str:
        nonlocal found
        try:
            right = b"".join(map(_byte, match.group())).decode("utf-8")
        except UnicodeError:
            return match.group()
        found += 1
        return right

    return _MOJIBAKE.sub(mend, text), found
