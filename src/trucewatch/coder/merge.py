"""The same act told twice in one report by the same origin is one claim (coding rule 5)."""

from __future__ import annotations

from trucewatch.coder.draft import Draft
from trucewatch.model.kinds import GROUND_KINDS

_REACH = 80
"""Claims back from which a repeat is looked for: a very long text stays linear."""

_MEANS = {"small_arms_fire", "shelling", "air_strike", "armed_clash", "attack", "advance", "movement", "explosion"}
_FIRE = {"small_arms_fire", "shelling", "air_strike"}
_GENERIC = {"ceasefire_violation", "attack", "casualties", "accuse"}


def merge(drafts: list[Draft]) -> list[Draft]:
    """Drafts with repeats joined, in the order of their first telling in the body of the text."""
    out: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.heading, d.sentence, d.unit)):
        host = _body_of(draft, out) if draft.heading else next((other for other in reversed(out[-_REACH:]) if _same(other, draft)), None)
        if host is None:
            out.append(draft)
        else:
            _join(host, draft)
    body = [d for d in out if not d.heading]
    return sorted(body or out, key=lambda d: (d.sentence, d.unit))


def _body_of(heading: Draft, out: list[Draft]) -> Draft | None:
    """The claim of the body that a headline announces: of its kind rather than of a special one, the first told."""
    hosts = [other for other in out[-_REACH:] if _same(other, heading)]
    return min(hosts, key=lambda d: (d.kind != heading.kind, d.actor_codes() != heading.actor_codes(), d.kind == "casualties"), default=None)


def _same(a: Draft, b: Draft) -> bool:
    if a.denied != b.denied or ((a.origin_code != b.origin_code or a.unnamed_origin != b.unnamed_origin) and not b.heading):
        return False
    if b.heading:
        return _one_clause(a, b) if a.heading and a.kind == b.kind and a.sentence == b.sentence else _headline(a, b)
    if _anaphor(b) and abs(a.sentence - b.sentence) <= 2 and (a.kind == b.kind or b.kind in _GENERIC and a.kind in GROUND_KINDS):
        return True
    if _general_and_special(a, b) or _several_means(a, b):
        return True
    if a.kind != b.kind:
        return False
    if a.sentence == b.sentence and _named_again(a, b):
        return True
    if a.sentence == b.sentence:
        return _one_clause(a, b)
    if a.kind not in GROUND_KINDS:
        return bool(a.actor_codes()) and a.actor_codes() == b.actor_codes() and _repeat_speech(a, b)
    if a.moment and b.moment and (a.moment.start, a.moment.end) != (b.moment.start, b.moment.end):
        return False
    if b.count and a.count != b.count or _places_differ(a, b):
        return False
    if a.losses and b.losses and a.losses != b.losses and a.kind != "casualties":
        return False
    if a.kind == "casualties":
        return False
    return a.actor_codes() == b.actor_codes() and bool(a.actors) or bool(a.moment and b.moment and not b.actors and not a.count)


def _general_and_special(a: Draft, b: Draft) -> bool:
    """A violation by unnamed means and the same party's act right beside it, by the same origin: one claim."""
    kinds = {a.kind, b.kind}
    if "attack" in kinds and kinds - {"attack"} <= _FIRE and a.actors and a.actor_codes() == b.actor_codes() and a.sentence == b.sentence:
        return _by_means(a, b)
    if "ceasefire_violation" not in kinds or len(kinds) != 2 or not kinds - {"ceasefire_violation"} <= _MEANS:
        return False
    general, special = (a, b) if a.kind == "ceasefire_violation" else (b, a)
    if a.sentence != b.sentence and general.losses and not {(c.status, c.best) for c in general.losses} & {(c.status, c.best) for c in special.losses}:
        return False  # violations that killed are told for themselves
    if (a.count or b.count) and not _one_telling(a, b) or not a.actors or a.actor_codes() != b.actor_codes() or abs(a.sentence - b.sentence) > 2:
        return False
    return not (a.moment and b.moment and a.moment.end < b.moment.start or _places_differ(a, b) and a.sentence != b.sentence and not _lines(a, b))


def _several_means(a: Draft, b: Draft) -> bool:
    """ "the gunfire and shelling (from the other side) killed five": several means of one act, joined by a conjunction."""
    if {a.kind, b.kind} != {"small_arms_fire", "shelling"} or a.sentence != b.sentence or not 1 < b.unit - a.unit <= 3:
        return False
    nouns = all(d.act is not None and d.act.group is None for d in (a, b))
    return nouns and (not a.actors or not b.actors or a.actor_codes() == b.actor_codes()) and not (a.count and b.count)


def _one_telling(a: Draft, b: Draft) -> bool:
    """ "violated the truce 84 times, using machine guns": one clause that counts once."""
    return a.sentence == b.sentence and not (a.count and b.count and a.count != b.count) and max(a.window[0], b.window[0]) < min(a.window[1], b.window[1])


def _by_means(a: Draft, b: Draft) -> bool:
    """ "attacked the post using artillery", "the attack, with the use of artillery": the fire is how the attack was made."""
    means = a if a.kind != "attack" else b
    act = means.act
    if act is None or not max(a.window[0], b.window[0]) < min(a.window[1], b.window[1]):
        return False
    return act.group.tense == "part" if act.group is not None else act.phrase is not None and act.phrase.prep in ("with", "by")


def _lines(a: Draft, b: Draft) -> bool:
    return any(p.precision in ("line", "region", "country") for p in (*a.places, *b.places))


def _anaphor(b: Draft) -> bool:
    """ "the strikes", « cette attaque »: names an act already told and adds nothing."""
    act = b.act
    if act is None or act.group is not None or act.phrase is None or b.losses or b.count:
        return False
    if any(a.start >= b.evidence[0][0] and not a.inherited and a.end <= b.evidence[0][1] and a.head == "name" for a in b.actors):
        return False
    return act.phrase.det in ("def", "dem") and b.moment is None and not b.denied and b.kind not in ("calm",)


def _one_clause(a: Draft, b: Draft) -> bool:
    clash = a.kind in ("armed_clash", "consult") and b.actor_codes() <= a.actor_codes()
    if a.actor_codes() != b.actor_codes() and a.actors and b.actors and not clash:
        return False
    if a.moment and b.moment and (a.moment.start, a.moment.end) != (b.moment.start, b.moment.end):
        return False
    if a.kind in GROUND_KINDS and (a.count and b.count and a.count != b.count):
        return False
    overlap = max(a.window[0], b.window[0]) < min(a.window[1], b.window[1])
    same = a.actor_codes() == b.actor_codes() or clash and bool(b.actors)
    return overlap or (a.kind not in GROUND_KINDS or clash) and same and bool(a.actors)


def _named_again(a: Draft, b: Draft) -> bool:
    """ "was killed by sniper fire and blamed X for the shooting": a definite noun for the act just told."""
    act = b.act
    return a.kind in GROUND_KINDS and not a.actors and act is not None and act.phrase is not None and act.group is None and act.phrase.det in ("def", "dem") and not b.losses


def _repeat_speech(a: Draft, b: Draft) -> bool:
    """One speaker asking twice on one occasion."""
    return a.kind in ("appeal", "concern") and abs(a.sentence - b.sentence) <= 3 and not (b.agreements and not a.agreements)


def _headline(a: Draft, b: Draft) -> bool:
    """A headline's claim is the body's, if the body has one of that kind by that actor."""
    if a.heading:
        return False
    generic = b.kind in _GENERIC and a.kind in GROUND_KINDS
    if a.kind != b.kind and not generic:
        return False
    return not b.actors or not a.actors or bool(a.actor_codes() & b.actor_codes()) or b.denied


def _places_differ(a: Draft, b: Draft) -> bool:
    if not a.places or not b.places:
        return False
    first = {p.place or p.name.casefold() for p in a.places}
    return not first & {p.place or p.name.casefold() for p in b.places}


def _join(host: Draft, other: Draft) -> None:
    if host.kind == "small_arms_fire" and other.kind == "shelling" and not other.heading:
        host.kind, host.row, host.act = other.kind, other.row, other.act  # of several means the heaviest decides
    elif (host.kind == "ceasefire_violation" or host.kind == "attack" and other.kind in _FIRE and host.sentence == other.sentence) and other.kind in _MEANS and not other.heading:
        host.kind, host.row, host.act, host.window = other.kind, other.row, other.act, other.window
        host.moment, host.moment_span = other.moment or host.moment, other.moment_span or host.moment_span
        host.evidence = [*other.evidence, *host.evidence]
        other.evidence = []
    host.evidence.extend(other.evidence)
    if not host.actors:
        host.actors = other.actors
    if not host.recipients and not other.heading:
        host.recipients = other.recipients
    if host.moment is None and not other.heading:
        host.moment, host.moment_span = other.moment, other.moment_span
    host.places = host.places or other.places
    for weapon in other.weapons:
        if weapon not in host.weapons and not other.heading:
            host.weapons.append(weapon)
    if not other.heading:
        _join_losses(host, other)
    host.agreements.extend(x for x in other.agreements if x not in host.agreements)
    host.count = host.count or (None if other.heading else other.count)
    host.traces.extend(other.traces)


def _join_losses(host: Draft, other: Draft) -> None:
    """The losses of both tellings; of two figures for the same people the first told stays."""
    held = {(c.status, c.side, c.civilian) for c in host.losses}
    near = host.sentence == other.sentence or not host.losses
    host.losses = [*host.losses, *(c for c in other.losses if near and (c.status, c.side, c.civilian) not in held)]
