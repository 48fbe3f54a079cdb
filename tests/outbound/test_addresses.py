"""One form for what is one address; what leads off the site, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.core.public_web import is_public
from hub.outbound.addresses import leading_out, normal


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("HTTPS://Example.ORG", "https://example.org/"),
        ("https://example.org:443/a#part", "https://example.org/a"),
        ("http://example.org:8080/", "http://example.org:8080/"),
        ("https://example.org/a b?q=ü", "https://example.org/a%20b?q=%C3%BC"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ("https://somebody:secret@example.org/", "https://example.org/"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://example.org./", "https://example.org/"),
        ("//example.org/x", "https://example.org/x"),
        ("http://[2001:db8::1]/", "http://[2001:db8::1]/"),
    ],
)
def test_address_has_one_form(typed, kept):
    assert normal(typed) == kept
    assert normal(kept) == kept


@pytest.mark.parametrize(
    "typed", ["", "javascript:x", "mailto:a@b.org", "https://", "http://a:0/", "http://[::1", "https://a/" + "x" * 2000]
)
def test_what_is_no_web_address_has_no_form(typed):
    assert normal(typed) == ""


@given(st.text(max_size=60))
def test_whatever_is_typed_the_form_is_stable_and_clean(typed):
    for address in (normal(f"https://{typed}"), normal(typed, "https://example.org/a/")):
        assert normal(address) == address
        assert address.isascii() and address.isprintable() and " " not in address


@pytest.mark.parametrize(
    "address", ["/articles/", "#part", "https://own.example/x", "tel:123", "mailto:a@b.org", "https://OWN.example"]
)
def test_what_stays_on_the_site_does_not_lead_out(address):
    assert leading_out(address, frozenset({"own.example"})) == ""


def test_another_port_is_another_place():
    assert leading_out("https://own.example:8443/", frozenset({"own.example"}))


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.1",
        "224.0.0.1",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "ff02::1",
        "odd",
    ],
)
def test_addresses_that_are_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"])
def test_addresses_that_are_public(address):
    assert is_public(address)
