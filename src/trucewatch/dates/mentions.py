"""Every mention of a time in a sentence, resolved where the text and the day of publication settle it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from trucewatch.dates import calendar as cal
from trucewatch.dates.calendar import Moment
from trucewatch.dates.parts import read_decade, read_part, read_season
from trucewatch.dates.reading import Clock, read_day, read_hour, resolve_day, year_at
from trucewatch.dates.spans import (
    Found,
    is_article,
    named_span,
    read_ago,
    read_counted_days,
    read_duration,
    read_month_or_year,
    read_night,
    read_range,
    read_span,
)
from trucewatch.syntax import Unit

_PARTS_OF_DAY = ("morning", "afternoon", "evening", "dawn", "noon", "midnight", "day", "night")


@dataclass(frozen=True, slots=True)
class DateMention:
    """Units `first..last` (half-open), characters `start..end`, and the moment; None where it is left open.

    `role`: point, night, range, since, hour, part, vague; bound: what it says happened before, after or until then.
    `of_agreement`: an agreement's own day ("the statement of November 2020"), at which nothing else happened.
    """

    first: int
    last: int
    start: int
    end: int
    moment: Moment | None
    role: str = "point"
    of_agreement: bool = False


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
        first = at - 1 if at and is_article(units[at - 1]) and (not found or found[-1].last < at) else at
        if moment is not None and role == "point" and first and moment.precision == "day" and units[first - 1].has("dates:until", "dates:before", "dates:after"):
            role = "bound"
        own = moment is not None and _dates_agreement(units, first, moment, clock.reference)
        found.append(DateMention(first, last, units[first].start, units[last - 1].end, moment, role, own))
        at = max(last, at + 1)
        if own:
            continue
        if moment is not None and (role in ("point", "night") or role == "range" and (moment.end - moment.start).days <= 1) and not _counted_from_context(units[first:last]):
            clock.anchor, clock.fresh = moment, False
            clock.month = None
        elif moment is not None and moment.precision == "month":
            clock.month = moment.start
    return _joined(found, clock)


_OLD = timedelta(days=45)
"""How far back a day right after an agreement's name is the agreement's own; a nearer one may be that of its breach."""


def _dates_agreement(units: Sequence[Unit], first: int, moment: Moment, reference: date | None) -> bool:
    if reference is None or reference - moment.end < _OLD:
        return False
    before = units[max(0, first - 2) : first]
    if not before:
        return False
    if before[-1].has("nouns:pact"):
        return True
    if len(before) == 2 and before[0].has("nouns:pact") and before[1].has("words:prep", "dates:since", "dates:of"):
        return True
    return before[-1].tail != "" and any(entry.row.kind == "agree" for entry in before[-1].by.get("act", ()))


def _counted_from_context(units: Sequence[Unit]) -> bool:
    """ "two days earlier": says where another event lies, and does not move the time that the text is at."""
    return any(u.values("dates:ago") & {"prev", "before_context"} for u in units)


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


def _since(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    unit = units[at]
    if not unit.has("dates:since") or unit.has("words:prep") and "since" not in unit.values("words:prep"):
        return None
    if clock.reference is None:
        return None
    if unit.has("dates:between") and read_range(units, at, clock) is not None:
        return None
    inner = read_duration(units, at + 1, clock) or _inner(units, at + 1, clock)
    if inner is None:
        if clock.anchor is not None and ("context" in unit.values("dates:since") or _adverb(units, at)):
            return at + 1, Moment(clock.anchor.start, clock.published or clock.reference, "range", "relative"), "since"
        return None
    last, moment, role = inner
    if unit.has("dates:between") and last < len(units) and "close" in units[last].values("dates:between"):
        return None  # "from ten to twelve"
    until = clock.reference if "from" in unit.values("dates:since") else clock.published or clock.reference
    if moment is not None and role in ("hour", "part") and moment.precision != "night":
        moment = replace(moment, start=clock.reference, end=clock.reference)
    if moment is None or moment.start > until:
        return last, None, "since"
    middle = any("middle" in u.values("dates:edge") for u in units[at + 1 : last]) and (moment.end - moment.start).days == 9
    start = moment.start + timedelta(days=4) if middle else moment.start
    return last, Moment(start, until, "range", moment.resolved_from), "since"


def _adverb(units: Sequence[Unit], at: int) -> bool:
    """ "have since been evacuated", « n'a pas tiré depuis »: the word alone, counted from the day the text is at."""
    after = units[at + 1] if at + 1 < len(units) else None
    before = units[at - 1] if at else None
    if after is None or after.kind == "punct":
        return before is not None and before.kind != "punct"
    return before is not None and before.has("words:aux") and after.has("verb", "words:aux") and "since" in units[at].values("dates:since")


def _inner(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    """What stands after "since", an article or not."""
    found = _at(units, at, clock) if at < len(units) else None
    if found is None and at + 1 < len(units) and is_article(units[at]):
        return _at(units, at + 1, clock)
    return found


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
    if j < len(units) and units[j].has("dates:part") and (j == i or "day" not in units[j].values("dates:part")):
        if "night" in units[j].values("dates:part") and moment.start == moment.end:
            return j + 1, replace(moment, end=moment.end + timedelta(days=1), precision="night"), "night"
        return j + 1, replace(moment, precision="part_of_day"), "point"
    return i, moment, "point"


def _day(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    i, part = at, False
    if units[at].has("dates:part") and at + 1 < len(units) and "part" in units[at + 1].values("dates:link"):
        i, part = at + 2, True
    read = read_day(units, i)
    month = _of_month(units, read.last, clock) if read is not None and read.day is not None and read.month is None else None
    if month is not None and read is not None and read.day is not None:
        number = min(read.day, month[1].end.day)
        return _with_part(units, month[0], Moment(month[1].start.replace(day=number), month[1].start.replace(day=number), "day", "relative"))
    if read is None or read.day is not None and read.month is None and read.weekday is None and not _bare_day(units, i, read.last):
        return None
    if read.month is None and read.weekday is None and clock.anchor is None and clock.reference is None:
        return None
    moment = resolve_day(read, clock)
    week = _of_week(units, read.last, clock) if read.weekday is not None and read.day is None else None
    if week is not None and read.weekday is not None:
        there = week[1].start + timedelta(days=(read.weekday - week[1].start.weekday()) % 7)
        return _with_part(units, week[0], Moment(there, there, "day", "weekday"))
    if moment is None:
        return (read.last, None, "point") if read.month or read.weekday is not None else None
    if part:
        return read.last, replace(moment, precision="part_of_day"), "point"
    if read.month and read.year is None and year_at(units, read.last):
        return None
    return _with_part(units, read.last, moment)


def _of_week(units: Sequence[Unit], at: int, clock: Clock) -> tuple[int, Moment] | None:
    """The week named after a weekday: "Tuesday of last week", « mardi de la semaine dernière »."""
    i = at
    while i < len(units) and i < at + 2 and (units[i].has("dates:of") or is_article(units[i])):
        i += 1
    named = named_span(units, i, clock) if i < len(units) else None
    return (named[0], named[1]) if named is not None and named[1] is not None and named[1].precision == "week" else None


def _of_month(units: Sequence[Unit], at: int, clock: Clock) -> tuple[int, Moment] | None:
    """ "the 20th of last month", « le 20 du mois dernier »."""
    if at >= len(units) or not units[at].has("dates:of", "dates:article"):
        return None
    i = at
    while i < len(units) and i < at + 2 and (units[i].has("dates:of", "dates:article") and not units[i].has("dates:this", "dates:last") or is_article(units[i])):
        i += 1
    named = named_span(units, i, clock) if i < len(units) else None
    if named is None or named[1] is None or units[i].value("dates:unit") != "month" and (i + 1 >= len(units) or units[i + 1].value("dates:unit") != "month"):
        return None
    first = named[1].start.replace(day=1)
    return named[0], Moment(first, cal.month_span(first.year, first.month)[1], "month", "relative")


def _bare_day(units: Sequence[Unit], at: int, last: int) -> bool:
    """« le 22 », "the 22nd": a figure without month, marked by its article or its ordinal ending."""
    figure = units[last - 1]
    marks = units[last - 2].values("dates:bare") if last >= 2 else set()
    following = units[last] if last < len(units) else None
    free = following is None or following.kind == "punct" or following.has("words:prep", "words:conj", "verb", "words:aux")
    if not figure.low[:1].isdigit():
        return False
    if not figure.low.isdigit():
        return free and last >= 2 and units[last - 2].has("words:det")
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
    here = clock.fresh or at > 0 and units[at - 1].has("dates:this")
    base = today if here and today else clock.anchor or today
    if base is None:
        return at + 1, None, "part"
    if "night" in units[at].values("dates:part") and base.precision in ("day", "part_of_day", "hour", "minute"):
        if today is not None and base.start == today.start:
            return at + 1, Moment(base.start - timedelta(days=1), base.start, "night", "context"), "part"
        return at + 1, Moment(base.start, base.start + timedelta(days=1), "night", "context"), "part"
    return at + 1, Moment(base.end, base.end, "part_of_day", "context"), "part"


def _beside(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    """The day before or after a day: « à la veille du 12 juillet », "the day after 12 July"."""
    shift = {"eve": -1, "morrow": 1}.get(units[at].value("dates:beside"))
    read = read_day(units, at + 1) if shift is not None else None
    moment = resolve_day(read, clock) if read is not None and (read.month or read.weekday is not None) else None
    if read is None or moment is None or shift is None:
        return None
    there = moment.start + timedelta(days=shift)
    return read.last, Moment(there, there, "day", moment.resolved_from), "point"


def _vague(units: Sequence[Unit], at: int, clock: Clock) -> Found | None:
    return (at + 1, None, "vague") if units[at].has("dates:vague") and len(units[at].low.split()) > 1 else None

Reader = Callable[[Sequence[Unit], int, Clock], Found | None]


def _any_word(unit: Unit) -> bool:
    return True


def _of_class(*classes: str) -> Callable[[Unit], bool]:
    return lambda unit: unit.has(*classes)


def _opens_number(unit: Unit) -> bool:
    return unit.low[:1].isdigit() or unit.has("numbers:unit", "numbers:one", "dates:ordinal", "dates:ago", "dates:unit")


def _opens_day(unit: Unit) -> bool:
    return unit.low[:1].isdigit() or unit.has(
        "numbers:unit", "dates:ordinal", "dates:article", "dates:weekday", "dates:month", "dates:last", "dates:next", "dates:this", "dates:part"
    )  # fmt: skip


def _opens_part(unit: Unit) -> bool:
    return unit.low[:1].isdigit() or unit.has("dates:edge", "dates:nth", "dates:last", "numbers:unit")


def _opens_decade(unit: Unit) -> bool:
    return unit.low[:1].isdigit() or unit.has("dates:unit")


def _opens_range(unit: Unit) -> bool:
    return _opens_day(unit) or unit.has("dates:period", "dates:between") or bool(unit.values("words:prep") & {"between", "from"})


def _opens_hour(unit: Unit) -> bool:
    return unit.low[:1].isdigit() or unit.has("numbers:unit", "dates:ordinal", "dates:at", "dates:hour", "dates:part")


def _opens_month_or_year(unit: Unit) -> bool:
    return unit.low[:1].isdigit() or unit.has("dates:month")

_READERS: tuple[tuple[Reader, Callable[[Unit], bool]], ...] = (
    (read_night, _of_class("dates:night")), (_beside, _of_class("dates:beside")), (read_part, _opens_part), (read_season, _of_class("dates:season", "dates:last", "dates:this")), (read_decade, _opens_decade), (_since, _of_class("dates:since")), (read_range, _opens_range), (read_ago, _opens_number),
    (read_counted_days, _of_class("words:prep")), (_day, _opens_day), (_hour, _opens_hour), (_relative_day, _of_class("dates:day")),
    (read_span, _any_word), (_part, _of_class("dates:part")), (read_month_or_year, _opens_month_or_year), (_vague, _of_class("dates:vague")),
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
        if before is not None and mention.first == before.last and (there := _day_of_week(before, mention)) is not None:
            out[-1] = DateMention(before.first, mention.last, before.start, mention.end, there, "point")
            clock.anchor = there
            continue
        near = before is not None and mention.first - before.last <= 2
        if before is not None and near and _specified(before, mention):
            out[-1] = DateMention(before.first, mention.last, before.start, mention.end, mention.moment, "point")
            continue
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


def _specified(span: DateMention, day: DateMention) -> bool:
    """ "over the past 24 hours, on 3 August,": the day that a look back stands for."""
    if span.moment is None or day.moment is None or span.role != "range" or day.role != "point" or day.first - span.last != 1:
        return False
    short = span.moment.end - span.moment.start == timedelta(days=1) and span.moment.resolved_from == "relative"
    return short and day.moment.precision == "day" and timedelta() <= span.moment.end - day.moment.start <= timedelta(days=2)


def _day_of_week(week: DateMention, day: DateMention) -> Moment | None:
    """ "last week on Tuesday"."""
    if week.moment is None or day.moment is None or week.moment.precision != "week" or day.moment.resolved_from != "weekday" or day.role != "point":
        return None
    there = week.moment.start + timedelta(days=(day.moment.start.weekday() - week.moment.start.weekday()) % 7)
    return replace(day.moment, start=there, end=there)
