"""Words and phrases of a language with cases: parts of speech by form, noun phrases by agreement, roles by case.

The outcome is what every stage reads in any language: a genitive after a noun hangs on it as an "of" phrase, a bare
dative counts as "to", a bare instrumental as "by" (beside a passive or a noun) or "with" (decisions/0006).
"""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.packs import Form, agree
from trucewatch.syntax.phrases import Item, NounPhrase, _item_at
from trucewatch.syntax.tagging import first_guess
from trucewatch.syntax.units import Unit
from trucewatch.syntax.verbs import VerbGroup

_NOUNISH = ("noun", "num", "pron")
_DIRECT = frozenset(("nom", "acc"))
_SETTLED = ("settlement", "exact", "near_settlement", "line")


def tag_inflected(units: Sequence[Unit]) -> None:
    """Gives every unit its part of speech (`Unit.pos`) by its forms and its neighbours."""
    for unit in units:
        unit.pos = _guess(unit)
        if unit.glued and unit.i and units[unit.i - 1].pos in ("nom", "adv") and not units[unit.i - 1].by and not _agrees(units[unit.i - 1], unit):
            units[unit.i - 1].pos = "adv"  # the unchanging first part of a compound adjective
    for unit in reversed(units):
        if unit.pos in ("prep", "adv", "sub") and unit.has("numbers:atleast", "numbers:atmost", "numbers:about") and _figure_next(units, unit.i):
            unit.pos = "num"
        if unit.pos == "verb?":
            unit.pos = _verb_or_noun(units, unit)
        elif unit.pos.endswith("?"):
            unit.pos = "nom" if _verb_or_noun(units, unit) == "nom" else unit.pos[:-1]
        elif unit.pos == "det" and unit.has("words:pron") and (unit.i + 1 == len(units) or units[unit.i + 1].pos not in ("nom", "num", "det", "quote")):
            unit.pos = "pron"


def _guess(unit: Unit) -> str:
    pos = first_guess(unit)
    if unit.has("numbers:none") and pos in ("num", "neg") and not unit.has("words:neg", "words:det"):
        return "adv"  # "there is none": a predicate; what there is none of stands in the genitive
    if pos == "num" and " " in unit.low and not unit.readings.forms and unit.has("numbers:severe", "numbers:including"):
        return "adv"
    if pos in ("aux", "modal") and any(form.case and not form.tags for form in unit.readings.forms):
        return pos + "?"
    if pos == "adv" and unit.has("words:irrealis", "words:hedge") and unit.readings.forms and (unit.readings.forms[0].case or unit.tags):
        pos = "verb?" if unit.tags else "nom"
    if pos not in ("nom", "verb?", "say") or unit.kind == "punct":
        return pos
    forms = unit.readings.forms
    if not forms and " " in unit.low and pos == "nom" and not unit.has("name", "place", "person", "agreement", "source"):
        return "adv"  # "in grave condition" as one phrase
    if "verb" in unit.by or any(form.tags for form in forms):
        return "verb?"
    if pos == "say" or not forms or any(cls.startswith(("nouns:", "weapons:")) or cls in ("name", "person", "place", "source") for cls in unit.by):
        return pos
    first = forms[0].pos
    if first in ("adv", "conj", "short") and not any(form.case for form in forms):
        return "adv"
    if first == "prep":
        return "prep"
    if first == "adv" and forms[0].weight > 0.5:
        return "adv"
    if first == "num":
        return "num"
    return "nom"


def _figure_next(units: Sequence[Unit], at: int) -> bool:
    after = units[at + 1] if at + 1 < len(units) else None
    return after is not None and after.pos != "date" and (
        after.kind == "number" or after.has("numbers:unit", "numbers:vague", "numbers:approx", "numbers:scale", "numbers:atleast", "numbers:atmost", "numbers:about")
    )


def _verb_or_noun(units: Sequence[Unit], unit: Unit) -> str:
    forms = unit.readings.forms
    verbal = [form for form in forms if form.tags]
    nominal = [form for form in forms if form.case and not form.tags and (unit.cap or not form.name)]
    participles = [form for form in verbal if form.case]
    if not verbal:
        return "verb" if unit.tags and " " in unit.low and not nominal else "nom" if nominal else "verb"
    if participles and len(participles) == len(verbal):
        return _participle(units, unit, participles, nominal)
    if not nominal:
        return "verb"
    before = units[unit.i - 1] if unit.i else None
    if before is not None and (before.pos in ("prep", "num") or before.pos == "nom" and _adjective(before) and _agrees(before, unit)):
        return "nom"
    if unit.cap and unit.i and unit.has("name", "person", "place"):
        return "nom"
    known = any(cls.startswith(("nouns:", "weapons:")) for cls in unit.by)
    return "verb" if sum(f.weight for f in verbal) > sum(f.weight for f in nominal) and not known else "nom"


def _participle(units: Sequence[Unit], unit: Unit, forms: list[Form], nominal: list[Form]) -> str:
    """A participle is an adjective before its noun, a noun where a pack says so, else the verb of its own clause."""
    i = unit.i + 1
    while i < len(units) and units[i].pos in ("adv", "num") or i < len(units) and units[i].pos == "nom" and _adjective(units[i]) and not _noun(units[i]) and _agrees(unit, units[i]):
        i += 1
    before = units[unit.i - 1] if unit.i else None
    opened = before is not None and (before.low == "," or before.pos == "nom" and any(agree(f, g) for f in forms for g in before.readings.forms if g.case))
    follower = units[i] if i < len(units) else None
    if follower is not None and follower.pos in ("nom", "verb?") and not unit.has("nouns:victim") and any(
        agree(f, g) for f in forms for g in follower.readings.forms if g.pos in _NOUNISH
    ) and not (opened and before is not None and before.low == "," and unit.tags & {"part"}):
        return "nom"
    if unit.has("nouns:victim") and unit.i + 1 < len(units) and units[unit.i + 1].has("numbers:none"):
        return "nom"
    comma = before is not None and before.low == "," and unit.i > 1
    if unit.has("nouns:victim", "nouns:person") and not (comma and any(agree(f, g) for f in forms for g in units[unit.i - 2].readings.forms if g.case)):
        return "nom"
    if opened:
        return "verb"
    for later in units[unit.i + 1 : unit.i + 7]:
        if later.kind == "punct" and not later.quote:
            break
        if any(agree(f, g) for f in forms for g in later.readings.forms if g.pos in _NOUNISH):
            return "adv"
    return "nom" if nominal or unit.has("nouns:victim", "nouns:person") else "verb"


def _adjective(unit: Unit) -> bool:
    return any(form.pos == "adj" for form in unit.readings.forms)


def _noun(unit: Unit) -> bool:
    return any(form.pos in _NOUNISH for form in unit.readings.forms)


def _agrees(a: Unit, b: Unit) -> bool:
    return any(agree(f, g) for f in a.readings.forms if f.case for g in b.readings.forms if g.case)


def find_inflected_items(units: Sequence[Unit], groups: Sequence[VerbGroup], dates: Sequence[tuple[int, int]]) -> list[Item]:
    """The sentence as a row of items, as `find_items` makes it, phrases bounded by agreement."""
    starts = {group.first: group for group in groups}
    dated = dict(dates)
    items: list[Item] = []
    at = 0
    while at < len(units):
        unit = units[at]
        if at in starts:
            group = starts[at]
            items.append(Item("vg", at, group.last, vg=group))
            at = group.last
            continue
        if at in dated:
            items.append(Item("date", at, dated[at]))
            at = dated[at]
            continue
        if unit.low == "(":
            closing = next((i for i in range(at + 1, min(len(units), at + 40)) if units[i].low == ")"), at)
            at = closing + 1
            continue
        if unit.pos in ("nom", "num", "det", "verb") or unit.pos == "neg" and unit.has("words:det"):
            item = _phrase(units, at, starts, dated)
        else:
            item = _item_at(units, at, starts, dated)
            if item.np is not None:
                _describe(item.np, [f for f in unit.readings.forms if f.case])
        items.append(item)
        at = item.end
    return items


def _phrase(units: Sequence[Unit], at: int, starts: dict[int, VerbGroup], dated: dict[int, int]) -> Item:
    state: list[Form] = []
    head, counted, rough, det, i = -1, False, False, "", at
    while i < len(units) and i not in starts and (i not in dated or i == at):
        unit = units[i]
        if unit.lead and i > at:
            break
        if unit.pos == "quote":
            closing = _quoted(units, i)
            if not closing or head < 0:
                break
            i = closing
            continue
        if unit.pos == "num" or unit.pos == "det" and "neg" in unit.values("words:det"):
            if head >= 0 or (state and not counted):
                break
            one = unit.value("numbers:unit") == "1" and unit.kind == "word"
            if one:  # "one" agrees as an adjective does
                state = _agreed(state, [f for f in unit.readings.forms if f.case], False) or state
            counted = counted or unit.pos == "num" and not one
            rough = rough or unit.has("numbers:atleast", "numbers:atmost", "numbers:about")
            det = det or unit.value("words:det")
            figure = [f for f in unit.readings.forms if f.case and f.pos != "adj"]
            state = state if one else _counting(state, figure) if unit.kind == "word" and figure and not unit.has("numbers:atleast", "numbers:atmost", "numbers:about") else state
            i += 1
            continue
        if unit.pos not in ("nom", "det", "verb") or unit.pos == "adv":
            break
        forms = [f for f in unit.readings.forms if f.case]
        if head >= 0:
            if not _apposed(units, head, i, forms, state):
                break
            i += 1
            continue
        adjectival = [f for f in forms if f.pos == "adj"]
        adjective = unit.pos == "det" or bool(adjectival) and _before_noun(units, i, adjectival, starts)
        det = det or (unit.value("words:det") if unit.pos == "det" else "")
        if unit.pos == "det" and not adjectival:
            i += 1
            continue  # "his", "their": no form to agree
        chosen = adjectival if adjective and adjectival else [f for f in forms if f.pos != "adj"] or forms
        agreed = _agreed(state, chosen, counted)
        if (state or counted) and not agreed and forms:
            break
        state = agreed or state
        if not adjective:
            head = i
        i += 1
    i = max(i, at + 1)
    np = NounPhrase(at, i, det=det, counted=counted)
    _describe(np, state)
    people = head >= 0 and units[head].has("nouns:person", "nouns:victim")
    if not det and not counted and not (people and np.plural is not False):
        np.det = "def"
    if counted and (rough or not state):
        np.cases = frozenset(("nom", "acc", "gen"))
    return Item("np", at, i, np=np)


def _counting(state: list[Form], figure: list[Form]) -> list[Form]:
    return [f for f in figure if not state or f.case in {g.case for g in state}] or state


def _agreed(state: list[Form], forms: list[Form], counted: bool) -> list[Form]:
    if not state:
        if not counted:
            return list(forms)
        genitive = [f for f in forms if f.case == "gen"]
        return [Form("num", "", case, True if f.plural else None, "", f.animate) for f in genitive for case in ("nom", "acc", "gen")] or list(forms)
    if counted:
        genitive = [f for f in forms if f.case == "gen"]
        if genitive and any(f.case in _DIRECT for f in state):
            return [Form("num", "", f.case, None, "", None) for f in state]
        same = [f for f in forms if f.case in {g.case for g in state}]
        return same or [f for f in state if genitive]
    return [f for f in forms if any(agree(f, g) for g in state)]


def _before_noun(units: Sequence[Unit], at: int, forms: list[Form], starts: dict[int, VerbGroup]) -> bool:
    """Whether an adjective has a noun (or one more adjective) of its own right after it."""
    i = at + 1
    while i < len(units) and (units[i].pos == "quote" or units[i].pos == "num"):
        i += 1
    if i >= len(units) or i in starts or units[i].pos not in ("nom", "det"):
        return False
    return any(agree(f, g) for f in forms for g in units[i].readings.forms if g.case)


def _quoted(units: Sequence[Unit], at: int) -> int:
    """One past the mark that closes a short name in quotation marks right after its noun; 0 where it is none."""
    for i in range(at + 1, min(len(units), at + 6)):
        if units[i].pos == "quote":
            return i + 1 if i > at + 1 and units[at + 1].cap else 0
        if units[i].kind == "punct":
            return 0
    return 0


def _apposed(units: Sequence[Unit], head: int, at: int, forms: list[Form], state: list[Form]) -> bool:
    """Whether a noun right after the head names the same thing («президент Владимир ...», «села Чилябюрт»)."""
    unit, before, lead = units[at], units[at - 1], units[head]
    if not unit.cap or unit.pos != "nom" or not forms:
        return False
    cases = {f.case for f in state}
    same = any(f.case in cases for f in forms)
    person = unit.has("person", "surname") or unit.readings.forms[0].name and not unit.has("name", "place", "nouns:body")
    if lead.has("nouns:placehead") and not lead.has("nouns:person", "nouns:office"):
        if units[at - 1] is not lead and (units[at - 1].has("place") or unit.has("place")) or unit.has("nouns:placehead") or any(row.precision in ("district", "region") for row in unit.rows("place")[:1]):
            return False
        named = same or any(f.case == "nom" for f in forms)
        genitive = any(f.case == "gen" for f in forms)
        settled = bool(lead.values("nouns:placehead") & set(_SETTLED))
        return named and (settled or not genitive) and not (unit.has("name") and genitive)
    if before.cap and at - 1 > head - 1 and (before.has("person", "surname") or not before.has("name", "place")) and person and same:
        return True
    if lead.has("nouns:person", "nouns:office", "nouns:relay", "nouns:side") and person and same:
        return True
    return lead.has("nouns:body", "nouns:relay", "nouns:asset") and not any(f.case == "gen" for f in forms) and any(f.case == "nom" for f in forms)


def _describe(np: NounPhrase, state: Sequence[Form]) -> None:
    np.cases = frozenset(f.case for f in state)
    numbers = {f.plural for f in state if f.plural is not None}
    np.plural = numbers.pop() if len(numbers) == 1 else None
    genders = {f.gender for f in state if f.gender and not f.plural}
    np.gender = genders.pop() if len(genders) == 1 else ""
    np.forms = frozenset((f.case, f.plural, f.gender) for f in state)
