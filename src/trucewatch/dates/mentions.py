"""Every mention of a time in a sentence, resolved where the text and the day of publication settle it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from trucewatch.dates import calendar as cal
from trucewatch.dates.calendar import Moment
from trucewatch.dates.reading import Clock, number_of, read_day, read_hour, resolve_day, year_at
from trucewatch.syntax import Unit

_PARTS_OF_DAY = ("morning", "afternoon", "evening", "dawn", "noon", "midnight", "day", "night")


@dataclass(frozen=True, slots=True)
class DateMention:
    """Units `first..last` (half-open), characters `start..end`, and the moment; None where it is left open."""

    first: int
    last: int
    start: int
    end: int
    moment: Moment | None
    role: str = "point"


Found = tuple[int, Moment | None, str]


def find_dates(units: Sequence[Unit], clock: Clock) -> list[DateMention]:
    """All mentions in order, never overlapping. Moves `clock.anchor` to each resolved point."""
    found: list[DateMention] = []
    at = 0
    while at < len(units):
        read = _at(units, at, clock)
        if read is None:
            at += 1
            continue
        last, moment, role = read
        first = at - 1 if at and _article(units[at - 1]) and (not found or found[-1].last < at) else at
        found.append(DateMention(first, last, units[first].start, units[last - 1].end, moment, role))
        if moment is not None and (role in ("point", "night") or role == "range" and (moment.end - moment.start).days <= 1) and not _counted_from_context(units[at:last]):
            clock.anchor, clock.fresh = moment, False
            clock.month = None
        elif moment is not None and moment.precision == "month":
            clock.month = moment.start
        at = max(last, at + 1)
    return _joined(found, clock)


def _counted_from_context(units: Sequence[Unit]) -> bool:
    """ "two days earlier": says where another event lies, and does not move the time that the text is at."""
    return any(u.values("dates:ago") & {"prev", "before_context"} for u in units)


def _article(unit: Unit) -> bool:
    return unit.has("words:det") and not unit.has("words:subord") and bool(unit.values("words:det") & {"def", "dem"}) and not unit.has("dates:unit")


def _at(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    unit = units[at]
    if not unit.timely and not ("words:prep" in unit.by and at + 1 < len(units) and units[at + 1].timely):
        return None
    notes = unit.readings.notes
    if "dates" not in notes:
        notes["dates"] = [reader for reader, opened_by in _READERS if opened_by(unit)]
    readers: list[Reader] = notes["dates"]
    for reader in readers:
        found = reader(units, at, clock)
        if found is not None:
            return found
    return None


def _separator(units: Sequence[Unit], i: int) -> int | None:
    """One past a word or dash that joins two days; the hyphen inside "4-5" is no unit."""
    if i >= len(units):
        return None
    if units[i].has("dates:and") or "close" in units[i].values("dates:between") or units[i].has("dates:join") or units[i].low in "–-—":
        return i + 1
    if units[i].kind == "number" and units[i].start - units[i - 1].end == 1:
        return i
    return None


def _pair(units: Sequence[Unit], at: int, clock: Clock) -> tuple[int, Moment, Moment] | None:
    """Two days joined: "du 4 au 5 août", "12 to 13 September", "March 24 and 25", "lundi à mardi"."""
    first = read_day(units, _past_hour(units, at))
    if first is None:
        return None
    after = _separator(units, first.last)
    if after is not None and first.month is None and first.weekday is None and units[after - 1].low in ("–", "—", "-") and units[after - 1].start > units[after - 2].end:
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
    return i + 1 if linked else at


_CLOCK_TIME = re.compile(r"[012]?\d[.:h]\d\d")


def _night(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    if not units[at].has("dates:night"):
        return None
    values = units[at].values("dates:night")
    i = at + 1
    if values & {"of", "from"}:
        pair = _pair(units, i, clock)
        if pair is not None:
            last, begin, end = pair
            return last, Moment(begin.start, end.start, "night", begin.resolved_from), "night"
        single = read_day(units, i)
        moment = resolve_day(single, clock) if single else None
        if single is not None and moment is not None:
            return single.last, Moment(moment.start, moment.start + timedelta(days=1), "night", moment.resolved_from), "night"
    reference = clock.reference
    anchor = clock.anchor.start if clock.anchor else reference
    if "last" in values and reference:
        return i, Moment(reference - timedelta(days=1), reference, "night", "relative"), "night"
    if "prev" in values and anchor:
        return i, Moment(anchor - timedelta(days=1), anchor, "night", "relative"), "night"
    if values & {"same", "tonight"} and anchor:
        return i, Moment(anchor, anchor + timedelta(days=1), "night", "relative"), "night"
    return None


def _range(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    i = at
    if units[i].has("dates:period", "dates:between") or units[i].values("words:prep") & {"between", "from"}:
        i += 1
    years = _years(units, i)
    if years is not None:
        return years
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
    if begin is None or end is None or after is None or end <= begin:
        return None
    return after + 1, Moment(date(begin, 1, 1), date(end, 12, 31), "range", "explicit"), "range"


def _since(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    unit = units[at]
    if not unit.has("dates:since") or unit.has("words:prep") and "since" not in unit.values("words:prep"):
        return None
    if clock.reference is None:
        return None
    inner = _begin_of(units, at, clock) or _duration(units, at + 1, clock) or (_at(units, at + 1, clock) if at + 1 < len(units) else None)
    if inner is None:
        if "context" in unit.values("dates:since") and clock.anchor is not None:
            return at + 1, Moment(clock.anchor.start, clock.reference, "range", "relative"), "since"
        return None
    last, moment, _ = inner
    if moment is None or moment.start > clock.reference:
        return last, None, "since"
    return last, Moment(moment.start, clock.reference, "range", moment.resolved_from), "since"


def _begin_of(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    """ "since the start of the year", « depuis le début de l'année »."""
    if clock.reference is None:
        return None
    window = units[at : at + 5]
    starts = any("start" in u.values("dates:edge") for u in window) or "start" in units[at].values("dates:edge")
    for u in window if starts else ():
        if u.has("dates:unit") and u.value("dates:unit") in ("year", "month", "week"):
            span = cal.unit_span(clock.reference, u.value("dates:unit"), 0)
            if span is not None:
                return u.i + 1, Moment(span[0], span[0], "day", "relative"), "point"
    return None


def _duration(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
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


def _ago(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    i = at
    before = units[i].has("dates:ago") and "before_now" in units[i].values("dates:ago")
    if before:
        i += 1
    if i + 1 >= len(units):
        return None
    number = number_of(units[i]) or (1 if units[i].has("numbers:one") else None)
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
            return _shifted(j + 1, anchor, unit, -number)
        if values & {"after_context", "next"} and not units[j].has("words:prep"):
            return _shifted(j + 1, anchor, unit, number)
    return None


def _shifted(last: int, base: date | None, unit: str, amount: int) -> Found | None:
    moment = cal.shift(base, unit, amount) if base else None
    return (last, moment, "point") if moment else None


def _relative_day(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    if not units[at].has("dates:day"):
        return None
    value = units[at].value("dates:day")
    offsets = {"prev": -1, "prev2": -2, "next": 1, "next2": 2, "same": 0}
    if value in offsets:
        anchor = clock.anchor.end if clock.anchor else clock.reference
        if anchor is None:
            return at + 1, None, "point"
        there = anchor + timedelta(days=offsets[value])
        if clock.anchor is not None and (clock.anchor.end - clock.anchor.start).days == 1 and clock.anchor.precision == "range":
            return at + 1, Moment(there - timedelta(days=1), there, "range", "relative"), "point"
    elif clock.reference is not None:
        there = clock.reference + timedelta(days=int(value))
    else:
        return at + 1, None, "point"
    return _with_part(units, at + 1, Moment(there, there, "day", "relative"))


def _with_part(units: Sequence[Unit], i: int, moment: Moment) -> Found:
    """A part of the day or an hour right after a day: « mardi soir », "Tuesday at 10 a.m."."""
    j = i + 1 if i < len(units) and (units[i].low == "," or "day" in units[i].values("dates:link")) else i
    hour = read_hour(units, i)
    if hour is not None and moment.start == moment.end:
        return hour[0], replace(moment, precision="minute" if hour[1][3:] != "00" else "hour", clock=hour[1]), "point"
    if j < len(units) and units[j].has("dates:part") and (j == i or units[j].low not in ("day",)):
        return j + 1, replace(moment, precision="part_of_day"), "point"
    return i, moment, "point"


def _day(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    i, part = at, False
    if units[at].has("dates:part") and at + 1 < len(units) and "part" in units[at + 1].values("dates:link"):
        i, part = at + 2, True
    read = read_day(units, i)
    if read is None or read.day is not None and read.month is None and not _bare_day(units, i, read.last):
        return None
    if read.month is None and read.weekday is None and clock.anchor is None and clock.reference is None:
        return None
    moment = resolve_day(read, clock)
    if moment is None:
        return (read.last, None, "point") if read.month or read.weekday is not None else None
    if part:
        return read.last, replace(moment, precision="part_of_day"), "point"
    if read.month and read.year is None and year_at(units, read.last):
        return None
    return _with_part(units, read.last, moment)


def _bare_day(units: Sequence[Unit], at: int, last: int) -> bool:
    """« le 22 », "the 22nd": a figure without month, marked by its article or its ordinal ending."""
    figure = units[last - 1]
    marks = units[last - 2].values("dates:bare") if last >= 2 else set()
    following = units[last] if last < len(units) else None
    free = following is None or following.kind == "punct" or following.has("words:prep", "words:conj", "verb", "words:aux")
    if not figure.low[:1].isdigit():
        return False
    if not figure.low.isdigit():
        return last >= 2 and units[last - 2].has("words:det")
    return "alone" in marks and free


def _hour(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    hour = read_hour(units, at)
    if hour is None:
        return None
    today = Moment(clock.reference, clock.reference, "day", "context") if clock.reference else None
    base = today if clock.fresh else clock.anchor or today
    if base is None or base.start != base.end:
        return hour[0], None, "hour"
    precision = "minute" if hour[1][3:] != "00" else "hour"
    dated = read_day(units, hour[0])
    if dated is not None and (dated.weekday is not None or dated.month is not None):
        moment = resolve_day(dated, clock)
        if moment is not None:
            return dated.last, replace(moment, precision=precision, clock=hour[1]), "point"
    return hour[0], Moment(base.start, base.end, precision, "context", hour[1]), "hour"


def _part(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    if not units[at].has("dates:part") or units[at].pos == "nom" and units[at].has("name", "place", "nouns:person"):
        return None
    today = Moment(clock.reference, clock.reference, "day", "context") if clock.reference else None
    here = "today" in units[at].values("dates:part") or at > 0 and units[at - 1].has("dates:this")
    base = today if here and today else clock.anchor or today
    if base is None:
        return at + 1, None, "part"
    if "night" in units[at].values("dates:part") and base.precision in ("day", "part_of_day", "hour", "minute"):
        if today is not None and base.start == today.start:
            return at + 1, Moment(base.start - timedelta(days=1), base.start, "night", "context"), "part"
        return at + 1, Moment(base.start, base.start + timedelta(days=1), "night", "context"), "part"
    return at + 1, Moment(base.end, base.end, "part_of_day", "context"), "part"


def _span(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
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
    named = _named_span(units, at, reference)
    return named


def _rolling(units: Sequence[Unit], at: int, reference: date) -> Found | None:
    """ "in the past two days", "over the last 24 hours"."""
    i = at + 1
    values = units[at].values("dates:last")
    if not values or i + 1 >= len(units):
        return None
    number = number_of(units[i]) or (int(units[i].low) if units[i].low.isdigit() else None)
    if number is None or not units[i + 1].has("dates:unit"):
        if "rolling" in values and units[i].has("dates:unit") and units[i].value("dates:unit") in ("week", "month", "day"):
            back = cal.shift(reference, units[i].value("dates:unit"), -1)
            return (i + 1, Moment(back.start, reference, "range", "relative"), "range") if back else None
        return None
    unit = units[i + 1].value("dates:unit")
    if unit == "hour":
        return i + 2, Moment(reference - timedelta(days=max(1, number // 24)), reference, "range", "relative"), "range"
    back = cal.shift(reference, unit, -number)
    return (i + 2, Moment(back.start, reference, "range", "relative"), "range") if back else None


def _named_span(units: Sequence[Unit], at: int, reference: date) -> Found | None:
    """ "last week", « la semaine dernière », "this month"; the words may stand on either side."""
    for first, second in ((at, at + 1), (at + 1, at)):
        if max(first, second) >= len(units):
            continue
        marker, unit = units[first], units[second]
        if not unit.has("dates:unit") or unit.has("dates:last", "dates:this"):
            continue
        offset = -1 if marker.has("dates:last") and "rolling" not in marker.values("dates:last") else 1 if marker.has("dates:next") and not marker.has("words:prep") else 0
        if offset == 0 and not (marker.has("dates:this") and first == at):
            continue
        span = cal.unit_span(reference, unit.value("dates:unit"), offset)
        if span is None:
            continue
        begin, end, precision = span
        if offset == 0 and precision != "day":
            end = min(end, reference)
        return max(first, second) + 1, Moment(begin, end, precision, "relative"), "range"
    return None


def _month_or_year(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    if units[at].has("dates:month"):
        figure = units[at].has("numbers:unit") and not (at and units[at - 1].low[:1].isdigit())
        return None if figure else _month(units, at, clock)
    year = year_at(units, at)
    if year is None or at == 0:
        return None
    lead = units[at - 1]
    marked = lead.has("words:prep", "dates:edge", "dates:near")
    if not marked or at + 1 < len(units) and units[at + 1].has("nouns:person", "nouns:unit"):
        return None
    return at + 1, Moment(date(year, 1, 1), date(year, 12, 31), "year", "explicit"), "range"


def _month(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    month, last = int(units[at].value("dates:month")), at + 1
    until = None
    if at + 2 < len(units) and units[at + 1].has("dates:join") and units[at + 2].has("dates:month"):
        until, last = int(units[at + 2].value("dates:month")), at + 3
    year = year_at(units, last)
    if year is not None:
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


def _counted_days(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    """ "in two days of clashes": the days up to the reference."""
    if clock.reference is None or at + 3 >= len(units) or units[at].low not in ("in", "en") and "during" not in units[at].values("words:prep"):
        return None
    number = number_of(units[at + 1])
    if number is None or not units[at + 2].has("dates:unit") or units[at + 2].value("dates:unit") != "day" or number < 2:
        return None
    if not units[at + 3].has("words:prep"):
        return None
    return at + 3, Moment(clock.reference - timedelta(days=number - 1), clock.reference, "range", "relative"), "range"


def _vague(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    return (at + 1, None, "vague") if units[at].has("dates:vague") and len(units[at].low.split()) > 1 else None


Reader = Callable[[Sequence[Unit], int, Clock], Found | None]


def _any_word(unit: Unit) -> bool:
    return True


def _of_class(*classes: str) -> Callable[[Unit], bool]:
    return lambda unit: unit.has(*classes)


def _opens_number(unit: Unit) -> bool:
    return unit.low[:1].isdigit() or unit.has("numbers:unit", "numbers:one", "dates:ordinal", "dates:ago")


def _opens_day(unit: Unit) -> bool:
    return unit.low[:1].isdigit() or unit.has(
        "numbers:unit", "dates:ordinal", "dates:article", "dates:weekday", "dates:month", "dates:last", "dates:next", "dates:this", "dates:part"
    )  # fmt: skip


def _opens_range(unit: Unit) -> bool:
    return _opens_day(unit) or unit.has("dates:period", "dates:between") or bool(unit.values("words:prep") & {"between", "from"})


def _opens_hour(unit: Unit) -> bool:
    return unit.low[:1].isdigit() or unit.has("numbers:unit", "dates:ordinal", "dates:at", "dates:hour", "dates:part")


def _opens_month_or_year(unit: Unit) -> bool:
    return unit.low[:1].isdigit() or unit.has("dates:month")


_READERS: tuple[tuple[Reader, Callable[[Unit], bool]], ...] = (
    (_night, _of_class("dates:night")), (_since, _of_class("dates:since")), (_range, _opens_range), (_ago, _opens_number),
    (_counted_days, _of_class("words:prep")), (_day, _opens_day), (_hour, _opens_hour), (_relative_day, _of_class("dates:day")),
    (_span, _any_word), (_part, _of_class("dates:part")), (_month_or_year, _opens_month_or_year), (_vague, _of_class("dates:vague")),
)  # fmt: skip
"""Readers in the order in which they are tried, and which words may open what they read."""


def _joined(found: list[DateMention], clock: Clock) -> list[DateMention]:
    """An hour or part of day beside a day becomes one mention with it."""
    out: list[DateMention] = []
    for mention in found:
        before = out[-1] if out else None
        if before is not None and mention.role == "range" and before.role == "part" and mention.first - before.last <= 1:
            out[-1] = DateMention(before.first, mention.last, before.start, mention.end, mention.moment, "range")
            continue
        near = before is not None and mention.first - before.last <= 2
        if before is not None and near and {before.role, mention.role} & {"hour", "part"} and before.moment and mention.moment:
            if "range" in (before.role, mention.role):
                continue
            day, fine = (before, mention) if mention.role in ("hour", "part") else (mention, before)
            if day.moment is not None and fine.moment is not None and day.role in ("point", "night"):
                joined = replace(day.moment, precision=fine.moment.precision, clock=fine.moment.clock)
                if day.moment.precision == "night":
                    joined = day.moment
                out[-1] = DateMention(before.first, mention.last, before.start, mention.end, joined, "point")
                clock.anchor = joined
                continue
        out.append(mention)
    return out
