"""The lexicon of one language: every phrase of the language pack and of the name packs, ready to match."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from trucewatch.matching import PhraseIndex
from trucewatch.model import Problem
from trucewatch.packs import rows as typed
from trucewatch.packs.find import HOME
from trucewatch.packs.inflected import InflectedIndex
from trucewatch.packs.morphology import Morphology
from trucewatch.packs.patterns import expand, lemma_phrases, phrase
from trucewatch.packs.tables import Row
from trucewatch.text.fold import strip_accents

_TAGGED = ("act", "say", "verb", "words:aux", "words:modal", "words:irrealis")
_WORLD = str(HOME / "world")
_REMEMBERED = 50_000
"""Words whose readings are kept ready: more than the words of a language's news."""


@dataclass(slots=True, eq=False)
class Entry:
    """What one phrase may be. `cls`: act, say, verb, name, person, place, agreement, source, or `table:class`.

    `tag` is the form of the verb (pres, past, ppart ...). `cased`: the text must show capitals as the pack does:
    "" no, "initial" first letter, "all" every letter.
    """

    cls: str
    row: Any
    tag: str = ""
    cased: str = ""


@dataclass(frozen=True, slots=True)
class Companions:
    """What a cell of companions asks for: single words, phrases, and classes such as `@party`."""

    words: frozenset[str]
    phrases: dict[str, tuple[str, ...]]
    """Phrases, by their first word."""
    classes: tuple[str, ...]


@dataclass(slots=True)
class Lexicon:
    """The phrase index of one language and its settings."""

    lang: str
    index: PhraseIndex[Entry] = field(default_factory=PhraseIndex)
    settings: dict[str, Any] = field(default_factory=dict)
    morphology: Morphology = field(default_factory=lambda: Morphology([], []))
    sets: dict[tuple[str, ...], Companions] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    readings: dict[Any, Any] = field(default_factory=dict)
    plain: dict[int, Entry] = field(default_factory=dict)
    tagged: dict[tuple[int, str], Entry] = field(default_factory=dict)
    verbs: dict[tuple[str, str], Entry] = field(default_factory=dict)
    forms: dict[str, frozenset[str]] = field(default_factory=dict)
    states: frozenset[str] = frozenset()
    """Codes of states and de facto authorities."""

    def remember(self, key: Any, readings: Any) -> None:
        """Keeps what the words of a key may be, for the next time they are met; forgets all when it grows too large."""
        if len(self.readings) >= _REMEMBERED:
            self.readings.clear()
        self.readings[key] = readings

    def untagged(self, entry: Entry) -> Entry:
        """The entry without the form of its verb: for a word that carries the reading of a phrase around it."""
        held = self.plain.get(id(entry))
        if held is None:
            held = self.plain[id(entry)] = Entry(entry.cls, entry.row, "", entry.cased)
        return held

    def retagged(self, entry: Entry, tag: str) -> Entry:
        """The entry as the form of the verb that was met; the same object for the same entry and form."""
        if entry.cls not in _TAGGED:
            return entry
        held = self.tagged.get((id(entry), tag))
        if held is None:
            held = self.tagged[id(entry), tag] = Entry(entry.cls, entry.row, tag, entry.cased)
        return held

    def verb(self, lemma: str, tag: str) -> Entry:
        """The reading as a form of a verb, whether a pack holds the verb or not."""
        held = self.verbs.get((lemma, tag))
        if held is None:
            if len(self.verbs) >= _REMEMBERED:
                self.verbs.clear()
            held = self.verbs[lemma, tag] = Entry("verb", lemma, tag)
        return held

    def forms_of(self, setting: str) -> frozenset[str]:
        """Every form of the verbs that a setting lists."""
        held = self.forms.get(setting)
        if held is None:
            verbs = self.morphology.verbs
            held = self.forms[setting] = frozenset(form for lemma in self.settings.get(setting, ()) for form, _ in verbs.get(lemma, ()))
        return held

    def companions(self, patterns: tuple[str, ...]) -> Companions:
        """The patterns of a `needs` or `without` cell, ready to compare; the same cell is worked out once."""
        held = self.sets.get(patterns)
        if held is None:
            held = self.sets[patterns] = _companions(patterns, self.morphology)
        return held


def _companions(patterns: tuple[str, ...], morphology: Morphology) -> Companions:
    words: set[str] = set()
    phrases: set[str] = set()
    for pattern in patterns:
        if pattern.startswith("@"):
            continue
        try:
            for tokens, _ in expand(pattern, morphology):
                if len(tokens) > 1 and morphology.inflection is not None:
                    tokens = tuple(t[2:] if t[1:2] == ":" else morphology.inflection.first_lemma(t) for t in tokens)
                (words if len(tokens) == 1 else phrases).add(" ".join(tokens))
        except KeyError:
            continue
    by_first: dict[str, tuple[str, ...]] = {}
    for line in sorted(phrases):
        first = line.split(" ", 1)[0]
        by_first[first] = (*by_first.get(first, ()), f" {line} ")
    return Companions(frozenset(words), by_first, tuple(p for p in patterns if p.startswith("@")))


def build_lexicon(
    lang: str, tables: dict[str, list[Row]], names: dict[str, list[Row]], settings: dict[str, Any]
) -> Lexicon:
    """The lexicon from the rows of a language pack (`tables`) and of world and theatre packs (`names`)."""
    morphology = Morphology(tables.get("paradigms", []), tables.get("verbs", []), settings)
    states = frozenset(row["code"] for row in names.get("parties", []) if row["kind"] in ("state", "de_facto"))
    lexicon = Lexicon(lang, settings=settings, morphology=morphology, states=states)
    if morphology.inflection is not None:
        lexicon.index = InflectedIndex(morphology.inflection, lexicon.retagged, lexicon.verb)
    for entries in (_language_entries(tables, lexicon), _name_entries(names, lexicon), _gazetteer_entries(names, lexicon)):
        for tokens, entry in entries:
            lexicon.index.add(tokens, entry)
    return lexicon


def _language_entries(tables: dict[str, list[Row]], lexicon: Lexicon) -> Iterator[tuple[tuple[str, ...], Entry]]:
    for lemma, forms in lexicon.morphology.verbs.items() if lexicon.morphology.inflection is None else ():
        by_tag = {tag: Entry("verb", lemma, tag) for tag in {tag for _, tag in forms}}
        for form, tag in forms:
            tokens = phrase(form)
            if tokens:
                yield tokens, by_tag[tag]
    for row in tables.get("acts", []):
        yield from _expanded(row, Entry("act", typed.act_row(row)), lexicon)
    for row in tables.get("saying", []):
        yield from _expanded(row, Entry("say", typed.say_row(row)), lexicon)
    for table in ("words", "nouns", "numbers", "dates", "weapons"):
        for row in tables.get(table, []):
            value = typed.word_row(table, row)
            yield from _expanded(row, Entry(f"{table}:{value.cls}", value), lexicon)


def _expanded(row: Row, entry: Entry, lexicon: Lexicon) -> Iterator[tuple[tuple[str, ...], Entry]]:
    for pattern in row.many("words"):
        cased = _casing(pattern.lstrip("{"))
        by_tag: dict[str, Entry] = {}
        try:
            for tokens, tag in expand(pattern, lexicon.morphology):
                if tag not in by_tag:
                    by_tag[tag] = Entry(entry.cls, entry.row, tag, cased)
                yield tokens, by_tag[tag]
        except KeyError as missing:
            lexicon.problems.append(Problem("pack-verb", row.where, f"verb {missing} is not in verbs.tsv"))


def _name_entries(names: dict[str, list[Row]], lexicon: Lexicon) -> Iterator[tuple[tuple[str, ...], Entry]]:
    lang = lexicon.lang
    for row in names.get("names", []):
        if row["lang"] in ("*", lang) or row["role"] in ("name", "force"):
            yield from _party_names(row, lexicon)
    for row in names.get("persons", []):
        person = typed.person_row(row)
        for name in row.many("names"):
            yield from _cased([name], Entry("person", person), lexicon)
        for surname in dict.fromkeys(n.split()[-1] for n in row.many("names") if " " in n):
            yield from _cased([surname], Entry("surname", person), lexicon)
    for row in names.get("places", []):
        rank = 1 if row.where.startswith(_WORLD) else 2
        yield from _cased(_in_language(row, lang), Entry("place", typed.place_row(row, rank)), lexicon)
    for row in names.get("agreements", []):
        for pattern in _in_language(row, lang):
            for tokens in _fixed_or_expanded(pattern, lexicon):
                yield tokens, Entry("agreement", typed.agreement_row(row))
    for row in names.get("sources", []):
        yield from _cased(row.many("names"), Entry("source", typed.source_row(row)), lexicon)


def _gazetteer_entries(names: dict[str, list[Row]], lexicon: Lexicon) -> Iterator[tuple[tuple[str, ...], Entry]]:
    """Names that mean nothing else so far, or a place in another country: a gazetteer never changes what is known."""
    for row in names.get("gazetteer", []):
        place = typed.place_row(row, 0)
        for tokens, entry in _cased(_in_language(row, lexicon.lang), Entry("place", place), lexicon):
            if all(_leaves_room(held, place.country) for held in lexicon.index.held(tokens)):
                yield tokens, entry


def _leaves_room(held: Entry, country: str) -> bool:
    """Whether a name may also be a town of the gazetteer: it is only a place elsewhere, or the capital of another state."""
    if held.cls == "name":
        return bool(held.row.role == "capital") and not str(held.row.party).startswith(f"{country}-")
    return held.cls == "place" and held.row.country != country


def _party_names(row: Row, lexicon: Lexicon) -> Iterator[tuple[tuple[str, ...], Entry]]:
    value = typed.name_row(row)
    entry = Entry("name", value)
    if value.role == "demonym":
        for word in row.many("words"):
            capital = "initial" if word[:1].isupper() else ""
            if lexicon.morphology.inflection is not None:
                for tokens in lemma_phrases(word, lexicon.morphology):
                    yield tokens, Entry("name", value, cased=capital)
                continue
            for form in lexicon.morphology.inflect_adjective(word):
                yield phrase(form), Entry("name", value, cased=capital)
    elif any("*" in w or "{" in w for w in row.many("words")):
        for pattern in row.many("words"):
            for tokens in _fixed_or_expanded(pattern, lexicon):
                yield tokens, Entry("name", value, cased=_casing(pattern))
    else:
        yield from _cased(row.many("words"), entry, lexicon)


def _fixed_or_expanded(pattern: str, lexicon: Lexicon) -> list[tuple[str, ...]]:
    try:
        return [tokens for tokens, _ in expand(pattern, lexicon.morphology)]
    except KeyError:
        return []


def _in_language(row: Row, lang: str) -> list[str]:
    """Names without a language mark, and those of this language; of no use in another language's text: none."""
    found: list[str] = []
    for name in row.many("names"):
        mark, sep, rest = name.partition("=")
        if not sep:
            found.append(name)
        elif mark.strip() == lang or rest[:1].isupper():
            found.append(rest.strip())
    return list(dict.fromkeys(found))


def _casing(name: str) -> str:
    if name == name.lower():
        return ""
    if name.isupper() and 1 < sum(map(str.isalpha, name)) <= 6:
        return "all"
    return "initial" if name[0].isupper() or name[0].isdigit() else ""


def _cased(names: Iterable[str], entry: Entry, lexicon: Lexicon) -> Iterator[tuple[tuple[str, ...], Entry]]:
    by_casing: dict[str, Entry] = {}
    for name in names:
        tokens = phrase(name)
        if not tokens:
            continue
        casing = _casing(name)
        cased = by_casing.get(casing)
        if cased is None:
            cased = by_casing[casing] = Entry(entry.cls, entry.row, entry.tag, casing)
        yield tokens, cased
        if lexicon.morphology.inflection is not None:
            for keys in lemma_phrases(name, lexicon.morphology):
                if keys != tokens:
                    yield keys, cased
            continue
        if not name[0].isascii():
            bare = phrase(strip_accents(name))
            if bare != tokens:
                yield bare, cased
