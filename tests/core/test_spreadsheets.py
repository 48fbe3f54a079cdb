"""No cell of a spreadsheet becomes a formula, and what editors open says what the screen said."""

import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from hub.core.spreadsheets import InertSpreadsheets, inert


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


class Report(InertSpreadsheets, SpreadsheetExportMixin):
    list_export = ["title", "seen"]
    export_headings = {"title": "Title", "seen": "Seen"}

    def to_row_dict(self, item):
        return dict(zip(self.list_export, item, strict=True))

    def csv(self, *rows) -> bytes:
        return b"".join(self.stream_csv(rows))

    def cells(self, *rows) -> list:
        out = io.BytesIO()
        self.write_xlsx(rows, out)
        return list(load_workbook(out).active.iter_rows(min_row=2, values_only=True))


def test_excel_is_told_that_the_file_is_unicode():
    """Without the mark it reads “café” as “cafÃ©”."""
    told = Report().csv(("“Café”, he said", None))

    assert told == '\ufeffTitle,Seen\r\n"“Café”, he said",\r\n'.encode()


#: 23:30 on the last of June by universal time: the first of July in London.
LATE = datetime(2026, 6, 30, 23, 30, 1, 5, tzinfo=UTC)


def test_moments_are_those_of_our_own_clock(settings):
    settings.TIME_ZONE = "Europe/London"

    assert Report().csv(("A", LATE)).decode().splitlines()[1] == "A,2026-07-01 00:30:01"
    assert Report().cells(("A", LATE)) == [("A", datetime(2026, 7, 1, 0, 30, 1))]


@pytest.mark.parametrize(
    "typed", ["=1+1", "a\x00b", "a\x0bb", "a\ufffeb", "a\uffffb", "line\nbreak", "😀", "x" * 40_000]
)
def test_workbook_can_be_opened_whatever_was_typed(typed):
    ((title, _),) = Report().cells((typed, None))

    assert title == "".join(sign for sign in typed if sign not in "\x00\x0b\ufffe\uffff")[:32_767]
