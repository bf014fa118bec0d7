"""Which of several places of one name a report means: told by the states and the sure places that it names.

A place of a theatre pack is taken before one of the world pack, and that before one of the gazetteer; a state named in
the report and nearness to a sure place count for a candidate. A place of the gazetteer alone needs such a reason, or a
report that names no other state.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import cos, exp, hypot, log10, radians

from trucewatch.packs import Entry, PlaceRow
from trucewatch.syntax import Unit

_PRIOR = (0.3, 0.75, 1.2)
"""By rank: gazetteer, world pack, theatre pack."""
_NAMED, _NEAR, _LARGE = 0.35, 0.25, 0.2
"""At most so much for a state that is named, a sure place nearby, many people."""
_NEAR_KM, _DEGREE_KM = 250.0, 111.2
_MOST_PEOPLE = 7.0
"""Powers of ten of the largest town."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The row chosen for a name, with its score from 0 to 1 and the reasons in words."""

    row: str
    score: float
    why: str


@dataclass(slots=True)
class _Evidence:
    """States named in the report, by how often, and the points of its sure places."""

    states: Counter[str] = field(default_factory=Counter)
    points: list[tuple[float, float, str]] = field(default_factory=list)


def settle_places(sentences: Sequence[list[Unit]], states: frozenset[str]) -> dict[int, Settled]:
    """Leaves each unit with the one place it means, or with none; tells the choice by the first character of the name.

    A town that bears the name of another state's capital does not stand for that state's government.
    """
    named = [(unit, units) for units in sentences for unit in units if unit.has("place")]
    if not named:
        return {}
    evidence = _evidence(sentences, states)
    settled: dict[int, Settled] = {}
    for unit, units in named:
        best, score, why = max((_weigh(entry, evidence) for entry in unit.by["place"]), key=lambda weighed: weighed[1])
        row: PlaceRow = best.row
        if row.rank == 0 and (not why and (evidence.states or len(unit.by["place"]) > 1) or _part_of_name(unit, units)):
            unit.by = {cls: entries for cls, entries in unit.by.items() if cls != "place"}
            continue
        if len(unit.by["place"]) > 1:
            elsewhere = row.rank == 0 and unit.has("name")
            unit.by = {**{cls: entries for cls, entries in unit.by.items() if cls != "name" or not elsewhere}, "place": [best]}
        settled[unit.start] = Settled(row.where, min(1.0, round(score, 2)), ", ".join([_SOURCE[row.rank], *why]))
    return settled


def _part_of_name(unit: Unit, units: list[Unit]) -> bool:
    """Whether a word that no pack knows, with a capital, stands right beside it: a longer name, of something else."""
    beside = [units[k] for k in (unit.i - 1, unit.i + 1) if 0 <= k < len(units)]
    return any(other.kind == "word" and other.cap and not other.by for other in beside)


_SOURCE = ("gazetteer", "world pack", "theatre pack")


def _evidence(sentences: Iterable[list[Unit]], states: frozenset[str]) -> _Evidence:
    found = _Evidence()
    for units in sentences:
        for unit in units:
            places = unit.by.get("place", ())
            named = unit.by.get("name") or unit.by.get("person")
            code = str(named[0].row.party).split("-")[0] if named and len(places) < 2 else ""
            if code in states:
                found.states[code] += 1
            if len(places) == 1 and places[0].row.rank:
                _note_point(places[0].row, found)
    return found


def _note_point(row: PlaceRow, found: _Evidence) -> None:
    if row.lat is not None and row.lon is not None:
        found.points.append((row.lat, row.lon, row.id))
    if row.country and row.precision != "country":
        found.states[row.country] += 1


def _weigh(entry: Entry, evidence: _Evidence) -> tuple[Entry, float, list[str]]:
    row: PlaceRow = entry.row
    score, why = _PRIOR[row.rank], []
    if row.population and row.population > 1:
        score += _LARGE * min(1.0, log10(row.population) / _MOST_PEOPLE)
    if row.country in evidence.states:
        score += _NAMED * (0.6 + 0.4 * evidence.states[row.country] / max(evidence.states.values()))
        why.append(f"{row.country} named")
    near = min((_distance_km(row, point) for point in evidence.points if point[2] != row.id), default=None)
    if near is not None and near < 2 * _NEAR_KM:
        score += _NEAR * exp(-near / _NEAR_KM)
        why.append(f"{near:.0f} km from another place")
    return entry, score, why


def _distance_km(row: PlaceRow, point: tuple[float, float, str]) -> float:
    """Flat-earth distance: good enough within a few hundred kilometres."""
    if row.lat is None or row.lon is None:
        return float("inf")
    east = abs(row.lon - point[1])
    return _DEGREE_KM * hypot(row.lat - point[0], min(east, 360 - east) * cos(radians(row.lat)))
