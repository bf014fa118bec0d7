"""A new theatre pack: tables with their header lines and one commented example row each."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.packs.find import HOME
from trucewatch.packs.tables import read_tables

TEMPLATE = HOME / "theatre" / "_new"
"""The files that every new theatre starts from; their names are invented."""


def skeleton(name: str, *, title: str, sides: Sequence[str]) -> dict[str, str]:
    """File name -> text of a new theatre pack.

    A side that the world pack does not have gets a row in `parties.tsv` with its code alone, so that `packs check`
    asks for the rest of it.
    """
    files = {path.name: path.read_text(encoding="utf-8") for path in sorted(TEMPLATE.iterdir())}
    marks = {"@NAME@": name, "@TITLE@": _quoted(title), "@SIDES@": ", ".join(f'"{side}"' for side in sides)}
    for mark, words in marks.items():
        files["pack.toml"] = files["pack.toml"].replace(mark, words)
    known = {row["code"] for row in read_tables(HOME / "world", "parties")[0]}
    files["parties.tsv"] += "".join(f"{side}\n" for side in sides if side not in known)
    return files


def _quoted(text: str) -> str:
    """The inside of a TOML string."""
    return text.replace("\\", "\\\\").replace('"', '\\"')
