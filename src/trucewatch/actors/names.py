"""Names and heads inside a phrase: which name row a unit may stand for today, which noun is the head, whether it is plural."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from trucewatch.actors.cast import Cast, Mention
from trucewatch.packs import NameRow, PersonRow
from trucewatch.syntax import NounPhrase, Parse, Unit

_HEADS = ("nouns:person", "nouns:body", "nouns:office", "nouns:side", "nouns:relay", "nouns:victim", "nouns:asset")


def find_head(units: Sequence[Unit]) -> Unit | None:
    """The head noun: the last one of a known class before a bare name, relays only when nothing else stands there."""
    found: Unit | None = None
    for unit in units:
        if unit.has(*_HEADS) and unit.pos != "verb":
            if unit.has("nouns:asset") and found is not None and not found.has("nouns:asset") and not unit.has("nouns:person", "nouns:body"):
                found = unit
                continue
            found = unit
    return found


def head_class(head: Unit | None) -> str:
    if head is None:
        return "name"
    for cls in _HEADS:
        if head.has(cls):
            return cls.removeprefix("nouns:")
    return "name"


def relay_of(units: Sequence[Unit], parse: Parse) -> tuple[str, tuple[int, int]] | None:
    for unit in units:
        if unit.has("nouns:relay") and unit.pos != "verb":
            last = units[-1]
            return unit.value("nouns:relay") or "spokesperson", (units[0].start, last.end)
    return None


def sector_of(
    head: Unit | None, outer: Sequence[Unit], inner: Sequence[Unit]
) -> tuple[str, bool, bool | None]:
    """Sector, whether people, civilian or not: the most telling noun of the phrase."""
    sector, civilian = "", None
    human = head is not None and head.has("nouns:person", "nouns:office", "nouns:relay")
    if head is not None and head.has("nouns:relay"):
        sector = next((row.sector for row in head.rows("nouns:relay") if row.sector), "")
    elif head is not None:
        for cls in ("nouns:body", "nouns:person", "nouns:office"):
            for row in head.rows(cls):
                sector, civilian = sector or row.sector, civilian if civilian is not None else row.civilian
    if not sector or (head is not None and head.has("nouns:office") and sector == "GOV"):
        for unit in (*outer, *inner):
            if unit is head or unit.pos == "verb":
                continue
            for cls in ("nouns:body", "nouns:office"):
                for row in unit.rows(cls):
                    if row.sector in ("MIL", "POL", "PKF", "REB") or not sector:
                        sector = row.sector or sector
                        break
    return sector, human, civilian


def _valid(since: str, until: str, day: date | None) -> bool:
    if day is None:
        return True
    text = day.isoformat()
    return (not since or since <= text[: len(since)]) and (not until or text[: len(until)] <= until)


def best_name(units: Sequence[Unit], cast: Cast) -> tuple[str, str, Unit, str] | None:
    """(code, sector, unit, row) of the name that decides: a person in office, a force, then the first plain name."""
    plain: list[tuple[int, tuple[str, str, Unit, str]]] = []
    for unit in units:
        for rank, found in _names_of(unit, cast):
            if _demoted(units, unit):
                rank += 5
            plain.append((rank, found))
    plain.sort(key=lambda item: item[0])
    return plain[0][1] if plain else None


def _names_of(unit: Unit, cast: Cast) -> list[tuple[int, tuple[str, str, Unit, str]]]:
    found: list[tuple[int, tuple[str, str, Unit, str]]] = []
    person = person_of(unit, cast)
    if person is not None:
        code, _, sector = person.party.partition("-")
        found.append((0, (code, sector, unit, person.where)))
    rows: list[NameRow] = [r for r in unit.rows("name") if _valid(r.since, r.until, cast.reference)]
    for row in rows[:1] if len({r.party for r in rows}) <= 1 else _preferred(rows):
        code, _, sector = row.party.partition("-")
        rank = 1 if sector and row.role in ("force", "name") else 3 if row.role == "demonym" else 4 if row.role == "label" else 2
        found.append((rank, (code, sector if row.role != "demonym" else "", unit, row.where)))
    for source in unit.rows("source") if not found else ():
        if source.party:
            found.append((4, (source.party, "JRN", unit, source.where)))
    return found


def _preferred(rows: list[NameRow]) -> list[NameRow]:
    order = {"force": 0, "label": 1, "name": 2, "demonym": 3, "capital": 4}
    return sorted(rows, key=lambda r: order.get(r.role, 5))[:1]


def person_of(unit: Unit, cast: Cast) -> PersonRow | None:
    """The person in the office held on the day of reference; else the office held nearest to it."""
    rows: list[PersonRow] = unit.rows("person")
    surname = not rows
    if surname and (len(unit.low) < 3 or any(c.startswith("words:") for c in unit.by)):
        return None
    if surname:
        rows = unit.rows("surname")
    if not rows:
        return None
    valid = [row for row in rows if _valid(row.since, row.until, cast.reference)]
    if valid:
        return valid[0]
    return None if surname else rows[0]


def _demoted(units: Sequence[Unit], unit: Unit) -> bool:
    """ "X-backed", "Y-run": the name belongs to the participle glued to it, not to the head."""
    after = unit.i + 1 - units[0].i
    if after >= len(units):
        return False
    follower = units[after]
    return follower.glued and follower.has("verb") and not follower.has("name") and "ppart" in follower.tags


def is_plural(np: NounPhrase, parse: Parse, head: Unit | None) -> bool:
    """Whether a phrase is plural, as far as its determiner or its ending shows."""
    first = parse.units[np.first]
    if np.plural is not None and not np.pronoun:
        return np.plural
    if first.pos == "num" or np.det == "indef" and first.plural:
        return True
    word = head or parse.units[np.last - 1]
    return word.plural or any(
        value in ("3p",) for value in first.values("words:pron")
    )


def is_demonym(unit: Unit) -> bool:
    rows = unit.rows("name")
    return bool(rows) and all(row.role == "demonym" for row in rows) and not unit.has("person")


def plural_of(mention: Mention) -> bool:
    """Whether the phrase names several people or bodies."""
    return mention.plural


def bearer_of(units: Sequence[Unit]) -> str:
    """The last word of a proper name that no pack knows ("Lieutenant Colonel Devender Anand"), "" without one."""
    last = units[-1]
    plain = last.cap and last.pos == "nom" and not last.has("name", "place", *_HEADS, "dates:weekday", "dates:month")
    return last.low.rsplit(" ", 1)[-1] if plain and last.kind == "word" else ""
