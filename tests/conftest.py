"""Fixtures for all tests, and the place where a test says in plain words what it could not compare."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"

_NOTES = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    notes: list[str] = []
    config.stash[_NOTES] = notes


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print every note, once, where nobody can miss it."""
    for note in dict.fromkeys(config.stash[_NOTES]):
        terminalreporter.write_line(f"NOT COMPARED: {note}", yellow=True)


@pytest.fixture
def note(pytestconfig: pytest.Config) -> Callable[[str], None]:
    """Say at the end of the run what a test passed without doing."""
    notes = pytestconfig.stash[_NOTES]
    return notes.append


@pytest.fixture
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture
def shared(note: Callable[[str], None]) -> Path | None:
    """The folder ../shared of the project workplace, or None with a note that it is not there."""
    if SHARED.is_dir():
        return SHARED
    note(f"{SHARED} is not there: figures and files of the workplace are not compared")
    return None
