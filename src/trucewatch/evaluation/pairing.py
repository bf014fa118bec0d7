"""Which predicted claim answers which gold claim: the words must overlap, best pairs first, one to one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from trucewatch.evaluation.comparing import figures, parties, party_of

Json = dict[str, Any]

_GROUPED = {
    "violence": "ceasefire_violation small_arms_fire shelling air_strike armed_clash explosion attack casualties",
    "ground": "advance withdrawal movement",
    "custody": "detention release",
    "hardship": "obstruction damage displacement aid",
    "state": "calm tension",
    "conflict": "accuse condemn deny threaten refuse protest sanction",
    "cooperation": "commit support consult mediate agree",
    "appeal": "appeal",
    "position": "concern statement",
}
GROUPS = {kind: group for group, kinds in _GROUPED.items() for kind in kinds.split()}
"""Kind -> group of kinds; a pair within one group is the right act even where its kind is not."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Indexes into the gold and the predicted claims of one report."""

    gold: int
    predicted: int
    same_kind: bool


def spans_of(claim: Json) -> list[tuple[int, int]]:
    """The evidence as (start, end) pairs."""
    return [(e["start"], e["end"]) for e in claim.get("evidence") or [] if e]


def overlap(a: Json, b: Json) -> float:
    """Shared characters of evidence by the shorter evidence, 0..1."""
    ours, theirs = spans_of(a), spans_of(b)
    shared = sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in ours for y in theirs)
    shortest = min(_length(ours), _length(theirs))
    return min(1.0, shared / shortest)


def _length(spans: list[tuple[int, int]]) -> int:
    return sum(end - start for start, end in spans) or 1


def pair_up(gold: Sequence[Json], predicted: Sequence[Json]) -> Iterator[Pair]:
    """Pairs of claims whose evidence overlaps and whose kinds share a group.

    The better pair goes first: same kind, then the number of origin, actors, casualties and denial that agree, then
    the overlap, then the order of the texts. Each claim is used once.
    """
    candidates = [
        (_weight(g, p, shared), -i, -j)
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
        if (shared := overlap(g, p)) > 0 and GROUPS.get(g["kind"]) == GROUPS.get(p["kind"])
    ]
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    for (same_kind, _, _), i, j in sorted(candidates, reverse=True):
        if -i not in used_gold and -j not in used_predicted:
            used_gold.add(-i)
            used_predicted.add(-j)
            yield Pair(-i, -j, same_kind)


def _weight(gold: Json, predicted: Json, shared: float) -> tuple[bool, int, float]:
    agreeing = (
        (party_of(gold.get("origin")) == party_of(predicted.get("origin")))
        + (parties(gold, "actors") == parties(predicted, "actors"))
        + (figures(gold) == figures(predicted))
        + (bool(gold.get("denied")) == bool(predicted.get("denied")))
    )
    return gold["kind"] == predicted["kind"], agreeing, shared
