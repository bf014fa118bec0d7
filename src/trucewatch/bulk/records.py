"""JSON in: one object, a list of objects, or one object a line. A broken line costs that line only."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from trucewatch.bulk.decoding import decode_bytes, wide_mark
from trucewatch.model import Problem


@dataclass(frozen=True, slots=True)
class Record:
    """One JSON value, where it stood, its bytes (for the id), and notes about its encoding."""

    where: str
    raw: bytes
    value: Any
    problems: tuple[Problem, ...] = ()


def find_records(stream: BinaryIO, where: str, *, lines: bool, limit: int) -> Iterator[Record | Problem]:
    """The records of a stream. `limit` holds, in bytes, for a line in a file of lines, else for the whole file."""
    first = stream.readline(limit + 1)
    if not wide_mark(first) and (lines or _is_object(first, where)):
        yield from _find_in_lines(_cut_lines(stream, first, limit), where)
        return
    raw = first + stream.read(max(0, limit + 1 - len(first)))
    if len(raw) > limit:
        yield too_large(where, limit)
    else:
        yield from _find_in_whole(raw, where, lines=lines)


def too_large(where: str, limit: int) -> Problem:
    return Problem("input-too-large", where, f"larger than {limit / 1_000_000:g} MB, skipped")


def _is_object(line: bytes, where: str) -> bool:
    found = _parse(line, where)
    return isinstance(found, Record) and isinstance(found.value, dict)


def _cut_lines(stream: BinaryIO, first: bytes, limit: int) -> Iterator[bytes | None]:
    """Lines as bytes; None for one that is longer than `limit` (its rest is read over)."""
    line = first
    while line:
        if len(line) <= limit:
            yield line
        else:
            yield None
            while line and not line.endswith(b"\n"):
                line = stream.readline(limit)
        line = stream.readline(limit + 1)


def _find_in_lines(lines: Iterable[bytes | None], where: str) -> Iterator[Record | Problem]:
    for number, line in enumerate(lines, start=1):
        place = f"{where}:{number}"
        if line is None:
            yield Problem("input-too-large", place, "line is too long, skipped")
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield _parse(line, place)


def _find_in_whole(raw: bytes, where: str, *, lines: bool) -> Iterator[Record | Problem]:
    decoded = decode_bytes(raw, where)
    if isinstance(decoded, Problem):
        yield decoded
        return
    found = _load(decoded.text, where, tell_line=True)
    if isinstance(found, Problem) or lines:
        as_lines = [line.encode("utf-8", "surrogatepass") for line in decoded.text.split("\n")]
        if lines or any(_is_object(line, where) for line in as_lines):
            yield from _find_in_lines(as_lines, where)
        elif isinstance(found, Problem):
            yield found
    elif isinstance(found[0], list):
        yield from decoded.problems
        for number, item in enumerate(found[0], start=1):
            yield Record(f"{where}#{number}", json.dumps(item, sort_keys=True).encode("ascii"), item)
    else:
        yield Record(where, raw, found[0], decoded.problems)


def _parse(line: bytes, where: str) -> Record | Problem:
    decoded = decode_bytes(line, where)
    if isinstance(decoded, Problem):
        return decoded
    found = _load(decoded.text.strip(), where, tell_line=False)
    if isinstance(found, Problem):
        return found
    return Record(where, line.strip(), found[0], decoded.problems)


def _load(text: str, where: str, *, tell_line: bool) -> tuple[Any] | Problem:
    """The JSON value in a tuple of one (None is a value too), or what is wrong with it."""
    try:
        return (json.loads(text),)
    except json.JSONDecodeError as error:
        place = f"{where}:{error.lineno}" if tell_line else where
        return Problem("json-broken", place, f"not JSON: {error.msg} (column {error.colno})")
    except (ValueError, RecursionError) as error:
        return Problem("json-broken", where, f"not JSON: {error}")
