"""Filters that templates use."""

import pytest

from hub.core.templatetags.core_tags import domain, initials


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.example.org/a", "example.org"),
        ("https://example.org:8000", "example.org"),
        ("", ""),
        (None, ""),
        ("x", ""),
    ],
)
def test_domain_of_an_address(url, expected):
    assert domain(url) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Dr Marian Ash", "MA"), ("jonah", "J"), ("Prof. Ana de la Cruz", "AC"), ("", ""), ("Dr", "")],
)
def test_initials_of_a_name(name, expected):
    assert initials(name) == expected
