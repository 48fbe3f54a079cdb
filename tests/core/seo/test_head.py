"""Titles, descriptions, canonical addresses and languages."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hub.core.seo.head import (
    DEFAULT_PATTERN,
    Head,
    canonical_fault,
    canonical_of,
    description_of,
    is_pattern,
    language_tag,
    title_of,
    without_tracking,
)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"title": "Worry", "site_name": "Harbour"}, "Worry | Harbour"),
        ({"title": "Harbour", "site_name": "Harbour"}, "Harbour"),
        ({"title": "Worry", "site_name": ""}, "Worry"),
        ({"title": "Worry", "site_name": "Harbour", "own": "Worry at night"}, "Worry at night"),
        ({"title": "Articles", "site_name": "Harbour", "page_number": 2}, "Articles, page 2 | Harbour"),
        ({"title": "Articles", "site_name": "Harbour", "own": "All", "page_number": 3}, "All, page 3"),
        ({"title": "Worry", "site_name": "Harbour", "pattern": "{practice}: {title}"}, "Harbour: Worry"),
        ({"title": "{practice}", "site_name": "Harbour", "pattern": "{title} – {practice}"}, "{practice} – Harbour"),
        ({"title": "Worry", "site_name": "Harbour", "pattern": "{oops}"}, "Worry | Harbour"),
    ],
)
def test_title(arguments, expected):
    assert title_of(**arguments) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (DEFAULT_PATTERN, True),
        ("{title}", True),
        ("{practice}", False),
        ("", False),
        ("{title} {site}", False),
        ("{title", False),
        ("{title} {0}", False),
        ("{title!r}", False),
        ("{title} {}", False),
    ],
)
def test_pattern_has_the_title_and_nothing_unknown(pattern, expected):
    assert is_pattern(pattern) is expected


@given(title=st.text(min_size=1), site_name=st.text(min_size=1), pattern=st.text())
def test_title_never_loses_the_page_s_own(title, site_name, pattern):
    assert title in title_of(title, site_name, pattern=pattern)


@pytest.mark.parametrize(
    ("candidates", "number", "expected"),
    [
        (("Written.", "Standfirst."), 1, "Written."),
        (("", "  ", "Two\n words"), 1, "Two words"),
        (("", ""), 2, ""),
        (("Written.",), 2, "Written. (page 2)"),
    ],
)
def test_description_is_the_first_that_says_something(candidates, number, expected):
    assert description_of(*candidates, page_number=number) == expected


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


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/a/?utm_source=x&page=2&fbclid=1#part", "https://example.org/a/?page=2"),
        ("https://example.org?gclid=1", "https://example.org/"),
        ("https://example.org/?GCLID=1&MC_EID=2&q=a", "https://example.org/?q=a"),
        ("https://example.org/?id=7&ref=book", "https://example.org/?id=7&ref=book"),
    ],
)
def test_tracking_parameters_and_fragments_are_taken_off(url, expected):
    assert without_tracking(url) == expected


@given(st.dictionaries(st.from_regex(r"[a-z]{1,3}\d?", fullmatch=True), st.text(max_size=8)))
@example({"q": "a&b", "p": ""})
@example({"x": ""})
def test_other_parameters_are_kept_as_they_are(parameters):
    given_ones = {"x": "1"} | parameters
    url = without_tracking(canonical_of("https://example.org/", **given_ones))

    kept = dict(parse_qsl(urlsplit(url).query, keep_blank_values=True))
    assert kept == {name: value for name, value in given_ones.items() if value}


@pytest.mark.parametrize(
    ("url", "is_sound"),
    [
        ("https://example.org/a/", True),
        ("http://example.org/", True),
        ("/a/", False),
        ("ftp://example.org/", False),
        ("https:///a", False),
        ("https://user:secret@example.org/", False),
        ("https://example.org/a b", False),
        ("https://[::1", False),
        ("https://example.org:port/", False),
        ("javascript:alert(1)", False),
    ],
)
def test_canonical_address_is_whole_and_public(url, is_sound):
    assert (canonical_fault(url) == "") is is_sound


@pytest.mark.parametrize(
    ("code", "tag", "locale"),
    [("en-gb", "en-GB", "en_GB"), ("en_US", "en-US", "en_US"), ("de", "de", ""), ("zh-hans", "zh-Hans", "zh_Hans")],
)
def test_language(code, tag, locale):
    assert (language_tag(code), Head(title="", language=language_tag(code)).locale) == (tag, locale)
