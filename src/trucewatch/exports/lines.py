"""Codings as JSON: a line each, or one list; written as they come, so that a batch of any size fits."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from trucewatch.model import Coding
from trucewatch.wire import as_json, as_line


def as_jsonl(codings: Iterable[Coding]) -> Iterator[str]:
    """One line of JSON for each coding, line feed included."""
    for coding in codings:
        yield as_line(coding) + "\n"


def as_json_list(codings: Iterable[Coding]) -> Iterator[str]:
    """One JSON list, indented for reading."""
    opened = False
    for coding in codings:
        body = json.dumps(as_json(coding), ensure_ascii=False, indent=1)
        yield (",\n" if opened else "[\n") + body
        opened = True
    yield "\n]\n" if opened else "[]\n"
