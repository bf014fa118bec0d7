"""Folding for comparison: one character in, one character out, so that offsets never move."""

from __future__ import annotations

import unicodedata

_SAME = {
    0x2019: "'", 0x2018: "'", 0x02BC: "'", 0x00A0: " ", 0x202F: " ", 0x2009: " ", 0x2011: "-", 0x0451: "е", 0x0401: "Е",
}  # fmt: skip


def fold(text: str) -> str:
    """Lower case, straight apostrophes, plain spaces, no diaeresis on a Cyrillic e (few texts print it); `len(fold(text)) == len(text)` always."""
    if text.isascii():
        return text.lower()
    same = text.translate(_SAME)
    lower = same.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in same)


def strip_accents(text: str) -> str:
    """The text without combining marks (É -> E); for names printed in capitals. The length may change."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
