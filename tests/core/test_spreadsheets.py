"""No cell of a spreadsheet becomes a formula."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.core.spreadsheets import inert


@pytest.mark.parametrize(
    "typed",
    ["=1+1", "+44 20", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\x00=1", "＝1+1", "=cmd|' /C calc'!A0"],
)
def test_what_could_be_a_formula_is_text(typed):
    assert inert(typed).startswith("'")


@pytest.mark.parametrize("value", ["Sleep", "", "A = B", "'quoted'", 7, -7, None, 0.5])
def test_everything_else_stays(value):
    assert inert(value) == value


@given(st.text())
def test_no_cell_begins_as_formulas_do(text):
    assert not inert(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
