"""What an editor types where a link should lead."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.core.addresses import href, telephone_href, text_message_href

ALLOWED = {"http", "https", "mailto", "tel", ""}
ODD = st.sampled_from(
    [
        "javascript:alert(1)",
        "JavaScript:",
        "data:text/html,",
        "//",
        "/",
        "\\",
        "#",
        "mailto:",
        "tel:",
        "@",
        ".co",
        " ",
        "\t",
        "\n",
        "\x00",
        "‮",
    ]
)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("  http://example.org ", "http://example.org"),
        ("example.org", "https://example.org"),
        ("www.example.org/path", "https://www.example.org/path"),
        ("/about/", "/about/"),
        ("#contents", "#contents"),
        ("hello@example.org", "mailto:hello@example.org"),
        ("mailto:hello@example.org", "mailto:hello@example.org"),
        ("01632 960 123", "tel:01632960123"),
        ("+44 (0)1632 960123", "tel:+441632960123"),
        ("tel:116 123", "tel:116123"),
        ("988", "tel:988"),
    ],
)
def test_address_becomes_a_link(address, expected):
    assert href(address) == expected


@pytest.mark.parametrize(
    "address",
    [
        "",
        "   ",
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "java\nscript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://example.org",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "https://",
        "https:///path",
        "https://[",
        "https://example.org:port/",
        "https://@",
        "https://:80",
        "two words",
        "call me",
        "a@b",
        "12",
        "tel:javascript:alert(1)",
        "mailto:javascript:alert(1)@example.org",
    ],
)
def test_address_that_leads_nowhere_is_refused(address):
    with pytest.raises(ValueError, match="Enter a web address"):
        href(address)


@given(text=st.text(max_size=60) | st.lists(ODD | st.text(max_size=8), max_size=6).map("".join))
def test_any_text_is_a_link_of_a_known_kind_or_refused(text):
    try:
        found = href(text)
    except ValueError:
        return
    assert urlsplit(found).scheme in ALLOWED
    assert not any(character.isspace() or ord(character) < 32 for character in found)
    assert not found.startswith(("//", "/\\"))


@pytest.mark.parametrize(
    ("number", "expected"),
    [("13 11 14", "tel:131114"), ("+353 (0)1 23", "tel:+353123"), ("(01632) 960", "tel:01632960")],
)
def test_telephone_number_as_it_is_dialled(number, expected):
    assert telephone_href(number) == expected


def test_text_number_as_it_is_dialled():
    assert text_message_href("0477 13 11 14") == "sms:0477131114"
