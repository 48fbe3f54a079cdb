"""One message to search engines, and what their answer means. Source: indexnow.org/documentation."""

import http.client
import json
import socket
import threading
from contextlib import closing, suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

#: Addresses a message may hold; seconds to wait for each word of the answer, and for all of it.
MOST, TIMEOUT, DEADLINE = 10_000, 10, 40

#: What trying again would not change: the message or its addresses are refused.
_FINAL = frozenset({400, 404, 405, 410, 413, 422})


@dataclass(frozen=True)
class Answer:
    """``error`` is the kind of failure or the server's number, "" for none; ``wait`` the seconds it asks us to wait."""

    error: str = ""
    is_final: bool = False
    wait: int = 0


def submit(endpoint: str, addresses: list[str], key: str) -> Answer:
    """Send ``addresses`` (absolute, all of one host, at most 10,000) and say how it went.

    Redirects are not followed: the addresses go where the settings say and nowhere else. What the network or the
    server does is never raised.
    """
    first = urlsplit(addresses[0])
    message = {
        "host": first.netloc,
        "key": key,
        "keyLocation": f"{first.scheme}://{first.netloc}/{key}.txt",
        "urlList": addresses,
    }
    try:
        there = urlsplit(endpoint)
        kind = http.client.HTTPSConnection if there.scheme == "https" else http.client.HTTPConnection
        with closing(kind(there.hostname or "", there.port, timeout=TIMEOUT)) as connection:
            return _answer(connection, there.path or "/", json.dumps(message).encode())
    except (OSError, ValueError, http.client.HTTPException) as error:
        return Answer(type(error).__name__[:80])


def _answer(connection, path: str, body: bytes) -> Answer:
    is_late = threading.Event()

    def give_up():
        is_late.set()
        with suppress(OSError):
            if connection.sock:
                connection.sock.shutdown(socket.SHUT_RDWR)

    # A server that sends a letter now and then would meet every time-out of the socket.
    watch = threading.Timer(DEADLINE, give_up)
    watch.daemon = True
    watch.start()
    try:
        headers = {"Content-Type": "application/json; charset=utf-8", "User-Agent": "therapy-content-hub"}
        connection.request("POST", path, body, headers)
        response = connection.getresponse()
        # What the answer says beside its number is not read: it may go on for ever.
        if is_late.is_set():
            return Answer("too late")
        if response.status in {200, 202}:
            return Answer()
        wait = _wait(response.getheader("Retry-After"))
        return Answer(f"HTTP {response.status}", response.status in _FINAL, wait)
    finally:
        watch.cancel()


def _wait(value: str | None) -> int:
    """Return the seconds of a Retry-After header, at most a day; 0 for none, or a date."""
    return min(int(value), 86_400) if value and value.isascii() and value.isdecimal() and len(value) < 10 else 0
