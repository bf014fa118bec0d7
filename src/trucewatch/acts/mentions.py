"""Acts of a sentence: the pack row that fits best at each trigger, and its argument phrases."""

from __future__ import annotations

from dataclasses import dataclass, field

from trucewatch.acts.reality import is_ended, is_hedged, is_negated, is_unreal, only_measures_time
from trucewatch.acts.slots import fill
from trucewatch.model.kinds import GROUND_KINDS
from trucewatch.packs import ActRow, Companions, Entry, Lexicon
from trucewatch.syntax import NounPhrase, Parse, Unit, VerbGroup

_ANY_WEAPON = {"ceasefire_violation", "small_arms_fire"}
_NEAR_WEAPON = {"attack", "air_strike", "explosion", "shelling"}


WindowWords = tuple[frozenset[str], str, frozenset[str]]


@dataclass(slots=True)
class ActMention:
    """One telling of an act. `first..last`: units of its clause; `kind` after the weapon had its say."""

    unit: int
    kind: str
    row: ActRow
    first: int
    last: int
    group: VerbGroup | None = None
    phrase: NounPhrase | None = None
    actors: list[NounPhrase] = field(default_factory=list)
    recipients: list[NounPhrase] = field(default_factory=list)
    weapons: list[str] = field(default_factory=list)
    negated: bool = False
    hedged: bool = False
    unreal: bool = False


def find_acts(parse: Parse, lexicon: Lexicon) -> list[ActMention]:
    """All acts in order of their triggers, unreal ones included (`unreal` set); losses are found apart."""
    found: list[ActMention] = []
    for unit in parse.units:
        if not unit.has("act"):
            continue
        mention = _mention(parse, unit, lexicon)
        if mention is not None:
            found.append(mention)
    _lend_doers(parse, found)
    return found


def _lend_doers(parse: Parse, found: list[ActMention]) -> None:
    """ "repelled an attack by X", « a essuyé des tirs de X »: the doer stands with the noun that the verb takes."""
    for mention in found:
        if mention.group is None or mention.actors:
            continue
        taken = [np for np in parse.complements(mention.group) if np.prep is None][:1]
        host = next((m for m in found if m.group is None and m.kind == mention.kind and m.actors and any(np is m.phrase for np in taken)), None)
        if host is not None:
            mention.actors = host.actors


def _mention(parse: Parse, unit: Unit, lexicon: Lexicon) -> ActMention | None:
    group = parse.group_at(unit.i)
    phrase = parse.phrase_at(unit.i)
    if unit.pos == "verb" and group is not None and group.head != unit.i:
        return None
    first, last = window_of(parse, unit, group)
    row = _best_row(parse, unit, group, (first, last), lexicon)
    if row is None:
        return None
    if row.pos == "n" and lexicon.settings.get("noun_modifiers") and _modifies(parse, unit, phrase):
        return None
    if row.kind == "support" and group is not None and group.tense == "ppart" and group.last - group.first == 1:
        return None  # "the region, backed by X": says whose friend it is
    if row.kind in _LASTING and group is not None and _attributive(parse, group):
        return None
    mention = ActMention(unit.i, row.kind, row, first, last, group if row.pos != "n" else None, phrase)
    mention.actors, mention.recipients = fill(
        parse, row, unit, mention.group, phrase, undergoing=frozenset(lexicon.settings.get("undergoing", ()))
    )
    if _circumstance(mention) or row.kind == "agree" and only_measures_time(parse, mention.group):
        return None
    mention.weapons = _weapons(parse, mention, unit)
    mention.kind = _kind(parse, mention)
    mention.negated = is_negated(parse, unit, mention.group, phrase)
    mention.hedged = is_hedged(parse, unit, mention.group, phrase)
    mention.unreal = not row.extra.get("future") and not (row.kind == "threaten" and row.pos == "x") and is_unreal(parse, unit, mention.group, phrase, aspect=frozenset(lexicon.settings.get("aspect", ())), cease=frozenset(lexicon.settings.get("cease", ()))) or (
        mention.group is None and phrase is not None and is_ended(parse, unit, phrase, lexicon.forms_of("cease"))
    )
    return mention


def _circumstance(mention: ActMention) -> bool:
    """Talks that only say on what occasion something was said (« lors d'une réunion du Conseil »): nobody met anybody."""
    phrase = mention.phrase
    return mention.kind == "consult" and mention.group is None and phrase is not None and phrase.prep in ("during", "about") and len(mention.actors) < 2


_EVENT_HEADS = ("say", "nouns:victim", "nouns:loss", "nouns:unit", "nouns:counter", "name", "place", "person", "numbers:unit")
"""What may follow a noun of act in its phrase and leave it an act ("the shelling victims", "the border clash reports")."""


def _modifies(parse: Parse, unit: Unit, phrase: NounPhrase | None) -> bool:
    """A noun of act that only says what kind of thing its head is ("combat duty", "ceasefire monitors")."""
    part = next((p for p in phrase.chain() if p.first <= unit.i < p.last), None) if phrase is not None else None
    if part is None or unit.i + 1 >= part.last:
        return False
    rest = parse.units[unit.i + 1 : part.last]
    return rest[0].pos == "nom" and not rest[0].cap and rest[0].kind == "word" and not any(
        u.has(*_EVENT_HEADS) or any(r.kind in GROUND_KINDS and r.kind != "aid" for r in u.rows("act")) for u in rest
    )


_LASTING = ("obstruction", "advance", "displacement", "damage", "movement", "aid")
"""Kinds whose participle beside a noun rather describes it than tells an act ("besieged town", « villages occupés »)."""


def _attributive(parse: Parse, group: VerbGroup) -> bool:
    """A bare participle beside a noun, without agent, date or place of its own."""
    if group.tense not in ("ppart", "part") or group.last - group.first != 1 or group.marker:
        return False
    k = parse.item_of(group.head)
    if k is None:
        return False
    before = parse.items[k - 1] if k else None
    after = parse.items[k + 1] if k + 1 < len(parse.items) else None
    if group.tense == "part":
        return False
    if after is not None and after.np is not None and after.np.prep is None and (before is None or before.np is None):
        return True
    alone = after is None or after.kind in ("mark", "conj", "vg", "quote") or after.np is not None and after.np.prep not in ("by", "in", "at", "near", "with", "from", "to")
    return before is not None and before.np is not None and before.end == group.first and alone


def window_of(parse: Parse, unit: Unit, group: VerbGroup | None) -> tuple[int, int]:
    if group is not None:
        first, last = parse.window(group)
        first = _antecedent(parse, first) if not group.passive else first
        subject = parse.subject(group)
        if parse.persons and subject.how == "relative" and subject.phrases:
            first = min(first, subject.phrases[0].first)  # "the soldiers who have surrendered"
        if group.tense == "ppart" and not any(item.np is not None for item in parse.items if item.end <= group.first):
            last = max([last, *(np.end for np in parse.subject(group).phrases)])  # "Agreed in X, the truce holds"
        return min(first, group.first), max(last, group.last)
    k = parse.item_of(unit.i)
    if k is None:
        return max(0, unit.i - 6), min(len(parse.units), unit.i + 7)
    owner = _governing(parse, k)
    if owner is not None:
        first, last = parse.window(owner)
        return min(first, parse.items[k].at), max(last, parse.items[k].end)
    left, right = k, k
    while left > 0 and parse.items[left - 1].kind not in ("sub", "rel") and not (parse.items[left - 1].kind == "mark" and parse.items[left - 1].value in ";:"):
        left -= 1
    while right + 1 < len(parse.items) and parse.items[right + 1].kind not in ("sub", "rel") and not (parse.items[right + 1].kind == "mark" and parse.items[right + 1].value in ";:"):
        right += 1
    return parse.items[left].at, parse.items[right].end


def _antecedent(parse: Parse, first: int) -> int:
    """Where the phrase starts that an object relative hangs on (« deux localités que les troupes avaient quittées »)."""
    k = parse.item_of(first)
    if k is None or k < 2 or parse.items[k].np is None or parse.items[k - 1].kind not in ("rel", "sub"):
        return first
    if parse.items[k - 1].kind == "sub" and parse.items[k - 1].value != "that":
        return first
    j = k - 2
    if parse.items[j].kind == "mark" and parse.items[j].value == "," and j:
        j -= 1
    np = parse.items[j].np
    before = parse.items[j - 1].vg if j else None
    if np is None or np.pronoun or before is not None and parse.units[before.head].has("say"):
        return first
    return np.first


def _governing(parse: Parse, k: int) -> VerbGroup | None:
    """The verb group in whose clause a noun stands."""
    for i in range(k - 1, -1, -1):
        item = parse.items[i]
        if item.vg is not None:
            return item.vg
        if item.kind in ("sub", "rel") or item.kind == "mark" and item.value in (";", ":"):
            break
    for item in parse.items[k + 1 :]:
        if item.vg is not None and item.vg.finite:
            return item.vg
        if item.kind in ("sub", "rel") or item.kind == "mark" and item.value in (";", ":"):
            break
    return None


def _best_row(
    parse: Parse, unit: Unit, group: VerbGroup | None, window: tuple[int, int], lexicon: Lexicon
) -> ActRow | None:
    best: ActRow | None = None
    most = -1
    for entry in unit.by["act"]:
        row: ActRow = entry.row
        if not _form_fits(row, entry, unit, group):
            continue
        if not companions_fit(parse, unit, window, row, lexicon=lexicon):
            continue
        weight = row.weight + 10 * unit.length(entry)
        if weight > most:
            best, most = row, weight
    return best


def companions_fit(parse: Parse, unit: Unit, window: tuple[int, int], row: ActRow, *, lexicon: Lexicon) -> bool:
    """Whether one of the row's `needs` stands in the window and none of its `without`."""
    if not row.needs and not row.without:
        return True
    words = _window_words(parse, unit, window)
    if row.without and " " in unit.low and _names_phrase(lexicon.companions(row.without), unit.readings.line):
        return False
    if row.needs and not _present(lexicon.companions(row.needs), words) and not (
        "@infinitive" in row.needs and _infinitive_follows(parse, unit)
    ):
        return False
    return not (row.without and _present(lexicon.companions(row.without), words))


def _names_phrase(unwanted: Companions, line: str) -> bool:
    """Whether a longer trigger holds a phrase that rules out the shorter one ("fell into an ambush" for "fell")."""
    return any(phrase.strip() in line for phrases in unwanted.phrases.values() for phrase in phrases)


def _infinitive_follows(parse: Parse, unit: Unit) -> bool:
    """Whether the verb governs an infinitive ("urged both sides to stop", « exclut de rendre les armes »)."""
    k = parse.item_of(unit.i)
    for item in parse.items[k + 1 :] if k is not None else ():
        if item.vg is not None:
            return item.vg.tense == "inf"
        if item.kind not in ("np", "date", "adv", "quote", "conj", "prep"):
            return False
    return False


def _window_words(parse: Parse, unit: Unit, window: tuple[int, int]) -> WindowWords:
    """The words of a window but for the trigger: as a set, as one line for phrases, and the classes they have."""
    key = (*window, unit.i)
    held = parse.words.get(key)
    if held is None:
        apart = _apart(parse, unit)
        units = [u for u in parse.units[window[0] : window[1]] if u.i != unit.i and u.i not in apart]
        words = [w for u in units for w in u.readings.words]
        lines = [u.readings.line for u in units]
        if parse.clauses is not None:
            words.extend(unit.readings.rest)  # "struck a blow" as one phrase: its rows ask for the blow
        classes = {cls for u in units for cls in u.by}
        if any(u.kind == "number" for u in units):
            classes.add("numbers:unit")
        if any(u.cap and u.pos == "nom" and not u.by and u.i > 0 for u in units):
            classes.add("place")
        if any(str(row.party).endswith(_ARMED) for u in units for row in u.rows("name")):
            classes.add("name:armed")
        held = parse.words[key] = (frozenset(words), " " + " ".join(lines) + " ", frozenset(classes))
    return held


_OTHER_EVENT = ("response",)
"""Values of prepositions that bring another party's event into the clause: its words say nothing of this one."""


def _apart(parse: Parse, unit: Unit) -> set[int]:
    """Units of phrases that name another event ("in response to rocket fire, ...")."""
    return {
        i for item in parse.items if item.np is not None and item.np.prep in _OTHER_EVENT and not item.np.covers(unit.i)
        for i in range(item.np.first, item.np.end)
    }  # fmt: skip


def _form_fits(row: ActRow, entry: Entry, unit: Unit, group: VerbGroup | None) -> bool:
    if row.pos == "v":
        return group is not None and unit.pos == "verb" or bool(entry.tag) and group is not None
    if row.pos == "n":
        return unit.pos != "verb" and not (unit.cap and unit.i > 0 and unit.has("place"))
    return True


_ARMED = ("-MIL", "-REB", "-PKF")
_CLASSES = {
    "@settlement": ("place", "nouns:placehead"), "@party": ("name", "person", "surname", "nouns:body"),
    "@person": ("nouns:person", "nouns:victim", "nouns:office"), "@pact": ("nouns:pact", "agreement"),
    "@asset": ("nouns:asset",), "@weapon": ("weapons:weapon",), "@number": ("numbers:unit", "numbers:vague", "numbers:approx"),
    "@force": ("nouns:body", "nouns:asset"), "@armed": ("name:armed",),
}  # fmt: skip


def _present(wanted: Companions, words: WindowWords) -> bool:
    """Whether any wanted word, phrase or class stands in the window."""
    single, line, classes = words
    if not wanted.words.isdisjoint(single):
        return True
    if any(phrase in line for first in wanted.phrases.keys() & single for phrase in wanted.phrases[first]):
        return True
    return any(not classes.isdisjoint(_CLASSES.get(name, ())) for name in wanted.classes)


def _weapons(parse: Parse, mention: ActMention, unit: Unit) -> list[str]:
    found: list[str] = []
    fixed = mention.row.extra.get("weapons", "")
    for word in fixed.replace("|", ",").split(","):
        if word.strip():
            found.append(word.strip())
    for u in parse.units[mention.first : mention.last]:
        for value in u.values("weapons:weapon"):
            weapon = value.split(":")[0]
            if weapon not in found and _tied(parse, mention, u, unit):
                found.append(weapon)
    return found


def _tied(parse: Parse, mention: ActMention, weapon: Unit, unit: Unit) -> bool:
    """A weapon belongs to the act if it stands in its phrase or after a preposition of means in its clause."""
    if weapon.i == unit.i:
        return True
    phrase = parse.phrase_at(weapon.i)
    if phrase is None:
        return abs(weapon.i - unit.i) <= 3
    if mention.phrase is not None and phrase.first == mention.phrase.first:
        return True
    if any(np is phrase or np.covers(weapon.i) for np in mention.actors):
        return True
    if mention.group is not None and mention.group.passive and any(np is phrase for np in parse.subject(mention.group).phrases):
        return True  # "rockets were fired into the town"
    if mention.group is None:
        return phrase.prep in ("with", "by", "of", "from") and mention.unit < weapon.i <= mention.unit + 10
    return phrase.prep in ("with", "by", "at", "from", "to", "of", None) and weapon.i > mention.group.first - 8


def _kind(parse: Parse, mention: ActMention) -> str:
    kind = mention.row.kind
    if mention.row.extra.get("weapons") or mention.row.extra.get("fixed"):
        return kind
    for u in parse.units[mention.first : mention.last]:
        for value in sorted(u.values("weapons:weapon")):
            weapon, _, becomes = value.partition(":")
            if not becomes or weapon not in mention.weapons:
                continue
            near = mention.group is None and mention.phrase is not None and (mention.phrase.covers(u.i) or _armed(parse, mention.phrase, u))
            if mention.group is not None and _wields(parse, mention, u, kind, becomes):
                return becomes
            if kind in _ANY_WEAPON or kind in _NEAR_WEAPON and near:
                if kind == "shelling" and becomes == "small_arms_fire":
                    continue
                return becomes
    return kind


def _armed(parse: Parse, act: NounPhrase, weapon: Unit) -> bool:
    """ "an attack with drones": the means right behind the noun of an act."""
    phrase = parse.phrase_at(weapon.i)
    return phrase is not None and phrase.prep == "with" and phrase.prep_at == act.end and weapon.i < phrase.last


def _wields(parse: Parse, mention: ActMention, weapon: Unit, kind: str, becomes: str) -> bool:
    """ "a shell hit the school": the weapon is the subject; "bombed with mortars": it is the means."""
    assert mention.group is not None
    if kind == "attack" and not mention.group.passive and any(np.first <= weapon.i < np.last for np in parse.subject(mention.group).phrases):
        return True
    phrase = parse.phrase_at(weapon.i)
    means = phrase is not None and phrase.prep in ("with", "by") and weapon.i > mention.group.head and weapon.i < phrase.last
    return means and (kind == "attack" or kind == "air_strike" and becomes == "shelling")


def find_casualty_rows(parse: Parse, lexicon: Lexicon) -> dict[int, ActRow]:
    """By trigger unit, the row that says what befell people there, whatever other act the words may tell."""
    found: dict[int, ActRow] = {}
    for unit in parse.units:
        group = parse.group_at(unit.i)
        most = -1
        for entry in unit.by.get("act", ()):
            row: ActRow = entry.row
            fits = row.pos == "v" and group is not None and group.head == unit.i or row.pos == "x" and unit.pos != "verb"
            weight = row.weight + 10 * unit.length(entry)
            if "status" not in row.extra or not fits or weight <= most:
                continue
            if companions_fit(parse, unit, window_of(parse, unit, group), row, lexicon=lexicon):
                found[unit.i], most = row, weight
    return found
