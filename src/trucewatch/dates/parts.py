"""Readers of parts of a longer time: early July, the first week of May, last summer, the second quarter, the 1990s."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from trucewatch.dates import calendar as cal
from trucewatch.dates.calendar import Moment
from trucewatch.dates.reading import Clock, number_of, year_at
from trucewatch.dates.spans import Found, named_span
from trucewatch.syntax import Unit

_DECADE = re.compile(r"((?:19|20)\d0)s")
_MONTHS_OF = {"quarter": 3, "halfyear": 6, "half": 6, "third": 4}
Whole = tuple[int, Moment]


def read_part(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    """ "mid-August", « fin juillet », "late last month", "the first week of July", "the last quarter of 2021"."""
    if units[at].has("dates:edge"):
        return _edge(units, at, clock)
    if units[at].has("dates:nth") or units[at].values("dates:last") & {"last", "rolling"}:
        return _nth(units, at, clock)
    number = number_of(units[at])
    if number is not None and at + 1 < len(units) and (units[at + 1].has("dates:nth") or "last" in units[at + 1].values("dates:last")):
        return _nth(units, at + 1, clock, number=number)
    return None


def read_season(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    """ "the summer of 2021", « au printemps 2022 », "last winter", « cet automne »."""
    i = at + 1 if units[at].has("dates:last", "dates:this") and at + 1 < len(units) else at
    whole = _season(units, i, clock) if units[i].has("dates:season") else None
    return (*whole, "range") if whole is not None else None


def read_decade(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    """ "the 1990s", « les années 1990 »."""
    whole = _decade(units, at)
    return (*whole, "range") if whole is not None else None


def _edge(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    whole = _whole(units, _past_small(units, at + 1), clock)
    if whole is None:
        return None
    last, moment = whole
    edge = units[at].value("dates:edge")
    if edge == "whole":  # "earlier in the week"
        until = min(moment.end, clock.reference) if clock.reference is not None and moment.start <= clock.reference else moment.end
        return last, Moment(moment.start, until, moment.precision, moment.resolved_from), "range"
    if moment.precision == "year" and clock.reference is not None and _to_come(moment, edge, clock.reference):
        return last, None, "range"
    sliced = _slice(moment, edge)
    begun = clock.reference is None or sliced.start <= clock.reference
    if moment.resolved_from == "explicit" and not begun and moment.precision == "month" and not year_at(units, last - 1):
        before = cal.month_span(moment.start.year - 1, moment.start.month)
        sliced = _slice(Moment(*before, "month", "explicit"), edge)
    elif moment.resolved_from == "relative" and clock.reference is not None and begun:
        sliced = Moment(sliced.start, min(sliced.end, clock.reference), sliced.precision, sliced.resolved_from)
    return last, sliced, "range"


def _to_come(moment: Moment, edge: str, reference: date) -> bool:
    """ "the end of the year" said in March."""
    third = {"start": 1, "middle": 5, "end": 9}.get(edge, 1)
    return moment.resolved_from == "relative" and moment.start <= reference < date(moment.start.year, third, 1)


def _slice(moment: Moment, edge: str) -> Moment:
    """A third of a month or week. The parts of a year have no borders that the words settle: the year stays whole."""
    first, end = moment.start, moment.end
    if moment.precision == "month":
        if edge == "start":
            end = first + timedelta(days=9)
        elif edge == "middle":
            first, end = first + timedelta(days=10), first + timedelta(days=19)
        else:
            first = first + timedelta(days=20)
    elif moment.precision == "week":
        if edge == "start":
            end = first + timedelta(days=2)
        elif edge == "middle":
            first, end = first + timedelta(days=2), first + timedelta(days=3)
        else:
            first = first + timedelta(days=4)
    else:
        return moment
    return Moment(first, end, "range", moment.resolved_from)


def _nth(units: Sequence[Unit], at: int, clock: Clock, *, number: int | None = None) -> Found | None:
    """The first, second or last week, half, quarter, or number of months of a longer time."""
    nth = int(units[at].value("dates:nth")) if units[at].has("dates:nth") else -1
    i = at + 1
    if number is None and i < len(units) and (counted := number_of(units[i])) is not None and i + 1 < len(units):
        number, i = counted, i + 1
    if i >= len(units) or not units[i].has("dates:unit", "dates:half"):
        return None
    unit = units[i].value("dates:half") or units[i].value("dates:unit")
    whole = _whole(units, _past_small(units, i + 1), clock)
    if whole is None:
        return _this_year(i + 1, unit, nth, clock) if number is None else None
    last, moment = whole
    found = _counted(moment, unit, nth, number or 1)
    return (last, Moment(*found, "range", moment.resolved_from), "range") if found is not None else None


def _this_year(last: int, unit: str, nth: int, clock: Clock) -> Found | None:
    """ "in the second quarter": of this year, or of the last one if it is still to come."""
    if clock.reference is None or unit not in ("quarter", "halfyear") or nth < 0:
        return None
    for year in (clock.reference.year, clock.reference.year - 1):
        found = _counted(Moment(date(year, 1, 1), date(year, 12, 31), "year", "relative"), unit, nth, 1)
        if found is not None and found[0] <= clock.reference:
            return last, Moment(*found, "range", "relative"), "range"
    return None


def _counted(moment: Moment, unit: str, nth: int, number: int) -> tuple[date, date] | None:
    first, end = moment.start, moment.end
    if moment.precision == "month" and unit in ("week", "day", "half", "fortnight"):
        if unit in ("half", "fortnight"):
            return (first, first + timedelta(days=14)) if nth == 1 else (first + timedelta(days=15), end)
        length = timedelta(days=(7 if unit == "week" else 1) * number)
        begin = end - length + timedelta(days=1) if nth < 0 else first + length * (nth - 1)
        return (begin, begin + length - timedelta(days=1)) if first <= begin <= end else None
    if moment.precision == "year" and unit in ("month", "quarter", "halfyear", "half"):
        length_in_months = _MONTHS_OF.get(unit, 1) * number
        begin = cal.add_months(end.replace(day=1), 1 - length_in_months) if nth < 0 else cal.add_months(first, length_in_months * (nth - 1))
        return (begin, cal.add_months(begin, length_in_months) - timedelta(days=1)) if first <= begin <= end else None
    return None


def _past_small(units: Sequence[Unit], at: int) -> int:
    """One past "of the", « du mois de »."""
    i = at
    while i < len(units) and i < at + 4 and (
        units[i].has("dates:of", "dates:article") and not units[i].has("dates:this", "dates:last")
        or units[i].value("dates:unit") == "month" and i + 1 < len(units) and units[i + 1].has("dates:of")
        or units[i].has("words:det") and "def" in units[i].values("words:det") or "of" in units[i].values("words:prep")
    ):  # fmt: skip
        i += 1
    return i


def _whole(units: Sequence[Unit], at: int, clock: Clock) -> Whole | None:
    """The longer time that the part belongs to: a month, year, season, decade, week."""
    if at >= len(units):
        return None
    if units[at].has("dates:season"):
        return _season(units, at, clock)
    decade = _decade(units, at)
    if decade is not None:
        return decade
    if units[at].has("dates:month"):
        return _month(units, at, clock)
    year = year_at(units, at)
    if year is not None:
        return at + 1, Moment(date(year, 1, 1), date(year, 12, 31), "year", "explicit")
    return _unit_span(units, at, clock)


def _month(units: Sequence[Unit], at: int, clock: Clock) -> Whole | None:
    month, year = int(units[at].value("dates:month")), year_at(units, at + 1)
    last = at + 2 if year is not None else at + 1
    if year is None and clock.reference is None:
        return None
    if year is None and clock.reference is not None:
        year = clock.reference.year - (1 if month > clock.reference.month else 0)
    assert year is not None
    return last, Moment(*cal.month_span(year, month), "month", "explicit")


def _unit_span(units: Sequence[Unit], at: int, clock: Clock) -> Whole | None:
    """ "last month", « la semaine dernière », "the week", « l'année »: the current one without a word of before or after."""
    if clock.reference is None:
        return None
    named = named_span(units, at, clock)
    if named is not None and named[1] is not None:
        return named[0], named[1]
    unit = units[at]
    if not unit.has("dates:unit") or not at or units[at - 1].has("numbers:unit", "numbers:one"):
        return None
    span = cal.unit_span(clock.reference, unit.value("dates:unit"), 0) if unit.value("dates:unit") in ("week", "month", "year") else None
    return (at + 1, Moment(*span, "relative")) if span is not None else None


def _season(units: Sequence[Unit], at: int, clock: Clock) -> Whole | None:
    first, _, _ = units[at].value("dates:season").partition("-")
    i = _past_small(units, at + 1)
    year = year_at(units, i)
    if year is not None:
        last = i + 1
        if year_at(units, last) == year + 1 or last < len(units) and units[last].glued and units[last].low.isdigit():
            last += 1  # "the winter of 2020-2021" is named after the year in which it began, too
        return last, _three_months(year, int(first), "explicit")
    if clock.reference is None:
        return None
    before, after = (units[at - 1] if at else None), (units[at + 1] if at + 1 < len(units) else None)
    back = "last" in (before.values("dates:last") if before else ()) or "last" in (after.values("dates:last") if after else ()) or "last" in units[at].values("dates:season")
    here = before is not None and before.has("dates:this", "words:prep") or "this" in units[at].values("dates:season") or units[at].lead != ""
    if not back and not here:
        return None
    moment = _three_months(clock.reference.year, int(first), "relative")
    while moment.start > clock.reference or back and moment.end >= clock.reference:
        moment = _three_months(moment.start.year - 1, int(first), "relative")
    ends_with_last = after is not None and "last" in after.values("dates:last") and not after.has("words:prep")
    return at + (2 if ends_with_last else 1), moment


def _three_months(year: int, month: int, how: str) -> Moment:
    begin = date(year, month, 1)
    return Moment(begin, cal.add_months(begin, 3) - timedelta(days=1), "range", how)


def _decade(units: Sequence[Unit], at: int) -> Whole | None:
    written = _DECADE.fullmatch(units[at].low)
    first, last = (int(written[1]), at + 1) if written else (None, at)
    if first is None and units[at].value("dates:unit") == "year" and units[at].plural:
        year = year_at(units, at + 1)
        first, last = (year, at + 2) if year is not None and year % 10 == 0 else (None, at)
    if first is None:
        return None
    return last, Moment(date(first, 1, 1), date(first + 9, 12, 31), "range", "explicit")
