"""Units: the tokens of a sentence with the longest pack phrases joined and every reading attached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from trucewatch.packs import Entry, Lexicon
from trucewatch.text import Token

_QUOTES = "\"«»“”„"


@dataclass(slots=True)
class Unit:
    """One word or joined phrase. `by` maps an entry class to its entries; `pos` is set by the parser.

    `tail`: the value of a preposition that the phrase ends with (« passer aux mains de »): the next noun phrase is
    governed by it; `lead`: of one that an act phrase starts with (« sous l'égide de »). `glued`: joined by a hyphen.
    """

    i: int
    start: int
    end: int
    low: str
    kind: str
    cap: bool
    by: dict[str, list[Entry]] = field(default_factory=dict)
    pos: str = "x"
    tail: str = ""
    glued: bool = False
    lead: str = ""
    plural: bool = False
    timely: bool = False
    counting: bool = False

    def has(self, *classes: str) -> bool:
        """Whether any of these classes is among the readings."""
        by = self.by
        for cls in classes:  # noqa: SIM110  (a plain loop: this is the hottest line of the engine)
            if cls in by:
                return True
        return False

    def value(self, cls: str) -> str:
        """The value of the first entry of a class, "" without one."""
        entries = self.by.get(cls)
        return str(entries[0].row.value).split("|")[0] if entries else ""

    def values(self, cls: str) -> set[str]:
        """The values of all entries of a class."""
        return {value for entry in self.by.get(cls, ()) for value in str(entry.row.value).split("|")}

    def rows(self, cls: str) -> list[Any]:
        """The rows of all entries of a class."""
        return [entry.row for entry in self.by.get(cls, ())]

    @property
    def tags(self) -> set[str]:
        """The forms that this unit can be as a verb (pres, past, ppart ...)."""
        return {entry.tag for entry in self.by.get("verb", ())} | {
            entry.tag for cls in ("act", "say") for entry in self.by.get(cls, ()) if entry.tag
        }

    @property
    def lemmas(self) -> set[str]:
        """Lemmas of the verb readings."""
        return {str(entry.row) for entry in self.by.get("verb", ())}

    @property
    def quote(self) -> bool:
        """Whether this is a quotation mark."""
        return self.kind == "punct" and self.low in _QUOTES


def find_units(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> list[Unit]:
    """The tokens of one sentence as units: at each token the longest phrase whose capitals fit, else the token."""
    lows = [token.low for token in tokens]
    units: list[Unit] = []
    at = 0
    while at < len(tokens):
        last, entries = _longest(text, tokens, lows, at, lexicon)
        start, end = tokens[at].start, tokens[last - 1].end
        unit = Unit(
            len(units), start, end, " ".join(lows[at:last]),
            tokens[at].kind if last == at + 1 else "word", text[start : start + 1].isupper(),
        )  # fmt: skip
        unit.plural = _looks_plural(unit.low, lexicon.settings)
        unit.glued = start > 0 and at > 0 and text[start - 1] in "-‑" and start - tokens[at - 1].end <= 3
        for entry in entries:
            unit.by.setdefault(entry.cls, []).append(entry)
        digit = unit.low[:1].isdigit()
        unit.counting = digit or any(cls.startswith("numbers:") for cls in unit.by)
        unit.timely = digit or any(cls.startswith("dates:") or cls in ("numbers:unit", "numbers:one") for cls in unit.by)
        if last > at + 1 and unit.has("act", "say") and not unit.has("name", "place", "person"):
            _add_shorter(unit, lows, at, last, lexicon)
        if last > at + 1:
            unit.tail = _preposition(lows[last - 1], lexicon)
            unit.lead = _preposition(lows[at], lexicon) if unit.has("act") else ""
        units.append(unit)
        at = last
    return units


def _looks_plural(low: str, settings: dict[str, Any]) -> bool:
    """A plural by its ending or by the pack's list (settings `plural_endings`, `singular_endings`, `plural_words`)."""
    word = low.rsplit(" ", 1)[-1]
    if word in settings.get("plural_words", ()):
        return True
    return word.endswith(tuple(settings.get("plural_endings", ())) or ("\0",)) and not word.endswith(
        tuple(settings.get("singular_endings", ())) or ("\0",)
    )


def _add_shorter(unit: Unit, lows: list[str], at: int, last: int, lexicon: Lexicon) -> None:
    """Readings of the shorter phrases that start at the same word: a long phrase must not hide its own verb."""
    tagged = any(entry.tag for cls in ("act", "say", "verb") for entry in unit.by.get(cls, ()))
    for match in lexicon.index.find_at(lows, at):
        if match.last >= last or not tagged and match.last == at + 1:
            continue
        for entry in match.payloads:
            if entry.cls in ("act", "verb") and (entry.cls == "verb" or entry.row.pos != "x"):
                unit.by.setdefault(entry.cls, []).append(entry)


def _preposition(word: str, lexicon: Lexicon) -> str:
    for match in lexicon.index.find_at([word], 0):
        for entry in match.payloads:
            if entry.cls == "words:prep":
                return str(entry.row.value).split("|")[0]
    return ""


def _longest(
    text: str, tokens: Sequence[Token], lows: list[str], at: int, lexicon: Lexicon
) -> tuple[int, Sequence[Entry]]:
    if tokens[at].kind == "punct":
        return at + 1, ()
    for match in lexicon.index.find_at(lows, at):
        fitting = match.payloads
        if any(entry.cased for entry in fitting):
            words = text[tokens[at].start : tokens[match.last - 1].end]
            fitting = [entry for entry in fitting if _fits(words, entry.cased)]
            if any(entry.cls == "name" and entry.cased for entry in fitting) and _shouted(text, tokens, words):
                fitting = [entry for entry in fitting if entry.cased]
        if fitting and not (match.last > at + 1 and _swallows_verb(lows[at], fitting, lexicon)):
            return match.last, fitting
    return at + 1, ()


def _shouted(text: str, tokens: Sequence[Token], words: str) -> bool:
    """A word in capitals within a sentence that is not: "US" is a state, "us" is a pronoun."""
    return len(words) > 1 and words.isupper() and not text[tokens[0].start : tokens[-1].end].isupper()


def _swallows_verb(first: str, entries: Sequence[Entry], lexicon: Lexicon) -> bool:
    """A fixed phrase of acts ("killed by a mine") must not hide the verb that clauses are built on."""
    if any(entry.cls != "act" or entry.tag or entry.row.pos != "x" for entry in entries):
        return False
    return any(e.cls == "verb" for match in lexicon.index.find_at([first], 0) for e in match.payloads)


def _fits(words: str, cased: str) -> bool:
    if not cased:
        return True
    if cased == "all":
        return words == words.upper() or words.istitle() and len(words) > 3
    return words[:1].isupper() or words[:1].isdigit()
