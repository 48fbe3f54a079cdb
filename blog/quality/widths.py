"""How wide a text is where search engines print it. Pure functions.

Widths are Helvetica's (which Arial shares), in thousandths of the font size: Adobe's Core 14 font metrics.
"""

#: Font sizes, and the room there is, in pixels: results on a desktop and on a phone as of 2026.
TITLE_SIZE, DESCRIPTION_SIZE = 20, 14
TITLE_ROOM, DESCRIPTION_ROOM, DESCRIPTION_ROOM_ON_PHONE = 600, 920, 680

_GROUPS = {
    191: "'",
    222: "ijl‘’",
    260: "|",
    278: " !,./:;I[\\]ft\xa0",
    333: "()-`r“”",
    334: "{}",
    355: '"',
    350: "•",
    389: "*",
    469: "^",
    500: "ckJsvxyz",
    556: "#$0123456789?L_abdeghnopqu–",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "—…",
    1015: "@",
}
_WIDTHS = {character: width for width, characters in _GROUPS.items() for character in characters}
_ELSE = 600


def pixels(text: str, size: int) -> int:
    """Return the width of ``text`` in pixels, set in Arial at ``size`` pixels."""
    return round(sum(_WIDTHS.get(character, _ELSE) for character in text) * size / 1000)
