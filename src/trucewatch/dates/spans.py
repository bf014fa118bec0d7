"""Readers of what lasts: ranges, nights, weeks, months, years, durations, and what is counted back or forward."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from trucewatch.dates import calendar as cal
from trucewatch.dates.calendar import Moment
from trucewatch.dates.reading import Clock, DayRead, number_of, read_day, read_hour, resolve_day, year_at
from trucewatch.syntax import Unit

Found = tuple[int, Moment | None, str]


def is_article(unit: Unit) -> bool:
    return unit.has("words:det") and not unit.has("words:subord", "dates:this") and bool(unit.values("words:det") & {"def", "dem"}) and not unit.has("dates:unit")


def _separator(units: Sequence[Unit], i: int) -> int | None:
    """One past a word or dash that joins two days; the hyphen inside "4-5" is no unit."""
    if i >= len(units):
        return None
    if units[i].has("dates:and") or "close" in units[i].values("dates:between") or units[i].has("dates:join") or units[i].low in "–-—":
        return i + 1
    if units[i].kind == "number" and units[i].glued:
        return i
    return None


def _pair(units: Sequence[Unit], at: int, clock: Clock) -> tuple[int, Moment, Moment] | None:
    """Two days joined: "du 4 au 5 août", "12 to 13 September", "March 24 and 25", "lundi à mardi"."""
    first = read_day(units, _past_hour(units, at))
    if first is None:
        return None
    first = _past_list(units, first)
    after = _separator(units, first.last)
    spaced = after is not None and first.month is None and first.weekday is None and units[after - 1].low in ("–", "—", "-") and units[after - 1].start > units[after - 2].end
    if spaced and after is not None and not (after < len(units) and units[after].kind == "number"):
        return None  # "bulletin no 27 - from Monday 30 June": the dash parts two things
    second = read_day(units, _past_hour(units, after)) if after is not None else None
    if second is None or (first.weekday is None) != (second.weekday is None) and second.month is None:
        return None
    if first.day is not None and first.month is None and second.month is None and first.weekday is None:
        opened = at > 0 and units[at - 1].has("dates:night", "dates:period", "dates:between")
        if not opened or units[second.last].pos == "nom" if second.last < len(units) and units[second.last].has("nouns:person", "nouns:unit") else not opened:
            return None
    if second.month is None and first.month is not None and second.day is not None:
        second = replace(second, month=first.month, year=second.year or year_at(units, second.last) or first.year)
    if first.month is None and second.month is not None and first.day is not None:
        first = replace(first, month=second.month, year=second.year)
    if second.year is not None and first.year is None:
        first = replace(first, year=second.year)
    end = resolve_day(second, clock)
    if end is None:
        return None
    begin = resolve_day(first, clock, end.start)
    if begin is None:
        return None
    if begin.start > end.start and first.weekday is not None and first.day is None:
        begin = Moment(begin.start - timedelta(days=7), begin.start - timedelta(days=7), "day", "weekday")
    if begin.start > end.start:
        return None
    last = second.last + (1 if year_at(units, second.last) and second.month and not second.year else 0)
    return last, begin, end


def _past_list(units: Sequence[Unit], first: DayRead) -> DayRead:
    """The first day of a list with commas ("July 12, 13 and 14", « les 12, 13 et 14 juillet »), read up to its last comma."""
    i, before = first.last, first.day
    while before is not None and i + 1 < len(units) and units[i].low == "," and units[i + 1].kind == "number":
        number = number_of(units[i + 1])
        if number is None or number != before + 1:
            break
        i, before = i + 2, number
    return replace(first, last=i) if i > first.last and i < len(units) and units[i].has("dates:join") else first


def _past_hour(units: Sequence[Unit], at: int) -> int:
    """One past an hour or part of the day that stands before a day ("from 19:30 on 7 December", "the evening of 6 May")."""
    i = at
    while i < len(units) and i < at + 2 and units[i].has("words:det") and not units[i].has("dates:weekday"):
        i += 1
    hour = read_hour(units, i) if i < len(units) else None
    if hour is None and i < len(units) and (units[i].has("dates:part") or _CLOCK_TIME.fullmatch(units[i].low)):
        hour = (i + 1, "")
    if hour is None:
        return at
    i = hour[0]
    linked = i < len(units) and bool(units[i].values("words:prep") & {"on", "at", "of", "in"} or units[i].has("dates:link", "dates:of"))
    if not linked and hour is not None and i < len(units) and units[i].low[:1].isdigit() and read_day(units, i) is not None:
        return i  # a language that puts the day right after the hour
    return i + 1 if linked else at

_CLOCK_TIME = re.compile(r"[012]?\d[.:h]\d\d")


def read_night(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    if not units[at].has("dates:night"):
        return None
    values = units[at].values("dates:night")
    i = at + 1
    if "into" in values:
        single = read_day(units, i)
        moment = resolve_day(single, clock) if single else None
        if single is not None and moment is not None:
            return single.last, Moment(moment.start - timedelta(days=1), moment.start, "night", moment.resolved_from), "night"
    if values & {"of", "from", "pair"}:
        pair = _pair(units, i + 1 if i < len(units) and units[i].values("words:prep") & {"from", "between"} else i, clock)
        if pair is not None:
            last, begin, end = pair
            return last, Moment(begin.start, end.start, "night", begin.resolved_from), "night"
        single = read_day(units, i) if "pair" not in values else None
        moment = resolve_day(single, clock) if single else None
        if single is not None and moment is not None:
            return single.last, Moment(moment.start, moment.start + timedelta(days=1), "night", moment.resolved_from), "night"
    reference = clock.reference
    anchor = clock.anchor.start if clock.anchor else reference
    if "last2" in values and reference:
        return i, Moment(reference - timedelta(days=2), reference - timedelta(days=1), "night", "relative"), "night"
    if "last" in values and reference:
        return i, Moment(reference - timedelta(days=1), reference, "night", "relative"), "night"
    if "next" in values and anchor:
        evening = clock.anchor.end if clock.anchor else anchor
        return i, Moment(evening, evening + timedelta(days=1), "night", "relative"), "night"
    if "prev" in values and anchor:
        return i, Moment(anchor - timedelta(days=1), anchor, "night", "relative"), "night"
    if values & {"same", "tonight"} and anchor:
        return i, Moment(anchor, anchor + timedelta(days=1), "night", "relative"), "night"
    return None


def read_range(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    i = at
    if units[i].has("dates:period", "dates:between") or units[i].values("words:prep") & {"between", "from"}:
        i += 1
    longer = _years(units, i) or _months(units, i, clock)
    if longer is not None:
        return longer
    pair = _pair(units, i, clock)
    if pair is None:
        return None
    last, begin, end = pair
    if (begin.start - end.start).days == 0:
        return None
    week = units[at].has("dates:period") or (end.start - begin.start).days == 6 and begin.start.weekday() == 0
    return last, Moment(begin.start, end.start, "week" if week else "range", end.resolved_from), "range"


def _years(units: Sequence[Unit], at: int) -> Found | None:
    """ "between 1988 and 1994", "2014-2015"."""
    begin, after = year_at(units, at), _separator(units, at + 1)
    end = year_at(units, after) if after is not None else None
    if begin is not None and after is not None and end is None and units[after].glued and len(units[after].low) == 2 and units[after].low.isdigit():
        end = begin - begin % 100 + int(units[after].low)  # "1992-94"
        end = end if not 1 <= begin % 100 - int(units[after].low) <= 12 else None
    if begin is None or end is None or after is None or end <= begin:
        return None
    return after + 1, Moment(date(begin, 1, 1), date(end, 12, 31), "range", "explicit"), "range"


def _months(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    """ "between November 2020 and March 2021", « de mai à juillet »."""
    if at + 2 >= len(units) or not units[at].has("dates:month"):
        return None
    first_year = year_at(units, at + 1)
    after = _separator(units, at + (2 if first_year else 1))
    if after is None or after >= len(units) or not units[after].has("dates:month"):
        return None
    year = year_at(units, after + 1)
    last = after + (2 if year else 1)
    if year is None and number_of(units[at + 1]) is not None or last < len(units) and year is None and number_of(units[last]) is not None:
        return None  # "between June 3 and July 5": days, read elsewhere
    if year is None and clock.reference is None:
        return None
    first, second = int(units[at].value("dates:month")), int(units[after].value("dates:month"))
    if year is None and clock.reference is not None:
        year = clock.reference.year - (1 if second > clock.reference.month else 0)
    assert year is not None
    begin, end = cal.month_span(first_year or year - (1 if first > second else 0), first)[0], cal.month_span(year, second)[1]
    return (last, Moment(begin, end, "range", "explicit"), "range") if begin < end else None


def read_duration(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    """A number and a unit of time after "since": « depuis un mois »."""
    if at + 1 >= len(units) or clock.reference is None:
        return None
    number = number_of(units[at]) or (1 if units[at].has("numbers:one") else None)
    if number is None or not units[at + 1].has("dates:unit"):
        return None
    moment = cal.shift(clock.reference, units[at + 1].value("dates:unit"), -number)
    if moment is None:
        return None
    begin = cal.add_months(clock.reference, -12 * number) if units[at + 1].value("dates:unit") == "year" else moment.start
    return at + 2, Moment(begin, begin, "day", "relative"), "point"


def read_ago(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    i = at
    before = units[i].has("dates:ago") and "before_now" in units[i].values("dates:ago")
    if before:
        i += 1
    if i + 1 >= len(units):
        return None
    number = number_of(units[i]) or (1 if units[i].has("numbers:one") else None)
    if number is None and units[i].has("dates:unit") and units[i + 1].has("dates:ago"):
        number, i = 1, i - 1  # a language without articles: "week ago"
    if number is None or not units[i + 1].has("dates:unit"):
        return None
    unit = units[i + 1].value("dates:unit")
    j = i + 2
    if before:
        return _shifted(j, clock.reference, unit, -number)
    if j < len(units) and units[j].has("dates:ago") and not units[j].has("words:det"):
        values = units[j].values("dates:ago")
        anchor = clock.anchor.start if clock.anchor else clock.reference
        if "now" in values:
            return _shifted(j + 1, clock.reference, unit, -number)
        if values & {"prev", "before_context"} and not (j + 1 < len(units) and units[j].has("words:prep") and units[j + 1].pos in ("nom", "det")):
            return _shifted(j + 1, anchor, unit, -number, anchor=clock.anchor)
        if values & {"after_context", "next"} and not (units[j].has("words:prep") and j + 1 < len(units) and units[j + 1].kind != "punct"):
            return _shifted(j + 1, anchor, unit, number, anchor=clock.anchor)
    return None


def _shifted(last: int, base: date | None, unit: str, amount: int, *, anchor: Moment | None = None) -> Found | None:
    if anchor is not None and unit in ("second", "minute", "hour") and abs(amount) < 20:
        return last, replace(anchor, resolved_from="relative", clock=None), "point"
    moment = cal.shift(base, unit, amount) if base else None
    return (last, moment, "point") if moment else None


def read_span(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    """Weeks, months, years and rolling spans around the reference."""
    reference = clock.reference
    unit = units[at]
    if "day_span" in unit.values("dates:last"):
        return at + 1, Moment(reference - timedelta(days=1), reference, "range", "relative") if reference else None, "range"
    if "span" in unit.values("dates:last"):
        hours = "24" in unit.low or "vingt quatre" in unit.low or "twenty four" in unit.low
        if hours and reference:
            return at + 1, Moment(reference - timedelta(days=1), reference, "range", "relative"), "range"
        return at + 1, None, "vague"
    if reference is None:
        return None
    if unit.has("dates:last", "dates:this", "dates:next") and at + 1 < len(units):
        rolling = _rolling(units, at, reference)
        if rolling is not None:
            return rolling
    number = number_of(unit) if at + 2 < len(units) and units[at + 1].has("dates:last") and units[at + 2].has("dates:unit") else None
    if number is not None and not unit.has("words:det"):
        return _looked_back(at + 3, reference, units[at + 2].value("dates:unit"), number)
    if unit.value("dates:unit") == "weekend" and at and units[at - 1].values("words:det") & {"def", "dem"}:
        span = cal.unit_span(reference, "weekend", 0)
        return (at + 1, Moment(span[0], min(span[1], reference), "range", "relative"), "range") if span else None
    named = named_span(units, at, clock)
    return named


def _rolling(units: Sequence[Unit], at: int, reference: date) -> Found | None:
    """ "in the past two days", "over the last 24 hours"."""
    i = at + 1
    values = units[at].values("dates:last")
    if not values or i >= len(units):
        return None
    number = number_of(units[i]) or (int(units[i].low) if units[i].low.isdigit() else None)
    if number is None or i + 1 >= len(units) or not units[i + 1].has("dates:unit"):
        if "rolling" in values and units[i].has("dates:unit") and units[i].value("dates:unit") in ("week", "month", "day"):
            return _looked_back(i + 1, reference, units[i].value("dates:unit"), 1)
        if "rolling" in values and units[i].value("dates:unit") == "quarter":
            span = cal.unit_span(reference, "quarter", -1)
            return (i + 1, Moment(*span, "relative"), "range") if span else None
        return None
    return _looked_back(i + 2, reference, units[i + 1].value("dates:unit"), number)


def _looked_back(last: int, reference: date, unit: str, number: int) -> Found | None:
    """So many days, weeks, months, years up to the reference."""
    if unit == "hour":
        return last, Moment(reference - timedelta(days=max(1, number // 24)), reference, "range", "relative"), "range"
    back = cal.add_months(reference, -12 * number) if unit == "year" and number < reference.year else None
    if back is None:
        moment = cal.shift(reference, unit, -number)
        back = moment.start if moment is not None else None
    return (last, Moment(back, reference, "range", "relative"), "range") if back is not None else None


def named_span(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    """ "last week", « la semaine dernière », "this month"; the words may stand on either side.

    In a report on a week of its own ("24 to 30 January") weeks are counted from that one.
    """
    reference = clock.reference
    if reference is None:
        return None
    for first, second in ((at, at + 1), (at + 1, at)):
        if max(first, second) >= len(units):
            continue
        marker, unit = units[first], units[second]
        if not unit.has("dates:unit") or unit.has("dates:last", "dates:this"):
            continue
        offset = -1 if marker.has("dates:last") and "rolling" not in marker.values("dates:last") else 1 if marker.has("dates:next") and not marker.has("words:prep") else 0
        if "last2" in marker.values("dates:last"):
            offset = -2
        if offset == 0 and not (marker.has("dates:this") and first == at):
            continue
        span = _span_of(unit.value("dates:unit"), offset, clock, reference)
        if span is None:
            continue
        begin, end, precision = span
        if offset == 0 and precision != "day":
            end = min(end, reference)
        return max(first, second) + 1, Moment(begin, end, precision, "relative"), "range"
    return None


def _span_of(unit: str, offset: int, clock: Clock, reference: date) -> tuple[date, date, str] | None:
    period = clock.period
    if unit == "week" and period is not None and (period.end - period.start).days == 6:
        return period.start + timedelta(weeks=offset), period.end + timedelta(weeks=offset), "week"
    return cal.unit_span(reference, unit, offset)


def read_month_or_year(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    if units[at].has("dates:month"):
        figure = units[at].has("numbers:unit") and not (at and units[at - 1].low[:1].isdigit())
        return None if figure else _month(units, at, clock)
    year = year_at(units, at)
    if year is None or at == 0:
        return None
    lead = units[at - 1]
    worded = at + 1 < len(units) and units[at + 1].value("dates:unit") == "year"
    marked = worded or lead.has("words:prep", "dates:edge", "dates:near") or lead.value("dates:unit") == "year"
    if not marked or at + 1 < len(units) and units[at + 1].has("nouns:person", "nouns:unit"):
        return None
    return at + 1, Moment(date(year, 1, 1), date(year, 12, 31), "year", "explicit"), "range"


def _month(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    month, last = int(units[at].value("dates:month")), at + 1
    until = None
    if at + 2 < len(units) and units[at + 1].has("dates:join") and units[at + 2].has("dates:month"):
        until, last = int(units[at + 2].value("dates:month")), at + 3
    if last < len(units) and units[last].has("dates:of") and year_at(units, last + 1):
        last += 1
    year = year_at(units, last)
    named = named_span(units, last, clock) if year is None and last < len(units) else None
    if named is not None and named[1] is not None and named[1].precision == "year":
        year, last = named[1].start.year, named[0]  # "December last year"
    elif year is not None:
        last += 1
    elif not (at and units[at - 1].has("words:prep", "dates:last", "dates:this", "dates:edge", "dates:since") or at + 1 < len(units) and units[at + 1].has("dates:last")):
        return None
    resolved_year = year
    if resolved_year is None and clock.reference is not None:
        resolved_year = clock.reference.year - (1 if month > clock.reference.month else 0)
    if resolved_year is None:
        return last, None, "range"
    begin, end = cal.month_span(resolved_year, month)
    if until is not None:
        end = cal.month_span(resolved_year, until)[1]
    return last, Moment(begin, end, "range" if until else "month", "explicit"), "range"


def read_counted_days(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    """ "in two days of clashes": the days up to the reference."""
    if clock.reference is None or at + 3 >= len(units) or units[at].low not in ("in", "en") and "during" not in units[at].values("words:prep"):
        return None
    number = number_of(units[at + 1])
    if number is None or not units[at + 2].has("dates:unit") or units[at + 2].value("dates:unit") != "day" or number < 2:
        return None
    if not units[at + 3].has("words:prep"):
        return None
    return at + 3, Moment(clock.reference - timedelta(days=number - 1), clock.reference, "range", "relative"), "range"
