"""Every error that Trucewatch raises.

    TrucewatchError
    |-- UsageError            a wrong call: exit code 2
    |   |-- UnknownPackError      no language or theatre pack of that name
    |   |-- UnreadableInputError  the only input named cannot be read
    |   `-- NewPackError          a new pack cannot be made as it was asked for
    |-- PackError             a pack cannot be loaded (its faults are listed)
    `-- WireError             a JSON value that is not a report or coding

Findings about input (an undecodable file, a broken line) are never raised: they are
`trucewatch.model.Problem` values.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

__all__ = [
    "NewPackError",
    "PackError",
    "TrucewatchError",
    "UnknownPackError",
    "UnreadableInputError",
    "UsageError",
    "WireError",
]


class TrucewatchError(Exception):
    """Root of all errors of this package."""


class UsageError(TrucewatchError):
    """The call itself is wrong (an option, a name)."""


class UnknownPackError(UsageError):
    """No language or theatre pack has this name."""

    def __init__(self, kind: str, name: str, known: Sequence[str]) -> None:
        self.kind, self.name, self.known = kind, name, tuple(known)
        super().__init__(f"no {kind} pack named {name!r} (known: {', '.join(known) or 'none'})")


class UnreadableInputError(UsageError):
    """A file or folder named in the call cannot be opened."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}: {reason}")


class NewPackError(UsageError):
    """A new pack cannot be made: its name, a side or its folder will not do."""

    def __init__(self, name: str, reason: str) -> None:
        self.name, self.reason = name, reason
        super().__init__(f"no pack {name!r} made: {reason}")


class PackError(TrucewatchError):
    """A pack has faults that keep it from being loaded. `faults` are ready lines `file:line: reason`."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        super().__init__(f"{faults[0] if faults else 'unknown fault'}{more}")


class WireError(TrucewatchError):
    """A JSON value does not have the wire form of the record model."""

    def __init__(self, where: str, reason: str) -> None:
        self.where, self.reason = where, reason
        super().__init__(f"{where}: {reason}")
