"""Units: the tokens of a sentence with the longest pack phrases joined and every reading attached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from trucewatch.packs import Entry, Form, Lexicon
from trucewatch.text import Token

_QUOTES = "\"«»“”„"


@dataclass(slots=True)
class Readings:
    """What a word or phrase may be, whatever text it stands in; shared by all units of the same words.

    `by` maps an entry class to its entries. `tail`: the value of a preposition that the phrase ends with
    (« passer aux mains de »): the next noun phrase is governed by it; `lead`: of one that an act phrase starts with
    (« sous l'égide de »). `counting`, `timely`: may stand in a figure, in a date. `aux`: a joined phrase that starts with
    an auxiliary (« seraient morts »); `object`: one that ends with its own object ("opened fire"); `that`: one that ends with the word that opens reported content ("demanded that").
    `adverb`: an unknown word that ends like an adverb (setting `adverb_endings`). `shorter`: words of a shorter phrase that an entry (by its id) stands for.
    """

    low: str
    by: dict[str, list[Entry]]
    tail: str = ""
    lead: str = ""
    plural: bool = False
    timely: bool = False
    that: bool = False
    adverb: bool = False
    object: bool = False
    counting: bool = False
    aux: bool = False
    shorter: dict[int, int] = field(default_factory=dict)
    notes: dict[str, Any] = field(default_factory=dict)
    """What later stages keep here about the words, by stage."""
    values: dict[str, frozenset[str]] = field(default_factory=dict)
    tags: frozenset[str] | None = None
    forms: tuple[Form, ...] = ()
    """In a language with cases: the readings of the word, or of the head of the phrase."""
    rest: tuple[str, ...] = ()
    """As `words`, without the first word of a phrase."""
    words: tuple[str, ...] = ()
    """The words, and in a language with cases what patterns may call them."""
    line: str = ""
    """The words as companions are looked up in: as printed, or their lemmas."""


_NOTHING: frozenset[str] = frozenset()


@dataclass(slots=True)
class Unit:
    """One word or joined phrase of a sentence; `pos` is set by the parser. `glued`: joined by a hyphen."""

    i: int
    start: int
    end: int
    kind: str
    cap: bool
    readings: Readings
    by: dict[str, list[Entry]]
    low: str
    pos: str = "x"
    glued: bool = False

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

    def values(self, cls: str) -> frozenset[str]:
        """The values of all entries of a class."""
        if cls not in self.by:
            return _NOTHING
        held = self.readings.values.get(cls)
        if held is None:
            held = frozenset(value for entry in self.by[cls] for value in str(entry.row.value).split("|"))
            self.readings.values[cls] = held
        return held

    def length(self, entry: Entry) -> int:
        """Words of the phrase by which an entry was found."""
        return self.readings.shorter.get(id(entry)) or self.low.count(" ") + 1

    def rows(self, cls: str) -> list[Any]:
        """The rows of all entries of a class."""
        entries = self.by.get(cls)
        return [entry.row for entry in entries] if entries else []

    @property
    def tags(self) -> frozenset[str]:
        """The forms that this unit can be as a verb (pres, past, ppart ...)."""
        held = self.readings.tags
        if held is None:
            held = self.readings.tags = frozenset(entry.tag for entry in self.by.get("verb", ())) | {
                entry.tag for cls in ("act", "say") for entry in self.by.get(cls, ()) if entry.tag
            }
        return held

    @property
    def lemmas(self) -> set[str]:
        """Lemmas of the verb readings."""
        return {str(entry.row) for entry in self.by.get("verb", ())}

    @property
    def quote(self) -> bool:
        """Whether this is a quotation mark."""
        return self.kind == "punct" and self.low in _QUOTES

    @property
    def tail(self) -> str:
        """The preposition that the phrase ends with (`Readings.tail`)."""
        return self.readings.tail

    @property
    def lead(self) -> str:
        """The preposition that the phrase starts with (`Readings.lead`)."""
        return self.readings.lead

    @property
    def plural(self) -> bool:
        """Whether the word looks like a plural."""
        return self.readings.plural

    @property
    def timely(self) -> bool:
        """Whether it may stand in a date."""
        return self.readings.timely

    @property
    def counting(self) -> bool:
        """Whether it may stand in a figure."""
        return self.readings.counting


def find_units(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> list[Unit]:
    """The tokens of one sentence as units: at each token the longest phrase whose capitals fit, else the token."""
    lows = [token.low for token in tokens]
    units: list[Unit] = []
    at, count = 0, len(tokens)
    carried: list[Entry] = []
    while at < count:
        token = tokens[at]
        last, entries = _longest(text, tokens, lows, at, lexicon)
        if last > at + 1 and _joins_auxiliary(entries, lows[at], lexicon):
            inner, own = _longest(text, tokens, lows, at + 1, lexicon)
            if inner >= last and any(entry.tag == "ppart" for entry in own):
                carried = [lexicon.untagged(entry) for entry in entries if entry.cls == "act"] if inner == last else []
                last, entries = at + 1, _alone(lows[at], lexicon)
        elif carried:
            entries, carried = [*entries, *carried], []
        alone = last == at + 1
        end = token.end if alone else tokens[last - 1].end
        low = token.low if alone else " ".join(lows[at:last])
        key = (low, tuple(map(id, entries)))
        readings = lexicon.readings.get(key)
        if readings is None:
            readings = _readings(low, lows[at:last], entries, lexicon)
            lexicon.remember(key, readings)
        start = token.start
        glued = at > 0 and text[start - 1] in "-‑" and start - tokens[at - 1].end <= 3
        units.append(
            Unit(len(units), start, end, token.kind if alone else "word", text[start].isupper(), readings, readings.by, low, glued=glued)
        )
        at = last
    return units


def _joins_auxiliary(entries: Sequence[Entry], first: str, lexicon: Lexicon) -> bool:
    """A phrase of acts that starts with an auxiliary ("has been closed"): the verb inside it must be seen as such."""
    return bool(entries) and all(entry.cls in ("act", "verb") for entry in entries) and any(
        entry.cls == "words:aux" for entry in _alone(first, lexicon)
    )


def _alone(low: str, lexicon: Lexicon) -> list[Entry]:
    return [entry for match in lexicon.index.find_at([low], 0) for entry in match.payloads]


def _readings(low: str, lows: list[str], entries: Sequence[Entry], lexicon: Lexicon) -> Readings:
    by: dict[str, list[Entry]] = {}
    for entry in entries:
        by.setdefault(entry.cls, []).append(entry)
    digit = low[:1].isdigit()
    readings = Readings(low, by, plural=_looks_plural(low, lexicon.settings))
    readings.counting = digit or any(cls.startswith("numbers:") for cls in by)
    readings.timely = digit or any(cls.startswith("dates:") or cls in ("numbers:unit", "numbers:one") for cls in by)
    _add_words(readings, lows, lexicon)
    readings.adverb = not by and len(low) > 5 and low.endswith(tuple(lexicon.settings.get("adverb_endings", ())) or ("\0",))
    if len(lows) > 1:
        if ("act" in by or "say" in by) and not ("name" in by or "place" in by or "person" in by):
            readings.shorter = _add_shorter(by, lows, lexicon)
        particle = lows[-1] in lexicon.settings.get("particles", ()) and any(entry.tag for entry in entries)
        readings.tail = "" if particle else _preposition(lows[-1], lexicon)
        readings.lead = _preposition(lows[0], lexicon) if "act" in by else ""
        readings.object = _nominal(_alone(lows[-1], lexicon))
        readings.that = any(entry.cls == "words:subord" and "that" in str(entry.row.value).split("|") for entry in _alone(lows[-1], lexicon))
        readings.aux = any(entry.cls == "words:aux" for entry in _alone(lows[0], lexicon))
    return readings


def _add_words(readings: Readings, lows: list[str], lexicon: Lexicon) -> None:
    inflection = lexicon.morphology.inflection
    readings.words, readings.rest, readings.line = tuple(lows), tuple(lows[1:]), readings.low
    if inflection is None:
        return
    readings.forms = inflection.forms(lows[0]) if len(lows) == 1 else inflection.phrase_forms(lows)
    lemmas = [inflection.first_lemma(low) for low in lows]
    readings.words = tuple(dict.fromkeys([*lemmas, *(key for low in lows for key, _ in inflection.keys(low))]))
    readings.rest = tuple(dict.fromkeys([*lemmas[1:], *(key for low in lows[1:] for key, _ in inflection.keys(low))]))
    readings.line = " ".join(lemmas)
    nominal = [form for form in readings.forms if form.case]
    if nominal:
        readings.plural = bool(max(nominal, key=lambda form: form.weight).plural)


def _nominal(entries: Sequence[Entry]) -> bool:
    """Whether a word is a noun by what the packs know of it; an unknown one is."""
    if any(entry.cls.startswith(("nouns:", "weapons:")) or entry.cls == "act" and entry.row.pos == "n" for entry in entries):
        return True
    return not any(entry.cls in ("verb", "words:prep", "words:adv", "words:subord") for entry in entries)


def _looks_plural(low: str, settings: dict[str, Any]) -> bool:
    """A plural by its ending or by the pack's list (settings `plural_endings`, `singular_endings`, `plural_words`)."""
    word = low.rsplit(" ", 1)[-1]
    if word in settings.get("plural_words", ()):
        return True
    return word.endswith(tuple(settings.get("plural_endings", ())) or ("\0",)) and not word.endswith(
        tuple(settings.get("singular_endings", ())) or ("\0",)
    )


def _add_shorter(by: dict[str, list[Entry]], lows: list[str], lexicon: Lexicon) -> dict[int, int]:
    """Readings of the shorter phrases that start at the same word: a long phrase must not hide its own verb."""
    lengths: dict[int, int] = {}
    tagged = any(entry.tag for cls in ("act", "say", "verb") for entry in by.get(cls, ()))
    for match in lexicon.index.find_at(lows, 0):
        if match.last >= len(lows) or not tagged and match.last == 1:
            continue
        for entry in match.payloads:
            if entry.cls in ("act", "verb") and (entry.cls == "verb" or entry.row.pos != "x"):
                by.setdefault(entry.cls, []).append(entry)
                lengths[id(entry)] = match.last
    return lengths


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
        if fitting and not (match.last > at + 1 and (_swallows_verb(lows[at], fitting, lexicon) or _cuts_phrase(lows, at, match.last, lexicon))):
            return match.last, fitting
    return at + 1, ()


def _cuts_phrase(lows: list[str], at: int, last: int, lexicon: Lexicon) -> bool:
    """ "(has) fallen into the hands of": an auxiliary joined to the start of a longer phrase would cut that in two."""
    if not any(entry.cls == "words:aux" for entry in _alone(lows[at], lexicon)):
        return False
    return any(
        match.last > last and any(entry.cls in ("act", "say") for entry in match.payloads)
        for match in lexicon.index.find_at(lows, at + 1)
    )  # fmt: skip


def _shouted(text: str, tokens: Sequence[Token], words: str) -> bool:
    """A word in capitals within a sentence that is not: "US" is a state, "us" is a pronoun."""
    return len(words) > 1 and words.isupper() and not text[tokens[0].start : tokens[-1].end].isupper()


def _swallows_verb(first: str, entries: Sequence[Entry], lexicon: Lexicon) -> bool:
    """A fixed phrase of acts ("killed by a mine") must not hide the verb that clauses are built on."""
    if any(entry.cls != "act" or entry.tag or entry.row.pos != "x" for entry in entries):
        return False
    return any(entry.cls == "verb" for entry in _alone(first, lexicon))


def _fits(words: str, cased: str) -> bool:
    if not cased:
        return True
    if cased == "all":
        return words == words.upper() or words.istitle() and len(words) > 3
    return words[:1].isupper() or words[:1].isdigit()
