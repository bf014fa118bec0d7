"""Packs: which there are, what is in one, and whether it is sound."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from trucewatch.errors import PackError, UnknownPackError
from trucewatch.model import Problem

if TYPE_CHECKING:
    from trucewatch.packs import PackInfo

WORLD = "world"


@dataclass(frozen=True, slots=True)
class PackCheck:
    """One pack with the faults of its tables and of its examples."""

    pack: PackInfo
    faults: tuple[Problem, ...]


def list_packs() -> list[PackInfo]:
    """The bundled packs: world, languages, theatres."""
    from trucewatch.packs import find_packs

    return list(find_packs())


def show_pack(name: str) -> PackInfo:
    """The pack of that name, or in that folder. Raises UnknownPackError."""
    from trucewatch.packs import find_packs

    bundled = list(find_packs())
    found = next((pack for pack in bundled if pack.name == name), None)
    if found is not None:
        return found
    folder = Path(name)
    if folder.is_dir():
        inside = [p for p in find_packs([folder]) if p.path.resolve() == folder.resolve()]
        if inside:
            return inside[0]
    raise UnknownPackError("bundled", name, [pack.name for pack in bundled])


def check_packs(name: str | None = None) -> list[PackCheck]:
    """Check one pack (a name or a folder), or all bundled ones. Raises UnknownPackError."""
    packs = [show_pack(name)] if name is not None else list_packs()
    return [PackCheck(pack, tuple(_find_faults(pack))) for pack in packs]


def _find_faults(pack: PackInfo) -> list[Problem]:
    """The tables first; the examples are coded only where the tables can be loaded."""
    from trucewatch.coder import check_examples
    from trucewatch.packs import check_pack, load_packs

    faults = list(check_pack(pack.path))
    if faults:
        return faults
    langs = [pack.name] if pack.kind == "lang" else None
    theatres = [pack.path] if pack.kind == "theatre" else []
    try:
        loaded = load_packs(langs=langs, theatres=theatres)
    except PackError as error:
        return [Problem("pack-unloadable", str(pack.path), fault) for fault in error.faults]
    return list(check_examples(pack.path, loaded))
