"""Is this a date on which a report can have been published?"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from trucewatch.model import Problem

EARLIEST = date(1945, 1, 1)
LATEST_AHEAD = timedelta(days=2)
"""Time zones and embargoes: a report may be dated a little ahead of the clock that reads it."""


def parse_published(value: str) -> date:
    """The day of an ISO date or date-time. Raises ValueError for anything else."""
    return datetime.fromisoformat(value.strip()).date()


def find_fault(value: str, *, today: date) -> str | None:
    """Why `value` cannot be a date of publication; None when it can."""
    try:
        day = parse_published(value)
    except ValueError:
        return "is not an ISO date or date-time"
    if day < EARLIEST:
        return f"lies before {EARLIEST.year}"
    if day > today + LATEST_AHEAD:
        return "lies in the future"
    return None


def settle_published(value: str | None, *, where: str, today: date) -> tuple[str | None, Problem | None]:
    """The date of publication in its ISO form, or None with the problem that says why."""
    if value is None:
        return None, None
    fault = find_fault(value, today=today)
    if fault is not None:
        text = f"published {value!r} {fault}; coded as if the date were unknown"
        return None, Problem("published-implausible", where, text)
    value = value.strip()
    day = parse_published(value).isoformat()
    if value.startswith(day):
        return value, None
    moment = datetime.fromisoformat(value)
    return (day if len(value) <= 10 and "T" not in value else moment.isoformat()), None
