"""Bytes to text: UTF-8 and marked UTF-16 without a word, anything else with one."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from trucewatch.model import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks, the longer first where one begins another."""

_HIGH_SHARE_CYRILLIC = 0.35
"""Share of bytes above 127 among all letter bytes: French and Spanish stay below 0.1, Russian above 0.9."""

_LETTER_BYTES = re.compile(rb"[A-Za-z\xc0-\xff]")
_HIGH_BYTES = re.compile(rb"[\xc0-\xff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, and what had to be said about reading it."""

    text: str
    problems: tuple[Problem, ...] = ()


def wide_mark(raw: bytes) -> bool:
    """True when the bytes begin with the mark of UTF-16 or UTF-32 (their lines cannot be cut as bytes)."""
    return any(raw.startswith(mark) for mark, name in _MARKS if name != "utf-8")


def decode_bytes(raw: bytes, where: str, *, declared: str | None = None) -> Decoded | Problem:
    """The text of `raw`.

    UTF-8 (marked or not) and marked UTF-16/32 are read as they are; `declared` (the charset of an HTML page)
    comes next; then cp1251 or cp1252 is guessed, with a problem that says which. Text that is mostly UTF-8 with
    broken bytes in it is read as UTF-8 with U+FFFD in their place. NUL bytes mean: not text at all.
    """
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return _decode_marked(raw[len(mark) :], name, where)
    if b"\x00" in raw:
        return Problem("input-binary", where, "holds NUL bytes: not a text, skipped")
    try:
        return Decoded(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return _decode_foreign(raw, where, declared)


def _decode_marked(raw: bytes, name: str, where: str) -> Decoded:
    try:
        return Decoded(raw.decode(name))
    except UnicodeDecodeError:
        return _decode_broken(raw, name, where)


def _decode_broken(raw: bytes, name: str, where: str) -> Decoded:
    text = raw.decode(name, errors="replace")
    lost = text.count("\ufffd")
    note = f"{lost} undecodable places in {name} text, U+FFFD put in their place"
    return Decoded(text, (Problem("encoding-broken", where, note),))


def _decode_foreign(raw: bytes, where: str, declared: str | None) -> Decoded:
    if declared is not None:
        try:
            return Decoded(raw.decode(declared))
        except (UnicodeDecodeError, LookupError):
            return _decode_foreign(raw, where, None)
    as_utf8 = raw.decode("utf-8", errors="replace")
    broken = as_utf8.count("\ufffd")
    sound = sum(1 for c in as_utf8 if c > "\x7f") - broken
    if sound >= broken:
        return _decode_broken(raw, "utf-8", where)
    return _decode_guessed(raw, where)


def _decode_guessed(raw: bytes, where: str) -> Decoded:
    letters, high = len(_LETTER_BYTES.findall(raw)), len(_HIGH_BYTES.findall(raw))
    name = "cp1251" if letters and high / letters >= _HIGH_SHARE_CYRILLIC else "cp1252"
    guessed = Problem("encoding-guessed", where, f"not UTF-8; read as {name}, which is a guess")
    try:
        return Decoded(raw.decode(name), (guessed,))
    except UnicodeDecodeError:
        broken = _decode_broken(raw, name, where)
        return Decoded(broken.text, (guessed, *broken.problems))


def replace_surrogates(text: str) -> tuple[str, int]:
    r"""The text with every lone surrogate (JSON `"\ud800"`) as U+FFFD, and how many there were."""
    return _SURROGATES.subn("\ufffd", text)
