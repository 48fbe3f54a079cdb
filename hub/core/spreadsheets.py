"""Reports as files for a spreadsheet, in which nothing that somebody typed becomes a formula."""

import re
from codecs import BOM_UTF8
from datetime import datetime
from itertools import chain

from django.utils import timezone
from wagtail.admin.views.mixins import SpreadsheetExportMixin

#: What a spreadsheet takes for the beginning of a formula, in East Asian width too.
#: Source: OWASP, CSV Injection.
_FORMULA = re.compile(r"^\s*[=+\-@＝＋－＠]|^[\t\r\n]")
#: What XML, and so a workbook, can't hold.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def inert(value):
    """Return a cell's value as a spreadsheet may read it: text that could be a formula begins with an apostrophe."""
    if not isinstance(value, str):
        return value
    value = _CONTROL.sub("", value)
    return f"'{value}" if _FORMULA.match(value) else value


class InertSpreadsheets:
    """For Wagtail's listings and reports: cells that are inert. In a workbook Wagtail itself marks text as text."""

    def preprocess_field_value(self, field, value, export_format):
        if isinstance(value, datetime) and timezone.is_aware(value):
            # Spreadsheets know no time zones; editors read the clock on their wall.
            value = timezone.localtime(value).replace(tzinfo=None, microsecond=0)
        return _inert_in(self, super().preprocess_field_value(field, value, export_format), export_format)

    def stream_csv(self, queryset):
        # Excel takes a file without this mark for one of its own old alphabets.
        return chain([BOM_UTF8], super().stream_csv(queryset))


def _inert_in(view, value, export_format):
    if export_format == view.FORMAT_CSV:
        return inert(value)
    return _CONTROL.sub("", value) if isinstance(value, str) else value


def take_over() -> None:
    """Make the cells of Wagtail's own reports inert, too: titles are typed by everybody who writes."""
    wagtails = SpreadsheetExportMixin.preprocess_field_value

    def preprocess_field_value(self, field, value, export_format):
        return _inert_in(self, wagtails(self, field, value, export_format), export_format)

    SpreadsheetExportMixin.preprocess_field_value = preprocess_field_value
