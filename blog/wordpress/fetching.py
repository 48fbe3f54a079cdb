"""Files from the old site itself, and only where it was asked for: ``--fetch-media``.

An export may name machines of our own network. Each address on the way to a file is checked, and the connection goes to
the very IP address that was, so that a name which answers differently the second time leads nowhere else. No proxy is
asked: it would look the name up for itself.
"""

import io
import socket
import ssl
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from http.client import HTTPException, HTTPResponse
from urllib.parse import urlsplit

from blog.wordpress.uploads import UnreadableFile
from hub.core import public_web
from hub.outbound.addresses import normal

_AGENT = "Therapy Content Hub importer"
_MOST_REDIRECTS = 8
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
#: Bytes taken at once.
_PIECE = 64 * 1024


@dataclass(frozen=True)
class Limits:
    """Seconds: for the next word of a server, and for a whole file with all that leads to it."""

    word: float = 20
    whole: float = 300


class _Timely(io.RawIOBase):
    """What a server sends, as long as there is time. ``HTTPResponse`` takes it for a socket."""

    def __init__(self, connection: socket.socket, left: Callable[[], float]):
        self._connection, self._left = connection, left

    def readable(self):
        return True

    def readinto(self, buffer):
        self._connection.settimeout(self._left())
        return self._connection.recv_into(buffer)

    def makefile(self, mode):
        return io.BufferedReader(self)


@dataclass(frozen=True)
class Fetcher:
    """Fetches files. ``allows`` and ``resolve`` are for tests: see public_web."""

    limits: Limits = Limits()
    allows: Callable[[str], bool] = public_web.is_public
    resolve: Callable = socket.getaddrinfo

    @cached_property
    def trusted(self) -> ssl.SSLContext:
        return public_web.trusted()

    def fetch(self, address: str, longest: int) -> bytes:
        """Raises: UnreadableFile: it is not there, not public, too slow, or larger than ``longest`` bytes."""
        try:
            return self._followed(address, longest, self._clock())
        except UnreadableFile:
            raise
        except TimeoutError as error:
            raise UnreadableFile(f"{address} could not be fetched: it took too long.") from error
        except ssl.SSLCertVerificationError as error:
            told = "the certificate of its server does not hold"
            raise UnreadableFile(f"{address} could not be fetched: {told} ({error.verify_message}).") from error
        except (OSError, ValueError, HTTPException) as error:
            raise UnreadableFile(f"{address} could not be fetched: {error or type(error).__name__}") from error

    def _clock(self) -> Callable[[], float]:
        """Return what says how many seconds the next step may take."""
        deadline = time.monotonic() + self.limits.whole

        def left() -> float:
            remaining = deadline - time.monotonic()
            if remaining <= 0:
                raise TimeoutError
            return min(self.limits.word, remaining)

        return left

    def _followed(self, address: str, longest: int, left: Callable[[], float]) -> bytes:
        target = address
        for _ in range(_MOST_REDIRECTS):
            url = normal(target, address)
            if not url:
                raise UnreadableFile(f"{target} is no address of the web.")
            with closing(self._connected(url, left)) as connection:
                answer = _asked(connection, url, left)
                location = answer.getheader("Location")
                if answer.status not in _REDIRECTS or not location:
                    return _read(answer, address, longest)
            address, target = url, location
        raise UnreadableFile(f"{address} leads on more than {_MOST_REDIRECTS} times.")

    def _connected(self, url: str, left: Callable[[], float]) -> socket.socket:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        found = public_web.places(parts.hostname, port, seconds=left(), allows=self.allows, resolve=self.resolve)
        connection = public_web.first_open(found, left)
        if parts.scheme == "http":
            return connection
        try:
            connection.settimeout(left())
            return self.trusted.wrap_socket(connection, server_hostname=parts.hostname)
        except BaseException:
            connection.close()
            raise


def _asked(connection: socket.socket, url: str, left: Callable[[], float]) -> HTTPResponse:
    parts = urlsplit(url)
    lines = [
        f"GET {parts.path or '/'}{f'?{parts.query}' if parts.query else ''} HTTP/1.1",
        f"Host: {parts.netloc}",
        f"User-Agent: {_AGENT}",
        "Accept: */*",
        "Accept-Encoding: identity",
        "Connection: close",
    ]
    connection.settimeout(left())
    connection.sendall("\r\n".join([*lines, "", ""]).encode("ascii"))
    answer = HTTPResponse(_Timely(connection, left), method="GET")
    answer.begin()
    return answer


def _read(answer: HTTPResponse, address: str, longest: int) -> bytes:
    if answer.status != 200:
        raise UnreadableFile(f"{address} could not be fetched: the server does not give it out ({answer.status}).")
    data = bytearray()
    try:
        while len(data) <= longest and (more := answer.read(_PIECE)):
            data += more
    except HTTPException as error:
        raise UnreadableFile(f"{address} could not be fetched: it broke off.") from error
    if len(data) > longest or len(data) + (answer.length or 0) > longest:
        raise UnreadableFile(f"{address} is larger than {longest // 1024 // 1024} MB.")
    if answer.length:
        raise UnreadableFile(f"{address} could not be fetched: it broke off.")
    return bytes(data)
