"""Claims in the making."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from trucewatch.actors import Mention
from trucewatch.acts import ActMention
from trucewatch.dates import Moment
from trucewatch.model import Agreement, Casualty, Count, Place, Trace, Via


@dataclass(slots=True)
class Draft:
    """A claim whose fields may still change. `sentence`, `unit`: where its trigger stands; spans in characters."""

    kind: str
    sentence: int
    unit: int
    evidence: list[tuple[int, int]]
    rule: str
    row: str = ""
    origin: Mention | None = None
    vias: list[Via] = field(default_factory=list)
    speech: str | None = None
    denied: bool = False
    hedged: bool = False
    actors: list[Mention] = field(default_factory=list)
    recipients: list[Mention] = field(default_factory=list)
    moment: Moment | None = None
    moment_span: tuple[int, int] | None = None
    places: list[Place] = field(default_factory=list)
    losses: list[Casualty] = field(default_factory=list)
    count: Count | None = None
    weapons: list[str] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)
    quote: bool = False
    paragraph: int = 0
    present: bool = False
    background: bool = False
    habitual: bool = False
    aside: bool = False
    lag: int | None = None
    """Days by which it lies before what its sentence tells ("two days after ...")."""
    """Told in a relative clause."""
    act: ActMention | None = None
    window: tuple[int, int] = (0, 0)
    heading: bool = False
    source: Draft | None = None
    co_origins: list[Mention] = field(default_factory=list)
    scene: Moment | None = None
    traces: list[Trace] = field(default_factory=list)

    @property
    def origin_code(self) -> str | None:
        """Code of the origin without sector; None for the outlet's own voice and for unnamed sources."""
        return self.origin.code if self.origin else None

    @property
    def unnamed_origin(self) -> bool:
        """Told by somebody whom no pack knows: not the outlet's own voice."""
        return self.origin is not None and self.origin.code is None

    def actor_codes(self) -> set[str]:
        """Codes of the actors without sector."""
        return {a.code for a in self.actors if a.code}

    def twin(self, origin: Mention, **changes: Any) -> Draft:
        """The same act told by another voice: a draft of its own that shares no list, with its origin explained."""
        span = (origin.start, origin.end) if origin.start >= 0 else (None, None)
        traces = [replace(t, value=origin.party or "unnamed", start=span[0], end=span[1]) if t.field == "origin" else t for t in self.traces]
        own = {name: list(getattr(self, name)) for name in ("evidence", "vias", "actors", "recipients", "places", "losses", "weapons", "agreements")}
        return replace(self, **{**own, "origin": origin, "traces": traces, "co_origins": [], **changes})

    def trace(self, name: str, value: str, *, rule: str, row: str | None = None, span: tuple[int, int] | None = None) -> None:
        """Notes why a field has its value."""
        start, end = span if span else (None, None)
        self.traces.append(Trace(name, value, rule, row, start, end))
