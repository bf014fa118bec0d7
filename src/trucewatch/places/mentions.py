"""Places in a sentence: pack rows, countries after a preposition of place, and names after a generic place noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.model import Place
from trucewatch.syntax import NounPhrase, Parse, Unit

_LOCATIVE = {
    "in": "in", "at": "at", "near": "near", "around": "near", "along": "along", "between": "between",
    "toward": "direction_of", "over": "in", "under": "in", "behind": "near", "from": "at",
}  # fmt: skip
_OF_PARTIES = {"between", "under"}
"""Before the name of a state or capital these tell of its government: "talks between A and B", "under the auspices of A"."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named by units `first..last` (half-open). `country`: the state it lies in, if a pack says so;
    `named`: not a border or road without a name; `seat`: the object of a verb that may be that capital's government."""

    first: int
    last: int
    place: Place
    loose: bool = False
    country: str = ""
    named: bool = True
    seat: bool = False


def find_places(parse: Parse, text: str) -> list[PlaceMention]:
    """All places of the sentence in order. `loose` ones stand after a preposition that need not tell place."""
    found: list[PlaceMention] = []
    for np, prep, coordinated in _located(parse):
        for part in np.chain():
            inside = part is not np
            governed = "at" if inside and prep in ("object", "left") and _heads_place(parse, np) else prep
            mention = _in_phrase(parse, part, governed, text, nested=inside or coordinated)
            if mention is not None and not (inside and coordinated and _seat_of(parse, np, mention)):
                found.append(mention)
    return found


def _seat_of(parse: Parse, np: NounPhrase, mention: PlaceMention) -> bool:
    """ "A, the capital of B": the apposition tells what A is, not another place."""
    return _heads_place(parse, np) and mention.place.precision in ("region", "country")


def _heads_place(parse: Parse, np: NounPhrase) -> bool:
    """ "The village (of A)"."""
    return any("settlement" in unit.values("nouns:placehead") for unit in parse.units[np.first : np.last])


def finest(mentions: list[PlaceMention]) -> list[PlaceMention]:
    """Without states of which a part is named beside them ("in A and B, C" is in A and B) and bare borders beside a name."""
    named = [m for m in mentions if m.named] or mentions
    parts = {m.country for m in named if m.place.precision != "country"}
    return [m for m in named if m.place.precision != "country" or not m.country or m.country not in parts]


def _located(parse: Parse) -> Iterator[tuple[NounPhrase, str, bool]]:
    """Noun phrases with the preposition that governs them; a coordinated phrase shares that of the first."""
    last: str = ""
    for k, item in enumerate(parse.items):
        if item.np is None:
            if item.kind not in ("conj", "quote") and not (item.kind == "mark" and item.value == ","):
                last = ""
            continue
        struck = item.np.prep is None and (_after_verb(parse, k) or _suffers(parse, k))
        joined = k > 0 and parse.items[k - 1].kind in ("conj", "mark") and item.np.prep is None
        prep = item.np.prep or (last if joined else "object" if struck else "")
        if prep in ("of", "against") and _after_verb(parse, k):
            prep = "left" if prep == "of" else "object"
        yield item.np, prep, joined and bool(last)
        last = prep


def _suffers(parse: Parse, k: int) -> bool:
    """Whether a phrase is the subject of what is done to it ("Goris was shelled", "Goris came under fire")."""
    np = parse.items[k].np
    group = next((item.vg for item in parse.items[k + 1 :] if item.vg is not None and item.vg.finite), None)
    if np is None or group is None or not any(np is subject for subject in parse.subject(group).phrases):
        return False
    rows = parse.units[group.head].rows("act")
    return any(group.passive or "subj" in row.recipient for row in rows)


def _after_verb(parse: Parse, k: int) -> bool:
    """Whether a phrase is the direct object of a verb ("shelled Goris")."""
    for item in reversed(parse.items[:k]):
        if item.vg is not None:
            return not item.vg.passive
        if item.kind not in ("date", "adv", "quote"):
            return False
    return False


def _in_phrase(parse: Parse, np: NounPhrase, prep: str, text: str, *, nested: bool) -> PlaceMention | None:
    units = parse.units[np.first : np.last]
    head = next((u for u in units if u.has("nouns:placehead")), None)
    relation = _LOCATIVE.get(prep)
    for unit in units:
        if unit.i + 1 < np.last and parse.units[unit.i + 1].kind == "possessive":
            continue
        if unit.has("place") and unit.pos not in ("verb",) and not (unit.has("person", "surname") and relation is None):
            country = unit.by["place"][0].row.country
            seat = unit.has("name")
            if prep in ("object", "left") and (not seat or all(row.role == "capital" for row in unit.rows("name"))):
                return PlaceMention(np.first, np.last, _from_row(unit, "at", text), seat, country, seat=seat)
            if relation is None and not head and not nested or prep in _OF_PARTIES and unit.has("name"):
                return None
            return PlaceMention(np.first, np.last, _from_row(unit, relation or "in", text), relation is None, country)
    if head is not None and (relation is not None or nested):
        return _named(units, head, relation or "in", text)
    if relation in ("near", "along", "direction_of", "between") or relation in ("in", "at") and _bare_name(units):
        return _unknown(units, relation, text)
    return None


def _from_row(unit: Unit, relation: str, text: str) -> Place:
    row = unit.by["place"][0].row
    precision = row.precision
    if relation == "near" and precision == "settlement":
        precision = "near_settlement"
    return Place(
        text[unit.start : unit.end], precision, relation, row.id, row.lat, row.lon, unit.start, unit.end
    )


def _named(units: list[Unit], head: Unit, relation: str, text: str) -> PlaceMention | None:
    """A generic noun with a proper name that no pack knows: "the village of X", "X province"."""
    names = [u for u in units if u.cap and u is not head and u.pos == "nom" and not u.has("name", "dates:weekday", "dates:month")]
    value = head.value("nouns:placehead")
    precision = value if value in ("settlement", "district", "region", "line", "exact", "near_settlement", "country") else "exact"
    if not names and precision not in ("line",):
        return None
    start = min([head.start, *(u.start for u in names)])
    end = max([head.end, *(u.end for u in names)])
    place = Place(text[start:end], precision, relation, start=start, end=end)
    return PlaceMention(units[0].i, units[-1].i + 1, place, named=bool(names))


def _bare_name(units: list[Unit]) -> bool:
    words = [u for u in units if u.pos != "det"]
    return bool(words) and all(u.cap and u.pos == "nom" for u in words) and not any(
        u.has("name", "person", "surname", "dates:month", "dates:weekday", "nouns:relay", "nouns:body", "source") for u in words
    )


def _unknown(units: list[Unit], relation: str, text: str) -> PlaceMention | None:
    """A capitalised name after "near", "in", "towards" that no pack knows: a settlement by that name."""
    if not _bare_name(units):
        return None
    names = [u for u in units if u.pos != "det"]
    start, end = names[0].start, names[-1].end
    precision = "near_settlement" if relation == "near" else "settlement"
    return PlaceMention(units[0].i, units[-1].i + 1, Place(text[start:end], precision, relation, start=start, end=end))
