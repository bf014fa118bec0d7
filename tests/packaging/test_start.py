"""Importing costs nothing, and code holds no word of one conflict."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

LOADED = """
import sys
before = set(sys.modules)
{work}
names = {{name.partition(".")[0] for name in set(sys.modules) - before}}
print("\\n".join(sorted(n for n in names if n not in sys.stdlib_module_names and n != "trucewatch")))
"""

CONFLICT = re.compile(
    r"karabakh|artsakh|azerba|azéri|azeri|armeni|armén|yerevan|erevan|\bbaku\b|bakou|lachin|latchine|stepanakert|khankendi"
    r"|isra[eë]l|hamas\b|hezbollah|liban|leban|gaza|golan|unifil|finul|palestin"
    r"|ukrain|donbas|donetsk|luhansk|thai|cambod|syria|syrie|\bidlib|houthi|yemen|kashmir",
    re.IGNORECASE,
)
"""Names of parties and places of ceasefires. They belong in packs; docstrings use invented names too."""


def loaded_by(work: str) -> list[str]:
    """Third-party modules that a piece of code loads in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-I", "-c", LOADED.format(work=work)], capture_output=True, text=True, check=True
    )
    return done.stdout.split()


@pytest.mark.parametrize("work", ["import trucewatch", "import trucewatch; trucewatch.code; trucewatch.load_packs"])
def test_the_library_loads_no_third_party_module(work: str) -> None:
    assert loaded_by(work) == []


def test_coding_a_report_loads_no_third_party_module() -> None:
    work = (
        "import trucewatch\n"
        "packs = trucewatch.load_packs(langs=['en'])\n"
        "trucewatch.code(trucewatch.Report(id='r', text='Troops opened fire on Monday.', lang='en'), packs)"
    )
    assert loaded_by(work) == []


def test_code_holds_no_word_of_one_conflict(root: Path) -> None:
    source = root / "src" / "trucewatch"
    found = [
        f"{path.relative_to(root)}:{number}: {line.strip()}"
        for path in sorted(source.rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if CONFLICT.search(line)
    ]
    assert not found, "\n".join(found)


def test_packs_hold_no_code(root: Path) -> None:
    packs = root / "src" / "trucewatch" / "packs"
    kinds = {p.suffix for part in ("lang", "world", "theatre") for p in (packs / part).rglob("*") if p.is_file()}
    assert kinds <= {".tsv", ".toml", ".md"}
