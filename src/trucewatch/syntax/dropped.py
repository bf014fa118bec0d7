"""Subjects that a language may leave out, put behind the verb, or mark as objects by a preposition.

Setting `dropped_subject` of a language pack: person -> endings of its finite forms. What stands behind a verb is then
its subject only if it agrees with it in number and could be nothing else; a verb with no subject at all has its person.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from trucewatch.model.kinds import TWO_SIDED_KINDS
from trucewatch.syntax.phrases import NounPhrase
from trucewatch.syntax.units import Unit
from trucewatch.syntax.verbs import VerbGroup

if TYPE_CHECKING:
    from trucewatch.syntax.clauses import Parse

Persons = tuple[tuple[str, tuple[str, ...]], ...]
"""Person ("1p", "3p", "3s") and the endings of its finite forms, the first that fits wins."""

_SOMEBODY = ("nouns:person", "nouns:body", "nouns:office", "nouns:side", "nouns:relay", "nouns:victim", "name", "person", "surname", "source")


def settle_subject(parse: Parse, group: VerbGroup, phrases: list[NounPhrase], how: str) -> tuple[list[NounPhrase], str]:
    """(phrases, how) of the subject of a finite verb group, given what its place in the sentence suggests."""
    behind = _behind(parse, group)
    person = person_of(parse, group)
    if how == "left" and len(phrases) > 1 and _behind_verb(parse, phrases[0]):
        phrases = phrases[-1:]
    if how in ("relative", "left") and behind and _takes_over(parse, group, phrases, behind, person, how):
        return behind, "inverted"
    if how == "inverted" and phrases and not phrases[0].pronoun and not _may_follow(parse, group, phrases, person):
        return _dropped(group, person)
    if not phrases and _acts(parse, group):
        return _dropped(group, person)
    return phrases, how


def person_of(parse: Parse, group: VerbGroup) -> str:
    """The person of a finite verb by its ending; "" where the language has no such setting."""
    lead = next((u for u in parse.units[group.first : group.last] if u.pos in ("aux", "modal", "verb")), parse.units[group.head])
    word = lead.low.split(" ", 1)[0]
    return next((person for person, endings in parse.persons if word.endswith(endings)), "")


def accusative(parse: Parse, np: NounPhrase) -> bool:
    """Whether a preposition that marks objects stands before people ("mató a dos soldados")."""
    if np.prep_at is None or "acc" not in parse.units[np.prep_at].values("words:prep"):
        return False
    return np.pronoun or _somebody(parse.units[np.first : np.last]) or all(u.pos in ("num", "det") for u in parse.units[np.first : np.last])


def _dropped(group: VerbGroup, person: str) -> tuple[list[NounPhrase], str]:
    return [NounPhrase(group.head, group.head + 1, pronoun=True, person=person)], "dropped"


def _somebody(units: Sequence[Unit]) -> bool:
    return any(u.has(*_SOMEBODY) for u in units)


def _behind(parse: Parse, group: VerbGroup) -> list[NounPhrase]:
    """The bare phrase right behind a verb (dates and adverbs left out), with those joined to it."""
    found: list[NounPhrase] = []
    k = parse.item_of(group.head)
    joined = True
    for item in parse.items[k + 1 :] if k is not None else ():
        if item.np is not None and joined:
            if item.np.prep is not None or item.np.pronoun:
                break
            if found and (k is not None and _own_verb(parse, item.np)):
                break
            found.append(item.np)
            joined = False
        elif item.kind == "conj" and found:
            joined = True
        elif item.kind not in ("date", "adv", "quote") or found:
            break
    return found


def _behind_verb(parse: Parse, np: NounPhrase) -> bool:
    """Whether a phrase stands right behind a finite verb, to which it then belongs."""
    k = parse.item_of(np.first)
    before = parse.items[k - 1].vg if k else None
    return before is not None and before.finite


def _own_verb(parse: Parse, np: NounPhrase) -> bool:
    """Whether a phrase after a conjunction is the subject of the verb behind it («murieron siete y otros 33 resultaron heridos»)."""
    k = parse.item_of(np.first)
    after = parse.items[k + 1].vg if k is not None and k + 1 < len(parse.items) else None
    return after is not None and after.finite


def _plural(parse: Parse, phrases: Sequence[NounPhrase]) -> bool:
    if len(phrases) > 1:
        return True
    units = parse.units[phrases[0].first : phrases[0].last]
    head = next((u for u in units if u.pos == "nom" and not u.has("words:adj")), units[-1])
    counted = any(u.pos == "num" and not u.has("numbers:one") and not (u.values("words:quant") & {"each"}) for u in units)
    return head.plural or counted


def _agrees(parse: Parse, phrases: Sequence[NounPhrase], person: str) -> bool:
    return person[:1] == "3" and _plural(parse, phrases) == (person == "3p")


def _takes_over(
    parse: Parse, group: VerbGroup, phrases: Sequence[NounPhrase], behind: Sequence[NounPhrase], person: str, how: str
) -> bool:
    """Whether the phrase behind the verb is its subject, not the one before it ("the posts that attacked the army")."""
    if group.passive or phrases and phrases[0].pronoun:
        return False
    units = parse.units[behind[0].first : behind[0].end]
    if not _somebody(units) or behind[0].det == "poss" or not _agrees(parse, behind, person):
        return False
    before = parse.units[phrases[0].first : phrases[0].last] if phrases else ()
    if how == "relative" and any(u.has("place") for u in units) and phrases and _somebody(parse.units[phrases[0].first : phrases[0].end]):
        return False  # "the actions of the army, which attacked the town"
    if how == "relative":
        return not _somebody(before) or not _agrees(parse, phrases, person)
    return bool(phrases) and not _agrees(parse, phrases, person) and not _somebody(before)


def _may_follow(parse: Parse, group: VerbGroup, phrases: Sequence[NounPhrase], person: str) -> bool:
    """Whether the phrase behind a verb may be its subject."""
    if group.passive or group.reflexive or parse.units[group.head].pos == "aux":
        return True
    if not _agrees(parse, phrases, person):
        return not _acts(parse, group)
    if phrases[0].det != "poss" and _somebody(parse.units[phrases[0].first : phrases[0].last]):
        return True
    return not _acts(parse, group)


def _acts(parse: Parse, group: VerbGroup) -> bool:
    """A verb that somebody must be the subject of: one of saying, or of an act that its subject does."""
    if group.passive or group.reflexive or not group.finite:
        return False
    unit = parse.units[group.head]
    if any(row.frame in ("verb", "accuse", "deny") for row in unit.rows("say")):
        return True
    return any(row.pos == "v" and row.kind not in TWO_SIDED_KINDS and (not row.actor or "subj" in row.actor) for row in unit.rows("act"))
