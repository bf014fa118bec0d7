"""From the paths of a call to the files behind them: folders are walked, circles and oddities are told."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from trucewatch.model import Problem

FORMATS = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "lines",
    ".ndjson": "lines",
}
"""Ending of the file name -> format. Inside folders no other ending is read."""

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to read. `path` is None for standard input; `format` None means: look at the content."""

    where: str
    path: Path | None
    format: str | None


@dataclass(slots=True)
class _Walk:
    """What has been seen so far, by real path."""

    files: set[str] = field(default_factory=set)
    folders: list[str] = field(default_factory=list)


def find_sources(paths: Sequence[str | Path]) -> Iterator[Source | Problem]:
    """Every file named by `paths`, folders in the order of their names, `-` for standard input.

    Hidden names (a leading dot) inside folders are passed over; a file met twice is read once.
    """
    walk = _Walk()
    for path in paths:
        if str(path) == STDIN:
            yield Source(STDIN, None, None)
        elif Path(path).is_dir():
            yield from _find_in_folder(Path(path), walk)
        else:
            yield from _find_file(Path(path), walk, named=True)


def _find_in_folder(folder: Path, walk: _Walk) -> Iterator[Source | Problem]:
    real = os.path.realpath(folder)
    if real in walk.folders:
        yield Problem("folder-circular", shown(folder), f"leads back to {shown(real)}, not followed")
        return
    try:
        names = sorted(entry.name for entry in os.scandir(folder))
    except OSError as error:
        yield Problem("folder-unreadable", shown(folder), f"folder cannot be read: {error.strerror or error}")
        return
    walk.folders.append(real)
    for name in names:
        path = folder / name
        if name.startswith("."):
            continue
        if path.is_dir():
            yield from _find_in_folder(path, walk)
        else:
            yield from _find_file(path, walk, named=False)
    walk.folders.pop()


def _find_file(path: Path, walk: _Walk, *, named: bool) -> Iterator[Source | Problem]:
    format_ = FORMATS.get(path.suffix.lower())
    trouble = _find_trouble(path, named=named)
    real = os.path.realpath(path)
    if trouble is not None:
        yield trouble
    elif format_ is None and not named and path.suffix:
        yield Problem(
            "format-unknown",
            shown(path),
            f"ending {shown(path.suffix)!r} is not read inside folders, passed over",
        )
    elif real in walk.files:
        yield Problem("file-repeated", shown(path), f"already read as {shown(real)}, passed over")
    else:
        walk.files.add(real)
        yield Source(shown(path), path, format_)


def _find_trouble(path: Path, *, named: bool) -> Problem | None:
    """Why this path cannot be opened. A pipe is fine where the user names it, a trap inside a folder."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return Problem("file-missing", shown(path), "no such file or folder")
    except (OSError, ValueError) as error:
        return Problem("file-unreadable", shown(path), f"file cannot be read: {_reason(error)}")
    if not named and not stat.S_ISREG(mode):
        return Problem("file-unreadable", shown(path), "not a regular file (pipe, socket or device)")
    return None


def shown(path: Path | str) -> str:
    """The path as text; bytes of a file name that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
