"""What is written has the form that the schema states, and nothing else has."""

from __future__ import annotations

import json
from typing import Any

import pytest

from outer.from_gold import small_coding
from trucewatch.model import Casualty, Coding, Problem
from trucewatch.service import CodeRequest, code_inputs
from trucewatch.wire import as_json, as_line
from trucewatch.wire.schema import record_schema


@pytest.fixture(scope="module")
def validator() -> Any:
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(record_schema())
    return Draft202012Validator(record_schema())


def test_a_coding_by_hand_is_valid(validator: Any) -> None:
    coding = small_coding()
    validator.validate(json.loads(as_line(coding)))
    validator.validate(json.loads(as_line(Coding(coding.report, (), (Problem("json-broken", "a:1", "x"),)))))


def test_what_the_engine_writes_is_valid(validator: Any) -> None:
    for item in code_inputs(CodeRequest(samples=True)):
        assert isinstance(item, Coding)
        validator.validate(json.loads(as_line(item)))


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "massacre"},
        {"speech": "claims"},
        {"weapons": ["stone"]},
        {"extra": 1},
        {"denied": None},
        {"evidence": [{"start": -1, "end": 3}]},
        {"evidence": [{"start": 1}]},
        {"where": [{"name": "Sotk"}]},
    ],
)
def test_what_breaks_the_record_model_is_not_valid(validator: Any, change: dict[str, Any]) -> None:
    value = json.loads(as_line(small_coding()))
    value["claims"][0] |= change
    assert not validator.is_valid(value)


def test_sub_groups_are_valid(validator: Any) -> None:
    part = Casualty("killed", "ARM-MIL", False, 1, 1, 1)
    value = json.loads(json.dumps(as_json(small_coding())))
    whole = Casualty("killed", None, None, 24, 24, 24, including=(part,))
    import dataclasses

    value["claims"][0]["casualties"] = json.loads(json.dumps([dataclasses.asdict(whole)]))
    validator.validate(value)
    value["claims"][0]["casualties"][0]["including"][0]["status"] = "upset"
    assert not validator.is_valid(value)
