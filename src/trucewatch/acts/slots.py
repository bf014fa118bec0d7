"""Argument slots: which phrases fill "subj", "obj", "by", "of", "against" ... of a row (docs/packs.md, acts.tsv)."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.model.kinds import TWO_SIDED_KINDS
from trucewatch.packs import ActRow
from trucewatch.syntax import NounPhrase, Parse, Unit, VerbGroup, accusative

_PREPS = {
    "by": ("by",), "to": ("to", "at"), "against": ("against", "at", "on", "over", "toward"), "with": ("with",), "from": ("from", "of"),
    "of": ("of",), "for": ("for",), "between": ("between",), "at": ("at", "to"), "about": ("about",), "in": ("in",),
}  # fmt: skip


_FIRED = ("small_arms_fire", "shelling", "air_strike", "attack", "ceasefire_violation")
"""Kinds whose place of origin names who did it."""


def fill(
    parse: Parse, row: ActRow, unit: Unit, group: VerbGroup | None, phrase: NounPhrase | None, *,
    undergoing: frozenset[str] = frozenset(),
) -> tuple[list[NounPhrase], list[NounPhrase]]:
    """(actor phrases, recipient phrases) of a trigger. `undergoing`: verbs whose subject does not do what their object names."""
    if group is not None:
        return _of_verb(parse, row, group)
    return _of_noun(parse, row, unit, phrase, undergoing=undergoing)


def _of_verb(parse: Parse, row: ActRow, group: VerbGroup) -> tuple[list[NounPhrase], list[NounPhrase]]:
    default = ("both",) if row.kind in TWO_SIDED_KINDS else ("subj",)
    actors = _first(parse, group, row.actor or default, acting=row.kind not in TWO_SIDED_KINDS)
    if not actors and group.passive and row.kind in _FIRED:
        actors = [np for np in _slot(parse, group, "from") if _may_act(parse, np)]  # "were shelled from the positions of X"
    if row.kind in TWO_SIDED_KINDS and row.recipient:
        return _unique([*actors, *_first(parse, group, row.recipient)]), []
    recipients = _first(parse, group, row.recipient or (() if row.kind in TWO_SIDED_KINDS else ("obj", "to", "against")))
    return actors, [np for np in recipients if not any(np is a for a in actors)]


def _first(parse: Parse, group: VerbGroup, slots: Sequence[str], *, acting: bool = False) -> list[NounPhrase]:
    """The phrases of the first slot that is filled; `acting`: by somebody, if any is ("A hit the post by mortar fire")."""
    first: list[NounPhrase] = []
    for slot in slots:
        found = _slot(parse, group, slot)
        if slot == "from" and parse.clauses is not None:
            found = [np for np in found if any(u.has("name", "nouns:side") for u in parse.units[np.first : np.end])]
        if found and (not acting or any(_may_act(parse, np) for np in found)):
            return found
        first = first or found
    return first


def _slot(parse: Parse, group: VerbGroup, slot: str) -> list[NounPhrase]:
    if slot == "none":
        return []
    complements = parse.complements(group)
    if slot == "subj":
        return _with_joined(parse, [np for np in complements if np.prep == "by"]) if group.passive else list(parse.subject(group).phrases)
    if slot == "obj":
        return list(parse.subject(group).phrases) if group.passive else _objects(parse, complements)
    if slot == "both" and group.passive:
        named = [np for np in parse.subject(group).phrases if any(parse.units[i].has("person", "nouns:office", "nouns:body") for i in range(np.first, np.end))]
        return _with_joined(parse, [*named, *(np for np in complements if np.prep in ("by", "between", "with"))])
    if slot == "both":
        subject = list(parse.subject(group).phrases)
        return _unique([*subject, *_objects(parse, complements)[:4], *(np for np in complements if np.prep in ("with", "between", "to", "at") and not _place_only(parse, np))])
    preps = _PREPS.get(slot, ())
    found = [np for np in complements if np.prep in preps]
    return _joined(found, complements) if found else []


def _with_joined(parse: Parse, phrases: list[NounPhrase]) -> list[NounPhrase]:
    """The phrases with names that are joined to the last one ("brokered by A and B")."""
    return _unique([*phrases, *_coordinated_after(parse, phrases[-1])]) if phrases else []


def _place_only(parse: Parse, np: NounPhrase) -> bool:
    """A phrase after "at" that names a place and no body or people ("at Ber", not "to the army")."""
    units = parse.units[np.first : np.end]
    if np.prep != "at":
        return False
    return not any(u.has("nouns:body", "nouns:person", "nouns:office", "person") or any(r.role in ("force",) or "-" in r.party and r.role == "name" for r in u.rows("name")) for u in units)


def _objects(parse: Parse, complements: Sequence[NounPhrase]) -> list[NounPhrase]:
    found: list[NounPhrase] = []
    for np in complements:
        if np.prep is None or not found and accusative(parse, np):
            found.append(np)
        elif found or np.prep in ("in", "near", "at"):
            break
    return found


def _joined(found: list[NounPhrase], complements: Sequence[NounPhrase]) -> list[NounPhrase]:
    """The first such phrase and bare ones joined after it ("to A and B")."""
    start = next(i for i, np in enumerate(complements) if np is found[0])
    out = [found[0]]
    for np in complements[start + 1 :]:
        if np.prep is None or np.prep == found[0].prep:
            out.append(np)
        else:
            break
    return out


def _of_noun(
    parse: Parse, row: ActRow, unit: Unit, phrase: NounPhrase | None, *, undergoing: frozenset[str]
) -> tuple[list[NounPhrase], list[NounPhrase]]:
    if phrase is None:
        governed = next((item.np for item in parse.items if item.np is not None and item.np.prep_at == unit.i), None)
        if governed is None or not set(row.actor) & {"of", "by"}:
            return [], []
        return [governed, *_coordinated_after(parse, governed)], []  # "under the auspices of X" as a preposition
    part = next((p for p in phrase.chain() if p.first <= unit.i < p.last), phrase)
    after = _after(parse, phrase)
    if parse.clauses is not None:
        after.extend(np for np in _before_in_clause(parse, phrase) if not any(np is other for other in after))
    slots: dict[str, list[NounPhrase]] = {
        "of": [*_possessor(parse, part, unit), *(mod for mod in part.mods if not _thing(parse, mod))], "by": _with_prep(after, ("by",)), "subj": _light_subject(parse, phrase, undergoing),
        "against": _with_prep(after, ("against", "toward", "over")) or _with_prep(after, ("at", "to")), "to": _with_prep(after, ("to", "at")),
        "with": _with_prep(after, ("with",)), "from": _with_prep(after, ("from",)), "between": _with_prep(after, ("between",)),
        "obj": [], "none": [], "for": _with_prep(after, ("for",)), "in": _with_prep(after, ("in",)),
    }  # fmt: skip
    if len(slots["between"]) == 1:
        slots["between"] = [*slots["between"], *_coordinated_after(parse, slots["between"][0], last=True)]
    if not slots["between"] and row.kind in TWO_SIDED_KINDS:
        slots["between"] = _between_after_verb(parse, phrase)
    aimed = [mod for mod in part.mods if _thing(parse, mod)]
    if aimed and not slots["against"]:
        slots["against"] = aimed
    for key in ("of", "by", "against", "to", "from"):
        if slots[key]:
            slots[key] = [*slots[key], *_coordinated_after(parse, slots[key][-1], last=unit.tail == "between")]
    joint = [*slots["between"], *slots["of"], *slots["with"]]
    if slots["with"] and not slots["between"] and not slots["of"]:
        joint = [*_clause_subject(parse, phrase), *joint]
    slots["both"] = _unique(joint) or slots["subj"]
    two_sided = row.kind in TWO_SIDED_KINDS
    actor = row.actor or (("both",) if two_sided else ("by", "of"))
    if not row.actor and not two_sided:
        actor = (*actor, "subj")
    if row.kind in _FIRED and not any(_may_act(parse, np) for s in actor if s != "subj" for np in slots.get(s, ())) and any(_may_act(parse, np) for np in slots["from"]):
        actor = ("from",)  # "the shelling of Ber from the northern side"
    actors = next((slots[s] for s in actor if any(_may_act(parse, np) for np in slots.get(s, ()))), None)
    if actors is None:
        actors = next((slots[s] for s in actor if slots.get(s)), [])
    recipients: list[NounPhrase] = []
    if not two_sided:
        recipients = next((slots[s] for s in (row.recipient or ("against",)) if slots.get(s)), [])
    actors = [np for np in actors if not parse.units[np.last - 1].has("agreement")]  # "a violation of the Council's resolution"
    return actors, [np for np in recipients if not any(np is a for a in actors)]


def _between_after_verb(parse: Parse, phrase: NounPhrase) -> list[NounPhrase]:
    """ "clashes broke out on Tuesday between A and B": the parties after the verb that the noun is the subject of."""
    for group in parse.groups:
        if group.finite and any(np is phrase for np in parse.subject(group).phrases):
            return _with_prep(parse.complements(group), ("between",))
    return []


def _coordinated_after(parse: Parse, np: NounPhrase, *, last: bool = False) -> list[NounPhrase]:
    """Names joined to the last phrase of a slot ("under the auspices of A and B"); of two that must be joined (`last`:
    "the talks between A and B took ...") also before a verb."""
    k = next((i for i, item in enumerate(parse.items) if item.np is not None and item.np.covers(np.first)), None)
    if k is None or k + 2 >= len(parse.items) or parse.items[k + 1].kind != "conj":
        return []
    joined, follower = parse.items[k + 2].np, parse.items[k + 3] if k + 3 < len(parse.items) else None
    if joined is None or joined.prep not in (None, np.prep) or not last and follower is not None and follower.vg is not None and follower.vg.finite:
        return []
    return [joined] if any(u.has("name", "person", "nouns:body") for u in parse.units[joined.first : joined.last]) else []


def _clause_subject(parse: Parse, phrase: NounPhrase) -> list[NounPhrase]:
    """The subject of the nearest finite verb before a noun ("he said in a conversation with X")."""
    for item in reversed(parse.items):
        if item.at < phrase.first and item.vg is not None and item.vg.finite:
            return list(parse.subject(item.vg).phrases)
    return []


def _before_in_clause(parse: Parse, phrase: NounPhrase) -> list[NounPhrase]:
    """In a language of free word order: phrases with a preposition that the verb of the noun's clause has before it."""
    group = next((g for g in parse.groups if g.finite and (any(np is phrase for np in parse.subject(g).phrases) or any(np is phrase for np in parse.complements(g)))), None)
    if group is None or not group.passive and any(np is phrase for np in parse.subject(group).phrases):
        return []
    return [np for np in parse.complements(group) if np.prep in ("by", "against", "from") and np.first < phrase.first]


def _after(parse: Parse, phrase: NounPhrase) -> list[NounPhrase]:
    """Phrases with a preposition that follow a phrase without a verb between."""
    found: list[NounPhrase] = []
    started = joint = False
    for item in parse.items:
        if item.np is phrase:
            started = True
            continue
        if not started:
            continue
        if item.np is not None and (item.np.prep is not None or found):
            found.append(item.np)
        elif item.kind not in ("date", "adv", "quote", "conj") and not (item.np is not None and joint):
            break
        joint = item.kind == "conj"
    return found


def _with_prep(phrases: Sequence[NounPhrase], preps: tuple[str, ...]) -> list[NounPhrase]:
    found: list[NounPhrase] = []
    for np in phrases:
        if np.prep in preps or found and np.prep is None:
            found.append(np)
        elif found:
            break
    return found


def _possessor(parse: Parse, part: NounPhrase, unit: Unit) -> list[NounPhrase]:
    """The words of the phrase around the noun ("French strikes", "the army's shelling"), as a phrase."""
    own: list[NounPhrase] = []
    if part.first < unit.i and _somebody(parse, part.first, unit.i):
        own.append(NounPhrase(part.first, unit.i, det=part.det))
    if unit.i + 1 < part.last and _somebody(parse, unit.i + 1, part.last):
        own.append(NounPhrase(unit.i + 1, part.last))
    return own


def _somebody(parse: Parse, first: int, last: int) -> bool:
    units = parse.units[first:last]
    return any(u.has("name", "person", "surname", "nouns:body", "nouns:person", "nouns:side", "nouns:office") for u in units) or (
        "poss" in units[0].values("words:det") if units else False
    )


def _thing(parse: Parse, np: NounPhrase) -> bool:
    """A thing or place that may be aimed at ("the shelling of our positions"), not somebody who acts."""
    units = parse.units[np.first : np.last]
    if any(u.has("nouns:body", "nouns:person", "nouns:office", "weapons:weapon") for u in units):
        return False
    named = [u for u in units if u.has("place", "name", "person")]
    return any(u.has("nouns:asset", "nouns:placehead") for u in units) or bool(named) and all(u.has("place") and not u.has("name") for u in named)


def _may_act(parse: Parse, np: NounPhrase) -> bool:
    """Whether a phrase names somebody (not "the accord" of "violations of the accord")."""
    return np.pronoun or _somebody(parse, np.first, np.end)


def _light_subject(parse: Parse, phrase: NounPhrase, undergoing: frozenset[str]) -> list[NounPhrase]:
    """The subject of the verb whose object the noun is ("launched an attack"), unless it only underwent or judged it."""
    k = next((i for i, item in enumerate(parse.items) if item.np is phrase), None)
    if k is None or phrase.prep is not None:
        return []
    for item in reversed(parse.items[:k]):
        if item.vg is not None:
            if item.vg.passive or parse.units[item.vg.head].lemmas & undergoing or any(parse.units[u].has("say") for u in range(item.vg.head, item.vg.head + 1)):
                return []
            return list(parse.subject(item.vg).phrases)
        if item.kind not in ("date", "adv", "quote", "np", "conj"):
            return []
        if item.np is not None and item.np.prep is None and item.kind == "np":
            continue
    return []


def _unique(phrases: Sequence[NounPhrase]) -> list[NounPhrase]:
    found: list[NounPhrase] = []
    for np in phrases:
        if not any(np.first == other.first for other in found):
            found.append(np)
    return found
