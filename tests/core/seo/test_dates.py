"""Moments with their zone."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from hub.core.seo.dates import stamp

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (date(2026, 1, 14), "2026-01-14T00:00:00+00:00"),
        (date(2026, 7, 14), "2026-07-14T00:00:00+01:00"),
        (datetime(2026, 7, 14, 23, 30, 15, 99, tzinfo=UTC), "2026-07-15T00:30:15+01:00"),
        (datetime(2026, 7, 14, 12, 0), "2026-07-14T12:00:00+01:00"),
        (None, ""),
    ],
)
def test_moment_has_its_zone(moment, expected):
    assert stamp(moment, LONDON) == expected
