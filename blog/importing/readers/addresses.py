"""Where a link may lead: the addresses a document may bring to a page, and nothing that runs."""

import re
from urllib.parse import parse_qs, unquote, urlsplit

_BLANKS = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\ufeff]+")
_SCHEME = re.compile(r"(?i)[a-z][a-z0-9+.\-]*:")
_WEB = re.compile(r"(?i)https?://[^/?#\s]+")
_EMAIL = re.compile(r"[^@\s/:]+@[^@\s/:]+\.[^@\s/:]+")
_TELEPHONE = re.compile(r"\+?[\d().\-]{3,24}")
_LONGEST = 2_000


def safe_address(address: str) -> str | None:
    """The address as a page may carry it; None where it leads nowhere a reader can follow, or would run something.

    Web, e-mail and telephone addresses and paths of the site are safe. Redirects that Google Docs puts before
    a link are taken off.
    """
    address = address.strip()
    scheme = _SCHEME.match(_BLANKS.sub("", address))
    address = _BLANKS.sub("%20", address) if _WEB.match(address) or not scheme else _BLANKS.sub("", address)
    if not address or len(address) > _LONGEST or "\\" in address:
        return None
    if _WEB.match(address):
        return _without_redirect(address) if _has_host(address) else None
    if address.lower().startswith("mailto:"):
        return address if _EMAIL.fullmatch(unquote(address[7:].partition("?")[0])) else None
    if address.lower().startswith("tel:"):
        return address if _TELEPHONE.fullmatch(address[4:]) else None
    if address.startswith("//"):
        return safe_address(f"https:{address}")
    return address if address.startswith("/") else None


def _has_host(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _without_redirect(address: str) -> str | None:
    parts = urlsplit(address)
    if parts.hostname in {"www.google.com", "google.com"} and parts.path == "/url":
        wanted = parse_qs(parts.query)
        for target in (*wanted.get("q", ()), *wanted.get("url", ())):
            if _WEB.match(target) or target.lower().startswith(("mailto:", "tel:")):
                return safe_address(target) if target != address else None
    return address
