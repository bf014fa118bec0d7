"""Word forms from paradigms: verbs by tense, nouns and adjectives by number and gender."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from trucewatch.packs.inflection import Inflection
from trucewatch.packs.tables import Row


def _parse_forms(cell: str) -> dict[str, tuple[str, ...]]:
    forms: dict[str, tuple[str, ...]] = {}
    for part in cell.split(","):
        if "=" in part:
            tag, endings = part.split("=", 1)
            forms[tag.strip()] = tuple(e.strip() for e in endings.split("|"))
    return forms


@dataclass(frozen=True, slots=True)
class Paradigm:
    """Cut `ending` off the lemma, add each ending of `forms`."""

    name: str
    kind: str
    ending: str
    forms: dict[str, tuple[str, ...]]

    def expand(self, lemma: str) -> Iterator[tuple[str, str]]:
        """All (form, tag) of the lemma."""
        stem = lemma[: len(lemma) - len(self.ending)] if self.ending else lemma
        for tag, endings in self.forms.items():
            for ending in endings:
                yield stem + ending, tag


class Morphology:
    """The paradigms and verbs of one language."""

    def __init__(self, paradigms: list[Row], verbs: list[Row], settings: dict[str, Any] | None = None) -> None:
        self.inflection = _inflection(settings or {}, verbs)
        self.paradigms = [Paradigm(r["name"], r["kind"], r["ending"], _parse_forms(r["forms"])) for r in paradigms]
        self._by_name = {p.name: p for p in self.paradigms}
        self.verbs: dict[str, tuple[tuple[str, str], ...]] = {}
        for row in verbs:
            for lemma in row.many("lemma"):
                self.verbs[lemma] = self._conjugate(lemma, row)

    def _conjugate(self, lemma: str, row: Row) -> tuple[tuple[str, str], ...]:
        forms = dict.fromkeys([("inf", lemma)])
        own = _parse_forms(row["forms"])
        paradigm = self._by_name.get(row["paradigm"])
        if paradigm is not None:
            forms.update(dict.fromkeys((tag, form) for form, tag in paradigm.expand(lemma) if tag not in own))
        forms.update(dict.fromkeys((tag, form) for tag, group in own.items() for form in group))
        return tuple((form, tag) for tag, form in forms if form)

    def _first(self, kind: str, word: str) -> Paradigm | None:
        return next((p for p in self.paradigms if p.kind == kind and word.endswith(p.ending)), None)

    def inflect(self, word: str) -> tuple[str, ...]:
        """The word with its plural and, where the language has them, the forms of an adjective."""
        forms = {word: None}
        for kind in ("noun", "adj"):
            paradigm = self._first(kind, word)
            if paradigm is not None:
                forms.update(dict.fromkeys(form for form, _ in paradigm.expand(word)))
        return tuple(forms)

    def inflect_adjective(self, word: str) -> tuple[str, ...]:
        """Every gender and number of an adjective given in its base form."""
        paradigm = self._first("adj", word)
        forms = dict.fromkeys([word, *(f for f, _ in paradigm.expand(word))] if paradigm else [word])
        noun = self._first("noun", word)
        if noun is not None and paradigm is None:
            forms.update(dict.fromkeys(f for f, _ in noun.expand(word)))
        return tuple(forms)


def _inflection(settings: dict[str, Any], verbs: list[Row]) -> Inflection | None:
    """The dictionary of forms that the pack's `morphology` setting asks for; the verbs of its table are their own."""
    if settings.get("morphology") != "pymorphy3":
        return None
    own = frozenset(lemma for row in verbs for lemma in row.many("lemma"))
    return Inflection(str(settings.get("letters", "")), tuple(settings.get("reflexive", ())), own.__contains__)
