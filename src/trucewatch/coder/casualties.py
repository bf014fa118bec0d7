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
        return [_none(sentence, loss, people, origin)] if _countable(sentence, np, loss) else []
    if _in_including(sentence, np, loss):
        return []
    figure = _figure(sentence, np, loss, quantity)
    if figure is None:
        return []
    side, civilian = _side(sentence, np, people, None if accusing else origin)
    if side is None and origin is None:
        side = _side_of_place(sentence, np, loss, people)
    if side is None and _elliptical(sentence, np) and before:
        side, civilian = before[-1].side, before[-1].civilian
    if side is None and loss.owner is not None:
        side = _side_of_owner(sentence, np, loss.owner, people)
    if side is None:
        side = _side_of_stretch(sentence, np, people)
    if side is None and confirmed and origin is not None and civilian is not True:
        side = origin.party
    start, end = sentence.chars(min(np.first, quantity.first if quantity else np.first), max(np.last, np.end))
    low, best, high, quantifier = figure
    severe = _severe(sentence, max(np.end, loss.unit + 1), loss)
    first = Casualty(loss.status, side, civilian, low, best, high, quantifier, severe, (), start, end)
    return [first, *_elliptic(sentence, np, loss, people, first)]


def _quantity(sentence: ReadSentence, np: NounPhrase, loss: LossMention) -> Quantity | None:
    inside = [q for q in sentence.quantities if q.first >= np.first - 4 and q.last <= np.end and q.last > np.first - 1 and not (q.first < np.first and q.last < np.first)]
    inside = [q for q in inside if not _place_number(sentence, q)]
    real = [q for q in inside if not q.article]
    return (real or inside or [None])[0]  # type: ignore[list-item]


def _place_number(sentence: ReadSentence, quantity: Quantity) -> bool:
    after = sentence.units[quantity.last] if quantity.last < len(sentence.units) else None
    return after is not None and after.has("dates:unit", "nouns:asset") and not after.has("nouns:person", "nouns:victim")


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
    if quantity is not None and _rising(sentence, quantity):
        return quantity.high, quantity.high, quantity.high, "exact"
    if quantity is not None:
        return quantity.low, quantity.best, quantity.high, quantity.quantifier
    risen = _risen(sentence, np, loss)
    if risen is not None:
        return risen.low, risen.best, risen.high, risen.quantifier
    units = sentence.units[np.first : np.last]
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
        if quantity.first > loss.unit and quantity.best is not None and before is not None and (
            before.has("words:reach") or before.pos == "prep" and before.values("words:prep") & {"to", "at"} or before.tail in ("to", "at")
        ):
            return quantity
    return None


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


def _none(sentence: ReadSentence, loss: LossMention, people: People, origin: Mention | None) -> Casualty:
    np = loss.phrase
    assert np is not None
    side, civilian = _side(sentence, np, people, origin)
    start, end = sentence.chars(np.first, np.end)
    status = loss.status
    return Casualty(status, side, civilian, 0, 0, 0, "none_stated", None, (), start, end)


def _side(
    sentence: ReadSentence, np: NounPhrase, people: People, origin: Mention | None
) -> tuple[str | None, bool | None]:
    """(party whose people they are, civilian or not); soldiers without nationality are the counting authority's."""
    mention = people.voice(sentence, np, origin)
    if mention is None:
        return None, None
    if mention.code == "UNK":
        return None, mention.civilian
    civilian = mention.civilian
    if mention.head in ("asset", "relay") or mention.head == "pronoun" and not mention.code:
        return None, civilian
    if mention.code is not None and not (mention.seated and mention.head == "person" and not mention.sector) and not (mention.inherited and mention.head == "body"):
        if mention.head == "name" and not mention.human and any(u.has("place") for u in sentence.units[np.first : np.last]) and not _demonym(sentence.units[np.first : np.last]):
            return None, civilian
        return mention.party, civilian
    if mention.sector in _OWN_SECTORS and origin is not None and origin.code is not None and origin.sector != "PKF" and people.has_people(origin.code):
        return f"{origin.code}-{mention.sector}", civilian
    return None, civilian


def _side_of_owner(sentence: ReadSentence, np: NounPhrase, owner: NounPhrase, people: People) -> str | None:
    """The party that lost them, with the sector that the men or the party have."""
    mention, lost = people.who(sentence, owner), people.who(sentence, np)
    if mention is None or mention.code is None or mention.many or not people.has_people(mention.code):
        return None
    sector = (lost.sector if lost is not None else "") or (mention.sector if mention.sector in _OWN_SECTORS else "")
    return f"{mention.code}-{sector}" if sector else mention.code


def _elliptical(sentence: ReadSentence, np: NounPhrase) -> bool:
    """A figure without its noun ("and 15 wounded", « et deux autres »)."""
    units = [u for u in sentence.units[np.first : np.end] if u.pos != "prep"]
    return all(u.pos in ("num", "det") or u.has("numbers:other", "nouns:victim") for u in units)


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
    sentence: ReadSentence, np: NounPhrase, loss: LossMention, people: People, first: Casualty
) -> list[Casualty]:
    """ "two French soldiers and one German": a second figure joined without its noun."""
    found: list[Casualty] = []
    items = sentence.parse.items
    k = next((i for i, item in enumerate(items) if item.np is np or item.np is not None and item.np.covers(np.first)), None)
    while k is not None and k + 2 < len(items):
        joint, other = items[k + 1], items[k + 2]
        if joint.kind not in ("conj", "mark") or joint.kind == "mark" and joint.value != "," or other.np is None or other.np.prep not in (None, np.prep):
            break
        quantity = next((q for q in sentence.quantities if other.np.first <= q.first and q.last <= other.np.end), None)
        mention = people.who(sentence, other.np)
        if quantity is None or mention is None or quantity.best is None:
            break
        if loss.group is not None and any(q is np for q in sentence.parse.subject(loss.group).phrases) and any(q is other.np for q in sentence.parse.subject(loss.group).phrases):
            break
        bare = mention.head in ("name",) and _demonym(sentence.units[other.np.first : other.np.last])
        person = mention.head == "person" and loss.group is not None and not loss.group.passive
        if not bare and not person:
            break
        sector = (first.side or "").partition("-")[2] if bare else mention.sector
        side = f"{mention.code}-{sector}" if mention.code and sector else mention.code
        start, end = sentence.chars(other.np.first, other.np.end)
        civilian = first.civilian if bare else mention.civilian
        found.append(Casualty(first.status, side, civilian, quantity.low, quantity.best, quantity.high, quantity.quantifier, None, (), start, end))
        k += 2
    return found
