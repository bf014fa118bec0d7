"""Times of claims that have none of their own: what the text licenses to carry over, else null."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from trucewatch.coder.draft import Draft
from trucewatch.coder.setting import Setting
from trucewatch.dates import Moment
from trucewatch.model.kinds import GROUND_KINDS

_NEAR = 40
"""Claims around one from which it may take its time: a very long text stays linear."""

_ONE_OCCASION = 4
"""Sentences over which one speaker is still speaking on the same day."""

_ARMED = frozenset({"small_arms_fire", "shelling", "air_strike", "attack", "ceasefire_violation"})
_HOSTILE = _ARMED | {"advance", "movement", "armed_clash"}


Carried = tuple[Moment | None, str]


def carry_times(drafts: list[Draft], setting: Setting) -> None:
    """Fills undated claims from their surroundings, where the rules of the record model allow it."""
    for k, draft in enumerate(drafts):
        if draft.moment is not None:
            continue
        before = drafts[max(0, k - _NEAR) : k]
        moment, rule = (draft.source.moment, "time-of-act-told") if draft.source is not None else (None, "")
        if draft.lag is not None and draft.source is None:
            moment, rule = _lagging(draft, before, setting), "days-after"
        told_elsewhere = draft.source is not None and any(d is draft.source for d in drafts)
        if moment is None and not told_elsewhere:
            moment, rule = _from_context(draft, before, drafts[k + 1 : k + _NEAR], setting)
        if moment is not None:
            draft.moment = replace(moment, resolved_from="context")
            draft.trace("when", moment.start.isoformat(), rule=rule)


def _lagging(draft: Draft, told: list[Draft], setting: Setting) -> Moment | None:
    """The time that the sentence tells, as many days earlier as it says."""
    main = next((d.moment for d in reversed(told) if d.sentence == draft.sentence and d.lag is None and d.moment is not None and d.moment.start == d.moment.end), None)
    if main is None and setting.chronicle:
        main = _published(setting)
    if main is None or draft.lag is None:
        return None
    day = main.start - timedelta(days=draft.lag)
    return Moment(day, day, "day", "context")


def _from_context(draft: Draft, before: list[Draft], after: list[Draft], setting: Setting) -> Carried:
    """The time that the surroundings license, and by which rule (seen in `explain`)."""
    ground = draft.kind in GROUND_KINDS
    if draft.denied and draft.kind == "withdrawal" and not setting.period:
        return None, ""  # what has not been done has no day
    siblings = [d for d in (*before, *after) if d.sentence == draft.sentence and d.moment is not None and (d.kind in GROUND_KINDS) == ground]
    siblings = [d for d in siblings if (not d.aside or draft.aside) and (d.unit < draft.unit or not d.background)]
    if ground and siblings and not draft.background and not (setting.chronicle and draft.present):
        return siblings[0].moment, "time-of-sentence"
    if setting.chronicle:
        return (None if draft.background else _published(setting)), "news-of-the-day"
    if setting.periodic and (ground or setting.issuer is not None):
        same = _episode(draft, before, elsewhere=not setting.bulletin) if ground else None
        if same is not None:
            return same, "time-of-episode"
        if setting.period and (ground or setting.bulletin):
            return setting.period, "period-of-report"
        return _published(setting), "day-of-report"
    if ground and draft.scene is not None:
        return draft.scene, "time-of-scene"
    if ground:
        return (None if draft.habitual else _episode(draft, before)), "time-of-episode"
    return _same_actor(draft, before), "time-of-same-speaker"


def _published(setting: Setting) -> Moment | None:
    if setting.published is None:
        return None
    return Moment(setting.published, setting.published, "day", "context")


def _episode(draft: Draft, before: list[Draft], *, elsewhere: bool = True) -> Moment | None:
    """The time of the episode that the same stretch of text is telling.

    A bulletin goes from place to place and sums up its period: there only what is told of no other place (not `elsewhere`)
    and not in general is a detail of the episode before.
    """
    if not elsewhere and draft.kind in ("calm", "tension"):
        return None
    for other in reversed(before):
        if draft.paragraph != other.paragraph or draft.sentence - other.sentence > 2:
            return None
        if not elsewhere and draft.places and not {p.place or p.name for p in draft.places} & {p.place or p.name for p in other.places}:
            return None
        if other.moment is not None and other.kind in GROUND_KINDS and not other.heading and not other.aside and other.moment.precision not in ("month", "year"):
            return other.moment
    return None


def _same_actor(draft: Draft, before: list[Draft]) -> Moment | None:
    """Speech acts of one speaker on one occasion share its day."""
    for other in reversed(before):
        if other.kind in GROUND_KINDS or other.aside and not draft.aside:
            continue
        if draft.sentence - other.sentence > _ONE_OCCASION:
            return None
        if other.actor_codes() & draft.actor_codes():
            if draft.sentence != other.sentence and not draft.quote and not any(a.head == "pronoun" or a.inherited for a in draft.actors):
                return None
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
