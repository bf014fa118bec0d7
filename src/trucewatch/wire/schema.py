"""The JSON Schema of a coding on the wire, generated from the record's own dataclasses."""

from __future__ import annotations

import json
from typing import Any

from trucewatch.model import Claim, Problem, Report, kinds

Json = dict[str, Any]

SCHEMA_ID = "https://example.invalid/trucewatch/record.schema.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"

_VOCABULARIES = {
    ("Claim", "kind"): kinds.KINDS,
    ("Claim", "speech"): kinds.SPEECH_MODES,
    ("Claim", "weapons"): kinds.WEAPONS,
    ("Via", "kind"): kinds.VIA_KINDS,
    ("When", "precision"): kinds.WHEN_PRECISIONS,
    ("When", "resolved_from"): kinds.RESOLVED_FROM,
    ("Place", "precision"): kinds.PLACE_PRECISIONS,
    ("Place", "relation"): kinds.PLACE_RELATIONS,
    ("Casualty", "status"): kinds.CASUALTY_STATUSES,
    ("Casualty", "quantifier"): kinds.QUANTIFIERS,
}
"""Fields that hold words of a closed vocabulary. A report's kind is left open: it is the sender's word."""

_DEFINITION_REF = "#/$defs/{model}"


def record_schema() -> Json:
    """The schema (draft 2020-12) of one object as `trucewatch.wire.as_json` writes it."""
    from pydantic import TypeAdapter

    inputs: list[Any] = [(model, "serialization", TypeAdapter(model)) for model in (Claim, Problem, Report)]
    _, generated = TypeAdapter.json_schemas(inputs, ref_template=_DEFINITION_REF)
    definitions: Json = generated["$defs"]
    for name, definition in definitions.items():
        _close(name, definition)
    report = definitions.pop("Report")
    properties = {key: value for key, value in report["properties"].items() if key != "text"}
    properties["claims"] = {"type": "array", "items": {"$ref": "#/$defs/Claim"}}
    properties["problems"] = {"type": "array", "items": {"$ref": "#/$defs/Problem"}}
    return {
        "$schema": _DIALECT,
        "$id": SCHEMA_ID,
        "title": "Coding",
        "description": "The claims coded from one report. Spans count Unicode characters of the report's text.",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _close(name: str, definition: Json) -> None:
    """Every field is always written, no other field is, and closed vocabularies are listed."""
    definition["additionalProperties"] = False
    definition["required"] = list(definition["properties"])
    for field, schema in definition["properties"].items():
        schema.pop("default", None)
        schema.pop("title", None)
        words = _VOCABULARIES.get((name, field))
        if words is not None:
            _find_text(schema)["enum"] = list(words)
        if field in ("start", "end", "start_offset", "end_offset") and name != "When":
            _bound(schema)


def _find_text(schema: Json) -> Json:
    """The part of a field's schema that stands for text: itself, an alternative of it, or its items."""
    if schema.get("type") == "string":
        return schema
    inside = [*schema.get("anyOf", []), *([schema["items"]] if "items" in schema else [])]
    found: Json = next(part for part in inside if part.get("type") == "string")
    return found


def _bound(schema: Json) -> None:
    """Offsets are never negative."""
    for part in (schema, *schema.get("anyOf", [])):
        if part.get("type") == "integer":
            part["minimum"] = 0


def schema_text() -> str:
    """The schema as the text of docs/record.schema.json."""
    return json.dumps(record_schema(), indent=2, ensure_ascii=False) + "\n"
