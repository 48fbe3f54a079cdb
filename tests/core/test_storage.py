"""The style sheet's parts in one file."""

import re

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from hub.core.storage import BUNDLES, bundled, minified

CSS = settings.BASE_DIR / "hub" / "static" / "css"
PARTS = sorted(CSS.rglob("*.css"))


def source(name):
    return (CSS.parent / name).read_text()


def bundle(name):
    return bundled(source(name), lambda part: source(f"css/{part}"))


def test_parts_take_the_place_of_their_imports():
    parts = {"a.css": "a { x: 1 }", "b.css": "b { y: 2 }"}

    css = bundled('@layer one, two;\n@import url("b.css") layer(two);\n@import url("a.css") layer(one);', parts.get)

    assert css == "@layer one,two;@layer two{b{y:2}}@layer one{a{x:1}}"


def test_parts_of_one_layer_share_its_braces_and_keep_their_order():
    parts = {"a.css": "a { x: 1 }", "b.css": "b { y: 2 }", "c.css": "c { z: 3 }", "d.css": "d { z: 4 }"}
    imports = "\n".join(
        f'@import url("{name}.css"){layer};'
        for name, layer in (("a", " layer(one)"), ("b", " layer(one)"), ("c", " layer(two)"), ("d", ""))
    )

    assert bundled(imports, parts.get) == "@layer one{a{x:1}b{y:2}}@layer two{c{z:3}}d{z:4}"


def test_part_without_a_layer_stands_as_it_is():
    assert bundled('@import url("a.css");', lambda name: "a { x: 1 }") == "a{x:1}"


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("a  >  b { color : red ; }", "a>b{color :red}"),
        ("/* a { } */ b { x: 1 }", "b{x:1}"),
        ('a { content: "  /* kept */ ; " }', 'a{content:"  /* kept */ ; "}'),
        ("a { content: '{ : }' }", "a{content:'{ : }'}"),
        ("a { width: calc(1px + 2px) }", "a{width:calc(1px + 2px)}"),
        ("a :hover { x: 1 }", "a :hover{x:1}"),
        ("@media (min-width: 40rem) { a { x: 1 } }", "@media (min-width:40rem){a{x:1}}"),
    ],
)
def test_white_space_goes_and_strings_stay(css, expected):
    assert minified(css) == expected


@given(text=st.text(st.characters(exclude_characters="\"'\\\n\r\f", exclude_categories=["Cs"]), max_size=40))
def test_no_string_is_touched(text):
    assert f'"{text}"' in minified(f'a {{ content: "{text}" ; }}')


@pytest.mark.parametrize("name", BUNDLES)
def test_bundle_has_no_import_left(name):
    assert "@import" not in bundle(name)


@pytest.mark.parametrize("name", BUNDLES)
def test_bundle_closes_what_it_opens(name):
    assert bundle(name).count("{") == bundle(name).count("}")


@pytest.mark.parametrize("name", BUNDLES)
def test_bundle_fetches_nothing_from_elsewhere(name):
    assert re.findall(r"""url\(\s*["']?(?:https?:)?//""", bundle(name)) == []


def test_bundle_states_the_order_of_layers_first():
    assert bundle("css/main.css").startswith("@layer tokens,reset,base,layout,components,utilities;")


#: Loaded by themselves: the admin's, and what a script fetches.
ALONE = {"admin.css", "suggestions.css"}


def parts_of(bundle):
    return re.findall(r'url\("([^"]+\.css)"\)', source(bundle))


def test_every_part_is_in_a_bundle_once():
    on_disk = [str(path.relative_to(CSS)) for path in PARTS if f"css/{path.name}" not in BUNDLES]
    bundled_parts = {part for bundle in BUNDLES for part in parts_of(bundle)}

    assert sorted(bundled_parts) == sorted(set(on_disk) - ALONE)
    for bundle in BUNDLES:
        assert len(parts_of(bundle)) == len(set(parts_of(bundle)))


def test_no_page_loads_a_part_twice():
    main, blocks, fronts = (set(parts_of(f"css/{name}.css")) for name in ("main", "blocks", "fronts"))

    assert not main & (blocks | fronts)


@pytest.mark.parametrize("path", sorted((CSS / "components").glob("*.css")), ids=lambda path: path.name)
def test_part_in_a_folder_uses_no_relative_address(path):
    assert [
        address for address in re.findall(r"""url\(\s*["']?([^"')]*)""", path.read_text()) if address[:5] != "data:"
    ] == []


@pytest.mark.parametrize("path", PARTS, ids=lambda path: path.name)
def test_style_sheet_has_no_ids_and_no_important(path):
    css = minified(path.read_text())

    selectors = [found for found in re.findall(r"(?:^|[{}])([^{};]+)(?=\{)", css) if not found.strip().startswith("@")]
    assert [found for found in selectors if "#" in found] == []
    assert "!important" not in css
