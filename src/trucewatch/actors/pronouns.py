"""Pronouns as parties: whom they take up."""

from __future__ import annotations

from trucewatch.actors.cast import Cast, Mention
from trucewatch.syntax import NounPhrase, Parse, Unit


def read_pronoun(np: NounPhrase, parse: Parse, cast: Cast) -> Mention | None:
    unit = parse.units[np.first]
    values = frozenset((np.person,)) if np.person else unit.values("words:pron") or _person_of_verb(unit)
    if "obj" in values and np.first and parse.units[np.first - 1].pos == "say":
        values = values | {"3s"}  # « selon lui »: whom the sentence before spoke of
    base: Mention | None = None
    if values & {"1s", "1p"}:
        base = cast.speaker or cast.issuer
    elif values & {"3p", "3s"} and cast.local is not None:
        base = "3p" in values and _met_after(cast.local, unit, cast) or cast.local
    elif "3p" in values:
        subject = cast.subject
        many = subject is not None and (subject.plural or subject.head in ("body", "person") and subject.sector in ("MIL", "REB", "POL", "PKF"))
        base = subject and _met_after(subject, unit, cast) or (subject if many else cast.last(plural=True) or subject)
    elif values & {"3s"}:
        base = cast.subject if cast.subject is not None and not cast.subject.plural else cast.last(plural=False)
        base = base or cast.last()
    elif values & {"dem"}:
        base = cast.last()
    if cast.group and (unit.has("words:quant") and "both" in unit.values("words:quant") or "3p" in values and cast.subject is not None and any(cast.subject.party == g for g in cast.group)):
        return Mention(cast.group[0], "", unit.start, unit.end, "pronoun", True, inherited=True, many=cast.group)
    if base is None or values <= {"refl", "indef", "obj", "poss"} and not values & {"3s", "3p", "1s", "1p", "dem"}:
        return None
    return Mention(
        base.code, base.sector, unit.start, unit.end, "pronoun", base.plural, base.human, base.civilian,
        row=base.row, word=base.word, inherited=True, many=base.many,
    )  # fmt: skip


def _person_of_verb(unit: Unit) -> frozenset[str]:
    """A verb in the first person stands for its own subject ("(we) stress that ...")."""
    persons = {form.person for form in unit.readings.forms if form.tags}
    return frozenset(("1p",)) if "1" in persons else frozenset()


def _met_after(subject: Mention, pronoun: Unit, cast: Cast) -> Mention | None:
    """Several parties named between a single subject and "they" ("the command met both sides and asked that they ...")."""
    met = cast.last(plural=True) if not subject.plural else None
    return met if met is not None and subject.end <= met.start < pronoun.start else None
