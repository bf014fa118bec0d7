"""Clauses: which phrase is the subject of a verb group, which are its complements, where it ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from trucewatch.syntax.dropped import Persons, accusative, person_of, settle_subject
from trucewatch.syntax.hosts import host_of_means, is_inserted, opens_clause, owner_of_object, past_relative
from trucewatch.syntax.inflected import find_inflected_items, tag_inflected
from trucewatch.syntax.order import Clause, complements_of, find_clauses, subject_of, window_of_clause
from trucewatch.syntax.phrases import Item, NounPhrase, find_items
from trucewatch.syntax.repairs import (
    STOP,
    settle_participles,
    settle_readings,
    share_auxiliaries,
    share_between,
)
from trucewatch.syntax.roles import hang_by_case
from trucewatch.syntax.units import Unit
from trucewatch.syntax.verbs import Grammar, VerbGroup, find_verb_groups, tag_units

_DEEPEST = 40
"""Verb groups that may lend each other a subject in a row; no sentence that a person wrote needs more."""


@dataclass(slots=True)
class Subject:
    """The subject of a verb group: coordinated phrases, or a pronoun, and how it was found."""

    phrases: list[NounPhrase] = field(default_factory=list)
    how: str = "none"


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
                held = self._subjects[group.first] = _find_subject(self, group)
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


_ADVERBIAL = ("by", "after", "before", "since", "without", "while", "in")
"""Prepositions whose participle goes with the subject of the clause ("broke it by firing")."""


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


def _find_subject(parse: Parse, group: VerbGroup) -> Subject:
    items = parse.items
    k = parse.item_of(group.head)
    if k is None:
        return Subject()
    if parse.clauses is not None:
        return Subject(*subject_of(items, parse.units, parse.clauses, k))
    if group.pronoun is not None:
        return Subject([NounPhrase(group.pronoun, group.pronoun + 1, pronoun=True)], "inverted")
    if group.tense == "part" and group.marker in _ADVERBIAL and k:
        for i in range(k - 1, -1, -1):
            other = items[i].vg
            if other is not None:
                return parse.subject(other)
            if items[i].kind in ("sub", "rel"):
                break
        return _inverted(parse, k, group)
    if group.tense == "part" and parse.units[group.head].has("act") and (host := host_of_means(parse, k)) is not None:
        return parse.subject(host)
    j = k - 1
    passed_comma = False
    while j >= 0:
        item = items[j]
        if item.np is not None:
            if item.np.prep is None and group.finite and (owner := owner_of_object(items, j)) is not None:
                return parse.subject(owner)
            if item.np.prep is None and group.finite and (told := past_relative(items, j)) is not None:
                return parse.subject(told)
            if item.np.pronoun and j and parse.units[item.at].has("words:quant") and items[j - 1].np is not None:
                j -= 1  # "A and B each accused the other"
                continue
            if item.np.prep is None or group.tense == "inf" and accusative(parse, item.np) or (not group.finite and group.tense in ("part", "ppart") and not passed_comma and j == k - 1):
                return Subject(_coordinated(items, j), "left")
            j -= 1
        elif item.kind in ("adv", "date", "quote", "prep"):
            j -= 1
        elif item.kind == "rel":
            inverted = _inverted(parse, k, group) if item.value == "obj" and j == k - 1 else None
            return inverted if inverted is not None and inverted.phrases else _antecedent(parse, j, item.value)
        elif item.kind == "conj":
            return _coordinated_verb(parse, j, group)
        elif item.kind == "mark" and item.value == ",":
            if parse.speaker_last and group.finite and (last := _speaker_behind(parse, k)) is not None:
                return last
            if group.tense == "part" and j and items[j - 1].np is not None and items[j - 1].np.prep is None and (opens_clause(items, j - 1) or is_inserted(items, k)):  # type: ignore[union-attr]
                return Subject(_coordinated(items, j - 1), "left")
            opening = _insertion_start(parse, j)
            if opening is None:
                return _after_comma(parse, k, j, group)
            j, passed_comma = opening - 1, True
        elif item.vg is not None:
            return _governed(parse, item.vg, group, j)
        else:
            break
    return _inverted(parse, k, group)


def _coordinated(items: list[Item], j: int) -> list[NounPhrase]:
    """The phrase at `j` with those joined to it on its left ("A, B and C")."""
    first = items[j].np
    phrases = [first] if first is not None else []
    i = j - 1
    if i >= 1 and items[i].kind == "conj" and items[i].value in ("and", "or", "nor"):
        i -= 1
        while i >= 0:
            np = items[i].np
            if np is None or np.pronoun:
                break
            if np.prep is not None and i > 0 and items[i - 1].vg is not None:
                break
            if np.prep is None:
                phrases.insert(0, np)
            i -= 1
            if i >= 0 and np.prep is None:
                if items[i].kind == "mark" and items[i].value == "," and i > 0 and items[i - 1].np is not None:
                    i -= 1
                else:
                    break
    return phrases


def _antecedent(parse: Parse, j: int, value: str) -> Subject:
    """The phrase that a relative pronoun stands for: the nearest phrase on its left."""
    items = parse.items
    i = j - 1
    while i >= 0:
        np = items[i].np
        if np is not None:
            return Subject(_coordinated(items, i) if np.prep is None else [np], "relative")
        if items[i].kind in ("mark", "quote", "date", "adv", "prep"):
            i -= 1
            continue
        break
    return Subject()


def _coordinated_verb(parse: Parse, j: int, group: VerbGroup) -> Subject:
    """ "X did A and did B": the second verb takes the subject of the nearest verb group of like form."""
    if group.finite and parse.units[group.head].has("say"):
        for i in range(j - 1, -1, -1):
            other = parse.items[i].vg
            if other is not None and other.finite and parse.units[other.head].has("say") and parse.subject(other).phrases:
                return parse.subject(other)
    for i in range(j - 1, -1, -1):
        other = parse.items[i].vg
        if other is not None and (other.finite == group.finite or group.finite is False):
            if group.finite and person_of(parse, other) != person_of(parse, group):
                continue  # «derribó dos aviones que habían entrado y capturó a un piloto»
            subject = parse.subject(other)
            if (other.finite or not group.finite) and subject.phrases:
                return subject
    return Subject()


def _insertion_start(parse: Parse, j: int) -> int | None:
    """Index of the comma that opens the insertion closed by the comma at `j`; None if nothing was inserted."""
    items = parse.items
    for i in range(j - 1, -1, -1):
        if items[i].kind == "mark":
            if items[i].value != ",":
                return None
            has_np_before = any(it.np is not None and it.np.prep is None for it in items[:i])
            return i if has_np_before and not _main_clause(parse.units, items[i + 1 : j]) else None
        if i == j - 1 and items[i].kind == "sub":
            return None
    return None


def _speaker_behind(parse: Parse, k: int) -> Subject | None:
    """The somebody right after a verb of saying, up to the next mark."""
    group = parse.items[k].vg
    if group is None or not any(row.frame == "verb" for row in parse.units[group.head].rows("say")):
        return None
    found = _inverted(parse, k, group)
    if not found.phrases or found.phrases[-1].pronoun:
        return None
    units = parse.units[found.phrases[0].first : found.phrases[0].end]
    after = parse.units[found.phrases[-1].end] if found.phrases[-1].end < len(parse.units) else None
    somebody = any(u.has("nouns:body", "nouns:office", "nouns:person", "nouns:relay", "name", "person", "source") for u in units)
    return found if somebody and (after is None or after.kind == "punct" or after.pos in ("prep", "date", "adv")) else None


def _main_clause(units: list[Unit], items: list[Item]) -> bool:
    """Whether a stretch between commas tells something by itself: a finite verb with a subject, under no relative, or
    that something was there ("there were no attacks")."""
    for k, item in enumerate(items):
        if item.kind in ("rel", "sub"):
            return False
        if item.vg is not None and item.vg.finite:
            return any(it.np is not None and it.np.prep is None for it in items[:k]) or units[item.vg.head].pos == "aux" and k > 0
    return False


def _after_comma(parse: Parse, k: int, j: int, group: VerbGroup) -> Subject:
    """A verb right after a comma: inverted speech, a participle of the main clause, or one more verb."""
    if group.finite:
        inverted = _inverted(parse, k, group)
        if inverted.phrases:
            return inverted
    if group.tense == "part" and parse.units[group.head].has("say"):
        telling = next((item.vg for item in parse.items[:j] if item.vg is not None and item.vg.finite and parse.units[item.vg.head].has("say")), None)
        if telling is not None:
            return parse.subject(telling)  # "the ministry said that X had broken it, denouncing ..."
    for i in range(j - 1, -1, -1):
        other = parse.items[i].vg
        if other is not None and other.finite and group.tense != "ppart":
            return parse.subject(other)
    np = next((it.np for it in reversed(parse.items[:j]) if it.np is not None and it.np.prep is None), None)
    return Subject([np] if np else [], "left" if np else "none")


def _governed(parse: Parse, other: VerbGroup, group: VerbGroup, j: int) -> Subject:
    """An infinitive or participle directly after another verb group has its subject."""
    if group.finite and not other.finite:
        return parse.subject(other)
    if not group.finite:
        return parse.subject(other)
    return _inverted(parse, parse.items.index(parse.items[j]) + 1, group)


def _inverted(parse: Parse, k: int, group: VerbGroup) -> Subject:
    """ ", said X": the subject directly after a finite verb that has none before."""
    if not group.finite:
        for i in range(k - 1, -1, -1):
            other = parse.items[i].vg
            if other is not None and other.finite:
                return parse.subject(other)
        for i in range(k + 1, len(parse.items)):
            other = parse.items[i].vg
            if other is not None and other.finite:
                return parse.subject(other)
        return Subject()
    for i in range(k + 1, min(len(parse.items), k + 4)):
        item = parse.items[i]
        if item.np is not None:
            if item.np.prep is None:
                return Subject([item.np, *_following(parse.items, i)], "inverted")
            if item.np.prep in ("to", "in", "at", "on"):
                continue
            return Subject()
        if item.kind not in ("date", "adv", "quote"):
            break
    return Subject()


def _following(items: list[Item], i: int) -> list[NounPhrase]:
    """Phrases joined on the right ("said A and B")."""
    found: list[NounPhrase] = []
    while i + 2 < len(items) and items[i + 1].kind == "conj" and items[i + 2].np is not None:
        np = items[i + 2].np
        if np is None or np.prep is not None or i + 3 < len(items) and items[i + 3].vg is not None and items[i + 3].vg.finite:  # type: ignore[union-attr]
            break
        found.append(np)
        i += 2
    return found
