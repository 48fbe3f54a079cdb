"""Error reports say where, and nothing that anybody typed or had stored."""

import sys

import pytest
from django.views.debug import ExceptionReporter

# Put together here, because a report shows the lines of code around a fault.
CANARY = "".join(["Xylo", "canary"])


@pytest.fixture
def report(rf):
    def fail(request):
        secret = f"{CANARY}-local"
        raise ValueError(len(secret))

    request = rf.post("/consultation/", {"message": f"{CANARY}-typed"})
    try:
        fail(request)
    except ValueError:
        return ExceptionReporter(request, *sys.exc_info())


def test_report_names_the_place(report):
    assert "test_reports.py" in report.get_traceback_text()


def test_report_holds_nothing_that_was_typed_or_at_hand(report):
    shown = report.get_traceback_text() + report.get_traceback_html()

    assert CANARY not in shown
