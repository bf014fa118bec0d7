"""The score of a claim: a probability that falls with every doubt, and says which they were."""

from __future__ import annotations

import pytest

from trucewatch import Coding, Packs, Report, code
from trucewatch.coder.confidence import WEIGHTS, confidence


@pytest.mark.parametrize("doubt", [name for name, weight in WEIGHTS.items() if weight < -0.1])
def test_a_doubt_lowers_the_score(doubt: str) -> None:
    assert 0 < confidence((doubt,)) < confidence(()) < 1


def _coded(text: str, packs: Packs) -> Coding:
    return code(Report("r", text, "en", "2025-05-14"), packs)


def test_the_score_is_explained_by_its_doubts(packs: Packs) -> None:
    coding = _coded("Thai troops shelled a village on Monday, the Cambodian defence ministry said.", packs)
    assert len(coding.claims) == 1
    trace = next(t for t in coding.traces[0] if t.field == "score")
    assert float(trace.value) == coding.claims[0].score == confidence(tuple(trace.rule.split()))
    assert "attributed" in trace.rule.split() and "undated" not in trace.rule.split()


def test_a_denial_of_an_act_told_before_is_less_sure_than_the_act(packs: Packs) -> None:
    coding = _coded("Thai troops shelled a village on Monday, the Cambodian defence ministry said. Bangkok denied it.", packs)
    told, denied = coding.claims
    assert denied.denied and denied.score < told.score
