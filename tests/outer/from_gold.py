"""Codings built from gold claims or by hand, so that what is shown can be tested without the engine."""

from __future__ import annotations

from typing import Any

from trucewatch.model import (
    Agreement,
    Casualty,
    Claim,
    Coder,
    Coding,
    Count,
    Party,
    Place,
    Report,
    Span,
    Trace,
    Via,
    When,
)

Json = dict[str, Any]


def claim_from(value: Json, number: int) -> Claim:
    """A claim from its JSON form; fields that gold leaves out get their defaults."""
    return Claim(
        id=value.get("id") or f"c{number}",
        kind=value["kind"],
        evidence=tuple(Span(e["start"], e["end"]) for e in value["evidence"]),
        origin=_party(value["origin"]) if value.get("origin") else None,
        via=tuple(Via(v["name"], v["kind"], v.get("start"), v.get("end")) for v in value.get("via") or []),
        speech=value.get("speech"),
        denied=bool(value.get("denied")),
        hedged=bool(value.get("hedged")),
        actors=tuple(map(_party, value.get("actors") or [])),
        recipients=tuple(map(_party, value.get("recipients") or [])),
        when=_only(When, value["when"]) if value.get("when") else None,
        where=tuple(_only(Place, p) for p in value.get("where") or []),
        casualties=tuple(map(_casualty, value.get("casualties") or [])),
        count=_only(Count, value["count"]) if value.get("count") else None,
        weapons=tuple(value.get("weapons") or []),
        agreements=tuple(_only(Agreement, a) for a in value.get("agreements") or []),
        quote=bool(value.get("quote")),
        score=0.8,
        coder=Coder("gold", "1", "hand"),
    )


def _only(kind: Any, value: Json) -> Any:
    return kind(**{k: v for k, v in value.items() if k in kind.__dataclass_fields__})


def _party(value: Json) -> Party:
    found: Party = _only(Party, value)
    return found


def _casualty(value: Json) -> Casualty:
    parts = tuple(map(_casualty, value.get("including") or []))
    rest = {k: v for k, v in value.items() if k in Casualty.__dataclass_fields__ and k != "including"}
    return Casualty(**{**rest, "quantifier": rest.get("quantifier") or "exact"}, including=parts)


def coding_from(value: Json) -> Coding:
    """The coding of a gold report `{id, text, lang, ..., claims}`."""
    kept = ("id", "text", "lang", "published", "title", "kind", "synthetic")
    outlet, url = value.get("outlet"), value.get("url")
    report = Report(
        **{k: value[k] for k in kept if value.get(k) is not None},
        outlet="; ".join(outlet) if isinstance(outlet, list) else outlet,
        url="; ".join(url) if isinstance(url, list) else url,
    )
    return Coding(report, tuple(claim_from(c, n) for n, c in enumerate(value["claims"], start=1)))


TEXT = (
    "Title <b>& co</b>\n"
    "Le 5 août, les autorités arméniennes ont accusé les forces azéries de tirer près de Latchine : deux morts.\n"
    "Bakou dément."
)


def span_of(words: str) -> dict[str, int]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def small_coding(**changes: Any) -> Coding:
    """Two claims with overlapping spans on a text that must be escaped."""
    act = span_of("les forces azéries de tirer près de Latchine : deux morts")
    first = {
        "kind": "small_arms_fire",
        "evidence": [act],
        "origin": {
            "party": "ARM-GOV",
            "name": "les autorités arméniennes",
            **span_of("les autorités arméniennes"),
        },
        "speech": "accuse",
        "actors": [{"party": "AZE-MIL", "name": "les forces azéries", **span_of("les forces azéries")}],
        "when": {"start": "2022-08-05", "end": "2022-08-05", "precision": "day", "resolved_from": "explicit"},
        "where": [
            {"name": "Latchine", "precision": "near_settlement", "relation": "near", **span_of("Latchine")}
        ],
        "casualties": [{"status": "killed", "low": 2, "best": 2, "high": 2, **span_of("deux morts")}],
    }
    second = {
        **first,
        "evidence": [span_of("Bakou dément"), act],
        "origin": {"party": "AZE-GOV", "name": "Bakou", **span_of("Bakou")},
        "speech": "deny",
        "denied": True,
        "casualties": [],
    }
    value = {
        "id": "r<1>",
        "text": TEXT,
        "lang": "fr",
        "published": "2022-08-05",
        "title": "Title <b>& co</b>",
    }
    value |= {"outlet": 'agence "x"', "claims": [first, second], **changes}
    coding = coding_from(value)
    trace = Trace("kind", "small_arms_fire", "act", "acts.tsv:12", act["start"], act["end"])
    return Coding(coding.report, coding.claims, (), ((trace,), ()))
