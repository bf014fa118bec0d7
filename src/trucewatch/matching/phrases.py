"""A phrase index over token sequences.

Phrases are compared token by token, so a match always starts and ends at word borders, hyphens and spaces
count alike, and offsets never move. Cost is linear in the text and independent of the number of phrases
(docs/decisions/0002-phrase-index.md compares it with an Aho-Corasick automaton).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Payload = TypeVar("Payload")
_JOIN = "\x1f"


@dataclass(slots=True)
class Match(Generic[Payload]):
    """Tokens `first..last` (half-open) carry these payloads."""

    first: int
    last: int
    payloads: Sequence[Payload]


class PhraseIndex(Generic[Payload]):
    """Phrases (tuples of folded tokens) with the payloads they stand for."""

    def __init__(self) -> None:
        self._payloads: dict[str, list[Payload]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}

    def __len__(self) -> int:
        return len(self._payloads)

    def add(self, phrase: Sequence[str], payload: Payload) -> None:
        """Registers one phrase; the same phrase may carry many payloads, kept in the order of adding."""
        key = phrase[0] if len(phrase) == 1 else _JOIN.join(phrase)
        held = self._payloads.get(key)
        if held is not None:
            held.append(payload)
            return
        self._payloads[key] = [payload]
        lengths = self._lengths.get(phrase[0], ())
        if len(phrase) not in lengths:
            self._lengths[phrase[0]] = tuple(sorted((*lengths, len(phrase)), reverse=True))

    def find_at(self, tokens: Sequence[str], at: int) -> list[Match[Payload]]:
        """All phrases that start at token `at`, longest first."""
        lengths = self._lengths.get(tokens[at])
        if lengths is None:
            return []
        found: list[Match[Payload]] = []
        left = len(tokens) - at
        for length in lengths:
            if length > left:
                continue
            payloads = self._payloads.get(tokens[at] if length == 1 else _JOIN.join(tokens[at : at + length]))
            if payloads is not None:
                found.append(Match(at, at + length, payloads))
        return found
