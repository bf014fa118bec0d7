"""Clauses of a language with cases and free word order: which items belong to a verb, on either side of it, and which
phrase is its subject, by agreement first, then by what it names, then by order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from trucewatch.model.kinds import GROUND_KINDS
from trucewatch.syntax.agreement import agrees, fits, same_number, subject_score
from trucewatch.syntax.phrases import Item, NounPhrase
from trucewatch.syntax.units import Unit
from trucewatch.syntax.verbs import VerbGroup

_STRONG = frozenset((";", ":", "?", "!", "...", "…", "."))
_WEAK = frozenset((",", "–", "—", "-"))


@dataclass(slots=True, eq=False)
class Clause:
    """Items of one clause. `kind`: main, sub, rel, part; `host`: the clause it depends on or follows."""

    kind: str
    items: list[int] = field(default_factory=list)
    host: Clause | None = None
    opener: int | None = None
    finite: VerbGroup | None = None


@dataclass(slots=True)
class _Segment:
    items: list[int]
    strong: bool = False
    joint: bool = False

    def joint_absence(self, items: Sequence[Item], units: Sequence[Unit]) -> bool:
        """A stretch that only says that there is none of something: no part of the clause before it."""
        return any(items[k].kind == "adv" and units[items[k].at].has("numbers:none") for k in self.items) and not any(items[k].vg is not None for k in self.items)


def find_clauses(items: Sequence[Item], units: Sequence[Unit]) -> dict[int, Clause]:
    """The clause of every item, by its index."""
    segments = [part for segment in _segments(items) for part in _split_verbs(items, segment)]
    owner: dict[int, Clause] = {}
    main = current = Clause("main")
    for n, segment in enumerate(segments):
        if not segment.items:
            continue
        if _inserted(items, units, segments, n, main):
            clause = Clause("aside", host=current)
        elif segment.joint_absence(items, units):
            clause = Clause("part", host=current)
        else:
            clause = _clause_for(items, segment, main, current)
        for k in segment.items:
            clause.items.append(k)
            owner[k] = clause
            group = items[k].vg
            if group is not None and group.finite and clause.finite is None:
                clause.finite = group
        if clause.kind == "main":
            main = clause
        if clause.kind not in ("part", "aside"):
            current = clause
    return owner


def _inserted(items: Sequence[Item], units: Sequence[Unit], segments: list[_Segment], n: int, main: Clause) -> bool:
    """ "Some 100 people, reports X, left their homes": a verb of saying with its speaker between the parts of a clause."""
    if main.finite is not None or not main.items or n + 1 >= len(segments):
        return False
    leading = next((items[k] for k in segments[n].items if items[k].kind not in ("adv", "quote")), None)
    if leading is None or leading.vg is None or not leading.vg.finite or not units[leading.vg.head].has("say"):
        return False
    if not any(items[k].np is not None for k in segments[n].items) or any(items[k].kind in ("sub", "rel") for k in segments[n + 1].items[:2]):
        return False
    return any((group := items[k].vg) is not None and group.finite for k in segments[n + 1].items)


def _segments(items: Sequence[Item]) -> list[_Segment]:
    segments = [_Segment([])]
    for k, item in enumerate(items):
        if item.kind == "mark":
            if item.value in _STRONG or item.value in _WEAK:
                segments.append(_Segment([], strong=item.value in _STRONG))
            continue
        if item.kind in ("sub", "rel") and segments[-1].items and not _only_joint(items, segments[-1].items):
            segments.append(_Segment([]))
        segments[-1].items.append(k)
    return segments


def _only_joint(items: Sequence[Item], held: list[int]) -> bool:
    return all(items[k].kind in ("conj", "adv", "prep", "quote") for k in held)


def _split_verbs(items: Sequence[Item], segment: _Segment) -> list[_Segment]:
    """A stretch with two finite verbs is two clauses, parted at the conjunction between them."""
    finite = [n for n, k in enumerate(segment.items) if (group := items[k].vg) is not None and group.finite]
    if len(finite) < 2:
        return [segment]
    parts: list[_Segment] = []
    start = 0
    for first, second in zip(finite, finite[1:]):
        joints = [n for n in range(first + 1, second) if items[segment.items[n]].kind == "conj"]
        cut = joints[-1] if joints else first + 1
        if not joints and second > first + 1:
            cut = second if items[segment.items[second - 1]].np is None else second - 1
        parts.append(_Segment(segment.items[start:cut], segment.strong if start == 0 else False, joint=start > 0))
        start = cut
    parts.append(_Segment(segment.items[start:], joint=True))
    return parts


def _clause_for(items: Sequence[Item], segment: _Segment, main: Clause, current: Clause) -> Clause:
    opener = next((k for k in segment.items if items[k].kind in ("sub", "rel")), None)
    finite = any((group := items[k].vg) is not None and group.finite for k in segment.items)
    if opener is not None and _only_joint(items, [k for k in segment.items if k < opener]):
        return Clause("rel" if items[opener].kind == "rel" else "sub", host=current, opener=opener)
    leading = next((items[k] for k in segment.items if items[k].kind not in ("adv", "quote", "conj")), None)
    if leading is not None and leading.vg is not None and not leading.vg.finite and leading.vg.tense in ("part", "ppart") and not finite and not segment.strong:
        return Clause("part", host=current)
    if finite:
        if segment.strong:
            return Clause("main")
        if current.kind in ("sub", "rel") and current.finite is None:
            return current
        if main.finite is None:
            return main
        if segment.joint or current.finite is not None:
            return Clause(current.kind, host=current) if segment.joint else Clause("main", host=main)
        return current
    if segment.strong:
        return Clause("main", host=current)
    return main if main.finite is None else current


def subject_of(parse_items: Sequence[Item], units: Sequence[Unit], owner: dict[int, Clause], k: int) -> tuple[list[NounPhrase], str]:
    """(phrases, how) of the subject of the verb group of item `k`: how is left, inverted, relative, shared or none."""
    group = parse_items[k].vg
    clause = owner.get(k)
    if group is None or clause is None:
        return [], "none"
    if not group.finite:
        return _of_nonfinite(parse_items, units, owner, k)
    best = _nominative(parse_items, units, clause, k)
    joined = any(parse_items[j].kind == "conj" for j in clause.items if j < k and parse_items[j].np is None)
    if best is not None and joined and best[1] == "inverted" and "acc" in best[0][0].cases and (shared := _shared(parse_items, units, owner, clause, k)) is not None:
        return shared  # "(they) voiced concern and urged the parties ..."
    if best is not None:
        return best
    if clause.kind == "rel" and clause.opener is not None and parse_items[clause.opener].value == "subj":
        np = _antecedent(parse_items, units, clause.opener)
        return ([np], "relative") if np is not None else ([], "none")
    seat = _seat(parse_items, units, clause, k)
    if seat is not None:
        return seat
    if any(f.person == "1" for f in units[group.head].readings.forms if f.tags):
        return [NounPhrase(group.head, group.head + 1, pronoun=True)], "left"
    return _shared(parse_items, units, owner, clause, k) or ([], "none")


def _shared(
    items: Sequence[Item], units: Sequence[Unit], owner: dict[int, Clause], clause: Clause, k: int
) -> tuple[list[NounPhrase], str] | None:
    """The subject of the clause before that this one goes on from, if it agrees."""
    host, group = clause.host, items[k].vg
    if group is None or host is None or host.finite is None or clause.kind not in (host.kind, "sub"):
        return None
    at = next((j for j in host.items if items[j].vg is host.finite), None)
    phrases = subject_of(items, units, owner, at)[0] if at is not None else []
    if phrases and all(agrees(units[group.head], np, joined=len(phrases) > 1) for np in phrases):
        return phrases, "shared"
    return None


def _seat(items: Sequence[Item], units: Sequence[Unit], clause: Clause, k: int) -> tuple[list[NounPhrase], str] | None:
    """ "In the ministry (they) denied it": a plural verb without subject is said or done by the body or the capital that
    the clause names as its place."""
    group = items[k].vg
    assert group is not None
    head = units[group.head]
    if group.passive or not any(f.plural for f in head.readings.forms if f.tags) or not head.has("say", "act"):
        return None
    for n in clause.items:
        np = items[n].np
        if np is None or np.prep not in ("in", "at"):
            continue
        words = units[np.first : np.last]
        body = any(u.has("nouns:body", "nouns:relay", "source") and not u.has("nouns:placehead") for u in words)
        capital = any(row.role in ("capital", "force") or row.role == "name" and head.has("say") for u in words for row in u.rows("name"))
        if body or capital and (head.has("say") or any(row.kind not in GROUND_KINDS for row in head.rows("act"))):
            return [np], "left" if n < k else "inverted"
    return None


def _of_nonfinite(items: Sequence[Item], units: Sequence[Unit], owner: dict[int, Clause], k: int) -> tuple[list[NounPhrase], str]:
    group, clause = items[k].vg, owner[k]
    assert group is not None
    head = units[group.head]
    cases = {f.case for f in head.readings.forms if f.tags and f.case}
    if cases:
        for j in range(k - 1, -1, -1):
            np = items[j].np
            if np is not None:
                part = next((p for p in reversed(np.chain()) if fits(head, p)), None)
                if part is not None:
                    return [np if part is np else part], "left"
            if items[j].vg is not None:
                break
        after = items[k + 1].np if k + 1 < len(items) else None
        return ([after], "left") if after is not None and after.prep is None else ([], "none")
    other: Clause | None = clause
    while other is not None:
        if other.finite is not None:
            at = next((j for j in other.items if items[j].vg is other.finite), None)
            if at is not None:
                return subject_of(items, units, owner, at)
        other = other.host
    later = next((j for j in range(k + 1, len(items)) if (vg := items[j].vg) is not None and vg.finite), None)
    return subject_of(items, units, owner, later) if later is not None and owner[later] is not clause else ([], "none")


def _antecedent(items: Sequence[Item], units: Sequence[Unit], opener: int) -> NounPhrase | None:
    """The phrase that a relative stands for: the nearest that agrees with it in number and gender."""
    forms = [f for f in units[items[opener].end - 1].readings.forms if f.case]
    for j in range(opener - 1, -1, -1):
        np = items[j].np
        if np is not None and not np.pronoun:
            for part in reversed(np.chain()):
                if any(same_number(f, part) for f in forms):
                    return part if part is not np else np
            return np
        if items[j].vg is not None and j < opener - 3:
            break
    return None


def _nominative(
    items: Sequence[Item], units: Sequence[Unit], clause: Clause, k: int
) -> tuple[list[NounPhrase], str] | None:
    """The best candidate in the clause, with what is joined to it."""
    group = items[k].vg
    assert group is not None
    verb = units[group.head] if units[group.first].pos != "aux" else units[group.first]
    rival = [n for n in clause.items if (vg := items[n].vg) is not None and n != k and not vg.finite and vg.tense == "inf"]
    best: tuple[float, int, list[int]] | None = None
    taken: set[int] = set()
    for n in clause.items:
        np = items[n].np
        if np is None or n in taken or np.prep is not None and np.prep != "app":
            continue
        row = _coordinated(items, clause, n)
        taken.update(row)
        alone = not any((other := items[j].np) is not None and other.prep is None and not other.pronoun and "acc" in other.cases and j not in row for j in clause.items)
        score = subject_score(units, group, verb, [items[j].np for j in row], before=n < k, alone=alone)  # type: ignore[misc]
        if score is None or any(r < n for r in rival if r > k):
            continue
        between = range(min(n, k) + 1, max(n, k))
        score -= abs(n - k) * 0.02 + sum(0.6 if items[j].value != "," else 0.5 if n > k else 0.05 for j in between if items[j].kind == "mark")
        if best is None or score > best[0]:
            best = (score, n, row)
    if best is None:
        return None
    row = best[2]
    return [items[j].np for j in row], "left" if row[0] < k else "inverted"  # type: ignore[misc]


def _coordinated(items: Sequence[Item], clause: Clause, n: int) -> list[int]:
    """Items of one list of bare phrases ("A, B and C")."""
    row = [n]
    first = items[n].np
    j = n
    while first is not None and j + 2 < len(items):
        joint, m = items[j + 1], j + 2
        while m + 1 < len(items) and (items[m].kind == "adv" or (between := items[m].np) is not None and between.prep == "agent"):
            m += 1  # « A and (backed by B) forces »
        following = items[m].np
        listed = joint.kind == "conj" and joint.value in ("and", "or", "nor") or joint.kind == "mark" and joint.value == ","
        if not listed or following is None or following.prep is not None or not following.cases & first.cases & {"nom", "acc"}:
            break
        if joint.kind == "mark" and not _list_goes_on(items, m):
            break
        row.append(m)
        j = m
    return row


def _list_goes_on(items: Sequence[Item], j: int) -> bool:
    """Whether a conjunction ends the list that a comma seems to open."""
    while j + 2 < len(items):
        if items[j + 1].kind == "conj":
            return items[j + 2].np is not None
        if items[j + 1].kind == "mark" and items[j + 1].value == "," and items[j + 2].np is not None:
            j += 2
            continue
        return False
    return False


def complements_of(
    items: Sequence[Item], owner: dict[int, Clause], k: int, subject: Sequence[NounPhrase]
) -> list[NounPhrase]:
    """The other phrases of a verb's clause, on both sides: bare ones first, then those behind it, then those before."""
    group, clause = items[k].vg, owner.get(k)
    if group is None or clause is None:
        return []
    after = [n for n in clause.items if n > k]
    before = [n for n in clause.items if n < k] if group.finite else []
    stop = next((n for n in after if items[n].vg is not None), None)
    if stop is not None:
        after = [n for n in after if n < stop]
    behind = max((n for n in before if items[n].vg is not None), default=-1)
    if behind >= 0 and not group.finite:
        before = [n for n in before if n > behind]
    phrases = [np for n in (*after, *before) if (np := items[n].np) is not None and not any(np is s for s in subject)]
    bare = [np for np in phrases if np.prep is None]
    return [*bare, *(np for np in phrases if np.prep is not None)]


def window_of_clause(items: Sequence[Item], owner: dict[int, Clause], k: int) -> tuple[int, int]:
    """Units from the first to the last item of a verb's clause."""
    clause = owner[k]
    held = sorted(clause.items)
    if clause.kind == "rel" and clause.opener is not None:
        before = next((j for j in range(clause.opener - 1, -1, -1) if items[j].kind != "mark"), None)
        if before is not None and items[before].np is not None:
            held = [before, *held]  # what the relative stands for
    if clause.kind == "part" and k and items[k - 1].kind == "mark" and k > 1 and items[k - 2].np is not None:
        held = [k - 2, *held]
    return items[held[0]].at, items[held[-1]].end
