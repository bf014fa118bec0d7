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
    """Phrases (tuples of folded tokens) with the payloads they stand for.

    `_lengths` holds, under the first two tokens of a phrase, how long the phrases are that begin so: a common first
    word alone ("the") would send every text through all lengths there are.
    """

    def __init__(self) -> None:
        self._payloads: dict[str, list[Payload]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}

    def __len__(self) -> int:
        return len(self._payloads)

    def add(self, phrase: Sequence[str], payload: Payload) -> None:
        """Registers one phrase; the same phrase may carry many payloads, kept in the order of adding."""
        count = len(phrase)
        key = phrase[0] if count == 1 else _JOIN.join(phrase)
        held = self._payloads.get(key)
        if held is not None:
            held.append(payload)
            return
        self._payloads[key] = [payload]
        if count > 1:
            start = key if count == 2 else _JOIN.join(phrase[:2])
            lengths = self._lengths.get(start, ())
            if count not in lengths:
                self._lengths[start] = tuple(sorted((*lengths, count), reverse=True))

    def held(self, phrase: Sequence[str]) -> Sequence[Payload]:
        """What one phrase stands for so far."""
        return self._payloads.get(phrase[0] if len(phrase) == 1 else _JOIN.join(phrase), ())

    def find_at(self, tokens: Sequence[str], at: int) -> list[Match[Payload]]:
        """All phrases that start at token `at`, longest first."""
        found: list[Match[Payload]] = []
        first = tokens[at]
        left = len(tokens) - at
        if left > 1:
            for length in self._lengths.get(first + _JOIN + tokens[at + 1], ()):
                if length <= left:
                    payloads = self._payloads.get(_JOIN.join(tokens[at : at + length]))
                    if payloads is not None:
                        found.append(Match(at, at + length, payloads))
        payloads = self._payloads.get(first)
        if payloads is not None:
            found.append(Match(at, at + 1, payloads))
        return found
