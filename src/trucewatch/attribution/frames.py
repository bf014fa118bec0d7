"""Reporting frames of a sentence: the speaker's phrase, how it is said, and over which units it reaches."""

from __future__ import annotations

from trucewatch.attribution.frame import SayFrame, phrase_after, segment_at, sentence_start, verb_within
from trucewatch.attribution.nominal import according_frame, noun_frame, predicate_frame
from trucewatch.packs import SayRow
from trucewatch.syntax import Item, NounPhrase, Parse, Unit, VerbGroup, accusative


def find_frames(parse: Parse) -> list[SayFrame]:
    """All frames of the sentence, in order."""
    frames: list[SayFrame] = []
    if (titled := _titled(parse)) is not None:
        frames.append(titled)
    for unit in parse.units:
        for row in _rows(unit):
            frame = _frame(parse, unit, row)
            if frame is not None:
                frame.value = "|".join(dict.fromkeys(v for r in _rows(unit) if r.frame == row.frame for v in r.value.split("|") if v))
                frames.append(frame)
                break
    _trim(frames)
    return frames


def _rows(unit: Unit) -> list[SayRow]:
    return list(unit.rows("say"))


def _frame(parse: Parse, unit: Unit, row: SayRow) -> SayFrame | None:
    if row.frame in ("verb", "accuse", "deny"):
        group = parse.group_at(unit.i)
        if group is not None and row.frame == "deny" and "predicate" in row.value.split("|"):
            return predicate_frame(parse, unit, row)
        if group is None:
            return predicate_frame(parse, unit, row) if unit.pos in ("say", "nom", "aux", "neg") and row.frame == "deny" and (" " in unit.low or parse.clauses is not None and "predicate" in row.value.split("|")) else None
        if not group.first <= unit.i < group.last or (group.head != unit.i and unit.pos == "verb"):
            return None
        return _verb_frame(parse, unit, row, group)
    if row.frame == "according":
        return according_frame(parse, unit, row)
    if row.frame == "quoted" and "relay" in row.value.split("|"):
        return _told_by(parse, unit, row)
    if row.frame == "noun" and unit.pos != "verb":
        return noun_frame(parse, unit, row)
    return None


def _verb_frame(parse: Parse, unit: Unit, row: SayRow, group: VerbGroup) -> SayFrame | None:
    if group.tense == "ppart" and row.frame != "deny":
        return None
    if group.passive and row.frame != "accuse":
        return _passive(parse, unit, row, group)
    subject = parse.subject(group)
    speakers = [np for np in parse.complements(group) if np.prep == "by"] if group.passive else list(subject.phrases)
    frame = SayFrame(
        unit.i, row.frame, row.speech, row.value, row.where, speakers, group=group,
        relative=subject.how == "relative", negated=group.negated,
    )  # fmt: skip
    first, last = segment_at(parse, unit.i)
    after = _after(parse, group)
    inverted = subject.how == "inverted"
    if inverted and speakers:
        after = max(after, speakers[-1].end)
    named = _named_after(parse, group) if len(speakers) == 1 and speakers[0].pronoun and row.frame == "verb" else None
    if named is not None and _post_posed(parse, group, speakers, True):
        frame.speakers = speakers = [named]
        inverted, after = True, max(after, named.end)
    if _post_posed(parse, group, speakers, inverted):
        frame.post = True
        first = sentence_start(parse, first, unit.i)
        left_end = min([group.first, *(np.first for np in speakers if np.first < group.first)])
        frame.scope = [(first, left_end)]
        if after < last and row.frame == "verb":
            frame.scope.append((after, last))
        return frame
    frame.scope = [(after, last)]
    if parse.clauses is not None:  # free order: what it is about may stand before the verb
        before = [np for np in parse.complements(group) if np.first < group.first]
        if before:
            frame.scope.insert(0, (min(np.first for np in before), group.first))
    if row.frame == "accuse":
        frame.accused = next(iter(subject.phrases), None) if group.passive else _accused(parse, group, row)
    frame.that = _has_that(parse, group)
    frame.bare = not any(_content(parse, *part) for part in frame.scope) and not any(u.has("act") for part in frame.scope for u in parse.units[part[0] : part[1]])
    if frame.bare and _object_relative(parse, group):
        frame.relative = True
    elif "relative" in row.value.split("|"):
        return None  # a verb that denies only what a relative pronoun takes up ("which X disputes")
    return frame


def _passive(parse: Parse, unit: Unit, row: SayRow, group: VerbGroup) -> SayFrame | None:
    """ "it was reported by the ministry that ...", "..., this is stated in its communiqué"."""
    if row.frame != "verb" or not group.finite:
        return None
    phrases = parse.complements(group)
    teller = next((np for np in phrases if np.prep == "by"), None) or next(
        (np for np in phrases if np.prep in ("in", "at", "on") and any(u.has("nouns:relay") for u in parse.units[np.first : np.last])), None
    )
    return None if teller is None else _impersonal(parse, unit, row, group, teller)


def _told_by(parse: Parse, unit: Unit, row: SayRow) -> SayFrame | None:
    """The passive whose participle and preposition are one phrase of the pack ("it was reported by")."""
    group = parse.group_at(unit.i - 1) if unit.i else None
    teller = phrase_after(parse, unit)
    if group is None or teller is None or not group.finite or not parse.units[group.head].has("words:aux"):
        return None
    return _impersonal(parse, unit, row, group, teller)


def _impersonal(parse: Parse, unit: Unit, row: SayRow, group: VerbGroup, teller: NounPhrase) -> SayFrame | None:
    """A passive frame: what is told follows "that", or stands before the comma of a pronoun ("..., it was said by X")."""
    first, last = segment_at(parse, unit.i)
    frame = SayFrame(unit.i, "verb", row.speech, row.value, row.where, [teller], group=group, negated=group.negated)
    that = next((it for it in parse.items if it.at >= teller.end and it.kind == "sub" and it.value in ("that", "")), None)
    if that is not None and not verb_within(parse, teller.end, that.at):
        frame.scope, frame.that = [(that.end, last)], True
        return frame
    subject = parse.subject(group).phrases
    begin = min([group.first, *(np.first for np in subject)])
    empty = all(np.pronoun or np.last - np.first == 1 and parse.units[np.first].has("words:det", "words:pron") for np in subject)
    if empty and begin == 0:
        return frame  # "This was reported by X": it tells nothing itself
    if not empty or begin < 2 or parse.units[begin - 1].kind != "punct":
        return None
    frame.scope, frame.post = [(first, begin - 1)], True
    return frame


_TITLE_MARKS = (":", "—", "–", "-")


def _titled(parse: Parse) -> SayFrame | None:
    """ "Defence Ministry: two soldiers killed", "Two soldiers killed - Defence Ministry": a headline with its source."""
    units = parse.units
    mark = next((u for u in units[:12] if u.kind == "punct" and u.low in _TITLE_MARKS and not u.glued), None)
    if mark is not None and mark.low == ":" and 0 < mark.i < len(units) - 2 and (opening := _alone(parse, 0, mark.i)) is not None:
        return SayFrame(mark.i, "verb", "state", "", "", [opening], [(mark.i + 1, len(units))])
    end = len(units) - (1 if units and units[-1].low == "." else 0)
    mark = next((u for u in reversed(units[max(0, end - 12) : end]) if u.kind == "punct" and u.low in _TITLE_MARKS and not u.glued), None)
    if mark is not None and mark.i > 1 and (closing := _alone(parse, mark.i + 1, end)) is not None:
        return SayFrame(mark.i, "verb", "state", "", "", [closing], [(0, mark.i)], post=True)
    return None


def _alone(parse: Parse, first: int, last: int) -> NounPhrase | None:
    """The one phrase that fills a stretch and names a body, an office or a person."""
    k = parse.item_of(first) if first < len(parse.units) else None
    np = parse.items[k].np if k is not None else None
    if np is None or np.prep is not None or np.first != first or np.end != last:
        return None
    return np if any(u.has("nouns:body", "nouns:office", "nouns:relay", "person") for u in parse.units[np.first : np.last]) else None


def _named_after(parse: Parse, group: VerbGroup) -> NounPhrase | None:
    """A body or office right after a verb that already has a pronoun ("he reports the ministry")."""
    np = next((n for n in parse.complements(group)[:1] if n.prep is None), None)
    if np is None or not any(u.has("nouns:body", "nouns:office", "source") for u in parse.units[np.first : np.last]):
        return None
    return np


def _after(parse: Parse, group: VerbGroup) -> int:
    return group.last


def _post_posed(parse: Parse, group: VerbGroup, speakers: list[NounPhrase], inverted: bool) -> bool:
    """ "..., X said": the frame follows what it tells."""
    begin = min([group.first, *(np.first for np in speakers if np.first < group.first)]) if not inverted else group.first
    k = begin - 1
    while k >= 0 and parse.units[k].pos in ("adv",):
        k -= 1
    if k < 0 or not parse.group_like_before(begin):
        return False
    before = parse.units[k]
    if not (before.kind == "punct" and (before.low == "," or before.quote or before.low in ("-", "–", "—"))):
        return False
    if inverted:
        return True
    i = group.last
    while i < len(parse.units) and parse.units[i].pos in ("date", "adv"):
        i += 1
    if i >= len(parse.units):
        return True
    if i == group.last and parse.units[i - 1].tail and parse.units[i - 1].tail != "that":
        return not _has_that(parse, group) and _ends_soon(parse, i)
    following = parse.units[i]
    if following.kind == "punct":
        return following.low in (".", ",", ";") or following.quote is False and following.low != ":"
    if following.pos == "say" and any(row.frame in ("according", "quoted") for row in following.rows("say")):
        return True
    return following.pos == "prep" and not _has_that(parse, group) and _ends_soon(parse, i)


def _ends_soon(parse: Parse, i: int) -> bool:
    """Only prepositional phrases (when, where, through what it was said) up to the next mark."""
    for unit in parse.units[i:]:
        if unit.kind == "punct" and not unit.quote:
            return True
        if unit.pos in ("verb", "aux", "sub", "rel"):
            return False
    return True


def _has_that(parse: Parse, group: VerbGroup) -> bool:
    for item in _items_after(parse, group):
        if item.kind == "sub" and item.value in ("that", ""):
            return True
        if item.kind in ("vg",) or item.kind == "mark" and item.value != ",":
            return False
    return False


def _items_after(parse: Parse, group: VerbGroup) -> list[Item]:
    k = parse.item_of(group.head)
    return parse.items[k + 1 :] if k is not None else []


def _content(parse: Parse, first: int, last: int) -> bool:
    """Whether anything but dates, adverbs and pronouns is told after the verb."""
    return any(
        u.pos in ("nom", "verb", "num", "sub", "neg") and not u.has("words:pron") for u in parse.units[first:last]
    ) and not _only_tail(parse, first, last)


def _only_tail(parse: Parse, first: int, last: int) -> bool:
    units = [u for u in parse.units[first:last] if u.kind != "punct" and u.pos not in ("date", "adv")]
    return not units or (units[0].pos == "prep" and not any(u.pos in ("verb", "sub", "rel") for u in units))


def _object_relative(parse: Parse, group: VerbGroup) -> bool:
    k = parse.item_of(group.head)
    if k is None:
        return False
    opening = next((it for it in reversed(parse.items[max(0, k - 3) : k]) if it.kind in ("rel", "sub")), None)
    return opening is not None and (opening.kind == "rel" and opening.value == "obj" or "rel" in parse.units[opening.end - 1].values("words:rel") or parse.units[opening.at].has("words:rel"))


def _accused(parse: Parse, group: VerbGroup, row: SayRow) -> NounPhrase | None:
    """Whom the accusation names: the first object, or the phrase after "to" where the pack says so."""
    phrases = parse.complements(group)
    wanted = row.value.split("|")[0]
    if wanted in ("to", "of", "both"):
        named = next((np for np in phrases if np.prep in ("to", "at")), None) or next((np for np in phrases if np.prep == "of"), None)
        return named or (phrases[0] if phrases else None)
    return next((np for np in phrases if np.prep is None or accusative(parse, np)), phrases[0] if phrases else None)


def _trim(frames: list[SayFrame]) -> None:
    """A frame that opens after another one with a subject of its own ends the first one's reach."""
    for k, frame in enumerate(frames):
        for later in frames[k + 1 :]:
            if later.post or later.frame in ("according", "noun", "predicate") or later.group is None or not later.group.finite:
                continue
            for n, (first, last) in enumerate(frame.scope):
                start = min([later.group.first, *(np.first for np in later.speakers if first <= np.first < later.group.first)])
                shared = frame.speakers and later.speakers and frame.speakers[0].first == later.speakers[0].first
                if first <= start < last and (shared or not frame.that or frame.post):
                    frame.scope[n] = (first, start)
