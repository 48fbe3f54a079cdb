"""What real servers answer, and what we make of it: each behaviour of the web that a link may meet."""

import socket
import ssl
import time

import pytest

from hub.outbound.asking import Asker, Limits
from hub.outbound.verdicts import Answer

from .servers import (
    certificate,
    dripping,
    endless,
    hanging,
    method_of,
    path_of,
    raw,
    reply,
    serving,
)

#: A busy machine is no slow server.
PATIENT = Limits(connect=10, read=10, whole=20)
QUICK = Limits(connect=1, read=0.6, whole=1.5)


def anybody(address: str) -> bool:
    return True


@pytest.fixture
def asker():
    return Asker("HubTest (+https://example.org/)", PATIENT, allows=anybody)


def ask(asker, behave, path="/", context=None) -> Answer:
    with serving(behave, context) as server:
        return asker.ask(server.url + path)


@pytest.mark.parametrize("status", [200, 204, 401, 403, 404, 410, 429, 451, 500, 503, 999])
def test_status_is_what_the_server_said(asker, status):
    assert ask(asker, reply(status)).status == status


def test_only_a_head_is_asked_for_and_we_say_who_we_are(asker):
    with serving(reply(200)) as server:
        asker.ask(f"{server.url}/a%20b?q=1")

    assert server.asked == [
        f"HEAD /a%20b?q=1 HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nUser-Agent: HubTest (+https://example.org/)\r\n"
        "Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\nAccept-Language: en,*;q=0.5\r\n"
        "Accept-Encoding: identity\r\nConnection: close\r\n\r\n"
    ]


@pytest.mark.parametrize("status", [403, 404, 405, 500, 501])
def test_server_without_head_is_asked_as_a_browser_would(asker, status):
    def behave(connection, request):
        reply(200 if method_of(request) == "GET" else status)(connection, request)

    assert ask(asker, behave).status == 200


def test_server_that_hangs_up_on_head_is_asked_as_a_browser_would(asker):
    def behave(connection, request):
        if method_of(request) == "GET":
            reply(200)(connection, request)

    assert ask(asker, behave).status == 200


def chain(*steps):
    """Each step a status and where it leads; what comes after the last is there."""

    def behave(connection, request):
        place = int(path_of(request).strip("/") or 0)
        if place < len(steps):
            reply(steps[place], f"Location: /{place + 1}")(connection, request)
        else:
            reply(200)(connection, request)

    return behave


@pytest.mark.parametrize(
    ("steps", "moved"),
    [([301], "/1"), ([308, 301], "/2"), ([301, 302, 301], "/1"), ([302, 301], ""), ([303], ""), ([307], "")],
)
def test_only_what_moved_for_good_has_a_new_address(asker, steps, moved):
    with serving(chain(*steps)) as server:
        answer = asker.ask(server.url)

    assert (answer.status, answer.moved_to) == (200, f"{server.url}{moved}" if moved else "")


def test_chain_has_an_end(asker):
    assert ask(asker, chain(*[302] * 40)) == Answer(fault="It leads on more than 8 times.")


def test_loop_is_told_from_a_chain(asker):
    assert ask(asker, reply(302, "Location: /")).fault == "It leads round in a circle."


def test_server_that_looks_for_its_cookie_is_answered(asker):
    def behave(connection, request):
        if "Cookie: seen=yes" in request:
            reply(200)(connection, request)
        else:
            reply(302, "Set-Cookie: seen=yes; Path=/", "Location: /")(connection, request)

    assert ask(asker, behave).status == 200


@pytest.mark.parametrize("target", ["javascript:alert(1)", "ftp://example.org/", "http://a\x00b/"])
def test_leading_on_to_no_address_is_a_fault(asker, target):
    assert (
        ask(asker, reply(302, f"Location: {target}")).fault == "It leads on to something that is no address of the web."
    )


@pytest.mark.parametrize("behave", [hanging, dripping])
def test_nobody_is_waited_for_longer_than_the_whole_limit(behave):
    began = time.monotonic()

    answer = ask(Asker("x", QUICK, allows=anybody), behave)

    assert answer.fault == "It took too long to answer."
    assert time.monotonic() - began < QUICK.whole + 3


def test_body_is_never_read(asker):
    began = time.monotonic()

    assert ask(asker, endless).status == 200
    assert time.monotonic() - began < 8


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "The connection ended without an answer."),
        (b"SSH-2.0-OpenSSH_9.6\r\n\r\n", "What answers there is no web server."),
        (b"\x00" * 50 + b"\r\n\r\n", "What answers there is no web server."),
        (b"HTTP/1.1 2000 Odd\r\n\r\n", "What answers there is no web server."),
        (b"HTTP/1.1 200 OK\r\nX: " + b"a" * 200_000, "Its answer begins with more than any browser would read."),
    ],
)
def test_what_no_web_server_says_is_told_in_words(asker, data, fault):
    assert ask(asker, raw(data)).fault == fault


def test_garbage_between_headers_is_passed_over(asker):
    data = b"HTTP/1.1 301 Moved\r\nX-\x00\xff: \xfe\x00\r\nno colon\r\n folded\r\nLOCATION: /caf\xe9\r\n\r\n"

    def behave(connection, request):
        connection.sendall(data if path_of(request) == "/" else b"HTTP/1.0 200 OK\n\n")

    answer = ask(asker, behave)

    assert (answer.status, answer.moved_to[-10:]) == (200, "/caf%C3%A9")


def test_interim_answers_are_not_the_answer(asker):
    assert ask(asker, raw(b"HTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 404 No\r\n\r\n")).status == 404


def test_wait_is_what_the_server_asks_for(asker):
    assert ask(asker, reply(429, "Retry-After: 120")) == Answer(429, wait=120)


def test_challenge_is_told_from_a_refusal(asker):
    assert ask(asker, reply(403, "CF-Mitigated: challenge")).is_challenge


def test_closed_port_takes_no_connection(asker):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

    assert asker.ask(f"http://127.0.0.1:{port}/").fault == "Its server takes no connection."


def test_unknown_host_is_told_in_words(asker):
    assert asker.ask("http://nobody.invalid/").fault == "There is no host nobody.invalid, or nobody says where it is."


def test_name_that_nobody_answers_for_is_not_waited_for():
    asker = Asker("x", QUICK, allows=anybody, resolve=lambda *args, **kwargs: time.sleep(5))
    began = time.monotonic()

    assert "There is no host" in asker.ask("http://slow.example.org/").fault
    assert time.monotonic() - began < 4


def at_home(host, port, **kwargs):
    return socket.getaddrinfo("127.0.0.1", port, **kwargs)


@pytest.mark.parametrize(
    ("name", "days", "trusts", "fault"),
    [
        ("here.example.org", 1, False, "The certificate of its server is signed by itself: browsers warn of it."),
        ("here.example.org", -1, True, "The certificate of its server has run out."),
        ("elsewhere.example.org", 1, True, "The certificate of its server is for another name."),
    ],
)
def test_certificates_that_do_not_hold_are_told_apart(tmp_path, name, days, trusts, fault):
    context = certificate(tmp_path, name, days)
    asker = Asker("x", PATIENT, allows=anybody, resolve=at_home)
    if trusts:
        asker.trusted.load_verify_locations(context.authority)

    with serving(reply(200), context) as server:
        assert asker.ask(f"https://here.example.org:{server.port}/").fault == fault


def test_certificate_that_holds_lets_us_in(tmp_path):
    context = certificate(tmp_path, "here.example.org")
    asker = Asker("x", PATIENT, allows=anybody, resolve=at_home)
    asker.trusted.load_verify_locations(context.authority)

    with serving(reply(200), context) as server:
        assert asker.ask(f"https://here.example.org:{server.port}/") == Answer(200)


def test_plain_server_behind_a_secure_address_is_told_in_words():
    with serving(reply(200)) as server:
        fault = Asker("x", QUICK, allows=anybody).ask(f"https://127.0.0.1:{server.port}/").fault

    assert fault in {"No secure connection to its server comes about.", "It took too long to answer."}


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/",
        "http://localhost:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://0.0.0.0:{port}/",
    ],
)
def test_our_own_network_is_never_asked(url):
    with serving(reply(200)) as server:
        answer = Asker("x", QUICK).ask(url.format(port=server.port))

    assert answer.fault.endswith(("is not on the public web.", "or nobody says where it is."))
    assert server.asked == []


def test_redirect_into_our_own_network_is_not_followed():
    # The first server passes for one of the public web, by its port.
    with serving(reply(200)) as secret, serving(reply(302, f"Location: http://127.0.0.1:{secret.port}/")) as server:
        public = []

        def resolve(host, port, **kwargs):
            public.append(port == server.port)
            return socket.getaddrinfo("127.0.0.1", port, **kwargs)

        asker = Asker("x", PATIENT, allows=lambda address: public[-1], resolve=resolve)

        assert asker.ask(f"http://shop.example.org:{server.port}/").fault == "127.0.0.1 is not on the public web."
        assert secret.asked == []


def test_name_that_changes_its_mind_is_asked_once_for_each_connection():
    with serving(reply(200)) as secret:
        answers = iter([[(socket.AF_INET, 1, 6, "", ("203.0.113.7", secret.port))]])
        asked = []

        def resolve(host, port, **kwargs):
            asked.append(host)
            return next(answers, socket.getaddrinfo("127.0.0.1", secret.port, type=socket.SOCK_STREAM))

        # A documentation address: nobody is there, and the connection went to it and not to the second answer.
        Asker("x", QUICK, allows=lambda address: address == "203.0.113.7", resolve=resolve).ask(
            "http://rebind.example/"
        )

    assert (asked, secret.asked) == (["rebind.example"], [])


def test_no_context_trusts_everybody(asker):
    assert (asker.trusted.verify_mode, asker.trusted.check_hostname) == (ssl.CERT_REQUIRED, True)
