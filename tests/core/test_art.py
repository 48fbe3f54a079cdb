"""Artwork grown from a seed."""

import xml.etree.ElementTree as ET
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from hub.core.art import FAMILIES, PALETTES, SCHEMES, painted, scene, svg

SEEDS = st.text(max_size=40) | st.uuids().map(str)


def test_same_seed_gives_the_same_artwork_on_every_machine():
    assert svg("harbour") == svg("harbour")
    assert (scene("harbour").scheme, len(scene("harbour").shapes)) == (scene("harbour").scheme, 5)


def test_other_seeds_give_other_artwork():
    assert len({svg(str(seed)) for seed in range(100)}) == 100


def test_every_family_and_every_scheme_is_drawn():
    drawn = [scene(str(seed)) for seed in range(400)]

    assert {found.scheme for found in drawn} == set(range(SCHEMES)) == set(range(len(PALETTES)))
    assert len({tuple(shape.colour for shape in found.shapes) for found in drawn}) >= len(FAMILIES)


@given(seed=SEEDS)
def test_markup_is_well_formed_decorative_and_without_style_or_script(seed):
    root = ET.fromstring(svg(seed))

    assert root.attrib["aria-hidden"] == "true"
    assert {node.tag for node in root} == {"path"}
    assert {name for node in root.iter() for name in node.attrib} == {
        "class",
        "viewBox",
        "preserveAspectRatio",
        "aria-hidden",
        "focusable",
        "d",
    }


@given(seed=SEEDS)
def test_markup_is_under_900_bytes(seed):
    assert len(svg(seed).encode()) < 900


@given(seed=SEEDS)
def test_colours_are_ones_the_style_sheet_paints(seed):
    assert {shape.colour for shape in scene(seed).shapes} <= {1, 2, 3, 4, 5}


def test_painted_artwork_is_a_picture_three_to_two():
    with Image.open(BytesIO(painted("harbour", width=90))) as picture:
        assert (picture.format, picture.size) == ("PNG", (90, 60))
