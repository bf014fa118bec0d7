"""The time of each claim: its own words first, then what the text licenses to carry over, else null."""

from __future__ import annotations

from dataclasses import replace

from trucewatch.coder.draft import Draft
from trucewatch.coder.reading import ReadSentence
from trucewatch.coder.setting import Setting
from trucewatch.dates import DateMention, Moment
from trucewatch.model.kinds import GROUND_KINDS

_NEAR = 40
"""Claims around one from which it may take its time: a very long text stays linear."""

_ONE_OCCASION = 4
"""Sentences over which one speaker is still speaking on the same day."""

_ARMED = frozenset({"small_arms_fire", "shelling", "air_strike", "attack", "ceasefire_violation"})
_HOSTILE = _ARMED | {"advance", "movement", "armed_clash"}


def own_time(draft: Draft, sentence: ReadSentence, setting: Setting) -> None:
    """Takes the date mention that belongs to the act: in its clause, or setting the scene of its sentence."""
    best: tuple[int, DateMention] | None = None
    for mention in sentence.dates:
        if mention.moment is None or setting.published is not None and mention.moment.start > setting.published:
            continue
        rank = _rank(draft, sentence, mention)
        if rank is not None and (best is None or rank < best[0]):
            best = (rank, mention)
    if best is not None:
        draft.moment, draft.moment_span = best[1].moment, (best[1].start, best[1].end)
        draft.trace("when", best[1].moment.start.isoformat() if best[1].moment else "", rule="date-in-clause", span=draft.moment_span)


def _rank(draft: Draft, sentence: ReadSentence, mention: DateMention) -> int | None:
    """Lower is nearer; None where the date belongs to something else (the saying, another clause)."""
    if mention.role == "bound" or draft.kind not in ("agree", "mediate") and (mention.of_agreement or any(a.end == mention.end for a in draft.agreements)):
        return None
    owner = _owner(sentence, mention)
    if owner is not None and owner != draft.unit:
        frame = next((f for f in sentence.frames if f.group is not None and f.group.first <= owner < f.group.last), None)
        monitor = frame is not None and "monitor" in frame.value.split("|")
        if frame is not None and not monitor and frame.covers(draft.unit) and draft.kind in GROUND_KINDS:
            return None
    if _opens_clause(sentence, mention, draft.unit):
        return 20
    if _deadline_or_record(sentence, mention):
        return None
    if _behind_boundary(sentence, draft.unit, mention.first):
        return None
    if _of_participle(sentence, draft, mention):
        return None
    if _in_future(sentence, draft, mention):
        return None
    first, last = draft.window
    if first <= mention.first < last:
        return abs(mention.first - draft.unit)
    if _sets_scene(sentence, mention, draft):
        return 40 + abs(mention.first - draft.unit)
    same = _same_stretch(sentence, mention.first, draft.unit)
    return 100 + abs(mention.first - draft.unit) if same else None


def _opens_clause(sentence: ReadSentence, mention: DateMention, unit: int) -> bool:
    """ "since Sunday, when the shooting began": the day holds for the clause that follows it."""
    items = sentence.parse.items
    k = next((i for i, item in enumerate(items) if item.kind == "date" and item.at <= mention.first < item.end), None)
    if k is None:
        return False
    k += 2 if k + 1 < len(items) and items[k + 1].value == "," else 1
    if k >= len(items) or items[k].value != "time" or items[k].kind not in ("sub", "rel"):
        return False
    stop = next((item.at for item in items[k + 1 :] if item.kind in ("sub", "rel") or item.kind == "mark"), items[-1].end)
    return items[k].at < unit < stop


def _deadline_or_record(sentence: ReadSentence, mention: DateMention) -> bool:
    """ "due to leave by 18 February", "the first such salvo since December": no time of the act told."""
    before = sentence.units[mention.first - 1] if mention.first else None
    if before is not None and mention.role == "point" and before.values("words:prep") & {"by", "before"} and not before.has("dates:part"):
        return True
    stretch: list[str] = []
    for unit in reversed(sentence.units[max(0, mention.first - 6) : mention.first]):
        if unit.kind == "punct":
            break
        stretch.extend(unit.values("dates:ordinal"))
    return mention.role == "since" and "1" in stretch


def _of_participle(sentence: ReadSentence, draft: Draft, mention: DateMention) -> bool:
    """ "the truce agreed in P on 28 July was holding": the date belongs to the participle beside it."""
    before = [g for g in sentence.parse.groups if g.last <= mention.first]
    owner = before[-1] if before else None
    if owner is None or owner.tense != "ppart" or owner.head == draft.unit or not sentence.units[owner.head].has("act"):
        return False
    if any(u.kind == "punct" for u in sentence.units[owner.last : mention.first]):
        return False
    return not (owner.first <= draft.unit + 3 and draft.unit < owner.first and sentence.units[draft.unit].has("nouns:pact"))


def _in_future(sentence: ReadSentence, draft: Draft, mention: DateMention) -> bool:
    """The date of a clause in the future ("will travel later this week") is not the act's."""
    before = [g for g in sentence.parse.groups if g.first < mention.first]
    owner = before[-1] if before else None
    return owner is not None and owner.head != draft.unit and owner.first > draft.unit and (owner.tense == "fut" or owner.modal in ("fut", "must", "want"))


def _behind_boundary(sentence: ReadSentence, unit: int, date: int) -> bool:
    """ "announces a truce following clashes last night": the date belongs to what came before."""
    between = sentence.units[unit + 1 : date]
    return any(u.pos in ("prep", "sub") and u.values("words:prep") & {"after", "before", "despite"} for u in between)


def _owner(sentence: ReadSentence, mention: DateMention) -> int | None:
    """Head of the verb group that the date follows directly, or that it opens a saying clause for."""
    for group in sentence.parse.groups:
        if group.finite and group.last == mention.first:
            return group.head
    for frame in sentence.frames:
        if frame.group is None or frame.post:
            continue
        subject = sentence.parse.subject(frame.group).phrases
        begin = min([frame.group.first, *(np.first for np in subject)])
        if mention.last <= begin <= mention.last + 2 and mention.first <= 2:
            return frame.group.head
        if mention.first >= frame.group.last and not any(u.pos in ("sub", "verb", "rel", "punct") for u in sentence.units[frame.group.last : mention.first]) and frame.that:
            return frame.group.head
    return None


def _sets_scene(sentence: ReadSentence, mention: DateMention, draft: Draft) -> bool:
    """A date before the first verb of the sentence holds for its main acts."""
    verbs = [g.first for g in sentence.parse.groups if g.finite]
    return bool(verbs) and mention.first < verbs[0] and not draft.background


def _same_stretch(sentence: ReadSentence, a: int, b: int) -> bool:
    low, high = min(a, b), max(a, b)
    return not any(
        u.kind == "punct" and u.low in (";", ":") or u.pos in ("sub", "rel") for u in sentence.units[low:high]
    )


def carry_times(drafts: list[Draft], setting: Setting) -> None:
    """Fills undated claims from their surroundings, where the rules of the record model allow it."""
    for k, draft in enumerate(drafts):
        if draft.moment is not None:
            continue
        if draft.source is not None:
            moment = draft.source.moment
        else:
            moment = _from_context(draft, drafts[max(0, k - _NEAR) : k], drafts[k + 1 : k + _NEAR], setting)
        if moment is not None:
            draft.moment = replace(moment, resolved_from="context")
            draft.trace("when", moment.start.isoformat(), rule="time-carried")


def _from_context(draft: Draft, before: list[Draft], after: list[Draft], setting: Setting) -> Moment | None:
    ground = draft.kind in GROUND_KINDS
    if draft.denied and draft.kind == "withdrawal" and not setting.period:
        return None  # what has not been done has no day
    siblings = [d for d in (*before, *after) if d.sentence == draft.sentence and d.moment is not None and (d.kind in GROUND_KINDS) == ground]
    if ground and siblings and not draft.background:
        return siblings[0].moment
    if setting.chronicle:
        return _published(setting) if _foreground(draft) else None
    if setting.periodic and (ground or setting.issuer is not None):
        if ground:
            same = _episode(draft, before, paragraphs=0)
            if same is not None:
                return same
        return setting.period if setting.period and (ground or setting.bulletin) else _published(setting)
    if ground and draft.scene is not None:
        return draft.scene
    if ground and not draft.habitual:
        return _episode(draft, before, paragraphs=0)
    if not ground:
        return _same_actor(draft, before)
    return None




def _published(setting: Setting) -> Moment | None:
    if setting.published is None:
        return None
    return Moment(setting.published, setting.published, "day", "context")


def _foreground(draft: Draft) -> bool:
    return not draft.background


def _episode(draft: Draft, before: list[Draft], *, paragraphs: int) -> Moment | None:
    """The time of the episode that the same stretch of text is telling."""
    for other in reversed(before):
        if draft.paragraph - other.paragraph > paragraphs or draft.sentence - other.sentence > 2:
            return None
        if other.moment is not None and other.kind in GROUND_KINDS and not other.heading and other.moment.precision not in ("month", "year"):
            return other.moment
    return None


def _same_actor(draft: Draft, before: list[Draft]) -> Moment | None:
    """Speech acts of one speaker on one occasion share its day."""
    for other in reversed(before):
        if other.kind in GROUND_KINDS:
            continue
        if draft.sentence - other.sentence > _ONE_OCCASION:
            return None
        if other.actor_codes() & draft.actor_codes():
            return other.moment if other.moment and other.moment.start == other.moment.end else None
    return None


def carry_actors(drafts: list[Draft], setting: Setting) -> None:
    """A passive act without actor takes the one that the same origin has just named (coding rule 8)."""
    for k, draft in enumerate(drafts):
        if draft.kind == "release" and not draft.actors and not draft.denied:
            _carry_captor(draft, drafts[max(0, k - _NEAR) : k])
        if draft.actors or draft.kind not in _ARMED or draft.denied:
            continue
        if draft.origin is None:
            continue
        for other in reversed(drafts[max(0, k - _NEAR) : k]):
            if draft.sentence - other.sentence > 2 or draft.paragraph != other.paragraph:
                break
            if other.origin_code == draft.origin_code and other.kind in _HOSTILE and other.actors and not other.denied and draft.origin_code not in other.actor_codes():
                draft.actors = list(other.actors)
                break


def _carry_captor(draft: Draft, before: list[Draft]) -> None:
    """Whoever took people lets them go, if the text names nobody else ("... They were freed the next day.")."""
    last = before[-1] if before else None
    if last is not None and last.kind == "detention" and last.actors and draft.sentence - last.sentence <= 1:
        draft.actors = list(last.actors)
