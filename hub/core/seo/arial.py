"""How wide letters are in Arial, in thousandths of the font size. Pure.

Latin letters are Adobe's Core 14 metrics of Helvetica, which Arial shares; the rest, and how pairs are kerned, is
measured in Chromium with Liberation Sans, which is made to Arial's measures. Letters of scripts that the font lacks
are what browsers' usual fonts for them come to, about.
"""

import unicodedata

_GROUPS = {
    188: "′", 191: "'", 222: "ijlłſιіј‘’‚", 224: "י", 260: "|¦", 272: "ון", 278: " !,./:;I[\\]ft\xa0ıìíîïĩīĭ·ΙІїŧ",
    292: "ľ", 333: "()-`r“”„‹›¡¨²³´¸¹‐‑", 334: "{}", 346: "ז", 350: "•", 354: "″◦▪", 355: '"', 361: "־", 365: "ºг",
    370: "ª", 375: "ť", 384: "Ί", 389: "*", 395: "τ", 400: "°נ", 411: "ґ", 412: "ג", 416: "׳", 438: "к", 446: "ε",
    448: "ξ", 458: "зт", 469: "^", 482: "ς", 489: "Ґ", 500: "Jckszvxyĸγκλνсхѕ↑↓", 510: "эє", 521: "чь", 525: "χ",
    529: "כ", 531: "в", 537: "¶ך", 540: "ץ", 542: "Гпя", 546: "ד", 547: "υ", 549: "±÷√≈≤≥≠", 551: "Γ", 552: "нџ",
    556: "#$?_0123456789Labdeghnopqu–¢£¤¥§«»ðþđħŁŋƒηθοаеорђћ†‡€", 557: "δ", 559: "и", 564: "ר", 569: "ρ", 573: "бц",
    575: "β", 576: "µμ", 578: "αב", 583: "Кдл", 584: "+<=>~¬×−", 593: "צ", 604: "ŉЗ", 611: "FTZ¿ßøŦΖΤ", 615: "ď",
    617: "σ", 618: "Σ", 625: "פ", 626: "ע", 635: "У", 640: "ף", 645: "״", 648: "φט", 649: "ס", 650: "Ξ", 653: "הח",
    656: "БЛЬ", 657: "ת", 664: "ם", 667: "&ABEKPSVXYÞΑΒΕΚΡΥΧЅАВЕРХЧ", 668: "ΔΛא", 669: "ж", 677: "Д", 679: "מ",
    688: "м", 690: "π", 708: "ש", 709: "ק", 713: "ψ∞", 719: "ЄЏИПЭы", 722: "wCDHNRUÐĐĦΗΝΠНСЯ", 723: "Ŋ", 737: "©®",
    740: "Ц", 748: "Ω", 750: "ю", 760: "Ф", 769: "ẞ", 778: "GOQØΘΟО", 781: "ω", 784: "Έ", 798: "Φ", 792: "Ъ",
    802: "ш", 812: "њ", 823: "фщ", 833: "MmΜМ", 834: "¼½¾", 835: "Ψ", 838: "Ή", 854: "Ћ", 855: "Ύ", 865: "Ђ", 885: "Ы",
    889: "%æ", 906: "љ", 917: "Ш", 923: "Ж", 938: "Щ", 944: "Wœ", 1000: "—…ÆŒ‰™←→", 1010: "ЊЮ", 1015: "@",
    1057: "Љ", 1073: "№",
}  # fmt: skip
_WIDTHS = {letter: width for width, letters in _GROUPS.items() for letter in letters}
_PAIRS = {
    -129: "P, P. Y, Y.",
    -111: "F, F. T, T. T: T; Ta Tc Te To Ts",
    -92: "V, V. Y- Ye Yo Yq",
    -74: "AT AV AY A’ LT LV LW LY PA TA VA Va YA Ya Yp v, v. y, y.",
    -65: "Y;",
    -55: "FA L’ T- Tw Ty V- Ve Vo W, W. Y: Yu Yv r, r. w, w.",
    -37: "AW Ly Ti Tr Tu V: V; Vr Vu Vy WA Wa Yi",
    -18: "Av Aw Ay RT RV RW RY TO Vi W- W: W; We Wo Wr Wu ff ’s ’’ ‘‘",
    37: "r’",
}
_KERNING = {pair: by for by, pairs in _PAIRS.items() for pair in pairs.split()}
#: About as wide as letters of other scripts are, those of Arabic when they are joined; ideographs; pictographs.
_OTHER, _ARABIC, _IDEOGRAPH, _PICTOGRAPH = 600, 440, 1000, 1250
#: What stands on the letter before it, or is not seen: accents of their own, joiners, marks of direction.
_WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cf"})
_JOINER, _AS_PICTOGRAPH = "\u200d", "\ufe0f"


def advances(text: str) -> list[int]:
    """Return for each letter of ``text`` how much wider it makes the line: kerned to the one before it, 0 on it."""
    found = []
    for place, letter in enumerate(text):
        if joins(text, place):
            found.append(0)
        elif text[place + 1 : place + 2] == _AS_PICTOGRAPH:
            found.append(_PICTOGRAPH)
        else:
            found.append(_advance(letter) + _KERNING.get(text[max(place - 1, 0) : place + 1], 0))
    return found


def joins(text: str, place: int) -> bool:
    """Say whether the letter at ``place`` belongs to the one before it: an accent, a joined or modified pictograph."""
    if place >= len(text):
        return False
    if unicodedata.category(text[place]) in _WITHOUT_WIDTH:
        return True
    return place > 0 and (0x1F3FB <= ord(text[place]) <= 0x1F3FF or text[place - 1] == _JOINER)


def _advance(letter: str) -> int:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    code = ord(letter)
    if 0x1F1E6 <= code <= 0x1F1FF:
        # Two letters make a flag.
        return _PICTOGRAPH // 2
    if 0x1F000 <= code < 0x20000 or (code < 0x2E80 and unicodedata.east_asian_width(letter) == "W"):
        return _PICTOGRAPH
    if code >= 0x2E80:
        return _IDEOGRAPH
    if 0x600 <= code < 0x780:
        return _ARABIC
    # An accented letter is as wide as it is without its accent.
    bare = unicodedata.normalize("NFD", letter)[0]
    return _WIDTHS.get(bare, _OTHER)
