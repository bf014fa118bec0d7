"""`trucewatch packs list`, `show`, `check` and `new`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from trucewatch.cli.output import EXIT_LOST, one_line, open_console, reporting
from trucewatch.service import check_packs, list_packs, new_pack, show_pack

if TYPE_CHECKING:
    from rich.table import Table


def run_list() -> None:
    """One line a pack."""
    with reporting():
        table = _table("name", "kind", "version", "rows", "title")
        for pack in list_packs():
            table.add_row(pack.name, pack.kind, pack.version, str(sum(pack.rows.values())), pack.title)
        open_console().print(table)


def run_show(name: str) -> None:
    """What is in the pack of that name."""
    with reporting():
        pack = show_pack(name)
        for label in ("name", "kind", "title", "version", "summary", "licence", "path"):
            typer.echo(f"{label:9}{one_line(str(getattr(pack, label)))}")
        typer.echo("rows")
        for table, count in sorted(pack.rows.items()):
            typer.echo(f"{count:8}  {table}")


def run_check(name: str | None) -> None:
    """Every fault on its own line; exit code 1 when there is one."""
    with reporting():
        faults = 0
        for check in check_packs(name):
            for fault in check.faults:
                typer.echo(one_line(str(fault)))
            faults += len(check.faults)
            verdict = f"{len(check.faults)} faults" if check.faults else "sound"
            typer.echo(f"{check.pack.kind} {check.pack.name}: {verdict}", err=True)
        if faults:
            raise typer.Exit(EXIT_LOST)


def run_new(name: str, *, title: str | None, sides: str | None, out: Path | None) -> None:
    """The files made, then what is still empty in them."""
    with reporting():
        codes = [side.strip() for side in (sides or "").split(",") if side.strip()]
        made = new_pack(name, title=title, sides=codes, out=out)
        for file in made.files:
            typer.echo(one_line(str(made.folder / file)))
        typer.echo("still empty:", err=True)
        for fault in made.to_fill:
            typer.echo(f"  {one_line(f'{fault.where}: {fault.text}')}", err=True)
        typer.echo(f"when it is filled: trucewatch packs check {one_line(str(made.folder))}", err=True)


def _table(*headings: str) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="dim")
    for heading in headings:
        table.add_column(heading, justify="right" if heading == "rows" else "left")
    return table
