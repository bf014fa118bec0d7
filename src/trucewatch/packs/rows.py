"""Typed rows: what the stages see of the tables."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.packs.tables import Row


@dataclass(frozen=True, slots=True)
class WordRow:
    """A row of words, nouns, numbers, dates or weapons: a class, a value, and for people sector and civilian."""

    table: str
    cls: str
    value: str
    where: str
    sector: str = ""
    civilian: bool | None = None


@dataclass(frozen=True, slots=True)
class SayRow:
    """How speech is introduced."""

    frame: str
    speech: str
    value: str
    where: str


@dataclass(frozen=True, slots=True)
class ActRow:
    """One way of telling an act (docs/packs.md, acts.tsv)."""

    id: str
    pos: str
    kind: str
    needs: tuple[str, ...]
    without: tuple[str, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    extra: dict[str, str]
    where: str
    weight: int


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name of a party; `since`/`until` ISO dates or parts of them."""

    role: str
    party: str
    since: str
    until: str
    where: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in one office."""

    name: str
    party: str
    office: str
    since: str
    until: str
    where: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place with its representative point. `rank`: 0 gazetteer, 1 world pack, 2 theatre pack; `population` if known."""

    id: str
    precision: str
    lat: float | None
    lon: float | None
    country: str
    where: str
    rank: int = 1
    population: float | None = None


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """An agreement that texts refer to."""

    id: str
    signed: str
    effective: str
    parties: tuple[str, ...]
    kind: str
    where: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """An agency, outlet or monitor."""

    id: str
    kind: str
    party: str
    where: str


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party code with its neutral label."""

    code: str
    kind: str
    sector: str
    label: str
    parent: str
    where: str


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def word_row(table: str, row: Row) -> WordRow:
    civilian = {"yes": True, "no": False}.get(row["civilian"].lower())
    cls = row["class"] or ("weapon" if table == "weapons" else "")
    value = row["value"] or (f"{row['weapon']}:{row['kind']}" if table == "weapons" else "")
    return WordRow(table, cls, value, row.where, row["sector"], civilian)


def say_row(row: Row) -> SayRow:
    return SayRow(row["frame"], row["speech"], row["value"], row.where)


def act_row(row: Row) -> ActRow:
    extra = dict(part.split("=", 1) for part in row["extra"].split(";") if "=" in part)
    extra = {k.strip(): v.strip() for k, v in extra.items()}
    needs = row.many("needs")
    weight = 5 if needs else 0
    return ActRow(
        row["id"], row["pos"], row["kind"], needs, row.many("without"), row.many("actor"),
        row.many("recipient"), extra, row.where, weight,
    )  # fmt: skip


def name_row(row: Row) -> NameRow:
    return NameRow(row["role"], row["party"], row["from"], row["until"], row.where)


def person_row(row: Row) -> PersonRow:
    first = row.many("names")
    return PersonRow(first[0] if first else "", row["party"], row["office"], row["from"], row["until"], row.where)


def place_row(row: Row, rank: int) -> PlaceRow:
    return PlaceRow(
        row["id"], row["precision"], _number(row["lat"]), _number(row["lon"]), row["country"], row.where, rank, _number(row["population"]),
    )  # fmt: skip


def agreement_row(row: Row) -> AgreementRow:
    return AgreementRow(
        row["id"], row["signed"], row["effective"], row.many("parties"), row["kind"], row.where
    )


def source_row(row: Row) -> SourceRow:
    return SourceRow(row["id"], row["kind"], row["party"], row.where)


def party_row(row: Row) -> PartyRow:
    return PartyRow(row["code"], row["kind"], row["sector"], row["label"], row["parent"], row.where)
