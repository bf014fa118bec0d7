"""Losses go on the act that caused them; where no act is named they are claims of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from trucewatch.actors import Mention
from trucewatch.acts import LossMention
from trucewatch.attribution import SayFrame
from trucewatch.coder import casualties
from trucewatch.coder.draft import Draft
from trucewatch.coder.reading import ReadSentence
from trucewatch.model import Casualty, Via
from trucewatch.model.kinds import VIOLENT_KINDS
from trucewatch.syntax import NounPhrase

if TYPE_CHECKING:
    from trucewatch.coder.desk import Desk


class Toll:
    """Losses go on the act that caused them; where no act is named they are claims of their own."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.people, self.setting = desk, desk.people, desk.setting

    def attach(self, sentence: ReadSentence, told: list[Draft]) -> None:
        """Losses go on the act that caused them; where no act is named they are claims of their own."""
        self._attach_captives(sentence, told)
        counted: list[Casualty] = []
        joint: dict[tuple[int, int], Casualty] = {}
        for loss in sentence.losses:
            origin, vias, frame, quoted = self.desk.voices.voice_of(sentence, loss.unit)
            if self._unreal_loss(sentence, loss) or self._superseded(sentence, loss, frame, told):
                continue
            figures = casualties.entries(
                sentence, loss, self.people, origin,
                confirmed=frame is not None and (frame.speech == "confirm" or "own" in frame.value.split("|")),
                accusing=frame is not None and frame.frame == "accuse", before=counted or self._counted_before(sentence, loss),
            )
            if not figures:
                continue
            counted.extend(figures)
            running = casualties.is_running(sentence, loss)
            none = figures[0].quantifier == "none_stated"
            host = self._host(sentence, loss, told, origin) or (self._none_host(sentence, told, origin) if none else None)
            if host is None:
                host = self._new_loss(sentence, loss, origin, vias, frame, quoted)
                told.append(host)
            else:
                host.evidence.append(sentence.chars(loss.first, loss.last))
                self._date_by_loss(sentence, loss, host)
                if not host.actors and host.kind in ("attack", "air_strike", "shelling", "small_arms_fire"):
                    host.actors = self._killers(sentence, loss, origin)
            figures = self._of_target(sentence, loss, host, figures)
            if len(figures) == 1 and loss.group is not None and (one := self._of_same_verb(host, figures[0], joint.get((id(host), loss.unit)))):
                figures = [one]
            self._add(host, figures, running=running)
            joint[id(host), loss.unit] = figures[0]
            self._side_with_soldiers(host)
            host.background = host.background or running
            host.trace("casualties", f"{loss.status} {figures[0].best}", rule="loss", row=loss.row, span=(figures[0].start or 0, figures[0].end or 0))

    def _counted_before(self, sentence: ReadSentence, loss: LossMention) -> list[Casualty]:
        """The losses told last in the sentence just before ("Three policemen were killed. A fourth ...")."""
        words = sentence.units[loss.phrase.first : loss.phrase.last] if loss.phrase is not None else []
        if not any(u.has("numbers:other") or u.value("numbers:ordinal") not in ("", "1") for u in words):
            return []
        last = self.desk.drafts[-1] if self.desk.drafts else None
        near = last is not None and last.paragraph == sentence.span.paragraph and sentence.index - last.sentence <= 2
        return last.losses[-1:] if near and last is not None else []

    def _of_same_verb(self, host: Draft, figure: Casualty, before: Casualty | None) -> Casualty | None:
        """ "a shepherd and his two sons were wounded": people of one verb and one side are counted together."""
        if before is None or before not in host.losses or (before.status, before.civilian) != (figure.status, figure.civilian):
            return None
        if figure.side not in (before.side, None) or before.quantifier != "exact" or figure.quantifier != "exact" or before.best is None or figure.best is None:
            return None
        total = before.best + figure.best
        host.losses.remove(before)
        return replace(before, low=total, best=total, high=total, end=figure.end)

    def _of_target(self, sentence: ReadSentence, loss: LossMention, host: Draft, figures: list[Casualty]) -> list[Casualty]:
        """ "ambush an army convoy, killing eleven soldiers": unnamed soldiers of an attack are those of the party attacked."""
        targets = {r.code: r for r in host.recipients if r.code}
        mention = self.people.who(sentence, loss.phrase) if loss.phrase is not None else None
        if len(targets) != 1 or mention is None or mention.head not in ("person", "victim") or host.kind == "armed_clash":
            return figures
        code, target = next(iter(targets.items()))
        if mention.head == "victim" and mention.code is None and target.sector in ("MIL", "POL", "PKF", "REB") and target.head != "name":
            return [replace(f, side=target.party) if f.side is None and f.civilian is None else f for f in figures]
        if code in ("UNK", host.origin_code) or mention.head != "person" or mention.sector not in ("MIL", "POL", "REB", "PKF"):
            return figures
        return [replace(f, side=f"{code}-{mention.sector}" if mention.sector else code) if f.side is None and code else f for f in figures]

    def _side_with_soldiers(self, host: Draft) -> None:
        """ "fifteen soldiers and as many civilians": whoever counts its own soldiers counts its own civilians with them."""
        code = host.origin_code
        armed = {c.side.split("-")[0] for c in host.losses if c.side and c.civilian is not True}
        if code is None or armed != {code}:
            return
        host.losses = [replace(c, side=f"{code}-CVL") if c.side is None and c.civilian else c for c in host.losses]

    def _date_by_loss(self, sentence: ReadSentence, loss: LossMention, host: Draft) -> None:
        """ "were killed on Monday when their vehicle hit a mine": the day of the loss is that of the act."""
        if host.sentence != sentence.index or host.moment is not None:
            return
        first, last = host.window
        days = [d for d in sentence.dates if d.moment is not None]
        if any(first <= d.first < last for d in days):
            return
        day = next((d for d in days if loss.first <= d.first <= loss.last), None)
        if day is not None:
            host.moment, host.moment_span = day.moment, sentence.chars(day.first, day.last)
            host.trace("when", day.moment.start.isoformat() if day.moment else "", rule="date-of-loss", span=host.moment_span)

    def _attach_captives(self, sentence: ReadSentence, told: list[Draft]) -> None:
        """Whom a detention took, if the text counts them."""
        for draft in told:
            act = draft.act
            if draft.kind != "detention" or act is None or act.group is None or draft.denied:
                continue
            group = act.group
            phrases = sentence.parse.subject(group).phrases if group.passive else sentence.parse.complements(group)
            phrases = [np for np in phrases if np.prep is None or group.passive]
            head = sentence.units[group.head]
            if not phrases and "ppart" in head.tags and group.last - group.first == 1:
                phrases = [it.np for it in sentence.parse.items if it.np is not None and it.np.end == group.first]  # "18 soldiers captured on 29 July"
            for np in phrases[:2]:
                if not any(u.has("nouns:person", "nouns:victim", "person") for u in sentence.units[np.first : np.end]):
                    continue
                loss = LossMention("captured", act.unit, np, np.first, np.end, act.row.where, group)
                figures = casualties.entries(sentence, loss, self.people, draft.origin)
                self._add(draft, figures)
                taken = {f.side.split("-")[0] for f in figures if f.side}
                draft.actors = [a for a in draft.actors if a.code not in taken]

    def _unreal_loss(self, sentence: ReadSentence, loss: LossMention) -> bool:
        group = loss.group
        if group is None:
            return self._carried(sentence, loss)
        if loss.status == "wounded" and sentence.units[loss.unit].has("nouns:harm") and loss.row == "":
            return False
        return group.modal in ("may", "must", "want", "fut", "cond") or group.tense in ("fut",) or group.tense == "inf" and not any(f.covers(loss.unit) for f in sentence.frames) and group.marker != "of"

    def _superseded(self, sentence: ReadSentence, loss: LossMention, frame: SayFrame | None, told: list[Draft]) -> bool:
        """ "earlier it spoke of nine dead": a figure of before, where the report has given the one that holds."""
        if frame is None or frame.group is None:
            return False
        first, last = sentence.parse.window(frame.group)
        if not any(u.has("words:superseded") for u in sentence.units[first:last]):
            return False
        return any(c.status == loss.status for draft in (*told, *self.desk.drafts[-6:]) for c in draft.losses)

    def _carried(self, sentence: ReadSentence, loss: LossMention) -> bool:
        """ "took twenty wounded to hospital", "handed over two bodies": people of an act of aid or release, not a toll."""
        for act in sentence.acts:
            if act.kind not in ("aid", "release") or act.unreal or loss.phrase is None:
                continue
            if act.phrase is not None and act.phrase.covers(loss.phrase.first):
                return True
            if act.group is not None:
                objects = sentence.parse.subject(act.group).phrases if act.group.passive else sentence.parse.complements(act.group)
                if any(np.covers(loss.phrase.first) for np in objects):
                    return True
        return False

    def _add(self, host: Draft, figures: list[Casualty], *, running: bool = False) -> None:
        for figure in figures:
            if figure.quantifier == "none_stated":
                nothing = [c for c in host.losses if c.quantifier == "none_stated"]
                if nothing:
                    host.losses = [c for c in host.losses if c not in nothing] + [replace(nothing[0], status="unspecified")]
                    continue
            same = [c for c in host.losses if (c.status, c.side, c.civilian) == (figure.status, figure.side, figure.civilian)]
            if figure.side is None and figure.civilian is None and figure.best is not None and running and any(
                c.status == figure.status and c.best is not None and c.best >= figure.best for c in host.losses
            ):
                continue  # the toll of the losses just counted, or one that held before
            if same and same[0].best is not None and (running or figure.best is None or same[0].best >= figure.best):
                continue
            host.losses = [c for c in host.losses if c not in same] + [figure]

    def _host(self, sentence: ReadSentence, loss: LossMention, told: list[Draft], origin: Mention | None) -> Draft | None:
        code = origin.code if origin else None
        wanted = {"displaced": ("displacement",), "captured": ("detention", "attack", "casualties")}.get(loss.status)
        taken = not wanted and loss.group is not None and loss.group.tense == "part"
        near = [d for d in told if d.sentence == sentence.index and (d.kind in (wanted or VIOLENT_KINDS) or taken and d.kind == "advance" or d.kind == "casualties" and not wanted) and d.origin_code == code and not d.denied]
        near = [d for d in near if not self._separate(sentence, loss, d)]
        if near:
            armed = [d for d in near if d.kind != "detention"] or near
            return min(armed, key=lambda d: (d.unit > loss.unit and loss.group is not None and not loss.group.finite, abs(d.unit - loss.unit)))
        if wanted:
            return None
        return self._earlier_host(sentence, loss, code)

    def _none_host(self, sentence: ReadSentence, told: list[Draft], origin: Mention | None) -> Draft | None:
        """That a document names no losses goes on the act that it tells."""
        near = [
            d for d in (*self.desk.drafts[-4:], *told)
            if (d.paragraph == sentence.span.paragraph or sentence.index - d.sentence <= 1) and not d.denied
            and (d.kind in VIOLENT_KINDS or d.kind in ("advance", "movement") and d.sentence == sentence.index)
        ]  # fmt: skip
        if origin is not None and origin.code is not None and near and near[-1].origin_code not in (None, origin.code) and near[-1].sentence != sentence.index:
            return None  # "for its part, the other ministry said that it had no losses"
        return near[-1] if near else None

    def _separate(self, sentence: ReadSentence, loss: LossMention, draft: Draft) -> bool:
        """Told in another stretch of the sentence, after a semicolon or in a "that" clause of another voice."""
        low, high = sorted((draft.unit, loss.unit))
        marks = [u.i for u in sentence.units[low:high] if u.kind == "punct" and u.low == ";"]
        own_scene = any(d.moment is not None and marks and d.first > marks[-1] for d in sentence.dates)
        return bool(marks) and draft.kind != "casualties" and own_scene

    def _earlier_host(self, sentence: ReadSentence, loss: LossMention, code: str | None) -> Draft | None:
        """The act just told by the same voice: "... Three policemen were killed."."""
        for draft in reversed(self.desk.drafts):
            if draft.paragraph != sentence.span.paragraph or sentence.index - draft.sentence > 3:
                return None
            if draft.origin_code != code or draft.denied:
                continue
            own_scene = self._own_scene(sentence, loss, draft)
            if draft.kind in VIOLENT_KINDS - {"ceasefire_violation", "detention"} and not own_scene:
                return draft
            if draft.kind == "casualties" and sentence.index - draft.sentence <= 1 and not own_scene:
                return draft
        return None

    def _own_scene(self, sentence: ReadSentence, loss: LossMention, host: Draft | None = None) -> bool:
        """Whether the words around a loss name a time or place of their own."""
        first, last = (sentence.parse.window(loss.group) if loss.group is not None else (loss.first, loss.last))
        dated = any(d.moment is not None and d.moment.precision not in ("year", "month") and first <= d.first < last for d in sentence.dates)
        known = {p.place or p.name.casefold() for p in host.places} if host is not None else set()
        placed = any(not p.loose and first <= p.first < last and (p.place.place or p.place.name.casefold()) not in known for p in sentence.places)
        return dated or placed

    def _new_loss(
        self, sentence: ReadSentence, loss: LossMention, origin: Mention | None, vias: list[Via], frame: SayFrame | None, quoted: bool
    ) -> Draft:
        kind = {"displaced": "displacement", "captured": "detention"}.get(loss.status, "casualties")
        killers = self._killers(sentence, loss, origin)
        means = self._means(sentence, loss)
        if kind == "casualties":
            kind = means or ("attack" if killers else kind)
        draft = Draft(
            kind, sentence.index, loss.unit, [sentence.chars(loss.first, loss.last)], "loss", loss.row,
            paragraph=sentence.span.paragraph, window=(loss.first, loss.last), heading=sentence.span.heading,
            quote=quoted, hedged=loss.hedged, actors=killers,
        )  # fmt: skip
        model = self._told_by_another(sentence, loss, origin) if draft.kind == "casualties" else None
        if model is not None:
            draft.kind, draft.source, draft.actors, draft.weapons = model.kind, model, list(model.actors), list(model.weapons)
            draft.places = list(model.places)
            kind = draft.kind
        draft.present = loss.group is None or loss.group.tense == "pres" or self.setting.chronicle and loss.group.tense in ("perf", "pres", "part", "ppart")
        draft.background = loss.group is not None and loss.group.finite and loss.group.tense in ("past", "impf") and any(g.finite and g.tense == "pres" for g in sentence.parse.groups)
        word = sentence.units[loss.unit]
        draft.trace("kind", kind, rule=f"loss:{loss.status}", row=loss.row, span=(word.start, word.end))
        self.desk.telling.speak(draft, origin, vias, frame)
        if model is None:
            self.desk.fields.fill_places(draft, sentence)
        return draft

    def _told_by_another(self, sentence: ReadSentence, loss: LossMention, origin: Mention | None) -> Draft | None:
        """The violent act just told by another voice, if this one only adds its count ("the mission puts the dead at 39")."""
        if origin is None or casualties.is_running(sentence, loss) or self._own_scene(sentence, loss):
            return None
        for other in reversed(self.desk.drafts[-3:]):
            if sentence.index - other.sentence > 1 or other.paragraph != sentence.span.paragraph:
                return None
            if other.kind in VIOLENT_KINDS - {"ceasefire_violation", "detention", "armed_clash"} and other.origin_code != origin.code and not other.count:
                return other
        return None

    def _means(self, sentence: ReadSentence, loss: LossMention) -> str:
        """The kind of act that a weapon as subject makes it ("a mine killed a porter")."""
        group = loss.group
        if group is None or not loss.doer or group.passive or group.tense == "ppart":
            return ""
        for np in sentence.parse.subject(group).phrases:
            if np is loss.phrase:
                return ""
            for unit in sentence.units[np.first : np.last]:
                for value in sorted(unit.values("weapons:weapon")):
                    if value.partition(":")[2]:
                        return value.partition(":")[2]
        return ""

    def _killers(self, sentence: ReadSentence, loss: LossMention, origin: Mention | None) -> list[Mention]:
        """The party that an active verb makes the doer ("killed four militants"); None for a passive or a thing."""
        group = loss.group
        if group is None or not loss.doer or group.passive or group.tense == "ppart" or loss.status not in ("killed", "wounded"):
            return []
        phrases = sentence.parse.subject(group).phrases
        if any(loss.phrase is np for np in phrases):
            return []
        frame = self.desk.voices.frame_of(sentence, loss.unit)
        if frame is not None and frame.accused is not None and group.tense in ("inf", "part"):
            phrases = [frame.accused, *self.joined_accused(sentence, frame)]
        return [m for m in self.people.parties(sentence, phrases, origin) if m.head != "victim"]

    def joined_accused(self, sentence: ReadSentence, frame: SayFrame) -> list[NounPhrase]:
        """Others accused with the first ("accuses soldiers and mercenaries of ...")."""
        if frame.group is None:
            return []
        objects = [np for np in sentence.parse.complements(frame.group) if np.prep is None]
        return [np for np in objects if np is not frame.accused][:2]
