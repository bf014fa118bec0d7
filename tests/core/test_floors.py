"""The figures that may only rise. F over all reports of a set, as `trucewatch evaluate` prints it.

On the check sets only figures are read: no text, no claim, no miss is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from trucewatch import Packs, Report, code
from trucewatch.service.evaluating import evaluate, read_gold

from .conftest import SHARED_EVAL

EVAL = Path(__file__).parents[2] / "eval"
FLOORS = {"claim": 0.80, "record": 0.42}
CHECK_FLOORS = {
    ("fr", "claim"): 0.64, ("fr", "record"): 0.26, ("en", "claim"): 0.58, ("en", "record"): 0.26, ("ce", "claim"): 0.73, ("ce", "record"): 0.40,
    ("es", "claim"): 0.69, ("es", "record"): 0.29, ("ru", "claim"): 0.66, ("ru", "record"): 0.33,
}  # fmt: skip
"""Reached on 2026-11-24 (French claims lost 0.01 on the way). Wanted: no more than 0.08 below dev, which only the short texts keep."""
THEATRES = ("south-caucasus", "levant")

Figures = dict[str, tuple[int, float]]
Measure = Callable[[Path], Figures]


@pytest.fixture(scope="session")
def measure() -> Measure:
    """Figures of a gold file by row: how many right, and F. Each file is coded once a run."""
    held: dict[Path, Figures] = {}

    def of(path: Path) -> Figures:
        if path not in held:
            found = evaluate(path, theatres=THEATRES, workers=1)
            assert not found.lost, f"{path.name}: a report could not be coded"
            held[path] = {
                row: (count.right, round(count.f1, 4)) for row, count in found.scores.scope("all").items()
            }
        return held[path]

    return of


@pytest.mark.parametrize("row", FLOORS)
@pytest.mark.parametrize(
    "path",
    [
        EVAL / "dev-fr.jsonl",
        EVAL / "dev-en.jsonl",
        EVAL / "dev-es.jsonl",
        EVAL / "dev-ru.jsonl",
        pytest.param(SHARED_EVAL / "dev-ce.jsonl", marks=pytest.mark.shared),
    ],
    ids=lambda path: path.stem,
)
def test_floor(path: Path, row: str, measure: Measure) -> None:
    _, figure = measure(path)[row]
    assert figure >= FLOORS[row], f"{path.stem}: {row} F {figure:.3f}, floor {FLOORS[row]}"


@pytest.mark.shared
@pytest.mark.parametrize(("row", "least"), [("claim", 13), ("record", 10)])
def test_the_seed_report(row: str, least: int, measure: Measure) -> None:
    right, _ = measure(SHARED_EVAL / "seed.jsonl")[row]
    assert right >= least, f"seed: {row} {right} of 14, at least {least}"


@pytest.mark.shared
@pytest.mark.parametrize(("name", "row"), CHECK_FLOORS)
def test_check_floor(name: str, row: str, measure: Measure) -> None:
    """What is reached, not what is wanted: docs/accuracy.md tells how far below dev that is."""
    _, check = measure(SHARED_EVAL / f"check-{name}.jsonl")[row]
    assert check >= CHECK_FLOORS[name, row], f"{name}: {row} F {check:.3f}, floor {CHECK_FLOORS[name, row]}"


@pytest.mark.shared
@pytest.mark.parametrize("name", ["dev-fr", "dev-en", "dev-ru"])
def test_our_copies_are_the_workplace_s(name: str) -> None:
    assert (EVAL / f"{name}.jsonl").read_bytes() == (SHARED_EVAL / f"{name}.jsonl").read_bytes()


@pytest.mark.shared
def test_nothing_is_coded_where_there_is_nothing(packs: Packs) -> None:
    empty = [item for item in read_gold(SHARED_EVAL / "dev-ce.jsonl") if not item["claims"]]
    assert empty
    coded = [
        f"{item['id']}: {claim.kind}: {item['text'][claim.evidence[0].start : claim.evidence[0].end]}"
        for item in empty
        for claim in code(Report(item["id"], item["text"], item["lang"], item["published"]), packs).claims
    ]
    assert not coded, "\n" + "\n".join(coded)
