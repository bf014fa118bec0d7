"""An act as a draft: its voice, its parties, background or news, denied or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trucewatch.actors import Mention
from trucewatch.acts import ActMention
from trucewatch.attribution import SayFrame
from trucewatch.coder.background import is_background, is_habitual
from trucewatch.coder.draft import Draft
from trucewatch.coder.reading import ReadSentence
from trucewatch.model import Via
from trucewatch.model.kinds import GROUND_KINDS, SPEECH_KINDS, VIOLENT_KINDS

if TYPE_CHECKING:
    from trucewatch.coder.desk import Desk

_CALMING = frozenset({"ceasefire_violation", "small_arms_fire", "shelling", "armed_clash", "attack", "air_strike", "explosion"})
_SILENT_WHEN_NEGATED = frozenset(SPEECH_KINDS) | {"calm", "tension", "damage", "displacement", "casualties"}


class ActTelling:
    """An act as a draft: its voice, its parties, background or news, denied or not."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.people, self.setting = desk, desk.people, desk.setting

    def draft(self, sentence: ReadSentence, act: ActMention) -> Draft | None:
        passive = act.group is not None and act.group.passive
        if passive and not act.actors and act.kind in SPEECH_KINDS and act.kind not in ("agree", "consult", "mediate", "aid"):
            return None  # "without the committee being warned": nobody is said to have done it
        origin, vias, frame, quoted = self.desk.voices.voice_of(sentence, act.unit)
        people = self.people
        actors = people.parties(sentence, act.actors, origin)
        recipients = people.parties(sentence, act.recipients, origin)
        if frame is not None and frame.accused is not None and act.kind in GROUND_KINDS and frame.covers(act.unit):
            accused = people.parties(sentence, [frame.accused, *self.desk.toll.joined_accused(sentence, frame)], origin)
            taken_up = sentence.parse.clauses is not None and act.actors and all(np.pronoun for np in act.actors)
            teller = act.group is not None and act.group.tense == "inf" and any(np in frame.speakers for np in act.actors)
            if accused and (not actors or taken_up or teller):
                actors = accused  # "accused A of this, that they ..." and « reproche à A d'avoir ... »: A is meant
        if frame is not None and not actors and "doer" in frame.value.split("|") and frame.covers(act.unit) and origin is not None and origin.code:
            actors = [origin]  # "claimed responsibility for an attack on ..."
        draft = Draft(
            act.kind, sentence.index, act.unit, [sentence.chars(*self._evidence(sentence, act))], "act", act.row.where,
            actors=actors, recipients=[r for r in recipients if r.code not in {a.code for a in actors}],
            weapons=list(act.weapons), paragraph=sentence.span.paragraph, act=act, window=(act.first, act.last),
            heading=sentence.span.heading, hedged=act.hedged, quote=quoted,
        )  # fmt: skip
        draft.present = act.group is not None and act.group.finite and act.group.tense == "pres"
        draft.background = is_background(sentence, act)
        draft.habitual = is_habitual(sentence, act, frame)
        if not draft.actors and act.kind == "advance" and act.group is None and self._announced(sentence, act, frame) and origin is not None and origin.code:
            draft.actors = [origin]
        self._give_sectors(draft)
        self._take_kind_told_before(draft, act, origin)
        self.speak(draft, origin, vias, frame)
        if not self._settle_negation(draft, act, frame):
            return None
        if not draft.actors and draft.kind in SPEECH_KINDS and draft.kind not in ("agree", "consult", "aid"):
            return None
        if draft.kind == "agree" and not draft.actors:
            draft.actors = [Mention(code, "", -1, -1, "side", inherited=True) for code in self.people.sides()]
        places = draft.places
        self.desk.fields.fill_places(draft, sentence)
        draft.places = draft.places or places
        self.desk.fields.fill_agreements(draft, sentence)
        self.desk.fields.fill_count(draft, sentence, act)
        draft.trace("kind", act.kind, rule=f"act:{act.row.id}", row=act.row.where, span=(sentence.units[act.unit].start, sentence.units[act.unit].end))
        return draft

    def _announced(self, sentence: ReadSentence, act: ActMention, frame: SayFrame | None) -> bool:
        """ "announced the capture of the town": whoever announces a gain as the object of the verb has made it."""
        if frame is None or frame.frame != "verb" or frame.group is None or frame.post or frame.that:
            return False
        first = next((np for np in sentence.parse.complements(frame.group) if np.prep is None), None)
        return first is not None and first.covers(act.unit)

    def _take_kind_told_before(self, draft: Draft, act: ActMention, origin: Mention | None) -> None:
        """ "blamed X for the attack", « dans cette frappe »: another voice on the act just told, which keeps its kind."""
        if draft.kind not in _CALMING or draft.kind == "ceasefire_violation" or act.weapons:
            return
        named = act.group is None and act.phrase is not None and act.phrase.det in ("def", "dem")
        if not named:
            return
        for other in reversed(self.desk.drafts[-4:]):
            if other.kind not in _CALMING or draft.sentence - other.sentence > 2:
                continue
            same_voice = (origin.code if origin else None) == other.origin_code
            if same_voice and act.phrase is not None and act.phrase.det == "dem" and draft.moment is None and not draft.losses:
                draft.kind = other.kind  # "this fire": the same act, joined to it when repeats are merged
                return
            if same_voice or draft.kind != "attack" and draft.kind != other.kind:
                return
            draft.trace("kind", other.kind, rule="act-told-before", span=draft.evidence[0])
            draft.kind, draft.weapons, draft.source = other.kind, list(other.weapons), other
            draft.places = draft.places or list(other.places)
            if not draft.actors:
                draft.actors = list(other.actors)
            return

    def _give_sectors(self, draft: Draft) -> None:
        """A state named by its adjective acts with its armed forces; a state that speaks is its government."""
        for actor in draft.actors:
            if actor.sector or actor.head not in ("name", "asset") or not self.people.is_state(actor.code):
                continue
            if (actor.adjective or actor.head == "asset") and draft.kind in VIOLENT_KINDS:
                actor.sector = "MIL"
            elif actor.head == "name" and not actor.adjective and draft.kind in SPEECH_KINDS and draft.kind not in ("agree", "aid"):
                actor.sector = "GOV"

    def _evidence(self, sentence: ReadSentence, act: ActMention) -> tuple[int, int]:
        """Units of the clause, the reporting frame left out."""
        first, last = act.first, act.last
        for frame in sentence.frames:
            if frame.covers(act.unit):
                for low, high in frame.scope:
                    if low <= act.unit < high:
                        first, last = max(first, low), min(last, high)
        return first, max(last, act.unit + 1)

    def speak(self, draft: Draft, origin: Mention | None, vias: list[Via], frame: SayFrame | None) -> None:
        """Origin, relays and mode of speech; a speaker's own speech act is told by the outlet."""
        speech = frame.speech if frame is not None else "state"
        draft.hedged = draft.hedged or frame is not None and frame.value == "hedge"
        draft.vias = list({(v.name, v.kind): v for v in vias}.values())
        if draft.kind in SPEECH_KINDS:
            actors = draft.actor_codes()
            inside = origin is not None and origin.code in actors and draft.kind != "agree"
            voices = {m.code for m in self.desk.voices.all_of(draft, frame)}
            inside = inside or bool(actors) and actors <= voices or draft.kind in ("agree", "consult") and frame is None and origin is self.setting.issuer
            own = origin is not None and (inside or not actors or actors <= {origin.code} or origin.code is None)
            if own and origin is not None and origin.code is not None and not draft.actors and draft.kind not in ("agree", "mediate", "consult"):
                draft.actors = [origin]
            if origin is None or own and (draft.kind not in ("agree", "mediate", "consult") or actors):
                return
            if frame is not None and frame.frame == "accuse":
                return  # what the accusation only mentions ("of breaking the truce agreed in May")
        if origin is None:
            return
        sentence = self.people.reading.sentences[draft.sentence]
        if speech == "state" and any(f.frame == "accuse" and f.covers(draft.unit) for f in sentence.frames):
            speech = "accuse"
        draft.origin, draft.speech = origin, speech
        if not origin.sector and origin.head == "name" and self.people.is_state(origin.code):
            origin.sector = "GOV"
        draft.co_origins = [m for m in self.desk.voices.all_of(draft, frame) if m.code and m.code != origin.code]
        draft.trace("origin", origin.party or "unnamed", rule=f"frame:{frame.frame}" if frame else "issuer", row=frame.where if frame else None, span=(origin.start, origin.end) if origin.start >= 0 else None)

    def _form(self, draft: Draft, act: ActMention) -> frozenset[str]:
        """The verb forms that the trigger may be."""
        return self.people.reading.sentences[draft.sentence].units[act.unit].tags

    def _settle_negation(self, draft: Draft, act: ActMention, frame: SayFrame | None) -> bool:
        """What a negation makes of the act: a denial, calm, or nothing. False: not coded."""
        if frame is not None and frame.speech == "deny" and frame.frame == "deny" and draft.kind in GROUND_KINDS:
            draft.denied, draft.speech = True, "deny"
            part_in = act.group is None and act.phrase is not None and act.phrase.prep in ("to", "in", "with", "at")
            if not draft.actors and draft.origin is not None and draft.kind in VIOLENT_KINDS and ("part" in self._form(draft, act) or part_in):
                draft.actors = [draft.origin]  # "denied firing first", "denied any part in the shelling"
            return True
        if not act.negated:
            return True
        rule = act.row.extra.get("negated", "")
        if rule == "drop" or draft.kind in _SILENT_WHEN_NEGATED:
            return False
        answer = draft.origin is not None and any(d.kind in VIOLENT_KINDS and draft.origin_code in d.actor_codes() for d in self.desk.drafts[-4:])
        by_noun = act.group is None or not act.group.negated
        if draft.kind in _CALMING and not draft.actors and not answer and (by_noun or draft.origin is None):
            draft.kind, draft.weapons, draft.recipients = "calm", [], []
            return True
        if draft.kind in _CALMING and by_noun and not answer and not (draft.origin and draft.origin_code in draft.actor_codes()):
            draft.kind, draft.weapons, draft.actors, draft.recipients = "calm", [], [], []
            return True
        draft.denied = True
        if draft.origin is not None and draft.origin_code in draft.actor_codes() | {None} or answer:
            draft.speech = "deny"
            if not draft.actors and draft.origin is not None:
                draft.actors = [draft.origin]
        return draft.origin is not None or draft.kind in ("withdrawal", "release")
