"""Undocumented is broken: commands, options, exit codes, problem codes and the schema against docs/."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from trucewatch.bulk import LOSING_CODES
from trucewatch.bulk.sources import FORMATS
from trucewatch.cli import output
from trucewatch.cli.app import app
from trucewatch.service import schema

ROW = re.compile(r"^\| `([a-z-]+)` \|.*\| (yes|no) \|$", re.MULTILINE)


def commands() -> Iterator[tuple[str, Any]]:
    """Every command with its full name."""
    root: Any = typer.main.get_command(app)
    for name, command in root.commands.items():
        if hasattr(command, "commands"):
            yield from ((f"{name} {inner}", c) for inner, c in command.commands.items())
        else:
            yield name, command


def test_every_command_and_option_is_documented(root: Path) -> None:
    page = (root / "docs" / "cli.md").read_text(encoding="utf-8")
    sections = {s.split("`")[0].strip(): s for s in page.split("## `trucewatch ")[1:]}
    by_name = {" ".join(w for w in head.split() if w.islower()): text for head, text in sections.items()}
    names = []
    for name, command in commands():
        names.append(name)
        for parameter in command.params:
            for option in (o for o in parameter.opts if o.startswith("--") and o != "--help"):
                assert f"`{option}" in by_name[name], (name, option)
    assert sorted(names) == sorted(by_name)


def test_every_documented_option_exists(root: Path) -> None:
    page = (root / "docs" / "cli.md").read_text(encoding="utf-8")
    known = {o for _, command in commands() for p in command.params for o in p.opts} | {"--help", "--version"}
    assert set(re.findall(r"--[a-z]+(?:-[a-z]+)*", page)) <= known


def test_formats_and_exit_codes_are_documented(root: Path) -> None:
    page = (root / "docs" / "cli.md").read_text(encoding="utf-8")
    assert all(f"`{ending}`" in page for ending in FORMATS)
    codes = {v for k, v in vars(output).items() if k.startswith("EXIT_")}
    documented = page.split("## Exit codes")[1]
    assert {int(n) for n in re.findall(r"^\| (\d+) \|", documented, re.MULTILINE)} == codes | {0}


def problem_codes(source: Path) -> Iterator[str]:
    """The codes in the calls `Problem("code", ...)` of a module."""
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem":
            given = [*node.args, *(k.value for k in node.keywords if k.arg == "code")]
            assert given and isinstance(given[0], ast.Constant), f"{source}: a code that is not written out"
            yield str(given[0].value)


def test_every_problem_code_is_documented_with_its_cost(root: Path) -> None:
    rows = dict(ROW.findall((root / "docs" / "problems.md").read_text(encoding="utf-8")))
    used = {code for path in (root / "src").rglob("*.py") for code in problem_codes(path)}
    assert sorted(used) == sorted(rows)
    assert {code for code, costs in rows.items() if costs == "yes"} == set(LOSING_CODES)


def test_the_schema_file_is_what_the_generator_writes(root: Path) -> None:
    written = (root / "docs" / "record.schema.json").read_text(encoding="utf-8")
    assert written == schema(), "run: trucewatch schema --out docs/record.schema.json"
    json.loads(written)
