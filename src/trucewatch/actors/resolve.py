"""A noun phrase as a party: sector from its nouns, code from its names, the rest from the cast."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.actors.cast import Cast, Mention
from trucewatch.actors.hints import (
    continues_phrase,
    country_within,
    enemy_of,
    goes_on,
    says_both,
    says_two,
    seat_of,
    seat_of_sentence,
    shared_bearers,
)
from trucewatch.actors.names import (
    bearer_of,
    best_name,
    find_head,
    head_class,
    is_demonym,
    is_plural,
    person_of,
    plural_of,
    relay_of,
    sector_of,
)
from trucewatch.actors.pronouns import read_pronoun
from trucewatch.syntax import NounPhrase, Parse, Unit

UNKNOWN = "UNK"
"""Party code of armed people whom the text leaves unidentified ("gunmen", "armed men")."""

_FAR = 250
"""Characters after which a body named with its country is no longer the one that a bare noun takes up."""


def read_phrase(np: NounPhrase, parse: Parse, cast: Cast) -> Mention | None:
    """The party that a noun phrase names, or None if it names nobody. Never guesses a code the cast does not hold."""
    if np.pronoun:
        return read_pronoun(np, parse, cast)
    outer = parse.units[np.first : np.last]
    inner = [unit for mod in np.mods for part in mod.chain() for unit in parse.units[part.first : part.last]]
    head = find_head(outer) or (find_head(inner) if all(u.pos in ("num", "det", "pron") for u in outer) else None)
    name = best_name(outer, cast)
    within = best_name(inner, cast) if inner else None
    if np.det == "poss" and any(u.has("nouns:placehead") for u in inner):
        within = None  # "its troops from the border of X": the border is not the owner
    if name is None or within is not None and is_demonym(name[2]) and within[0] in cast.organisations:
        name = within
    relay = relay_of(outer, parse)
    sector, human, civilian = sector_of(head, outer, inner)
    start, end = parse.units[np.first].start, parse.units[np.end - 1].end
    plural = is_plural(np, parse, head)
    mention = Mention(
        None, sector, start, end, head_class(head), plural, human, civilian,
        relay[0] if relay else "", relay[1] if relay else None, word=head.low if head else "",
    )  # fmt: skip
    mention.means = any(u.has("weapons:weapon") for u in outer)
    if name is None and (met := _introduced(np, parse, cast, mention, head)) is not None:
        return met
    if name is not None:
        named = _named(mention, name, head)
        named.adjective = named.adjective or head is None and goes_on(parse, np)
        _remember_bearer(outer, named, cast)
        _remember_apposed(np, parse, named, cast)
        if any("other" in u.values("nouns:side") for u in outer) and named.code is not None:
            cast.foe = named.code
        if named.code in cast.organisations and named.sector == "GOV":
            named.sector = ""
        _as_peacekeepers(named, cast)
        if plural and np.mods and head is not None and head.has("nouns:office", "nouns:body", "nouns:person", "nouns:side"):
            named.many = shared_bearers(np, parse, named.code)
        return named
    return _unnamed(mention, np, parse, cast, head)


def _named(mention: Mention, name: tuple[str, str, Unit, str], head: Unit | None) -> Mention:
    code, sector, unit, row = name
    mention.code, mention.row = code, row
    mention.adjective = head is None and is_demonym(unit) and not unit.plural
    if unit.has("person", "surname") and (head is None or not head.has("nouns:body")):
        mention.human = True
        mention.sector = sector
    elif head is None or head is unit or not mention.sector:
        if head is None or mention.head not in ("person", "side", "victim") or unit.rows("name") and unit.rows("name")[0].role in ("force", "label"):
            mention.sector = sector or mention.sector
    elif unit.has("name") and sector in ("PKF", "POL", "REB") and mention.sector in ("MIL", ""):
        mention.sector = sector
    if not mention.word:
        mention.word = unit.low
    return mention


def _unnamed(mention: Mention, np: NounPhrase, parse: Parse, cast: Cast, head: Unit | None) -> Mention | None:
    """A phrase without a name: the first of the ways to tell whose it is that says something; itself if none does."""
    if head is None:
        return None
    for way in (_by_name_beside, _as_armed_group, _by_seat, _by_number, _by_owner, _by_part):
        found = way(mention, np, parse, cast, head)
        if found is not None:
            return found
    if mention.head == "side":
        return _side(mention, head, parse, np, cast)
    if parse.units[np.first].has("numbers:vague"):
        return mention  # "several countries": none that was named
    if (mention.head in ("body", "office", "relay") or mention.head == "asset" and mention.sector) and np.det in ("def", "", "dem"):
        _from_cast(mention, np, cast)
    return mention


def _take(mention: Mention, other: Mention) -> Mention:
    """Gives a mention the party of another one; its own sector, where it has one, stays."""
    mention.code, mention.row, mention.inherited = other.code, other.row, True
    mention.sector = mention.sector or other.sector
    return mention


def _by_name_beside(mention: Mention, np: NounPhrase, parse: Parse, cast: Cast, head: Unit) -> Mention | None:
    """An office with its name in apposition; a spokesman with a stranger's name and the office that follows it."""
    apposed = _apposed(np, parse, cast) if mention.head == "office" else None
    if apposed is not None:
        mention.code, mention.sector, mention.row = apposed
        return mention
    if mention.head == "relay" and np.mods and all(u.cap and not u.by for u in parse.units[np.mods[0].first : np.mods[0].last]):
        told = _beside_name(np, parse, cast)  # "a spokesman for A B, the president of X, said"
        if told is not None:
            mention.code, mention.sector, mention.row = told.code, told.sector, told.row
            return mention
    return None


def _as_armed_group(mention: Mention, np: NounPhrase, parse: Parse, cast: Cast, head: Unit) -> Mention | None:
    """ "enemy forces", "rebel fighters", "the separatists"."""
    units = parse.units[np.first : np.last]
    if head.has("nouns:body", "nouns:person") and any("other" in u.values("nouns:side") for u in units):
        _adversary(mention, cast)
        return mention
    rebels = mention.head in ("body", "office") and any(row.sector == "REB" for u in units for row in u.rows("nouns:person"))
    if np.det != "poss" and (rebels or mention.head == "person" and mention.sector == "REB"):
        return _rebels(mention, np, parse, cast, head)
    return None


def _by_seat(mention: Mention, np: NounPhrase, parse: Parse, cast: Cast, head: Unit) -> Mention | None:
    """ "the ministry in (the capital)": the country of the place where it sits."""
    place = seat_of(np, parse) if np.prep != "of" and mention.sector != "JRN" else None
    if place is None or mention.head not in ("body", "office", "person", "relay"):
        return None
    mention.code, mention.row, mention.seated = *place, True
    if plural_of(mention):
        following = next((it.np for it in parse.items if it.np is not None and it.np.prep_at == np.end), None)
        mention.many = shared_bearers(following, parse, mention.code) if following is not None else ()
    return mention


def _by_number(mention: Mention, np: NounPhrase, parse: Parse, cast: Cast, head: Unit) -> Mention | None:
    """ "the two leaders", "the ministers of both countries": those just named side by side."""
    if mention.head not in ("body", "office", "person"):
        return None
    units = parse.units[np.first : np.last]
    pair = len({code.split("-")[0] for code in cast.group}) == 2 and not np.mods
    if pair and (says_two(units) or "group" in {v for u in units for v in u.values("nouns:person")}):
        mention.many, mention.inherited = cast.group, True
        mention.code, _, mention.sector = cast.group[0].partition("-")
        return mention
    if any(says_both(parse.units[mod.first : mod.last]) for mod in np.mods):
        mention.many = tuple(f"{code}-{mention.sector}" if mention.sector else code for code in cast.both_sides())
        mention.code, mention.inherited = (mention.many[0].split("-")[0] if mention.many else None), True
        return mention
    return None


def _by_owner(mention: Mention, np: NounPhrase, parse: Parse, cast: Cast, head: Unit) -> Mention | None:
    """ "the army of that country", "the enemy's army", "its army": whose it is said to be."""
    owner = _whose(np, parse, cast)
    if owner is not None:
        return _take(mention, owner)
    foe = enemy_of(np, parse, cast)
    if foe is not None:
        mention.code, mention.inherited = foe, True
        return mention
    within = country_within(np, parse) if mention.head in ("body", "office") else None
    if within is not None:
        mention.code, mention.row, mention.seated = *within, True
        return mention
    if np.det == "poss" or any(parse.units[m.first].value("words:det") == "poss" for m in np.mods):
        return _owned(mention, np, parse, cast)
    return None


def _by_part(mention: Mention, np: NounPhrase, parse: Parse, cast: Cast, head: Unit) -> Mention | None:
    """The seat that the sentence names elsewhere, or the body that someone is a member of."""
    if mention.head in ("body", "office", "relay") and mention.sector and mention.sector != "JRN" and np.det == "def" and np.prep is None:
        seat = seat_of_sentence(np, parse)
        if seat is not None:
            mention.code, mention.row, mention.seated = *seat, True
            return mention
    if mention.head == "relay" or np.det == "indef" and mention.head in ("body", "person", "asset"):
        of = _member_of(np, parse, cast)
        return _take(mention, of) if of is not None else None
    return None


def _from_cast(mention: Mention, np: NounPhrase, cast: Cast) -> None:
    """ "the ministry", "the statement", "the army" by themselves: the bearer of that word so far, else who speaks."""
    issuer = cast.issuer
    known = cast.of_word(mention.word)
    if known is not None and issuer is not None and np.det == "def" and mention.head == "body" and mention.start - known.end > _FAR:
        known = issuer  # "the ministry" of a ministry's own text
    document = mention.head == "relay" and mention.relay in ("communique", "document", "account", "video")
    if known is not None:
        _take(mention, known)
    elif mention.sector == "REB" and (group := cast.of_sector("REB")) is not None:
        mention.code, mention.inherited = group.code, True
    elif not mention.sector and mention.head == "body" and np.det == "def" and issuer is not None:
        mention.code, mention.sector, mention.inherited = issuer.code, issuer.sector, True
    elif document and np.det in ("def", "dem") and cast.voice is not None:
        mention.code, mention.sector, mention.row, mention.inherited = cast.voice.code, cast.voice.sector, cast.voice.row, True
    elif mention.head == "relay" and mention.relay == "spokesperson" and np.det == "def" and np.prep is None and (issuer or cast.home):
        mention.code, mention.inherited = (issuer.code if issuer else cast.home), True
        mention.sector = issuer.sector if issuer else mention.sector
    elif mention.sector:
        own = issuer.code if issuer is not None and mention.sector in ("MIL", "GOV", "POL") else cast.home
        near = cast.of_sector(mention.sector) if own is None else None
        mention.code, mention.inherited = own or (near.code if near else None), True


def _member_of(np: NounPhrase, parse: Parse, cast: Cast) -> Mention | None:
    """ "a patrol of the army": the body without a name that a phrase belongs to."""
    body = next((mod for mod in np.mods if mod.prep == "of" and any(u.has("nouns:body") for u in parse.units[mod.first : mod.last])), None)
    mention = read_phrase(body, parse, cast) if body is not None else None
    return mention if mention is not None and mention.code is not None else None


def _apposed(np: NounPhrase, parse: Parse, cast: Cast) -> tuple[str, str, str] | None:
    """ "the minister (for A), Z H, ...": the person named right after an office without a name."""
    k = next((i for i, item in enumerate(parse.items) if item.np is np), None)
    while k is not None and k + 1 < len(parse.items) and continues_phrase(parse.items[k].np, parse.items[k + 1].np):
        k += 1
    if k is None or k + 2 >= len(parse.items) or parse.items[k + 1].value != ",":
        return None
    person = parse.items[k + 2].np
    for unit in parse.units[person.first : person.last] if person is not None and person.prep is None else ():
        row = person_of(unit, cast) if unit.has("person") else None
        if row is not None:
            code, _, sector = row.party.partition("-")
            return code, sector, row.where
    return None


def _whose(np: NounPhrase, parse: Parse, cast: Cast) -> Mention | None:
    """ "A, whose president received B": the antecedent owns what "whose" introduces."""
    before = parse.units[np.first - 1] if np.first else None
    if before is None or before.pos != "rel" or "of" not in before.values("words:rel"):
        return None
    for item in reversed(parse.items):
        if item.at < before.i and item.np is not None and not item.np.pronoun:
            owner = read_phrase(item.np, parse, cast)
            return owner if owner is not None and owner.code is not None else None
    return None


def _remember_bearer(units: Sequence[Unit], mention: Mention, cast: Cast) -> None:
    """ "ministry spokeswoman Anna N.": later "N." alone is the same person."""
    surname = bearer_of(units) if mention.head in ("office", "person", "relay") else ""
    if surname and mention.code is not None:
        cast.aliases.setdefault(surname, mention)


def _remember_apposed(np: NounPhrase, parse: Parse, mention: Mention, cast: Cast) -> None:
    """ "the spokesman of the ministry, A B, said": later "B" alone is the same person."""
    if mention.head not in ("office", "person", "relay") or mention.code is None:
        return
    k = next((i for i, item in enumerate(parse.items) if item.np is np), None)
    if k is None or k + 2 >= len(parse.items) or parse.items[k + 1].value != ",":
        return
    bearer = parse.items[k + 2].np
    units = parse.units[bearer.first : bearer.last] if bearer is not None and bearer.prep is None and not bearer.mods else []
    if units and all(u.cap and u.pos == "nom" for u in units) and (surname := bearer_of(units)):
        cast.aliases.setdefault(surname, mention)


def _introduced(np: NounPhrase, parse: Parse, cast: Cast, mention: Mention, head: Unit | None) -> Mention | None:
    """A person known by nothing but the words beside the name ("A B, spokesman for the ministry, said"), now or before."""
    outer = parse.units[np.first : np.last]
    surname = bearer_of(outer)
    if not surname:
        return None
    told = _beside_name(np, parse, cast)
    if told is None:
        told = cast.aliases.get(surname) if head is None or mention.head in ("office", "person") else None
        if told is None:
            return None
        mention.inherited = True
    else:
        cast.aliases[surname] = told
    mention.code, mention.sector, mention.row, mention.human = told.code, told.sector, told.row, True
    mention.head, mention.relay, mention.word = told.head, told.relay, told.word
    return mention


def _beside_name(np: NounPhrase, parse: Parse, cast: Cast) -> Mention | None:
    """The office, body or speaker told between commas right after a name."""
    k = next((i for i, item in enumerate(parse.items) if item.np is np), None)
    if k is None or k + 2 >= len(parse.items) or parse.items[k + 1].value != ",":
        return None
    apposed = parse.items[k + 2].np
    if apposed is None or apposed.prep is not None or apposed.pronoun:
        return None
    words = parse.units[apposed.first : apposed.last]
    if not any(u.has("nouns:relay", "nouns:office", "nouns:person") and u.pos != "verb" for u in words):
        return None
    told = read_phrase(apposed, parse, cast)
    return told if told is not None and told.code is not None else None


def _owned(mention: Mention, np: NounPhrase, parse: Parse, cast: Cast) -> Mention:
    """ "its forces", "our units": the party of the speaker or of the last subject."""
    ours = any(u.has("words:first") for u in parse.units[np.first : np.end])
    owner = cast.speaker if ours else (cast.subject or cast.last())
    owner = owner or cast.issuer
    if owner is not None:
        mention.code, mention.row, mention.inherited = owner.code, owner.row, True
        if mention.head in ("asset", "side"):
            mention.sector = owner.sector
        _as_peacekeepers(mention, cast)
    return mention


def _as_peacekeepers(mention: Mention, cast: Cast) -> None:
    """Forces and troops of an organisation without an army are its peacekeepers."""
    if mention.code in cast.organisations and mention.sector == "MIL":
        mention.sector = "PKF"


def _side(mention: Mention, head: Unit, parse: Parse, np: NounPhrase, cast: Cast) -> Mention:
    values = head.values("nouns:side")
    quant = {v for u in parse.units[np.first : np.last] for v in u.values("words:quant")}
    counted = any("2" in u.values("numbers:unit") or "both" in u.values("words:quant") for u in parse.units[np.first : np.last])
    if "other" in values or any(u.has("numbers:other") for u in parse.units[np.first : np.last]):
        _adversary(mention, cast)
    elif mention.plural or counted or quant:
        mention.many = cast.both_sides()
        mention.code = mention.many[0] if mention.many else None
        mention.inherited = True
    return mention


def _rebels(mention: Mention, np: NounPhrase, parse: Parse, cast: Cast, head: Unit) -> Mention:
    """ "the separatists", "the rebel ministry": the body or group met before, else the de facto authority of the text."""
    known = next((m for m in reversed(cast.mentions) if m.code in cast.de_facto), None)
    body = next((u for u in parse.units[np.first : np.last] if u.has("nouns:body", "nouns:office")), None)
    if np.det != "def":
        known = None
    elif known is None or body is not None:
        met = cast.of_word(body.low) if body is not None and (known is None or body is not head) else None
        known = met if met is not None and (known is None or met.code == known.code) else known or cast.of_sector("REB")
    sector = next((row.sector for cls in ("nouns:body", "nouns:office") for row in body.rows(cls) if row.sector), "") if body is not None else ""
    if known is None:
        mention.code, mention.sector = UNKNOWN, sector if mention.head != "person" else ""
        return mention
    mention.code, mention.row, mention.inherited = known.code, known.row, True
    mention.sector = sector or (known.sector if known.code in cast.de_facto else "REB")
    return mention


def _adversary(mention: Mention, cast: Cast) -> None:
    """Whom the speaker calls the enemy or the other side."""
    speaker = cast.speaker or cast.issuer or cast.subject
    mention.code = cast.foe if cast.foe and (speaker is None or cast.foe != speaker.code) else cast.other_side(speaker.code if speaker else None)
    mention.inherited = True
