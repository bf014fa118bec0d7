"""Packs: which there are, what is in one, and whether it is sound."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from trucewatch.errors import NewPackError, PackError, UnknownPackError
from trucewatch.model import Problem

if TYPE_CHECKING:
    from trucewatch.packs import PackInfo

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CODE = re.compile(r"[A-Z][A-Z0-9]*")


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


@dataclass(frozen=True, slots=True)
class NewPack:
    """A theatre pack just made: its folder, the files in it, and what is still to be filled in."""

    folder: Path
    files: tuple[str, ...]
    to_fill: tuple[Problem, ...]


def new_pack(name: str, *, title: str | None = None, sides: Sequence[str] = (), out: Path | None = None) -> NewPack:
    """Write the skeleton of a theatre pack into a new folder: `out`, or `name` here.

    Raises NewPackError when the name or a side is not well-formed, a bundled pack has the name, or the folder holds
    anything already; nothing is ever overwritten.
    """
    from trucewatch.packs import check_pack, skeleton

    folder = out or Path(name)
    if not _NAME.fullmatch(name):
        raise NewPackError(name, "a name has lower-case letters, digits and single hyphens")
    if name in [pack.name for pack in list_packs()]:
        raise NewPackError(name, "a bundled pack has that name")
    wrong = [side for side in sides if not _CODE.fullmatch(side)]
    if wrong:
        raise NewPackError(name, f"side {wrong[0]!r} is not a party code such as ARM or NKR")
    files = skeleton(name, title=title or "", sides=sides)
    _write_all(name, folder, files)
    return NewPack(folder, tuple(files), tuple(check_pack(folder)))


def _write_all(name: str, folder: Path, files: dict[str, str]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise NewPackError(name, f"{folder} is not empty, and nothing is overwritten")
        for file, text in files.items():
            with (folder / file).open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
    except OSError as error:
        raise NewPackError(name, f"cannot write {folder}: {error.strerror or error}") from error


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
