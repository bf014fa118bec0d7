"""The schema of what is written, for those who read it."""

from __future__ import annotations

from pathlib import Path

from trucewatch.service.writing import write_atomically


def schema() -> str:
    """The JSON Schema of one coding, as text."""
    from trucewatch.wire.schema import schema_text

    return schema_text()


def write_schema(path: Path) -> None:
    """Write the schema to a file. Raises UsageError when it cannot be written."""
    with write_atomically(path) as stream:
        stream.write(schema())
