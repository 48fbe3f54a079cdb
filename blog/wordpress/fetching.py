"""Files from the old site itself, and only where it was asked for: ``--fetch-media``."""

import ipaddress
import socket
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from blog.wordpress.uploads import UnreadableFile

_SECONDS = 20


class _Checked(HTTPRedirectHandler):
    def redirect_request(self, request, file, code, message, headers, address):
        check(address)
        return super().redirect_request(request, file, code, message, headers, address)


def check(address: str) -> None:
    """Raises: UnreadableFile: an address that is not on the public web. An export may name machines of our network."""
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise UnreadableFile(f"{address} is no address of the web.")
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError, ValueError) as error:
        raise UnreadableFile(f"{parts.hostname} was not found.") from error
    if not all(ipaddress.ip_address(place[4][0]).is_global for place in found):
        raise UnreadableFile(f"{parts.hostname} is not on the public web.")


def fetch(address: str, longest: int) -> bytes:
    """Raises: UnreadableFile: it is not there, not public, or larger than ``longest`` bytes."""
    try:
        check(address)
        request = Request(address, headers={"User-Agent": "Therapy Content Hub importer"})  # noqa: S310
        with build_opener(_Checked).open(request, timeout=_SECONDS) as answer:
            data = answer.read(longest + 1)
    except (URLError, OSError, ValueError) as error:
        raise UnreadableFile(f"{address} could not be fetched: {error}") from error
    if len(data) > longest:
        raise UnreadableFile(f"{address} is larger than {longest // 1024 // 1024} MB.")
    return data
