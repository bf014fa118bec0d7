"""Noun phrases with their "of" chains, and the row of items (phrases, verb groups, marks) of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from trucewatch.syntax.units import Unit
from trucewatch.syntax.verbs import VerbGroup


@dataclass(slots=True)
class NounPhrase:
    """Units `first..last` (half-open). `prep`: value of the preposition before it; `mods`: its "of" chain.

    `person`: of a subject that only the ending of its verb tells (the units are then the verb's)."""

    first: int
    last: int
    prep: str | None = None
    prep_at: int | None = None
    mods: list[NounPhrase] = field(default_factory=list)
    pronoun: bool = False
    det: str = ""
    person: str = ""
    cases: frozenset[str] = frozenset()
    """In a language with cases: those that the phrase may be in."""
    plural: bool | None = None
    gender: str = ""
    counted: bool = False
    forms: frozenset[tuple[str, bool | None, str]] = frozenset()

    @property
    def end(self) -> int:
        """One past the last unit of the whole chain."""
        return self.mods[-1].end if self.mods else self.last

    def chain(self) -> list[NounPhrase]:
        """The phrase and its "of" phrases, outermost first."""
        found = [self]
        for mod in self.mods:
            found.extend(mod.chain())
        return found

    def covers(self, unit: int) -> bool:
        """Whether the unit stands in this phrase or its chain."""
        return any(part.first <= unit < part.last for part in self.chain())


@dataclass(slots=True)
class Item:
    """One constituent. `kind`: np, vg, date, sub, rel, conj, mark, adv; `at`: first unit."""

    kind: str
    at: int
    end: int
    np: NounPhrase | None = None
    vg: VerbGroup | None = None
    value: str = ""


def find_items(units: Sequence[Unit], groups: Sequence[VerbGroup], dates: Sequence[tuple[int, int]]) -> list[Item]:
    """The sentence as a row of items, parentheses left out, "of" phrases hung on their heads."""
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
        elif at in dated:
            items.append(Item("date", at, dated[at]))
            at = dated[at]
        elif unit.low == "(":
            at = _closing(units, at)
        elif unit.low in _DASHES and (closed := _dashed(units, at, starts)):
            at = closed
        else:
            item = _item_at(units, at, starts, dated)
            items.append(item)
            at = item.end
    return _hang(items, units)


_DASHES = ("-", "–", "—")


def _clings(units: Sequence[Unit], at: int) -> bool:
    """Whether a dash holds to the word on one side alone, as brackets do («—dijo el ministro—»)."""
    left = at > 0 and units[at - 1].end == units[at].start
    right = at + 1 < len(units) and units[at + 1].start == units[at].end
    return at > 0 and left != right


def _bare_figure(unit: Unit) -> bool:
    return unit.pos == "num" and unit.tail != "of" and (unit.kind == "number" or unit.has("numbers:unit", "numbers:scale"))


def _dashed(units: Sequence[Unit], at: int, starts: dict[int, VerbGroup]) -> int:
    """One past an insertion without a verb between dashes that cling to it («el pueblo -para los otros- dijo»); 0 if there is none."""
    if at == 0 or at + 1 >= len(units) or units[at].start == units[at - 1].end or units[at + 1].start != units[at].end:
        return 0
    for i in range(at + 1, min(len(units), at + 20)):
        if i in starts or units[i].low in (".", ";", ":"):
            return 0
        if i > at + 1 and units[i].low in _DASHES and units[i].start == units[i - 1].end:
            return i + 1
    return 0


def _closing(units: Sequence[Unit], at: int) -> int:
    for i in range(at + 1, min(len(units), at + 40)):
        if units[i].low == ")":
            return i + 1
    return at + 1


def _item_at(units: Sequence[Unit], at: int, starts: dict[int, VerbGroup], dated: dict[int, int]) -> Item:
    unit = units[at]
    if unit.pos == "quote":
        return Item("quote", at, at + 1)
    if unit.pos == "punct":
        return Item("mark", at, at + 1, value="," if unit.low in _DASHES and _clings(units, at) else unit.low)
    if unit.pos == "conj":
        return Item("conj", at, at + 1, value=unit.value("words:conj"))
    if unit.pos == "sub":
        return Item("sub", at, at + 1, value=unit.value("words:subord"))
    if unit.pos == "rel":
        return Item("rel", at, at + 1, value=unit.value("words:rel"))
    if unit.pos == "prep":
        return Item("prep", at, at + 1, value=unit.value("words:prep"))
    if unit.pos == "pron":
        return Item("np", at, at + 1, np=NounPhrase(at, at + 1, pronoun=True))
    if unit.pos in ("adv", "say", "modal", "aux", "clitic") or unit.pos == "neg" and not unit.has("words:det"):
        return Item("adv", at, at + 1)
    return _phrase_at(units, at, starts, dated)


def _phrase_at(units: Sequence[Unit], at: int, starts: dict[int, VerbGroup], dated: dict[int, int]) -> Item:
    i, nominal = at, False
    det = units[at].value("words:det") if units[at].has("words:det") else ""
    while i < len(units) and i not in starts and (i not in dated or i == at):
        unit = units[i]
        if unit.lead and i > at:
            break
        if unit.pos == "quote" and not nominal and i > at and (closed := _quoted_adjectives(units, i)):
            i = closed
            continue
        if unit.pos == "det" and nominal and unit.kind != "possessive" and not (units[i - 1].pos == "num" and units[i - 1].tail == "of"):
            break
        if nominal and unit.pos == "num" and _counts_people(units, i):
            break
        if unit.pos == "det" and i > at and _bare_figure(units[i - 1]) and "def" in unit.values("words:det") and not (i + 1 < len(units) and units[i + 1].has("nouns:victim")):
            break  # «cifró en trescientos los soldados que se rindieron», but «elevó a siete los muertos»
        if unit.pos in ("nom", "verb"):
            nominal = True
        elif unit.kind == "possessive" and nominal or unit.pos == "adv" and not nominal and i + 1 < len(units) and units[i + 1].pos in ("nom", "num") or unit.pos == "quote" and i + 1 < len(units) and i > at and _inside_name(units, i):
            pass
        elif unit.pos == "neg" and unit.has("words:det") and not nominal:
            det = "neg"
        elif unit.pos not in ("det", "num"):
            break
        else:
            nominal = nominal or (unit.pos == "num" and False)
        i += 1
    i = max(i, at + 1)
    return Item("np", at, i, np=NounPhrase(at, i, det=det))


def _quoted_adjectives(units: Sequence[Unit], at: int) -> int:
    """One past the mark that closes quoted words before a noun (« un "retrait total et rapide" », a "full and
    immediate" truce); 0 where the mark opens something else."""
    for i in range(at + 1, min(len(units), at + 6)):
        if units[i].pos == "quote":
            return i + 1 if i > at + 1 and i + 1 < len(units) and units[i + 1].pos == "nom" else 0
        if units[i].pos not in ("nom", "conj", "adv"):
            return 0
    return 0


def _counts_people(units: Sequence[Unit], i: int) -> bool:
    """A figure with people or countable acts after it starts a phrase of its own."""
    after = next((u for u in units[i + 1 : i + 4] if u.pos != "num"), None)
    return after is not None and after.has("nouns:person", "nouns:victim", "nouns:unit")


def _inside_name(units: Sequence[Unit], i: int) -> bool:
    """A quotation mark around a short name (« République populaire »), not around a sentence."""
    return units[i + 1].pos in ("nom", "num") and any(u.pos == "quote" for u in units[i + 1 : i + 7]) or (
        any(u.pos == "quote" for u in units[max(0, i - 5) : i])
    )


def _hang(items: list[Item], units: Sequence[Unit]) -> list[Item]:
    """Gives phrases their prepositions and builds "of" chains."""
    out: list[Item] = []
    pending: Item | None = None
    for item in items:
        if pending is None and item.np is not None and item.at > 0 and not item.np.pronoun and _hung_bare(out, item, item.np, units):
            continue
        if item.kind == "prep":
            if pending is not None and item.value == "of" and pending.value != "of" and pending.end == item.at:
                continue  # « par de prétendus écologistes »: the second only opens the phrase
            if pending is not None:
                out.append(Item("adv", pending.at, pending.end))
            pending = item
        elif pending is None:
            out.append(item)
        elif item.kind == "np" and item.np is not None:
            _hang_on(out, pending, item, item.np, units)
            pending = None
        elif item.kind != "quote":
            if item.kind == "vg" and item.vg is not None:
                item.vg.marker = pending.value
            else:
                out.append(Item("sub" if item.kind in ("rel", "sub") else "adv", pending.at, pending.end, value=pending.value))
            out.append(item)
            pending = None
    _join_lists(out, units)
    return out


def _hung_bare(out: list[Item], item: Item, np: NounPhrase, units: Sequence[Unit]) -> bool:
    """A phrase without a preposition word before it: one inside its determiner, or at the end of the word before it.

    Returns whether it became part of the phrase before it; else it has got its preposition, if there is one.
    """
    before, first = units[item.at - 1], units[np.first]
    np.prep = _governed_by(before)
    host = out[-1].np if out else None
    if np.prep is None and before.readings.object and ("of" in first.values("words:prep") or _demonym(first)):
        np.prep = "of"  # « essuyer le feu des forces »
    touching = host is not None and host.end == item.at
    if host is not None and touching and not host.pronoun and first.has("words:det") and "of" in first.values("words:prep"):
        np.prep, np.prep_at = "of", item.at
        _last_of(host).mods.append(np)
        out[-1].end = item.end
        return True
    if host is not None and touching and before.pos == "nom" and before.tail == "of":
        _last_of(host).mods.append(np)
        out[-1].end, np.prep = item.end, "of"
        return True
    if np.prep is None and before.pos == "nom" and touching:
        np.prep = before.tail or None
    if np.prep is None and units[item.at].lead:
        np.prep = units[item.at].lead
    return False


def _hang_on(out: list[Item], opener: Item, item: Item, np: NounPhrase, units: Sequence[Unit]) -> None:
    """A phrase after its preposition: part of the phrase before it ("of"), or one of its own."""
    np.prep, np.prep_at = opener.value, opener.at
    if opener.value == "of" and _continues_of(out):
        out.pop()
        assert out[-1].np is not None
        out[-1].np.mods.append(np)
        out[-1].end = item.end
        return
    before = out[-1] if out else None
    if before is not None and before.np is not None and not before.np.pronoun and (
        opener.value == "of" or opener.value == "for" and units[before.np.last - 1].has("nouns:relay")
    ):
        _last_of(before.np).mods.append(np)
        before.end = item.end
        return
    if opener.value == "of" and units[opener.at].has("words:det"):
        np.prep, np.det = None, units[opener.at].value("words:det")
    out.append(Item("np", opener.at, item.end, np=np))


def _join_lists(out: list[Item], units: Sequence[Unit]) -> None:
    """ « les dirigeants de la Russie, des États-Unis et de la France »: the members of a list go to its head."""
    for k in range(len(out) - 4, -1, -1):
        host, members, i = out[k].np, [], k + 1
        while host is not None and host.mods and host.mods[-1].prep == "of" and i + 1 < len(out):
            np = out[i + 1].np
            if out[i].kind not in ("mark", "conj") or out[i].kind == "mark" and out[i].value != "," or np is None or not _of(np, units):
                break
            members.append(np)
            i += 2
            if out[i - 2].kind == "conj":
                for member in members:
                    member.prep = "of"
                host.mods.extend(members)
                out[k].end = out[i - 1].end
                del out[k + 1 : i]
                break


def _of(np: NounPhrase, units: Sequence[Unit]) -> bool:
    return np.prep == "of" or np.prep is None and np.prep_at is None and units[np.first].has("words:det") and "of" in units[np.first].values("words:prep")


def _demonym(unit: Unit) -> bool:
    return unit.has("name") and all(entry.row.role == "demonym" for entry in unit.by["name"])


def _continues_of(out: list[Item]) -> bool:
    """Whether an "of" phrase after "X of A and" is one more of X."""
    if len(out) < 2 or out[-1].kind != "conj" or out[-1].value != "and":
        return False
    host = out[-2].np
    return host is not None and bool(host.mods) and host.mods[-1].prep == "of"


def _governed_by(before: Unit) -> str | None:
    """The preposition at the end of the phrase just before, or the role of an "according to" before it."""
    if before.pos == "say":
        frames = {row.frame for row in before.rows("say")}
        return "by" if "quoted" in frames and before.tail == "by" else "according" if frames & {"according", "quoted"} else None
    if before.pos in ("verb", "modal", "aux") and before.tail and not before.has("nouns:loss"):
        return before.tail
    return None


def _last_of(np: NounPhrase) -> NounPhrase:
    while np.mods:
        np = np.mods[-1]
    return np
