"""The generated tables of the world pack are what the tools write today."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("tool", ["make_world.py", "make_gazetteer.py"])
def test_generated_tables_are_up_to_date(tool: str, root: Path) -> None:
    done = subprocess.run([sys.executable, str(root / "tools" / tool), "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
