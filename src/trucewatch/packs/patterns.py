"""Word patterns of the tables: `{verb}`, `word*`, alternatives with `|` (docs/packs.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from trucewatch.packs.morphology import Morphology
from trucewatch.text import find_tokens, fold

_PLAIN = re.compile(r"[^\W\d_]{2,}(?:[ -][^\W\d_]{2,})*")
_GAP = re.compile(r"[ -]")
_MOST_FORMS = 4000
_VARIABLE = re.compile(r"(?P<before>[^{}*]*?)(?:\{(?P<verb>[^}]+)\}|(?P<noun>[^\W\d_]+)\*)(?P<after>.*)$")


@cache
def phrase(words: str) -> tuple[str, ...]:
    """The folded tokens of fixed words."""
    if words.isalpha():
        return (fold(words),)
    if _PLAIN.fullmatch(words):
        return tuple(fold(part) for part in _GAP.split(words))
    return tuple(token.low for token in find_tokens(words))


def expand(pattern: str, morphology: Morphology) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every token sequence that one pattern (without `|`) stands for, with the tag of its first verb.

    Raises KeyError with the lemma when `{verb}` is not in the verb table.
    """
    if "{" not in pattern and "*" not in pattern:
        tokens = phrase(pattern)
        if tokens:
            yield tokens, ""
        return
    partial: list[tuple[tuple[str, ...], str]] = [((), "")]
    for piece in pattern.split():
        forms = _piece_forms(piece, morphology)
        partial = [(done + more, tag or new) for done, tag in partial for more, new in forms][:_MOST_FORMS]
    seen: set[tuple[tuple[str, ...], str]] = set()
    for item in partial:
        if item[0] and item not in seen:
            seen.add(item)
            yield item


def _piece_forms(piece: str, morphology: Morphology) -> list[tuple[tuple[str, ...], str]]:
    """Forms of one blank-separated piece; a variable part may have fixed neighbours: `d'arme*`, `s'{emparer}`."""
    match = _VARIABLE.match(piece)
    if match is None:
        return [(phrase(piece), "")]
    before, verb, noun, after = match.group("before", "verb", "noun", "after")
    if verb:
        return [(phrase(before + form + after), tag) for form, tag in morphology.verbs[verb]]
    return [(phrase(before + form + after), "") for form in morphology.inflect(noun)]
