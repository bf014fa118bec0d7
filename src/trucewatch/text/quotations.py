"""Quotations: the stretches of text between quotation marks, marks left out."""

from __future__ import annotations

import re

_PAIRS = {"«": "»", "“": "”", "„": "“”", '"': '"'}
_OPENER = re.compile(r"[«“„]|\"(?=\S)")
_LONGEST = 3000


def find_quotations(text: str) -> list[tuple[int, int]]:
    """Half-open spans of quoted text, in order, not nested. A mark that is never closed quotes its paragraph."""
    spans: list[tuple[int, int]] = []
    opener = _OPENER.search(text)
    while opener is not None:
        start = opener.end()
        end = _closing(text, start, _PAIRS[opener.group()])
        if end > start:
            spans.append((start, end))
        opener = _OPENER.search(text, end + 1)
    return spans


def _closing(text: str, start: int, closers: str) -> int:
    """The place of the closing mark; else the end of the paragraph."""
    stop = text.find("\n", start)
    stop = len(text) if stop < 0 else stop
    found = [at for closer in closers if (at := text.find(closer, start, min(len(text), start + _LONGEST))) >= 0]
    if found and (min(found) <= stop or closers != '"'):
        return min(found)
    return stop
