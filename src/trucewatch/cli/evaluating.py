"""`trucewatch evaluate`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import typer

from trucewatch.cli.output import EXIT_LOST, one_line, reporting
from trucewatch.errors import UsageError
from trucewatch.service import Evaluation, evaluate


@dataclass(frozen=True, slots=True)
class Shown:
    """What is printed, and the floors as given (`row=F`)."""

    as_json: bool
    errors: int
    floors: tuple[str, ...]


def run_evaluate(
    gold: Path, *, lang: str | None, theatres: tuple[str, ...], workers: int | None, shown: Shown
) -> None:
    """Print the figures; exit code 1 when a floor is missed or a gold report could not be coded."""
    with reporting():
        floors = dict(parse_floor(value) for value in shown.floors)
        found = evaluate(gold, lang=lang, theatres=theatres, workers=workers, floors=floors)
        _print(found, shown)
        if found.below or found.lost:
            raise typer.Exit(EXIT_LOST)


def parse_floor(value: str) -> tuple[str, float]:
    """`claim=0.70` -> ("claim", 0.7). Raises UsageError."""
    row, _, figure = value.partition("=")
    try:
        return row, float(figure)
    except ValueError as error:
        raise UsageError(f"--floor must be ROW=F like claim=0.70, not {value!r}") from error


def _print(found: Evaluation, shown: Shown) -> None:
    for problem in found.problems:
        typer.echo(one_line(str(problem)), err=True)
    if shown.as_json:
        typer.echo(json.dumps(found.as_figures(), indent=1))
    else:
        typer.echo(found.as_table())
    for miss in found.scores.misses[: max(0, shown.errors)]:
        typer.echo(one_line(str(miss)), err=shown.as_json)
    for line in found.below:
        typer.echo(line, err=True)
