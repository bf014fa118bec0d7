"""Files, folders and streams to reports. What cannot be read is told and the rest goes on."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO, cast

from trucewatch.bulk.dating import settle_published
from trucewatch.bulk.decoding import decode_bytes, replace_surrogates
from trucewatch.bulk.records import Record, find_records, too_large
from trucewatch.bulk.sources import STDIN, Source, find_sources
from trucewatch.bulk.webpage import find_charset, find_webpage
from trucewatch.errors import WireError
from trucewatch.model import Problem, Report
from trucewatch.wire import report_from_json

MAX_BYTES = 50_000_000
"""Size up to which one document (a file, or one line of a file of lines) is read."""

_ID_LENGTH = 16
_HEAD = 4096
_LOOKS_JSON = re.compile(rb"^(?:\xef\xbb\xbf)?\s*(?:\{\s*[\"}]|\[\s*[{\]])")
_LOOKS_HTML = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body|\?xml|article)\b", re.IGNORECASE
)
_TEXT_FIELDS = ("id", "text", "title", "outlet", "url")


@dataclass(frozen=True, slots=True)
class Reading:
    """One report with the notes about reading it; or no report, and the problems that say why."""

    report: Report | None
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Desk:
    """What holds for all inputs of one call, and the ids given so far."""

    published: str | None
    today: date
    limit: int
    seen: dict[str, str] = field(default_factory=dict)


def read_inputs(
    paths: Sequence[str | Path],
    *,
    published: str | None = None,
    today: date | None = None,
    limit: int = MAX_BYTES,
) -> Iterator[Reading]:
    """The reports behind `paths` (files, folders, `-` for standard input), in the order given.

    `published`: date for reports that carry none of their own. `today`: the clock against which dates are held,
    default the real one (UTC). `limit`: greatest size in bytes of one document. Never raises for content.
    """
    desk = _Desk(published, today or datetime.now(UTC).date(), limit)
    for source in find_sources(paths):
        if isinstance(source, Problem):
            yield Reading(None, (source,))
        else:
            yield from _read_source(source, desk)


def _read_source(source: Source, desk: _Desk) -> Iterator[Reading]:
    try:
        if source.path is None:
            yield from _read_stream(sys.stdin.buffer, source, desk)
        else:
            with source.path.open("rb") as stream:
                yield from _read_stream(stream, source, desk)
    except OSError as error:
        text = f"file cannot be read: {error.strerror or error}"
        yield Reading(None, (Problem("file-unreadable", source.where, text),))


def _read_stream(stream: BinaryIO, source: Source, desk: _Desk) -> Iterator[Reading]:
    peeked = stream if hasattr(stream, "peek") else io.BufferedReader(cast(io.RawIOBase, stream))
    head = cast(io.BufferedReader, peeked).peek(_HEAD)[:_HEAD]
    format_ = source.format or _format_of(head)
    if not head:
        yield Reading(None, (Problem("input-empty", source.where, "file is empty, skipped"),))
    elif format_ in ("json", "lines"):
        yield from _read_records(peeked, source.where, desk, lines=format_ == "lines")
    else:
        raw = peeked.read(desk.limit + 1)
        if len(raw) > desk.limit:
            yield Reading(None, (too_large(source.where, desk.limit),))
        else:
            yield _read_document(raw, source.where, desk, html=format_ == "html")


def _format_of(head: bytes) -> str:
    if _LOOKS_JSON.match(head):
        return "json"
    return "html" if _LOOKS_HTML.match(head) else "text"


def _read_records(stream: BinaryIO, where: str, desk: _Desk, *, lines: bool) -> Iterator[Reading]:
    empty = True
    for record in find_records(stream, where, lines=lines, limit=desk.limit):
        empty = False
        yield Reading(None, (record,)) if isinstance(record, Problem) else _read_record(record, desk)
        if isinstance(record, Problem) and record.code == "input-binary":
            return
    if empty:
        yield Reading(None, (Problem("input-empty", where, "holds no report"),))


def _read_record(record: Record, desk: _Desk) -> Reading:
    try:
        report = report_from_json(record.value, where=record.where, default_id=_identity(record.raw))
    except WireError as error:
        return Reading(None, (*record.problems, Problem("report-invalid", record.where, error.reason)))
    return _settle(report, record.where, desk, notes=record.problems)


def _read_document(raw: bytes, where: str, desk: _Desk, *, html: bool) -> Reading:
    decoded = decode_bytes(raw, where, declared=find_charset(raw) if html else None)
    if isinstance(decoded, Problem):
        return Reading(None, (decoded,))
    if not decoded.text.strip():
        return Reading(None, (Problem("input-empty", where, "holds only white space, skipped"),))
    report = Report(id=_identity(raw), text=decoded.text)
    if html:
        page = find_webpage(decoded.text)
        if page is None:
            return Reading(
                None, (Problem("html-empty", where, "no running text found in this page, skipped"),)
            )
        report = replace(report, text=page.text, title=page.title, outlet=page.outlet, url=page.url)
        report = replace(report, published=page.published)
    return _settle(report, where, desk, notes=decoded.problems)


def _identity(raw: bytes) -> str:
    """First 16 hexadecimal digits of the sha-256 of the raw bytes (record model, section 1)."""
    return sha256(raw).hexdigest()[:_ID_LENGTH]


def _settle(report: Report, where: str, desk: _Desk, *, notes: tuple[Problem, ...]) -> Reading:
    """The report as it will be coded, with every note about what had to be changed for that."""
    if not report.text.strip():
        return Reading(None, (*notes, Problem("input-empty", where, "the report has no text, skipped")))
    found = list(notes)
    report = _without_surrogates(report, where, found)
    published, fault = settle_published(report.published or desk.published, where=where, today=desk.today)
    report = replace(report, published=published)
    if fault is not None:
        found.append(fault)
    return Reading(_with_own_id(report, where, desk, found), tuple(found))


def _without_surrogates(report: Report, where: str, found: list[Problem]) -> Report:
    given = {name: getattr(report, name) or "" for name in _TEXT_FIELDS}
    cleaned = {name: replace_surrogates(value) for name, value in given.items()}
    changed: dict[str, Any] = {name: text for name, (text, count) in cleaned.items() if count}
    total = sum(count for _, count in cleaned.values())
    if total:
        report = replace(report, **changed)
        text = f"{total} lone surrogates are no characters, U+FFFD put in their place"
        found.append(Problem("surrogate-replaced", where, text))
    return report


def _with_own_id(report: Report, where: str, desk: _Desk, found: list[Problem]) -> Report:
    """Two reports of one call never share an id: claims could not be told apart."""
    first = desk.seen.setdefault(report.id, where)
    if first == where:
        return report
    number = 2
    while (name := f"{report.id}~{number}") in desk.seen:
        number += 1
    desk.seen[name] = where
    found.append(
        Problem("id-repeated", where, f"id {report.id!r} was already given by {first}; here {name!r}")
    )
    return replace(report, id=name)


__all__ = ["MAX_BYTES", "STDIN", "Reading", "read_inputs"]
