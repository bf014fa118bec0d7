"""From what the stages found in the sentences to drafts of claims, sentence by sentence."""

from __future__ import annotations

from trucewatch.coder.backrefs import give_voice_back
from trucewatch.coder.dating import own_time
from trucewatch.coder.desk import Desk
from trucewatch.coder.draft import Draft
from trucewatch.coder.people import People
from trucewatch.coder.reading import ReadSentence
from trucewatch.coder.setting import Setting
from trucewatch.dates import Moment
from trucewatch.model.kinds import SPEECH_KINDS

_DAMAGING = frozenset({"shelling", "air_strike", "attack", "explosion", "small_arms_fire", "armed_clash"})


class Assembler:
    """Builds the drafts of one report."""

    def __init__(self, people: People, setting: Setting) -> None:
        self.desk = Desk(people, setting)
        self._quiet: ReadSentence | None = None

    @property
    def drafts(self) -> list[Draft]:
        """The drafts so far, in the order of the text."""
        return self.desk.drafts

    def read(self, sentence: ReadSentence) -> None:
        """Adds the drafts of one sentence."""
        told = self._from_acts(sentence)
        self.desk.toll.attach(sentence, told)
        told.extend(self.desk.fields.further_counts(sentence, told))
        told.extend(self.desk.replies.drafts(sentence, told))
        told = [d for d in told if not self.desk.content.is_foreign(sentence, d) and not self._done_by(d, told)]
        told.sort(key=lambda d: d.unit)
        scene = self._scene(sentence)
        for draft in told:
            draft.scene = scene
            if draft.moment is None:
                own_time(draft, sentence, self.desk.setting)
        if not told:
            give_voice_back(sentence, self.desk)
        self.desk.drafts.extend([*told, *self._co_told(told)])
        self._quiet = sentence if not told else None

    def _from_acts(self, sentence: ReadSentence) -> list[Draft]:
        told: list[Draft] = []
        content = self.desk.content
        blocked = content.blocked(sentence)
        for act in sentence.acts:
            if act.row.kind == "casualties" or act.unreal:
                continue
            if act.kind in SPEECH_KINDS and content.belongs_to_accusation(sentence, act):
                continue
            if content.is_blocked(act, blocked) or content.is_swallowed(sentence, act):
                continue
            draft = self.desk.telling.draft(sentence, act)
            if draft is not None:
                told.append(draft)
        return told

    def _done_by(self, draft: Draft, told: list[Draft]) -> bool:
        """Damage done by an act that the same voice tells beside it is no claim of its own (record model, kinds)."""
        if draft.kind != "damage" or draft.denied:
            return False
        near = [d for d in self.desk.drafts[-3:] if draft.sentence - d.sentence <= 1 and d.paragraph == draft.paragraph]
        host = next((d for d in (*told, *reversed(near)) if d is not draft and d.kind in _DAMAGING and not d.denied and d.origin_code == draft.origin_code), None)
        if host is None or draft.actors and host.actors and not draft.actor_codes() & host.actor_codes():
            return False
        host.evidence.extend(draft.evidence)
        return True

    def _scene(self, sentence: ReadSentence) -> Moment | None:
        """The day named by the sentence just before, if that told no act itself ("The worst came last Sunday.")."""
        before = self._quiet
        if before is None or before.index != sentence.index - 1 or before.span.paragraph != sentence.span.paragraph:
            return None
        points = [d.moment for d in before.dates if d.moment is not None and d.role in ("point", "night") and d.moment.precision != "year"]
        return points[-1] if points and self.desk.setting.published is not None and points[-1].start <= self.desk.setting.published else None

    def _co_told(self, told: list[Draft]) -> list[Draft]:
        """Two parties that say the same are two claims (coding rule 8)."""
        return [d.twin(other) for d in told for other in d.co_origins if d.origin is not None]
