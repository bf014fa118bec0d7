"""From drafts to claims: spans put in order, ids from content, scores."""

from __future__ import annotations

import hashlib

from trucewatch.actors import Mention
from trucewatch.coder.confidence import confidence, doubts_of
from trucewatch.coder.draft import Draft
from trucewatch.dates import Moment
from trucewatch.model import Claim, Coder, Party, Place, Report, Span, Trace, When
from trucewatch.places import Settled

ENGINE = "trucewatch-rules"
VERSION = "0.1.0"


def finish(draft: Draft, report: Report, settled: dict[int, Settled], neighbours: int = 0) -> tuple[Claim, tuple[Trace, ...]]:
    """The claim of a draft and the explanation of its fields; `settled`: how the places of the report were chosen;
    `neighbours`: other claims told in the same sentence."""
    doubts = doubts_of(draft, neighbours)
    score = confidence(doubts)
    text = report.text
    evidence = _evidence(draft.evidence)
    origin = _party(draft.origin, text) if draft.origin is not None else None
    claim = Claim(
        id=_identity(draft, report.id, evidence, origin), kind=draft.kind, evidence=evidence, origin=origin,
        via=tuple(draft.vias), speech=draft.speech if origin is not None else None, denied=draft.denied, hedged=draft.hedged,
        actors=tuple(_party(a, text) for a in draft.actors), recipients=tuple(_party(r, text) for r in _recipients(draft)),
        when=_when(draft.moment, draft.moment_span), where=tuple(draft.places), casualties=tuple(draft.losses), count=draft.count,
        weapons=tuple(draft.weapons), agreements=tuple(draft.agreements), quote=draft.quote, score=score,
        coder=Coder(ENGINE, VERSION, draft.act.row.id if draft.act is not None else draft.rule),
    )  # fmt: skip
    return claim, (*draft.traces, Trace("score", f"{score:.2f}", " ".join(doubts) or "nothing in doubt"), *_party_traces(draft), *(_place_trace(place, settled) for place in draft.places), *_name_traces(draft))


def _evidence(spans: list[tuple[int, int]]) -> tuple[Span, ...]:
    seen: list[tuple[int, int]] = []
    for start, end in spans:
        if any(s <= start and end <= e for s, e in seen):
            continue
        seen.append((start, end))
    return tuple(Span(s, e) for s, e in seen)


def _party(mention: Mention, text: str) -> Party:
    if mention.start < 0:
        return Party(mention.party)
    return Party(mention.party, text[mention.start : mention.end], mention.start, mention.end)


def _when(moment: Moment | None, span: tuple[int, int] | None) -> When | None:
    if moment is None:
        return None
    clock = f"T{moment.clock}" if moment.clock else ""
    start, end = span if span else (None, None)
    return When(moment.start.isoformat() + clock, moment.end.isoformat() + clock, moment.precision, moment.resolved_from, start, end)


def _identity(draft: Draft, report_id: str, evidence: tuple[Span, ...], origin: Party | None) -> str:
    parts = [report_id, draft.kind, str([(s.start, s.end) for s in evidence]), str(origin.party if origin else None), str(draft.denied), VERSION]
    parts += [str(a.party) for a in draft.actors] + [str(draft.moment), str([(c.status, c.side, c.best) for c in draft.losses])]
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:16]


def _recipients(draft: Draft) -> list[Mention]:
    """Those whom the act is done to; nobody does it to itself."""
    actors = {m.party for m in draft.actors if m.party}
    return [m for m in draft.recipients if m.party is None or m.party not in actors]


def _party_traces(draft: Draft) -> list[Trace]:
    found: list[Trace] = []
    for name, mentions in (("actors", draft.actors), ("recipients", _recipients(draft))):
        for m in mentions:
            rule = "inherited" if m.inherited else f"name+{m.head}"
            found.append(Trace(name, m.party or "unknown", rule, m.row, m.start if m.start >= 0 else None, m.end if m.start >= 0 else None))
    return found


def _place_trace(place: Place, settled: dict[int, Settled]) -> Trace:
    known = settled.get(place.start) if place.start is not None and place.place is not None else None
    if known is None:
        return Trace("where", place.name, f"place:{place.place or 'unlisted'}", None, place.start, place.end)
    return Trace("where", place.name, f"place:{place.place} {known.score:.2f} ({known.why})", known.row, place.start, place.end)


def _name_traces(draft: Draft) -> list[Trace]:
    found: list[Trace] = []
    found.extend(Trace("via", v.name, f"relay:{v.kind}", None, v.start, v.end) for v in draft.vias)
    found.extend(Trace("agreements", a.agreement or "?", "agreement", None, a.start, a.end) for a in draft.agreements)
    return found
