"""The figures are the guideline's: equal to ../shared/eval/score.py on gold, on perturbed gold, on odd claims."""

from __future__ import annotations

import copy
import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from trucewatch.evaluation import ROWS, as_figures, as_table, find_below, score

Json = dict[str, Any]
KINDS = ("shelling", "attack", "air_strike", "appeal", "statement", "agree", "casualties", "advance")
PARTIES = ("ARM", "ARM-MIL", "AZE-GOV", "AZE", "NKR", "")
DEV = ("seed", "dev-fr", "dev-en", "dev-es", "dev-ru", "dev-ce")


def load_reference(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_score", shared / "eval" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_gold(path: Path) -> list[Json]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def made_claim(pick: random.Random) -> Json:
    start = pick.randrange(0, 80)
    spans = [{"start": s, "end": s + pick.randrange(0, 25)} for s in (start, pick.randrange(0, 80))]
    day = f"2022-08-0{pick.randrange(1, 5)}"
    when = pick.choice([None, {"start": day, "end": day}, {"start": day + "T10:00", "end": None}, {}])
    party = {"party": pick.choice(PARTIES), "name": "x"}
    place: Json = pick.choice(
        [{"name": "Sotk", "lat": 40.2, "lon": 45.8}, {"name": "Sotk near"}, {"place": "p1"}, {}]
    )
    return {
        "kind": pick.choice(KINDS),
        "evidence": pick.choice([spans, spans[:1], None, [None]]),
        "origin": pick.choice([None, party, "ARM-GOV"]),
        "speech": pick.choice([None, "", "deny", "state"]),
        "denied": pick.choice([True, False, None]),
        "actors": pick.choice([[], [party], [party, {"party": "RUS-PKF"}], None]),
        "recipients": pick.choice([[], [party], None]),
        "when": when,
        "where": pick.choice([[], [place], [place, {"name": "SOTK", "lat": 40.3, "lon": 45.9}], None]),
        "casualties": pick.choice(
            [[], None, [made_casualty(pick)], [made_casualty(pick), made_casualty(pick)]]
        ),
    }


def made_casualty(pick: random.Random) -> Json:
    return {
        "status": pick.choice(["killed", "wounded"]),
        "side": pick.choice([None, "ARM-MIL", {"party": "AZE"}]),
        "civilian": pick.choice([None, True, False]),
        "low": pick.choice([None, 1, 2]),
        "best": pick.choice([None, 1, 2]),
        "quantifier": pick.choice(["exact", "dozens", "none_stated", "about", None]),
    }


def made_docs(seed: int) -> tuple[list[Json], dict[str, list[Json]]]:
    pick = random.Random(seed)
    gold: list[Json] = []
    predicted: dict[str, list[Json]] = {}
    for number in range(12):
        doc: Json = {
            "id": f"d{number}",
            "text": "word\n" * 30,
            "claims": [made_claim(pick) for _ in range(pick.randrange(6))],
        }
        if pick.random() < 0.9:
            doc["lang"] = pick.choice(["fr", "en"])
        gold.append(doc)
        if pick.random() < 0.9:
            predicted[doc["id"]] = perturbed(doc["claims"], pick)
    return gold, predicted


def perturbed(claims: list[Json], pick: random.Random) -> list[Json]:
    """Claims with some dropped, some new, fields exchanged, order changed."""
    out = [copy.deepcopy(c) for c in claims if pick.random() < 0.8]
    for claim in out:
        for field, value in made_claim(pick).items():
            if pick.random() < 0.2:
                claim[field] = value
    out += [made_claim(pick) for _ in range(pick.randrange(3))]
    pick.shuffle(out)
    return out


def assert_equal(reference: ModuleType, gold: list[Json], predicted: dict[str, list[Json]]) -> None:
    table, errors = reference.score(gold, predicted)
    ours = score(gold, predicted)
    counted = {
        s: {r: (c.right, c.gold, c.predicted) for r, c in rows.items()} for s, rows in ours.table.items()
    }
    assert counted == {
        s: {r: (c.tp, c.n_gold, c.n_pred) for r, c in rows.items()} for s, rows in table.items()
    }
    for scope, rows in as_figures(ours).items():
        for row, figures in rows.items():
            c = table[scope][row]
            assert figures == {"p": round(c.p, 4), "r": round(c.r, 4), "f": round(c.f, 4), "gold": c.n_gold}
    assert [(m.what, m.report, m.kind, m.words) for m in ours.misses] == errors


@pytest.mark.shared
def test_equal_to_the_shared_script_on_made_claims(shared: Path | None) -> None:
    if shared is None:
        return
    reference = load_reference(shared)
    for seed in range(150):
        assert_equal(reference, *made_docs(seed))


@pytest.mark.shared
@pytest.mark.parametrize("name", DEV)
def test_equal_to_the_shared_script_on_gold(shared: Path | None, name: str) -> None:
    if shared is None:
        return
    reference, gold = load_reference(shared), read_gold(shared / "eval" / f"{name}.jsonl")
    assert_equal(reference, gold, {doc["id"]: doc["claims"] for doc in gold})
    pick = random.Random(name)
    for _ in range(5):
        assert_equal(reference, gold, {doc["id"]: perturbed(doc["claims"], pick) for doc in gold})


def doc(*claims: Json) -> Json:
    return {"id": "d", "lang": "fr", "text": "x" * 100, "claims": list(claims)}


def claim(**fields: Any) -> Json:
    return {"kind": "shelling", "evidence": [{"start": 0, "end": 10}], **fields}


def test_gold_against_itself_is_all_right() -> None:
    gold = doc(claim(origin={"party": "ARM-GOV"}, actors=[{"party": "AZE"}]), claim(kind="appeal"))
    found = score([gold], {"d": gold["claims"]})
    assert found.table["all"]["record"].f1 == found.table["fr"]["claim"].f1 == 1
    assert found.misses == []


def test_a_missing_report_has_no_claims() -> None:
    found = score([doc(claim())], {})
    assert found.table["all"]["claim"].recall == 0 and [str(m) for m in found.misses] == [
        f"missed  d  shelling  {'x' * 10}"
    ]


def test_one_predicted_claim_answers_one_gold_claim() -> None:
    found = score([doc(claim(), claim(denied=True))], {"d": [claim(denied=True)]})
    counts = found.table["all"]
    assert (counts["claim"].right, counts["denied"].right) == (1, 1)


def test_a_kind_of_the_same_group_is_the_right_act_only() -> None:
    counts = score([doc(claim())], {"d": [claim(kind="attack")]}).table["all"]
    assert (counts["act"].right, counts["claim"].right) == (1, 0)


def test_floors() -> None:
    found = score([doc(claim(), claim(kind="appeal", evidence=[{"start": 50, "end": 60}]))], {"d": [claim()]})
    assert find_below(found, {"claim": 0.6}) == []
    assert find_below(found, {"claim": 0.7}) == ["below the floor: claim=0.7 (F = 0.667)"]


def test_the_table_has_a_row_a_field_and_a_column_a_language() -> None:
    lines = as_table(score([doc(claim())], {"d": [claim()]})).splitlines()
    assert lines[0] == "1 reports, 1 gold claims, 1 predicted"
    assert lines[1].split() == ["all", "fr", "(P", "/", "R", "/", "F)"]
    assert [line.split()[0] for line in lines[2:]] == list(ROWS)
    assert as_table(score([], {})).startswith("0 reports")
