"""security.txt: whom to tell of a weakness of the site. Pure functions. Source: RFC 9116."""

import datetime as dt
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

#: The RFC advises less than a year; the warning comes while there is time to look the details through.
MOST_DAYS, WARN_DAYS = 366, 30

_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_TELEPHONE = re.compile(r"\+[\d\s().-]{5,30}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def contact(text: str) -> str:
    """Return a contact as a URI: an e-mail address, a telephone number with its country's code, or a web address.

    Raises: ValueError: it is none of these.
    """
    text = text.strip()
    bare = re.sub(r"^(mailto|tel):", "", text, flags=re.IGNORECASE)
    if _EMAIL.fullmatch(bare):
        return f"mailto:{bare}"
    if _TELEPHONE.fullmatch(bare):
        return "tel:" + re.sub(r"[^\d+]", "", bare)
    if is_secure_address(text):
        return text
    raise ValueError(f"“{text}” is no e-mail address, no telephone number (+44 …) and no address that starts https://.")


def is_secure_address(text: str) -> bool:
    """Whether ``text`` is an https address in plain characters."""
    try:
        parts = urlsplit(text)
        return parts.scheme == "https" and bool(parts.hostname) and bool(re.fullmatch(r"[!-~]+", text))
    except ValueError:
        return False


def languages(text: str) -> list[str]:
    """Return language tags from a list with commas. Raises: ValueError: one is none (RFC 5646)."""
    tags = [tag.strip() for tag in text.split(",") if tag.strip()]
    for tag in tags:
        if not _LANGUAGE.fullmatch(tag):
            raise ValueError(f"“{tag}” is no language tag: en, cy, pl.")
    return tags


def write(contacts: Iterable[str], expires: dt.datetime, *, canonical: str, tags: Iterable[str] = (), **links) -> str:
    """Return security.txt.

    Args:
        contacts: URIs, the preferred one first; at least one.
        expires: with its zone.
        canonical: the absolute address the file is served from.
        tags: languages that reports may be written in.
        links: of ``encryption``, ``acknowledgments``, ``policy`` and ``hiring``, those that are set.
    """
    moment = expires.astimezone(dt.UTC).replace(microsecond=0)
    lines = [f"Contact: {contact}" for contact in contacts]
    lines.append(f"Expires: {moment:%Y-%m-%dT%H:%M:%SZ}")
    lines += [f"{name.capitalize()}: {address}" for name, address in links.items() if address]
    if tags := list(tags):
        lines.append(f"Preferred-Languages: {', '.join(tags)}")
    lines.append(f"Canonical: {canonical}")
    return "\n".join([*lines, ""])
