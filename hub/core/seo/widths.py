"""How wide a text is in a list of search results, where it is cut by pixels and not by letters. Pure functions.

Widths are Helvetica's (which Arial shares), in thousandths of the font size: Adobe's Core 14 font metrics.
"""

#: Font sizes, and the room there is on a desktop, in pixels: Arial, titles in a column of 600, descriptions in about
#: two lines of 460 (measured by many, promised by nobody).
TITLE_SIZE, TITLE_ROOM = 20, 600
DESCRIPTION_SIZE, DESCRIPTION_ROOM = 14, 920

_GROUPS = {
    191: "'", 222: "ijl‘’", 260: "|", 278: " !,./:;I[\\]ft\xa0", 333: "()-`r“”", 334: "{}", 350: "•", 355: '"',
    389: "*", 469: "^", 500: "Jckszvxy", 556: "#$?_0123456789Labdeghnopqu–", 584: "+<=>~", 611: "FTZ",
    667: "&ABEKPSVXY", 722: "wCDHNRU", 778: "GOQ", 833: "Mm", 889: "%", 944: "W", 1000: "—…", 1015: "@",
}  # fmt: skip
_WIDTHS = {letter: width for width, letters in _GROUPS.items() for letter in letters}
#: Letters of other scripts and accented ones: about as wide as a capital at most, ideographs a whole em.
_OTHER, _IDEOGRAPH = 600, 1000


def width(text: str, size: int) -> int:
    """Return the width of ``text`` in pixels when set in Arial at ``size`` pixels."""
    return round(sum(_advance(letter) for letter in text) * size / 1000)


def _advance(letter: str) -> int:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    return _IDEOGRAPH if ord(letter) >= 0x2E80 else _OTHER
