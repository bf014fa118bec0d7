"""Quotations: the stretches of text between quotation marks, marks left out."""

from __future__ import annotations

_PAIRS = {"«": "»", "“": "”", "„": "“”"}
_LONGEST = 3000


def find_quotations(text: str) -> list[tuple[int, int]]:
    """Half-open spans of quoted text, in order, not nested. A mark that is never closed quotes its paragraph."""
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        char = text[at]
        closers = _PAIRS.get(char) or ('"' if char == '"' and _may_open(text, at) else "")
        if not closers:
            at += 1
            continue
        end = _closing(text, at + 1, closers)
        if end > at + 1:
            spans.append((at + 1, end))
        at = end + 1
    return spans


def _may_open(text: str, at: int) -> bool:
    return at + 1 < len(text) and not text[at + 1].isspace()


def _closing(text: str, start: int, closers: str) -> int:
    """The place of the closing mark; else the end of the paragraph."""
    stop = text.find("\n", start)
    stop = len(text) if stop < 0 else stop
    found = [at for closer in closers if (at := text.find(closer, start, min(len(text), start + _LONGEST))) >= 0]
    if found and (min(found) <= stop or closers != '"'):
        return min(found)
    return stop
