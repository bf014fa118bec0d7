"""`trucewatch explain`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from trucewatch.cli.coding import Watch
from trucewatch.cli.output import EXIT_LOST, one_line, open_console, reporting
from trucewatch.errors import UsageError
from trucewatch.exports.wording import (
    SYNTHETIC,
    kind_label,
    marks,
    origin_label,
    printable,
    quoted,
    row_label,
)
from trucewatch.model import Coding, Problem
from trucewatch.service import CodeRequest, Explanation, explain

if TYPE_CHECKING:
    from rich.console import Console


def run_explain(request: CodeRequest, *, claim: int | None) -> None:
    """Print the explanation of each claim; exit code 1 when a report was lost, 2 when there is no such claim."""
    with reporting():
        watch = Watch(None)
        console = open_console()
        shown = 0
        for item in _follow(explain(request, claim=claim), watch):
            _print(item, console)
            shown += 1
        watch.require_reports()
        if claim is not None and not shown:
            raise UsageError(f"no report here has a claim {claim}")
        typer.echo(str(watch.tally), err=True)
        if watch.tally.lost:
            raise typer.Exit(EXIT_LOST)


def _follow(items: Iterator[Explanation | Coding | Problem], watch: Watch) -> Iterator[Explanation]:
    """The explanations; codings and problems are counted and told on the way."""
    for item in items:
        if isinstance(item, Explanation):
            yield item
        else:
            list(watch.codings([item]))


def _print(explanation: Explanation, console: Console) -> None:
    from rich.rule import Rule
    from rich.text import Text

    report, claim = explanation.report, explanation.claim
    console.print(Rule(style="dim"))
    if report.synthetic:
        console.print(Text(f" {SYNTHETIC} ", style="reverse bold"))
    title = f"{one_line(report.id)} · claim {explanation.number} · {kind_label(claim.kind)}"
    said = ", ".join(marks(claim))
    console.print(
        Text(f"{title}{f' [{said}]' if said else ''} · according to {origin_label(claim)}", style="bold")
    )
    console.print(Text(f"“{quoted(report.text, claim)}”", style="italic"))
    if explanation.reasons:
        console.print(_table(explanation))
    else:
        console.print(Text("no traces", style="dim"))


def _table(explanation: Explanation) -> object:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False, header_style="dim")
    for heading in ("field", "value", "words", "rule", "pack row"):
        table.add_column(heading, overflow="fold")
    for reason in explanation.reasons:
        words = printable(reason.words) if reason.words is not None else "—"
        cells = (reason.field, reason.value, words, reason.rule, row_label(reason.row) if reason.row else "—")
        table.add_row(*(Text(one_line(cell)) for cell in cells))
    return table
