"""Losses as casualty entries of claims: figures, sides, grave cases, and which act they belong to."""

from __future__ import annotations

from dataclasses import replace

from trucewatch.actors import Mention
from trucewatch.acts import LossMention
from trucewatch.coder.people import People
from trucewatch.coder.reading import ReadSentence
from trucewatch.model import Casualty
from trucewatch.numbers import Quantity
from trucewatch.syntax import NounPhrase, Unit

_OWN_SECTORS = ("MIL", "POL", "REB", "PKF")


def entries(
    sentence: ReadSentence, loss: LossMention, people: People, origin: Mention | None, *,
    confirmed: bool = False, accusing: bool = False, before: list[Casualty] | None = None,
) -> list[Casualty]:
    """The casualty entries of one loss: one for each side that its phrase counts; empty if nothing is counted."""
    np = loss.phrase
    if np is None:
        return []
    quantity = _quantity(sentence, np, loss)
    if loss.none or loss.negated or quantity is not None and quantity.quantifier == "none_stated":
        return [_none(sentence, loss, people, origin, before)] if _countable(sentence, np, loss) else []
    if any(u.has("nouns:household") for u in sentence.units[np.first : np.end]) and loss.status == "displaced":
        return []  # what is counted in families is no figure of people
    if _in_including(sentence, np, loss):
        return []
    figure = _figure(sentence, np, loss, quantity)
    if figure is None:
        return []
    reached = _people_reached(sentence, np, loss) if quantity is None else None
    if reached is not None:
        np = reached  # "the toll rises to eight soldiers and four civilians": whose they are stands behind the figure
    side, civilian = _side(sentence, np, people, None if accusing else origin)
    if side is None and origin is None:
        side = _side_of_place(sentence, np, loss, people)
    side = side or _side_of_stretch(sentence, np, people)
    if side is None and _elliptical(sentence, np) and before:
        side, civilian = before[-1].side, before[-1].civilian
    if side is None and loss.owner is not None:
        side = _side_of_owner(sentence, np, loss.owner, people)
    side = side or _side_of_group(sentence, np, people) or _side_of_counting(sentence, np, people, origin)
    if side is None and confirmed and origin is not None and civilian is not True and people.has_people(origin.code):
        side = origin.party
    start, end = sentence.chars(min(np.first, quantity.first if quantity else np.first), max(np.last, np.end))
    low, best, high, quantifier = figure
    severe = _severe(sentence, max(np.end, loss.unit + 1), loss)
    first = Casualty(loss.status, side, civilian, low, best, high, quantifier, severe, (), start, end)
    return [first, *_elliptic(sentence, np, loss, people, first, None if accusing else origin)]


def _quantity(sentence: ReadSentence, np: NounPhrase, loss: LossMention) -> Quantity | None:
    inside = [q for q in sentence.quantities if q.first >= np.first - 4 and q.last <= np.end and q.last > np.first - 1 and not (q.first < np.first and q.last < np.first)]
    inside = [q for q in inside if not _place_number(sentence, q)]
    real = [q for q in inside if not q.article]
    return (real or inside or [None])[0]  # type: ignore[list-item]


def _place_number(sentence: ReadSentence, quantity: Quantity) -> bool:
    after = sentence.units[quantity.last] if quantity.last < len(sentence.units) else None
    return after is not None and after.has("dates:unit", "nouns:asset", "numbers:times") and not after.has("nouns:person", "nouns:victim")


def _countable(sentence: ReadSentence, np: NounPhrase, loss: LossMention) -> bool:
    units = sentence.units[np.first : np.end]
    return any(u.has("nouns:person", "nouns:victim") or u.has("numbers:none") and u.has("words:pron") for u in units)


def _figure(
    sentence: ReadSentence, np: NounPhrase, loss: LossMention, quantity: Quantity | None
) -> tuple[int | None, int | None, int | None, str] | None:
    if quantity is not None and quantity.same:
        earlier = [q for q in sentence.quantities if q.last <= quantity.first and q.best is not None]
        if earlier:
            return earlier[-1].best, earlier[-1].best, earlier[-1].best, earlier[-1].quantifier
        return None
    rise = _rise_over(sentence, np)
    if rise is not None:
        return rise.high, rise.high, rise.high, "exact"
    if quantity is not None and _rising(sentence, quantity):
        return quantity.high, quantity.high, quantity.high, "exact"
    if quantity is not None:
        return quantity.low, quantity.best, quantity.high, quantity.quantifier
    if np.first and loss.group is not None and sentence.units[np.first - 1].pos == "neg":
        return 0, 0, 0, "none_stated"  # « aucun des habitants n'a été blessé »
    risen = _risen(sentence, np, loss)
    if risen is not None:
        return risen.low, risen.best, risen.high, risen.quantifier
    units = sentence.units[np.first : np.last]
    if all(u.has("numbers:other") for u in units) and not any(u.plural for u in units):
        return 1, 1, 1, "exact"  # "and another wounded"
    if any("one_of" in u.values("words:quant") for u in units):
        return 1, 1, 1, "exact"  # « un de ses soldats »
    if np.pronoun:
        return (1, 1, 1, "exact") if units[0].values("words:pron") & {"3s", "1s"} else None
    named = any(u.has("person", "surname") for u in units)
    person = next((u for u in units if u.has("nouns:person", "nouns:office")), None)
    plural = np.plural if np.plural is not None else person is not None and person.plural
    if named or np.det in ("poss", "def") and loss.group is not None and person is not None and not plural:
        return 1, 1, 1, "exact"
    if person is not None and np.det in ("indef", "") and plural and loss.group is not None and (np.det or loss.status != "displaced"):
        return None, None, None, "several"
    return None


def _risen(sentence: ReadSentence, np: NounPhrase, loss: LossMention) -> Quantity | None:
    """ "the number of civilians killed had risen to 865 from 850": the figure that a counting noun reaches."""
    lead = sentence.units[max(0, np.first - 5) : np.last]
    if not any(u.has("nouns:counter") for u in lead):
        return None
    for quantity in sentence.quantities:
        opening = sentence.units[quantity.first]
        if quantity.first > loss.unit and quantity.best is not None and opening.has("numbers:atmost") and opening.has("words:prep"):
            return replace(quantity, low=quantity.best, high=quantity.best, quantifier="exact")  # a word for "up to" that is "to" as well
        before = sentence.units[quantity.first - 1] if quantity.first else None
        if quantity.first > loss.unit and _rising(sentence, quantity) and quantity.high is not None:
            return replace(quantity, low=quantity.high, best=quantity.high, quantifier="exact")
        if quantity.first > loss.unit and before is not None and before.pos == "verb" and not quantity.article and quantity.best is not None:
            return quantity  # "the toll has reached 14"
        if quantity.first > loss.unit and quantity.best is not None and before is not None and (
            before.has("words:reach") or before.pos == "prep" and before.values("words:prep") & {"to", "at"} or before.tail in ("to", "at")
        ):
            return quantity
    return None


def _people_reached(sentence: ReadSentence, np: NounPhrase, loss: LossMention) -> NounPhrase | None:
    """The phrase of people that holds the figure which a counting noun has reached."""
    risen = _risen(sentence, np, loss)
    phrase = sentence.parse.phrase_at(risen.last - 1) if risen is not None else None
    if phrase is None or not any(u.has("nouns:person") for u in sentence.units[phrase.first : phrase.last]):
        return None
    return phrase


def _rise_over(sentence: ReadSentence, np: NounPhrase) -> Quantity | None:
    """ « passé de sept à quatorze morts »: the two figures before the noun that is counted."""
    return next((q for q in sentence.quantities if q.first < np.first <= q.last <= np.end and _rising(sentence, q)), None)


def _rising(sentence: ReadSentence, quantity: Quantity) -> bool:
    """ "the toll rose from seven to 14": two figures, of which the second holds."""
    opening = sentence.units[quantity.first]
    span = quantity.low is not None and quantity.high is not None and quantity.low < quantity.high
    return span and bool(opening.values("words:prep") & {"from", "of"}) and any(
        u.has("nouns:counter") for u in sentence.units[max(0, quantity.first - 12) : quantity.first]
    )


def is_running(sentence: ReadSentence, loss: LossMention) -> bool:
    """Whether the figure is a toll that a counting noun has reached ("the toll rises to 12"): it has no day of its own."""
    return loss.phrase is not None and _risen(sentence, loss.phrase, loss) is not None


def _none(
    sentence: ReadSentence, loss: LossMention, people: People, origin: Mention | None, before: list[Casualty] | None
) -> Casualty:
    np = loss.phrase
    assert np is not None
    side, civilian = _side(sentence, np, people, origin)
    side = side or _side_of_stretch(sentence, np, people) or _side_of_counting(sentence, np, people, origin)
    if side is None and loss.owner is not None:
        side = _side_of_owner(sentence, np, loss.owner, people)
    if side is not None and side.endswith("-CVL"):
        civilian = True
    start, end = sentence.chars(np.first, np.end)
    status = loss.status
    return Casualty(status, side, civilian, 0, 0, 0, "none_stated", None, (), start, end)


def _side(
    sentence: ReadSentence, np: NounPhrase, people: People, origin: Mention | None
) -> tuple[str | None, bool | None]:
    """(party whose people they are, civilian or not); soldiers without nationality are the counting authority's."""
    owned = _owned(sentence, np)
    mention = people.voice(sentence, owned, origin)
    if mention is None:
        return None, _civilian_words(sentence.units[np.first : np.last])
    if mention.code == "UNK":
        return None, mention.civilian
    civilian = mention.civilian
    if civilian is None and mention.sector not in _OWN_SECTORS:
        civilian = _civilian_words(sentence.units[np.first : np.last])
    if mention.head in ("asset", "relay") or mention.head == "pronoun" and not mention.code:
        return None, civilian
    if mention.inherited and owned.det == "poss" and origin is not None and origin.code != mention.code and mention.sector in _OWN_SECTORS:
        killers = {m.code for g in sentence.parse.groups if g.first < np.first for m in people.parties(sentence, sentence.parse.subject(g).phrases)}
        if mention.code in killers and people.has_people(origin.code):
            return f"{origin.code}-{mention.sector}", civilian  # "said army planes had killed several of its fighters"
    if mention.inherited and (civilian or not people.has_people(mention.code) and mention.sector != "PKF"):
        return None, civilian  # "its driver", "his two sons": related to somebody, which says no party
    if mention.code is not None and not (mention.seated and mention.head == "person" and mention.sector in ("", "CVL")) and not (mention.inherited and mention.head == "body"):
        if mention.head == "name" and not mention.human and any(u.has("place") for u in sentence.units[np.first : np.last]) and not _demonym(sentence.units[np.first : np.last]):
            return None, civilian
        return mention.party, civilian
    if mention.sector in _OWN_SECTORS and origin is not None and origin.code not in (None, "UNK") and origin.sector != "PKF" and people.has_people(origin.code):
        return f"{origin.code}-{mention.sector}", civilian
    return None, civilian


def _civilian_words(units: list[Unit]) -> bool | None:
    return True if any(row.civilian for u in units for row in u.rows("nouns:person")) else None


def _owned(sentence: ReadSentence, np: NounPhrase) -> NounPhrase:
    """ "its fighters" of "two of its fighters"."""
    if len(np.mods) != 1 or "poss" not in sentence.units[np.mods[0].first].values("words:det"):
        return np
    if not all(u.pos in ("num", "det", "pron", "adv") for u in sentence.units[np.first : np.last]):
        return np
    mod = np.mods[0]
    return NounPhrase(mod.first, mod.last, mods=mod.mods, det="poss")


def _side_of_counting(sentence: ReadSentence, np: NounPhrase, people: People, origin: Mention | None) -> str | None:
    """Residents and citizens are of the party whose authority counts them; so are losses "in its ranks"."""
    if origin is None or origin.code is None or not people.has_people(origin.code) or origin.sector == "PKF":
        return None
    if origin.sector != "CVL" and any(u.has("nouns:resident") for u in sentence.units[np.first : np.end]):
        return f"{origin.code}-CVL"
    behind = sentence.units[np.end : np.end + 6]
    stop = next((k for k, u in enumerate(behind) if u.kind == "punct" or u.pos == "verb"), len(behind))
    if any(u.has("nouns:resident") for u in behind[:stop]) and any(u.values("words:prep") & {"between", "at"} for u in behind[:1]):
        return f"{origin.code}-CVL"  # "no victims among the population"
    before = sentence.units[: np.first]
    mark = next((k for k in range(len(before) - 1, -1, -1) if before[k].low in (";", ":")), 0)
    return origin.party if any(u.has("nouns:ranks") for u in (*behind[:stop], *before[mark:])) else None


def _side_of_group(sentence: ReadSentence, np: NounPhrase, people: People) -> str | None:
    """ "300 fighters from the armed group": the party that the phrase right behind names."""
    behind = next((it.np for it in sentence.parse.items if it.np is not None and it.np.first >= np.end), None)
    if behind is None or behind.prep != "from" or behind.prep_at != np.end:
        return None
    lost, group = people.who(sentence, np), people.who(sentence, behind)
    if lost is None or lost.sector not in _OWN_SECTORS and lost.code != "UNK" or group is None or group.code is None or group.many:
        return None
    return group.party if people.has_people(group.code) else None


def _side_of_owner(sentence: ReadSentence, np: NounPhrase, owner: NounPhrase, people: People) -> str | None:
    """The party that lost them, with the sector that the men or the party have."""
    mention, lost = people.who(sentence, owner), people.who(sentence, np)
    if mention is None or mention.code is None or mention.many or not people.has_people(mention.code):
        return None
    if lost is not None and lost.head == "name" and lost.code and lost.code != mention.code:
        return lost.party  # "X lost three soldiers and Y two"
    sector = (lost.sector if lost is not None else "") or (mention.sector if mention.sector in _OWN_SECTORS else "")
    return f"{mention.code}-{sector}" if sector else mention.code


def _elliptical(sentence: ReadSentence, np: NounPhrase) -> bool:
    """A figure without its noun ("and 15 wounded", « et deux autres »)."""
    units = [u for u in sentence.units[np.first : np.end] if u.pos != "prep"]
    return all(u.pos in ("num", "det") or u.has("numbers:other", "nouns:victim", "numbers:ordinal") for u in units)


def _side_of_stretch(sentence: ReadSentence, np: NounPhrase, people: People) -> str | None:
    """ "On the northern side, we count three dead": the side that opens the stretch."""
    for item in reversed(sentence.parse.items):
        if item.at >= np.first:
            continue
        if item.kind == "mark" and item.value == ";":
            return None
        if item.np is not None and any(u.has("nouns:side") for u in sentence.units[item.np.first : item.np.last]):
            mention = people.who(sentence, item.np)
            return mention.code if mention is not None and not mention.many else None
    return None


def _side_of_place(sentence: ReadSentence, np: NounPhrase, loss: LossMention, people: People) -> str | None:
    """Soldiers and police whom nobody's count claims belong to the country where they were hit."""
    mention = people.who(sentence, np)
    if mention is None or mention.sector not in ("MIL", "POL") or mention.head != "person":
        return None
    countries = {row.country.split("-")[0] for u in sentence.units for row in u.rows("place")[:1] if row.country}
    return f"{countries.pop()}-{mention.sector}" if len(countries) == 1 else None


def _demonym(units: list[Unit]) -> bool:
    return any(row.role == "demonym" for u in units for row in u.rows("name"))


def _in_including(sentence: ReadSentence, np: NounPhrase, loss: LossMention) -> bool:
    """A sub-group ("among them a soldier") is no figure of its own."""
    if any(unit.has("numbers:including") for unit in sentence.units[np.first + 1 : np.last - 1]):
        return True  # "three of them children"
    if any(unit.has("numbers:including") for unit in sentence.units[np.last - 1 : np.end + 2] if unit.i > np.first):
        return _among_them(sentence, np)
    for unit in sentence.units[max(0, np.first - 3) : np.first + 1]:
        if unit.has("numbers:including"):
            return not loss.group or loss.unit < np.first or not loss.group.finite
    return False


def _among_them(sentence: ReadSentence, np: NounPhrase) -> bool:
    """ "seven people, a girl among them": a phrase after a comma that ends with "among them"."""
    before = sentence.units[np.first - 1] if np.first else None
    tail = sentence.units[np.last - 1 : np.end + 2]
    return before is not None and before.low in (",", "–", "—", "-") and any(
        u.has("numbers:including") and (" " in u.low or u.i + 1 < len(sentence.units) and sentence.units[u.i + 1].has("words:pron")) for u in tail
    )


def _severe(sentence: ReadSentence, start: int, loss: LossMention) -> int | None:
    """How many of them are said to be in a grave condition."""
    lead = sentence.units[max(0, loss.unit - 2) : loss.unit + 1]
    window = sentence.units[start : start + 12]
    for offset, unit in enumerate(window):
        if unit.kind == "punct" and unit.low in (";", ".") or unit.has("nouns:victim") and offset > 3:
            break
        if unit.has("numbers:severe"):
            before = [q for q in sentence.quantities if start <= q.first and q.last <= unit.i + 1]
            if before:
                return before[-1].best
            return None
    if any(u.has("numbers:severe") for u in lead):
        return 1 if loss.phrase is not None and any(q.best == 1 for q in sentence.quantities if q.first >= loss.phrase.first - 1 and q.last <= loss.phrase.end) else None
    return None


def _elliptic(
    sentence: ReadSentence, np: NounPhrase, loss: LossMention, people: People, first: Casualty, origin: Mention | None
) -> list[Casualty]:
    """ "two French soldiers and one German": a second figure joined without its noun."""
    found: list[Casualty] = []
    items = sentence.parse.items
    k = next((i for i, item in enumerate(items) if item.np is np or item.np is not None and item.np.covers(np.first)), None)
    while k is not None and k + 2 < len(items):
        joint, other = items[k + 1], items[k + 2]
        if joint.kind not in ("conj", "mark") or joint.kind == "mark" and joint.value != "," or other.np is None or other.np.prep not in (None, np.prep):
            break
        if any(u.has("numbers:including") for u in sentence.units[joint.at : other.np.end + 1]):
            break
        if any(lost.phrase is not None and lost.phrase.first == other.np.first for lost in sentence.losses):
            break  # counted by itself
        quantity = next((q for q in sentence.quantities if other.np.first <= q.first and q.last <= other.np.end), None)
        mention = people.who(sentence, other.np)
        if quantity is None or mention is None or quantity.best is None:
            break
        if loss.group is not None and any(q is np for q in sentence.parse.subject(loss.group).phrases) and any(q is other.np for q in sentence.parse.subject(loss.group).phrases):
            break
        list_of_toll = np.prep == "to" or loss.unit < np.first - 3
        bare = mention.head in ("name",) and _demonym(sentence.units[other.np.first : other.np.last])
        person = mention.head == "person" and (loss.group is not None and not loss.group.passive or loss.group is None and list_of_toll)
        if not bare and not person:
            break
        sector = (first.side or "").partition("-")[2] if bare else mention.sector
        side = f"{mention.code}-{sector}" if mention.code and sector else mention.code
        if person:
            side = _side(sentence, other.np, people, origin)[0]
        start, end = sentence.chars(other.np.first, other.np.end)
        civilian = first.civilian if bare else mention.civilian
        found.append(Casualty(first.status, side, civilian, quantity.low, quantity.best, quantity.high, quantity.quantifier, None, (), start, end))
        k += 2
    return found
