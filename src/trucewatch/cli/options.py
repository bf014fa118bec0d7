"""The options that several commands share, each described once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH", help="Files, folders, or - for standard input.", show_default=False),
]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="Date of publication (ISO) for reports that give none."),
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang", metavar="CODE", help="Language of every report; default: its own, else recognised."
    ),
]
Theatres = Annotated[
    list[str] | None,
    typer.Option(
        "--theatre",
        metavar="NAME|FOLDER",
        help="Theatre pack to load besides the world pack; may be repeated.",
    ),
]
Samples = Annotated[
    bool, typer.Option("--samples", help="Code the bundled sample reports, with the theatres they name.")
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers", metavar="N", help="Processes; default: one, or one a processor from 64 reports."
    ),
]
MinScore = Annotated[
    float, typer.Option("--min-score", metavar="0..1", help="Leave out claims that are less likely to be right (docs/accuracy.md).")
]
Out = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help="Write to this file instead of standard output.")
]
