"""The guard in front of every request that leaves this machine for an address somebody typed. No Django."""

import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterable
from queue import Empty, SimpleQueue

import certifi

#: Prefixes of IPv6 in whose last four bytes an address of IPv4 is hidden (RFC 6052).
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

#: Where a host is found: the family of the socket, and what ``socket.connect`` takes.
Place = tuple[int, tuple]


class NotPublic(ValueError):
    """The host is on a network of our own, or on none."""


class NotFound(ValueError):
    """Nobody knows the host, or nobody said so in time."""


def is_public(address: str) -> bool:
    """Say whether an IP address is one of the public web, whatever it is wrapped in."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo or (None, None))[1]
        if found in _NAT64:
            inner = ipaddress.ip_address(int(found) & 0xFFFFFFFF)
        if inner is not None and not is_public(str(inner)):
            return False
    return found.is_global and not found.is_multicast


def places(
    host: str,
    port: int,
    *,
    seconds: float = 10,
    allows: Callable[[str], bool] = is_public,
    resolve: Callable = socket.getaddrinfo,
) -> list[Place]:
    """Return where ``host`` is found. Connect to these and to nothing else: asked again, its name may say otherwise.

    ``allows`` says of each IP address whether it may be asked.
    Raises: NotFound: there is no such host. NotPublic: one of its addresses may not be asked.
    """
    found = _resolved(host, port, seconds, resolve)
    if not found or not all(allows(place[4][0]) for place in found):
        raise NotPublic(f"{host} is not on the public web.")
    return list(dict.fromkeys((place[0], place[4]) for place in found))


def first_open(found: Iterable[Place], seconds: Callable[[], float]) -> socket.socket:
    """Return a connection to the first of some places that takes one. ``seconds`` says how long each may take.

    Raises: TimeoutError: none takes one, and one at least was too slow. OSError: none takes one.
    """
    fault: OSError = ConnectionError("Nobody takes a connection.")
    for family, place in found:
        connection = socket.socket(family, socket.SOCK_STREAM)
        try:
            connection.settimeout(seconds())
            connection.connect(place)
        except OSError as error:
            connection.close()
            fault = fault if isinstance(fault, TimeoutError) else error
        except BaseException:
            connection.close()
            raise
        else:
            return connection
    raise fault


def trusted() -> ssl.SSLContext:
    """Return what a server's certificate has to hold against: signed by who browsers trust, and for the name asked."""
    context = ssl.create_default_context()
    # What Python brings along differs from machine to machine; a slim one trusts nobody.
    context.load_verify_locations(certifi.where())
    return context


def _resolved(host: str, port: int, seconds: float, resolve: Callable) -> list:
    """Ask for a name in a thread of its own: the system's call knows no time limit."""
    answers: SimpleQueue = SimpleQueue()

    def ask():
        try:
            answers.put(resolve(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError, ValueError) as error:
            answers.put(error)

    threading.Thread(target=ask, name="host-name", daemon=True).start()
    try:
        found = answers.get(timeout=max(seconds, 0.01))
    except Empty:
        raise NotFound(f"{host} was not found in time.") from None
    if isinstance(found, Exception):
        raise NotFound(f"{host} was not found.") from found
    return found
