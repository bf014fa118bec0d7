"""A text with overlapping spans, cut where any span begins or ends, so that pieces never overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trucewatch.model import Claim

ROLES = ("act", "origin", "via", "actor", "recipient", "when", "where", "casualties", "agreement")
"""What words can be for a claim, in the order of the record: who says, who did, to whom, when, where."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """`text[start:end]` is, for the claim with this index, the role."""

    start: int
    end: int
    claim: int
    role: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text and every mark that covers it; `opens` are the marks that begin here."""

    start: int
    end: int
    marks: tuple[Mark, ...] = ()
    opens: tuple[Mark, ...] = ()


def find_marks(claims: Sequence[Claim], length: int) -> list[Mark]:
    """Every span of every claim that lies inside a text of `length` characters, sorted."""
    found: set[Mark] = set()
    for index, claim in enumerate(claims):
        for role, start, end in _spans(claim):
            if start is not None and end is not None and 0 <= start < end <= length:
                found.add(Mark(start, end, index, role))
    return sorted(found)


def _spans(claim: Claim) -> Iterator[tuple[str, int | None, int | None]]:
    yield from (("act", e.start, e.end) for e in claim.evidence)
    if claim.origin is not None:
        yield "origin", claim.origin.start, claim.origin.end
    yield from (("via", v.start, v.end) for v in claim.via)
    yield from (("actor", a.start, a.end) for a in claim.actors)
    yield from (("recipient", r.start, r.end) for r in claim.recipients)
    if claim.when is not None:
        yield "when", claim.when.start_offset, claim.when.end_offset
    yield from (("where", p.start, p.end) for p in claim.where)
    for entry in claim.casualties:
        yield "casualties", entry.start, entry.end
        yield from (("casualties", part.start, part.end) for part in entry.including)
    yield from (("agreement", a.start, a.end) for a in claim.agreements)


def cut(marks: Sequence[Mark], start: int, end: int) -> list[Segment]:
    """The segments of `text[start:end]`, in order, without gaps: joined again they are the text.

    A mark that began before `start` opens in the first segment, so that a span across paragraphs is seen in each.
    """
    inside = [m for m in marks if m.start < end and m.end > start]
    borders = sorted({start, end, *(max(m.start, start) for m in inside), *(min(m.end, end) for m in inside)})
    segments = []
    for left, right in zip(borders, borders[1:]):
        covering = tuple(m for m in inside if m.start < right and m.end > left)
        opening = tuple(m for m in covering if max(m.start, start) == left)
        segments.append(Segment(left, right, covering, opening))
    return segments
