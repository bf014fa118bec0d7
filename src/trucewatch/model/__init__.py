"""The record: reports, claims, problems. Plain values, no behaviour beyond construction.

The contract is written in docs/record-model.md; field names are the names on the wire.
"""

from trucewatch.model.claim import (
    Agreement,
    Casualty,
    Claim,
    Coder,
    Count,
    Evidence,
    Party,
    Place,
    Span,
    Via,
    When,
)
from trucewatch.model.coding import Coding, Trace
from trucewatch.model.kinds import GROUND_KINDS, KINDS, SPEECH_KINDS
from trucewatch.model.problem import Problem
from trucewatch.model.report import Report

__all__ = [
    "GROUND_KINDS",
    "KINDS",
    "SPEECH_KINDS",
    "Agreement",
    "Casualty",
    "Claim",
    "Coder",
    "Coding",
    "Count",
    "Evidence",
    "Party",
    "Place",
    "Problem",
    "Report",
    "Span",
    "Trace",
    "Via",
    "When",
]
