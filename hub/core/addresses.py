"""What an editor types where a link should lead, and the ``href`` it stands for. Pure functions."""

import re
from urllib.parse import urlsplit

NOT_AN_ADDRESS = "Enter a web address (https://…), a telephone number, an e-mail address, or a path of this site (/…)."

_EMAIL = re.compile(r"[^@\s/:]+@[^@\s/:]+\.[^@\s/:]+")
_TELEPHONE = re.compile(r"\+?[\d\s().\-]{3,24}")
_WEB = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#]\S*)?", re.IGNORECASE)


def href(address: str) -> str:
    """Return the ``href`` for a web address, e-mail address, telephone number, or path of this site.

    Raises: ValueError: the text is none of these (``javascript:`` among them).
    Source: RFC 3966 (tel), RFC 6068 (mailto).
    """
    address = address.strip()
    if not address.isprintable():
        raise ValueError(NOT_AN_ADDRESS)
    if _WEB.fullmatch(address) and _has_host(address):
        return address
    if address.startswith(("/", "#")) and not address.startswith("//") and not re.search(r"[\s\\]", address):
        return address
    bare = re.sub(r"^(mailto|tel):", "", address, flags=re.IGNORECASE)
    if _EMAIL.fullmatch(bare):
        return f"mailto:{bare}"
    if _TELEPHONE.fullmatch(bare) and sum(character.isdigit() for character in bare) >= 3:
        return telephone_href(bare)
    if _DOMAIN.fullmatch(address):
        return f"https://{address}"
    raise ValueError(NOT_AN_ADDRESS)


def _has_host(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        # Half an IPv6 address, or a port that is no number.
        return False


def telephone_href(number: str) -> str:
    """Return the ``tel:`` address of a number as people write it: "+44 (0)1632 960123" is tel:+441632960123."""
    number = number.replace("(0)", "") if number.strip().startswith("+") else number
    return "tel:" + re.sub(r"[^\d+]", "", number)


def text_message_href(number: str) -> str:
    """Return the ``sms:`` address of a number (RFC 5724)."""
    return "sms:" + re.sub(r"[^\d+]", "", number)


def from_page(address: str, page) -> str:
    """Return ``address`` with the key of the page that the link stands on: ``/consultation/?from=17``."""
    return f"{address}?from={page.pk}" if address and getattr(page, "pk", None) else address
