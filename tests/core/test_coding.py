"""Constructions of real reports, each coded and compared with its golden file (`--update-golden` writes them)."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from trucewatch import Claim, Packs, Report, code
from trucewatch.model import Party

from .golden import REPORTS

GOLDEN = Path(__file__).parent / "data" / "golden"


def one_line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def as_text(text: str, claims: list[dict[str, Any]]) -> str:
    """One field a line, so that a difference reads well."""
    lines = ["{", f'"text": {one_line(text)},', '"claims": [']
    for number, claim in enumerate(claims):
        fields = ",\n".join(f"  {one_line(key)}: {one_line(value)}" for key, value in claim.items())
        lines.append(" {\n" + fields + "\n }" + ("," if number < len(claims) - 1 else ""))
    return "\n".join([*lines, "]", "}", ""])


@pytest.fixture
def golden(pytestconfig: pytest.Config) -> Callable[[Report, list[dict[str, Any]]], None]:
    """Compare with the report's golden file, or write it."""

    def compare(report: Report, claims: list[dict[str, Any]]) -> None:
        path = GOLDEN / f"{report.id}.json"
        if pytestconfig.getoption("update_golden", default=False):
            path.write_text(as_text(report.text, claims), encoding="utf-8")
            return
        held = json.loads(path.read_text(encoding="utf-8"))
        assert held["text"] == report.text, "the report was changed: write its golden file anew"
        assert json.loads(one_line(claims)) == held["claims"]

    return compare


def codes(parties: tuple[Party, ...]) -> list[str | None]:
    return [party.party for party in parties]


def compact(claim: Claim) -> dict[str, Any]:
    """The fields of a claim that say what was said; spans, ids and weights are tested elsewhere."""
    when = claim.when
    return {
        "kind": claim.kind,
        "origin": claim.origin and claim.origin.party,
        "origin_name": claim.origin and claim.origin.name,
        "via": [via.name for via in claim.via],
        "speech": claim.speech,
        "denied": claim.denied,
        "hedged": claim.hedged,
        "actors": codes(claim.actors),
        "recipients": codes(claim.recipients),
        "when": when and [when.start, when.end, when.precision, when.resolved_from],
        "where": [[place.name, place.relation] for place in claim.where],
        "casualties": [figures(loss) for loss in claim.casualties],
        "count": claim.count and [claim.count.value, claim.count.unit],
        "spans": len(claim.evidence),
    }


def figures(loss: Any) -> dict[str, Any]:
    held = dataclasses.asdict(loss)
    return {key: held[key] for key in ("status", "side", "civilian", "low", "best", "high", "quantifier", "severe")}


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.id)
def test_coded_as_written_down(report: Report, packs: Packs, golden: Callable[[Report, list[dict[str, Any]]], None]) -> None:
    golden(report, [compact(claim) for claim in code(report, packs).claims])


def test_every_golden_file_has_its_report() -> None:
    assert sorted(path.stem for path in GOLDEN.glob("*.json")) == sorted(report.id for report in REPORTS)


def test_each_of_two_accusations_explains_its_own_origin(packs: Packs) -> None:
    coding = code(Report("r", "Thailand and Cambodia accused each other of shelling villages on Saturday.", "en", "2025-07-26"), packs)
    explained = [next(t.value for t in traces if t.field == "origin") for traces in coding.traces]
    assert explained == [c.origin.party for c in coding.claims if c.origin is not None]
    assert sorted(explained) == ["KHM-GOV", "THA-GOV"]
