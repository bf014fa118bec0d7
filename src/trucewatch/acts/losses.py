"""Losses: how many people of whom were killed, wounded, missing, captured or displaced, and none stated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from trucewatch.model.kinds import CASUALTY_STATUSES
from trucewatch.packs import ActRow
from trucewatch.syntax import NounPhrase, Parse, Unit, VerbGroup, accusative

_PEOPLE = ("nouns:person", "nouns:victim", "nouns:body", "name", "person", "surname", "nouns:office")


@dataclass(slots=True)
class LossMention:
    """People of phrase `phrase` met with `status`. `unit`: the word that says what befell them."""

    status: str
    unit: int
    phrase: NounPhrase | None
    first: int
    last: int
    row: str
    group: VerbGroup | None = None
    none: bool = False
    negated: bool = False
    hedged: bool = False
    owner: NounPhrase | None = None
    """Whose people they are by the verb itself ("the army lost two men")."""
    doer: bool = True
    """Whether the subject of the verb may be who did it: not so for "lost two men"."""
    including: list[NounPhrase] = field(default_factory=list)


def find_losses(parse: Parse, rows: dict[int, ActRow], nominal: Sequence[int]) -> list[LossMention]:
    """All losses of the sentence. `rows`: casualty rows by trigger unit; `nominal`: units of victim nouns to use."""
    found: list[LossMention] = []
    for unit, row in rows.items():
        found.extend(_from_verb(parse, parse.units[unit], row))
    for unit in nominal:
        mention = _from_noun(parse, parse.units[unit])
        if mention is not None and not any(_same(mention, other) for other in found):
            found.append(mention)
    found.extend(_from_loss_nouns(parse, found))
    found.extend(_from_states(parse, rows))
    classes = {cls for unit in parse.units for cls in unit.by if cls in ("nouns:toll", "nouns:harm")}
    if "nouns:toll" in classes:
        found.extend(_from_tolls(parse))
    if "nouns:harm" in classes:
        found.extend(_one_more(parse, found))
    return sorted(found, key=lambda m: m.first)


def _same(a: LossMention, b: LossMention) -> bool:
    return a.phrase is not None and b.phrase is not None and a.phrase.first == b.phrase.first and a.status == b.status


def _from_verb(parse: Parse, unit: Unit, row: ActRow) -> list[LossMention]:
    group = parse.group_at(unit.i)
    status = row.extra.get("status", "killed")
    if status not in CASUALTY_STATUSES:
        return []
    if group is None:
        phrase = parse.phrase_at(unit.i)
        return [LossMention(status, unit.i, phrase, phrase.first, phrase.end, row.where)] if phrase is not None else []
    victims = [_counted(parse, np) for np in _victims(parse, group, row)]
    owner = next(iter(parse.subject(group).phrases), None) if row.extra.get("side") == "subj" else None
    return [
        LossMention(
            _unharmed(parse, np, group, row) or status, unit.i, np, min(np.first, group.first), max(np.end, group.last), row.where, group,
            none=_nobody(parse, np), negated=group.negated or np.det == "neg", hedged=group.hearsay, owner=owner, doer=row.actor != ("none",),
        )
        for np in victims
        if _people(parse, np) and not any(u.has("nouns:loss", "nouns:victim") and u.i != unit.i for u in parse.units[np.first : np.last])
    ]


def _nobody(parse: Parse, np: NounPhrase) -> bool:
    """ "nobody", « personne n'a été blessé »: the word alone."""
    return np.last - np.first == 1 and parse.units[np.first].has("nouns:nobody")


def _unharmed(parse: Parse, np: NounPhrase, group: VerbGroup, row: ActRow) -> str:
    """The status of nobody at all ("nobody was hurt": no harm of any kind, not only no wounds)."""
    nobody = _nobody(parse, np) or any(u.has("numbers:none") and u.has("words:pron") for u in parse.units[np.first : np.last])
    return "unspecified" if nobody and parse.units[group.head].has("nouns:harm") else ""


def _counted(parse: Parse, np: NounPhrase) -> NounPhrase:
    """The people inside a counting phrase: "civilians" of "the number of civilians"."""
    if np.mods and any(u.has("nouns:counter") for u in parse.units[np.first : np.last]):
        return np.mods[0]
    return np


def _victims(parse: Parse, group: VerbGroup, row: ActRow) -> list[NounPhrase]:
    where = row.extra.get("victim", "")
    complements = parse.complements(group)
    head = parse.units[group.head]
    if where == "subj" or group.passive or group.tense == "ppart" or group.tense == "past" and head.tail == "by":
        return list(parse.subject(group).phrases)
    if where in ("to", "of", "by", "with", "among"):
        return [np for np in complements if np.prep == where or where == "to" and np.prep == "at"]
    objects: list[NounPhrase] = []
    for np in complements:
        if np.prep is None or accusative(parse, np):
            objects.append(np)
        elif objects:
            break
    if not objects and (behind := _behind_insertion(parse, group)) is not None:
        return [behind]
    joined = any(item.kind == "conj" for item in parse.items if item.at == group.last)
    counted = _counted_before(parse, group) if (not objects or joined) and group.tense == "past" and "ppart" in head.tags else None
    if counted is not None:
        return [counted]
    if not objects and group.tense == "past" and "ppart" in head.tags and group.last - group.first == 1:
        return _participle_of(parse, group)
    return objects


def _participle_of(parse: Parse, group: VerbGroup) -> list[NounPhrase]:
    """ "31 were reported killed and scores injured": a verb of harm without object is a participle of those counted."""
    k = parse.item_of(group.first)
    before = parse.items[k - 1].vg if k else None
    owner = before if before is not None and before.passive else group
    return [np for np in parse.subject(owner).phrases if any(u.pos == "num" or u.has("numbers:vague") for u in parse.units[np.first : np.last])]


def _behind_insertion(parse: Parse, group: VerbGroup) -> NounPhrase | None:
    """ "has lost, by the figures collected so far, 64 men": the counted object behind what two commas enclose."""
    k = parse.item_of(group.head)
    if k is None or k + 1 >= len(parse.items) or parse.items[k + 1].value != "," or not group.finite:
        return None
    closing = next((j for j in range(k + 2, len(parse.items)) if parse.items[j].kind == "mark"), None)
    np = parse.items[closing + 1].np if closing is not None and parse.items[closing].value == "," and closing + 1 < len(parse.items) else None
    return np if np is not None and np.prep is None and any(u.pos == "num" for u in parse.units[np.first : np.last]) else None


def _counted_before(parse: Parse, group: VerbGroup) -> NounPhrase | None:
    """ "rose to 40 people killed": a participle right behind a figure, told as a past tense by its form."""
    k = parse.item_of(group.first)
    before = parse.items[k - 1].np if k else None
    if before is None or before.prep is None or before.end != group.first or group.last - group.first != 1:
        return None
    return before if any(u.pos == "num" for u in parse.units[before.first : before.last]) else None


def _people(parse: Parse, np: NounPhrase) -> bool:
    units = parse.units[np.first : np.end]
    if np.pronoun:
        return True
    if any(u.has(*_PEOPLE) for u in units):
        return not any(u.has("nouns:pact", "nouns:unit") and not u.has("nouns:person", "nouns:victim") for u in units[-1:])
    return all(u.pos in ("num", "det", "neg") or u.has("numbers:other", "numbers:ordinal") or "of" in u.values("words:prep") for u in units)


def _from_noun(parse: Parse, unit: Unit) -> LossMention | None:
    phrase = parse.phrase_at(unit.i)
    part = next((p for p in phrase.chain() if p.first <= unit.i < p.last), None) if phrase else None
    if part is None:
        return None
    counted = any(u.pos == "num" or u.has("numbers:unit", "numbers:vague", "numbers:approx", "numbers:none", "numbers:one") for u in parse.units[part.first : unit.i])
    outer = parse.units[phrase.first : phrase.last] if phrase is not None and part is not phrase and part is phrase.mods[0] else []
    if phrase is not None and outer and all(u.has("numbers:approx", "numbers:one", "numbers:vague", "numbers:atleast", "numbers:about") or u.pos == "num" for u in outer):
        part, counted = phrase, True  # « une vingtaine de blessés »
    mention = LossMention(unit.value("nouns:victim") or "unspecified", unit.i, part, part.first, part.end, unit.by["nouns:victim"][0].row.where)
    mention.none = _none(parse, part) or not counted and part is phrase and _without(parse, part)
    return mention if counted or mention.none or _counter(parse, phrase) else None


def _counter(parse: Parse, phrase: NounPhrase | None) -> bool:
    """Whether the phrase is what a counting noun counts ("the number of its dead")."""
    return phrase is not None and any(u.has("nouns:counter") for u in parse.units[phrase.first : phrase.last])


def _none(parse: Parse, np: NounPhrase) -> bool:
    lead = parse.units[max(0, np.first - 1) : np.first + 1]
    return np.det == "neg" or any(u.has("numbers:none") or u.pos == "neg" and u.i < np.first for u in lead)


def _without(parse: Parse, np: NounPhrase) -> bool:
    """ "without causing casualties", "did not see any casualties", « il n'y a pas eu de victimes »: right behind a verb that denies."""
    k = parse.item_of(np.first)
    group = parse.items[k - 1].vg if k else None
    if group is None or np.prep not in (None, "of") or np.det in ("def", "dem", "poss"):
        return False
    return group.negated or group.marker == "without"


def _from_states(parse: Parse, rows: dict[int, ActRow]) -> list[LossMention]:
    """ "is badly wounded": a noun of victims that serves as the participle of a verb group."""
    out: list[LossMention] = []
    for group in parse.groups:
        head = parse.units[group.head]
        if head.i in rows or not head.has("nouns:victim", "nouns:harm") or not group.passive:
            continue
        entry = (head.by.get("nouns:victim") or head.by["nouns:harm"])[0].row
        for np in parse.subject(group).phrases:
            if np.prep is None and _people(parse, np):
                none = _none(parse, np)
                status = "unspecified" if none and not head.has("nouns:victim") else entry.value or "unspecified"
                out.append(LossMention(status, head.i, np, np.first, group.last, entry.where, group, none=none, negated=group.negated))
    return out


def _from_tolls(parse: Parse) -> list[LossMention]:
    """ "put the number of wounded at 253 and the dead at 12"."""
    out: list[LossMention] = []
    for unit in parse.units:
        if not unit.has("nouns:toll"):
            continue
        k = parse.item_of(unit.i)
        np = parse.items[k + 1].np if k is not None and k + 1 < len(parse.items) else None
        if np is not None and any(u.pos == "num" for u in parse.units[np.first : np.last]):
            row = unit.by["nouns:toll"][0].row
            out.append(LossMention(row.value or "killed", unit.i, np, unit.i, np.end, row.where))
    return out


def _one_more(parse: Parse, found: list[LossMention]) -> list[LossMention]:
    """ "Three were killed. A fourth, badly hit, was operated on": one more person, whom a word of harm behind describes."""
    out: list[LossMention] = []
    for k, item in enumerate(parse.items):
        np = item.np
        if np is None or np.prep is not None or np.mods or not any(u.value("numbers:ordinal") not in ("", "1") for u in parse.units[np.first : np.last]):
            continue
        if not all(u.pos in ("det", "num", "adj") or u.has("numbers:ordinal") for u in parse.units[np.first : np.last]) or parse.units[np.first].has("dates:article"):
            continue
        if any(m.phrase is not None and m.phrase.covers(np.first) for m in found):
            continue
        end = next((it.at for it in parse.items[k + 1 :] if it.value in (";", ":") or it.kind in ("rel", "sub")), len(parse.units))
        harm = next((u for u in parse.units[np.last : min(end, np.last + 8)] if u.has("nouns:harm") and "ppart" in u.tags), None)
        if harm is not None:
            out.append(LossMention("wounded", harm.i, np, np.first, harm.i + 1, "", parse.group_at(harm.i)))
    return out


def _from_loss_nouns(parse: Parse, found: list[LossMention]) -> list[LossMention]:
    """ "the death of two civilians", « la perte de cinquante hommes »."""
    out: list[LossMention] = []
    for unit in parse.units:
        if not unit.has("nouns:loss") or unit.pos == "verb":
            continue
        people = _after_noun(parse, unit)
        if (people is None or not _people(parse, people)) and unit.has("nouns:counter"):
            people = parse.phrase_at(unit.i)  # "the toll has reached 14"
        elif people is not None and not _people(parse, people):
            continue
        if people is None:
            continue
        if any(m.phrase is not None and m.phrase.first == people.first for m in (*found, *out)):
            continue
        row = unit.by["nouns:loss"][0].row
        status = row.value if row.value in CASUALTY_STATUSES else "killed"
        out.append(LossMention(status, unit.i, people, unit.i, people.end, row.where))
        out.extend(LossMention(status, unit.i, np, np.first, np.end, row.where) for np in _joined(parse, people))
    return out


def _joined(parse: Parse, people: NounPhrase) -> list[NounPhrase]:
    """People joined to the first ("of fifteen soldiers and as many civilians")."""
    k = next((i for i, item in enumerate(parse.items) if item.np is not None and item.np.covers(people.first)), None)
    if k is None or k + 2 >= len(parse.items) or parse.items[k + 1].kind != "conj":
        return []
    np = parse.items[k + 2].np
    follower = parse.items[k + 3] if k + 3 < len(parse.items) else None
    if np is None or np.prep not in ("of", None) or follower is not None and follower.vg is not None and follower.vg.finite:
        return []
    apart = any(u.has("nouns:victim", "nouns:loss") for u in parse.units[np.first : np.end])  # "the death of two men and ten wounded"
    return [np] if _people(parse, np) and not apart else []


def _after_noun(parse: Parse, unit: Unit) -> NounPhrase | None:
    phrase = parse.phrase_at(unit.i)
    if phrase is not None:
        parts = phrase.chain()
        for n, part in enumerate(parts):
            if part.first <= unit.i < part.last:
                if unit.i + 1 < part.last:
                    return NounPhrase(unit.i + 1, part.last, mods=part.mods)
                return parts[n + 1] if n + 1 < len(parts) else None
    return next((it.np for it in parse.items if it.np is not None and it.np.first in (unit.i + 1, unit.i + 2)), None)
