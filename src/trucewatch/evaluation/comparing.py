"""When two values of one field are the same: parties, times, places, figures of people."""

from __future__ import annotations

import math
from typing import Any

Json = dict[str, Any]
Figure = tuple[str | None, str, bool, str | int | None]

SAME_PLACE_KM = 20
_EARTH_RADIUS_KM = 6371
_VAGUE = ("none_stated", "several", "dozens", "hundreds", "thousands")


def party_of(value: Json | str | None, *, whole: bool = False) -> str:
    """The party's code, without its sector unless `whole`; empty for nobody."""
    code: str = (value.get("party") if isinstance(value, dict) else value) or ""
    return code if whole else code.split("-")[0]


def parties(claim: Json, field: str, *, whole: bool = False) -> set[str]:
    return {party_of(value, whole=whole) for value in claim.get(field) or []} - {""}


def same_when(gold: Json, predicted: Json) -> bool:
    """The same first and last day; no time on either side counts as the same."""
    a, b = gold.get("when"), predicted.get("when")
    if not a or not b:
        return not a and not b
    return _day(a.get("start")) == _day(b.get("start")) and _last_day(a) == _last_day(b)


def _day(value: str | None) -> str:
    return (value or "")[:10]


def _last_day(when: Json) -> str:
    return _day(when.get("end") or when.get("start"))


def same_place(a: Json, b: Json) -> bool:
    """The same row, or within 20 km, or, where a side has no coordinates, one name within the other."""
    if a.get("place") and a.get("place") == b.get("place"):
        return True
    if _located(a) and _located(b):
        return distance_km(a, b) <= SAME_PLACE_KM
    x, y = (a.get("name") or "").casefold(), (b.get("name") or "").casefold()
    return bool(x and y) and (x in y or y in x)


def _located(place: Json) -> bool:
    return isinstance(place.get("lat"), int | float) and isinstance(place.get("lon"), int | float)


def distance_km(a: Json, b: Json) -> float:
    """Great-circle distance by the haversine formula."""
    lat1, lon1, lat2, lon2 = map(math.radians, (a["lat"], a["lon"], b["lat"], b["lon"]))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return _EARTH_RADIUS_KM * 2 * math.asin(min(1, math.sqrt(h)))


def figures(claim: Json) -> set[Figure]:
    """(status, side, civilian, number); a vague figure is compared by its word, not by a number."""
    return {_figure(entry) for entry in claim.get("casualties") or []}


def _figure(entry: Json) -> Figure:
    best = entry.get("best") if entry.get("best") is not None else entry.get("low")
    quantifier = entry.get("quantifier")
    vague = quantifier if quantifier in _VAGUE else None
    return entry.get("status"), party_of(entry.get("side")), entry.get("civilian") is True, vague or best
