"""Agreement of verbs and participles with nouns, where forms tell."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.packs import Form
from trucewatch.syntax.phrases import NounPhrase
from trucewatch.syntax.units import Unit
from trucewatch.syntax.verbs import VerbGroup

_SOMEBODY = ("nouns:body", "nouns:person", "nouns:office", "nouns:side", "nouns:relay", "name", "person", "surname", "nouns:victim", "source")


def fits(participle: Unit, np: NounPhrase) -> bool:
    return any(
        f.case == case and (f.plural is None or plural is None or f.plural == plural) and (f.plural or not f.gender or not gender or f.gender == gender)
        for f in participle.readings.forms if f.tags and f.case for case, plural, gender in np.forms
    ) or np.counted and any(f.case for f in participle.readings.forms if f.tags and f.plural)  # fmt: skip


def same_number(form: Form, np: NounPhrase) -> bool:
    if np.counted:
        return True
    return any(
        (plural is None or form.plural is None or plural == form.plural) and (bool(plural) or not gender or not form.gender or gender == form.gender)
        for _, plural, gender in np.forms
    )


def subject_score(units: Sequence[Unit], group: VerbGroup, verb: Unit, row: list[NounPhrase], *, before: bool, alone: bool) -> float | None:
    np = row[0]
    if np.pronoun and units[np.first].has("say"):
        return None  # "in his words"
    if np.pronoun:
        values = units[np.first].values("words:pron")
        forms = units[np.first].readings.forms
        nominative = any(f.case == "nom" and f.pos == "pron" for f in forms) or not any(f.pos == "pron" for f in forms)
        if not nominative or values & {"refl", "obj"}:
            return None
        return 3.0 if agrees(verb, np, joined=len(row) > 1) else None
    genitive = "nom" not in np.cases
    if genitive and not ("gen" in np.cases and group.passive and group.negated):
        return None
    if not genitive and not agrees(verb, np, joined=len(row) > 1):
        return None
    words = units[np.first : np.last]
    somebody = np.counted or any(u.has(*_SOMEBODY) for u in words)
    transitive = any(f.transitive for f in verb.readings.forms if f.tags) and not group.passive
    score = 1.0
    if "acc" not in np.cases or not transitive:
        score += 1.5
    if somebody:
        score += 0.8
    if before:
        score += 0.5
    if "acc" in np.cases and transitive:
        score -= (0.0 if before else 0.3) if somebody else (0.4 if before and not alone else 0.7 if not before else 0.0)
    if transitive and "acc" in np.cases and alone and not somebody and (not before or not words[0].cap):
        score -= 1.2
    return score if score > 0.55 or not transitive else None


def agrees(verb: Unit, np: NounPhrase, *, joined: bool) -> bool:
    forms = [f for f in verb.readings.forms if f.tags and not f.case and "inf" not in f.tags and "part" not in f.tags]
    if not forms:
        return True
    for form in forms:
        if form.person in ("1", "2") and not np.pronoun:
            continue
        if form.plural is None or np.counted and (form.plural or form.gender in ("n", "") or not form.plural and form.gender == np.gender):
            return True
        if joined and form.plural:
            return True
        if np.pronoun and not np.forms:
            return True
        for case, plural, gender in np.forms or ((("nom"), np.plural, np.gender),):
            if case not in ("nom", "gen"):
                continue
            if case == "gen" and not ("n" in form.gender or form.plural is False and not form.gender):
                continue
            if case == "gen" or (plural is None or plural == form.plural) and (form.plural or not form.gender or not gender or form.gender == gender):
                return True
    return False
