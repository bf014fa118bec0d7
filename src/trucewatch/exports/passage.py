"""The text of a report with its marks: spans by role, and a numbered link wherever a claim's words begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trucewatch.exports.markup import Markup, join, lang_of, tag
from trucewatch.exports.segments import ROLES, Mark, Segment, cut, find_marks
from trucewatch.exports.wording import kind_label, printable
from trucewatch.model import Coding

_FINEST_FIRST = ("casualties", "when", "where", "recipient", "actor", "origin", "via", "agreement", "act")
"""Which role a piece of text shows at rest when it has several."""

assert set(_FINEST_FIRST) == set(ROLES)


def claim_id(report: int, claim: int) -> str:
    """Anchor of a claim's card; both numbers count from 1."""
    return f"r{report}c{claim}"


def words_id(report: int, claim: int) -> str:
    """Anchor of a claim's first words in the text."""
    return f"r{report}w{claim}"


def render_text(coding: Coding, number: int) -> Markup:
    """Paragraphs of the text of report `number`. Leaving the numbered links away they are the text itself."""
    text = printable(coding.report.text)
    marks = find_marks(coding.claims, len(text))
    first_words = _first_words(marks)
    paragraphs = []
    for start, end in _paragraphs(text):
        pieces = [_render_segment(s, coding, number, first_words) for s in cut(marks, start, end)]
        headline = text[start:end].strip() == printable(coding.report.title or "").strip()
        paragraphs.append(tag("p", *pieces, class_="headline" if headline else None))
    return tag("div", *paragraphs, lang=lang_of(coding.report.lang), dir="auto", class_="passage")


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def _first_words(marks: Sequence[Mark]) -> dict[int, int]:
    """For each claim where the earliest of its evidence begins."""
    starts: dict[int, int] = {}
    for mark in marks:
        if mark.role == "act":
            starts.setdefault(mark.claim, mark.start)
    return starts


def _render_segment(segment: Segment, coding: Coding, number: int, first_words: dict[int, int]) -> Markup:
    words = printable(coding.report.text)[segment.start : segment.end]
    if not segment.marks:
        return join([words])
    openings = [
        _opening(m, coding, number, first_words)
        for m in segment.opens
        if m.role == "act" and m.start == segment.start
    ]
    roles = {m.role for m in segment.marks}
    shown = next(role for role in _FINEST_FIRST if role in roles)
    marked = " ".join(f"{m.claim + 1}.{m.role}" for m in segment.marks)
    opened = " ".join(f"{m.claim + 1}.{m.role}" for m in segment.opens)
    span = tag(
        "span",
        words,
        class_=f"s k-{shown}{' act' if 'act' in roles else ''}",
        data_m=marked,
        data_o=opened or None,
    )
    return join([*openings, span])


def _opening(mark: Mark, coding: Coding, number: int, first_words: dict[int, int]) -> Markup:
    claim = mark.claim + 1
    first = first_words[mark.claim] == mark.start
    label = f"Claim {claim}: {kind_label(coding.claims[mark.claim].kind)}"
    return tag(
        "a",
        str(claim),
        class_="ref",
        id=words_id(number, claim) if first else None,
        href=f"#{claim_id(number, claim)}",
        data_c=claim,
        aria_label=label,
        lang="en",
    )
