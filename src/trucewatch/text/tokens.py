"""Tokens: words, numbers and punctuation, each with its place in the text.

A hyphen inside a word is a gap, not a token (« cessez-le-feu » is three words), so that spellings with and
without hyphen match. An elided article keeps its apostrophe (« l' », « d' »); the English possessive is a
token of its own ("'s").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from trucewatch.text.fold import fold


@dataclass(slots=True)
class Token:
    """`text[start:end]`; `low` is its folded form; `kind` is word, number, possessive or punct."""

    start: int
    end: int
    low: str
    kind: str


_TOKEN = re.compile(
    r"""(?P<ordinal>\d{1,4}-[^\W\d_a-zà-ÿ]+(?!\w))
      | (?P<number>\d{1,3}(?:[\u00a0\u202f\u2009 ,.']\d{3})+(?![\d])|\d+(?:[.,]\d+)?(?![^\W_]))
      | (?P<possessive>'s(?![^\W\d_])|(?<=s)'(?=\s))
      | (?P<elided>\b(?:aujourd'hui|presqu'île|(?:l|d|qu|n|s|j|m|t|c|lorsqu|jusqu|puisqu|quoiqu|quelqu)'(?=[^\W\d_]|$)))
      | (?P<abbreviation>(?:[^\W\d_]\.){2,}|\bu\.s\b)
      | (?P<word>[^\W\d_]+(?:n't|(?<=o)'(?=[^\W\d_])[^\W\d_]+)?|\w+)
      | (?P<punct>\.\.\.|[^\w\s])""",
    re.VERBOSE,
)


def find_tokens(text: str) -> list[Token]:
    """All tokens of the text, in order; never overlapping; white space and inner hyphens left out."""
    folded = fold(text)
    tokens: list[Token] = []
    for match in _TOKEN.finditer(folded):
        start, end = match.span()
        kind = match.lastgroup or "punct"
        if kind == "punct" and folded[start] == "-" and _inner_hyphen(folded, start):
            continue
        if match.group() == "t" and folded[max(0, start - 1) : end + 1] == "-t-":
            continue
        if match.group() == "." and tokens and _title(text, tokens[-1], start):
            last = tokens.pop()
            tokens.append(Token(last.start, end, last.low + ".", "word"))
            continue
        tokens.append(Token(start, end, match.group(), kind if kind in ("number", "punct", "possessive") else "word"))
    return tokens


_TITLES = frozenset(("m", "mm", "mr", "mrs", "ms", "dr", "gen", "gén", "col", "lt", "st", "sgt", "capt", "maj"))


def _title(text: str, before: Token, at: int) -> bool:
    """A full stop that belongs to an initial or a title before a name ("M. Dupont", "J. Smith")."""
    if before.end != at or not text[before.start].isupper() or not (before.end - before.start == 1 or before.low in _TITLES):
        return False
    after = text[at + 1 : at + 3]
    if before.low in _TITLES and after[:1].isupper():
        return True  # « M.Dupont »
    return after[:1].isspace() and after.strip()[:1].isupper()


def _inner_hyphen(folded: str, at: int) -> bool:
    return 0 < at < len(folded) - 1 and folded[at - 1].isalnum() and folded[at + 1].isalnum()
