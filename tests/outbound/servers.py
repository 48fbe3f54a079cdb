"""Servers that answer links as servers on the web do: well, badly, slowly, or not at all. All on loopback."""

import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec


class Server:
    """Hands each connection to ``behave(connection, request)``, ``request`` being the head that came, as text."""

    def __init__(self, behave: Callable, context: ssl.SSLContext | None = None):
        self.behave, self.context = behave, context
        self.asked: list[str] = []
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        self.over = threading.Event()
        threading.Thread(target=self._serve, daemon=True).start()

    @property
    def url(self) -> str:
        return f"{'https' if self.context else 'http'}://127.0.0.1:{self.port}"

    def _serve(self):
        while not self.over.is_set():
            try:
                connection, _ = self.listening.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection):
        with suppress(OSError), connection:
            connection.settimeout(10)
            if self.context:
                connection = self.context.wrap_socket(connection, server_side=True)
            request = b""
            while b"\r\n\r\n" not in request:
                if not (more := connection.recv(4096)):
                    return
                request += more
            self.asked.append(request.decode("latin-1"))
            self.behave(connection, self.asked[-1])

    def stop(self):
        self.over.set()
        self.listening.close()


@contextmanager
def serving(behave: Callable, context: ssl.SSLContext | None = None):
    server = Server(behave, context)
    try:
        yield server
    finally:
        server.stop()


def path_of(request: str) -> str:
    return request.split(" ")[1]


def method_of(request: str) -> str:
    return request.split(" ")[0]


def reply(status: int, *headers: str, body: str = "") -> Callable:
    """Return a behaviour that answers every request with ``status``."""
    head = "\r\n".join([f"HTTP/1.1 {status} Words", *headers, "", ""])

    def behave(connection, request):
        connection.sendall(f"{head}{body}".encode("latin-1"))

    return behave


def raw(data: bytes) -> Callable:
    def behave(connection, request):
        connection.sendall(data)

    return behave


def hanging(connection, request):
    time.sleep(10)


def dripping(connection, request):
    """A letter of the head now and then, each within any limit of its own."""
    for letter in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"a" * 1000:
        connection.sendall(bytes([letter]))
        time.sleep(0.2)


def endless(connection, request):
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        connection.sendall(b"x" * 65536)


def certificate(folder, name: str, days: int = 1) -> ssl.SSLContext:
    """Return the context of a server whose certificate nobody signed; run out where ``days`` is below zero."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=30))
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / f"{name}{days}.pem"
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + made.public_bytes(serialization.Encoding.PEM)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    context.authority = str(path)
    return context
