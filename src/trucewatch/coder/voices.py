"""Who speaks at a place of the text: frames, quotations, the issuer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trucewatch.actors import Mention
from trucewatch.attribution import SayFrame
from trucewatch.coder.draft import Draft
from trucewatch.coder.reading import ReadSentence
from trucewatch.model import Via

if TYPE_CHECKING:
    from trucewatch.coder.desk import Desk


class Voices:
    """Who speaks at a place of the text: frames, quotations, the issuer."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.people, self.setting = desk, desk.people, desk.setting

    def frame_of(self, sentence: ReadSentence, unit: int) -> SayFrame | None:
        """The nearest frame that covers a unit and has a voice."""
        covering = [f for f in sentence.frames if f.covers(unit) and f.unit != unit and f.frame != "predicate" and not (f.negated and "monitor" not in f.value.split("|"))]
        return min(covering, key=lambda f: ("source" not in f.value.split("|"), f.size, abs(f.unit - unit)), default=None)

    def voice_of(self, sentence: ReadSentence, unit: int) -> tuple[Mention | None, list[Via], SayFrame | None, bool]:
        """(origin, relays, frame, quoted) for what is told at a unit."""
        frame = self.frame_of(sentence, unit)
        start = sentence.units[unit].start
        quotation = self.people.reading.quotation_at(start)
        if frame is not None and frame.speakers:
            origin, vias = self.people.speaker(sentence, frame)
            vias = [*vias, *self._agencies(sentence, unit, frame)]
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

    def _agencies(self, sentence: ReadSentence, unit: int, frame: SayFrame) -> list[Via]:
        """Agencies that report what a named source told them ("Interfax reported, citing ...")."""
        found: list[Via] = []
        for other in sentence.frames:
            if other is not frame and other.covers(unit) and any(sentence.units[i].has("source") for np in other.speakers for i in range(np.first, np.end)):
                found.extend(self.people.speaker(sentence, other)[1])
        return found

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

    def all_of(self, draft: Draft, frame: SayFrame | None) -> list[Mention]:
        """All speakers of a frame of the draft's own sentence ("A and B said")."""
        sentence = self.people.reading.sentences[draft.sentence]
        if frame is None or not any(f is frame for f in sentence.frames) or len(frame.speakers) < 2:
            return []
        return self.people.parties(sentence, frame.speakers)

    def of_place(self, sentence: ReadSentence, frame: SayFrame) -> Mention | None:
        quotation = self.people.reading.quotation_at(sentence.units[frame.unit].start)
        return self.people.quote_speakers.get(quotation) if quotation else self.setting.issuer
