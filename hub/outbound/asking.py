"""Asking an address whether it is there: one exchange of heads, never a body, and never a machine of our own network.

The connection goes to the very IP address that was checked, so that a name which answers differently the second time
leads nowhere else. Each step has a time limit, and so has the whole.
"""

import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

from hub.core import public_web

from .addresses import normal
from .heads import Garbled, Head, end_of, parse
from .verdicts import Answer

REDIRECTS = frozenset({301, 302, 303, 307, 308})
FOR_GOOD = frozenset({301, 308})
#: What servers without HEAD say to it, or make of it: they are asked once more, as a browser would.
NO_HEAD = frozenset({400, 403, 404, 405, 406, 410, 500, 501, 502, 503, 520, 999})
MOST_REDIRECTS = 8
LARGEST_HEAD = 64 * 1024
#: IP addresses of one host that are tried.
MOST_PLACES = 3

_TLS = {
    10: "The certificate of its server has run out.",
    18: "The certificate of its server is signed by itself: browsers warn of it.",
    19: "The certificate of its server is signed by nobody browsers trust.",
    20: "The certificate of its server is signed by nobody browsers trust.",
    21: "The certificate of its server is signed by nobody browsers trust.",
    62: "The certificate of its server is for another name.",
}


class Unanswered(Exception):
    """No answer. The message says why, in a sentence."""


class Silent(Unanswered):
    """A connection came about, and no answer."""


@dataclass(frozen=True)
class Limits:
    """Seconds: for a connection, for the next word, for the whole of an address with all it leads on to."""

    connect: float = 8
    read: float = 12
    whole: float = 30


@dataclass
class _Journey:
    """What is carried from one redirect to the next."""

    deadline: float
    method: str = "HEAD"
    cookies: dict[str, dict[str, str]] = field(default_factory=dict)
    seen: set = field(default_factory=set)

    def left(self, most: float) -> float:
        remaining = self.deadline - time.monotonic()
        if remaining <= 0:
            raise Unanswered("It took too long to answer.")
        return min(most, remaining)


@dataclass(frozen=True)
class Asker:
    """Asks addresses. ``agent`` is what it calls itself; ``allows`` and ``resolve`` are for tests: see public_web."""

    agent: str
    limits: Limits = Limits()
    allows: Callable[[str], bool] = public_web.is_public
    resolve: Callable = socket.getaddrinfo

    @cached_property
    def trusted(self) -> ssl.SSLContext:
        return public_web.trusted()

    def ask(self, url: str) -> Answer:
        """Return what ``url`` answers, having followed where it leads. Never fails."""
        journey = _Journey(time.monotonic() + self.limits.whole)
        try:
            return self._followed(url, journey)
        except Unanswered as silence:
            return Answer(fault=str(silence))

    def _followed(self, url: str, journey: _Journey) -> Answer:
        moved_to, is_for_good = "", True
        for _ in range(MOST_REDIRECTS):
            head = self._head(url, journey)
            if head.status not in REDIRECTS or not head.location:
                return Answer(head.status, "", moved_to, head.wait, head.is_challenge)
            target = normal(head.location, url)
            if not target:
                raise Unanswered("It leads on to something that is no address of the web.")
            step = (target, tuple(sorted(journey.cookies.get(urlsplit(target).netloc, {}).items())))
            if step in journey.seen:
                raise Unanswered("It leads round in a circle.")
            journey.seen.add(step)
            is_for_good = is_for_good and head.status in FOR_GOOD
            moved_to = target if is_for_good else moved_to
            url = target
        raise Unanswered(f"It leads on more than {MOST_REDIRECTS} times.")

    def _head(self, url: str, journey: _Journey) -> Head:
        """Return what the server says of ``url`` to HEAD, or to GET where it knows no HEAD."""
        try:
            head = self._exchange(url, journey)
        except Silent:
            if journey.method == "GET":
                raise
        else:
            if journey.method == "GET" or head.status not in NO_HEAD:
                return head
        journey.method = "GET"
        return self._exchange(url, journey)

    def _exchange(self, url: str, journey: _Journey) -> Head:
        host = urlsplit(url).netloc
        with self._connected(url, journey) as connection:
            try:
                connection.settimeout(journey.left(self.limits.read))
                connection.sendall(self._question(url, journey))
                head = parse(self._received(connection, journey))
            except TimeoutError:
                raise Silent("It took too long to answer.") from None
            except Garbled as fault:
                raise Silent(str(fault)) from None
            except OSError:
                raise Silent("The connection broke off.") from None
        journey.cookies.setdefault(host, {}).update(head.cookies)
        return head

    def _question(self, url: str, journey: _Journey) -> bytes:
        parts = urlsplit(url)
        path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        cookies = "; ".join(f"{name}={value}" for name, value in journey.cookies.get(parts.netloc, {}).items())
        lines = [
            f"{journey.method} {path} HTTP/1.1",
            f"Host: {parts.netloc}",
            f"User-Agent: {self.agent}",
            "Accept: text/html,application/xhtml+xml,*/*;q=0.8",
            "Accept-Language: en,*;q=0.5",
            "Accept-Encoding: identity",
            *([f"Cookie: {cookies}"] if cookies else []),
            "Connection: close",
        ]
        return "\r\n".join([*lines, "", ""]).encode("latin-1", "replace")

    def _received(self, connection: socket.socket, journey: _Journey) -> bytes:
        """Return what comes until the head's end. What follows it stays where it is."""
        received = b""
        while not (end := end_of(received)):
            if len(received) > LARGEST_HEAD:
                raise Garbled("Its answer begins with more than any browser would read.")
            connection.settimeout(journey.left(self.limits.read))
            more = connection.recv(4096)
            if not more:
                raise Garbled("The connection ended without an answer.")
            received += more
        return received[:end]

    def _connected(self, url: str, journey: _Journey) -> socket.socket:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        try:
            found = public_web.places(
                parts.hostname,
                port,
                seconds=journey.left(self.limits.connect),
                allows=self.allows,
                resolve=self.resolve,
            )
        except public_web.NotFound:
            raise Unanswered(f"There is no host {parts.hostname}, or nobody says where it is.") from None
        except public_web.NotPublic:
            raise Unanswered(f"{parts.hostname} is not on the public web.") from None
        try:
            connection = public_web.first_open(found[:MOST_PLACES], lambda: journey.left(self.limits.connect))
        except TimeoutError:
            raise Unanswered("It took too long to connect to its server.") from None
        except OSError:
            raise Unanswered("Its server takes no connection.") from None
        return self._secured(connection, parts.hostname, journey) if parts.scheme == "https" else connection

    def _secured(self, connection: socket.socket, host: str, journey: _Journey) -> ssl.SSLSocket:
        try:
            connection.settimeout(journey.left(self.limits.read))
            return self.trusted.wrap_socket(connection, server_hostname=host)
        except BaseException as error:
            connection.close()
            if isinstance(error, ssl.SSLCertVerificationError):
                told = _TLS.get(error.verify_code, "The certificate of its server does not hold: browsers warn of it.")
                raise Unanswered(told) from None
            if isinstance(error, TimeoutError):
                raise Unanswered("It took too long to answer.") from None
            if isinstance(error, OSError | ValueError):
                raise Unanswered("No secure connection to its server comes about.") from None
            raise
