"""Days and stretches of days. News looks back: an undated weekday is the last one on or before the reference."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

_SLACK = timedelta(days=45)
"""A date without year may lie this far after publication before the year before is meant."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of days (both ends inclusive), with an hour if one is given, and how it was found."""

    start: date
    end: date
    precision: str
    resolved_from: str
    clock: str | None = None


def day(year: int, month: int, number: int) -> date | None:
    """The day, or None where the calendar has none."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def without_year(month: int, number: int, reference: date) -> date | None:
    """The latest such day that is not far after the reference."""
    here = day(reference.year, month, number)
    if here is None or here - reference > _SLACK:
        return day(reference.year - 1, month, number)
    if reference - here > timedelta(days=320):
        after = day(reference.year + 1, month, number)
        if after is not None and after - reference <= _SLACK:
            return after
    return here


def last_weekday(number: int, reference: date, *, strictly: bool = False) -> date:
    """The last such weekday on or before the reference (before it, if `strictly`)."""
    back = (reference.weekday() - number) % 7
    return reference - timedelta(days=back or (7 if strictly else 0))


def next_weekday(number: int, reference: date) -> date:
    """The first such weekday after the reference."""
    return reference + timedelta(days=(number - reference.weekday() - 1) % 7 + 1)


def month_span(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def add_months(reference: date, months: int) -> date:
    """The same day of another month, cut to its length."""
    index = reference.year * 12 + reference.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(reference.day, calendar.monthrange(year, month + 1)[1]))


def shift(reference: date, unit: str, amount: int) -> Moment | None:
    """The moment `amount` units away (negative: before), as precise as the unit."""
    try:
        if unit in ("second", "minute", "hour"):
            return Moment(reference, reference, "day", "relative") if abs(amount) < 20 else _days(reference, amount // 24)
        if unit in ("day", "night"):
            return _days(reference, amount)
        if unit == "fortnight":
            return _days(reference, amount * 14)
        if unit == "week":
            return _days(reference, amount * 7)
        if unit == "month":
            at = add_months(reference, amount)
            return Moment(at, at, "day", "relative")
        if unit in ("year", "decade", "century"):
            at = add_months(reference, amount * {"year": 12, "decade": 120, "century": 1200}[unit])
            return Moment(date(at.year, 1, 1), date(at.year, 12, 31), "year", "relative")
    except (ValueError, OverflowError):
        return None
    return None


def _days(reference: date, amount: int) -> Moment:
    at = reference + timedelta(days=amount)
    return Moment(at, at, "day", "relative")


def unit_span(reference: date, unit: str, offset: int) -> tuple[date, date, str] | None:
    """The calendar week, month or year `offset` away from the reference: first day, last day, precision."""
    if unit == "week":
        monday = reference - timedelta(days=reference.weekday()) + timedelta(weeks=offset)
        return monday, monday + timedelta(days=6), "week"
    if unit == "weekend":
        saturday = reference - timedelta(days=(reference.weekday() - 5) % 7 or (7 if offset < 0 and reference.weekday() == 5 else 0))
        if reference.weekday() == 6 and offset < 0:
            saturday = reference - timedelta(days=8)
        return saturday, saturday + timedelta(days=1), "range"
    if unit == "month":
        at = add_months(reference.replace(day=1), offset)
        return (*month_span(at.year, at.month), "month")
    if unit == "year":
        year = reference.year + offset
        return (date(year, 1, 1), date(year, 12, 31), "year") if 1 <= year <= 9999 else None
    if unit in ("quarter", "halfyear"):
        months = 3 if unit == "quarter" else 6
        begin = add_months(date(reference.year, (reference.month - 1) // months * months + 1, 1), months * offset)
        return begin, add_months(begin, months) - timedelta(days=1), "range"
    if unit == "day":
        at = reference + timedelta(days=offset)
        return at, at, "day"
    return None
