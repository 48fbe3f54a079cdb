"""Addresses as they are kept: one form for what is one address. Pure functions."""

import hashlib
import re
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

import idna

#: Browsers and servers agree on about this many characters.
LONGEST = 2000
_PORTS = {"http": 80, "https": 443}
#: What stays as it is in a path and in a query (RFC 3986), the sign of an escape among it.
_PATH, _QUERY = "/%:@!$&'()*+,;=~-._", "/%:@!$&'()*+,;=~-._?[]|"


def normal(address: str, base: str = "") -> str:
    """Return a web address in its one form, without fragment and password; "" for what is none.

    ``base`` is the address that a relative one was found at.
    """
    try:
        parts = urlsplit(urljoin(base, address.strip()) if base else _with_scheme(address.strip()))
        host, port = _host(parts), parts.port
    except (ValueError, UnicodeError):
        return ""
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not host or port == 0:
        return ""
    place = host if port in (None, _PORTS[scheme]) else f"{host}:{port}"
    path = quote(parts.path or "/", safe=_PATH)
    found = urlunsplit((scheme, place, path, quote(parts.query, safe=_QUERY), ""))
    return found if len(found) <= LONGEST else ""


def _with_scheme(address: str) -> str:
    return f"https:{address}" if address.startswith("//") else address


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    if not host:
        return ""
    if ":" in host:
        return f"[{host}]"
    if re.search(r"[\s\x00-\x1f\x7f%<>\\^`{|}\"]", host):
        raise ValueError("No host has such characters.")
    return host if host.isascii() else idna.encode(host, uts46=True).decode()


def place_of(url: str) -> str:
    """Return the host of an address, with its port where it names one: what is asked one question at a time."""
    return urlsplit(url).netloc


def digest(url: str) -> str:
    """Return what an address is found by in the table, for addresses are longer than an index takes."""
    return hashlib.sha256(url.encode()).hexdigest()


def leading_out(address: str, own: frozenset[str]) -> str:
    """Return the one form of a link that leads off this site; "" for every other link. ``own``: hosts of ours."""
    url = normal(address) if re.match(r"\s*(?:https?:)?//", address, re.IGNORECASE) else ""
    return url if url and place_of(url) not in own else ""
