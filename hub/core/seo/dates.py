"""Moments as machines read them: ISO 8601 with the zone."""

from datetime import date, datetime, time, tzinfo


def stamp(moment: date | datetime | None, zone: tzinfo) -> str:
    """Return a day (its first moment in ``zone``) or a moment as "2026-05-01T00:00:00+01:00"; "" for none."""
    if moment is None:
        return ""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time(), zone).isoformat()
    return (moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)).isoformat(timespec="seconds")
