"""The tutorial shows what the commands print: its report coded without and with the pack that it makes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from trucewatch.cli.app import app

OUTPUT = re.compile(r"<!-- output -->\n```text\n(.*?)```", re.DOTALL)
PUBLISHED = "2025-12-12"


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def tutorial(root: Path) -> str:
    return (root / "docs" / "tutorial-new-theatre.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("theatre", [None, "thai-cambodian"])
def test_the_report_is_coded_as_shown(tutorial: str, theatre: str | None, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(re.findall(r"^> (.+)$", tutorial, re.MULTILINE)[0] + "\n", encoding="utf-8")
    more = ["--theatre", theatre] if theatre else []
    shown = words(CliRunner().invoke(app, ["code", str(report), "--published", PUBLISHED, *more]).stdout)
    step = tutorial.split("## 10. ")[1] if theatre else tutorial.split("## 2. ")[1]
    (wanted, *_) = OUTPUT.findall(step)
    assert words(wanted) in shown


def test_the_first_step_makes_what_it_lists(tutorial: str, tmp_path: Path) -> None:
    made = CliRunner().invoke(app, ["packs", "new", "isles", "--sides", "THA,KHM", "--out", str(tmp_path / "isles")])
    listed = OUTPUT.findall(tutorial.split("## 1. ")[1])[0].split("still empty:")[0]
    assert [Path(line).name for line in made.stdout.splitlines()] == [Path(line).name for line in listed.split()]
