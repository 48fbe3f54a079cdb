"""What the classic editor stored -> HTML: paragraphs are parted by blank lines there, as in ``wpautop``.

Source: wp-includes/formatting.php, wpautop(), whose steps and order are kept.
"""

import re

from blog.wordpress.content.markup import without

_BLOCKS = (
    "table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote|address"
    "|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption|details|menu"
    "|summary"
)
_PRE, _PRE_END = re.compile(r"<pre\b[^<>]*>", re.IGNORECASE), re.compile(r"</pre\s{0,9}>", re.IGNORECASE)
_OPENING = re.compile(rf"(<(?:{_BLOCKS})(?:\s[^<>]*)?/?>)", re.IGNORECASE)
_CLOSING = re.compile(rf"(</(?:{_BLOCKS})\s*>)", re.IGNORECASE)
_IN_TAG = re.compile(r"<[a-zA-Z!/][^<>]*>")
_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_MANY = re.compile(r"\n\n+")
_EMPTY = re.compile(r"<p>\s*</p>")
_BEFORE = re.compile(rf"<p>\s*(</?(?:{_BLOCKS})(?:\s[^<>]*)?/?>)", re.IGNORECASE)
_AFTER = re.compile(rf"(</?(?:{_BLOCKS})(?:\s[^<>]*)?/?>)\s*</p>", re.IGNORECASE)
_LAST = re.compile(r"<p>([^<]+)</(div|address|form)>", re.IGNORECASE)
_QUOTE = re.compile(r"<p>\s*<blockquote([^<>]*)>", re.IGNORECASE)
_BREAK = re.compile(r"(?<!<br />)(?<![\s])\s*\n")
_BREAK_AFTER = re.compile(rf"(</?(?:{_BLOCKS})(?:\s[^<>]*)?/?>)\s*<br />", re.IGNORECASE)
_BREAK_BEFORE = re.compile(r"<br />(\s*</?(?:p|li|div|dl|dd|dt|th|pre|td|ul|ol)\b[^<>]*>)", re.IGNORECASE)
_DOUBLE_BREAK = re.compile(r"<br\s*/?>\s*<br\s*/?>", re.IGNORECASE)
_MEDIA = ("figure", "figcaption", "object", "audio", "video")
_KEPT = re.compile(r"<pre data-kept='(\d{1,9})'></pre>")


def paragraphs(text: str) -> str:
    """Return content of the classic editor with its paragraphs and line breaks as elements."""
    if not text.strip():
        return ""
    kept: list[str] = []
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for name in ("script", "style"):
        text = without(text, f"<{name}", f"</{name}>")
    text = _with_pre_aside(text + "\n", kept)
    text = _IN_TAG.sub(lambda match: match[0].replace("\n", " "), _DOUBLE_BREAK.sub("\n\n", text))
    text = _CLOSING.sub(r"\1\n\n", _OPENING.sub(r"\n\n\1", text))
    text = _around_media(text)
    pieces = [piece.strip("\n") for piece in _MANY.split(_BLANK.sub("\n\n", text)) if piece.strip()]
    text = "\n".join(f"<p>{piece}</p>" for piece in pieces)
    text = _LAST.sub(r"<p>\1</p></\2>", text)
    text = _QUOTE.sub(r"<blockquote\1><p>", text).replace("</blockquote></p>", "</p></blockquote>")
    text = _AFTER.sub(r"\1", _BEFORE.sub(r"\1", _EMPTY.sub("", text)))
    text = _BREAK.sub("<br />\n", text)
    text = _BREAK_BEFORE.sub(r"\1", _BREAK_AFTER.sub(r"\1", text))
    text = re.sub(r"<br />(\s*<p>)", r"\1", text.replace("</p><br />", "</p>"))
    return _KEPT.sub(lambda match: kept[int(match[1])] if int(match[1]) < len(kept) else "", text)


def _with_pre_aside(text: str, kept: list[str]) -> str:
    """Text with an empty ``pre`` for each that it held, in one pass; those go to ``kept``."""
    done, begin = [], 0
    while (opening := _PRE.search(text, begin)) and (closing := _PRE_END.search(text, opening.end())):
        kept.append(text[opening.start() : closing.end()])
        done += [text[begin : opening.start()], f"<pre data-kept='{len(kept) - 1}'></pre>"]
        begin = closing.end()
    return "".join([*done, text[begin:]])


def _around_media(text: str) -> str:
    """No paragraph begins or ends inside a figure, a film or its sources."""
    for name in _MEDIA:
        if f"<{name}" in text:
            text = re.sub(rf"(?<!\s)\s*(</?{name}\b[^<>]*>)\s*", r"\1", text, flags=re.IGNORECASE)
    if "<source" in text or "<track" in text:
        text = re.sub(r"(?<!\s)\s*(<(?:source|track|param)\b[^<>]*>)\s*", r"\1", text, flags=re.IGNORECASE)
    return text
