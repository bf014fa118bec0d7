"""Clauses: which phrase is the subject of a verb group, which are its complements, where it ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from trucewatch.syntax.dropped import Persons, settle_subject
from trucewatch.syntax.inflected import find_inflected_items, tag_inflected
from trucewatch.syntax.order import Clause, complements_of, find_clauses, window_of_clause
from trucewatch.syntax.phrases import Item, NounPhrase, find_items
from trucewatch.syntax.repairs import (
    STOP,
    settle_participles,
    settle_readings,
    share_auxiliaries,
    share_between,
)
from trucewatch.syntax.roles import hang_by_case
from trucewatch.syntax.subjects import Subject, find_subject
from trucewatch.syntax.tagging import tag_units
from trucewatch.syntax.units import Unit
from trucewatch.syntax.verbs import Grammar, VerbGroup, find_verb_groups

_DEEPEST = 40
"""Verb groups that may lend each other a subject in a row; no sentence that a person wrote needs more."""


@dataclass(slots=True)
class Parse:
    """The shallow parse of one sentence."""

    units: list[Unit]
    items: list[Item]
    groups: list[VerbGroup]
    speaker_last: bool = False
    persons: Persons = ()
    words: dict[tuple[int, int, int], tuple[frozenset[str], str, frozenset[str]]] = field(default_factory=dict)
    clauses: dict[int, Clause] | None = None
    """In a language with cases: the clause of every item."""
    _subjects: dict[int, Subject] = field(default_factory=dict)
    _item_of: dict[int, int] = field(default_factory=dict)
    _group_at: dict[int, VerbGroup] = field(default_factory=dict)
    _phrase_at: dict[int, NounPhrase] = field(default_factory=dict)
    _depth: int = 0

    def __post_init__(self) -> None:
        for k, item in enumerate(self.items):
            for unit in range(item.at, item.end):
                self._item_of.setdefault(unit, k)
            for part in item.np.chain() if item.np is not None else ():
                for unit in range(part.first, part.last):
                    self._phrase_at.setdefault(unit, item.np)  # type: ignore[arg-type]
        for group in self.groups:
            for unit in range(group.first, group.last):
                self._group_at[unit] = group

    def item_of(self, unit: int) -> int | None:
        """Index of the item that covers a unit."""
        return self._item_of.get(unit)

    def group_at(self, unit: int) -> VerbGroup | None:
        """The verb group that holds a unit."""
        return self._group_at.get(unit)

    def phrase_at(self, unit: int) -> NounPhrase | None:
        """The noun phrase (whole chain) that holds a unit."""
        return self._phrase_at.get(unit)

    def group_like_before(self, unit: int) -> bool:
        """Whether a noun or verb stands before a unit: something that a frame may close."""
        return any(u.pos in ("nom", "verb", "num") for u in self.units[:unit])

    def subject(self, group: VerbGroup) -> Subject:
        """The subject of a verb group, following relatives, coordination, inversion and control."""
        held = self._subjects.get(group.first)
        if held is None:
            self._subjects[group.first] = held = Subject()
            if self._depth < _DEEPEST:
                self._depth += 1
                held = self._subjects[group.first] = find_subject(self, group)
                if self.persons and group.finite:
                    held = self._subjects[group.first] = Subject(*settle_subject(self, group, held.phrases, held.how))
                self._depth -= 1
        return held

    def complements(self, group: VerbGroup) -> list[NounPhrase]:
        """Phrases after the verb group up to the end of its clause, coordinated ones included, in order."""
        if self.clauses is None:
            return _complements(self, group)
        k = self.item_of(group.head)
        return complements_of(self.items, self.clauses, k, self.subject(group).phrases) if k is not None else []

    def window(self, group: VerbGroup) -> tuple[int, int]:
        """Units of the clause around a verb group: from its subject (or start) to its last complement."""
        k = self.item_of(group.head)
        if k is None:
            return group.first, group.last
        if self.clauses is not None:
            return window_of_clause(self.items, self.clauses, k)
        right = _clause_end(self.items, k)
        if group.tense == "ppart" and not group.finite and k and self.items[k - 1].np is not None and self.items[k - 1].end == group.first:
            return self.items[k - 1].at, (self.items[right - 1].end if right > k else group.last)  # "the positions held on 1 August"
        left = k
        while left > 0 and not _clause_start(self.items[left - 1]):
            before = self.items[left - 1].vg
            if before is not None and before.finite and group.finite:
                left = next((j + 1 for j in range(left, k) if self.items[j].kind == "conj" or self.items[j].value == ","), left)
                break
            left -= 1
        return self.items[left].at, (self.items[right - 1].end if right > k else group.last)


def parse_sentence(units: list[Unit], dates: Sequence[tuple[int, int]], grammar: Grammar) -> Parse:
    """Parses the units of one sentence; `dates` are unit spans (half-open) already read as dates."""
    if grammar.cases:
        return _parse_by_case(units, dates, grammar)
    tag_units(units)
    for first, last in dates:
        for unit in units[first:last]:
            unit.pos = "date"
    groups = find_verb_groups(units, grammar)
    settle_readings(units, groups)
    items = find_items(units, groups, dates)
    share_auxiliaries(items)
    share_between(items, units)
    settle_participles(items, units)
    return Parse(units, items, groups, grammar.speaker_last, grammar.persons)


def _parse_by_case(units: list[Unit], dates: Sequence[tuple[int, int]], grammar: Grammar) -> Parse:
    tag_inflected(units)
    dates = [(first, last + _year_word(units, last)) for first, last in dates]
    for first, last in dates:
        for unit in units[first:last]:
            unit.pos = "date"
    groups = find_verb_groups(units, grammar)
    items = hang_by_case(find_inflected_items(units, groups, dates), units)
    return Parse(units, items, groups, clauses=find_clauses(items, units))


def _year_word(units: Sequence[Unit], last: int) -> int:
    """1 where the word "year" follows a date that ends with a year."""
    return int(0 < last < len(units) and units[last].value("dates:unit") == "year" and units[last - 1].kind == "number")


def _clause_start(item: Item) -> bool:
    return item.kind in ("sub", "rel") or item.kind == "mark" and item.value in STOP


def _clause_end(items: list[Item], k: int) -> int:
    """Index one past the last item of the clause of the verb group at `k`."""
    i = k + 1
    while i < len(items):
        item = items[i]
        if item.kind == "sub" and item.value == "as" and i > k + 1 and items[i - 1].value == ",":
            closing = next((j for j in range(i + 1, len(items)) if items[j].kind == "mark"), None)
            if closing is not None and items[closing].value == "," and closing + 1 < len(items) and items[closing + 1].np is not None:
                i = closing + 1
                continue
        if _clause_start(item):
            return i
        if item.vg is not None and item.vg.finite:
            return _before_subject(items, i, k)
        i += 1
    return i


def _before_subject(items: list[Item], i: int, k: int) -> int:
    """Where the clause of the verb group at `i` starts: before its subject, at the comma or conjunction."""
    j = i - 1
    while j > k and (items[j].np is not None or items[j].kind in ("adv", "date", "quote")):
        j -= 1
    if j > k and items[j].vg is not None:
        return j + 1
    return j if j > k else i


def _complements(parse: Parse, group: VerbGroup) -> list[NounPhrase]:
    k = parse.item_of(group.head)
    if k is None:
        return []
    found: list[NounPhrase] = []
    for item in parse.items[k + 1 : _clause_end(parse.items, k)]:
        if item.np is not None:
            found.append(item.np)
        elif item.vg is not None:
            break
    return found
