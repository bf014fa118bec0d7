"""Checking a pack: every fault of its tables as `file:line: reason`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from trucewatch.model import Problem
from trucewatch.model import kinds as words
from trucewatch.packs.find import HOME, read_settings
from trucewatch.packs.load import LANGUAGE_TABLES
from trucewatch.packs.morphology import Morphology
from trucewatch.packs.patterns import expand
from trucewatch.packs.tables import COLUMNS, Row, read_tables, table_files

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?$")
_PARTY = re.compile(r"[A-Z][A-Z0-9]*(-(?:" + "|".join(words.SECTORS) + r"))?$")
_REQUIRED = {
    "parties": ("code", "kind", "label"),
    "names": ("lang", "role", "words", "party"),
    "persons": ("names", "party", "office", "source"),
    "places": ("id", "precision", "names"),
    "gazetteer": ("id", "precision", "names", "country"),
    "agreements": ("id", "names", "kind", "source"),
    "provisions": ("agreement", "provision", "kind", "text"),
    "sources": ("id", "kind", "names"),
    "paradigms": ("name", "kind", "forms"),
    "verbs": ("lemma",),
    "words": ("class", "words"),
    "nouns": ("class", "words"),
    "numbers": ("class", "words"),
    "dates": ("class", "words"),
    "saying": ("words", "frame"),
    "acts": ("id", "words", "pos", "kind"),
    "weapons": ("words", "weapon"),
    "examples": ("text", "claims"),
}
_CHOICES: dict[tuple[str, str], tuple[str, ...]] = {
    ("names", "role"): ("name", "demonym", "capital", "force", "label"),
    ("places", "precision"): words.PLACE_PRECISIONS,
    ("gazetteer", "precision"): words.PLACE_PRECISIONS,
    ("provisions", "kind"): words.PROVISION_KINDS,
    ("acts", "kind"): words.KINDS,
    ("acts", "pos"): ("v", "n", "x"),
    ("weapons", "weapon"): words.WEAPONS,
    ("saying", "speech"): words.SPEECH_MODES,
    ("nouns", "sector"): words.SECTORS,
    ("paradigms", "kind"): ("verb", "noun", "adj"),
}
_DATES = {"names": ("from", "until"), "persons": ("from", "until"), "agreements": ("signed", "effective"), "provisions": ("deadline",)}
_PARTIES = {"names": ("party",), "persons": ("party",), "sources": ("party",), "parties": ("code",), "places": ("country",), "gazetteer": ("country",)}
_UNIQUE = {"parties": "code", "places": "id", "gazetteer": "id", "agreements": "id", "acts": "id"}


def check_pack(folder: Path) -> list[Problem]:
    """Every fault in the tables of one pack folder, in the order of files and lines; empty when it is sound."""
    settings, problems = _check_settings(folder)
    tables: dict[str, list[Row]] = {}
    for table in COLUMNS:
        tables[table], faults = read_tables(folder, table)
        problems.extend(faults or _check_filled(folder, table, tables[table]))
        for row in tables[table]:
            problems.extend(_check_row(table, row))
        problems.extend(_check_unique(table, tables[table]))
    problems.extend(_check_codes(folder, tables, settings))
    if tables["words"] or tables["verbs"]:
        problems.extend(_check_patterns(tables, settings))
    return problems


def _check_settings(folder: Path) -> tuple[dict[str, Any], list[Problem]]:
    try:
        settings = dict(read_settings(folder))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return {}, [Problem("pack-settings", str(folder), f"settings cannot be read: {error}")]
    problems = [] if settings else [Problem("pack-settings", str(folder), "no pack.toml or lang.toml")]
    for key in ("title", "summary", "licence", "sides"):
        if key in settings and not settings[key]:
            problems.append(Problem("pack-unfilled", str(folder / "pack.toml"), f"{key} is still empty"))
    return settings, problems


def _check_filled(folder: Path, table: str, rows: list[Row]) -> Iterator[Problem]:
    for path in table_files(folder, table):
        if not any(row.where.startswith(f"{path}:") for row in rows):
            yield Problem("pack-unfilled", str(path), "no row yet: write one, or delete the file if this pack needs none")


def _check_row(table: str, row: Row) -> Iterator[Problem]:
    for column in _REQUIRED[table]:
        if not row[column]:
            yield Problem("pack-empty", row.where, f"column {column!r} is empty")
    for (owner, column), choices in _CHOICES.items():
        if owner == table and row[column] and row[column] not in choices:
            yield Problem("pack-value", row.where, f"{column} {row[column]!r} is not one of: {', '.join(choices)}")
    for column in _DATES.get(table, ()):
        if row[column] and not _DATE.match(row[column]):
            yield Problem("pack-date", row.where, f"{column} {row[column]!r} is not YYYY, YYYY-MM or YYYY-MM-DD")
    for column in _PARTIES.get(table, ()):
        if row[column] and not _PARTY.match(row[column]):
            yield Problem("pack-party", row.where, f"{column} {row[column]!r} is not CODE or CODE-SECTOR")
    if table in ("places", "gazetteer"):
        yield from _check_coordinates(row)


def _check_coordinates(row: Row) -> Iterator[Problem]:
    for column, most in (("lat", 90.0), ("lon", 180.0)):
        try:
            inside = not row[column] or -most <= float(row[column]) <= most
        except ValueError:
            inside = False
        if not inside:
            yield Problem("pack-coordinate", row.where, f"{column} {row[column]!r} is not a number of degrees")


def _check_unique(table: str, rows: list[Row]) -> Iterator[Problem]:
    column = _UNIQUE.get(table)
    seen: dict[str, str] = {}
    for row in rows if column else ():
        key = row[column or ""]
        if key in seen:
            yield Problem("pack-twice", row.where, f"{column} {key!r} stands already at {seen[key]}")
        seen.setdefault(key, row.where)


def _check_codes(folder: Path, tables: dict[str, list[Row]], settings: dict[str, Any]) -> Iterator[Problem]:
    """Every party code used, in the tables or the settings, must be declared here or in the world pack."""
    declared = {row["code"] for row in tables["parties"]}
    if folder != HOME / "world":
        declared |= {row["code"] for row in read_tables(HOME / "world", "parties")[0]}
    for table, columns in _PARTIES.items():
        for row in tables[table]:
            for column in columns:
                code = row[column].split("-")[0]
                if code and code not in declared:
                    yield Problem("pack-undeclared", row.where, f"party {code!r} is in no parties.tsv")


    opposed = settings.get("opposed", {})
    for code in (*settings.get("sides", ()), *(opposed.keys() if isinstance(opposed, dict) else ()), *(opposed.values() if isinstance(opposed, dict) else ())):
        if str(code) not in declared:
            yield Problem("pack-undeclared", str(folder / "pack.toml"), f"party {str(code)!r} is in no parties.tsv")


def _check_patterns(tables: dict[str, list[Row]], settings: dict[str, Any]) -> Iterator[Problem]:
    morphology = Morphology(tables["paradigms"], tables["verbs"], settings)
    named = {row["name"] for row in tables["paradigms"]}
    for row in tables["verbs"]:
        if row["paradigm"] and row["paradigm"] not in named:
            yield Problem("pack-paradigm", row.where, f"no paradigm {row['paradigm']!r} in paradigms.tsv")
    columns: Callable[[Row], tuple[str, ...]] = lambda r: r.many("words") + r.many("needs") + r.many("without")  # noqa: E731
    for table in LANGUAGE_TABLES:
        for row in tables[table]:
            for pattern in columns(row):
                try:
                    sound = pattern.startswith("@") or any(True for _ in expand(pattern, morphology))
                except KeyError as missing:
                    yield Problem("pack-verb", row.where, f"verb {missing} is not in verbs.tsv")
                    continue
                if not sound:
                    yield Problem("pack-pattern", row.where, f"pattern {pattern!r} stands for nothing")
