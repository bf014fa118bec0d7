"""Quantities in a row of units.

Rules (record-model.md, coding rules): "more than N" is at_least N; a range A to B is about, low A, best A, high B;
dozens, hundreds, several, thousands leave best open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from trucewatch.syntax import Unit

_DIGITS = re.compile(r"[^\d]")
_VAGUE_LOW = {"several": None, "dozens": None, "hundreds": None, "thousands": None}


@dataclass(frozen=True, slots=True)
class Quantity:
    """Units `first..last` (half-open) say `low`..`high` (persons or things), best guess `best`.

    `other`: "19 others"; `article`: only an article ("a soldier" = 1); `same`: "as many".
    """

    first: int
    last: int
    low: int | None
    best: int | None
    high: int | None
    quantifier: str
    start: int
    end: int
    other: bool = False
    article: bool = False
    same: bool = False
    low_stated: bool = True


def find_quantities(units: Sequence[Unit]) -> list[Quantity]:
    """All quantities in order, never overlapping; dates and hours are for the caller to leave out."""
    found: list[Quantity] = []
    at = 0
    while at < len(units):
        quantity = _quantity_at(units, at)
        if quantity is None:
            at += 1
            continue
        found.append(quantity)
        at = quantity.last
    return found


def _quantity_at(units: Sequence[Unit], at: int) -> Quantity | None:
    if not units[at].counting or units[at].pos == "date":
        return None
    opened = _range(units, at)
    if opened is not None:
        return opened
    i, quantifier, other = at, "exact", False
    while i < len(units) and units[i].has("numbers:atleast", "numbers:atmost", "numbers:about", "numbers:other"):
        if units[i].has("numbers:other"):
            other = True
        elif units[i].has("numbers:atleast"):
            quantifier = "at_least"
        elif units[i].has("numbers:atmost"):
            quantifier = "at_most"
        elif quantifier == "exact":
            quantifier = "about"
        i += 1
        while i < len(units) and units[i].values("words:prep") | units[i].values("words:det") and (units[i].values("words:prep") & {"of", "acc"} or units[i].values("words:det") & {"def", "indef", "part"}) and not units[i].has("numbers:unit", "numbers:one"):
            i += 1
    simple = _simple(units, i)
    if simple is None and other and i == at + 1 and units[at].has("numbers:one"):
        simple = 1, i, "number"  # «otro resultó herido»
    if simple is None:
        return _special(units, at) if i == at else None
    value, end, kind = simple
    if i > at and kind == "article":
        kind = "number"
    while end < len(units) and units[end].has("numbers:other") and not units[end].has("numbers:unit"):
        other, end = True, end + 1
    return _sealed(units, at, end, value=value, kind=kind, quantifier=quantifier, other=other)


def _sealed(
    units: Sequence[Unit], first: int, last: int, *, value: int | str, kind: str, quantifier: str, other: bool
) -> Quantity:
    start, end = units[first].start, units[last - 1].end
    if isinstance(value, str):
        low = _VAGUE_LOW.get(value)
        return Quantity(first, last, low, None, None, value, start, end, other=other)
    if kind == "approx" and quantifier == "exact":
        quantifier = "about"
    high = None if quantifier == "at_least" else value
    low = None if quantifier == "at_most" else value
    return Quantity(first, last, low, value, high, quantifier, start, end, other=other, article=kind == "article")


def _special(units: Sequence[Unit], at: int) -> Quantity | None:
    unit = units[at]
    if unit.has("numbers:none"):
        return Quantity(at, at + 1, 0, 0, 0, "none_stated", unit.start, unit.end)
    if unit.has("numbers:same"):
        return Quantity(at, at + 1, None, None, None, "exact", unit.start, unit.end, same=True)
    return None


def _range(units: Sequence[Unit], at: int) -> Quantity | None:
    """ "between five and eight", « entre quatre et six », "5-8", "three to five"."""
    i = at
    opened = units[at].has("numbers:range") and any(v == "open" for v in units[at].values("numbers:range"))
    if opened:
        i += 1
    first = _simple(units, i) if i < len(units) else None
    if first is None or not isinstance(first[0], int) or first[2] == "article":
        return None
    j = first[1]
    if j >= len(units) or not units[j].has("numbers:range") or units[j].values("numbers:range") == {"open"}:
        return None
    if not opened and units[j].has("words:conj") and units[j].value("words:conj") != "or":
        return None
    second = _simple(units, j + 1) if j + 1 < len(units) else None
    if second is None or not isinstance(second[0], int) or second[0] <= first[0] or second[2] == "article":
        return None
    last = second[1]
    return Quantity(at, last, first[0], first[0], second[0], "about", units[at].start, units[last - 1].end)


def _simple(units: Sequence[Unit], at: int) -> tuple[int | str, int, str] | None:
    """(value or vague word, next unit, number | approx | article)."""
    if at >= len(units) or units[at].pos == "date":
        return None
    unit = units[at]
    if unit.has("numbers:vague"):
        return unit.value("numbers:vague"), at + 1, "vague"
    if unit.has("numbers:one") and at + 1 < len(units) and units[at + 1].has("numbers:approx"):
        return int(units[at + 1].value("numbers:approx")), at + 2, "approx"
    if unit.has("numbers:approx"):
        return int(unit.value("numbers:approx")), at + 1, "approx"
    if unit.kind == "number":
        return _scaled(units, at, _number(unit.low))
    if unit.has("numbers:unit") or unit.has("numbers:scale"):
        return _words(units, at)
    if unit.has("numbers:one") and unit.has("words:det"):
        return 1, at + 1, "article"
    return None


def _number(low: str) -> float | None:
    grouped = re.fullmatch(r"\d{1,3}(?:[ .,']\d{3})+", low)
    if grouped:
        return float(_DIGITS.sub("", low))
    try:
        return float(low.replace(",", "."))
    except ValueError:
        return None


def _scaled(units: Sequence[Unit], at: int, value: float | None) -> tuple[int | str, int, str] | None:
    if value is None:
        return None
    last = at + 1
    while last < len(units) and units[last].has("numbers:scale"):
        value *= int(units[last].value("numbers:scale"))
        last += 1
    if value != int(value) or value > 10**11:
        return None
    return int(value), last, "number"


def _words(units: Sequence[Unit], at: int) -> tuple[int | str, int, str] | None:
    total, current, i = 0, 0, at
    used = False
    while i < len(units):
        unit = units[i]
        if unit.has("numbers:unit") and not (used and current % 100 and int(unit.value("numbers:unit")) >= 10):
            current += int(unit.value("numbers:unit"))
        elif unit.has("numbers:scale"):
            scale = int(unit.value("numbers:scale"))
            if scale >= 1000:
                total, current = total + max(1, current) * scale, 0
            else:
                current = max(1, current) * scale
        elif used and "and" in unit.values("words:conj") and i + 1 < len(units) and units[i + 1].has("numbers:unit") and (current >= 20 or total and not current):
            if current % 10 or units[i + 1].has("words:det"):
                break
        else:
            break
        used = True
        i += 1
    article = i == at + 1 and units[at].has("numbers:one") and units[at].has("words:det")
    return (total + current, i, "article" if article else "number") if used else None


def with_value(quantity: Quantity, value: int) -> Quantity:
    """The quantity with an exact value (for "as many")."""
    return replace(quantity, low=value, best=value, high=value)
