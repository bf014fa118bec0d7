"""The bundled sample reports: synthetic compositions, marked as such wherever they go."""

from __future__ import annotations

import json
from pathlib import Path

SAMPLES = Path(__file__).parent.parent / "samples" / "reports.jsonl"


def sample_theatres() -> tuple[str, ...]:
    """The theatres that the samples name, each once, in their order."""
    lines = SAMPLES.read_text(encoding="utf-8").splitlines()
    named = (json.loads(line).get("theatre") for line in lines if line.strip())
    return tuple(dict.fromkeys(theatre for theatre in named if theatre))
