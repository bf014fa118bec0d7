"""Reading days, hours and parts of the day at one place in a row of units."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from trucewatch.dates import calendar as cal
from trucewatch.dates.calendar import Moment
from trucewatch.syntax import Unit

_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|e|º|ª|-[^\W\da-z]{1,2})?$")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{2})")
_CLOCK = re.compile(r"(\d{1,2})h(\d{2})?$")


@dataclass(slots=True)
class Clock:
    """What relative words count from: the reference day (publication, or end of the period reported on), and the
    day that the text was last at; `fresh` until the paragraph has named a day of its own.

    `published`, if it is not the reference: "since" lasts until then. `period`: what the report reports on.
    """

    reference: date | None
    anchor: Moment | None = None
    month: date | None = None
    fresh: bool = False
    published: date | None = None
    period: Moment | None = None


@dataclass(frozen=True, slots=True)
class DayRead:
    """A day as written, perhaps incomplete: weekday, day, month, year; `last` one past its units."""

    last: int
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    looks_back: bool = False
    looks_ahead: bool = False


def number_of(unit: Unit) -> int | None:
    """A whole number in digits (with ordinal ending) or words, below 100."""
    if unit.kind == "number" or unit.low[:1].isdigit():
        match = _ORDINAL.match(unit.low)
        return int(match.group(1)) if match else None
    if unit.has("dates:ordinal"):
        return int(unit.value("dates:ordinal"))
    return int(unit.value("numbers:unit")) if unit.has("numbers:unit") else None


def year_at(units: Sequence[Unit], at: int) -> int | None:
    """A year in four digits, 1900 to 2100."""
    if at < len(units) and units[at].kind == "number" and len(units[at].low) == 4 and units[at].low.isdigit():
        year = int(units[at].low)
        return year if 1900 <= year <= 2100 else None
    return None


def read_day(units: Sequence[Unit], at: int) -> DayRead | None:
    """A weekday, a day with its month, or both, at `at`."""
    i = _skip_articles(units, at)
    if i >= len(units):
        return None
    back = i < len(units) and units[i].has("dates:last") and "rolling" not in units[i].values("dates:last")
    ahead = units[i].has("dates:next") and not back
    if (back or ahead or units[i].has("dates:this")) and i + 1 < len(units) and units[i + 1].has("dates:weekday"):
        i += 1
    if units[i].has("dates:weekday"):
        return _weekday(units, i, back=back, ahead=ahead)
    return _day_month(units, i)


def _skip_articles(units: Sequence[Unit], at: int) -> int:
    i = at
    while i < len(units) and i < at + 3 and units[i].has("dates:article"):
        i += 1
    return i


def _weekday(units: Sequence[Unit], i: int, *, back: bool, ahead: bool) -> DayRead:
    weekday = int(units[i].value("dates:weekday"))
    i += 1
    if i < len(units) and units[i].has("dates:last") and not units[i].has("words:prep") and "rolling" not in units[i].values("dates:last"):
        if i + 1 == len(units) or not units[i + 1].has("dates:unit"):
            back, i = True, i + 1
    elif i < len(units) and units[i].has("dates:next") and not units[i].has("words:prep", "words:subord"):
        ahead, i = True, i + 1
    j = i + 1 if i < len(units) and units[i].low == "," else i
    dated = _day_month(units, _skip_articles(units, j)) if j < len(units) else None
    if dated is not None and dated.month is not None:
        return DayRead(dated.last, weekday, dated.day, dated.month, dated.year)
    if dated is not None and i < len(units) and (units[i].kind == "number" or dated.last > i + 1 and not units[dated.last - 1].low.isdigit()) and not units[i].has("nouns:person"):
        return DayRead(dated.last, weekday, dated.day)
    return DayRead(i, weekday, looks_back=back, looks_ahead=ahead)


def _day_month(units: Sequence[Unit], i: int) -> DayRead | None:
    if i >= len(units):
        return None
    written = _in_figures(units, i)
    if written is not None:
        return written
    if units[i].has("dates:month") and i + 1 < len(units):
        behind = units[i + 2] if i + 2 < len(units) and units[i + 1].has("words:det", "dates:article") else units[i + 1]
        number = number_of(behind) if behind is not units[i + 1] or units[i + 1].has("dates:ordinal") else None
        if number is not None and 1 <= number <= 31 and (behind.has("dates:ordinal") or not behind.low.isdigit()) and not behind.has("numbers:unit"):
            return _with_year(units, behind.i + 1, number, int(units[i].value("dates:month")))  # "February the 15th", "March first"
        number = number_of(units[i + 1])
        if number is not None and 1 <= number <= 31 and units[i + 1].kind != "word":
            return _with_year(units, i + 2, number, int(units[i].value("dates:month")))
        if number is not None and units[i + 1].low[:1].isdigit() and 1 <= number <= 31:
            return _with_year(units, i + 2, number, int(units[i].value("dates:month")))
        return None
    number = number_of(units[i])
    if number is None or not 1 <= number <= 31:
        return None
    j = i + 1
    if j < len(units) and units[j].has("dates:of"):
        j += 1
    if j < len(units) and units[j].has("dates:month"):
        return _with_year(units, j + 1, number, int(units[j].value("dates:month")))
    hour = i + 1 < len(units) and units[i + 1].has("dates:hour") and "zone" not in units[i + 1].values("dates:hour")
    hour = hour or i + 2 < len(units) and units[i + 1].low == ":" and units[i + 2].start == units[i].end + 1
    return DayRead(i + 1, day=number) if units[i].low[:1].isdigit() and not hour else None


def _in_figures(units: Sequence[Unit], i: int) -> DayRead | None:
    """ "2022-07-12", "12.07.2022"; "12/07/2022" where the language has one order or the figures leave no choice."""
    if units[i].kind != "number":
        return None
    year = year_at(units, i)
    if year is not None:
        rest = units[i + 1 : i + 3]
        if len(rest) == 2 and all(u.glued and len(u.low) <= 2 and u.low.isdigit() for u in rest):
            return _calendar(i + 3, int(rest[1].low), int(rest[0].low), year)
        return None
    dotted = _DOTTED.fullmatch(units[i].low)
    if dotted is not None and i + 2 < len(units) and units[i + 1].low == "." and units[i + 1].start == units[i].end == units[i + 2].start - 1:
        year = year_at(units, i + 2)
        return _calendar(i + 3, int(dotted[1]), int(dotted[2]), year) if year else None
    if i + 4 >= len(units) or units[i + 1].low != "/" or units[i + 3].low != "/":
        return None
    year, first, second = year_at(units, i + 4), number_of(units[i]), number_of(units[i + 2])
    if year is None or first is None or second is None:
        return None
    if first > 12 or first == second or "dmy" in units[i + 1].values("dates:order"):
        return _calendar(i + 5, first, second, year)
    return _calendar(i + 5, second, first, year) if second > 12 or "mdy" in units[i + 1].values("dates:order") else None


def _calendar(last: int, number: int, month: int, year: int) -> DayRead | None:
    return DayRead(last, day=number, month=month, year=year) if cal.day(year, month, number) else None


def _with_year(units: Sequence[Unit], i: int, number: int, month: int) -> DayRead:
    j = i + 1 if i < len(units) and units[i].low == "," else i
    if j < len(units) and units[j].has("dates:of") and year_at(units, j + 1):
        j += 1
    year = year_at(units, j)
    return DayRead(j + 1 if year else i, day=number, month=month, year=year)


def resolve_day(read: DayRead, clock: Clock, like: date | None = None) -> Moment | None:
    """The day as a moment; None where the text and the clock do not settle it. `like` lends month and year."""
    reference = clock.reference
    if read.day is not None and read.month is not None:
        year = read.year or (like.year if like and like.month == read.month else None)
        found = cal.day(year, read.month, read.day) if year else None
        if found is None and year is None:
            base = reference or (clock.anchor.end if clock.anchor else None)
            found = cal.without_year(read.month, read.day, base) if base else None
        return Moment(found, found, "day", "explicit") if found else None
    if read.day is not None and read.weekday is not None and reference is not None and like is None:
        found = _on_weekday(read.weekday, read.day, reference)
        return Moment(found, found, "day", "explicit") if found else None
    if read.day is not None:
        base = like or clock.month or (clock.anchor.start if clock.anchor else None) or reference
        found = _same_month(base, read.day, reference) if base else None
        return Moment(found, found, "day", "explicit") if found else None
    if read.weekday is None or reference is None:
        return None
    if read.looks_ahead:
        found = cal.next_weekday(read.weekday, reference)
    else:
        found = cal.last_weekday(read.weekday, reference, strictly=read.looks_back)
    return Moment(found, found, "day", "weekday")


def _on_weekday(weekday: int, number: int, reference: date) -> date | None:
    """The day of the month that falls on the weekday, nearest to the reference ("Wednesday 13")."""
    days = (cal.day(at.year, at.month, number) for at in (cal.add_months(reference.replace(day=1), back) for back in (0, -1, 1, -2, -3, -4, -5, -6)))
    return next((found for found in days if found is not None and found.weekday() == weekday), None)


def _same_month(base: date, number: int, reference: date | None) -> date | None:
    found = cal.day(base.year, base.month, number)
    if found is not None and reference is not None and found > reference and base.replace(day=1) == reference.replace(day=1):
        before = cal.add_months(base, -1)
        found = cal.day(before.year, before.month, number)
    return found


def read_hour(units: Sequence[Unit], at: int) -> tuple[int, str] | None:
    """An hour of the day at `at`: (one past its units, "HH:MM")."""
    i, marked = at, False
    while i < len(units) and i < at + 2 and (units[i].has("dates:at") or "at" in units[i].values("dates:hour")):
        i, marked = i + 1, True
    if i >= len(units):
        return None
    packed = _CLOCK.match(units[i].low)
    if packed:
        return i + 1, f"{int(packed.group(1)):02d}:{packed.group(2) or '00'}" if int(packed.group(1)) < 24 else "00:00"
    if units[i].has("dates:part") and units[i].value("dates:part") in ("noon", "midnight"):
        return _noon(units, i, marked)
    number = number_of(units[i])
    if number is None or number > 24:
        return None
    return _hour_minutes(units, i + 1, number, marked)


def _noon(units: Sequence[Unit], i: int, marked: bool) -> tuple[int, str] | None:
    hour = 12 if units[i].value("dates:part") == "noon" else 0
    if i + 1 < len(units) and "half_past" in units[i + 1].values("dates:hour"):
        return i + 2, f"{hour:02d}:30"
    minute = number_of(units[i + 1]) if i + 1 < len(units) and not units[i + 1].has("dates:month") else None
    if minute is not None and units[i + 1].has("numbers:unit") and minute < 60:
        return i + 2, f"{hour:02d}:{minute:02d}"
    return (i + 1, f"{hour:02d}:00") if marked or bool(units[i].lead) or units[i].has("dates:part") and " " in units[i].low else None


def _of_something(units: Sequence[Unit], i: int) -> bool:
    """« après deux heures de combats »: how long it took, not an hour of the clock (« deux heures du matin »)."""
    return i + 1 < len(units) and "of" in units[i].values("words:prep") and not units[i + 1].has("dates:part", "dates:day")


_PARTS_OF_HOUR = {"half_past": 30, "quarter_past": 15, "quarter_to": 45}


def _hour_minutes(units: Sequence[Unit], i: int, hour: int, marked: bool) -> tuple[int, str] | None:
    minute = 0
    sure = False
    if i + 1 < len(units) and units[i].low == ":" and units[i + 1].kind == "number" and len(units[i + 1].low) == 2:
        minute, i, sure = int(units[i + 1].low), i + 2, True
    if i < len(units) and units[i].has("dates:hour"):
        words = units[i].values("dates:hour")
        if words & {"am", "pm"}:
            hour, sure, i = (hour % 12) + (12 if "pm" in words else 0), True, i + 1
        elif words & {"h", "hour"} and (marked or sure or units[i].low == "h") and not _of_something(units, i + 1):
            sure, i = True, i + 1
            if i < len(units) and units[i].kind == "number" and len(units[i].low) == 2 and units[i].low.isdigit() and int(units[i].low) < 60:
                minute, i = int(units[i].low), i + 1
            elif i < len(units) and (part := units[i].values("dates:hour") & _PARTS_OF_HOUR.keys()):
                shift = _PARTS_OF_HOUR[next(iter(part))]
                hour, minute, i = (hour - 1 if shift > 30 else hour), shift, i + 1
        while sure and i < len(units) and units[i].values("dates:hour") & {"exact", "zone"}:
            i += 1
    if not sure or hour > 24 or minute > 59:
        return None
    return i, f"{hour % 24:02d}:{minute:02d}"
