"""Files from the old site itself, and only where it was asked for: ``--fetch-media``."""

from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from blog.wordpress.uploads import UnreadableFile
from hub.core import public_web

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
        public_web.places(parts.hostname, parts.port or 443, seconds=_SECONDS)
    except (public_web.NotFound, public_web.NotPublic) as error:
        raise UnreadableFile(str(error)) from error


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
