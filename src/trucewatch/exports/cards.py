"""One card for each claim: who alleges it, what, to whom, when, where, which people, in which words, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trucewatch.exports.markup import Markup, join, lang_of, tag
from trucewatch.exports.passage import claim_id, words_id
from trucewatch.exports.wording import (
    OUTLET_VOICE,
    agreement_label,
    attribution_word,
    casualty_label,
    count_label,
    kind_label,
    party_words,
    place_label,
    precision_label,
    printable,
    quoted,
    row_label,
    speech_label,
    when_label,
)
from trucewatch.model import Claim, Coding, Party, Place, Trace, Via, When
from trucewatch.model.kinds import TWO_SIDED_KINDS

_RESOLVED = {
    "explicit": "date given in the text",
    "weekday": "worked out from a weekday",
    "relative": "worked out from the date of publication",
    "context": "taken from the context",
}
_MARKS = (
    ("denied", "denied: the origin says that it did not happen"),
    ("hedged", "hedged: the words keep a distance"),
    ("quote", "in quotation marks"),
)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the fields of a card are shown with: the language of the words, the names of the parties."""

    lang: str | None
    labels: Mapping[str, str]


def render_card(coding: Coding, index: int, number: int, *, labels: Mapping[str, str]) -> Markup:
    """The card of claim `index` (from 0) of report `number` (from 1). `labels`: party code to neutral name."""
    claim, lang = coding.claims[index], lang_of(coding.report.lang)
    traces = coding.traces[index] if index < len(coding.traces) else ()
    title = tag("h4", tag("span", str(index + 1), class_="number"), " ", kind_label(claim.kind))
    chips = [tag("li", words) for field, words in _MARKS if getattr(claim, field)]
    return tag(
        "li",
        title,
        tag("ul", *chips, class_="chips") if chips else None,
        tag("dl", *_rows(claim, _Setting(lang, labels))),
        tag("blockquote", f"“{quoted(coding.report.text, claim)}”", lang=lang, dir="auto"),
        _foot(coding, index, number, traces),
        class_="card" + (" denied" if claim.denied else ""),
        id=claim_id(number, index + 1),
        data_c=index + 1,
    )


def _rows(claim: Claim, setting: _Setting) -> Iterable[Markup]:
    yield _row("origin", attribution_word(claim), [_origin(claim, setting)])
    yield from _optional("via", "Through", [_relay(v, setting) for v in claim.via])
    actors = "Sides" if claim.kind in TWO_SIDED_KINDS else "Actor" if len(claim.actors) == 1 else "Actors"
    yield from _optional("actor", actors, [_party(p, setting) for p in claim.actors])
    yield from _optional("recipient", "Towards", [_party(p, setting) for p in claim.recipients])
    yield from _optional("when", "When", [_when(claim.when)] if claim.when else [])
    yield from _optional("where", "Where", [_place(p, setting) for p in claim.where])
    yield from _optional("casualties", "People", [join([casualty_label(c)]) for c in claim.casualties])
    yield from _optional("count", "How often", [join([count_label(claim.count)])] if claim.count else [])
    yield from _optional("weapon", "Means", [join([w.replace("_", " ")]) for w in claim.weapons])
    yield from _optional("agreement", "Refers to", [join([agreement_label(a)]) for a in claim.agreements])


def _row(role: str, label: str, values: list[Markup]) -> Markup:
    return tag("div", tag("dt", tag("span", label, class_=f"k-{role}")), *(tag("dd", v) for v in values))


def _optional(role: str, label: str, values: list[Markup]) -> list[Markup]:
    return [_row(role, label, values)] if values else []


def _origin(claim: Claim, setting: _Setting) -> Markup:
    if claim.origin is None:
        return join([OUTLET_VOICE])
    said = speech_label(claim) if claim.speech != "deny" else ""
    return join([_party(claim.origin, setting), f", who {said}" if said else None])


def _party(party: Party, setting: _Setting) -> Markup:
    code = tag("strong", party.party or "party not identified")
    words = party_words(party, setting.labels)
    name = tag("q", printable(party.name), lang=setting.lang) if party.name else None
    return join([code, f" {words}" if words else None, " " if name else None, name])


def _relay(via: Via, setting: _Setting) -> Markup:
    return join([tag("q", printable(via.name), lang=setting.lang), f" {via.kind}"])


def _when(when: When) -> Markup:
    return join([when_label(when), " ", tag("small", _RESOLVED.get(when.resolved_from, when.resolved_from))])


def _place(place: Place, setting: _Setting) -> Markup:
    about = [precision_label(place)]
    if place.lat is not None and place.lon is not None:
        about.append(f"{place.lat:.2f}, {place.lon:.2f}")
    return join([tag("span", place_label(place), lang=setting.lang), " ", tag("small", " · ".join(about))])


def _foot(coding: Coding, index: int, number: int, traces: tuple[Trace, ...]) -> Markup:
    claim = coding.claims[index]
    name = f"Claim {index + 1}"
    link = tag(
        "a",
        "Show in the text",
        tag("span", f" ({name})", class_="unseen"),
        href=f"#{words_id(number, index + 1)}",
    )
    score = tag(
        "span",
        f"rule score {claim.score:.2f}",
        title=f"{claim.coder.name} {claim.coder.version}, {claim.coder.rule}",
    )
    why = None
    if traces:
        summary = tag("summary", "Why", tag("span", f" (rules behind {name.lower()})", class_="unseen"))
        why = tag("details", summary, tag("ul", *(_trace(t, coding) for t in traces)))
    return tag("div", link, score, why, class_="foot")


def _trace(trace: Trace, coding: Coding) -> Markup:
    words = None
    if trace.start is not None and trace.end is not None:
        shown = printable(coding.report.text[trace.start : trace.end])
        words = join([" ", tag("q", shown, lang=lang_of(coding.report.lang))])
    row = join([" ", tag("code", row_label(trace.row))]) if trace.row else None
    return tag("li", tag("strong", trace.field), f" {trace.value}", words, f" {trace.rule}", row)
