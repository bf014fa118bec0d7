"""What the coder returns for one report."""

from __future__ import annotations

from dataclasses import dataclass

from trucewatch.model.claim import Claim
from trucewatch.model.problem import Problem
from trucewatch.model.report import Report


@dataclass(frozen=True, slots=True)
class Trace:
    """Why one field of one claim has its value: the words, the pack row (`file:line`) and the rule."""

    field: str
    value: str
    rule: str
    row: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Coding:
    """The claims of one report with their explanations; `traces[i]` explains `claims[i]`."""

    report: Report
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()
    traces: tuple[tuple[Trace, ...], ...] = ()
