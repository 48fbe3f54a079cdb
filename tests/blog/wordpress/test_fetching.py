"""Files that are fetched from the old site: from the very machine that was checked, and from no other."""

import socket

import pytest

from blog.wordpress.fetching import Fetcher, Limits
from blog.wordpress.uploads import UnreadableFile
from tests.outbound.servers import certificate, dripping, hanging, path_of, raw, reply, serving

#: A busy machine is no slow server.
PATIENT = Limits(word=10, whole=20)
QUICK = Limits(word=0.6, whole=1.5)


def anybody(address: str) -> bool:
    return True


def at_home(host, port, **kwargs):
    return socket.getaddrinfo("127.0.0.1", port, **kwargs)


@pytest.fixture
def fetcher():
    return Fetcher(PATIENT, allows=anybody, resolve=at_home)


def file(body="a picture", *headers):
    return reply(200, f"Content-Length: {len(body)}", *headers, body=body)


def fetched(fetcher, behave, path="/a.jpg", longest=1000):
    with serving(behave) as server:
        return fetcher.fetch(f"http://old.example.org:{server.port}{path}", longest)


def why_not(fetcher, behave, **kwargs) -> str:
    with pytest.raises(UnreadableFile) as told:
        fetched(fetcher, behave, **kwargs)
    return str(told.value)


def test_file_is_what_the_server_gave(fetcher):
    assert fetched(fetcher, file()) == b"a picture"


def test_file_of_no_told_length_is_read_to_its_end(fetcher):
    assert fetched(fetcher, reply(200, body="a picture")) == b"a picture"


def test_file_in_chunks_is_put_together(fetcher):
    chunks = "4\r\na pi\r\n5\r\ncture\r\n0\r\n\r\n"

    assert fetched(fetcher, reply(200, "Transfer-Encoding: chunked", body=chunks)) == b"a picture"


def test_host_is_the_one_that_was_written_though_its_number_is_asked(fetcher):
    with serving(file()) as server:
        fetcher.fetch(f"http://old.example.org:{server.port}/a.jpg", 1000)

    assert f"Host: old.example.org:{server.port}" in server.asked[0]


def test_name_with_spaces_and_accents_is_asked_for(fetcher):
    with serving(file()) as server:
        fetcher.fetch(f"http://old.example.org:{server.port}/café au lait.jpg", 1000)

    assert server.asked[0].startswith("GET /caf%C3%A9%20au%20lait.jpg HTTP/1.1")


def test_name_that_answers_differently_the_second_time_leads_nowhere_else():
    """A rebinding name: public when it is checked, ours when it is asked again."""
    asked = []

    def rebinding(host, port, **kwargs):
        asked.append(host)
        return socket.getaddrinfo("203.0.113.7" if len(asked) == 1 else "127.0.0.1", port, **kwargs)

    with serving(file()) as server:
        fetcher = Fetcher(QUICK, allows=lambda address: address != "127.0.0.1", resolve=rebinding)
        with pytest.raises(UnreadableFile):
            fetcher.fetch(f"http://old.example.org:{server.port}/a.jpg", 1000)

    assert (asked, server.asked) == (["old.example.org"], [])


def test_each_hop_is_checked_and_the_next_is_not_asked():
    with serving(file()) as secret:
        there = f"http://inside.example.org:{secret.port}/a.jpg"
        with serving(reply(302, f"Location: {there}")) as server:

            def resolve(host, port, **kwargs):
                return socket.getaddrinfo("127.0.0.2" if "inside" in host else "127.0.0.1", port, **kwargs)

            fetcher = Fetcher(PATIENT, allows=lambda address: address == "127.0.0.1", resolve=resolve)
            with pytest.raises(UnreadableFile, match=r"inside\.example\.org is not on the public web"):
                fetcher.fetch(f"http://old.example.org:{server.port}/a.jpg", 1000)

    assert (len(server.asked), secret.asked) == (1, [])


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://old.example.org/a.jpg", "javascript:1"])
def test_redirect_to_what_is_no_address_of_the_web_is_refused(fetcher, target):
    assert "no address of the web" in why_not(fetcher, reply(302, f"Location: {target}"))


def test_redirect_is_followed(fetcher):
    def behave(connection, request):
        answer = file() if path_of(request) == "/b.jpg" else reply(301, "Location: /b.jpg")
        answer(connection, request)

    assert fetched(fetcher, behave) == b"a picture"


def test_circle_has_an_end(fetcher):
    assert "leads on more than" in why_not(fetcher, reply(302, "Location: /"))


def test_certificate_has_to_be_for_the_name_that_was_asked(tmp_path):
    context = certificate(tmp_path, "here.example.org")
    fetcher = Fetcher(PATIENT, allows=anybody, resolve=at_home)
    fetcher.trusted.load_verify_locations(context.authority)

    with serving(file(), context) as server:
        assert fetcher.fetch(f"https://here.example.org:{server.port}/a.jpg", 1000) == b"a picture"
        with pytest.raises(UnreadableFile, match="certificate"):
            fetcher.fetch(f"https://elsewhere.example.org:{server.port}/a.jpg", 1000)


def test_certificate_that_nobody_signed_is_not_trusted(tmp_path, fetcher):
    context = certificate(tmp_path, "here.example.org")

    with serving(file(), context) as server, pytest.raises(UnreadableFile, match="certificate"):
        fetcher.fetch(f"https://here.example.org:{server.port}/a.jpg", 1000)


def test_no_proxy_is_asked_for_it_would_look_the_name_up_itself(fetcher, monkeypatch):
    with serving(reply(502)) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)

        assert fetched(fetcher, file()) == b"a picture"
    assert proxy.asked == []


def test_larger_than_is_taken_is_refused(fetcher):
    assert "is larger than" in why_not(fetcher, file("x" * 1001))
    assert "is larger than" in why_not(fetcher, reply(200, body="x" * 1001))


def test_file_that_breaks_off_is_no_file(fetcher):
    assert "broke off" in why_not(fetcher, reply(200, "Content-Length: 100", body="half"))
    assert "broke off" in why_not(fetcher, reply(200, "Transfer-Encoding: chunked", body="40\r\nhalf"))


@pytest.mark.parametrize("status", [404, 410, 500, 204])
def test_what_is_not_there_says_so(fetcher, status):
    assert f"({status})" in why_not(fetcher, reply(status))


@pytest.mark.parametrize("data", [b"", b"SSH-2.0-OpenSSH_9.6\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500])
def test_what_no_web_server_says_is_a_sentence(fetcher, data):
    assert "could not be fetched" in why_not(fetcher, raw(data))


def a_letter_now_and_then(connection, request):
    reply(200, "Content-Length: 1000")(connection, request)
    dripping(connection, request)


@pytest.mark.parametrize("behave", [hanging, dripping, a_letter_now_and_then])
def test_nobody_is_waited_for_without_end(behave):
    assert "too long" in why_not(Fetcher(QUICK, allows=anybody, resolve=at_home), behave)
