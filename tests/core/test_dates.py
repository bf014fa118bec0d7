"""Times of acts, read on Friday 5 August 2022 unless a row says otherwise.

A row: words, the words of the mention, first day, last day, precision, how it was resolved.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from trucewatch.dates import Clock, DateMention, Moment, find_dates
from trucewatch.packs import Packs

from .reading import units_of

FRIDAY = date(2022, 8, 5)
DATA = Path(__file__).resolve().parents[1] / "data" / "dates"
Row = tuple[str, str, str, str, str, str]

FRENCH: list[Row] = [
    ("tirs le 4 août", "le 4 août", "2022-08-04", "2022-08-04", "day", "explicit"),
    ("tirs le 4 août 2021", "le 4 août 2021", "2021-08-04", "2021-08-04", "day", "explicit"),
    ("tirs le 30 décembre", "le 30 décembre", "2021-12-30", "2021-12-30", "day", "explicit"),
    ("tirs jeudi 4 août", "jeudi 4 août", "2022-08-04", "2022-08-04", "day", "explicit"),
    ("tirs jeudi", "jeudi", "2022-08-04", "2022-08-04", "day", "weekday"),
    ("tirs vendredi", "vendredi", "2022-08-05", "2022-08-05", "day", "weekday"),
    ("tirs ce même vendredi", "ce même vendredi", "2022-08-05", "2022-08-05", "day", "weekday"),
    ("tirs samedi", "samedi", "2022-07-30", "2022-07-30", "day", "weekday"),
    ("tirs lundi dernier", "lundi dernier", "2022-08-01", "2022-08-01", "day", "weekday"),
    ("tirs vendredi dernier", "vendredi dernier", "2022-07-29", "2022-07-29", "day", "weekday"),
    ("tirs hier", "hier", "2022-08-04", "2022-08-04", "day", "relative"),
    ("tirs avant-hier", "avant-hier", "2022-08-03", "2022-08-03", "day", "relative"),
    ("tirs la veille", "la veille", "2022-08-04", "2022-08-04", "day", "relative"),
    ("tirs il y a trois jours", "il y a trois jours", "2022-08-02", "2022-08-02", "day", "relative"),
    ("tirs il y a deux semaines", "il y a deux semaines", "2022-07-22", "2022-07-22", "day", "relative"),
    ("dans la nuit du 4 au 5 août", "dans la nuit du 4 au 5 août", "2022-08-04", "2022-08-05", "night", "explicit"),
    ("dans la nuit de mercredi à jeudi", "dans la nuit de mercredi à jeudi", "2022-08-03", "2022-08-04", "night", "weekday"),
    ("dans la nuit de jeudi", "dans la nuit de jeudi", "2022-08-04", "2022-08-05", "night", "weekday"),
    ("tirs la nuit dernière", "la nuit dernière", "2022-08-04", "2022-08-05", "night", "relative"),
    ("calme depuis lundi", "depuis lundi", "2022-08-01", "2022-08-05", "range", "weekday"),
    ("calme depuis trois jours", "depuis trois jours", "2022-08-02", "2022-08-05", "range", "relative"),
    ("tirs le mois dernier", "le mois dernier", "2022-07-01", "2022-07-31", "month", "relative"),
    ("tirs la semaine dernière", "la semaine dernière", "2022-07-25", "2022-07-31", "week", "relative"),
    ("tirs l'année dernière", "l'année dernière", "2021-01-01", "2021-12-31", "year", "relative"),
    ("tirs mardi soir", "mardi soir", "2022-08-02", "2022-08-02", "part_of_day", "weekday"),
    ("tirs mercredi à l'aube", "mercredi à l'aube", "2022-08-03", "2022-08-03", "part_of_day", "weekday"),
    ("tirs le 4 août au matin", "le 4 août au matin", "2022-08-04", "2022-08-04", "part_of_day", "explicit"),
    ("tirs entre le 2 et le 4 août", "entre le 2 et le 4 août", "2022-08-02", "2022-08-04", "range", "explicit"),
    ("tirs du 2 au 4 août", "du 2 au 4 août", "2022-08-02", "2022-08-04", "range", "explicit"),
    ("tirs en juillet", "juillet", "2022-07-01", "2022-07-31", "month", "explicit"),
    ("tirs en septembre", "septembre", "2021-09-01", "2021-09-30", "month", "explicit"),
    ("tirs en juillet 2021", "juillet 2021", "2021-07-01", "2021-07-31", "month", "explicit"),
    ("tirs en 2020", "2020", "2020-01-01", "2020-12-31", "year", "explicit"),
    ("lors des dernières 24 heures", "lors des dernières 24 heures", "2022-08-04", "2022-08-05", "range", "relative"),
    ("tirs ces dernières 24 heures", "ces dernières 24 heures", "2022-08-04", "2022-08-05", "range", "relative"),
    ("tirs mardi à 9 heures", "mardi à 9 heures", "2022-08-02T09:00", "2022-08-02T09:00", "hour", "weekday"),
    ("tirs mardi à 14h30", "mardi à 14h30", "2022-08-02T14:30", "2022-08-02T14:30", "minute", "weekday"),
]  # fmt: skip

ENGLISH: list[Row] = [
    ("clashes on 4 August", "on 4 August", "2022-08-04", "2022-08-04", "day", "explicit"),
    ("clashes on August 4", "on August 4", "2022-08-04", "2022-08-04", "day", "explicit"),
    ("clashes on August 4, 2021", "on August 4, 2021", "2021-08-04", "2021-08-04", "day", "explicit"),
    ("clashes on December 30", "on December 30", "2021-12-30", "2021-12-30", "day", "explicit"),
    ("clashes on Thursday, August 4", "on Thursday, August 4", "2022-08-04", "2022-08-04", "day", "explicit"),
    ("clashes on Thursday", "on Thursday", "2022-08-04", "2022-08-04", "day", "weekday"),
    ("clashes on Friday", "on Friday", "2022-08-05", "2022-08-05", "day", "weekday"),
    ("clashes last Friday", "last Friday", "2022-07-29", "2022-07-29", "day", "weekday"),
    ("clashes yesterday", "yesterday", "2022-08-04", "2022-08-04", "day", "relative"),
    ("clashes the day before yesterday", "the day before yesterday", "2022-08-03", "2022-08-03", "day", "relative"),
    ("clashes three days ago", "three days ago", "2022-08-02", "2022-08-02", "day", "relative"),
    ("clashes two weeks ago", "two weeks ago", "2022-07-22", "2022-07-22", "day", "relative"),
    ("clashes on the night of 4-5 July", "on the night of 4-5 July", "2022-07-04", "2022-07-05", "night", "explicit"),
    ("clashes on the night of July 4", "on the night of July 4", "2022-07-04", "2022-07-05", "night", "explicit"),
    ("clashes overnight", "overnight", "2022-08-04", "2022-08-05", "night", "relative"),
    ("clashes last night", "last night", "2022-08-04", "2022-08-05", "night", "relative"),
    ("calm since Monday", "since Monday", "2022-08-01", "2022-08-05", "range", "weekday"),
    ("calm since August 1", "since August 1", "2022-08-01", "2022-08-05", "range", "explicit"),
    ("clashes last month", "last month", "2022-07-01", "2022-07-31", "month", "relative"),
    ("clashes last week", "last week", "2022-07-25", "2022-07-31", "week", "relative"),
    ("clashes this week", "this week", "2022-08-01", "2022-08-05", "week", "relative"),
    ("clashes last year", "last year", "2021-01-01", "2021-12-31", "year", "relative"),
    ("clashes at 9 a.m. on Tuesday", "at 9 a.m. on Tuesday", "2022-08-02T09:00", "2022-08-02T09:00", "hour", "weekday"),
    ("clashes on Tuesday at 2:30 p.m.", "on Tuesday at 2:30 p.m.", "2022-08-02T14:30", "2022-08-02T14:30", "minute", "weekday"),
    ("clashes on Tuesday evening", "on Tuesday evening", "2022-08-02", "2022-08-02", "part_of_day", "weekday"),
    ("clashes at dawn on Wednesday", "at dawn on Wednesday", "2022-08-03", "2022-08-03", "part_of_day", "weekday"),
    ("clashes from 1 to 3 August", "from 1 to 3 August", "2022-08-01", "2022-08-03", "range", "explicit"),
    ("clashes between August 2 and 4", "between August 2 and 4", "2022-08-02", "2022-08-04", "range", "explicit"),
    ("clashes August 1-3", "August 1-3", "2022-08-01", "2022-08-03", "range", "explicit"),
    ("clashes from Monday to Wednesday", "from Monday to Wednesday", "2022-08-01", "2022-08-03", "range", "weekday"),
    ("clashes in July", "July", "2022-07-01", "2022-07-31", "month", "explicit"),
    ("clashes in July 2021", "July 2021", "2021-07-01", "2021-07-31", "month", "explicit"),
    ("clashes in 2020", "2020", "2020-01-01", "2020-12-31", "year", "explicit"),
    ("clashes in the past 24 hours", "in the past 24 hours", "2022-08-04", "2022-08-05", "range", "relative"),
    ("clashes over the past three days", "over the past three days", "2022-08-02", "2022-08-05", "range", "relative"),
]  # fmt: skip


def dates(text: str, lang: str, packs: Packs, reference: date | None = FRIDAY) -> list[DateMention]:
    return find_dates(units_of(text, lang, packs), Clock(reference))


def shown(mention: DateMention) -> tuple[str, str, str, str] | None:
    moment = mention.moment
    if moment is None:
        return None
    clock = f"T{moment.clock}" if moment.clock else ""
    return moment.start.isoformat() + clock, moment.end.isoformat() + clock, moment.precision, moment.resolved_from


@pytest.mark.parametrize(
    ("lang", "row"), [("fr", row) for row in FRENCH] + [("en", row) for row in ENGLISH], ids=lambda v: v if isinstance(v, str) else v[0]
)
def test_times(lang: str, row: Row, packs: Packs) -> None:
    text, words, *expected = row
    (mention,) = dates(text, lang, packs)
    assert shown(mention) == tuple(expected)
    assert text[mention.start : mention.end] == words


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "calme le 3 août, tirs le lendemain", ["2022-08-03", "2022-08-04"]),
        ("fr", "calme mercredi, tirs la veille", ["2022-08-03", "2022-08-02"]),
        ("fr", "calme mardi, tirs trois jours plus tôt", ["2022-08-02", "2022-07-30"]),
        ("en", "calm on 3 August, fire the next day", ["2022-08-03", "2022-08-04"]),
        ("en", "calm on Tuesday, fire two days earlier", ["2022-08-02", "2022-07-31"]),
    ],
)
def test_words_that_count_from_the_day_the_text_is_at(lang: str, text: str, expected: list[str], packs: Packs) -> None:
    assert [str(m.moment and m.moment.start) for m in dates(text, lang, packs)] == expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "tirs récemment"),
        ("fr", "tirs il y a peu"),
        ("fr", "tirs le 31 février"),
        ("en", "fire recently"),
        ("en", "fire in recent days"),
        ("en", "fire in the coming days"),
        ("en", "fire on February 31"),
        ("fr", "12 soldats et 2020 obus"),
        ("en", "the sides may talk"),
    ],
)
def test_null_rather_than_a_guess(lang: str, text: str, packs: Packs) -> None:
    assert [shown(m) for m in dates(text, lang, packs) if m.moment is not None] == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "tirs jeudi"), ("fr", "tirs hier"), ("fr", "tirs le 4 août"), ("fr", "calme depuis lundi"),
        ("fr", "tirs le mois dernier"), ("en", "fire on Thursday"), ("en", "fire overnight"), ("en", "fire three days ago"),
    ],
)  # fmt: skip
def test_without_a_day_of_publication_only_what_is_written_out_is_known(lang: str, text: str, packs: Packs) -> None:
    assert [m.moment for m in dates(text, lang, packs, reference=None) if m.moment is not None] == []


@pytest.mark.parametrize(("lang", "text"), [("fr", "tirs le 4 août 2021"), ("en", "fire on 4 August 2021")])
def test_a_date_with_its_year_needs_no_reference(lang: str, text: str, packs: Packs) -> None:
    (mention,) = dates(text, lang, packs, reference=None)
    assert shown(mention) == ("2021-08-04", "2021-08-04", "day", "explicit")


def test_a_date_without_year_looks_back_over_new_year(packs: Packs) -> None:
    (mention,) = dates("tirs le 30 décembre", "fr", packs, reference=date(2023, 1, 2))
    assert shown(mention) == ("2022-12-30", "2022-12-30", "day", "explicit")


def suite() -> list[tuple[str, ...]]:
    """The rows of tests/data/dates: language, day of reference, words, first and last day."""
    found: list[tuple[str, ...]] = []
    for path in sorted(DATA.glob("*.tsv")):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
        found.extend((path.stem, *line.split("\t")) for line in lines[1:])
    return found


@pytest.mark.parametrize(("lang", "reference", "text", "start", "end"), suite())
def test_the_suite_that_libraries_are_compared_on(lang: str, reference: str, text: str, start: str, end: str, packs: Packs) -> None:
    moments = [m.moment for m in dates(text, lang, packs, date.fromisoformat(reference)) if m.moment is not None]
    assert [(m.start.isoformat(), m.end.isoformat()) for m in moments[-1:]] == ([] if start == "-" else [(start, end)])


@pytest.mark.parametrize(
    ("lang", "text", "clock"),
    [("fr", "tirs mardi à 9 heures et demie", "09:30"), ("fr", "tirs mardi à 10 heures moins le quart", "09:45"), ("fr", "tirs mardi à midi et demi", "12:30")],
)  # fmt: skip
def test_parts_of_an_hour(lang: str, text: str, clock: str, packs: Packs) -> None:
    (mention,) = dates(text, lang, packs)
    assert mention.moment is not None and (mention.moment.start, mention.moment.clock) == (date(2022, 8, 2), clock)


@pytest.mark.parametrize(("lang", "text"), [("fr", "tirs jusqu'à mardi"), ("fr", "tirs avant le 2 août"), ("en", "fire until Tuesday"), ("en", "fire before August 2")])
def test_a_bound_is_no_time_of_the_act(lang: str, text: str, packs: Packs) -> None:
    (mention,) = dates(text, lang, packs)
    assert mention.role == "bound"


def test_since_lasts_to_publication_and_weeks_are_those_of_the_report(packs: Packs) -> None:
    week = Moment(date(2022, 7, 25), date(2022, 7, 31), "week", "explicit")
    clock = Clock(date(2022, 7, 31), published=date(2022, 8, 2), period=week)
    since, before = find_dates(units_of("calme depuis le 28 juillet, contre la semaine précédente", "fr", packs), clock)
    assert since.moment is not None and since.moment.end == date(2022, 8, 2)
    assert before.moment is not None and before.moment.start == date(2022, 7, 18)
