"""Which packs there are."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from trucewatch.packs.tables import COLUMNS, read_tables

HOME = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class PackInfo:
    """A pack at a glance; `rows` counts rows by table."""

    name: str
    kind: str
    path: Path
    title: str = ""
    version: str = ""
    summary: str = ""
    licence: str = ""
    rows: dict[str, int] = field(default_factory=dict)


def read_settings(folder: Path) -> dict[str, object]:
    """The settings file of a pack (`pack.toml` or `lang.toml`), empty when there is none.

    Raises tomllib.TOMLDecodeError on a fault in it.
    """
    for name in ("pack.toml", "lang.toml"):
        path = folder / name
        if path.is_file():
            return tomllib.loads(path.read_text(encoding="utf-8"))
    return {}


def folders(kind: str) -> list[Path]:
    """Folders of the bundled packs of one kind: lang, world or theatre."""
    if kind == "world":
        return [HOME / "world"]
    return sorted(p for p in (HOME / kind).iterdir() if p.is_dir() and not p.name.startswith(("_", ".")))


def describe(folder: Path, kind: str) -> PackInfo:
    """What `packs list` shows of one folder."""
    settings = read_settings(folder)
    counts = {table: len(read_tables(folder, table)[0]) for table in COLUMNS}

    def text(key: str) -> str:
        return str(settings.get(key, ""))

    return PackInfo(
        folder.name, kind, folder, text("title") or text("name") or folder.name, text("version"), text("summary"),
        text("licence"), {table: count for table, count in counts.items() if count},
    )  # fmt: skip


def find_packs(extra: Sequence[Path] = ()) -> list[PackInfo]:
    """All bundled packs, then the folders of `extra` as theatres."""
    found = [describe(folder, kind) for kind in ("lang", "world", "theatre") for folder in folders(kind)]
    return found + [describe(folder, "theatre") for folder in extra]
