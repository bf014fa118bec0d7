"""Fixtures of the core tests: packs loaded once, golden files, and what is said when ../shared is not there.

`pytest tests/core --update-golden` writes tests/core/data/golden anew; read the difference before keeping it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from trucewatch.packs import Packs, load_packs

HERE = Path(__file__).parent
SHARED_EVAL = HERE.parents[2] / "shared" / "eval"

_LEFT_OUT = pytest.StashKey[int]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", default=False, help="Write the golden files of tests/core anew."
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without ../shared/eval the gates on it are taken out of the run, and counted."""
    if SHARED_EVAL.is_dir():
        return
    gates = [item for item in items if HERE in item.path.parents and item.get_closest_marker("shared")]
    items[:] = [item for item in items if item not in gates]
    config.hook.pytest_deselected(items=gates)
    config.stash[_LEFT_OUT] = len(gates)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    left_out = config.stash.get(_LEFT_OUT, 0)
    if left_out:
        terminalreporter.write_line(
            f"NOT RUN: {left_out} gates of tests/core on {SHARED_EVAL}, which is not there", yellow=True
        )


@pytest.fixture(scope="session")
def packs() -> Packs:
    """All languages, the world and two theatres."""
    return load_packs(langs=["fr", "en", "es", "ru"], theatres=["south-caucasus", "levant"])


@pytest.fixture(scope="session")
def world() -> Packs:
    """All languages and the world pack alone."""
    return load_packs(langs=["fr", "en", "es"])
