"""Reporting sentences that tell nothing themselves: "This was reported by the ministry" gives the words before their voice."""

from __future__ import annotations

from trucewatch.attribution import SayFrame
from trucewatch.coder.desk import Desk
from trucewatch.coder.draft import Draft
from trucewatch.coder.reading import ReadSentence
from trucewatch.model.kinds import GROUND_KINDS


def give_voice_back(sentence: ReadSentence, desk: Desk) -> None:
    """Gives the outlet's claims just before a sentence such as "This was reported by X" the origin that it names."""
    frame = _pointing_back(sentence)
    if frame is None:
        return
    origin, vias = desk.people.speaker(sentence, frame)
    if origin is None and not vias:
        return
    word = sentence.units[frame.unit]
    for draft in _just_before(sentence, desk.drafts):
        draft.vias = [*draft.vias, *vias, *desk.people.relays(sentence)]
        if origin is not None:
            draft.origin, draft.speech = origin, frame.speech
            draft.trace("origin", origin.party or "unnamed", rule="frame:pointing-back", row=frame.where or None, span=(word.start, word.end))


def _pointing_back(sentence: ReadSentence) -> SayFrame | None:
    """The one frame of a sentence without acts, figures or losses whose object or subject is a demonstrative."""
    frames = [f for f in sentence.frames if f.speakers and f.frame in ("verb", "according") and f.speech == "state"]
    frames.sort(key=lambda f: "source" not in f.value.split("|"))
    if not frames or len(frames) != len(sentence.frames) or sentence.losses or any(not act.unreal for act in sentence.acts):
        return None
    frame, parse = frames[0], sentence.parse
    own = {u for f in frames for u in ((f.unit,) if f.group is None else range(f.group.first, f.group.last))}
    if any(g.finite and g.head not in own and not parse.units[g.head].has("words:aux") for g in parse.groups):
        return None
    first = next((item.np for item in parse.items if item.np is not None), None)
    if first is not None and first.prep is None and first.last - first.first == 1 and _demonstrative(sentence, first.first):
        return frame
    if frame.group is None:
        return None
    if any(np.prep is None and np.last - np.first == 1 and _demonstrative(sentence, np.first) for np in parse.complements(frame.group)):
        return frame
    taken = frame.bare and any(parse.units[i].pos == "clitic" and "refl" not in parse.units[i].values("words:pron") for i in own)
    return frame if taken else None


def _demonstrative(sentence: ReadSentence, unit: int) -> bool:
    values = sentence.units[unit].values("words:pron") | sentence.units[unit].values("words:det")
    return bool(values & {"dem", "impers"}) or sentence.index > 0 and unit == 0 and bool(sentence.units[0].values("words:pron") & {"3s"}) and _impersonal(sentence)


def _impersonal(sentence: ReadSentence) -> bool:
    """ "It was reported by X": the passive of a verb of saying."""
    return any(f.unit and (f.group is not None and f.group.passive or sentence.units[f.unit - 1].has("words:aux")) for f in sentence.frames)


def _just_before(sentence: ReadSentence, drafts: list[Draft]) -> list[Draft]:
    """The outlet's own claims about acts in this paragraph, or in the one before if this sentence opens its own."""
    here = [d for d in drafts if d.paragraph == sentence.span.paragraph]
    near = here or [d for d in drafts if d.paragraph == sentence.span.paragraph - 1 and not d.heading]
    last = max((d.sentence for d in near), default=-1)
    if sentence.index - last > 1:
        return []
    return [d for d in near if d.origin is None and not d.vias and d.kind in GROUND_KINDS]
