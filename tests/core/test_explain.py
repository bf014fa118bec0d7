"""Every claim explains itself: the words, and the row of a pack that stands where the trace says."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch import Claim, Packs, Report, code
from trucewatch.model import Trace

from .golden import REPORTS

Explained = tuple[Report, Claim, tuple[Trace, ...]]


def is_row(where: str) -> bool:
    """Whether `file:line` is a row of a table: neither its header nor a comment."""
    name, _, number = where.rpartition(":")
    path = Path(name)
    if not (number.isdigit() and path.suffix == ".tsv" and path.is_file()):
        return False
    lines = path.read_text(encoding="utf-8").split("\n")
    kept = [n for n, line in enumerate(lines, start=1) if line.strip() and not line.startswith("#")]
    return int(number) in kept[1:]


@pytest.fixture
def explained(packs: Packs) -> list[Explained]:
    """Every claim of the golden reports with its traces and the text it was coded from."""
    found: list[Explained] = []
    for report in REPORTS:
        coding = code(report, packs)
        assert len(coding.traces) == len(coding.claims)
        found += [(report, claim, traces) for claim, traces in zip(coding.claims, coding.traces)]
    assert len(found) >= len(REPORTS)
    return found


def told(faults: list[str]) -> str:
    return f"{len(faults)} faults\n" + "\n".join(faults)


def test_the_kind_names_the_row_and_the_words_that_carry_it(explained: list[Explained]) -> None:
    faults = []
    for report, claim, traces in explained:
        rows = [t for t in traces if t.field == "kind" and t.value == claim.kind and t.row and is_row(t.row)]
        if not any(t.start is not None and report.text[t.start : t.end].strip() for t in rows):
            faults.append(f"{report.id}: nothing says why this is {claim.kind}")
    assert not faults, told(faults)


def test_the_words_of_the_kind_are_in_the_evidence(explained: list[Explained]) -> None:
    faults = [
        f"{report.id}: {claim.kind}: {report.text[t.start : t.end]!r}"
        for report, claim, traces in explained
        for t in traces
        if t.field == "kind" and t.start is not None and t.end is not None
        if not any(span.start <= t.start and t.end <= span.end for span in claim.evidence)
    ]
    assert not faults, told(faults)


def test_every_row_that_is_named_is_there(explained: list[Explained]) -> None:
    named = [(report, t.field, t.row) for report, _, traces in explained for t in traces if t.row is not None]
    assert named
    faults = [f"{report.id}: {field}: {row}" for report, field, row in named if not is_row(row)]
    assert not faults, told(faults)


def test_every_field_that_is_filled_is_explained(explained: list[Explained]) -> None:
    fields = ("origin", "via", "actors", "recipients", "when", "where", "casualties", "agreements")
    faults = [
        f"{report.id}: {claim.kind}: {name}"
        for report, claim, traces in explained
        for name in fields
        if getattr(claim, name) and name not in {t.field for t in traces}
    ]
    assert not faults, told(faults)


def test_the_words_of_a_trace_are_inside_the_text(explained: list[Explained]) -> None:
    for report, _, traces in explained:
        for t in traces:
            assert (t.start is None) == (t.end is None), t
            assert t.start is None or t.end is not None and 0 <= t.start < t.end <= len(report.text), t
