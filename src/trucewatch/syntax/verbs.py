"""Verb groups: auxiliaries, negation, adverbs and one main verb, with tense, voice and mood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.syntax.units import Unit

_FINITE = {"pres", "past", "impf", "fut", "cond", "subj"}
_INSIDE = ("words:adv", "words:neg", "words:hedge", "words:clitic")


@dataclass(slots=True)
class VerbGroup:
    """Units `first..last` (half-open) around the main verb at `head`.

    `tense`: pres, past, impf, perf, fut, cond, inf, part, ppart. `modal`: may, must, want, fut, cond or "".
    `hearsay`: a conditional perfect or passive, which in some languages marks hearsay.
    `pronoun`: index of a subject pronoun inside the group (inversion), else None.
    """

    first: int
    last: int
    head: int
    tense: str
    finite: bool
    passive: bool = False
    negated: bool = False
    modal: str = ""
    hearsay: bool = False
    hedged: bool = False
    reflexive: bool = False
    pronoun: int | None = None
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a language pack's settings say of its verbs.

    `be_perfect`: lemmas whose perfect takes "be" (so that it is no passive); `double_negation`: a particle alone
    does not deny (« ne ... que »). `speaker_last`: after a comma, a verb of saying has its subject behind it
    (« ..., a affirmé dimanche le ministère »). `persons`: endings of finite verbs whose subject may be left out.
    `cases`: case endings say what a phrase is to its verb.
    """

    be_perfect: frozenset[str] = frozenset()
    double_negation: bool = False
    speaker_last: bool = False
    persons: tuple[tuple[str, tuple[str, ...]], ...] = ()
    cases: bool = False


def find_verb_groups(units: Sequence[Unit], grammar: Grammar) -> list[VerbGroup]:
    """All verb groups in order, never overlapping."""
    groups: list[VerbGroup] = []
    at = 0
    while at < len(units):
        group = _group_at(units, at, grammar) if units[at].pos in ("aux", "modal", "verb", "clitic", "neg") else None
        if group is None:
            at += 1
            continue
        groups.append(group)
        at = group.last
    return groups


def _group_at(units: Sequence[Unit], at: int, grammar: Grammar) -> VerbGroup | None:
    verbs: list[int] = []
    pronoun: int | None = None
    i = at
    last = at
    while i < len(units):
        unit = units[i]
        if unit.pos in ("aux", "modal", "verb"):
            if verbs and not _continues(units[verbs[-1]], unit, units, verbs[-1], i):
                break
            verbs.append(i)
            last = i + 1
        elif unit.pos == "pron" and verbs and pronoun is None and units[verbs[-1]].pos in ("aux", "verb") and unit.glued:
            pronoun = i
            last = i + 1
        elif unit.pos in ("prep", "date") and verbs and (closed := _circumstance(units, i, units[verbs[-1]])):
            i = closed
            continue
        elif unit.low == "," and verbs and (closed := _inserted(units, i, units[verbs[-1]])):
            i = closed
        elif unit.pos == "pron" and verbs and units[verbs[-1]].pos == "aux" and i + 1 < len(units) and units[i + 1].pos == "verb" and "ppart" in units[i + 1].tags:
            pass
        elif not (unit.pos in ("clitic", "neg", "adv") or unit.has(*_INSIDE) and unit.pos not in ("det", "nom", "prep", "sub") or _reflexive(unit)) or unit.pos == "neg" and unit.has("words:det") and verbs and i + 1 < len(units) and units[i + 1].pos in ("nom", "num"):
            break
        elif unit.pos == "neg" and verbs and not _opens_infinitive(units, i):
            last = i + 1
        i += 1
    if not verbs:
        return None
    return _describe(units, at, last, verbs, pronoun, grammar)


def _inserted(units: Sequence[Unit], at: int, lead: Unit) -> int:
    """The comma that closes a few words between an auxiliary and its participle (« avait, elle, rapporté »); 0 without them."""
    if lead.pos not in ("aux", "modal") or lead.i != at - 1:
        return 0
    for i in range(at + 2, min(len(units) - 1, at + 7)):
        if units[i].low == ",":
            follower = units[i + 1]
            if lead.pos == "modal":
                return i if follower.pos == "aux" or "inf" in follower.tags else 0
            return i if "ppart" in follower.tags and not (follower.tags & _FINITE and "past" not in follower.tags) else 0
        if units[i].kind == "punct" and not units[i].quote or units[i].pos in ("verb", "aux"):
            return 0
    return 0


def _circumstance(units: Sequence[Unit], at: int, lead: Unit) -> int:
    """The participle behind a short phrase that parts it from its auxiliary ("have in a statement welcomed", "has on
    Monday said"); 0 without one."""
    if lead.pos != "aux" or lead.i != at - 1 or "have" not in lead.values("words:aux"):
        return 0
    for i in range(at + 1, min(len(units), at + 6)):
        unit = units[i]
        if unit.pos == "verb":
            return i if "ppart" in unit.tags and not units[i - 1].has("words:infmark") else 0
        if unit.pos not in ("det", "nom", "date", "num") or unit.has("nouns:person", "name", "person"):
            return 0
    return 0


def _opens_infinitive(units: Sequence[Unit], i: int) -> bool:
    """A negation that belongs to what follows (« convenus de ne plus tirer »)."""
    while i < len(units) and units[i].pos in ("neg", "clitic", "adv"):
        i += 1
    return i < len(units) and units[i].pos in ("verb", "aux") and "inf" in units[i].tags


def _reflexive(unit: Unit) -> bool:
    return unit.pos == "pron" and "refl" in unit.values("words:pron") and unit.has("words:clitic")


def _continues(before: Unit, unit: Unit, units: Sequence[Unit], first: int, i: int) -> bool:
    """Whether `unit` goes on with the group that `before` opened (aux + participle, modal + infinitive)."""
    tags = unit.tags
    if before.pos == "modal":
        return "inf" in tags or unit.pos == "aux"
    if before.pos == "aux":
        if unit.pos == "aux":
            return bool(tags & {"ppart", "part", "inf"} or not tags)
        return bool(tags & {"ppart", "part", "short"}) or ("inf" in tags and "do" in before.values("words:aux"))
    return False


def _describe(
    units: Sequence[Unit], first: int, last: int, verbs: list[int], pronoun: int | None, grammar: Grammar
) -> VerbGroup:
    head = verbs[-1]
    lead, main = units[verbs[0]], units[head]
    inner = [u for u in units[first:last] if u.i not in verbs]
    auxes = [units[v] for v in verbs[:-1] if units[v].pos == "aux"]
    kinds = {value for u in auxes for value in u.values("words:aux")}
    modal = next((units[v].value("words:modal") for v in verbs if units[v].pos == "modal"), "")
    reflexive = any("refl" in u.values("words:pron") for u in inner)
    passive = "passive" in main.tags or bool(
        auxes and "be" in auxes[-1].values("words:aux") and "ppart" in main.tags and head != verbs[0]
        and not reflexive and not (main.lemmas & grammar.be_perfect)
    )  # fmt: skip
    if len(verbs) == 1 and main.tags and main.tags <= {"ppart"} and not main.lemmas & grammar.be_perfect:
        passive = True
    conditional = "cond" in lead.tags and lead.pos in ("aux", "verb") and not (lead.tags & {"fut"})
    tense = _tense(lead, main, kinds, single=len(verbs) == 1)
    if passive and kinds == {"be"} and lead.pos == "aux" and tense == "perf":
        tense = "pres" if "pres" in lead.tags else "past"
    if lead.pos != "modal" and "inf" in lead.tags and _after_marker(units, first):
        tense = "inf"
    return VerbGroup(
        first, last, head, tense, finite=tense not in ("inf", "part", "ppart"), passive=passive,
        negated=_negated([u for u in inner if u.pos == "neg"], grammar), modal=modal,
        hearsay=bool(conditional and auxes and "ppart" in main.tags) or bool(conditional and (lead.pos == "aux" or lead.readings.aux) and len(verbs) == 1),
        hedged=any(u.has("words:hedge") for u in units[first:last]), reflexive=reflexive, pronoun=pronoun,
    )  # fmt: skip


def _after_marker(units: Sequence[Unit], first: int) -> bool:
    """Whether the marker of the infinitive stands before a form that could be finite too ("to have killed")."""
    if first == 0:
        return False
    before = units[first - 1]
    return before.tail == "to" or before.pos == "prep" and "to" in before.values("words:prep")


def _tense(lead: Unit, main: Unit, kinds: set[str], *, single: bool) -> str:
    tags = lead.tags
    if lead.pos == "modal":
        return "past" if lead.tags & {"past"} and not lead.tags & {"pres"} else "pres"
    if not single and lead.pos == "aux":
        if tags and not tags & _FINITE:
            return "part" if "part" in tags else "inf" if "inf" in tags else "ppart"
        if "cond" in tags:
            return "cond"
        if "fut" in tags:
            return "fut"
        if "past" in tags and "pres" not in tags:
            return "past"
        return "perf" if "pres" in tags or "past" in tags or "impf" in tags or not tags else "subj"
    for tag in ("impf", "fut", "cond", "past", "pres", "subj"):
        if tag in tags:
            return tag
    return "inf" if "inf" in tags else "part" if "part" in tags else "ppart" if "ppart" in tags else "pres"


def _negated(marks: list[Unit], grammar: Grammar) -> bool:
    if not grammar.double_negation:
        return bool(marks)
    return any("strong" in u.values("words:neg") for u in marks) or len(marks) > 1
