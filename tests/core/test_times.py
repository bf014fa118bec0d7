"""Times and losses of claims, sentence by sentence: which date belongs to which act, and whose losses a figure counts.

The rows stand in tests/data/times.tsv and losses.tsv.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from trucewatch import Packs, Report, code
from trucewatch.model import Casualty

DATA = Path(__file__).resolve().parents[1] / "data"
VAGUE = ("several", "dozens", "hundreds", "thousands")


def rows(name: str) -> Iterator[tuple[str, ...]]:
    lines = [line for line in (DATA / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    width = lines[0].count("\t") + 1
    for line in lines[1:]:
        cells = line.split("\t")
        yield tuple(cells + [""] * (width - len(cells)))


def figure(loss: Casualty) -> str:
    value = loss.quantifier if loss.quantifier in VAGUE else next((n for n in (loss.best, loss.low, loss.high) if n is not None), None)
    return f"{loss.status}/{loss.side or '-'}/{value}{'c' if loss.civilian else ''}"


@pytest.mark.parametrize(("lang", "text", "losses"), list(rows("losses.tsv")), ids=lambda cell: str(cell)[:60])
def test_losses(lang: str, text: str, losses: str, packs: Packs) -> None:
    claims = code(Report("x", text, lang, "2022-09-14", kind="news"), packs).claims
    assert {figure(loss) for claim in claims for loss in claim.casualties} == set(losses.split())


@pytest.mark.parametrize(("lang", "report", "published", "text", "kind", "when"), list(rows("times.tsv")), ids=lambda cell: str(cell)[:60])
def test_times(lang: str, report: str, published: str, text: str, kind: str, when: str, packs: Packs) -> None:
    coding = code(Report("x", text.replace("\\n", "\n"), lang, published, kind=report or None), packs)
    found = [claim.when for claim in coding.claims if claim.kind == kind]
    assert found, [claim.kind for claim in coding.claims]
    first, _, last = when.partition("..")
    told = found[-1]
    shown = None if told is None else (told.start[:10], told.end[:10])
    assert shown == (None if when == "-" else (first, last or first))
