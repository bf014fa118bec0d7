"""The phrase index of a language with cases: patterns are rows of lemmas, words of a text bring theirs along."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from trucewatch.matching import Match, PhraseIndex
from trucewatch.packs.inflection import Inflection

Retag = Callable[[Any, str], Any]


@dataclass(slots=True)
class _Node:
    next: dict[str, _Node] = field(default_factory=dict)
    payloads: list[Any] = field(default_factory=list)


class InflectedIndex(PhraseIndex[Any]):
    """As `PhraseIndex`; a token of a phrase is a form as written or a lemma key ("v:..." every form of a verb, "n:..."
    every case of a noun or adjective). `retag` gives a payload the form of the verb that was met."""

    def __init__(self, inflection: Inflection, retag: Retag, plain: Callable[[str, str], Any]) -> None:
        super().__init__()
        self._inflection = inflection
        self._retag = retag
        self._plain = plain
        self._root = _Node()
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, phrase: Sequence[str], payload: Any) -> None:
        node = self._root
        for token in phrase:
            following = node.next.get(token)
            if following is None:
                following = node.next[token] = _Node()
            node = following
        self._count += not node.payloads
        node.payloads.append(payload)

    def held(self, phrase: Sequence[str]) -> Sequence[Any]:
        """What a phrase stands for, as it was added."""
        node: _Node | None = self._root
        for token in phrase:
            node = node.next.get(token) if node is not None else None
        return node.payloads if node is not None else ()

    def find_at(self, tokens: Sequence[str], at: int) -> list[Match[Any]]:
        reached: list[tuple[_Node, tuple[str, ...]]] = [(self._root, ())]
        by_length: list[list[Any]] = []
        for i in range(at, len(tokens)):
            keys = self._inflection.keys(tokens[i])
            reached = list(_step(reached, keys))
            if i == at:
                payloads = self._payloads_of(reached)
                payloads.extend(self._verbs(keys, payloads))
                by_length.append(payloads)
            elif reached:
                by_length.append(self._payloads_of(reached))
            if not reached:
                break
        found = [Match(at, at + k + 1, payloads) for k, payloads in enumerate(by_length) if payloads]
        found.reverse()
        return found

    def _payloads_of(self, reached: list[tuple[_Node, tuple[str, ...]]]) -> list[Any]:
        found: dict[int, Any] = {}
        for node, tags in reached:
            for payload in node.payloads:
                for tag in tags or ("",):
                    tagged = self._retag(payload, tag) if tag else payload
                    found[id(tagged)] = tagged
        return list(found.values())

    def _verbs(self, keys: Sequence[tuple[str, tuple[str, ...]]], held: list[Any]) -> Iterator[Any]:
        """Readings as a verb that the dictionary knows, whatever the packs hold."""
        for key, tags in keys:
            for tag in tags:
                yield self._plain(key[2:], tag)


def _step(
    reached: list[tuple[_Node, tuple[str, ...]]], keys: Sequence[tuple[str, tuple[str, ...]]]
) -> Iterator[tuple[_Node, tuple[str, ...]]]:
    for node, tags in reached:
        for key, own in keys:
            following = node.next.get(key)
            if following is not None:
                yield following, tags or own
