"""How sure a claim is: the share of claims with the same doubts that are right, as fitted on coded texts.

All figures are log-odds, made by `tools/fit_confidence.py`; docs/accuracy.md shows how far they can be trusted.
"""

from __future__ import annotations

import math

from trucewatch.coder.draft import Draft
from trucewatch.model.kinds import GROUND_KINDS

BASE = 2.23
WEIGHTS = {
    "attributed": -0.33,
    "background": -0.12,
    "counted": 0.57,
    "inherited": 0.24,
    "losses": -0.25,
    "no-cue": 0.20,
    "nobody": -0.13,
    "noun": -0.20,
    "spoken": 0.45,
    "three-in-sentence": -0.40,
    "told-before": -1.08,
    "told-twice": 0.36,
    "two-in-sentence": -0.48,
    "undated": 0.05,
    "vague-kind": -0.25,
}
NEW_TEXTS = -0.68
"""The dev texts were read while rules were written; of 217 claims of texts that were not or hardly read, fewer are right by this."""
_VAGUE = frozenset({"attack", "movement", "statement", "tension", "damage", "advance", "obstruction", "accuse", "deny"})


def doubts_of(draft: Draft, neighbours: int) -> tuple[str, ...]:
    """What makes a claim more or less sure. `neighbours`: other claims told in the same sentence."""
    act = draft.act
    found = {
        "nobody": draft.kind in GROUND_KINDS and not draft.actors and not draft.losses,
        "inherited": any(m.inherited for m in (*draft.actors, *([draft.origin] if draft.origin else []))),
        "undated": draft.moment is None,
        "told-before": draft.rule in ("retold", "denial") or draft.rule.startswith("frame"),
        "headline": draft.heading,
        "background": draft.background or draft.aside,
        "noun": act is not None and act.group is None,
        "no-cue": act is not None and not act.row.needs,
        "vague-kind": draft.kind in _VAGUE,
        "spoken": draft.kind not in GROUND_KINDS,
        "attributed": draft.origin is not None and draft.origin.code is not None,
        "losses": bool(draft.losses),
        "counted": draft.count is not None,
        "told-twice": len(draft.evidence) > 1,
        "two-in-sentence": neighbours == 1,
        "three-in-sentence": neighbours > 1,
    }
    return tuple(name for name, holds in found.items() if holds)


def confidence(doubts: tuple[str, ...]) -> float:
    """Estimated probability, 0 to 1 in hundredths, that such a claim of a new text is there and of the right kind."""
    odds = BASE + NEW_TEXTS + sum(WEIGHTS.get(name, 0.0) for name in doubts)
    return round(1 / (1 + math.exp(-odds)), 2)
