"""What a finished list of phrases and verb groups says about single words: shared auxiliaries, reduced participles, "that"."""

from __future__ import annotations

from trucewatch.syntax.phrases import Item
from trucewatch.syntax.units import Unit
from trucewatch.syntax.verbs import VerbGroup

STOP = {";", ":", "—", "–", "...", "…", "?", "!"}


def share_auxiliaries(items: list[Item]) -> None:
    """ "has met X and asked Y", « a salué X et demandé Y »: a joined participle shares the auxiliary before it."""
    for k, item in enumerate(items):
        group = item.vg
        if group is None or group.tense != "ppart" or k < 2:
            continue
        joint = _joint(items, k)
        if joint is None:
            continue
        for before in reversed(items[:joint]):
            if before.kind in ("sub", "rel") or before.kind == "mark" and before.value in STOP:
                break
            host = before.vg
            if host is not None:
                if host.finite and host.last - host.first > 1 and host.tense in ("perf", "past", "pres", "cond"):
                    group.tense, group.finite, group.passive = host.tense, True, host.passive
                    group.hearsay, group.negated = host.hearsay, group.negated or host.negated
                break


def _joint(items: list[Item], k: int) -> int | None:
    """Where the participle at `k` is joined to a verb before it: at its conjunction, or at that of its own subject
    ("one was killed and two wounded", « deux ont été tués et un troisième blessé »)."""
    if items[k - 1].kind == "conj":
        return k - 1
    while k > 1 and items[k - 1].kind == "adv":
        k -= 1
    if items[k - 1].kind == "conj":
        return k - 1
    np = items[k - 1].np
    own = k >= 3 and np is not None and np.prep is None and not np.pronoun and items[k - 2].kind == "conj"
    if own and next((item.vg.passive for item in reversed(items[: k - 2]) if item.vg is not None), False):
        return k - 2
    return None


def share_between(items: list[Item], units: list[Unit]) -> None:
    """ "between A and B": the second phrase has the preposition of the first."""
    for first, conj, second in zip(items, items[1:], items[2:], strict=False):
        named = first.np is not None and first.np.prep == "between" and any(u.pos == "nom" for u in units[first.np.first : first.np.last])
        if named and conj.kind == "conj" and second.np is not None and second.np.prep is None:
            second.np.prep = "between"


def settle_readings(units: list[Unit], groups: list[VerbGroup]) -> None:
    """Words that may be preposition or subordinator ("after"), determiner, relative or "that"."""
    finite = {g.first for g in groups if g.finite and not _has_agent(units, g)}
    for unit in units:
        if unit.has("words:prep") and unit.has("words:subord"):
            unit.pos = "sub" if _clause_follows(units, unit.i, finite) else "prep"
        elif unit.has("words:rel") and unit.has("words:subord", "words:det"):
            unit.pos = _that(units, unit, finite)


def _has_agent(units: list[Unit], group: VerbGroup) -> bool:
    """A bare participle with its agent ("talks mediated by X")."""
    after = units[group.last] if group.last < len(units) else None
    return group.last - group.first == 1 and "ppart" in units[group.head].tags and after is not None and "by" in after.values("words:prep")


def _clause_follows(units: list[Unit], at: int, finite: set[int]) -> bool:
    for i in range(at + 1, min(len(units), at + 14)):
        if i in finite:
            return i > at + 1
        if units[i].pos in ("punct", "rel", "sub") and i > at + 1 and units[i].low != ",":
            return False
        if units[i].low == "," and i > at + 1:
            return False
    return False


def _that(units: list[Unit], unit: Unit, finite: set[int]) -> str:
    before = units[unit.i - 1] if unit.i else None
    after = unit.i + 1
    inserted = ("adv", "quote", "date") if before is not None and before.low == "," else ("adv", "quote")
    while after < len(units) and units[after].pos in inserted:
        after += 1
    if after in finite or after < len(units) and units[after].pos in ("aux", "modal"):
        if before is not None and before.pos not in ("verb", "date"):
            return "sub" if unit.has("words:subord") and _wished(units, after) else "rel"
        return "det" if unit.has("words:det") else "sub"
    if before is not None and (before.pos in ("verb", "date", "adv", "punct", "clitic") or before.has("say")) and unit.has("words:subord"):
        return "sub"
    if unit.has("words:det") and (before is None or before.pos in ("prep", "punct", "conj")):
        return "det"
    return "sub" if unit.has("words:subord") and _clause_follows(units, unit.i, finite) else unit.pos


def _wished(units: list[Unit], at: int) -> bool:
    """Whether the verb that starts at a unit can be nothing but a subjunctive («exigió a Roma que retire sus tropas»)."""
    verb = next((u for u in units[at : at + 3] if u.pos in ("verb", "aux", "modal")), None)
    return verb is not None and "subj" in verb.tags and not verb.tags & {"pres", "past", "impf", "fut", "cond"}


def settle_participles(items: list[Item], units: list[Unit]) -> None:
    """A single form that is past or participle ("killed") is a participle where another verb holds the clause."""
    for k, item in enumerate(items):
        group = item.vg
        if group is None or group.tense != "past" or group.last - group.first != 1:
            continue
        if "ppart" not in units[group.head].tags:
            continue
        if _reduced(items, k, units):
            group.tense, group.finite, group.passive = "ppart", False, True
            if _by_several(items, k, units) and (joined := items[k + 3].np) is not None:
                joined.prep = "by"


def _reduced(items: list[Item], k: int, units: list[Unit]) -> bool:
    before = items[k - 1] if k else None
    after = items[k + 1] if k + 1 < len(items) else None
    if before is None or before.kind in ("rel", "conj", "sub"):
        return before is not None and before.kind == "conj" and k >= 2 and _is_reduced(items[k - 2])
    if before.np is not None and before.np.pronoun or before.kind == "adv":
        return False
    if after is not None and after.np is not None and after.np.prep is None or units[items[k].vg.head].readings.object:  # type: ignore[union-attr]
        return False
    if units[items[k].at].has("say") and (after is None or after.kind in ("mark", "quote", "date")):
        return False
    if _by_several(items, k, units):
        return True
    own_comma = before.kind == "mark" and before.value == ","
    for i, later in enumerate(items[k + 1 :], start=k + 1):
        if later.kind == "mark" and later.value != "," or later.kind in ("sub", "rel", "conj"):
            break
        if later.vg is not None and later.vg.finite:
            return not _own_subject(items, k, i)
    agent = after is not None and after.np is not None and after.np.prep == "by"
    if own_comma and agent:
        return True
    earlier = any(i.vg is not None and i.vg.finite for i in items[:k])
    return earlier and before.kind == "np" and _object_side(items, k, units, agent=agent)


def _by_several(items: list[Item], k: int, units: list[Unit]) -> bool:
    """ "brokered by A and B came into effect": what is joined to the doer is no subject of the verb that follows."""
    row = items[k + 1 : k + 5]
    if len(row) < 4 or row[1].kind != "conj" or row[3].vg is None or not row[3].vg.finite:
        return False
    first, second = row[0].np, row[2].np
    return first is not None and first.prep == "by" and second is not None and second.prep is None and any(u.has("name") for u in units[second.first : second.end])


def _own_subject(items: list[Item], k: int, i: int) -> bool:
    """Whether the verb at `i` has a subject of its own behind the verb at `k`, right before it or behind a comma."""
    np = items[i - 1].np
    if np is not None and np.prep is None:
        return True
    comma = next((m for m in range(k + 1, i) if items[m].kind == "mark"), None)
    return comma is not None and any(item.np is not None and item.np.prep is None for item in items[comma + 1 : i])


def _is_reduced(item: Item) -> bool:
    return item.vg is not None and item.vg.tense == "ppart"


def _object_side(items: list[Item], k: int, units: list[Unit], *, agent: bool) -> bool:
    """Whether the phrase before item `k` belongs to an earlier verb, not to a new clause ("X says Y opened fire")."""
    for i in range(k - 1, -1, -1):
        group = items[i].vg
        if group is not None:
            np = items[k - 1].np
            return agent or not (i == k - 2 and units[group.head].has("say") and np is not None and np.prep is None)
        if items[i].kind in ("sub", "rel", "conj") or items[i].kind == "mark":
            return False
    return False
