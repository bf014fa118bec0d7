"""From what the stages found in a sentence to drafts of claims."""

from __future__ import annotations

from dataclasses import replace

from trucewatch.acts import ActMention, LossMention
from trucewatch.actors import Mention
from trucewatch.attribution import SayFrame
from trucewatch.coder import casualties
from trucewatch.coder.draft import Draft
from trucewatch.coder.people import People
from trucewatch.coder.reading import ReadSentence
from trucewatch.coder.setting import Setting
from trucewatch.coder.times import own_time
from trucewatch.dates import Moment
from trucewatch.model import Agreement, Casualty, Count, Via
from trucewatch.model.kinds import GROUND_KINDS, SPEECH_KINDS
from trucewatch.syntax import NounPhrase

IRREALIS_KINDS = frozenset({"appeal", "threaten", "commit", "refuse", "support", "mediate", "concern", "condemn", "aid", "sanction"})
VIOLENT = frozenset({"ceasefire_violation", "small_arms_fire", "shelling", "air_strike", "armed_clash", "explosion", "attack", "detention"})
_CALMING = frozenset({"ceasefire_violation", "small_arms_fire", "shelling", "armed_clash", "attack", "air_strike", "explosion"})
_SILENT_WHEN_NEGATED = frozenset(SPEECH_KINDS) | {"calm", "tension", "damage", "displacement", "casualties"}


class Assembler:
    """Builds the drafts of one report, sentence by sentence."""

    def __init__(self, people: People, setting: Setting) -> None:
        self.people, self.setting = people, setting
        self.drafts: list[Draft] = []
        self._quiet: ReadSentence | None = None

    def read(self, sentence: ReadSentence) -> None:
        """Adds the drafts of one sentence."""
        told: list[Draft] = []
        blocked = self._blocked(sentence)
        for act in sentence.acts:
            if act.row.kind == "casualties":
                continue
            if act.kind in SPEECH_KINDS and self._belongs_to_accusation(sentence, act):
                continue
            if act.unreal or self._is_blocked(act, blocked) or self._swallowed(sentence, act):
                continue
            draft = self._from_act(sentence, act)
            if draft is not None:
                told.append(draft)
        self._attach_losses(sentence, told)
        told.extend(self._from_frames(sentence, told))
        told.sort(key=lambda d: d.unit)
        for draft in told:
            if draft.moment is None:
                own_time(draft, sentence, self.setting)
        scene = self._scene(sentence)
        for draft in told:
            draft.scene = scene
        self.drafts.extend([*told, *self._co_told(told)])
        self._quiet = sentence if not told else None

    def _scene(self, sentence: ReadSentence) -> Moment | None:
        """The day named by the sentence just before, if that told no act itself ("The worst came last Sunday.")."""
        before = self._quiet
        if before is None or before.index != sentence.index - 1 or before.span.paragraph != sentence.span.paragraph:
            return None
        points = [d.moment for d in before.dates if d.moment is not None and d.role in ("point", "night") and d.moment.precision != "year"]
        return points[-1] if points and self.setting.published is not None and points[-1].start <= self.setting.published else None

    def _co_told(self, told: list[Draft]) -> list[Draft]:
        """Two parties that say the same are two claims (coding rule 8)."""
        return [replace(d, origin=other, evidence=list(d.evidence), traces=list(d.traces), losses=list(d.losses)) for d in told for other in d.co_origins if d.origin is not None]

    def _blocked(self, sentence: ReadSentence) -> list[tuple[int, int, int]]:
        """(trigger, first, last): stretches that a speech act governs, told as wished, feared or promised."""
        found: list[tuple[int, int, int]] = []
        for act in sentence.acts:
            content = act.row.extra.get("content") or ("irrealis" if act.kind in IRREALIS_KINDS else "")
            if content != "irrealis":
                continue
            found.append((act.unit, act.unit + 1, self._reach(sentence, act)))
        return found

    def _reach(self, sentence: ReadSentence, act: ActMention) -> int:
        """How far the content of a speech act goes: to the next clause that has a subject of its own."""
        subject = {np.first for np in sentence.parse.subject(act.group).phrases} if act.group else set()
        depth = False
        for item in sentence.parse.items:
            if item.at <= act.unit:
                continue
            if item.kind == "mark" and item.value in (";",):
                return item.at
            if item.kind == "sub" and item.value == "that":
                depth = True
            if item.kind == "sub" and item.value in ("time", "cause", "concess"):
                return item.at
            if item.vg is not None and item.vg.finite and not depth:
                own = {np.first for np in sentence.parse.subject(item.vg).phrases}
                previous = sentence.parse.items[max(0, sentence.parse.items.index(item) - 1)]
                if subject & own or previous.kind not in ("rel",):
                    return min([item.at, *(f for f in own if f > act.unit)])
        return len(sentence.units)

    def _is_blocked(self, act: ActMention, blocked: list[tuple[int, int, int]]) -> bool:
        return any(first <= act.unit < last and act.unit != trigger for trigger, first, last in blocked)

    def _swallowed(self, sentence: ReadSentence, act: ActMention) -> bool:
        """A noun that only names the object or manner of another act of the same clause ("conduct airstrikes")."""
        for other in sentence.acts:
            if other is act or other.unreal or other.row.kind == "casualties":
                continue
            near = other.first <= act.unit < other.last and act.group is None
            if near and other.group is not None and other.unit < act.unit <= other.unit + 6:
                if other.kind == act.kind or act.row.kind in other.row.needs:
                    return True
                alike = (act.kind in VIOLENT) == (other.kind in VIOLENT) and act.kind not in ("mediate", "agree")
                if alike and other.row.needs and any(act.phrase is np for np in sentence.parse.complements(other.group)[:1]):
                    return True
        return False

    def _belongs_to_accusation(self, sentence: ReadSentence, act: ActMention) -> bool:
        """The verb of an accusation is its frame; what is not an act on the ground is its content."""
        for frame in sentence.frames:
            if frame.frame in ("accuse", "deny") and (frame.unit == act.unit or frame.covers(act.unit) and act.group is not None and not act.group.finite and not frame.post):
                return True
        return False

    def frame_of(self, sentence: ReadSentence, unit: int) -> SayFrame | None:
        """The nearest frame that covers a unit and has a voice."""
        covering = [f for f in sentence.frames if f.covers(unit) and f.unit != unit and f.frame != "predicate" and not f.negated]
        return min(covering, key=lambda f: (f.size, abs(f.unit - unit)), default=None)

    def voice_of(self, sentence: ReadSentence, unit: int) -> tuple[Mention | None, list[Via], SayFrame | None, bool]:
        """(origin, relays, frame, quoted) for what is told at a unit."""
        frame = self.frame_of(sentence, unit)
        start = sentence.units[unit].start
        quotation = self.people.reading.quotation_at(start)
        if frame is not None and frame.speakers:
            origin, vias = self.people.speaker(sentence, frame)
            inside = quotation is None or quotation[0] <= sentence.units[frame.unit].start < quotation[1]
            if origin is not None or vias or inside:
                return origin, [*vias, *self.people.relays(sentence)], frame, quotation is not None
        if quotation is not None and quotation in self.people.quote_speakers:
            held = self.people.quote_frames.get(quotation)
            vias = []
            if held is not None:
                other = self.people.reading.sentences[held[0]]
                vias = [*self.people.speaker(other, held[1])[1], *self.people.relays(other)]
                frame = held[1]
            return self.people.quote_speakers[quotation], vias, frame, True
        going_on = self._going_on(sentence, unit) if quotation is None else None
        if going_on is not None:
            return going_on, [], None, False
        if self.setting.issuer is not None:
            return self.setting.issuer, [], None, False
        return None, [], frame if frame is not None and not frame.speakers else None, quotation is not None

    def _going_on(self, sentence: ReadSentence, unit: int) -> Mention | None:
        """ "X deplores three dead; its earlier toll was two": a stretch after a semicolon that starts with X."""
        marks = [u.i for u in sentence.units[:unit] if u.low == ";" and u.kind == "punct"]
        if not marks or marks[-1] + 1 >= len(sentence.units):
            return None
        lead = sentence.units[marks[-1] + 1]
        if not ("poss" in lead.values("words:det") or lead.values("words:pron") & {"3s", "3p"}):
            return None
        frames = [f for f in sentence.frames if f.unit < marks[-1] and f.speakers]
        return self.people.speaker(sentence, frames[-1])[0] if frames else None

    def _from_act(self, sentence: ReadSentence, act: ActMention) -> Draft | None:
        origin, vias, frame, quoted = self.voice_of(sentence, act.unit)
        people = self.people
        actors = people.parties(sentence, act.actors, origin)
        recipients = people.parties(sentence, act.recipients, origin)
        if frame is not None and frame.accused is not None and act.kind in GROUND_KINDS and frame.covers(act.unit):
            accused = people.parties(sentence, [frame.accused, *self._joined_accused(sentence, frame)], origin)
            if accused and not actors:
                actors = accused
        draft = Draft(
            act.kind, sentence.index, act.unit, [sentence.chars(*self._evidence(sentence, act))], "act", act.row.where,
            actors=actors, recipients=[r for r in recipients if r.code not in {a.code for a in actors}],
            weapons=list(act.weapons), paragraph=sentence.span.paragraph, act=act, window=(act.first, act.last),
            heading=sentence.span.heading, hedged=act.hedged, quote=quoted,
        )  # fmt: skip
        draft.present = act.group is not None and act.group.finite and act.group.tense == "pres"
        draft.background = self._is_background(sentence, act)
        draft.habitual = self._is_habitual(sentence, act, frame)
        self._speak(draft, origin, vias, frame)
        if not self._settle_negation(draft, act, frame):
            return None
        if not draft.actors and draft.kind in SPEECH_KINDS and draft.kind not in ("agree", "consult", "aid"):
            return None
        if draft.kind == "agree" and not draft.actors:
            draft.actors = [Mention(code, "", -1, -1, "side", inherited=True) for code in self.people.sides()]
        self._places(draft, sentence)
        self._agreements(draft, sentence)
        self._count(draft, sentence, act)
        draft.trace("kind", act.kind, rule=f"act:{act.row.id}", row=act.row.where, span=(sentence.units[act.unit].start, sentence.units[act.unit].end))
        return draft

    def _evidence(self, sentence: ReadSentence, act: ActMention) -> tuple[int, int]:
        """Units of the clause, the reporting frame left out."""
        first, last = act.first, act.last
        for frame in sentence.frames:
            if frame.covers(act.unit):
                for low, high in frame.scope:
                    if low <= act.unit < high:
                        first, last = max(first, low), min(last, high)
        return first, max(last, act.unit + 1)

    def _is_background(self, sentence: ReadSentence, act: ActMention) -> bool:
        """Told as earlier than the news: in a past tense beside a present one, after "after", as an accusation."""
        parse = sentence.parse
        present = any(g.finite and g.tense == "pres" for g in parse.groups)
        group = act.group
        if group is not None and group.finite and group.tense in ("past", "impf") and present:
            return True
        if group is None and act.phrase is not None and act.phrase.prep in ("after", "since", "despite", "before"):
            return True
        if any(f.frame == "accuse" and f.covers(act.unit) for f in sentence.frames):
            return True
        if group is not None and group.tense in ("part", "ppart", "inf") and self._marker(sentence, act) in ("after", "before", "since"):
            return True
        k = parse.item_of(act.unit)
        for item in reversed(parse.items[:k]) if k is not None else ():
            if item.kind == "sub" and item.value in ("time", "cause", "concess"):
                return group is None or group.tense not in ("pres", "part")
            if item.kind in ("sub", "rel"):
                return item.kind == "rel" and (group is None or group.tense != "pres")
            if item.vg is not None and item.vg.finite and item.vg is not group:
                return False
        return False

    def _marker(self, sentence: ReadSentence, act: ActMention) -> str:
        return act.group.marker if act.group is not None else ""

    def _is_habitual(self, sentence: ReadSentence, act: ActMention, frame: SayFrame | None) -> bool:
        """Told in the present, or as the content of a present accusation: no time to take over."""
        group = act.group
        if group is not None and group.finite:
            return group.tense == "pres"
        saying = frame.group if frame is not None else None
        return saying is not None and saying.tense == "pres" and group is not None and group.tense == "inf"

    def _speak(self, draft: Draft, origin: Mention | None, vias: list[Via], frame: SayFrame | None) -> None:
        """Origin, relays and mode of speech; a speaker's own speech act is told by the outlet."""
        speech = frame.speech if frame is not None else "state"
        draft.hedged = draft.hedged or frame is not None and frame.value == "hedge"
        draft.vias = list({(v.name, v.kind): v for v in vias}.values())
        if draft.kind in SPEECH_KINDS:
            actors = draft.actor_codes()
            inside = origin is not None and origin.code in actors and draft.kind != "agree"
            voices = {m.code for m in self._voices(draft, frame)}
            inside = inside or bool(actors) and actors <= voices or draft.kind in ("agree", "consult") and frame is None and origin is self.setting.issuer
            own = origin is not None and (inside or not actors or actors <= {origin.code} or origin.code is None)
            if own and origin is not None and origin.code is not None and not draft.actors and draft.kind not in ("agree", "mediate", "consult"):
                draft.actors = [origin]
            if origin is None or own and (draft.kind not in ("agree", "mediate", "consult") or actors):
                return
        if origin is None:
            return
        if speech == "state" and draft.actors and self._hostile(origin, draft):
            speech = "accuse" if frame is not None and frame.speech == "accuse" else "state"
        draft.origin, draft.speech = origin, speech
        draft.co_origins = [m for m in self._voices(draft, frame) if m.code and m.code != origin.code]
        draft.trace("origin", origin.party or "unnamed", rule=f"frame:{frame.frame}" if frame else "issuer", row=frame.where if frame else None, span=(origin.start, origin.end) if origin.start >= 0 else None)

    def _voices(self, draft: Draft, frame: SayFrame | None) -> list[Mention]:
        """All speakers of a frame of the draft's own sentence ("A and B said")."""
        sentence = self.people.reading.sentences[draft.sentence]
        if frame is None or not any(f is frame for f in sentence.frames) or len(frame.speakers) < 2:
            return []
        return self.people.parties(sentence, frame.speakers)

    def _hostile(self, origin: Mention, draft: Draft) -> bool:
        return origin.code not in draft.actor_codes()

    def _settle_negation(self, draft: Draft, act: ActMention, frame: SayFrame | None) -> bool:
        """What a negation makes of the act: a denial, calm, or nothing. False: not coded."""
        if frame is not None and frame.speech == "deny" and frame.frame == "deny" and draft.kind in GROUND_KINDS:
            draft.denied, draft.speech = True, "deny"
            return True
        if not act.negated:
            return True
        rule = act.row.extra.get("negated", "")
        if rule == "drop" or draft.kind in _SILENT_WHEN_NEGATED:
            return False
        answer = draft.origin is not None and any(d.kind in VIOLENT and draft.origin_code in d.actor_codes() for d in self.drafts[-4:])
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

    def _places(self, draft: Draft, sentence: ReadSentence) -> None:
        first, last = draft.window
        inside = [p.place for p in sentence.places if first <= p.first < last and not p.loose]
        if not inside and draft.kind in GROUND_KINDS:
            inside = [p.place for p in sentence.places if not p.loose][:2]
        draft.places = inside

    def _agreements(self, draft: Draft, sentence: ReadSentence) -> None:
        """The commitments that the words of the sentence refer to."""
        first, last = draft.window
        for unit in sentence.units[first:last]:
            for row in unit.rows("agreement")[:1]:
                draft.agreements.append(Agreement(row.id, draft.act.row.extra.get("provision") if draft.act else None, unit.start, unit.end))
        if not draft.agreements:
            self._dated_agreement(draft, sentence)

    def _dated_agreement(self, draft: Draft, sentence: ReadSentence) -> None:
        """ "the commitments of November 2020": a noun of agreement with the month in which one was signed."""
        first, last = draft.window
        pact = next((u for u in sentence.units[first:last] if u.has("nouns:pact")), None)
        for mention in sentence.dates if pact is not None else ():
            if mention.moment is None or mention.moment.precision not in ("month", "day") or not first <= mention.first < last:
                continue
            for row in self.people.packs.names["agreements"]:
                length = 7 if mention.moment.precision == "month" else 10
                if row["signed"] and row["signed"][:length] == mention.moment.start.isoformat()[:length]:
                    draft.agreements.append(Agreement(row["id"], None, pact.start if pact else None, mention.end))
                    draft.trace("agreements", row["id"], rule="agreement-by-month", row=row.where, span=(mention.start, mention.end))
                    return

    def _count(self, draft: Draft, sentence: ReadSentence, act: ActMention) -> None:
        units = sentence.units
        noun = next((u for u in units[act.first : act.last] if u.has("nouns:unit") and u.pos != "verb"), None)
        quantity = next((q for q in sentence.quantities if noun is not None and act.first <= q.first and q.last <= noun.i + 1 and noun.i - q.last <= 2 and not q.article and q.best is not None), None)
        if noun is not None and quantity is not None and quantity.best:
            draft.count = Count(quantity.best, noun.value("nouns:unit"), quantity.low, quantity.high)

    def _attach_losses(self, sentence: ReadSentence, told: list[Draft]) -> None:
        """Losses go on the act that caused them; where no act is named they are claims of their own."""
        counted: list[Casualty] = []
        for loss in sentence.losses:
            origin, vias, frame, quoted = self.voice_of(sentence, loss.unit)
            if self._unreal_loss(sentence, loss):
                continue
            figures = casualties.entries(
                sentence, loss, self.people, origin,
                confirmed=frame is not None and (frame.speech == "confirm" or "own" in frame.value.split("|")),
                accusing=frame is not None and frame.frame == "accuse", before=counted,
            )
            if not figures:
                continue
            counted.extend(figures)
            none = figures[0].quantifier == "none_stated"
            host = self._host(sentence, loss, told, origin) or (self._none_host(sentence, told) if none else None)
            if host is None:
                host = self._new_loss(sentence, loss, origin, vias, frame, quoted)
                told.append(host)
            else:
                host.evidence.append(sentence.chars(loss.first, loss.last))
                if not host.actors and host.kind in ("attack", "air_strike", "shelling", "small_arms_fire"):
                    host.actors = self._killers(sentence, loss, origin)
            self._add(host, figures)
            host.trace("casualties", f"{loss.status} {figures[0].best}", rule="loss", row=loss.row, span=(figures[0].start or 0, figures[0].end or 0))

    def _unreal_loss(self, sentence: ReadSentence, loss: LossMention) -> bool:
        group = loss.group
        if group is None:
            return False
        return group.modal in ("may", "must", "want", "fut", "cond") or group.tense in ("fut",) or group.tense == "inf" and not any(f.covers(loss.unit) for f in sentence.frames) and group.marker != "of"

    def _add(self, host: Draft, figures: list[Casualty]) -> None:
        for figure in figures:
            if figure.quantifier == "none_stated":
                nothing = [c for c in host.losses if c.quantifier == "none_stated"]
                if nothing:
                    host.losses = [c for c in host.losses if c not in nothing] + [replace(nothing[0], status="unspecified")]
                    continue
            same = [c for c in host.losses if (c.status, c.side, c.civilian) == (figure.status, figure.side, figure.civilian)]
            if same and same[0].best is not None and figure.best is not None and same[0].best >= figure.best:
                continue
            host.losses = [c for c in host.losses if c not in same] + [figure]

    def _host(self, sentence: ReadSentence, loss: LossMention, told: list[Draft], origin: Mention | None) -> Draft | None:
        code = origin.code if origin else None
        wanted = {"displaced": ("displacement",), "captured": ("detention", "attack")}.get(loss.status)
        near = [d for d in told if d.sentence == sentence.index and (d.kind in (wanted or VIOLENT) or d.kind == "casualties" and not wanted) and d.origin_code == code and not d.denied]
        near = [d for d in near if not self._separate(sentence, loss, d)]
        if near:
            armed = [d for d in near if d.kind != "detention"] or near
            return min(armed, key=lambda d: (d.unit > loss.unit and loss.group is not None and not loss.group.finite, abs(d.unit - loss.unit)))
        if wanted:
            return None
        return self._earlier_host(sentence, loss, code)

    def _none_host(self, sentence: ReadSentence, told: list[Draft]) -> Draft | None:
        """That a document names no losses goes on the act that it tells."""
        near = [d for d in (*self.drafts[-4:], *told) if d.paragraph == sentence.span.paragraph and d.kind in VIOLENT and not d.denied]
        return near[-1] if near else None

    def _separate(self, sentence: ReadSentence, loss: LossMention, draft: Draft) -> bool:
        """Told in another stretch of the sentence, after a semicolon or in a "that" clause of another voice."""
        low, high = sorted((draft.unit, loss.unit))
        marks = [u.i for u in sentence.units[low:high] if u.kind == "punct" and u.low == ";"]
        own_scene = any(d.moment is not None and marks and d.first > marks[-1] for d in sentence.dates)
        return bool(marks) and draft.kind != "casualties" and own_scene

    def _earlier_host(self, sentence: ReadSentence, loss: LossMention, code: str | None) -> Draft | None:
        """The act just told by the same voice: "... Three policemen were killed."."""
        for draft in reversed(self.drafts):
            if draft.paragraph != sentence.span.paragraph or sentence.index - draft.sentence > 3:
                return None
            if draft.origin_code != code or draft.denied:
                continue
            own_scene = self._own_scene(sentence, loss)
            if draft.kind in VIOLENT - {"ceasefire_violation", "detention"} and not own_scene:
                return draft
            if draft.kind == "casualties" and sentence.index - draft.sentence <= 1 and not own_scene:
                return draft
        return None

    def _own_scene(self, sentence: ReadSentence, loss: LossMention) -> bool:
        """Whether the words around a loss name a time or place of their own."""
        first, last = (sentence.parse.window(loss.group) if loss.group is not None else (loss.first, loss.last))
        dated = any(d.moment is not None and d.moment.precision not in ("year", "month") and first <= d.first < last for d in sentence.dates)
        placed = any(not p.loose and first <= p.first < last for p in sentence.places)
        return dated or placed

    def _new_loss(
        self, sentence: ReadSentence, loss: LossMention, origin: Mention | None, vias: list[Via], frame: SayFrame | None, quoted: bool
    ) -> Draft:
        kind = {"displaced": "displacement", "captured": "detention"}.get(loss.status, "casualties")
        killers = self._killers(sentence, loss, origin)
        if killers and kind == "casualties":
            kind = "attack"
        draft = Draft(
            kind, sentence.index, loss.unit, [sentence.chars(loss.first, loss.last)], "loss", loss.row,
            paragraph=sentence.span.paragraph, window=(loss.first, loss.last), heading=sentence.span.heading,
            quote=quoted, hedged=loss.hedged, actors=killers,
        )  # fmt: skip
        draft.present = loss.group is None or loss.group.tense == "pres" or self.setting.chronicle and loss.group.tense in ("perf", "pres", "part", "ppart")
        draft.background = loss.group is not None and loss.group.finite and loss.group.tense in ("past", "impf") and any(g.finite and g.tense == "pres" for g in sentence.parse.groups)
        self._speak(draft, origin, vias, frame)
        self._places(draft, sentence)
        return draft

    def _killers(self, sentence: ReadSentence, loss: LossMention, origin: Mention | None) -> list[Mention]:
        """The party that an active verb makes the doer ("killed four militants"); None for a passive or a thing."""
        group = loss.group
        if group is None or group.passive or group.tense == "ppart" or loss.status not in ("killed", "wounded"):
            return []
        phrases = sentence.parse.subject(group).phrases
        if any(loss.phrase is np for np in phrases):
            return []
        frame = self.frame_of(sentence, loss.unit)
        if frame is not None and frame.accused is not None and group.tense in ("inf", "part"):
            phrases = [frame.accused, *self._joined_accused(sentence, frame)]
        return [m for m in self.people.parties(sentence, phrases, origin) if m.head != "victim"]

    def _joined_accused(self, sentence: ReadSentence, frame: SayFrame) -> list[NounPhrase]:
        """Others accused with the first ("accuses soldiers and mercenaries of ...")."""
        if frame.group is None:
            return []
        objects = [np for np in sentence.parse.complements(frame.group) if np.prep is None]
        return [np for np in objects if np is not frame.accused][:2]

    def _from_frames(self, sentence: ReadSentence, told: list[Draft]) -> list[Draft]:
        """Claims that the frames themselves make: accusations of no act, denials, warnings, statements."""
        found: list[Draft] = []
        for frame in sentence.frames:
            drafts = self._from_frame(sentence, frame, told)
            found.extend(drafts)
        return found

    def _from_frame(self, sentence: ReadSentence, frame: SayFrame, told: list[Draft]) -> list[Draft]:
        covered = [d for d in told if d.sentence == sentence.index and frame.covers(d.unit)]
        if frame.negated or frame.group is not None and frame.group.modal in ("may", "want", "fut", "cond", "must"):
            return []
        origin, vias = self.people.speaker(sentence, frame) if frame.speakers else (self._voice_at(sentence, frame), [])
        if frame.speech == "deny":
            if frame.frame == "predicate" and covered:
                return self._dismissed(covered, origin)
            return [] if covered else self._denial(sentence, frame, origin, vias, told)
        if "doer" in frame.value.split("|") and origin is not None and origin.code:
            return self._retold(sentence, frame, origin, [origin], told, speech="confirm")
        if frame.frame == "accuse" and origin is not None and origin.code:
            pair = self._reciprocal(sentence, frame, origin)
            if pair:
                return self._each_other(sentence, frame, pair, covered)
            if not covered:
                accused = self.people.parties(sentence, [frame.accused], origin) if frame.accused is not None else []
                open_act = next((d for d in reversed(told) if d.kind in VIOLENT and d.origin_code == origin.code and not d.actors and not d.denied), None)
                if accused and open_act is not None:
                    open_act.actors, open_act.speech = accused, "accuse"
                    return []
                retold = self._retold(sentence, frame, origin, accused, told, speech="accuse") if accused and self._points_back(sentence, frame) else []
                return retold or [self._own(sentence, frame, "accuse", origin)]
        if frame.speech == "warn" and not covered and origin is not None and origin.code:
            return [self._own(sentence, frame, "concern", origin)]
        return []

    def _reciprocal(self, sentence: ReadSentence, frame: SayFrame, origin: Mention) -> tuple[str, ...]:
        """The two parties of "accuse each other"; empty when the accusation goes one way."""
        first, last = frame.unit, (frame.accused.end if frame.accused is not None else frame.unit + 1)
        units = sentence.units[first:last]
        mutual = "both" in frame.value.split("|") or any("recip" in u.values("words:pron") for u in units)
        if not mutual:
            return ()
        named = [m.code for m in self.people.parties(sentence, frame.speakers) if m.code]
        codes = tuple(dict.fromkeys(named)) if len(set(named)) > 1 else origin.many or self.people.sides()
        return codes[:2] if len(codes) >= 2 else ()

    def _each_other(self, sentence: ReadSentence, frame: SayFrame, pair: tuple[str, ...], covered: list[Draft]) -> list[Draft]:
        """Two claims on one span: each party's accusation of the other."""
        found: list[Draft] = []
        for code, other in (pair, tuple(reversed(pair))):
            speaker = Mention(code.split("-")[0], "GOV" if "-" not in code else code.split("-")[1], -1, -1, "side", inherited=True)
            accused = Mention(other.split("-")[0], "", -1, -1, "side", inherited=True)
            ground = [d for d in covered if d.kind in GROUND_KINDS]
            if not ground:
                draft = self._own(sentence, frame, "accuse", speaker)
                draft.recipients = [accused]
                found.append(draft)
                continue
            if not found:
                ground[0].origin, ground[0].speech, ground[0].actors = speaker, "accuse", [accused]
                found.append(ground[0])
                continue
            found.append(replace(ground[0], origin=speaker, actors=[accused], evidence=list(ground[0].evidence), traces=list(ground[0].traces), agreements=list(ground[0].agreements)))
        return [d for d in found if not any(d is c for c in covered)]

    def _points_back(self, sentence: ReadSentence, frame: SayFrame) -> bool:
        """An accusation that spells out nothing ("blamed X for it") speaks of the act just told."""
        last = frame.accused.end if frame.accused is not None else frame.unit + 1
        rest = [u for first, end in frame.scope for u in sentence.units[max(first, last) : end] if u.kind != "punct"]
        return not any(u.pos in ("verb", "sub") for u in rest) or any(d == "dem" for u in rest for d in u.values("words:det"))

    def _retold(
        self, sentence: ReadSentence, frame: SayFrame, origin: Mention, actors: list[Mention], told: list[Draft], *, speech: str
    ) -> list[Draft]:
        """The violent act just told, by another voice that names who did it."""
        recent = [d for d in (*self.drafts, *told) if d.kind in VIOLENT and not d.denied and sentence.index - d.sentence <= 2 and sentence.span.paragraph - d.paragraph <= 1]
        recent = [d for d in recent if d.origin_code != origin.code]
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

    def _voice_at(self, sentence: ReadSentence, frame: SayFrame) -> Mention | None:
        quotation = self.people.reading.quotation_at(sentence.units[frame.unit].start)
        return self.people.quote_speakers.get(quotation) if quotation else self.setting.issuer

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
        """ "Baku denied it": the act that another party has just told, denied by this one."""
        if origin is None or origin.code is None:
            return []
        denied = None if self._spells_out(sentence, frame) else self._denied(sentence, origin.code, told)
        first = min([frame.group.first if frame.group else frame.unit, *(np.first for np in frame.speakers)])
        last = max([frame.unit + 1, *(high for _, high in frame.scope)]) if not frame.bare else (frame.group.last if frame.group else frame.unit + 1)
        span = sentence.chars(first, max(last, frame.unit + 1))
        if denied is None:
            draft = self._own(sentence, frame, "deny", origin)
            draft.evidence = [span]
            return [draft]
        draft = Draft(
            denied.kind, sentence.index, frame.unit, [span], "denial", frame.where, origin=origin, speech="deny", denied=True,
            vias=[*vias, *self.people.relays(sentence)], actors=list(denied.actors), recipients=list(denied.recipients), places=list(denied.places),
            weapons=list(denied.weapons), paragraph=sentence.span.paragraph, window=(first, last), act=denied.act,
        )  # fmt: skip
        draft.moment, draft.source = denied.moment, denied
        if not draft.actors and draft.kind in VIOLENT:
            draft.actors = [origin]
        if denied.kind in SPEECH_KINDS and denied.kind != "agree":
            draft.kind, draft.origin, draft.speech, draft.denied = "deny", None, None, False
            draft.actors, draft.recipients, draft.moment = [origin], list(denied.actors)[:1], None
            draft.present = frame.group is not None and frame.group.tense == "pres"
        draft.trace("denied", "true", rule="denial-of-claim-before", row=frame.where, span=span)
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
            found.append(replace(draft, origin=origin, speech="deny", denied=True, losses=[], source=draft, evidence=list(draft.evidence), traces=list(draft.traces)))
        return found

    def _spells_out(self, sentence: ReadSentence, frame: SayFrame) -> bool:
        """Whether a denial tells what it denies in a clause of its own."""
        return any(first <= g.first < last for g in sentence.parse.groups for first, last in frame.scope if g is not frame.group) and (
            frame.that or not frame.relative and not frame.post
        )

    def _denied(self, sentence: ReadSentence, code: str, told: list[Draft]) -> Draft | None:
        """The latest claim of another voice that the denier is said to have done, else the latest one."""
        recent = [d for d in (*self.drafts, *told) if sentence.span.paragraph - d.paragraph <= 1 and d.origin_code != code and not d.denied and code not in (d.actor_codes() if d.kind in SPEECH_KINDS else ())]
        accusing = [d for d in recent if code in d.actor_codes()]
        if accusing:
            return accusing[-1]
        return next(
            (d for d in reversed(recent) if d.origin is not None or d.kind in ("accuse", "agree") or d.kind in VIOLENT and not d.actors), None
        )
