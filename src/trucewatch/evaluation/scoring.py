"""Precision, recall and F for each field of the record, per language and over all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from trucewatch.evaluation.comparing import Json, figures, parties, party_of, same_place, same_when
from trucewatch.evaluation.pairing import pair_up, spans_of

ROWS = (
    "claim", "act", "record", "origin", "exact_origin", "actors", "exact_actors", "recipients", "when", "where",
    "casualties", "denied", "speech",
)  # fmt: skip
"""claim: a pair of the same kind; act: a pair within one group of kinds; record: a pair of the same kind in which
origin, actors, when, denied and casualties are all right. The rest is judged on pairs of the same kind only; `exact_`
compares party codes with their sector."""

ALL = "all"
_WORDS = 160


@dataclass(slots=True)
class Count:
    """True positives against the numbers of gold and of predicted things."""

    right: int = 0
    gold: int = 0
    predicted: int = 0

    def add(self, right: int, gold: int, predicted: int) -> None:
        self.right += right
        self.gold += gold
        self.predicted += predicted

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """A gold claim that was not found (`missed`) or a predicted one without gold (`spurious`)."""

    what: str
    report: str
    kind: str
    words: str

    def __str__(self) -> str:
        return f"{self.what}  {self.report}  {self.kind}  {self.words}"


@dataclass(slots=True)
class Scores:
    """`table[scope][row]`; scopes are `all` and the languages of the gold reports."""

    table: dict[str, dict[str, Count]] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)
    reports: int = 0
    gold_claims: int = 0
    predicted_claims: int = 0

    def scope(self, name: str) -> dict[str, Count]:
        return self.table.setdefault(name, {row: Count() for row in ROWS})


def score(gold: Iterable[Json], predicted: Mapping[str, Sequence[Json]]) -> Scores:
    """Compare gold reports `{id, lang, text, claims}` with predicted claims by report id.

    A report that is missing from `predicted` counts as one without claims.
    """
    scores = Scores()
    for report in gold:
        _score_report(report, predicted.get(report["id"]) or [], scores)
    return scores


def _score_report(report: Json, predicted: Sequence[Json], scores: Scores) -> None:
    gold = report["claims"]
    pairs = list(pair_up(gold, predicted))
    same = [(gold[pair.gold], predicted[pair.predicted]) for pair in pairs if pair.same_kind]
    for scope in (ALL, report.get("lang", "?")):
        counts = scores.scope(scope)
        counts["act"].add(len(pairs), len(gold), len(predicted))
        counts["claim"].add(len(same), len(gold), len(predicted))
        right = sum([_score_pair(g, p, counts) for g, p in same])
        counts["record"].add(right, len(gold), len(predicted))
    scores.reports += 1
    scores.gold_claims += len(gold)
    scores.predicted_claims += len(predicted)
    found = {pair.gold for pair in pairs if pair.same_kind}
    wanted = {pair.predicted for pair in pairs if pair.same_kind}
    scores.misses += [_miss("missed", report, g) for i, g in enumerate(gold) if i not in found]
    scores.misses += [_miss("spurious", report, p) for j, p in enumerate(predicted) if j not in wanted]


def _score_pair(gold: Json, predicted: Json, counts: dict[str, Count]) -> bool:
    """Count every field of one pair; True when the record is right as a whole."""
    same_origin = party_of(gold.get("origin")) == party_of(predicted.get("origin"))
    same_time = same_when(gold, predicted)
    same_denial = bool(gold.get("denied")) == bool(predicted.get("denied"))
    exact = party_of(gold.get("origin"), whole=True) == party_of(predicted.get("origin"), whole=True)
    judged = {
        "origin": same_origin,
        "exact_origin": exact,
        "when": same_time,
        "denied": same_denial,
        "speech": (gold.get("speech") or None) == (predicted.get("speech") or None),
    }
    for row, right in judged.items():
        counts[row].add(right, 1, 1)
    _score_sets(gold, predicted, counts)
    same_actors = parties(gold, "actors") == parties(predicted, "actors")
    return same_origin and same_time and same_denial and same_actors and figures(gold) == figures(predicted)


def _score_sets(gold: Json, predicted: Json, counts: dict[str, Count]) -> None:
    for row, whole in (("actors", False), ("exact_actors", True), ("recipients", False)):
        name = row.removeprefix("exact_")
        a, b = parties(gold, name, whole=whole), parties(predicted, name, whole=whole)
        counts[row].add(len(a & b), len(a), len(b))
    ours, theirs = gold.get("where") or [], predicted.get("where") or []
    counts["where"].add(sum(any(same_place(x, y) for y in theirs) for x in ours), len(ours), len(theirs))
    lost, told = figures(gold), figures(predicted)
    counts["casualties"].add(len(lost & told), len(lost), len(told))


def _miss(what: str, report: Json, claim: Json) -> Miss:
    words = " … ".join(report["text"][start:end] for start, end in spans_of(claim))
    return Miss(what, report["id"], claim["kind"], words[:_WORDS].replace("\n", " "))


def find_below(scores: Scores, floors: Mapping[str, float]) -> list[str]:
    """One line for each row whose F over all languages is below its floor."""
    counts = scores.scope(ALL)
    return [
        f"below the floor: {row}={floor:g} (F = {counts[row].f1:.3f})"
        for row, floor in floors.items()
        if counts[row].f1 < floor
    ]
