"""Sport, weather, economy, history and hypotheticals: sentences with the words of war and no act of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch import Packs, Report, code

PAGES = Path(__file__).parent.parent / "data" / "restraint"
MOST = 2


@pytest.mark.parametrize("lang", ["ru"])
def test_at_most_one_claim_on_thirty_sentences(lang: str, packs: Packs) -> None:
    lines = [line for line in (PAGES / f"{lang}.txt").read_text(encoding="utf-8").splitlines() if line.strip()]
    assert len(lines) == 30
    coded = [f"{claim.kind}: {line}" for line in lines for claim in code(Report("page", line, lang, "2022-08-05"), packs).claims]
    assert len(coded) <= 1, "\n" + "\n".join(coded)


def test_at_most_two_claims_on_ninety_sentences(packs: Packs) -> None:
    lines = [(lang, line) for lang in ("en", "fr", "es") for line in (PAGES / f"{lang}.txt").read_text(encoding="utf-8").splitlines() if line.strip()]
    assert len(lines) == 90
    coded = [
        f"{lang}: {claim.kind}: {line}"
        for number, (lang, line) in enumerate(lines)
        for claim in code(Report(f"{lang}-{number}", line, lang, "2022-08-05"), packs).claims
    ]
    assert len(coded) <= MOST, "\n" + "\n".join(coded)
