"""Frames without a verb of saying: "according to", nouns of saying, denials told as predicates."""

from __future__ import annotations

from trucewatch.attribution.frame import SayFrame, phrase_after, segment_at, sentence_start, verb_within
from trucewatch.packs import SayRow
from trucewatch.syntax import NounPhrase, Parse, Unit


def predicate_frame(parse: Parse, unit: Unit, row: SayRow) -> SayFrame | None:
    """ "the claims are false": a denial told as a predicate; the speaker is the voice of the sentence."""
    first, last = segment_at(parse, unit.i)
    clause = row.value == "clause"
    scope = [(unit.i + 1, last)] if clause else [(first, unit.i)]
    group = next((item.vg for item in reversed(parse.items) if item.at < unit.i and item.vg is not None), None) if unit.pos != "verb" else None
    named = group is not None and group.finite and parse.units[group.head].has("say") and parse.clauses is not None
    speakers = list(parse.subject(group).phrases) if group is not None and named else []
    return SayFrame(unit.i, "predicate", row.speech, row.value, row.where, speakers, scope)


def according_frame(parse: Parse, unit: Unit, row: SayRow) -> SayFrame | None:
    own = unit.has("words:pron")  # "in his words" as one phrase
    speaker = NounPhrase(unit.i, unit.i + 1, pronoun=True) if own else phrase_after(parse, unit)
    first, last = segment_at(parse, unit.i)
    frame = SayFrame(unit.i, "according", row.speech, row.value, row.where, [speaker] if speaker else [])
    end = speaker.end if speaker is not None else unit.i + 1
    if row.value in ("side", "opinion") or speaker is not None and parse.units[speaker.first].has("words:first"):
        return None  # "according to our data": the speaker of the words around it
    if row.value == "source" and end + 1 < last and parse.units[end].low == "," and parse.units[end + 1].pos == "sub":
        frame.scope, frame.that = [(end + 2, last)], True  # "X reported, citing Y, that ..."
        return frame
    before = unit.i > first and any(u.pos in ("verb", "nom") for u in parse.units[first : unit.i])
    if before and parse.units[unit.i - 1].pos in ("rel", "sub") and speaker is not None and _finite_within(parse, end, last):
        frame.scope = [(end, last)]  # "where according to X a hundred people have died"
        return frame
    if before and not (unit.i > 0 and parse.units[unit.i - 1].low == "," and _finite_within(parse, end, last)):
        frame.scope = [(sentence_start(parse, first, unit.i), unit.i)]
        frame.post = True
    elif before and not _finite_within(parse, first, unit.i):
        frame.scope = [(first, unit.i), (end, last)]
    elif before:
        comma = max((u.i for u in parse.units[first : unit.i] if u.low == ","), default=first)
        frame.scope = [(first, comma if comma > first else unit.i)]
    elif unit.i <= 1 and last < len(parse.units) and not any(u.has("say") for u in parse.units[last:]):
        frame.scope = [(end, len(parse.units))]
    else:
        frame.scope = [(end, last)]
    return frame


def _finite_within(parse: Parse, first: int, last: int) -> bool:
    return any(g.finite and first <= g.first < last for g in parse.groups)


def noun_frame(parse: Parse, unit: Unit, row: SayRow) -> SayFrame | None:
    """ "statements by X that ...", « l'annonce de X »: the speaker is the phrase after the noun."""
    host = parse.phrase_at(unit.i)
    owner = _owner_of_noun(parse, unit, host) if host is not None else None
    speaker = owner or phrase_after(parse, unit) if unit.tail in ("of", "by", "from", "to") or " " not in unit.low else None
    if speaker is None and host is not None and host.mods:
        speaker = host.mods[0]
    if speaker is None:
        return None
    first, last = segment_at(parse, unit.i)
    that = next((it for it in parse.items if it.at >= speaker.end and it.kind in ("sub", "rel") and it.at <= speaker.end + 2 and not verb_within(parse, speaker.end, it.at)), None)
    if that is None:
        return SayFrame(unit.i, "noun", row.speech, row.value, row.where, [speaker], [(speaker.end, min(last, speaker.end + 10))], bare=True)
    return SayFrame(unit.i, "noun", row.speech, row.value, row.where, [speaker], [(that.end, _clause_stop(parse, that.end, last))], that=True)


def _owner_of_noun(parse: Parse, unit: Unit, host: NounPhrase) -> NounPhrase | None:
    """ "the capital's claim", « l'allégation de la capitale »: whose words the noun speaks of, inside its own phrase."""
    part = next((p for p in host.chain() if p.first <= unit.i < p.last), None)
    if part is None:
        return None
    if part.first < unit.i and parse.units[unit.i - 1].kind == "possessive":
        return NounPhrase(part.first, unit.i - 1, det=part.det)
    if unit.i + 1 < part.last and unit.tail == "of":
        return NounPhrase(unit.i + 1, part.last, mods=part.mods)
    return None


def _clause_stop(parse: Parse, first: int, last: int) -> int:
    groups = [g for g in parse.groups if g.finite and first <= g.first < last]
    return groups[1].first if len(groups) > 1 else last
