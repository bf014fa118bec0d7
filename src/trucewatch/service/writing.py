"""Codings to the bytes of a format, and to a file that is whole or not there."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from trucewatch.errors import UsageError
from trucewatch.model import Coding, Problem

FORMATS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".html": "html", ".htm": "html"}
"""Ending of the output file -> format."""


def encode(
    codings: Iterable[Coding],
    format_: str,
    *,
    labels: Mapping[str, str] | None = None,
    problems: list[Problem] | None = None,
) -> Iterator[str]:
    """The pieces of text of `jsonl`, `json` or `html`, in order; `jsonl` and `json` as the codings come.

    `problems`: for the page, filled while the codings come. Raises UsageError for another format.
    """
    from trucewatch.exports.lines import as_json_list, as_jsonl

    if format_ == "jsonl":
        return as_jsonl(codings)
    if format_ == "json":
        return as_json_list(codings)
    if format_ == "html":
        return _encode_page(codings, labels or {}, problems if problems is not None else [])
    raise UsageError(f"no format {format_!r} (known: table, json, jsonl, html)")


def _encode_page(
    codings: Iterable[Coding], labels: Mapping[str, str], problems: list[Problem]
) -> Iterator[str]:
    from trucewatch import __version__
    from trucewatch.exports.page import render_page

    together = list(codings)
    yield render_page(together, problems=problems, labels=labels, version=__version__)


@contextmanager
def write_atomically(path: Path) -> Iterator[IO[str]]:
    """A file that takes its name only when all is written; a failure leaves what was there before.

    Raises UsageError when the folder is missing or cannot be written to.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        stream = part.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from error
    try:
        with stream:
            yield stream
        os.replace(part, path)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)
