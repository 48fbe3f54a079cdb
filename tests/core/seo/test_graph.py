"""How a graph is written down, and the nodes every page has."""

import json

import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st

from hub.core.seo.graph import breadcrumbs, item_list, node, references, written

HOSTILE = "</script><script>alert(1)</script>"


@given(st.text())
@example(HOSTILE)
@example("<!--<script>")
@example("]]> &lt;/script&gt; \u2028 \u2029 \x00 \ud800")
def test_no_text_ends_the_script_element_and_every_text_arrives(text):
    page = f'<script type="application/ld+json">{written([node("Thing", name=text or "x")])}</script><p>after</p>'

    found = BeautifulSoup(page, "html.parser")
    script = found.script.string
    assert (len(found.find_all("script")), found.p.get_text()) == (1, "after")
    assert not set("<>&\u2028\u2029") & set(script)
    sendable = (text or "x").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert json.loads(script)["@graph"] == [{"@type": "Thing", "name": sendable}]


def test_graph_is_written_compactly():
    assert written([node("Thing", name="é")]) == (
        '{"@context":"https://schema.org","@graph":[{"@type":"Thing","name":"é"}]}'
    )


def test_empty_values_are_left_out():
    assert node("Thing", "#a", name="", url=None, image=[], about={}, width=0) == {
        "@type": "Thing",
        "@id": "#a",
        "width": 0,
    }


@pytest.mark.parametrize(
    ("kinds", "expected"), [("A", "A"), (("A",), "A"), (("A", "B"), ["A", "B"]), (("A", "A"), "A")]
)
def test_one_type_alone_is_no_list(kinds, expected):
    assert node(kinds)["@type"] == expected


def test_references_to_nothing_are_none():
    assert (references(["", ""]), references(["#a"]), references(["#a", "#b"])) == (
        None,
        {"@id": "#a"},
        [{"@id": "#a"}, {"@id": "#b"}],
    )


def test_breadcrumbs_lead_to_the_page_itself():
    assert breadcrumbs("https://e.org/a/", [("Home", "https://e.org/"), ("A", "https://e.org/a/")]) == {
        "@type": "BreadcrumbList",
        "@id": "https://e.org/a/#breadcrumb",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "Home", "item": "https://e.org/"},
            {"@type": "ListItem", "position": 2, "name": "A"},
        ],
    }


def test_home_page_has_no_breadcrumbs():
    assert breadcrumbs("https://e.org/", [("Home", "https://e.org/")]) is None


def test_second_page_of_a_list_counts_on():
    found = item_list("https://e.org/?page=2", [("M", "https://e.org/m/")], first=13, total=13)

    assert (found["numberOfItems"], found["itemListElement"][0]["position"]) == (13, 13)


def test_empty_list_is_none():
    assert item_list("https://e.org/", []) is None
