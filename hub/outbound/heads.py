"""The head of an answer as far as a link is concerned, from whatever bytes a server may send. Pure functions."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

#: The longest a server may ask to be left in peace: a month of seconds.
LONGEST_WAIT = 31 * 24 * 3600
MOST_COOKIES = 20

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? +(\d{3})(?!\d)")
_END = re.compile(rb"\r?\n\r?\n")


class Garbled(ValueError):
    """No answer of a web server. The message says so in a sentence."""


@dataclass(frozen=True)
class Head:
    """``wait``: seconds that the server asks to be left in peace. ``is_challenge``: it wants to see a browser."""

    status: int
    location: str = ""
    wait: int = 0
    cookies: dict[str, str] = field(default_factory=dict)
    is_challenge: bool = False


def end_of(received: bytes) -> int:
    """Return where the head ends that begins ``received``, 0 while it has no end. Interim answers (1xx) are none."""
    start = 0
    while found := _END.search(received, start):
        if not _is_interim(received, start):
            return found.end()
        start = found.end()
    return 0


def _is_interim(received: bytes, start: int) -> bool:
    status = _STATUS.match(received, start)
    return bool(status) and status[1].startswith(b"1")


def parse(received: bytes, now: datetime | None = None) -> Head:
    """Return the head that ``received`` ends with. Raises: Garbled: it is none."""
    start = 0
    while _is_interim(received, start) and (found := _END.search(received, start)):
        start = found.end()
    status = _STATUS.match(received, start)
    if status is None:
        raise Garbled("What answers there is no web server.")
    fields: dict[str, list[str]] = {}
    for line in received[start:].splitlines()[1:]:
        name, colon, value = line.partition(b":")
        if colon and not name[:1].isspace():
            fields.setdefault(_text(name).lower(), []).append(_text(value))
    return Head(
        int(status[1]),
        next(iter(fields.get("location", [])), ""),
        _seconds(next(iter(fields.get("retry-after", [])), ""), now or datetime.now(UTC)),
        _cookies(fields.get("set-cookie", [])),
        "challenge" in fields.get("cf-mitigated", []),
    )


def _text(value: bytes) -> str:
    value = value.strip()
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _seconds(value: str, now: datetime) -> int:
    """Return Retry-After in seconds (RFC 9110, 10.2.3), 0 where it says nothing that can be understood."""
    if value.isascii() and value.isdecimal():
        return min(int(value[:9]), LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return 0
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max(int((moment - now).total_seconds()), 0), LONGEST_WAIT)


def _cookies(lines: list[str]) -> dict[str, str]:
    pairs = (line.partition(";")[0].partition("=") for line in lines[:MOST_COOKIES])
    return {
        name.strip(): value.strip()
        for name, _, value in pairs
        if name.strip() and f"{name}{value}".isascii() and f"{name}{value}".isprintable()
    }
