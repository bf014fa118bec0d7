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
    if morphology.inflection is not None:
        yield from _keyed(pattern, morphology)
        return
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


def _keyed(pattern: str, morphology: Morphology) -> Iterator[tuple[tuple[str, ...], str]]:
    """The lemma keys of a pattern in a language with cases: one sequence, or a few where a word has several lemmas."""
    inflection = morphology.inflection
    assert inflection is not None
    partial: list[tuple[str, ...]] = [()]
    for piece in pattern.split():
        match = _VARIABLE.match(piece) if "{" in piece or "*" in piece else None
        if match is None:
            partial = [done + phrase(piece) for done in partial]
            continue
        before, verb, noun, after = match.group("before", "verb", "noun", "after")
        if verb and not inflection.is_verb(fold(verb)):
            raise KeyError(verb)
        keys = ("v:" + fold(verb),) if verb else inflection.lemma_keys(fold(noun))
        partial = [done + phrase(before.rstrip("-")) + (key,) + phrase(after.lstrip("-")) for done in partial for key in keys]
    for tokens in dict.fromkeys(partial):
        if tokens:
            yield tokens, ""


def lemma_phrases(words: str, morphology: Morphology) -> list[tuple[str, ...]]:
    """A name as sequences of lemma keys: every case of all its words, «Министерства обороны» for «Министерство обороны»."""
    inflection = morphology.inflection
    assert inflection is not None
    partial: list[tuple[str, ...]] = [()]
    for token in phrase(words):
        if inflection.inflects(token):
            lemmas = [key for key, _ in inflection.keys(token) if key.startswith("n:")] if inflection.knows(token) else []
            chosen = tuple(dict.fromkeys((*lemmas[:2], "n:" + token)))  # a strange name may be its own lemma in other cases
        else:
            chosen = (token,)
        partial = [done + (key,) for done in partial for key in chosen][:12]
    return partial
