"""Claims that reporting frames make by themselves: accusations of no act, denials, acts retold by another voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trucewatch.actors import Mention
from trucewatch.attribution import SayFrame
from trucewatch.coder.draft import Draft
from trucewatch.coder.reading import ReadSentence
from trucewatch.model import Via
from trucewatch.model.kinds import GROUND_KINDS, SPEECH_KINDS, VIOLENT_KINDS
from trucewatch.syntax import Unit, VerbGroup

if TYPE_CHECKING:
    from trucewatch.coder.desk import Desk


class Replies:
    """Claims that reporting frames make by themselves: accusations of no act, denials, acts retold by another voice."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.people, self.setting = desk, desk.people, desk.setting

    def drafts(self, sentence: ReadSentence, told: list[Draft]) -> list[Draft]:
        """Claims that the frames themselves make: accusations of no act, denials, warnings, statements."""
        found = self._threats(sentence, told)
        for frame in sentence.frames:
            found.extend(self._from_frame(sentence, frame, [*told, *found]))
        self._settle_denials(sentence, told)
        return found

    def _claims_pending(self, sentence: ReadSentence, code: str | None) -> bool:
        """Whether "it" is rather an allegation than an offer: the last thing told about this party by another one."""
        for draft in reversed(self.desk.drafts[-3:]):
            if sentence.index - draft.sentence > 2:
                return False
            if draft.kind in ("agree", "mediate", "appeal", "commit", "consult"):
                return False
            if draft.kind in VIOLENT_KINDS and draft.origin is not None and draft.origin_code != code:
                return True
        return False

    def _threats(self, sentence: ReadSentence, told: list[Draft]) -> list[Draft]:
        """ "any new attack will be answered": what would follow on any attack is a threat by whoever says it."""
        found: list[Draft] = []
        for group in sentence.parse.groups:
            if not (group.tense in ("fut", "cond") or group.modal in ("fut", "cond")):
                continue
            subject = next(iter(sentence.parse.subject(group).phrases), None)
            if subject is None or any(d.kind == "threaten" and d.sentence == sentence.index for d in (*told, *found)):
                continue
            first, last = sentence.parse.window(group)
            words = sentence.units[subject.first : subject.end]
            every = any("all" in u.values("words:quant") | u.values("words:det") for u in words[:2])
            if group.hearsay and not every:
                continue
            hostile = any(row.kind in VIOLENT_KINDS or row.kind in ("advance", "accuse") for u in words for row in u.rows("act")) or any(u.has("nouns:hostility") for u in words)
            if not (every and hostile) and not self._announces_answer(sentence, group, words):
                continue
            origin, vias, frame, quoted = self.desk.voices.voice_of(sentence, group.head)
            if origin is None or origin.code is None:
                continue
            told[:] = [d for d in told if not (d.kind == "concern" and frame is not None and d.unit == frame.unit or every and words[0].i <= d.unit <= words[-1].i)]
            draft = Draft(
                "threaten", sentence.index, group.head, [sentence.chars(min(first, subject.first), last)], "threat", "", actors=[origin],
                paragraph=sentence.span.paragraph, window=(subject.first, last), quote=quoted, vias=vias,
            )  # fmt: skip
            if frame is not None and frame.accused is None and frame.group is not None:
                draft.recipients = self.people.parties(sentence, [np for np in sentence.parse.complements(frame.group)[:1] if np.prep in (None, "to")])
            word = sentence.units[group.head]
            draft.trace("kind", "threaten", rule="threat:answer-to-any-attack", span=(word.start, word.end))
            found.append(draft)
        return found

    def _announces_answer(self, sentence: ReadSentence, group: VerbGroup, subject: list[Unit]) -> bool:
        """ "our response to any provocation will be crushing", "the enemy will receive a worthy answer"."""
        taken = [u for np in sentence.parse.complements(group)[:2] if np.prep in (None, "with", "to") for u in sentence.units[np.first : np.end]]
        answer = next((part for part in (subject, taken) if any(u.has("nouns:answer") for u in part)), None)
        if answer is None:
            return False
        enemy = answer is taken and any("other" in u.values("nouns:side") for u in subject)
        return enemy or any(u.has("nouns:hostility") and not u.has("nouns:answer") for u in sentence.units)

    def _settle_denials(self, sentence: ReadSentence, told: list[Draft]) -> None:
        """ "the movement rejects this allegation": a refusal of what was told before is that act, denied."""
        for draft in told:
            if draft.act is None or not draft.actors or draft.kind != "deny" and draft.act.row.extra.get("object") != "told":
                continue
            code = draft.actors[0].code
            if draft.kind != "deny" and not self._claims_pending(sentence, code):
                continue
            denied = self._denied(sentence, code, [d for d in told if d.unit < draft.unit]) if code else None
            if denied is None or denied.kind in SPEECH_KINDS:
                continue
            draft.kind, draft.origin, draft.speech, draft.denied = denied.kind, draft.actors[0], "deny", True
            draft.actors, draft.recipients = list(denied.actors) or [draft.actors[0]], list(denied.recipients)
            draft.places, draft.weapons, draft.losses = list(denied.places), list(denied.weapons), []
            draft.source, draft.moment = denied, denied.moment
            draft.trace("denied", "true", rule="denial-of-claim-before", row=draft.row, span=draft.evidence[0])

    def _from_frame(self, sentence: ReadSentence, frame: SayFrame, told: list[Draft]) -> list[Draft]:
        covered = [d for d in told if d.sentence == sentence.index and frame.covers(d.unit)]
        if frame.negated or frame.group is not None and frame.group.modal in ("may", "want", "fut", "cond", "must"):
            return []
        origin, vias = self.people.speaker(sentence, frame) if frame.speakers else (self.desk.voices.of_place(sentence, frame), [])
        if frame.speech == "deny":
            if frame.frame == "predicate" and covered:
                return self._dismissed(covered, origin)
            return [] if covered else self._denial(sentence, frame, origin, vias, told)
        if "doer" in frame.value.split("|") and origin is not None and origin.code:
            return [] if any(self._is_new(d) for d in covered) else self._retold(sentence, frame, origin, [origin], told, speech="confirm")
        if frame.frame == "accuse" and origin is not None and origin.code:
            pair = self._reciprocal(sentence, frame, origin)
            if pair:
                return self._each_other(sentence, frame, pair, covered)
            if not covered:
                accused = self.people.parties(sentence, [frame.accused], origin) if frame.accused is not None else []
                open_act = next((d for d in reversed(told) if d.kind in VIOLENT_KINDS and d.origin_code == origin.code and not d.actors and not d.denied), None)
                if accused and open_act is not None:
                    open_act.actors, open_act.speech = accused, "accuse"
                    return []
                retold = self._retold(sentence, frame, origin, accused, told, speech="accuse") if accused and self._points_back(sentence, frame) else []
                return retold or [self._own(sentence, frame, "accuse", origin)]
        if frame.speech == "warn" and not covered and not any(d.kind == "threaten" and d.sentence == sentence.index for d in told) and origin is not None and origin.code:
            return [self._own(sentence, frame, "concern", origin)]
        return []

    def _reciprocal(self, sentence: ReadSentence, frame: SayFrame, origin: Mention) -> tuple[str, ...]:
        """The two parties of "accuse each other"; empty when the accusation goes one way."""
        first, last = frame.unit, (frame.accused.end if frame.accused is not None else frame.unit + 1)
        units = sentence.units[first:last]
        mutual = "both" in frame.value.split("|") or frame.group is not None and frame.group.reflexive or any("recip" in u.values("words:pron") for u in units)
        if not mutual:
            return ()
        named = [m.party for m in self.people.parties(sentence, frame.speakers) if m.party]
        codes = tuple(dict.fromkeys(named)) if len(set(named)) > 1 else origin.many or self.people.sides()
        return codes[:2] if len(codes) >= 2 else ()

    def _each_other(self, sentence: ReadSentence, frame: SayFrame, pair: tuple[str, ...], covered: list[Draft]) -> list[Draft]:
        """Two claims on one span: each party's accusation of the other."""
        found: list[Draft] = []
        for code, other in (pair, tuple(reversed(pair))):
            speaker = Mention(code.split("-")[0], code.partition("-")[2] or "GOV", -1, -1, "side", inherited=True)
            code, _, sector = other.partition("-")
            accused = Mention(code, "" if sector == "GOV" else sector, -1, -1, "side", inherited=True)
            ground = [d for d in covered if d.kind in GROUND_KINDS]
            if not ground:
                draft = self._own(sentence, frame, "accuse", speaker)
                draft.recipients = [accused]
                found.append(draft)
                continue
            if not found:
                for act in ground:
                    act.origin, act.speech, act.actors, act.co_origins = speaker, "accuse", [accused], []
                found.extend(ground)
                continue
            found.extend(d.twin(speaker, actors=[accused]) for d in ground)
        return [d for d in found if not any(d is c for c in covered)]

    def _points_back(self, sentence: ReadSentence, frame: SayFrame) -> bool:
        """An accusation that spells out nothing ("blamed X for it") speaks of the act just told."""
        last = frame.accused.end if frame.accused is not None else frame.unit + 1
        rest = [u for first, end in frame.scope for u in sentence.units[max(first, last) : end] if u.kind != "punct"]
        if any(u.has("words:likewise") for u in rest):
            return True
        return not any(u.pos in ("verb", "sub") for u in rest) or any(d == "dem" for u in rest for d in u.values("words:det"))

    def _retold(
        self, sentence: ReadSentence, frame: SayFrame, origin: Mention, actors: list[Mention], told: list[Draft], *, speech: str
    ) -> list[Draft]:
        """The violent act just told, by another voice that names who did it."""
        recent = [d for d in (*self.desk.drafts, *told) if d.kind in VIOLENT_KINDS and not d.denied and sentence.index - d.sentence <= 2 and sentence.span.paragraph - d.paragraph <= 1]
        recent = [d for d in recent if d.origin_code != origin.code or d.origin is not None and (d.origin.sector == "CVL") != (origin.sector == "CVL")]
        if not recent:
            return []
        model = recent[-1]
        first = min([frame.group.first if frame.group else frame.unit, *(np.first for np in frame.speakers)])
        last = frame.accused.end if frame.accused is not None else (frame.group.last if frame.group else frame.unit + 1)
        draft = Draft(
            model.kind, sentence.index, frame.unit, [sentence.chars(first, last)], "retold", frame.where, origin=origin, speech=speech,
            actors=actors, places=list(model.places), weapons=list(model.weapons), paragraph=sentence.span.paragraph,
            window=(first, last), act=model.act, source=model, moment=model.moment,
        )  # fmt: skip
        draft.trace("kind", model.kind, rule="act-told-before", row=frame.where, span=sentence.chars(first, last))
        return [draft]

    def _is_new(self, draft: Draft) -> bool:
        """An act that the reply itself brings in ("its first attack on ..."), not the one before ("the bombing")."""
        phrase = draft.act.phrase if draft.act is not None else None
        return phrase is None or phrase.det not in ("def", "dem") or draft.kind not in VIOLENT_KINDS

    def _own(self, sentence: ReadSentence, frame: SayFrame, kind: str, origin: Mention) -> Draft:
        last = max((high for _, high in frame.scope), default=frame.unit + 1)
        first = frame.group.first if frame.group else frame.unit
        draft = Draft(
            kind, sentence.index, frame.unit, [sentence.chars(first, last)], f"frame:{frame.frame}", frame.where,
            actors=[origin], paragraph=sentence.span.paragraph, window=(first, last), heading=sentence.span.heading,
        )  # fmt: skip
        draft.present = frame.group is not None and frame.group.tense == "pres" and frame.group.finite
        draft.background = not draft.present and self.setting.chronicle and not (frame.group and frame.group.tense == "part")
        if frame.accused is not None:
            draft.recipients = self.people.parties(sentence, [frame.accused], origin)
        draft.trace("kind", kind, rule=f"frame:{frame.frame}", row=frame.where, span=(sentence.units[frame.unit].start, sentence.units[frame.unit].end))
        return draft

    def _denial(
        self, sentence: ReadSentence, frame: SayFrame, origin: Mention | None, vias: list[Via], told: list[Draft]
    ) -> list[Draft]:
        """ "the capital denied it": the act that another party has just told, denied by this one."""
        if origin is None or origin.code is None:
            return []
        spelt_out = self._spells_out(sentence, frame)
        denied = self._denied(sentence, origin.code, told, accused=spelt_out)
        first = min([frame.group.first if frame.group else frame.unit, *(np.first for np in frame.speakers)])
        last = max([frame.unit + 1, *(high for _, high in frame.scope)]) if not frame.bare else (frame.group.last if frame.group else frame.unit + 1)
        span = sentence.chars(first, max(last, frame.unit + 1))
        if denied is None:
            if frame.frame == "predicate" or spelt_out:
                return []
            draft = self._own(sentence, frame, "deny", origin)
            draft.evidence = [span]
            return [draft]
        draft = Draft(
            denied.kind, sentence.index, frame.unit, [span], "denial", frame.where, origin=origin, speech="deny", denied=True,
            vias=[*vias, *self.people.relays(sentence)], actors=list(denied.actors), recipients=list(denied.recipients), places=list(denied.places),
            weapons=list(denied.weapons), paragraph=sentence.span.paragraph, window=(first, last), act=denied.act,
        )  # fmt: skip
        draft.moment, draft.source = denied.moment, denied
        if not draft.actors and draft.kind in VIOLENT_KINDS:
            draft.actors = [origin]
        if denied.kind in SPEECH_KINDS and denied.kind != "agree":
            draft.kind, draft.origin, draft.speech, draft.denied = "deny", None, None, False
            draft.actors, draft.recipients, draft.moment = [origin], list(denied.actors)[:1], None
            draft.present = frame.group is not None and frame.group.tense == "pres"
        word = (sentence.units[frame.unit].start, sentence.units[frame.unit].end)
        draft.trace("kind", draft.kind, rule="act-told-before", row=frame.where, span=word)
        if draft.origin is not None:
            draft.trace("origin", origin.party or "unnamed", rule=f"frame:{frame.frame}", row=frame.where, span=(origin.start, origin.end) if origin.start >= 0 else None)
            draft.trace("denied", "true", rule="denial-of-claim-before", row=frame.where, span=word)
        if draft.moment is not None:
            draft.trace("when", draft.moment.start.isoformat(), rule="time-of-claim-denied")
        return [draft]

    def _dismissed(self, covered: list[Draft], origin: Mention | None) -> list[Draft]:
        """ "the claims that X did it are false": what another voice tells is denied by this one."""
        found: list[Draft] = []
        for draft in covered:
            if draft.kind not in GROUND_KINDS:
                continue
            if origin is None or draft.origin is None or draft.origin_code == origin.code:
                draft.denied, draft.speech, draft.origin = True, "deny", origin or draft.origin
                continue
            found.append(draft.twin(origin, speech="deny", denied=True, losses=[], source=draft))
        return found

    def _spells_out(self, sentence: ReadSentence, frame: SayFrame) -> bool:
        """Whether a denial tells what it denies in a clause of its own."""
        return any(first <= g.first < last for g in sentence.parse.groups for first, last in frame.scope if g is not frame.group) and (
            frame.that or not frame.relative and not frame.post
        )

    def _denied(self, sentence: ReadSentence, code: str, told: list[Draft], *, accused: bool = False) -> Draft | None:
        """The latest claim of another voice that the denier is said to have done, else (unless `accused`) the latest one."""
        recent = [d for d in (*self.desk.drafts, *told) if sentence.span.paragraph - d.paragraph <= 1 and d.origin_code != code and not d.denied and code not in (d.actor_codes() if d.kind in SPEECH_KINDS else ())]
        accusing = [d for d in recent if code in d.actor_codes()]
        if accusing:
            return accusing[-1]
        if accused:
            return None
        return next(
            (d for d in reversed(recent) if d.origin is not None or d.kind in ("accuse", "agree") or d.kind in VIOLENT_KINDS and not d.actors), None
        )
