"""The words in which a claim is shown: neutral, attributed, the same in the table and on the page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from trucewatch.model import Agreement, Casualty, Claim, Count, Party, Place, Report, Via, When
from trucewatch.model.kinds import GROUND_KINDS, TWO_SIDED_KINDS

SYNTHETIC = "SYNTHETIC composition — not news"
NO_VERDICT = (
    "Each entry is what somebody is reported to have said, with the words that say so. "
    "Nothing here says whether it is true."
)
OUTLET_VOICE = "the outlet itself"

_KIND_LABELS = {
    "ceasefire_violation": "Ceasefire violation",
    "small_arms_fire": "Small-arms fire",
    "air_strike": "Air strike",
    "armed_clash": "Armed clash",
}
_SPEECH_LABELS = {
    "state": "states",
    "accuse": "accuses",
    "confirm": "confirms",
    "deny": "denies",
    "warn": "warns",
}
_QUANTIFIERS = {
    "exact": "",
    "at_least": "at least ",
    "at_most": "at most ",
    "about": "about ",
    "several": "several",
    "dozens": "dozens",
    "hundreds": "hundreds",
    "thousands": "thousands",
    "none_stated": "none",
}
_SECTORS = {
    "GOV": "government",
    "MIL": "armed forces",
    "PKF": "peacekeepers",
    "CVL": "civilians",
    "POL": "police or security service",
    "REB": "armed group",
    "JRN": "media",
}
_RELATIONS = {
    "at": "",
    "in": "",
    "near": "near ",
    "along": "along ",
    "direction_of": "towards ",
    "between": "between ",
}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_PACKS_HOME = re.compile(r"^.*/packs/(?=(?:lang|world|theatre)/)")
_BREAKS = re.compile(r"[ \t\n]+")
_PLAIN_PRECISIONS = ("day", "range", "minute", "hour")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


def printable(text: str) -> str:
    """The text with control characters (but line feed and tab) as U+FFFD: same length, safe on a screen."""
    return _CONTROL.sub("\ufffd", text.replace("\r\n", " \n"))


def kind_label(kind: str) -> str:
    return _KIND_LABELS.get(kind, kind.replace("_", " ").capitalize())


def marks(claim: Claim) -> tuple[str, ...]:
    """What changes the reading of the kind: denied, hedged, quoted."""
    given = (("denied", claim.denied), ("hedged", claim.hedged), ("in quotation marks", claim.quote))
    return tuple(word for word, holds in given if holds)


def party_label(party: Party) -> str:
    """The code; the words where there is no code."""
    return party.party or (printable(party.name) if party.name else "unnamed")


def party_words(party: Party, labels: Mapping[str, str]) -> str:
    """The neutral English name of a party code (`France, armed forces`), empty where no pack gives one.

    `labels`: party code to label, from the packs' tables of parties.
    """
    code = party.party or ""
    if code in labels:
        return labels[code] if labels[code] != code else ""
    country, _, sector = code.partition("-")
    return f"{labels[country]}, {_SECTORS[sector]}" if country in labels and sector in _SECTORS else ""


def attribution_word(claim: Claim) -> str:
    """How the origin stands to the claim: a party's word about an act on the ground is an allegation."""
    if claim.origin is None:
        return "Told by"
    if claim.denied or claim.speech == "deny":
        return "Denied by"
    alleged = claim.kind in GROUND_KINDS and claim.speech != "confirm"
    return "Alleged by" if alleged else "According to"


def origin_label(claim: Claim) -> str:
    return party_label(claim.origin) if claim.origin is not None else OUTLET_VOICE


def speech_label(claim: Claim) -> str:
    return _SPEECH_LABELS.get(claim.speech or "", "")


def via_label(via: Via) -> str:
    return f"{printable(via.name)} ({via.kind})"


def sides_label(claim: Claim) -> str:
    """`A, B -> C`; a dash where the words name nobody; both sides joined for two-sided kinds."""
    joint = " ↔ " if claim.kind in TWO_SIDED_KINDS else ", "
    actors = joint.join(map(party_label, claim.actors)) or "—"
    recipients = ", ".join(map(party_label, claim.recipients))
    return f"{actors} → {recipients}" if recipients else actors


def when_label(when: When) -> str:
    """`4–5 Aug 2022, night`; the clock time where there is one; `Aug 2022` for a whole month."""
    first, last = _split_time(when.start), _split_time(when.end)
    if when.precision in ("month", "year") and first[0][:4] == last[0][:4]:
        return _long_label(first[0], when.precision)
    if first[0] == last[0]:
        label = _day_label(first[0]) + _clock_label(first[1], last[1])
    else:
        label = f"{_range_label(first[0], last[0])}{_clock_label(first[1], None)}"
    told = first[1] if when.precision == "part_of_day" else when.precision in _PLAIN_PRECISIONS
    return label if told else f"{label}, {when.precision.replace('_', ' ')}"


def _long_label(day: str, precision: str) -> str:
    """The name of the month or year that begins on this day."""
    return day[:4] if precision == "year" else _day_label(day).partition(" ")[2]


def _split_time(value: str) -> tuple[str, str]:
    day, _, clock = value.partition("T")
    return day, clock[:5]


def _clock_label(first: str, last: str | None) -> str:
    if not first:
        return ""
    return f", {first}" if not last or last == first else f", {first}–{last}"


def _day_label(value: str) -> str:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return value
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _range_label(first: str, last: str) -> str:
    try:
        a, b = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return f"{first} – {last}"
    if (a.year, a.month) == (b.year, b.month):
        return f"{a.day}–{_day_label(last)}"
    if a.year == b.year:
        return f"{a.day} {_MONTHS[a.month - 1]} – {_day_label(last)}"
    return f"{_day_label(first)} – {_day_label(last)}"


def published_label(report: Report) -> str:
    """Day and clock time of publication, with the zone as given."""
    if report.published is None:
        return "date unknown"
    day, _, clock = report.published.partition("T")
    zone = re.sub(r"^[\d:.]+", "", clock)
    return f"{_day_label(day)}{_clock_label(clock[:5], None)}{f' {zone}' if zone else ''}"


def place_label(place: Place) -> str:
    return f"{_RELATIONS.get(place.relation or '', '')}{printable(place.name)}"


def precision_label(place: Place) -> str:
    """How closely the place is known: `settlement` also for a spot near one (the name already says near)."""
    return place.precision.replace("near_", "").replace("_", " ")


def casualty_label(entry: Casualty) -> str:
    """`at least 3 killed (ARM-MIL), 1 in grave condition`."""
    whose = [w for w in (entry.side, _civilian_word(entry)) if w]
    if entry.quantifier == "none_stated":
        return f"{_none_label(entry)} (stated)"
    status = "casualties" if entry.status == "unspecified" else entry.status
    label = f"{figure_label(entry)} {status}{' (' + ', '.join(whose) + ')' if whose else ''}"
    if entry.severe:
        label += f", {entry.severe} in grave condition"
    if entry.including:
        label += f", including {'; '.join(map(casualty_label, entry.including))}"
    return label


def _none_label(entry: Casualty) -> str:
    if entry.status == "unspecified":
        return "no civilian casualties" if entry.civilian else "no casualties"
    return f"no civilians {entry.status}" if entry.civilian else f"no one {entry.status}"


def _civilian_word(entry: Casualty) -> str:
    if entry.side and entry.side.endswith(("-MIL", "-CVL")):
        return ""
    return {True: "civilians", False: "not civilians", None: ""}[entry.civilian]


def figure_label(entry: Casualty) -> str:
    words = _QUANTIFIERS.get(entry.quantifier, "")
    if entry.low is not None and entry.high is not None and entry.low != entry.high:
        return f"{entry.low}–{entry.high}"
    number = next((n for n in (entry.best, entry.low, entry.high) if n is not None), None)
    if number is None or entry.quantifier in ("none_stated", "several", "dozens", "hundreds", "thousands"):
        return words.strip() or "a number of"
    return f"{words}{number}"


def count_label(count: Count) -> str:
    if count.low is not None and count.high is not None and count.low != count.high:
        return f"{count.low}–{count.high} {count.unit}"
    return f"{count.value} {count.unit}"


def agreement_label(agreement: Agreement) -> str:
    name = agreement.agreement or "agreement not identified"
    return f"{name}, {agreement.provision}" if agreement.provision else name


def row_label(row: str) -> str:
    """A pack row as `lang/en/acts.tsv:65`: bundled packs without the folder in which they happen to be installed."""
    return _PACKS_HOME.sub("", row.replace("\\", "/"))


def quoted(text: str, claim: Claim) -> str:
    """The words of the evidence in the order of the claim, cut short by nothing, joined with an ellipsis."""
    parts = (_BREAKS.sub(" ", printable(text[e.start : e.end])).strip() for e in claim.evidence)
    return " … ".join(part for part in parts if part)
