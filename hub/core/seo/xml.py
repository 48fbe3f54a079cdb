"""Text that an XML document may hold. Pure."""

import re

#: What XML 1.0 leaves out (2.2): most control characters, halves of surrogate pairs, and two that are no characters.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def legal(text: str) -> str:
    """Return ``text`` without the characters that would make an XML document unreadable."""
    return _ILLEGAL.sub("", text)
