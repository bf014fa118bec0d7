"""Parts of speech: which of the words that may be verbs are verbs in this sentence."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.syntax.units import Unit

_OPENERS = (",", "-", "–", "—", "”", "»", '"')
"""Marks after which a reporting clause may start."""


def tag_units(units: Sequence[Unit]) -> None:
    """Gives every unit its part of speech in this sentence (`Unit.pos`)."""
    for unit in units:
        unit.pos = first_guess(unit)
    for unit in units:
        if unit.pos in ("prep", "adv", "sub") and (unit.has("numbers:atleast", "numbers:atmost", "numbers:about") and _figure_next(units, unit.i) or _opens_figures(units, unit)):
            unit.pos = "num"
        if unit.pos == "conj" and unit.has("words:adv") and unit.i and units[unit.i - 1].pos in ("neg", "aux"):
            unit.pos = "adv"  # "has not yet withdrawn"
        if unit.pos == "verb?":
            unit.pos = "verb" if _is_verb(units, unit.i) else "nom"
        elif unit.pos in ("det", "num") and unit.has("words:pron") and not unit.has("words:clitic") and _plain_verb_next(units, unit.i):
            unit.pos = "pron"
        elif unit.pos in ("det", "pron", "prep") and unit.has("words:clitic", "words:pron") and _next_is_verb(units, unit.i):
            unit.pos = _object_pronoun(unit)


def _object_pronoun(unit: Unit) -> str:
    """What a word before a verb is: "clitic", unless it may as well be the subject ("nous", "vous")."""
    subject_too = unit.values("words:pron") & {"1s", "1p", "2p", "3s", "3p"}
    return "clitic" if unit.pos == "det" or unit.has("words:clitic") and not subject_too else unit.pos


def first_guess(unit: Unit) -> str:
    if unit.kind == "punct":
        return "quote" if unit.quote else "punct"
    if unit.kind == "number":
        return "num"
    by = unit.by
    if not by:
        return "adv" if unit.readings.adverb and not unit.cap else "nom"
    if "words:aux" in by and "words:pron" not in by:
        return "aux"
    if "words:modal" in by and not (unit.cap and "dates:month" in by):
        return "modal"
    if "words:clitic" in by and unit.values("words:pron") == {"refl"}:
        return "clitic"
    for cls, pos in _CLOSED:
        if cls in by:
            return pos
    if unit.cap and ("name" in by or "person" in by or "place" in by):
        return "nom"
    if "verb" in by or any(e.tag for c in ("act", "say") for e in by.get(c, ())):
        return "verb?"
    if "words:adv" in by or "words:hedge" in by or "words:irrealis" in by:
        return "adv"
    if any(c.startswith("numbers:") for c in by):
        return "num"
    if "say" in by and not any(e.row.frame == "noun" for e in by["say"]):
        return "say"
    return "nom"


_CLOSED = (
    ("words:neg", "neg"), ("words:det", "det"), ("words:rel", "rel"), ("words:subord", "sub"),
    ("words:prep", "prep"), ("words:conj", "conj"), ("words:pron", "pron"), ("words:clitic", "clitic"),
    ("words:quant", "num"),
)  # fmt: skip


def _beside(units: Sequence[Unit], at: int, step: int) -> Unit | None:
    """The nearest unit on one side that is no adverb or quotation mark."""
    at += step
    while 0 <= at < len(units):
        if units[at].pos not in ("adv", "quote"):
            return units[at]
        at += step
    return None


def _next_is_verb(units: Sequence[Unit], at: int) -> bool:
    follower = _beside(units, at, 1)
    if follower is None:
        return False
    if follower.pos in ("aux", "modal"):
        return True
    if units[at].has("words:det") and at and units[at - 1].pos == "aux" and "inf" not in follower.tags:
        return False  # « ont été la cible »
    return follower.pos in ("verb", "verb?") and bool(follower.tags & {"pres", "impf", "past", "fut", "cond"}) and not _nounish(follower)


def _opens_figures(units: Sequence[Unit], unit: Unit) -> bool:
    """ "between" before two figures and what they count, after another preposition («hirió a entre cinco y ocho»)."""
    behind = units[unit.i - 1].pos == "prep" if unit.i else False
    return behind and "open" in unit.values("numbers:range") and unit.has("words:prep") and _figure_next(units, unit.i)


def _figure_next(units: Sequence[Unit], at: int) -> bool:
    """Whether a figure follows ("about 4,000", "over a dozen")."""
    follower = units[at + 1] if at + 1 < len(units) else None
    if follower is not None and follower.has("words:det") and at + 2 < len(units):
        follower = units[at + 2] if units[at + 2].has("numbers:approx", "numbers:scale") else follower
    return follower is not None and (follower.kind == "number" or follower.has("numbers:unit", "numbers:vague", "numbers:approx", "numbers:scale")) and follower.pos != "date"


def _plain_verb_next(units: Sequence[Unit], at: int) -> bool:
    """ "both called on ...": a word that can be nothing but a finite verb follows."""
    follower = units[at + 1] if at + 1 < len(units) else None
    return follower is not None and follower.pos in ("verb?", "aux", "modal") and not _nounish(follower) and bool(
        follower.pos != "verb?" or follower.tags & {"past", "pres"} and "part" not in follower.tags
    )


def _nounish(unit: Unit) -> bool:
    return any(c.startswith(("nouns:", "weapons:")) or c in ("name", "words:adj") for c in unit.by) or any(
        e.row.pos == "n" for e in unit.by.get("act", ())
    )


def _is_verb(units: Sequence[Unit], at: int) -> bool:
    """Verb or noun, by what stands on both sides."""
    unit = units[at]
    if unit.glued and unit.tags & {"ppart", "part"}:
        return False
    tags, nounish = unit.tags, _nounish(unit)
    if " " in unit.low and tags & {"pres", "past", "impf"} and not nounish:
        return True
    before, after = _beside(units, at, -1), _beside(units, at, 1)
    if "ppart" in tags and before is not None and before.low == "," and _after_insertion(units, before.i):
        return True
    if before is not None and before.low == "," and before.i and units[before.i - 1].has("words:pron") and not units[before.i - 1].has("words:det", "words:clitic"):
        return bool(tags & {"pres", "past", "fut", "cond"})
    if nounish and "pres" in tags and unit.has("say") and (_source_alone(units, before) or _as_told(units, at)):
        return True
    if before is None:
        return not nounish or bool(tags & {"part"} and after is not None and after.pos in ("det", "num"))
    if before.pos in ("aux", "modal", "clitic", "neg", "rel") or (before.pos == "pron" and not before.has("words:det")):
        return not (before.pos == "neg" and nounish and before.has("words:det")) and not (before.pos == "aux" and tags == {"pres"} and nounish)
    if before.has("words:infmark") or ("inf" in tags and "pres" not in tags and before.pos in ("prep", "sub")):
        return "inf" in tags and not (nounish and not before.has("words:infmark"))
    if before.has("words:rel") and "past" in tags:
        return True
    if {"inf", "pres"} <= tags and "past" not in tags and _singular(units, before):
        return False
    if nounish and not before.plural and _demonym(before):
        return False
    if nounish and before.has("name") and before.i and (units[before.i - 1].pos == "det" or units[before.i - 1].pos == "prep" and any(row.role == "force" for row in before.rows("name"))):
        return False
    if unit.readings.that and tags & {"pres", "past"} and before.pos == "nom" and not any(u.pos in ("verb", "aux", "modal") for u in units[:at]):
        return True  # "the ministry of X demands that ..."
    if tags == {"part"} and not before.plural and _demonym(before) and after is not None and after.has("nouns:body", "nouns:person"):
        return False  # "the opposing forces"
    if before.pos in ("det", "num") or before.kind == "possessive" or before.has("words:adj") and before.pos == "nom" and nounish:
        return tags == {"part"} and not nounish and after is not None and after.pos in ("det",)
    if before.pos in ("prep", "sub") and "part" in tags:
        return not nounish or (after is not None and after.pos in ("det", "num", "pron") or _names(after)) or _charged(units, at, before, after)
    if before.pos == "prep":
        return not nounish and "part" in tags
    if not nounish:
        return True
    return _verb_between(units, at, tags)


def _charged(units: Sequence[Unit], at: int, before: Unit, after: Unit | None) -> bool:
    """ "accused the forces of shelling residential areas": what someone is accused of, with an object."""
    if "of" not in before.values("words:prep") or after is None or after.pos != "nom":
        return False
    governor = next((u for u in reversed(units[: before.i]) if u.pos in ("verb", "verb?")), None)
    return governor is not None and any(row.frame == "accuse" for row in governor.rows("say"))


def _source_alone(units: Sequence[Unit], before: Unit | None) -> bool:
    """A name that opens its clause before a word of saying (", Interfax reports")."""
    if before is None or not (before.cap or before.has("nouns:body")) or not before.has("source", "person", "surname", "nouns:body") and not (before.pos == "nom" and not before.by):
        return False
    first = before.i
    while before.has("nouns:body") and first and units[first - 1].pos in ("nom", "det") and units[first - 1].kind == "word":
        first -= 1  # ", the defence ministry of A reports"
    return first > 0 and units[first - 1].low in _OPENERS


def _as_told(units: Sequence[Unit], at: int) -> bool:
    """ "As the ministry reports, ..."."""
    if at + 1 >= len(units) or units[at + 1].low != ",":
        return False
    for unit in reversed(units[max(0, at - 8) : at]):
        if unit.has("words:subord") and unit.has("words:prep"):
            return unit.i == 0 or units[unit.i - 1].kind == "punct"
        if unit.pos not in ("nom", "det") and not (unit.pos == "prep" and "of" in unit.values("words:prep")):
            return False
    return False


def _demonym(unit: Unit) -> bool:
    return unit.has("name") and all(entry.row.role == "demonym" for entry in unit.by["name"])


def _singular(units: Sequence[Unit], noun: Unit) -> bool:
    """A noun that cannot be the subject of a bare form ("the total number", not "the rebels number")."""
    if noun.pos != "nom" or noun.plural or noun.has("nouns:person", "nouns:body"):
        return False
    return not any(u.pos == "conj" for u in units[max(0, noun.i - 4) : noun.i])


def _names(unit: Unit | None) -> bool:
    return unit is not None and unit.cap and unit.has("name", "person", "place")


def _verb_between(units: Sequence[Unit], at: int, tags: frozenset[str]) -> bool:
    """A word that may be noun or verb after a noun: a verb if no other verb follows before the clause ends."""
    before, after = _beside(units, at, -1), _beside(units, at, 1)
    if tags <= {"ppart", "past"} or "past" in tags and "pres" not in tags:
        return True
    if tags == {"part"}:
        told = before is not None and before.has("say") and _names(after)
        return told or after is not None and after.pos in ("det", "num", "pron")
    if "pres" not in tags or before is None or before.pos == "punct":
        return False
    for unit in reversed(units[max(0, at - 8) : at]):
        if unit.pos in ("punct", "sub", "rel", "conj"):
            break
        if unit.pos in ("aux", "modal") or unit.pos == "verb" and unit.tags & {"pres", "past"}:
            return False
    for unit in units[at + 1 : at + 7]:
        if unit.pos in ("punct", "sub", "rel", "conj"):
            break
        if units[unit.i - 1].pos == "det" and _nounish(unit) or units[unit.i - 1].has("words:infmark") and "inf" in unit.tags:
            continue
        if unit.pos in ("aux", "modal") or unit.pos in ("verb", "verb?") and unit.tags & {"pres", "past", "fut"} and not (unit.tags & {"ppart"} and not _nounish(unit) and unit.pos == "verb?" and "past" not in unit.tags):
            return False
    if after is not None and after.low == "," and before.cap and before.has("name", "person", "nouns:body"):
        return any(u.low == "," for u in units[after.i + 1 : after.i + 9])
    return after is None or after.pos in ("det", "num", "prep", "pron", "nom", "adv", "sub", "verb?")


def _after_insertion(units: Sequence[Unit], at: int) -> bool:
    """Whether the comma at `at` closes an insertion right after an auxiliary."""
    for i in range(at - 1, max(0, at - 7), -1):
        if units[i].low == ",":
            return units[i - 1].pos == "aux"
        if units[i].kind == "punct" and not units[i].quote or units[i].pos in ("verb", "aux"):
            return False
    return False
