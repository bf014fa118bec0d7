"""Which date of its sentence belongs to an act: that of its clause, or one that sets the scene."""

from __future__ import annotations

from trucewatch.coder.draft import Draft
from trucewatch.coder.reading import ReadSentence
from trucewatch.coder.setting import Setting
from trucewatch.dates import DateMention, number_of
from trucewatch.model.kinds import GROUND_KINDS, SPEECH_KINDS
from trucewatch.syntax import VerbGroup


def own_time(draft: Draft, sentence: ReadSentence, setting: Setting) -> None:
    """Takes the date mention that belongs to the act: in its clause, or setting the scene of its sentence."""
    best: tuple[int, DateMention] | None = None
    for mention in sentence.dates:
        if mention.moment is None or setting.published is not None and mention.moment.start > setting.published:
            continue
        rank = _rank(draft, sentence, mention)
        if rank is not None and (best is None or rank < best[0] or rank == best[0] and mention.first > draft.unit):
            best = (rank, mention)
    group = draft.act.group if draft.act is not None else None
    draft.aside = in_relative(sentence, group.first if group is not None else draft.unit)
    if best is None:
        draft.lag = _lag(sentence, draft.unit)
    else:
        draft.moment, draft.moment_span = best[1].moment, (best[1].start, best[1].end)
        draft.trace("when", best[1].moment.start.isoformat() if best[1].moment else "", rule="date-in-clause", span=draft.moment_span)


def _of_pact(sentence: ReadSentence, draft: Draft, mention: DateMention) -> bool:
    """The day of an agreement that the words name ("the statement of 9 November"), which dates no act."""
    follower = sentence.units[mention.last] if mention.last < len(sentence.units) else None
    if follower is not None and follower.has("nouns:pact", "nouns:relay") and mention.moment is not None and mention.moment.precision in ("month", "year"):
        return True  # "the November 2020 statement"
    named = any(a.end == mention.end for a in draft.agreements)
    return mention.of_agreement or named and any(u.has("nouns:pact", "agreement") for u in sentence.units[max(0, mention.first - 4) : mention.first])


def _lag(sentence: ReadSentence, unit: int) -> int | None:
    """Days by which an act lies before what the sentence tells ("two days after the group declared a truce", "hours after ...")."""
    for item in reversed(sentence.parse.items):
        if item.at >= unit or item.kind not in ("sub", "rel"):
            continue
        before = sentence.units[item.at - 1] if item.at else None
        if item.kind == "rel" or before is None or not before.has("dates:unit") or not sentence.units[item.at].has("dates:after"):
            return None
        length = {"second": 0, "minute": 0, "hour": 0, "day": 1, "week": 7}.get(before.value("dates:unit"))
        counted = sentence.units[item.at - 2] if item.at > 1 else None
        number = number_of(counted) if counted is not None else None
        if number is None and counted is not None and counted.has("numbers:one"):
            number = 1
        return 0 if length == 0 else None if length is None or number is None else length * number
    return None


def _of_comparison(sentence: ReadSentence, mention: DateMention) -> bool:
    """ "against 987 the week before": the day of a figure that is only compared."""
    before = sentence.parse.phrase_at(mention.first - 1) if mention.first else None
    return before is not None and before.prep == "against" and all(u.pos in ("num", "det") for u in sentence.units[before.first : before.end])


def _rank(draft: Draft, sentence: ReadSentence, mention: DateMention) -> int | None:
    """Lower is nearer; None where the date belongs to something else (the saying, another clause)."""
    if mention.role == "bound" or draft.kind not in ("agree", "mediate") and _of_pact(sentence, draft, mention):
        return None
    if _of_own_saying(sentence, draft, mention):
        return 60
    if _of_comparison(sentence, mention):
        return None
    owner = _owner(sentence, mention)
    if owner is not None and owner != draft.unit:
        frame = next((f for f in sentence.frames if f.group is not None and f.group.first <= owner < f.group.last), None)
        monitor = frame is not None and "monitor" in frame.value.split("|")
        if frame is not None and not monitor and frame.covers(draft.unit) and draft.kind in GROUND_KINDS:
            return None
    if _opens_clause(sentence, mention, draft.unit) or _of_relative_on(sentence, mention, draft):
        return 20
    if _deadline_or_record(sentence, mention):
        return None
    if _behind_boundary(sentence, draft.unit, mention.first):
        return None
    if _of_participle(sentence, draft, mention) or _of_other_verb(sentence, draft, mention):
        return None
    if _in_future(sentence, draft, mention) or _of_object(sentence, draft, mention):
        return None
    first, last = draft.window
    if first <= mention.first < last:
        return abs(mention.first - draft.unit)
    if _sets_scene(sentence, mention, draft) or _heads_stretch(sentence, mention):
        return 40 + abs(mention.first - draft.unit)
    same = _same_stretch(sentence, mention.first, draft.unit) and not _of_conjunct(sentence, mention, draft.unit)
    return 100 + abs(mention.first - draft.unit) if same else None


_ABOUT_EVENTS = frozenset(SPEECH_KINDS) - {"agree", "consult", "mediate", "aid", "sanction"}


def _of_object(sentence: ReadSentence, draft: Draft, mention: DateMention) -> bool:
    """ "condemned the ransacking of its embassy on Saturday": behind the event that a position is about, the date is the event's."""
    if draft.kind not in _ABOUT_EVENTS or mention.first <= draft.unit:
        return False
    between = sentence.units[draft.unit + 1 : mention.first]
    return any(u.pos == "nom" and u.has("act", "nouns:loss", "nouns:unit") for u in between)


def _of_own_saying(sentence: ReadSentence, draft: Draft, mention: DateMention) -> bool:
    """ "the president said on Tuesday that the country was ready": the day of the verb is that of what its subject undertakes."""
    if draft.kind not in SPEECH_KINDS or draft.origin is not None:
        return False
    governor = _governor(sentence, mention)
    reported = mention.last <= draft.unit and any(u.pos == "sub" for u in sentence.units[mention.last : draft.unit])
    return governor is not None and reported and any(f.group is governor and f.covers(draft.unit) for f in sentence.frames)


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
    if mention.role != "since" and not any(u.has("dates:since") for u in sentence.units[max(0, mention.first - 8) : mention.first]):
        return False
    for unit in reversed(sentence.units[max(0, mention.first - 8) : mention.first]):
        if unit.kind == "punct" or unit.pos == "verb":
            break
        if unit.has("dates:record"):
            return True
    return False


def _of_participle(sentence: ReadSentence, draft: Draft, mention: DateMention) -> bool:
    """ "the truce agreed in P on 28 July was holding": the date belongs to the participle beside it."""
    before = [g for g in sentence.parse.groups if g.last <= mention.first]
    owner = before[-1] if before else None
    if owner is None or owner.tense != "ppart" or owner.head == draft.unit or not sentence.units[owner.head].has("act"):
        return False
    if any(u.kind == "punct" for u in sentence.units[owner.last : mention.first]):
        return False
    if mention.last <= draft.unit and not any(u.kind == "punct" or u.pos == "verb" for u in sentence.units[mention.last : draft.unit]):
        return False  # "agreed on Tuesday under the auspices of X"
    return not (owner.first <= draft.unit + 3 and draft.unit < owner.first and sentence.units[draft.unit].has("nouns:pact"))


def _of_relative_on(sentence: ReadSentence, mention: DateMention, draft: Draft) -> bool:
    """ "the fighting that raged from 13 to 14 July": the date of a relative clause is that of the act it says more about."""
    governor = _governor(sentence, mention)
    if governor is None or draft.act is None or draft.act.group is not None or not in_relative(sentence, governor.first):
        return False
    return any(np.covers(draft.unit) for np in sentence.parse.subject(governor).phrases)


def _heads_stretch(sentence: ReadSentence, mention: DateMention) -> bool:
    """ "Wednesday and Thursday: nothing to report"."""
    colon = next((u.i for u in sentence.units[mention.last :] if u.low in (":", ";")), None)
    if colon is None or sentence.units[colon].low != ":" or sentence.units[colon].kind != "punct":
        return False
    if mention.first <= 1 and colon == mention.last:
        return True
    return not any(a.unit < colon for a in sentence.acts) and not any(f.unit < colon for f in sentence.frames)


def _of_other_verb(sentence: ReadSentence, draft: Draft, mention: DateMention) -> bool:
    """The date of a relative clause, an apposition or an infinitive beside the act ("X, whose minister met Y on Monday, offered")."""
    governor = _governor(sentence, mention)
    if governor is None or governor.first <= draft.unit < governor.last:
        return False
    group = draft.act.group if draft.act is not None else None
    first, last = sentence.parse.window(governor)
    if group is None and first <= draft.unit < last:
        return False
    if draft.unit >= mention.last:
        closed = any(u.kind == "punct" or u.pos == "verb" for u in sentence.units[mention.last : draft.unit + 1])
        aside = in_relative(sentence, governor.first) or governor.tense == "ppart" and not governor.finite
        return aside and closed and (group is None or group.finite) and not (group is not None and in_relative(sentence, group.first, since=governor.first))
    if governor.first <= draft.unit or governor.finite:
        return False
    if governor.tense == "ppart":
        k = sentence.parse.item_of(governor.first)
        return k is not None and k > 0 and sentence.parse.items[k - 1].np is not None
    return draft.kind in SPEECH_KINDS and (governor.tense == "inf" or governor.marker == "of")


def _governor(sentence: ReadSentence, mention: DateMention) -> VerbGroup | None:
    """The verb group before a date in its clause; None for a date that opens its clause."""
    for item in reversed(sentence.parse.items):
        if item.at >= mention.first:
            continue
        if item.vg is not None:
            return item.vg
        if item.kind in ("sub", "rel") or item.kind == "mark" and item.value in (";", ":"):
            return None
    return None


def in_relative(sentence: ReadSentence, at: int, *, since: int = 0) -> bool:
    """Whether a relative pronoun opens the clause of a unit."""
    for item in reversed(sentence.parse.items):
        if item.at >= at:
            continue
        if item.at < since or item.vg is not None:
            return False
        if item.kind == "rel" or item.np is not None and sentence.units[item.np.first].has("words:rel"):
            return True
        if item.kind in ("sub", "mark"):
            return False
    return False


def _in_future(sentence: ReadSentence, draft: Draft, mention: DateMention) -> bool:
    """The date of a clause in the future ("will travel later this week") is not the act's."""
    before = [g for g in sentence.parse.groups if g.first < mention.first]
    owner = before[-1] if before else None
    return owner is not None and owner.head != draft.unit and owner.first > draft.unit and (owner.tense == "fut" or owner.modal in ("fut", "must", "want"))


def _behind_boundary(sentence: ReadSentence, unit: int, date: int) -> bool:
    """ "announces a truce following clashes last night": the date belongs to what came before."""
    if date < unit:  # "after Tuesday's shelling, X urged ..."
        opening = next((u.i for u in reversed(sentence.units[:date]) if u.kind == "punct"), -1) + 1
        lead = sentence.units[opening:date]
        k = next((k for k, u in enumerate(lead) if u.values("words:prep") & {"after", "before", "despite", "since"}), None)
        outside = any(u.kind == "punct" for u in sentence.units[date:unit])
        return k is not None and outside and any(u.pos == "nom" and u.has("act", "nouns:pact") for u in lead[k + 1 :])
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
        inserted = sentence.units[begin - 1].low == "," and frame.group.last < len(sentence.units) and sentence.units[frame.group.last].low == ","
        if mention.last <= begin <= mention.last + 2 and mention.first <= 2 and not inserted:
            return frame.group.head
        if mention.first >= frame.group.last and not any(u.pos in ("sub", "verb", "rel", "punct") for u in sentence.units[frame.group.last : mention.first]) and (frame.that or frame.frame == "accuse" and _content_follows(sentence, mention)):
            return frame.group.head
    return None


def _content_follows(sentence: ReadSentence, mention: DateMention) -> bool:
    """ "accused X on Wednesday of shelling": what is told stands behind the date."""
    after = sentence.units[mention.last] if mention.last < len(sentence.units) else None
    return after is not None and "of" in after.values("words:prep")


def _of_conjunct(sentence: ReadSentence, mention: DateMention, unit: int) -> bool:
    """ "the hostilities that we saw in 2020 and we demand ...": the date ends a clause whose verb it belongs to."""
    items = sentence.parse.items
    k = next((i for i, item in enumerate(items) if item.kind == "date" and item.at <= mention.first < item.end), None)
    if k is None or k + 2 >= len(items) or mention.first > unit or items[k + 1].kind != "conj":
        return False
    before = next((item.kind for item in reversed(items[:k]) if item.kind in ("sub", "rel") or item.kind == "mark"), "")
    subject = items[k + 2].np
    return before in ("sub", "rel") and subject is not None and subject.prep is None


def _sets_scene(sentence: ReadSentence, mention: DateMention, draft: Draft) -> bool:
    """A date before the first verb of the sentence holds for its main acts."""
    verbs = [g.first for g in sentence.parse.groups if g.finite]
    return bool(verbs) and mention.first < verbs[0] and not draft.background


def _same_stretch(sentence: ReadSentence, a: int, b: int) -> bool:
    low, high = min(a, b), max(a, b)
    return not any(
        u.kind == "punct" and u.low in (";", ":") or u.pos in ("sub", "rel") for u in sentence.units[low:high]
    )
