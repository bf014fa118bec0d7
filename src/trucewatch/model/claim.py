"""A claim: one assertion made in one report, each field tied to the words that carry it.

Spans are half-open, in Unicode characters of the report's text, exactly as received.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]`, half-open, 0 <= start < end <= len(text)."""

    start: int
    end: int


Evidence = Span


@dataclass(frozen=True, slots=True)
class Party:
    """A party as `CODE` or `CODE-SECTOR` and the words that name it; `start`/`end` None when inherited."""

    party: str | None
    name: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Via:
    """A relay between outlet and origin. `kind`: agency, communique, spokesperson, account, monitor ..."""

    name: str
    kind: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class When:
    """Time of the act. `start`, `end`: ISO dates or date-times (local, zone unknown); `end` inclusive."""

    start: str
    end: str
    precision: str
    resolved_from: str
    start_offset: int | None = None
    end_offset: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where. `place` is the id of a pack row; `lat`/`lon` in decimal degrees, None if unknown."""

    name: str
    precision: str
    relation: str | None = None
    place: str | None = None
    lat: float | None = None
    lon: float | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Casualty:
    """A figure of people. `low`, `best`, `high` in persons; None where the words leave it open."""

    status: str
    side: str | None = None
    civilian: bool | None = None
    low: int | None = None
    best: int | None = None
    high: int | None = None
    quantifier: str = "exact"
    severe: int | None = None
    including: tuple[Casualty, ...] = ()
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many acts the claim stands for, by the origin's own counting; never added across counters."""

    value: int
    unit: str
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """The commitment the words refer to; ids from the agreement table of a pack, None if unidentified."""

    agreement: str | None
    provision: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Coder:
    """What produced the claim: engine name, version, and the id of the rule (pack row)."""

    name: str
    version: str
    rule: str


@dataclass(frozen=True, slots=True)
class Claim:
    """According to `origin` (through `via`), `actors` did `kind` to `recipients`, when, where, with what loss."""

    id: str
    kind: str
    evidence: tuple[Span, ...]
    origin: Party | None = None
    via: tuple[Via, ...] = ()
    speech: str | None = None
    denied: bool = False
    hedged: bool = False
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    when: When | None = None
    where: tuple[Place, ...] = ()
    casualties: tuple[Casualty, ...] = ()
    count: Count | None = None
    weapons: tuple[str, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    quote: bool = False
    score: float = 1.0
    coder: Coder = field(default_factory=lambda: Coder("trucewatch", "0", "none"))
