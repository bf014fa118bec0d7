"""Codings out: one JSON object a report, `{id, lang, published, ..., claims, problems}`."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from trucewatch.model import Claim, Coding


def claim_as_json(claim: Claim) -> dict[str, Any]:
    """The claim as a JSON object with every field of the record model, spans in characters of the text."""
    return dataclasses.asdict(claim)


def as_json(coding: Coding) -> dict[str, Any]:
    """The coding as a JSON object. The text itself is left out: it belongs to the publisher."""
    report = coding.report
    return {
        "id": report.id,
        "lang": report.lang,
        "published": report.published,
        "outlet": report.outlet,
        "title": report.title,
        "url": report.url,
        "kind": report.kind,
        "synthetic": report.synthetic,
        "claims": [claim_as_json(claim) for claim in coding.claims],
        "problems": [dataclasses.asdict(problem) for problem in coding.problems],
    }


def as_line(coding: Coding) -> str:
    """One line of JSON, keys in a fixed order, no line break inside."""
    return json.dumps(as_json(coding), ensure_ascii=False, separators=(",", ":"))
