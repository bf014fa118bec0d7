"""Loading packs into one value that the coder works with."""

from __future__ import annotations

import gc
import hashlib
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trucewatch.errors import PackError, UnknownPackError
from trucewatch.model import Problem
from trucewatch.packs import rows as typed
from trucewatch.packs.find import folders, read_settings
from trucewatch.packs.lexicon import Lexicon, build_lexicon
from trucewatch.packs.tables import Row, read_tables, table_files

NAME_TABLES = ("parties", "names", "persons", "places", "gazetteer", "agreements", "provisions", "sources")
LANGUAGE_TABLES = ("paradigms", "verbs", "words", "nouns", "numbers", "dates", "saying", "acts", "weapons")


@dataclass(slots=True, repr=False)
class Packs:
    """Language, world and theatre packs together. Lexicons are built on the first text of their language.

    `opposed`: party to adversary, for parties that are no side of their own in a theatre's `sides`.
    """

    langs: tuple[str, ...]
    theatres: tuple[str, ...]
    sides: tuple[str, ...]
    opposed: dict[str, str]
    fingerprint: str
    parties: dict[str, typed.PartyRow]
    names: dict[str, list[Row]]
    _tables: dict[str, tuple[dict[str, list[Row]], dict[str, Any]]] = field(default_factory=dict)
    _lexicons: dict[str, Lexicon] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"Packs(langs={self.langs}, theatres={self.theatres}, fingerprint={self.fingerprint!r})"

    def lexicon(self, lang: str) -> Lexicon:
        """The lexicon of one loaded language. Raises UnknownPackError for another."""
        if lang not in self._tables:
            raise UnknownPackError("language", lang, self.langs)
        if lang not in self._lexicons:
            tables, settings = self._tables[lang]
            with _collector_paused():
                self._lexicons[lang] = build_lexicon(lang, tables, self.names, settings)
        return self._lexicons[lang]

    def __getstate__(self) -> dict[str, Any]:
        state = {name: getattr(self, name) for name in self.__slots__}
        state["_lexicons"] = {}
        return state

    def __setstate__(self, state: dict[str, Any]) -> None:
        for name, value in state.items():
            setattr(self, name, value)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """No garbage collection while a million lasting objects are made: it would find nothing and take a fifth of the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # they last: no later collection need walk them
        if running:
            gc.enable()


def load_packs(*, langs: Sequence[str] | None = None, theatres: Sequence[str | Path] = ()) -> Packs:
    """The world pack, the named languages (all bundled ones when None) and the named theatres.

    A theatre is a bundled name or a folder. Raises UnknownPackError for a name that is not there and PackError
    when a table cannot be read (`trucewatch packs check` lists every fault).
    """
    homes = {folder.name: folder for folder in folders("lang")}
    wanted = sorted(homes) if langs is None else list(dict.fromkeys(langs))
    for lang in wanted:
        if lang not in homes:
            raise UnknownPackError("language", lang, sorted(homes))
    fields = _theatre_folders(theatres)
    faults: list[Problem] = []
    name_folders = [*folders("world"), *fields]
    names = {table: _rows(name_folders, table, faults) for table in NAME_TABLES}
    tables = {lang: _language(homes[lang], faults) for lang in wanted}
    if faults:
        raise PackError([f"{p.where}: {p.text}" for p in faults])
    sides = [str(s) for folder in fields for s in _sides(folder)]
    parties = {row.code: row for row in map(typed.party_row, names["parties"])}
    return Packs(
        tuple(wanted), tuple(f.name for f in fields), tuple(dict.fromkeys(sides)), _opposed(fields),
        _fingerprint([*name_folders, *(homes[lang] for lang in wanted)]), parties, names, tables,
    )  # fmt: skip


def _theatre_folders(theatres: Sequence[str | Path]) -> list[Path]:
    bundled = {folder.name: folder for folder in folders("theatre")}
    found: list[Path] = []
    for theatre in theatres:
        folder = bundled.get(str(theatre)) or Path(theatre)
        if not folder.is_dir():
            raise UnknownPackError("theatre", str(theatre), sorted(bundled))
        found.append(folder)
    return list(dict.fromkeys(found))


def _rows(homes: Sequence[Path], table: str, faults: list[Problem]) -> list[Row]:
    rows: list[Row] = []
    for home in homes:
        part, problems = read_tables(home, table)
        rows.extend(part)
        faults.extend(problems)
    return rows


def _language(home: Path, faults: list[Problem]) -> tuple[dict[str, list[Row]], dict[str, Any]]:
    return {table: _rows([home], table, faults) for table in LANGUAGE_TABLES}, _settings(home)


def _settings(home: Path) -> dict[str, Any]:
    try:
        return dict(read_settings(home))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise PackError([f"{home}: settings cannot be read: {error}"]) from error


def _sides(folder: Path) -> list[object]:
    sides = _settings(folder).get("sides", [])
    return list(sides) if isinstance(sides, list) else []


def _opposed(folders_: Sequence[Path]) -> dict[str, str]:
    found: dict[str, str] = {}
    for folder in folders_:
        opposed = _settings(folder).get("opposed", {})
        found.update({str(k): str(v) for k, v in opposed.items()} if isinstance(opposed, dict) else {})
    return found


def _fingerprint(homes: Sequence[Path]) -> str:
    """sha-256 over the bytes of all table and settings files: same fingerprint, same coding."""
    digest = hashlib.sha256()
    for home in homes:
        for path in sorted(p for p in home.iterdir() if p.suffix in (".tsv", ".toml")):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


__all__ = ["LANGUAGE_TABLES", "NAME_TABLES", "Packs", "load_packs", "table_files"]
