"""What the case of a phrase makes it: whose it is, by whom, to whom, with what; lists and appositions joined."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.syntax.phrases import Item, NounPhrase
from trucewatch.syntax.units import Unit

_DIRECT = frozenset(("nom", "acc"))
_JOINTS = (",", "–", "—")


def hang_by_case(items: list[Item], units: Sequence[Unit]) -> list[Item]:
    """Gives phrases their prepositions, or the roles of their cases, and builds "of" chains."""
    out: list[Item] = []
    pending: Item | None = None
    for item in items:
        if item.kind == "prep":
            if pending is not None:
                out.append(Item("adv", pending.at, pending.end))
            pending = item
            continue
        if pending is not None:
            if item.kind in ("quote", "adv") and item.end - item.at == 1:
                continue
            if item.np is not None:
                item.np.prep, item.np.prep_at = _preposition(units, units[pending.at], item.np), pending.at
                host = out[-1].np if out else None
                if item.np.prep == "between" and host is not None and host.end == pending.at and units[host.first].has("nouns:victim", "nouns:loss"):
                    host.mods.append(item.np)  # losses "among" somebody are theirs
                    item.np.prep, out[-1].end, pending = "of", item.end, None
                    continue
                out.append(Item("np", pending.at, item.end, np=item.np))
                pending = None
                continue
            if item.kind == "vg" and item.vg is not None:
                item.vg.marker = pending.value
            elif item.kind in ("rel", "sub"):
                out.append(Item(item.kind, pending.at, item.end, value=item.value if item.kind == "rel" and item.value != "subj" else "obj" if item.kind == "rel" else item.value))
                pending = None
                continue
            else:
                out.append(Item("adv", pending.at, pending.end))
            pending = None
        if item.np is not None and not (_denied_next(units, item) and _none_denied(out)) and _hung(out, item, units):
            continue
        out.append(item)
    _share(out, units)
    _settle(out, units)
    _mark_none(out, units)
    return out


def _absent_next(units: Sequence[Unit], item: Item) -> bool:
    """ "(among the soldiers) of wounded there are none": the genitive belongs to the predicate of absence after it."""
    following = units[item.end] if item.end < len(units) else None
    return following is not None and following.pos == "adv" and following.has("numbers:none")


def _denied_next(units: Sequence[Unit], item: Item) -> bool:
    """As `_absent_next`, or a negated verb follows («в районе нарушений не отмечено»)."""
    following = units[item.end] if item.end < len(units) else None
    return _absent_next(units, item) or following is not None and following.pos == "neg"


def _none_denied(out: Sequence[Item]) -> bool:
    """Whether the stretch has no bare genitive yet that the denial may be of, and the phrase before has a preposition."""
    for item in reversed(out):
        if item.kind == "mark" or item.vg is not None:
            break
        if item.np is not None and item.np.prep is None and "gen" in item.np.cases:
            return False
    host = out[-1].np if out else None
    return host is not None and (host.prep is not None or bool(host.cases) and not host.cases & _DIRECT)


def _preposition(units: Sequence[Unit], unit: Unit, np: NounPhrase) -> str:
    """The value of a preposition, by the case behind it where a pack gives one ("gen=from")."""
    roles = dict(value.split("=", 1) for value in unit.values("words:prepcase") if value.partition("=")[0] in np.cases)
    if not roles:
        return unit.value("words:prep")
    if len(roles) == 1:
        return next(iter(roles.values()))
    forms = units[np.last - 1].readings.forms
    likely = {case: sum(form.weight for form in forms if form.case == case) for case in roles}
    return roles[max(sorted(roles), key=lambda case: (likely[case], case))]


def _hung(out: list[Item], item: Item, units: Sequence[Unit]) -> bool:
    """Hangs a phrase on the one right before it, or gives it the role that the word before it governs."""
    np = item.np
    assert np is not None
    before = units[item.at - 1] if item.at else None
    if before is not None and before.pos in ("say", "verb", "modal", "aux", "adv", "nom") and (governed := _governed(before)):
        host = out[-1].np if out else None
        if governed == "of" and host is not None and host.end == item.at:
            last_of(host).mods.append(np)
            np.prep, out[-1].end = "of", item.end
            return True
        np.prep = governed
        return False
    if units[item.at].lead:
        np.prep = units[item.at].lead
    host = out[-1].np if out and out[-1].end == item.at else None
    if host is not None and _of_participle(host, units):
        return False
    if host is None or np.pronoun or host.pronoun:
        return host is None and not np.pronoun and _joins_chain(out, np)
    if _same_person(host, np, units):
        np.prep = "app"
        host.mods.append(np)
    elif "gen" in np.cases and (not (np.counted and "nom" in np.cases) or any(u.has("nouns:loss", "nouns:counter") for u in units[host.first : host.last])):
        np.prep = "of"
        last_of(host).mods.append(np)
    else:
        return False
    out[-1].end = item.end
    return True


def _of_participle(np: NounPhrase, units: Sequence[Unit]) -> bool:
    """The agent of a participle that stands before its noun («поддерживаемые Арменией силы»)."""
    before = units[np.first - 1] if np.first else None
    return before is not None and before.pos == "adv" and np.cases == {"ins"} and bool(before.tags & {"ppart", "part"})


def _governed(before: Unit) -> str:
    if before.has("say"):
        frames = {row.frame for row in before.rows("say")}
        if frames & {"according", "quoted"} and before.pos not in ("verb", "pron"):
            return "by" if "quoted" in frames and before.tail == "by" else "according"
    return before.tail if before.pos != "nom" or before.tail and " " in before.low else ""


def _same_person(host: NounPhrase, np: NounPhrase, units: Sequence[Unit]) -> bool:
    """A person's name after the office and its country («президент республики Араик Арутюнян»)."""
    first = units[np.first]
    if not first.cap or not host.mods or not units[host.first].cap and not any(u.has("nouns:office", "nouns:person", "nouns:relay") for u in units[host.first : host.last]):
        return False
    named = any(u.has("person", "surname") for u in units[np.first : np.last]) or np.last - np.first > 1 and not first.has("name", "place", "nouns:body")
    return named and bool(host.cases & np.cases)


def _joins_chain(out: list[Item], np: NounPhrase) -> bool:
    """ "of A and B": a genitive joined to the last genitive of a chain."""
    if len(out) < 2 or out[-1].kind != "conj" or out[-1].value not in ("and", "or"):
        return False
    host = out[-2].np
    if host is None or not host.mods or np.cases & _DIRECT and host.cases & np.cases & _DIRECT:
        return False
    parent = host
    while parent.mods[-1].mods and "gen" not in np.cases:
        parent = parent.mods[-1]
    while parent.mods[-1].mods and parent.mods[-1].prep != "app":
        parent = parent.mods[-1]
    last = parent.mods[-1]
    if last.prep != "of" or "gen" not in np.cases:
        return False
    np.prep = "of"
    parent.mods.append(np)
    out.pop()
    out[-1].end = np.last
    return True


def last_of(np: NounPhrase) -> NounPhrase:
    while np.mods and np.mods[-1].prep != "app":
        np = np.mods[-1]
    return np


def _share(items: list[Item], units: Sequence[Unit]) -> None:
    """Phrases joined to one with a preposition share it where they are in its case."""
    for k, item in enumerate(items):
        np = item.np
        if np is None or np.prep is not None or np.pronoun or k < 2:
            continue
        joint, host = items[k - 1], items[k - 2].np
        listed = joint.kind == "conj" and joint.value in ("and", "or") or joint.kind == "mark" and joint.value in _JOINTS
        if host is None or host.prep is None or not listed or host.prep in ("app", "according"):
            continue
        free = "nom" in np.cases and joint.kind == "mark" and not _ends_in_list(items, k) or _absent_next(units, item)
        if host.cases & np.cases and not free and not host.cases <= {"nom"}:
            np.prep, np.prep_at = host.prep, None


def _ends_in_list(items: list[Item], k: int) -> bool:
    """Whether a conjunction and one more phrase end the list that the comma before `k` belongs to."""
    while k + 2 < len(items) and items[k + 2].np is not None:
        if items[k + 1].kind == "conj":
            return not _verb_agrees(items, k + 2)
        if items[k + 1].kind != "mark" or items[k + 1].value != ",":
            return False
        k += 2
    return False


def _verb_agrees(items: list[Item], k: int) -> bool:
    """Whether a finite verb comes right after: the phrase is its subject rather than one more of the list."""
    after = items[k + 1] if k + 1 < len(items) else None
    return after is not None and after.vg is not None and after.vg.finite


def _settle(items: list[Item], units: Sequence[Unit]) -> None:
    """Roles of bare oblique phrases."""
    for k, item in enumerate(items):
        np = item.np
        if np is None or np.prep is not None or np.cases & _DIRECT or not np.cases:
            continue
        if units[np.last - 1].has("numbers:times"):
            np.prep = "times"
        elif _of_participle(np, units):
            np.prep = "agent"
        elif "dat" in np.cases and "gen" not in np.cases or np.cases >= {"dat", "gen"} and np.plural is False and k and items[k - 1].vg is not None:
            np.prep = "to"
        elif "ins" in np.cases:
            np.prep = "by" if _passive_near(items, k) else "with"
        elif np.cases == {"loc"}:
            np.prep = "in"
    for item in items:
        for part in item.np.chain() if item.np is not None else ():
            _number(part)
        if item.np is not None and item.np.prep is None and item.np.counted and units[item.np.last - 1].has("numbers:times"):
            item.np.prep = "times"


def _number(np: NounPhrase) -> None:
    """Singular or plural, once the case is settled («стороны»: many as a subject, one as a genitive)."""
    wanted = {"gen"} if np.prep == "of" else _DIRECT if np.prep is None else np.cases
    numbers = {plural for case, plural, _ in np.forms if case in wanted and plural is not None}
    if len(numbers) == 1:
        np.plural = numbers.pop()
    if np.plural is False and not np.det and not np.counted and not np.pronoun:
        np.det = "def"


def _mark_none(items: list[Item], units: Sequence[Unit]) -> None:
    """ "Of losses there are none": what a predicate of absence or a negated verb denies stands in a bare genitive."""
    for k, item in enumerate(items):
        absent = item.kind == "adv" and units[item.at].has("numbers:none")
        if not absent and not (item.vg is not None and item.vg.negated):
            continue
        if item.vg is not None and units[item.vg.head].has("say"):  # "of victims nothing is reported"
            for other in items[max(0, k - 2) : k + 2]:
                if other.np is not None and other.np.prep == "about" and any(u.has("nouns:victim") for u in units[other.np.first : other.np.last]):
                    other.np.det = "neg"
        for side in (range(k - 1, max(-1, k - 6), -1), range(k + 1, min(len(items), k + 4))):
            found = next((items[j] for j in side if _bounds(items[j])), None)
            if found is not None and found.np is not None and "gen" in found.np.cases and not found.np.counted:
                found.np.det = "neg"
                break


def _bounds(item: Item) -> bool:
    """Whether a search for what is denied ends here: a bare phrase, or the border of the stretch."""
    return item.kind in ("sub", "rel", "mark") or item.vg is not None or item.np is not None and item.np.prep is None


def _passive_near(items: list[Item], k: int) -> bool:
    before = items[k - 1] if k else None
    if before is not None and before.np is not None and before.end == items[k].at:
        return True
    for item in (*reversed(items[:k]), *items[k + 1 :]):
        if item.vg is not None:
            return item.vg.passive or item.vg.tense == "ppart"
        if item.kind in ("sub", "rel"):
            continue
    return False
