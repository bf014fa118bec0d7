"""Word forms of a language with cases, read by a morphological dictionary when a pack asks for one (`morphology`).

A pack of such a language holds lemmas. Words of a text are traced back to them ("обстрелянных" -> "обстрелять",
a passive participle in the genitive plural), so no table of forms is built when the pack is loaded and every form
of every word is known; decisions/0006 says why. What has been read is kept, up to `_REMEMBERED` words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

_REMEMBERED = 50_000
_CASES = {
    "nomn": "nom", "gent": "gen", "datv": "dat", "accs": "acc", "ablt": "ins", "loct": "loc", "voct": "nom",
    "gen2": "gen", "acc2": "acc", "loc2": "loc", "gen1": "gen",
}  # fmt: skip
_EVERY_CASE = ("nom", "gen", "dat", "acc", "ins", "loc")
_POS = {
    "NOUN": "noun", "ADJF": "adj", "ADJS": "short", "PRTF": "adj", "PRTS": "verb", "VERB": "verb", "INFN": "verb",
    "GRND": "verb", "NUMR": "num", "NPRO": "pron", "ADVB": "adv", "PRCL": "adv", "INTJ": "adv", "COMP": "adv", "PRED": "adv",
    "CONJ": "conj", "PREP": "prep",
}  # fmt: skip
_YO = str.maketrans("ёЁ", "еЕ")
Keyed = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of one word. `pos`: noun, adj (participles too), short, verb, num, pron, adv, conj, prep.

    `case`: nom, gen, dat, acc, ins, loc or "". `gender`: m, f, n or "". `tags`: as a verb (packs.md); `weight`: how
    likely the reading is. `name`: a proper name of a person or place; `transitive`: a verb that takes an object.
    """

    pos: str
    lemma: str
    case: str = ""
    plural: bool | None = None
    gender: str = ""
    animate: bool | None = None
    tags: tuple[str, ...] = ()
    person: str = ""
    weight: float = 1.0
    name: bool = False
    transitive: bool = False
    own: str = ""


class Inflection:
    """Forms and lemma keys of the words of one language, by pymorphy3.

    `letters`: the letters of the language; a word with others has every case. `reflexive`: endings that make a verb passive or middle; `own`: says of a lemma with such an ending whether it is
    a verb by itself ("to remain") and no passive.
    """

    def __init__(self, letters: str, reflexive: Sequence[str], own: Callable[[str], bool]) -> None:
        from pymorphy3 import MorphAnalyzer

        self._analyser: Any = MorphAnalyzer()
        self._letters = frozenset(letters)
        self._reflexive = tuple(reflexive)
        self._own = own
        self._forms: dict[str, tuple[Form, ...]] = {}
        self._keys: dict[str, tuple[Keyed, ...]] = {}
        self._transitive: dict[str, bool] = {}

    def forms(self, low: str) -> tuple[Form, ...]:
        """All readings of a folded word, the likeliest first; a word of another script has every case."""
        held = self._forms.get(low)
        if held is None:
            if len(self._forms) >= _REMEMBERED:
                self._forms.clear()
            held = self._forms[low] = tuple(self._read(low)) if self.inflects(low) else _unchanging(low)
        return held

    def inflects(self, low: str) -> bool:
        """Whether a word is written in the letters of the language."""
        return (low[:1] in self._letters or low[:1].isdigit()) and low[-1:] in self._letters

    def phrase_forms(self, lows: Sequence[str]) -> tuple[Form, ...]:
        """The forms of a phrase: those of its first noun that its adjectives agree with; none after a preposition."""
        state: list[Form] = []
        for n, low in enumerate(lows):
            forms = self.forms(low)
            if n + 1 < len(lows) and not state and not self.knows(low) and any(form.pos == "adj" for form in self.forms(lows[n + 1])):
                continue  # the unchanging first part of a compound
            if not state and any(form.pos == "prep" for form in forms[:1]):
                return ()
            if not state and any(form.tags and form.pos == "verb" for form in forms[:1]):
                return tuple(form for form in forms if form.tags)
            nominal = [form for form in forms if form.case]
            if not nominal and not state:
                continue
            agreeing = [form for form in nominal if any(agree(form, other) for other in state)] if state else nominal
            if not agreeing:
                break
            state = agreeing
            if any(form.pos == "noun" for form in agreeing):
                return tuple(form for form in agreeing if form.pos == "noun")
        return tuple(state)

    def keys(self, low: str) -> tuple[Keyed, ...]:
        """What patterns may call a word: (itself or one of its lemmas, its tags as a verb)."""
        held = self._keys.get(low)
        if held is None:
            if len(self._keys) >= _REMEMBERED:
                self._keys.clear()
            found: dict[str, dict[str, None]] = {low: {}}
            for form in self.forms(low):
                if form.tags:
                    found.setdefault("v:" + form.lemma, {}).update(dict.fromkeys(form.tags))
                if form.pos in ("noun", "adj", "num", "pron", "short"):
                    found.setdefault("n:" + (form.own or form.lemma), {})
            held = self._keys[low] = tuple((key, tuple(tags)) for key, tags in found.items())
        return held

    def first_lemma(self, low: str) -> str:
        """The likeliest lemma of a word: how companions of several words are compared."""
        forms = self.forms(low)
        return (forms[0].lemma if forms else low)

    def lemma_keys(self, word: str) -> tuple[str, ...]:
        """The keys under which every form of a noun, adjective or name is found, for a word in its base form."""
        forms = self.forms(word)
        base = [f for f in forms if f.case == "nom" and f.pos in ("noun", "adj", "num", "pron")]
        return tuple(dict.fromkeys("n:" + (f.own or f.lemma) for f in base)) or (word,)

    def knows(self, word: str) -> bool:
        """Whether the dictionary holds the word in this form."""
        return bool(self._analyser.word_is_known(word))

    def is_verb(self, lemma: str) -> bool:
        """Whether the dictionary has a verb with this infinitive, or an adjective with a short form."""
        return any("inf" in form.tags or form.pos == "adj" and form.case == "nom" for form in self.forms(lemma))

    def _read(self, low: str) -> list[Form]:
        found: list[Form] = []
        strange = False
        seen: set[tuple[object, ...]] = set()
        for parse in self._analyser.parse(low if low[0] in self._letters else low.rpartition("-")[2]):
            tag = parse.tag
            pos = _POS.get(str(tag.POS or ""), "")
            if not pos:
                continue
            known = bool(parse.is_known)
            strange = strange or not known
            lemma = str(parse.normal_form).translate(_YO)
            if pos == "verb" or tag.POS == "PRTF":
                found.extend(self._verb(parse, lemma, pos))
                continue
            if pos == "short":
                if known:  # a predicate: "(is) ready"
                    found.append(Form("verb", lemma, "", _plural(tag), _gender(tag), None, ("pres", "short"), "", float(parse.score)))
                continue
            cases = _EVERY_CASE if "Fixd" in tag else (_CASES.get(str(tag.case), "") if tag.case else "",)
            for case in cases:
                fixed = "Fixd" in tag
                form = Form(
                    pos, lemma, case, None if fixed and "Abbr" in tag else _plural(tag), "" if fixed else _gender(tag), "anim" in tag if pos != "adj" else _adjective_life(tag),
                    (), "", float(parse.score), "Geox" in tag or "Surn" in tag or "Name" in tag or not known,
                )  # fmt: skip
                key = (pos, lemma, case, form.plural, form.gender, form.animate)
                if key not in seen:
                    seen.add(key)
                    found.append(form)
        now = {form.lemma for form in found if "pres" in form.tags}
        found = [form for form in found if not ("fut" in form.tags and form.lemma in now)]
        short = sum(form.weight for form in found if "short" in form.tags)
        if short and (any(form.pos == "adv" for form in found) or short < sum(form.weight for form in found if form.pos == "noun" and not form.name)):
            found = [form for form in found if "short" not in form.tags or "passive" in form.tags]
        if not any(form.case for form in found) and not any(form.tags or form.pos in ("adv", "conj", "prep") for form in found):
            return list(_unchanging(low))
        if strange and found and not any(form.tags or form.pos in ("adv", "conj", "prep") or not form.name for form in found):
            met = {form.case for form in found}
            if found[0].case in ("nom", "acc") and "nom" in met:
                found.extend(form for form in _unchanging(low) if form.case not in met)  # a strange name may not be declined
            elif "nom" not in met:
                found.extend(form for form in _unchanging(low) if form.case == "nom")  # or it is a nominative that no guess came to
        return found

    def _verb(self, parse: Any, lemma: str, pos: str) -> list[Form]:
        tag = parse.tag
        if str(tag.mood or "") == "impr" and "excl" in tag and parse.score < 0.9:
            return []
        if tag.POS == "PRTS" and "pres" in tag:
            return []  # the first person plural is meant
        tags = _verb_tags(tag)
        transitive = "tran" in tag
        base = self._base(lemma)
        if base is not None:
            tags = (*dict.fromkeys("ppart" if t == "part" and tag.POS == "PRTF" else t for t in tags), *(("passive",) if tag.POS not in ("PRTF",) else ()))
            lemma, transitive = base, False
        own = _base_participle(parse) if tag.POS == "PRTF" else ""
        case = _CASES.get(str(tag.case), "") if tag.case else ""
        return [Form(
            pos, lemma, case, _plural(tag), _gender(tag), _adjective_life(tag) if tag.POS == "PRTF" else None, tags,
            str(tag.person or "")[:1], float(parse.score), False, transitive, own,
        )]  # fmt: skip

    def _base(self, lemma: str) -> str | None:
        """The verb whose passive a reflexive one is; None for verbs that are their own."""
        ending = next((e for e in self._reflexive if lemma.endswith(e)), None)
        if ending is None or self._own(lemma):
            return None
        base = lemma[: -len(ending)]
        known = self._transitive.get(base)
        if known is None:
            known = self._transitive[base] = any("tran" in p.tag and p.tag.POS == "INFN" for p in self._analyser.parse(base) if p.is_known)
        return base if known else None


def _base_participle(parse: Any) -> str:
    """A full participle in the nominative of the masculine singular."""
    other = parse.inflect({"sing", "masc", "nomn"})
    return str(other.word).translate(_YO) if other is not None else ""


def agree(a: Form, b: Form) -> bool:
    """Whether two readings may stand for one thing: same case, number and, in the singular, gender."""
    if a.case != b.case or a.plural is not None and b.plural is not None and a.plural != b.plural:
        return False
    if a.case == "acc" and a.animate is not None and b.animate is not None and a.animate != b.animate and "f" not in (a.gender, b.gender):
        return False
    return bool(a.plural or b.plural) or not a.gender or not b.gender or a.gender == b.gender


def _unchanging(low: str) -> tuple[Form, ...]:
    return tuple(Form("noun", low, case, None, "", None, (), "", 1 / 6, True) for case in _EVERY_CASE)


def _verb_tags(tag: Any) -> tuple[str, ...]:
    pos = str(tag.POS)
    if pos == "INFN":
        return ("inf",)
    if pos == "GRND":
        return ("part",)
    if pos == "PRTS":
        return ("past", "short", "passive")
    if pos == "PRTF":
        return ("ppart",) if "pssv" in tag else ("part",)
    if str(tag.mood or "") == "impr":
        return ("subj",)
    return ({"past": "past", "pres": "pres", "futr": "fut"}.get(str(tag.tense or ""), "pres"),)


def _plural(tag: Any) -> bool | None:
    return None if tag.number is None else str(tag.number) == "plur"


def _gender(tag: Any) -> str:
    return {"masc": "m", "femn": "f", "neut": "n"}.get(str(tag.gender or ""), "")


def _adjective_life(tag: Any) -> bool | None:
    return True if "anim" in tag else False if "inan" in tag else None
