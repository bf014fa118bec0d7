"""Explain: for every field of every claim its value, its words, and the rule and pack row behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.errors import UsageError
from trucewatch.model import Claim, Coding, Problem, Report, Trace
from trucewatch.service.coding import CodeRequest, code_inputs


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of an explanation. `words`: the text of the trace's span, None when the value was inherited."""

    field: str
    value: str
    words: str | None
    rule: str
    row: str | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """One claim explained; `number` counts from 1 within its report."""

    report: Report
    number: int
    claim: Claim
    reasons: tuple[Reason, ...]


def explain(request: CodeRequest, *, claim: int | None = None) -> Iterator[Explanation | Coding | Problem]:
    """Each coding, followed by the explanations of its claims (only number `claim` when given).

    Raises what `code_inputs` raises, and UsageError for a claim number below 1.
    """
    if claim is not None and claim < 1:
        raise UsageError(f"--claim counts from 1, not {claim}")
    return _explain(iter(code_inputs(request)), claim)


def _explain(
    items: Iterator[Coding | Problem], wanted: int | None
) -> Iterator[Explanation | Coding | Problem]:
    for item in items:
        yield item
        if isinstance(item, Coding):
            yield from (e for e in explain_coding(item) if wanted in (None, e.number))


def explain_coding(coding: Coding) -> Iterator[Explanation]:
    """The explanations of one coding's claims, in order."""
    for index, claim in enumerate(coding.claims):
        traces = coding.traces[index] if index < len(coding.traces) else ()
        reasons = tuple(_reason(trace, coding.report.text) for trace in traces)
        yield Explanation(coding.report, index + 1, claim, reasons)


def _reason(trace: Trace, text: str) -> Reason:
    spanned = trace.start is not None and trace.end is not None
    return Reason(
        trace.field, trace.value, text[trace.start : trace.end] if spanned else None, trace.rule, trace.row
    )
