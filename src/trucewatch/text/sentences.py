"""Sentences as real reports have them: headings, datelines, stray full stops, broken starts.

A full stop before a lower-case letter is never an end; that alone mends most machine translations
(measured in docs/decisions: 20 of 24 hard sentences, the best library 17).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text[start:end]` of paragraph `paragraph`; `heading` if it stands alone without an end mark."""

    start: int
    end: int
    paragraph: int
    heading: bool = False
    dateline: tuple[int, int] | None = None


_END = re.compile(r"[.!?…]+[\"”»’)\]]*(?:\s*[»”\"])?(?=\s|$)")
_BEFORE = r"(?:^|[\s(«“\"'’0-9])"
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}|[IVX]{1,4}|[a-z])$")
_CAPITAL = "A-ZÀ-ÝЀ-Я"
_DATELINE = re.compile(
    rf"\s*[{_CAPITAL}][{_CAPITAL}'’/\- ]{{2,60}}"
    r"(?:\s*\([^)\n]{2,30}\))?(?:\s*,)?\s*"
    r"(?:[^\n.:;-]{0,40}?\d{1,2}[^\n:;–—-]{0,25})?(?:\s*\([^)\n]{2,30}\))?\s*[-–—:]\s+"
)
_DATED = re.compile(rf"\s*[{_CAPITAL}][{_CAPITAL}/\- ]{{2,40}},\s*\d{{1,2}}\s+[^\W\d_]{{3,12}}\.\s+(?=[{_CAPITAL}«“])")
"""A dateline that ends with a full stop: "CITY/TOWN, 4 August. The army ..."."""
_HEADING_LONGEST = 160


@cache
def _abbreviations(words: tuple[str, ...]) -> re.Pattern[str]:
    """A capital letter alone or one of the words, at the end of what stands before a full stop."""
    return re.compile(_BEFORE + f"(?:[{_CAPITAL}]|" + "|".join(map(re.escape, words)) + ")$" if words else _BEFORE + f"[{_CAPITAL}]$")


def find_sentences(text: str, quotations: list[tuple[int, int]], abbreviations: Sequence[str] = ()) -> list[Sentence]:
    """All sentences in order; together they cover every character that is not white space.

    `abbreviations`: the words of the language after which a full stop ends nothing, as they are printed.
    """
    sentences: list[Sentence] = []
    starts = [q[0] for q in quotations]
    short = _abbreviations(tuple(abbreviations))
    for number, (start, end) in enumerate(_paragraphs(text)):
        sentences.extend(_split(text, start, end, number=number, quotations=quotations, starts=starts, short=short))
    return sentences


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Lines; a line that starts in lower case goes on the line before it, unless that one ended."""
    spans: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        start, end = at, at + len(line)
        at = end + 1
        bare = line.strip()
        if not bare:
            continue
        start += len(line) - len(line.lstrip())
        end = start + len(bare)
        if spans and bare[0].islower() and text[spans[-1][1] - 1] not in ".!?…:;" and text[spans[-1][1] : start].count("\n") == 1:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _split(
    text: str, start: int, end: int, *, number: int, quotations: list[tuple[int, int]], starts: list[int], short: re.Pattern[str]
) -> list[Sentence]:
    dateline = None
    head = _DATELINE.match(text, start, end) or _DATED.match(text, start, end)
    if head and sum(c.isupper() for c in head.group()) >= 4:
        dateline, start = (start, head.end()), head.end()
    cuts = [m.end() for m in _END.finditer(text, start, end) if _ends_here(text, m, start, end, quotations, starts, short)]
    if not cuts or cuts[-1] < end:
        cuts.append(end)
    sentences: list[Sentence] = []
    at = start
    for cut in cuts:
        while at < cut and text[at].isspace():
            at += 1
        if at < cut:
            sentences.append(Sentence(at, cut, number, dateline=dateline if not sentences else None))
        at = cut
    if len(sentences) == 1 and end - start <= _HEADING_LONGEST and text[end - 1] not in '.!?…»”":;,':
        only = sentences[0]
        sentences = [Sentence(only.start, only.end, number, heading=True, dateline=only.dateline)]
    return sentences


def _ends_here(
    text: str, match: re.Match[str], start: int, end: int, quotations: list[tuple[int, int]], starts: list[int], short: re.Pattern[str]
) -> bool:
    after = match.end()
    while after < end and text[after].isspace():
        after += 1
    if after >= end:
        return True
    if text[after].islower() or text[after] in ",;)":
        return False
    before = text[max(start, match.start() - 12) : match.start()]
    if match.group()[0] == ".":
        if short.search(before) or _INITIALS.search(before):
            return False
        if _NUMBERED.match(text[start : match.start()]):
            return False
    return not (text[after] in "»”" and _inside(after, quotations, starts))


def _inside(at: int, quotations: list[tuple[int, int]], starts: list[int]) -> bool:
    index = bisect_right(starts, at) - 1
    return index >= 0 and quotations[index][0] <= at <= quotations[index][1]
