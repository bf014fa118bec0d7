"""Fits the weights of `trucewatch.coder.confidence` on coded texts, and shows how far scores can be trusted.

    python tools/fit_confidence.py --fit GOLD.jsonl ...     print BASE and WEIGHTS to paste
    python tools/fit_confidence.py GOLD.jsonl ...           a table of bands and the curve of --min-score

Logistic regression with a ridge, whole-batch gradient steps, no randomness. A claim is right when the gold has one of its
kind on its words. On check files only these figures are printed, no text.
"""

from __future__ import annotations

import argparse
import json
import math
from pathlib import Path
from typing import Any

from trucewatch import Packs, Report, load_packs
from trucewatch.coder import code
from trucewatch.evaluation.pairing import pair_up
from trucewatch.wire import claim_as_json, report_from_json

THEATRES = ["south-caucasus", "levant"]
BANDS = ((0.0, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.85), (0.85, 1.01))
RIDGE, RATE, STEPS = 2.0, 0.5, 4000

Judged = tuple[tuple[str, ...], float, bool]
"""Doubts and score of a claim, and whether it is right."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--fit", action="store_true", help="print new weights instead of the tables")
    asked = parser.parse_args()
    packs = load_packs(theatres=THEATRES)
    judged: list[Judged] = []
    wanted = 0
    for path in asked.gold:
        some, count = judge(path, packs)
        judged += some
        wanted += count
    if asked.fit:
        print_fit(judged)
    else:
        print_bands(judged)
        print_curve(judged, wanted)


def judge(path: Path, packs: Packs) -> tuple[list[Judged], int]:
    """Every claim coded in a gold file, judged, and how many claims the gold has."""
    judged: list[Judged] = []
    wanted = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        gold: dict[str, Any] = json.loads(line)
        report: Report = report_from_json(gold, where=str(path), default_id="?")
        coding = code(report, packs)
        wanted += len(gold["claims"])
        right = {p.predicted for p in pair_up(gold["claims"], [claim_as_json(c) for c in coding.claims]) if p.same_kind}
        for j, (claim, traces) in enumerate(zip(coding.claims, coding.traces, strict=True)):
            doubts = next(tuple(t.rule.split()) for t in traces if t.field == "score")
            judged.append((doubts, claim.score, j in right))
    return judged, wanted


def print_fit(judged: list[Judged]) -> None:
    names = sorted({name for doubts, _, _ in judged for name in doubts if name not in ("nothing", "in", "doubt")})
    base, weights = 0.0, dict.fromkeys(names, 0.0)
    for _ in range(STEPS):
        slope_base, slope = 0.0, dict.fromkeys(names, 0.0)
        for doubts, _, right in judged:
            odds = base + sum(weights.get(name, 0.0) for name in doubts)
            wrong = right - 1 / (1 + math.exp(-odds))
            slope_base += wrong
            for name in doubts:
                if name in slope:
                    slope[name] += wrong
        base += RATE * slope_base / len(judged)
        for name in names:
            weights[name] += RATE * (slope[name] - RIDGE * weights[name]) / len(judged)
    print(f"BASE = {base:.2f}")
    print("WEIGHTS = {")
    for name in names:
        print(f'    "{name}": {weights[name]:.2f},')
    print("}")


def print_bands(judged: list[Judged]) -> None:
    print("| score | claims | mean score | right |")
    print("|---|---|---|---|")
    for low, high in BANDS:
        some = [j for j in judged if low <= j[1] < high]
        if some:
            print(f"| {low:.2f} to {min(high, 1):.2f} | {len(some)} | {sum(j[1] for j in some) / len(some):.2f} | {sum(j[2] for j in some) / len(some):.2f} |")


def print_curve(judged: list[Judged], wanted: int) -> None:
    print("\n| `--min-score` | precision | recall |")
    print("|---|---|---|")
    for least in (0.0, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9):
        kept = [j for j in judged if j[1] >= least]
        right = sum(j[2] for j in kept)
        if kept and wanted:
            print(f"| {least:.2f} | {right / len(kept):.2f} | {right / wanted:.2f} |")


if __name__ == "__main__":
    main()
