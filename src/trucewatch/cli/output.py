"""Standard output and standard error: consoles, progress, one line a problem, and how a command ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, NoReturn

import typer

from trucewatch.errors import PackError, TrucewatchError
from trucewatch.model import Problem

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, TaskID

EXIT_LOST, EXIT_WRONG_CALL, EXIT_INTERRUPTED, EXIT_PIPE_CLOSED = 1, 2, 130, 141
"""docs/cli.md explains each. The last two are 128 plus the number of the signal, as shells have it."""

WIDTH_ELSEWHERE = 100
"""Columns of a table that does not go to a terminal."""

_PROGRESS_FROM = 20


@contextmanager
def reporting() -> Iterator[None]:
    """Turn the ways in which a command can fail into one line on standard error and an exit code."""
    try:
        with _tolerant(sys.stdout), _tolerant(sys.stderr):
            yield
            sys.stdout.flush()
    except TrucewatchError as error:
        _stop(error)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # nothing is left to flush at exit
        raise typer.Exit(EXIT_PIPE_CLOSED) from None
    except KeyboardInterrupt:
        _stop_at_once()


@contextmanager
def _tolerant(stream: IO[str]) -> Iterator[None]:
    """A character that the terminal's encoding lacks is shown as an escape, never a reason to fail."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")
    yield


def _stop_at_once() -> NoReturn:
    """End without the joins of interpreter exit, which wait without end for a worker that died while it wrote."""
    if "multiprocessing" in sys.modules:
        from multiprocessing import active_children

        for child in active_children():
            child.kill()
    typer.echo("trucewatch: stopped", err=True)
    sys.stderr.flush()
    os._exit(EXIT_INTERRUPTED)


def _stop(error: TrucewatchError) -> NoReturn:
    typer.echo(f"trucewatch: {one_line(str(error))}", err=True)
    if isinstance(error, PackError):
        for fault in error.faults:
            typer.echo(f"  {one_line(fault)}", err=True)
    raise typer.Exit(EXIT_WRONG_CALL)


def one_line(text: str) -> str:
    """The text without line breaks and control characters, for one line of a terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


def open_console(stream: IO[str] | None = None) -> Console:
    """A console for standard output, or for `stream`, that leaves closed pipes to `reporting`."""
    from rich.console import Console

    class PlainConsole(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    target = stream or sys.stdout
    width = None if target.isatty() else WIDTH_ELSEWHERE
    return PlainConsole(file=target, width=width, highlight=False, markup=False, emoji=False)


class Reporter:
    """Problems on standard error as they come, and a progress bar when somebody is there to look at it."""

    def __init__(self, out: Path | None) -> None:
        self._wanted = sys.stderr.isatty() and (out is not None or not sys.stdout.isatty())
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self._done = 0

    def tell(self, problem: Problem) -> None:
        self._say(one_line(str(problem)))

    def _say(self, line: str) -> None:
        if self._progress is None:
            typer.echo(line, err=True)
        else:
            self._progress.console.print(line, soft_wrap=True)

    def advance(self) -> None:
        """One report more."""
        self._done += 1
        if self._wanted and self._done > _PROGRESS_FROM:
            self._start()
            if self._progress is not None and self._task is not None:
                self._progress.update(self._task, completed=self._done, description=f"{self._done} reports")

    def _start(self) -> None:
        if self._progress is not None:
            return
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        console = Console(stderr=True, highlight=False, markup=False)
        bar = BarColumn(style="dim", complete_style="bold", pulse_style="bold")
        columns = (TextColumn("{task.description}"), bar, TimeElapsedColumn())
        self._progress = Progress(*columns, console=console, transient=True)
        self._task = self._progress.add_task("reports", total=None)
        self._progress.start()

    def close(self) -> None:
        if self._progress is not None:
            self._progress.stop()
            self._progress = None
