"""What a speech act governs: told as asked, feared or promised, so not coded as having happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trucewatch.acts import ActMention
from trucewatch.coder.draft import Draft
from trucewatch.coder.reading import ReadSentence
from trucewatch.model.kinds import GROUND_KINDS, IRREALIS_KINDS, VIOLENT_KINDS

if TYPE_CHECKING:
    from trucewatch.coder.desk import Desk

_ACCIDENTAL = frozenset({"casualties", "explosion", "damage", "displacement"})


class Content:
    """What a speech act governs: told as asked, feared or promised, so not coded as having happened."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.people, self.setting = desk, desk.people, desk.setting

    def blocked(self, sentence: ReadSentence) -> list[tuple[int, int, int]]:
        """(trigger, first, last): stretches that a speech act governs, told as wished, feared or promised."""
        found: list[tuple[int, int, int]] = []
        accusing = {frame.unit for frame in sentence.frames if frame.frame == "accuse"}
        for act in sentence.acts:
            if act.unit in accusing:
                continue  # "traded accusations of violating the truce": the content is what is alleged
            content = act.row.extra.get("content") or ("irrealis" if act.kind in IRREALIS_KINDS else "")
            if content != "irrealis":
                continue
            found.append((act.unit, act.unit + 1, self._reach(sentence, act)))
        return found

    def _reach(self, sentence: ReadSentence, act: ActMention) -> int:
        """How far the content of a speech act goes: to the next clause that has a subject of its own."""
        subject = {np.first for np in sentence.parse.subject(act.group).phrases} if act.group else set()
        depth = sentence.units[act.unit].readings.that
        for item in sentence.parse.items:
            if item.at <= act.unit:
                continue
            if item.kind == "mark" and item.value in (";",) and not self._goes_on(sentence, item.end):
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

    def _goes_on(self, sentence: ReadSentence, unit: int) -> bool:
        """ "urged them to respect the truce; investigate incidents; ...": a bare infinitive goes on with the list."""
        group = sentence.parse.group_at(unit)
        return group is not None and group.first == unit and "inf" in sentence.units[group.head].tags

    def is_blocked(self, act: ActMention, blocked: list[tuple[int, int, int]]) -> bool:
        return any(first <= act.unit < last and act.unit != trigger for trigger, first, last in blocked)

    def is_swallowed(self, sentence: ReadSentence, act: ActMention) -> bool:
        """A noun that only names the object or manner of another act of the same clause ("conduct airstrikes")."""
        if act.kind in ("attack", "advance") and act.group is not None and not act.group.passive and self._told_by_subject(sentence, act):
            return True
        for other in sentence.acts:
            if other is act or other.unreal or other.row.kind == "casualties":
                continue
            near = other.first <= act.unit < other.last and act.group is None
            if near and other.group is not None and other.unit < act.unit <= other.unit + 6:
                if other.kind == act.kind or act.row.kind in other.row.needs:
                    return True
                alike = (act.kind in VIOLENT_KINDS) == (other.kind in VIOLENT_KINDS) and act.kind not in ("mediate", "agree")
                if alike and other.row.needs and any(act.phrase is np for np in sentence.parse.complements(other.group)[:1]):
                    return True
        return False

    def _told_by_subject(self, sentence: ReadSentence, act: ActMention) -> bool:
        """ "the raid, which targeted a tunnel", "resumed the shelling": subject or object is an act told in this sentence."""
        assert act.group is not None
        subjects = sentence.parse.subject(act.group).phrases
        taken = [np for np in sentence.parse.complements(act.group) if np.prep is None][:1] if act.kind == "advance" else []
        return any(
            other.group is None and not other.unreal and other.kind in VIOLENT_KINDS and any(np.covers(other.unit) for np in (*subjects, *taken))
            for other in sentence.acts if other is not act
        )  # fmt: skip

    def belongs_to_accusation(self, sentence: ReadSentence, act: ActMention) -> bool:
        """The verb of an accusation is its frame; what is not an act on the ground is its content."""
        for frame in sentence.frames:
            if frame.frame == "noun" and frame.that and frame.unit == act.unit:
                return True
            if frame.frame in ("accuse", "deny") and (frame.unit == act.unit or frame.covers(act.unit) and act.group is not None and not act.group.finite and not frame.post):
                return True
        return False

    def is_foreign(self, sentence: ReadSentence, draft: Draft) -> bool:
        """An act or loss without any party beside words of sport, fiction, business, weather or accidents."""
        domains = {value for u in sentence.units for value in u.values("words:domain")}
        if not domains or draft.kind not in GROUND_KINDS or draft.actors:
            return False
        if "accident" in domains and draft.kind in _ACCIDENTAL:
            return True
        return draft.origin is None and not any(r.code for r in draft.recipients) and not any(c.side for c in draft.losses)
