"""`trucewatch code`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

import typer

from trucewatch.cli.output import EXIT_LOST, Reporter, open_console, reporting
from trucewatch.errors import UsageError
from trucewatch.model import Coding, Problem
from trucewatch.service import (
    FORMATS,
    Batch,
    CodeRequest,
    Tally,
    code_inputs,
    encode,
    problems_of,
    write_atomically,
)

_KNOWN = ("table", "json", "jsonl", "html")


def run_code(request: CodeRequest, *, format_: str | None, out: Path | None) -> None:
    """Code, show or write, count; exit code 1 when a report was lost."""
    with reporting():
        chosen = choose_format(format_, out)
        batch = code_inputs(request)
        watch = Watch(out)
        try:
            if out is None:
                _emit(batch, watch, chosen, sys.stdout)
            else:
                with write_atomically(out) as stream:
                    _emit(batch, watch, chosen, stream)
                    watch.require_reports()
        finally:
            watch.close()
        watch.require_reports()
        typer.echo(str(watch.tally), err=True)
        if watch.tally.lost:
            raise typer.Exit(EXIT_LOST)


def choose_format(format_: str | None, out: Path | None) -> str:
    """The format asked for, else the one of the file's ending, else the table. Raises UsageError."""
    chosen = format_ or (FORMATS.get(out.suffix.lower(), "table") if out is not None else "table")
    if chosen not in _KNOWN:
        raise UsageError(f"no format {chosen!r} (known: {', '.join(_KNOWN)})")
    return chosen


class Watch:
    """Looks on as a batch goes by: tells problems, counts, keeps what belongs to no report."""

    def __init__(self, out: Path | None) -> None:
        self.tally = Tally()
        self.unplaced: list[Problem] = []
        self._reporter = Reporter(out)

    def codings(self, items: Iterable[Coding | Problem]) -> Iterator[Coding]:
        for item in items:
            self.tally.add(item)
            for problem in problems_of(item):
                self._reporter.tell(problem)
            if isinstance(item, Coding):
                self._reporter.advance()
                yield item
            else:
                self.unplaced.append(item)

    def require_reports(self) -> None:
        """Raises UsageError when nothing at all could be read."""
        if not self.tally.reports:
            raise UsageError("no report could be read")

    def close(self) -> None:
        self._reporter.close()


def _emit(batch: Batch, watch: Watch, format_: str, stream: IO[str]) -> None:
    codings = watch.codings(batch)
    if format_ != "table":
        for piece in encode(codings, format_, labels=batch.labels, problems=watch.unplaced):
            stream.write(piece)
        return
    from trucewatch.exports.table import print_codings, print_note

    console = open_console(stream)
    print_codings(codings, console)
    if watch.tally.reports:
        print_note(console)
