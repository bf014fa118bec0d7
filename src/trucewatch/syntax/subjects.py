"""Whose verb it is: the subject of a verb group, by word order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from trucewatch.syntax.dropped import accusative, person_of
from trucewatch.syntax.hosts import host_of_means, is_inserted, opens_clause, owner_of_object, past_relative
from trucewatch.syntax.order import subject_of
from trucewatch.syntax.phrases import Item, NounPhrase
from trucewatch.syntax.units import Unit
from trucewatch.syntax.verbs import VerbGroup

if TYPE_CHECKING:
    from trucewatch.syntax.clauses import Parse


@dataclass(slots=True)
class Subject:
    """The subject of a verb group: coordinated phrases, or a pronoun, and how it was found."""

    phrases: list[NounPhrase] = field(default_factory=list)
    how: str = "none"


_ADVERBIAL = ("by", "after", "before", "since", "without", "while", "in")
"""Prepositions whose participle goes with the subject of the clause ("broke it by firing")."""


def find_subject(parse: Parse, group: VerbGroup) -> Subject:
    """The subject of `group`: by case where the language has cases, else by what stands around the verb."""
    items = parse.items
    k = parse.item_of(group.head)
    if k is None:
        return Subject()
    if parse.clauses is not None:
        return Subject(*subject_of(items, parse.units, parse.clauses, k))
    if group.pronoun is not None:
        return Subject([NounPhrase(group.pronoun, group.pronoun + 1, pronoun=True)], "inverted")
    if group.tense == "part" and group.marker in _ADVERBIAL and k:
        return _of_main_verb(parse, k, group)
    if group.tense == "part" and parse.units[group.head].has("act") and (host := host_of_means(parse, k)) is not None:
        return parse.subject(host)
    found = _walk_left(parse, k, group)
    return found if found is not None else _inverted(parse, k, group)


def _of_main_verb(parse: Parse, k: int, group: VerbGroup) -> Subject:
    """ "after firing on the post, the soldiers withdrew": an adverbial participle has the subject of the verb before it."""
    for i in range(k - 1, -1, -1):
        other = parse.items[i].vg
        if other is not None and other.tense != "ppart":
            return parse.subject(other)
        if parse.items[i].kind in ("sub", "rel"):
            break
    return _inverted(parse, k, group)


def _walk_left(parse: Parse, k: int, group: VerbGroup) -> Subject | None:
    """The first thing to the left of the verb that settles its subject; None if nothing does."""
    items = parse.items
    j, passed_comma = k - 1, False
    while j >= 0:
        item = items[j]
        if item.np is not None:
            found = _at_phrase(parse, group, j, near=not passed_comma and j == k - 1)
            if found is not None:
                return found
            j -= 1
        elif item.kind in ("adv", "date", "quote", "prep"):
            j -= 1
        elif item.kind == "rel":
            inverted = _inverted(parse, k, group) if item.value == "obj" and j == k - 1 else None
            return inverted if inverted is not None and inverted.phrases else _antecedent(parse, j, item.value)
        elif item.kind == "conj":
            return _coordinated_verb(parse, j, group)
        elif item.kind == "mark" and item.value == ",":
            opening = _insertion_start(parse, j)
            found = _before_comma(parse, k, j, group) or (_after_comma(parse, k, j, group) if opening is None else None)
            if found is not None or opening is None:
                return found
            j, passed_comma = opening - 1, True
        elif item.vg is not None:
            return _governed(parse, item.vg, group, j)
        else:
            return None
    return None


def _at_phrase(parse: Parse, group: VerbGroup, j: int, *, near: bool) -> Subject | None:
    """What the noun phrase at `j` makes of the search: the subject itself, another verb's subject, or None to go on."""
    items = parse.items
    np = items[j].np
    if np is None:
        return None
    if np.prep is None and group.finite:
        other = owner_of_object(items, j) or past_relative(items, j)
        if other is not None:
            return parse.subject(other)
    if np.pronoun and j and parse.units[items[j].at].has("words:quant") and items[j - 1].np is not None:
        return None  # "A and B each accused the other"
    if np.prep is None and group.finite and (bearer := _bearer_of_name(parse, j)) is not None:
        return Subject([bearer], "left")
    free = group.tense == "inf" and accusative(parse, np) or near and not group.finite and group.tense in ("part", "ppart")
    return Subject(_coordinated(items, j), "left") if np.prep is None or free else None


def _bearer_of_name(parse: Parse, j: int) -> NounPhrase | None:
    """ "a soldier, N N (20), was hit": whom a strange name in apposition names."""
    np, before = parse.items[j].np, parse.items[j - 2].np if j > 1 else None
    if np is None or before is None or before.prep is not None or parse.items[j - 1].value != "," or not before.counted and before.det not in ("indef", "def", ""):
        return None
    strange = all(u.cap and not u.by for u in parse.units[np.first : np.last])
    return before if strange and any(u.has("nouns:person", "nouns:office") for u in parse.units[before.first : before.last]) else None


def _before_comma(parse: Parse, k: int, j: int, group: VerbGroup) -> Subject | None:
    """The speaker of a reporting verb at the end, or the phrase that a participle after a comma belongs to."""
    items = parse.items
    if parse.speaker_last and group.finite and (last := _speaker_behind(parse, k)) is not None:
        return last
    before = items[j - 1].np if j else None
    if group.tense == "part" and before is not None and before.prep is None and (opens_clause(items, j - 1) or is_inserted(items, k)):
        return Subject(_coordinated(items, j - 1), "left")
    return None


def _coordinated(items: list[Item], j: int) -> list[NounPhrase]:
    """The phrase at `j` with those joined to it on its left ("A, B and C")."""
    first = items[j].np
    phrases = [first] if first is not None else []
    i = j - 1
    if i >= 1 and items[i].kind == "conj" and items[i].value in ("and", "or", "nor"):
        i = _past_insertion(items, i - 1)
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


def _past_insertion(items: list[Item], i: int) -> int:
    """ "seven soldiers, among them a general, and four civilians": one item before an insertion that ends at `i`, else `i`."""
    if items[i].kind != "mark" or items[i].value != ",":
        return i
    opening = next((k for k in range(i - 1, 0, -1) if items[k].kind == "mark"), None)
    inside = items[opening + 1 : i] if opening is not None else []
    if opening is None or items[opening].value != "," or not any(it.kind in ("rel", "adv", "prep") for it in inside) or any(it.vg is not None for it in inside):
        return i
    return opening - 1


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
