"""Titles and canonical addresses."""

import pytest

from hub.core.seo.head import canonical_of, title_of


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"title": "Worry", "site_name": "Harbour"}, "Worry | Harbour"),
        ({"title": "Harbour", "site_name": "Harbour"}, "Harbour"),
        ({"title": "Worry", "site_name": ""}, "Worry"),
        ({"title": "Worry", "site_name": "Harbour", "own": "Worry at night"}, "Worry at night"),
        ({"title": "Articles", "site_name": "Harbour", "page_number": 2}, "Articles, page 2 | Harbour"),
        ({"title": "Articles", "site_name": "Harbour", "own": "All", "page_number": 3}, "All, page 3"),
    ],
)
def test_title(arguments, expected):
    assert title_of(**arguments) == expected


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({}, "https://example.org/a/"),
        ({"page": 2}, "https://example.org/a/?page=2"),
        ({"topic": "trust", "page": 2}, "https://example.org/a/?topic=trust&page=2"),
        ({"topic": "", "page": None}, "https://example.org/a/"),
        ({"topic": "a&b=c"}, "https://example.org/a/?topic=a%26b%3Dc"),
    ],
)
def test_canonical_address_has_only_the_parameters_that_matter(parameters, expected):
    assert canonical_of("https://example.org/a/", **parameters) == expected
