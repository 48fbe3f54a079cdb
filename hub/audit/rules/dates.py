"""Dates as machines read them: ISO 8601 and RFC 3339."""

import datetime as dt
import re

MOMENT = re.compile(r"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$")
RFC3339 = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")


def day_of(text: str) -> str:
    """Return the day a date or moment begins with, as YYYY-MM-DD; empty where there is none."""
    try:
        return dt.date.fromisoformat(text[:10]).isoformat() if re.match(r"^\d{4}-\d\d-\d\d($|[T ])", text) else ""
    except ValueError:
        return ""


def is_moment(text: str) -> bool:
    """Say whether ``text`` is a day with a time and a zone."""
    return bool(MOMENT.match(text) and moment(text))


def moment(text: str) -> dt.datetime | None:
    """Return a day with a time as a moment in UTC; None where it is none or has no zone."""
    try:
        found = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    try:
        return found.astimezone(dt.UTC) if found.tzinfo else None
    except OverflowError:
        return None
