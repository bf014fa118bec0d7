"""What stands around a phrase and may tell whose it is: seats, countries, numbers, owners in apposition."""

from __future__ import annotations

from collections.abc import Sequence

from trucewatch.actors.cast import Cast
from trucewatch.actors.names import (
    is_demonym,
)
from trucewatch.syntax import NounPhrase, Parse, Unit


def goes_on(parse: Parse, np: NounPhrase) -> bool:
    """ «soldados indios y pakistaníes»: an adjective joined to the one before it, where adjectives have a plural."""
    if np.last - np.first != 1 or np.first < 3 or parse.units[np.first - 1].pos != "conj":
        return False
    before = parse.units[np.first - 2]
    return is_demonym(parse.units[np.first]) and is_demonym(before) and parse.units[np.first - 3].has("nouns:body", "nouns:person")


def shared_bearers(np: NounPhrase, parse: Parse, code: str | None) -> tuple[str, ...]:
    """ "the leaders of A and B": a bare name joined to the name inside a plural phrase."""
    k = next((i for i, item in enumerate(parse.items) if item.np is not None and item.np.covers(np.first)), None)
    if code is None or k is None or k + 2 >= len(parse.items) or parse.items[k + 1].kind != "conj":
        return ()
    joined = parse.items[k + 2].np
    if joined is None or joined.prep not in (None, "of"):
        return ()
    units = [u for u in parse.units[joined.first : joined.last] if u.pos != "det"]
    if len(units) != 1 or not units[0].rows("name") or units[0].rows("name")[0].role == "demonym":
        return ()
    return (code, units[0].rows("name")[0].party.split("-")[0])


def continues_phrase(np: NounPhrase | None, following: NounPhrase | None) -> bool:
    return np is not None and following is not None and following.prep is not None and following.prep_at == np.end


def seat_of(np: NounPhrase, parse: Parse) -> tuple[str, str] | None:
    """ "authorities in C": the place right after the phrase gives the code."""
    for item in parse.items:
        following = item.np
        if following is None or following.first <= np.first or following.prep not in ("in", "at", "from"):
            continue
        if following.prep_at != np.end:
            continue
        for unit in parse.units[following.first : following.last]:
            for row in unit.rows("name"):
                if row.role in ("capital", "name"):
                    return row.party.split("-")[0], row.where
            for row in unit.rows("place"):
                if row.country:
                    return row.country.split("-")[0], row.where
        return None
    return None


def says_two(units: Sequence[Unit]) -> bool:
    """ "the two presidents", « les deux dirigeants », "both men"."""
    return any("2" in u.values("numbers:unit") or u.low == "2" or "both" in u.values("words:quant") for u in units) and not any(u.has("name", "place") for u in units)


def says_both(units: Sequence[Unit]) -> bool:
    """ "the two armies", « des deux pays »: both sides of the text."""
    two = any("2" in u.values("numbers:unit") or u.low == "2" or "both" in u.values("words:quant") for u in units)
    return two and any(u.has("nouns:body", "nouns:side", "nouns:placehead") for u in units) and not any(u.has("name", "place") for u in units)


def country_within(np: NounPhrase, parse: Parse) -> tuple[str, str] | None:
    """ "the governor of Tavush": the country of the place that the phrase names."""
    for mod in np.mods:
        for part in mod.chain():
            for unit in parse.units[part.first : part.last]:
                for row in unit.rows("place"):
                    if row.country and mod.prep == "of":
                        return row.country.split("-")[0], row.where
    return None


def seat_of_sentence(np: NounPhrase, parse: Parse) -> tuple[str, str] | None:
    """ "In Paris, the ministry said": the capital that opens the sentence is the seat of its bodies."""
    opening = parse.items[0].np if parse.items else None
    if opening is None or opening is np or opening.prep not in ("in", "at", "from") or len(parse.items) < 2 or parse.items[1].value != ",":
        return None
    for unit in parse.units[opening.first : opening.last]:
        for row in unit.rows("name"):
            if row.role == "capital":
                return row.party.split("-")[0], row.where
    return None


def enemy_of(np: NounPhrase, parse: Parse, cast: Cast) -> str | None:
    """ "a group of the enemy": whose the other side's people and bodies are."""
    own = [u for u in parse.units[np.first : np.end] if u.has("nouns:side") and u.pos != "verb"]
    if not any("other" in u.values("nouns:side") for u in own):
        return None
    speaker = cast.speaker or cast.issuer or cast.subject
    if cast.foe and (speaker is None or cast.foe != speaker.code):
        return cast.foe
    return cast.other_side(speaker.code if speaker else None)
