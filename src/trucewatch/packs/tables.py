"""The table format: UTF-8, one row a line, cells separated by one tab, a header, `#` comments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from trucewatch.model import Problem


@dataclass(frozen=True, slots=True)
class Row:
    """One row: cells by column name, and where it stands (`file:line`)."""

    cells: dict[str, str]
    where: str

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def many(self, column: str) -> tuple[str, ...]:
        """The alternatives of a cell, split at `|`, empty ones left out."""
        return tuple(part for piece in self[column].split("|") if (part := piece.strip()))


COLUMNS: dict[str, tuple[str, ...]] = {
    "parties": ("code", "kind", "sector", "label", "parent", "source"),
    "names": ("lang", "role", "words", "party", "from", "until", "source"),
    "persons": ("names", "party", "office", "from", "until", "source"),
    "places": ("id", "precision", "lat", "lon", "country", "names", "source"),
    "gazetteer": ("id", "precision", "lat", "lon", "country", "names", "population"),
    "agreements": ("id", "signed", "effective", "parties", "names", "kind", "source"),
    "provisions": ("agreement", "provision", "kind", "obligor", "deadline", "text", "source"),
    "sources": ("id", "kind", "names", "party", "url", "note"),
    "paradigms": ("name", "kind", "ending", "forms"),
    "verbs": ("lemma", "paradigm", "forms"),
    "words": ("class", "words", "value"),
    "nouns": ("class", "words", "sector", "civilian", "value"),
    "numbers": ("class", "words", "value"),
    "dates": ("class", "words", "value"),
    "saying": ("words", "frame", "speech", "value"),
    "acts": ("id", "words", "pos", "kind", "needs", "without", "actor", "recipient", "extra"),
    "weapons": ("words", "weapon", "kind"),
    "examples": ("published", "text", "claims"),
}
"""Columns of every table, in the order they are documented in docs/packs.md."""


def read_table(path: Path, columns: Sequence[str]) -> tuple[list[Row], list[Problem]]:
    """The rows of one table file and the faults of its form; a faulty row is left out."""
    problems: list[Problem] = []
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        return [], [Problem("pack-unreadable", str(path), f"cannot be read: {error}")]
    header: list[str] | None = None
    rows: list[Row] = []
    for number, line in enumerate(lines, start=1):
        line = line.rstrip("\r")
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        where = f"{path}:{number}"
        if header is None:
            header = cells
            wrong = [c for c in header if c not in columns]
            if wrong:
                problems.append(Problem("pack-column", where, f"unknown column {wrong[0]!r} (known: {', '.join(columns)})"))
            continue
        if len(cells) > len(header):
            problems.append(Problem("pack-cells", where, f"{len(cells)} cells under {len(header)} columns"))
            continue
        rows.append(Row({k: v for k, v in zip(header, cells) if v}, where))
    if header is None and path.stat().st_size:
        problems.append(Problem("pack-header", f"{path}:1", "no header line"))
    return rows, problems


def table_files(folder: Path, table: str) -> list[Path]:
    """`table.tsv` and every `table.<part>.tsv` of the folder, sorted by name."""
    return sorted([*folder.glob(f"{table}.tsv"), *folder.glob(f"{table}.*.tsv")])


def read_tables(folder: Path, table: str) -> tuple[list[Row], list[Problem]]:
    """All rows of one table of a pack, over its parts."""
    rows: list[Row] = []
    problems: list[Problem] = []
    for path in table_files(folder, table):
        part, faults = read_table(path, COLUMNS[table])
        rows.extend(part)
        problems.extend(faults)
    return rows, problems
