"""Evaluate: code the texts of a gold file and hold the result against its claims."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trucewatch.bulk import PackEngine, code_all, loses_report, read_inputs
from trucewatch.errors import UnreadableInputError, UsageError, WireError
from trucewatch.evaluation import ROWS, Scores, as_figures, as_table, find_below, score
from trucewatch.model import Coding, Problem
from trucewatch.service.coding import problems_of
from trucewatch.wire import claim_as_json


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures, the floors that were missed (one line each), and problems met on the way."""

    scores: Scores
    below: tuple[str, ...]
    problems: tuple[Problem, ...]

    def as_table(self) -> str:
        """The figures for reading, a row a field, three columns a language."""
        return as_table(self.scores)

    def as_figures(self) -> dict[str, dict[str, dict[str, float]]]:
        """The figures for machines: `{scope: {row: {p, r, f, gold}}}`."""
        return as_figures(self.scores)

    @property
    def lost(self) -> bool:
        """True when a gold report could not be coded."""
        return any(map(loses_report, self.problems))


def evaluate(
    gold: Path,
    *,
    lang: str | None = None,
    theatres: Sequence[str] = (),
    workers: int | None = None,
    floors: Mapping[str, float] | None = None,
) -> Evaluation:
    """Code the texts of `gold` (one report with `claims` a line) and score the codings.

    Raises UnreadableInputError, WireError (a line is no gold report), UsageError (a floor for no row) and the errors
    of loading packs.
    """
    unknown = sorted(set(floors or {}) - set(ROWS))
    if unknown:
        raise UsageError(f"no row {unknown[0]!r} to set a floor for (known: {', '.join(ROWS)})")
    reports = read_gold(gold)
    engine = PackEngine((lang,) if lang else None, tuple(theatres), lang)
    code = engine.open_with(engine.load())
    items = list(code_all(read_inputs([gold]), engine, workers=workers, code=code))
    predicted = {i.report.id: [claim_as_json(c) for c in i.claims] for i in items if isinstance(i, Coding)}
    scores = score(reports, predicted)
    problems = tuple(problem for item in items for problem in problems_of(item))
    return Evaluation(scores, tuple(find_below(scores, floors or {})), problems)


def read_gold(path: Path) -> list[dict[str, Any]]:
    """The gold reports of a file of lines. Raises UnreadableInputError or WireError."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise UnreadableInputError(path, reason or str(error)) from error
    return [_parse_gold(line, f"{path}:{n}") for n, line in enumerate(lines, start=1) if line.strip()]


def _parse_gold(line: str, where: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except ValueError as error:
        raise WireError(where, f"not JSON: {error}") from error
    for field, kind in (("id", str), ("text", str), ("claims", list)):
        if not isinstance(value, dict) or not isinstance(value.get(field), kind):
            raise WireError(where, f"a gold report needs {field!r} as {'text' if kind is str else 'a list'}")
    for claim in value["claims"]:
        if not isinstance(claim, dict) or not isinstance(claim.get("kind"), str):
            raise WireError(where, "every gold claim needs a 'kind'")
    found: dict[str, Any] = value
    return found
