"""Whether an act is told as having happened: demands, plans, fears and conditions are not (coding rule 3)."""

from __future__ import annotations

from trucewatch.model.kinds import TWO_SIDED_KINDS
from trucewatch.syntax import Item, NounPhrase, Parse, Unit, VerbGroup

_UNREAL_MODALS = {"may", "must", "want", "fut", "cond"}


def is_ended(parse: Parse, unit: Unit, phrase: NounPhrase, ceasing: frozenset[str]) -> bool:
    """An act named as what has stopped or shall stop ("agreed to stop shooting", "halted its strikes"): the object of a
    verb of ceasing that is not negated."""
    verb = parse.group_at(phrase.first - 1) if phrase.first and phrase.prep is None else None
    if verb is None or verb.negated or verb.passive or not phrase.first <= unit.i < phrase.last:
        return False
    return parse.units[verb.head].low.rsplit(" ", 1)[-1] in ceasing


_TOPIC = ("at", "about", "for", "over")
"""What a text of law or an agreement is on ("on" has the value "at"): not told as having happened."""


def is_negated(parse: Parse, unit: Unit, group: VerbGroup | None, phrase: NounPhrase | None) -> bool:
    """Negation on the verb, on the noun ("no shots"), or on the subject or verb that governs the noun."""
    if group is not None:
        if group.negated:
            return True
        first = next((np for np in parse.complements(group) if np.prep is None), None)
        if first is not None and not group.passive and _negative_object(parse, first):
            return True
        return any(_negative(parse, np) for np in parse.subject(group).phrases)
    if phrase is not None and _negative(parse, phrase):
        return True
    owner = _owner(parse, unit)
    return owner is not None and owner.negated and not parse.units[owner.head].has("say")


def _negative_object(parse: Parse, np: NounPhrase) -> bool:
    """ "fired nothing", « n'a visé aucun civil »."""
    lead = parse.units[np.first]
    return np.det == "neg" or lead.has("numbers:none") and (np.pronoun or lead.has("words:det", "words:neg", "words:pron"))


def _negative(parse: Parse, np: NounPhrase) -> bool:
    lead = parse.units[max(0, np.first - 1) : np.first + 1]
    return np.det == "neg" or any(u.has("numbers:none") and (u.has("words:det", "words:neg")) and u.i >= np.first - 1 for u in lead if u.i == np.first or u.pos in ("neg", "det", "num"))


def _owner(parse: Parse, unit: Unit) -> VerbGroup | None:
    k = parse.item_of(unit.i)
    if k is None:
        return None
    for item in reversed(parse.items[:k]):
        if item.vg is not None:
            return item.vg
        if item.kind in ("sub", "rel", "mark"):
            return None
    return None


def is_hedged(parse: Parse, unit: Unit, group: VerbGroup | None, phrase: NounPhrase | None) -> bool:
    """The conditional of hearsay, or a word that keeps a distance in the clause or in the phrase."""
    if group is not None and (group.hearsay or group.hedged):
        return True
    if phrase is not None and any(u.has("words:hedge") for u in parse.units[phrase.first : phrase.end]):
        return True
    owner = group or _clause_verb(parse, unit)
    if owner is None:
        return any(u.has("words:hedge") for u in parse.units[max(0, unit.i - 4) : unit.i])
    first, last = parse.window(owner)
    return owner.hearsay or owner.hedged or any(u.has("words:hedge") for u in parse.units[first:last])


def _clause_verb(parse: Parse, unit: Unit) -> VerbGroup | None:
    k = parse.item_of(unit.i)
    if k is None:
        return None
    for i in range(k, len(parse.items)):
        item = parse.items[i]
        if item.vg is not None and item.vg.finite:
            return item.vg
        if item.kind in ("sub", "rel") or item.kind == "mark" and item.value in ";:":
            break
    for item in reversed(parse.items[:k]):
        if item.vg is not None and item.vg.finite:
            return item.vg
        if item.kind in ("sub", "rel") or item.kind == "mark" and item.value in ";:":
            break
    return None


def is_unreal(
    parse: Parse, unit: Unit, group: VerbGroup | None, phrase: NounPhrase | None, *,
    aspect: frozenset[str], cease: frozenset[str],
) -> bool:
    """Modal, future, conditional, purpose, condition, or a word that makes the phrase unreal."""
    if _in_condition(parse, unit.i):
        return True
    verb = group or _clause_verb(parse, unit)
    if group is not None and _verb_unreal(parse, group, aspect, cease):
        return True
    if group is None and phrase is not None and _phrase_unreal(parse, unit, phrase):
        return True
    if group is None and phrase is not None and (purpose := _infinitive_before(parse, phrase)) is not None and _verb_unreal(parse, purpose, aspect, cease):
        return True  # "to allow for the exchange of prisoners"
    return group is None and verb is not None and _governs(parse, verb, unit) and _verb_unreal(parse, verb, aspect, cease)


def _infinitive_before(parse: Parse, phrase: NounPhrase) -> VerbGroup | None:
    """The infinitive whose object a phrase is."""
    first = phrase.prep_at if phrase.prep_at is not None else phrase.first
    group = parse.group_at(first - 1) if first else None
    return group if group is not None and group.tense == "inf" else None


def _verb_unreal(parse: Parse, group: VerbGroup, aspect: frozenset[str], cease: frozenset[str]) -> bool:
    if group.modal == "must" and group.tense in ("perf", "past"):
        return False
    if group.modal in _UNREAL_MODALS and not group.hearsay:
        return True
    if group.tense in ("fut", "subj") or group.tense == "cond" and not group.hearsay:
        return group.tense != "subj" or not _told(parse, group)
    before = group.first - 1
    while before > 0 and parse.units[before].pos == "quote":
        before -= 1
    if before >= 0 and parse.units[before].has("words:irrealis"):
        return True
    if group.tense == "inf":
        return not _real_infinitive(parse, group, aspect, cease)
    if group.tense in ("part", "ppart"):
        host = _host(parse, group)
        if host is not None and group.tense == "part" and not group.marker and parse.units[host.head].lemmas & cease:
            return not host.negated
        return host is not None and host.tense in ("fut",) and host.finite
    return False


def _told(parse: Parse, group: VerbGroup) -> bool:
    """A subjunctive after a verb of saying or denying, or after "since" and "once", is told, not wished."""
    opener = _opener(parse, group)
    if opener is not None and "past" in parse.units[opener.at].values("words:subord"):
        return True  # «después de que fueran lanzados tres cohetes»
    host = _host(parse, group)
    if host is None and any(row.frame == "deny" for u in parse.units[: group.first] for row in u.rows("say")):
        return True  # «es falso que el ejército haya atacado»
    return host is not None and parse.units[host.head].has("say")


def only_measures_time(parse: Parse, group: VerbGroup | None) -> bool:
    """ "its first attack since the truce began": an undated clause that says how long something has been going on."""
    opener = _opener(parse, group) if group is not None else None
    if opener is None or not parse.units[opener.at].has("dates:since"):
        return False
    return not any(item.kind == "date" and item.at > opener.at for item in parse.items)


def _opener(parse: Parse, group: VerbGroup) -> Item | None:
    """The word that opens the clause of a verb group."""
    k = parse.item_of(group.head)
    for item in reversed(parse.items[:k]) if k is not None else ():
        if item.vg is not None or item.kind == "mark":
            return None
        if item.kind in ("sub", "rel"):
            return item
    return None


def _real_infinitive(parse: Parse, group: VerbGroup, aspect: frozenset[str], cease: frozenset[str]) -> bool:
    """Infinitives told as facts: perfect ones, those after accusing and denying, and after "go on", "begin"."""
    lead = parse.units[group.first : group.head]
    if any(u.pos == "aux" and "inf" in u.tags for u in lead):
        return True
    marker = parse.units[group.first - 1].values("words:prep") if group.first else frozenset()
    if marker & {"after", "when"}:
        return True  # «al pisar una mina», «tras atacar la aldea»
    host = _host(parse, group)
    if host is None:
        return False
    head = parse.units[host.head]
    if head.lemmas & cease:
        return host.negated and not _verb_unreal(parse, host, aspect, cease)
    if head.lemmas & aspect:
        return not _verb_unreal(parse, host, aspect, cease)
    return any(row.frame in ("accuse", "deny") for row in head.rows("say")) or (
        any(row.speech in ("confirm", "accuse") for row in head.rows("say"))
    )


def _host(parse: Parse, group: VerbGroup) -> VerbGroup | None:
    """The verb group before this one in the row of items."""
    k = parse.item_of(group.head)
    if k is None:
        return None
    for item in reversed(parse.items[:k]):
        if item.vg is not None:
            return item.vg
    return None


def _governs(parse: Parse, verb: VerbGroup, unit: Unit) -> bool:
    return verb.head < unit.i or any(np.covers(unit.i) for np in parse.subject(verb).phrases)


def _phrase_unreal(parse: Parse, unit: Unit, phrase: NounPhrase) -> bool:
    first = min(phrase.first, phrase.prep_at if phrase.prep_at is not None else phrase.first)
    near = parse.units[max(0, first - 1) : unit.i]
    if any(u.has("words:irrealis") and u.i != unit.i for u in near):
        return True
    if phrase.prep in _TOPIC and phrase.prep_at is not None and phrase.prep_at:
        host = parse.phrase_at(phrase.prep_at - 1)
        if host is not None and any(
            u.has("nouns:pact", "agreement") or any(row.kind in TWO_SIDED_KINDS and row.pos == "n" for row in u.rows("act")) and not u.has("nouns:asset")
            for u in parse.units[host.first : host.end]
        ) and not any(u.kind == "number" for u in parse.units[phrase.first : phrase.end]):
            return True  # "resolutions on the withdrawal of ..."
    return phrase.prep in ("without", "instead") and phrase.first <= unit.i < phrase.last


def _in_condition(parse: Parse, unit: int) -> bool:
    """Inside an "if" clause, or in the main clause of one when that is not told in a past or present tense."""
    for k, item in enumerate(parse.items):
        if item.kind == "sub" and item.value in ("cond", "purpose", "concess_cond"):
            end = _clause_limit(parse.items, k)
            if item.at <= unit < end:
                return True
    return False


def _clause_limit(items: list[Item], k: int) -> int:
    for item in items[k + 1 :]:
        if item.kind == "mark" and item.value in (",", ";", ":", "."):
            return item.at
    return items[-1].end if items else 0
