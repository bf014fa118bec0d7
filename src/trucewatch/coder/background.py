"""Whether an act is the news of the day or told as earlier than the news, and whether it is told as going on."""

from __future__ import annotations

from trucewatch.acts import ActMention
from trucewatch.attribution import SayFrame
from trucewatch.coder.reading import ReadSentence
from trucewatch.syntax import VerbGroup


def is_background(sentence: ReadSentence, act: ActMention) -> bool:
    """Told as earlier than the news: in a past tense beside a present one, after "after", as an accusation of no named act."""
    group = act.group
    if group is not None and group.finite and group.tense in ("past", "impf") and _beside_present(sentence, group):
        return True
    if group is None and act.phrase is not None and act.phrase.prep in ("after", "since", "despite", "before") and act.kind != "mediate":
        return not _told_in_present(sentence, act)
    if any(f.frame == "accuse" and f.covers(act.unit) for f in sentence.frames):
        return act.kind == "ceasefire_violation" or not _accused_now(sentence, act)
    if group is not None and group.tense in ("part", "ppart", "inf") and group.marker in ("after", "before", "since"):
        return True
    return _in_past_clause(sentence, act)


def _beside_present(sentence: ReadSentence, group: VerbGroup) -> bool:
    """A past tense beside a present one; what a present verb of saying reports ("says that it fired") is news, unless it is "had fired"."""
    present = [g for g in sentence.parse.groups if g.finite and g.tense == "pres"]
    if not present:
        return False
    earlier = group.last - group.first > 1 and "past" not in sentence.units[group.head].tags
    reported = any(f.group is not None and f.group.tense == "pres" and f.frame == "verb" and f.covers(group.head) for f in sentence.frames)
    return earlier or not reported or group.tense == "impf" or _opened_by(sentence, group.first) in ("rel", "time", "cause", "concess")


def _accused_now(sentence: ReadSentence, act: ActMention) -> bool:
    """An accusation in the present of an act with a name of its own ("accuses X of bombing the town")."""
    frame = next((f for f in sentence.frames if f.frame == "accuse" and f.covers(act.unit)), None)
    return frame is not None and frame.group is not None and frame.group.tense == "pres" and (act.group is None or not act.group.finite)


def _told_in_present(sentence: ReadSentence, act: ActMention) -> bool:
    """ "after an explosion injures two": the noun is the subject of a verb in the present."""
    return act.phrase is not None and any(
        group.finite and group.tense == "pres" and any(np.covers(act.unit) for np in sentence.parse.subject(group).phrases)
        for group in sentence.parse.groups if group.first > act.unit
    )  # fmt: skip


def _opened_by(sentence: ReadSentence, at: int) -> str:
    """What opens the clause of a unit: "rel", the value of a conjunction, or "" for a main clause."""
    for item in reversed(sentence.parse.items):
        if item.at >= at:
            continue
        if item.kind in ("sub", "rel"):
            return "rel" if item.kind == "rel" else item.value
        if item.vg is not None and item.vg.finite:
            return ""
    return ""


def _in_past_clause(sentence: ReadSentence, act: ActMention) -> bool:
    """In a clause of time, cause or a relative one that does not tell in the present."""
    group = act.group
    k = sentence.parse.item_of(act.unit)
    for item in reversed(sentence.parse.items[:k]) if k is not None else ():
        if item.kind == "sub" and item.value in ("time", "cause", "concess"):
            owner = group if group is not None else _verb_after(sentence, item.at)
            return owner is None or owner.tense not in ("pres", "part")
        if item.kind == "rel" and _verbless(sentence, item.at, act.unit):
            continue
        if item.kind in ("sub", "rel"):
            return item.kind == "rel" and (group is None or group.tense != "pres")
        if item.vg is not None and item.vg.finite and item.vg is not group:
            return False
    return False


def _verbless(sentence: ReadSentence, at: int, unit: int) -> bool:
    """ "five hurt, two of them gravely, by ...": a relative without verb, closed by a comma before the act."""
    closing = next((u.i for u in sentence.units[at:unit] if u.low == ","), None)
    return closing is not None and not any(at < g.first < closing for g in sentence.parse.groups)


def _verb_after(sentence: ReadSentence, at: int) -> VerbGroup | None:
    return next((g for g in sentence.parse.groups if g.first > at and g.finite), None)


def is_habitual(sentence: ReadSentence, act: ActMention, frame: SayFrame | None) -> bool:
    """Told in the present, or as the content of a present accusation: no time to take over."""
    group = act.group
    if group is not None and group.tense == "inf" and group.last - group.first > 1 and "ppart" in sentence.units[group.head].tags:
        return False  # "claims to have held the town"
    if group is not None and group.finite:
        return group.tense == "pres"
    saying = frame.group if frame is not None else None
    return saying is not None and saying.tense == "pres" and group is not None and group.tense == "inf"
