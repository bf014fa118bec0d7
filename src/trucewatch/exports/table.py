"""Codings on a terminal: for each report a heading, for each claim one line of fields and the words below it.

Colour only sets apart what is a field and what is a quotation; every distinction is also in words, and no party has
a colour. Control characters of the input never reach the terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from trucewatch.exports.wording import (
    NO_VERDICT,
    SYNTHETIC,
    casualty_label,
    count_label,
    kind_label,
    marks,
    origin_label,
    place_label,
    printable,
    published_label,
    quoted,
    sides_label,
    speech_label,
    via_label,
    when_label,
)
from trucewatch.model import Claim, Coding, Report

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

_COLUMNS = (
    ("", 3),
    ("what", 19),
    ("who → whom", 21),
    ("when, where", 23),
    ("people", 18),
    ("according to", 23),
)
"""Heading and share of the width of each column."""

_DETAIL = "dim"


def print_codings(codings: Iterable[Coding], console: Console) -> None:
    """Print each coding as soon as it comes."""
    for coding in codings:
        for part in render_coding(coding, console.width):
            console.print(part)


def print_note(console: Console) -> None:
    """The line under every table: attributed, not judged."""
    console.print(NO_VERDICT, style=_DETAIL)


def render_coding(coding: Coding, width: int) -> Iterator[RenderableType]:
    """The parts of one report, to be printed one below the other."""
    from rich.padding import Padding
    from rich.rule import Rule
    from rich.text import Text

    report = coding.report
    yield Rule(style=_DETAIL)
    if report.synthetic:
        yield Text(f" {SYNTHETIC} ", style="reverse bold")
    yield _heading(report, len(coding.claims))
    if report.title:
        yield Text(printable(report.title), style="bold")
    if coding.claims:
        yield _header(width)
    for number, claim in enumerate(coding.claims, start=1):
        yield _fields(number, claim, width)
        words = Text(f"“{quoted(report.text, claim)}”", style="italic")
        yield Padding(words, (0, 0, 1, _COLUMNS[0][1] + 1))


def _heading(report: Report, claims: int) -> Text:
    from rich.text import Text

    about = [
        printable(report.id),
        published_label(report),
        report.outlet and printable(report.outlet),
        report.lang,
    ]
    plural = "claim" if claims == 1 else "claims"
    return Text(" · ".join([part for part in about if part] + [f"{claims} {plural}"]))


def _grid(width: int) -> Table:
    from rich.table import Table

    grid = Table.grid(padding=(0, 1, 0, 0))
    spare = max(60, width) - len(_COLUMNS) - _COLUMNS[0][1]
    total = sum(share for _, share in _COLUMNS[1:])
    grid.add_column(width=_COLUMNS[0][1], justify="right", style=_DETAIL)
    for _, share in _COLUMNS[1:]:
        grid.add_column(width=spare * share // total, overflow="fold")
    return grid


def _header(width: int) -> Table:
    grid = _grid(width)
    grid.add_row(*(heading for heading, _ in _COLUMNS), style=f"{_DETAIL} underline")
    return grid


def _fields(number: int, claim: Claim, width: int) -> Table:
    from rich.text import Text

    grid = _grid(width)
    what = Text(kind_label(claim.kind), style="bold")
    for mark in marks(claim):
        what.append(f"\n[{mark}]", style="bold" if mark == "denied" else "")
    if claim.count is not None:
        what.append(f"\n× {count_label(claim.count)}")
    people = "\n".join(map(casualty_label, claim.casualties))
    grid.add_row(
        str(number),
        what,
        Text(sides_label(claim)),
        Text(_when_where(claim)),
        Text(people),
        Text(_origin(claim)),
    )
    return grid


def _when_where(claim: Claim) -> str:
    when = [when_label(claim.when)] if claim.when is not None else []
    where = "; ".join(map(place_label, claim.where))
    return "\n".join([*when, where] if where else when) or "—"


def _origin(claim: Claim) -> str:
    said = speech_label(claim)
    first = f"{origin_label(claim)} {said}" if said else origin_label(claim)
    return "\n".join([first, *(f"via {via_label(relay)}" for relay in claim.via)])
