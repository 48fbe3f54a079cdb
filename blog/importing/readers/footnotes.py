"""Footnotes and comments, by the anchors that Word, mammoth, Google Docs, LibreOffice and Markdown write."""

import re

from lxml import etree

_NOTE = re.compile(
    r"(?i)(?:footnote|endnote)-\d+|fn:?-?\w{1,40}|_?(?:ftn|edn)\d+|ftnt\d+|sd(?:foot|end)note\d+sym|user-content-fn-\w{1,40}"
)
_MARK = re.compile(
    r"(?i)(?:footnote|endnote)-ref-\d+|fnref:?-?\w{1,40}(?::\d+)?|_?(?:ftn|edn)ref\d+|ftnt_ref\d+|"
    r"sd(?:foot|end)note\d+anc|user-content-fnref-\w{1,40}"
)
_COMMENT = re.compile(r"(?i)cmnt\d+|_msocom_\d+")


def _names(element: etree._Element) -> tuple[str, str]:
    return element.get("id", ""), element.get("name", "")


def is_mark(element: etree._Element) -> bool:
    """Whether a link in the text leads to a note."""
    target = element.get("href", "").removeprefix("#")
    return bool(_NOTE.fullmatch(target)) and element.get("href", "").startswith("#")


def is_backlink(element: etree._Element) -> bool:
    """Whether a link in a note leads back into the text."""
    return bool(_MARK.fullmatch(element.get("href", "").removeprefix("#")))


def note_anchor(element: etree._Element) -> etree._Element | None:
    """The anchor of the note that an element is; None for any other element."""
    if any(_NOTE.fullmatch(name) for name in _names(element)):
        return element
    if element.tag != "p":
        return None
    for link in element.iter("a"):
        if is_backlink(link) and any(_NOTE.fullmatch(name) for name in _names(link)):
            return link
    return None


def is_comment(element: etree._Element) -> bool:
    """Whether an element is what somebody remarked beside the text."""
    link = next(element.iter("a"), None) if element.tag == "p" else None
    return (
        link is not None
        and any(_COMMENT.fullmatch(name) for name in _names(link))
        and not (element.text and element.text.strip())
    )
