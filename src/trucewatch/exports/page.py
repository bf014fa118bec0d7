"""One self-contained HTML page: the words on the left, what was coded from them on the right.

No request leaves the page: style and script stand inside it, and its own policy forbids everything else. It works
without script (numbered links tie words and claims), with the keyboard, on paper, in light and dark.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files

from trucewatch.exports.cards import render_card
from trucewatch.exports.markup import Markup, lang_of, tag
from trucewatch.exports.passage import render_text
from trucewatch.exports.wording import (
    NO_VERDICT,
    SYNTHETIC,
    origin_label,
    party_words,
    printable,
    published_label,
)
from trucewatch.model import Coding, Party, Problem, Report
from trucewatch.model.kinds import GROUND_KINDS

_VOICES_SHOWN = 10
_LEGEND = (
    ("act", "the claim’s words"),
    ("origin", "whose assertion"),
    ("via", "through whom"),
    ("actor", "actor"),
    ("recipient", "towards"),
    ("when", "when"),
    ("where", "where"),
    ("casualties", "people"),
    ("agreement", "agreement"),
)


def render_page(
    codings: Sequence[Coding],
    *,
    problems: Sequence[Problem] = (),
    labels: Mapping[str, str] | None = None,
    version: str = "",
) -> str:
    """The page for one report or many; the same values give the same bytes.

    `problems`: what could not be read. `labels`: party code to neutral English name.
    """
    names = labels or {}
    style, script = _asset("page.css"), _asset("page.js")
    policy = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", _title(codings)),
        tag("style", style),
    )
    body = tag(
        "body",
        tag("a", "Skip to the reports", href="#reports", class_="skip"),
        _header(codings, problems, names),
        tag(
            "main",
            *(_report(c, n, names) for n, c in enumerate(codings, start=1)),
            id="reports",
            tabindex="-1",
        ),
        _footer(codings, version),
        tag("script", script),
    )
    return "<!doctype html>\n" + tag("html", head, body, lang="en") + "\n"


def _asset(name: str) -> Markup:
    return Markup((files("trucewatch.exports") / name).read_text(encoding="utf-8"))


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _title(codings: Sequence[Coding]) -> str:
    if len(codings) == 1:
        return f"Claims as reported: {printable(codings[0].report.title or codings[0].report.id)}"
    return f"Claims as reported: {len(codings)} reports"


def _header(codings: Sequence[Coding], problems: Sequence[Problem], labels: Mapping[str, str]) -> Markup:
    claims = sum(len(c.claims) for c in codings)
    synthetic = sum(c.report.synthetic for c in codings)
    counted = f"{_number(claims, 'claim')} from {_number(len(codings), 'report')}"
    return tag(
        "header",
        _synthetic_notice(synthetic, len(codings)) if synthetic else None,
        tag(
            "div",
            tag("p", "Trucewatch", class_="brand"),
            tag("h1", "Claims as reported"),
            tag("p", f"{counted}. {NO_VERDICT}", class_="lead"),
            _legend(),
            _contents(codings) if len(codings) > 1 else None,
            class_="intro",
        ),
        _glance(codings, labels) if claims else None,
        _problem_list(problems, "Could not be read") if problems else None,
        class_="top",
    )


def _number(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _synthetic_notice(synthetic: int, total: int) -> Markup:
    which = (
        SYNTHETIC
        if synthetic == total
        else f"{SYNTHETIC}: {synthetic} of the {total} reports below, marked as such"
    )
    return tag("p", which, class_="synthetic")


@dataclass(slots=True)
class _Voice:
    """How often one origin speaks."""

    origin: Party | None
    ground: int = 0
    denied: int = 0
    said: int = 0
    reports: int = 0


def _count_voices(codings: Sequence[Coding]) -> list[tuple[str, _Voice]]:
    """The origins with what each of them claims, the one with most claims first."""
    voices: dict[str, _Voice] = {}
    for coding in codings:
        for claim in coding.claims:
            voice = voices.setdefault(origin_label(claim), _Voice(claim.origin))
            on_ground = claim.kind in GROUND_KINDS
            voice.ground += on_ground
            voice.denied += on_ground and claim.denied
            voice.said += not on_ground
        for name in {origin_label(claim) for claim in coding.claims}:
            voices[name].reports += 1
    return sorted(voices.items(), key=lambda v: (-v[1].ground - v[1].said, v[0]))


def _glance(codings: Sequence[Coding], labels: Mapping[str, str]) -> Markup:
    rows = [_voice_row(name, voice, labels) for name, voice in _count_voices(codings)]
    more = None
    if len(rows) > _VOICES_SHOWN:
        summary = tag("summary", f"{_number(len(rows) - _VOICES_SHOWN, 'more origin')}")
        more = tag("details", summary, _voice_table(rows[_VOICES_SHOWN:]))
    note = "Claims are counted, never added up into events: several can be about one event."
    return tag(
        "section",
        tag("h2", "Who speaks", id="voices"),
        _voice_table(rows[:_VOICES_SHOWN]),
        more,
        tag("p", note, class_="aside"),
        class_="voices",
        aria_labelledby="voices",
    )


def _voice_table(rows: Sequence[Markup]) -> Markup:
    heads = ("Whose assertion", "Acts on the ground", "of these denied", "Said and agreed", "Reports")
    columns = tag("thead", tag("tr", *(tag("th", h, scope="col") for h in heads)))
    return tag("table", columns, tag("tbody", *rows))


def _voice_row(name: str, voice: _Voice, labels: Mapping[str, str]) -> Markup:
    words = party_words(voice.origin, labels) if voice.origin is not None else ""
    head = tag("th", name, tag("small", f" {words}") if words else None, scope="row")
    return tag(
        "tr",
        head,
        *(tag("td", str(n) if n else "–") for n in (voice.ground, voice.denied, voice.said, voice.reports)),
    )


def _contents(codings: Sequence[Coding]) -> Markup:
    items = []
    for number, coding in enumerate(codings, start=1):
        report = coding.report
        name = tag("span", _report_name(report), lang=lang_of(report.lang) if report.title else None)
        about = f" {published_label(report)}, {_number(len(coding.claims), 'claim')}"
        items.append(tag("li", tag("a", name, href=f"#r{number}"), tag("small", about)))
    return tag("nav", tag("h2", "Reports", id="contents"), tag("ol", *items), aria_labelledby="contents")


def _report_name(report: Report) -> str:
    return printable(report.title or f"Report {report.id}")


def _problem_list(problems: Sequence[Problem], title: str) -> Markup:
    items = (tag("li", tag("code", p.where), f" {p.text} ", tag("small", p.code)) for p in problems)
    return tag("div", tag("p", title, class_="notes-title"), tag("ul", *items), class_="notes")


def _legend() -> Markup:
    items = (
        tag("li", tag("span", words, class_=f"k-{role}" + (" act" if role == "act" else "")))
        for role, words in _LEGEND
    )
    return tag(
        "div", tag("p", "How words are marked", class_="legend-title"), tag("ul", *items), class_="legend"
    )


def _report(coding: Coding, number: int, labels: Mapping[str, str]) -> Markup:
    report, claims = coding.report, coding.claims
    cards = tag(
        "ol", *(render_card(coding, i, number, labels=labels) for i in range(len(claims))), class_="cards"
    )
    nothing = tag("p", "No claim was coded from this report.", class_="aside")
    columns = tag(
        "div",
        tag(
            "section",
            tag("h3", "Text"),
            render_text(coding, number),
            class_="text",
            tabindex="0",
            aria_label=f"Text of report {number}",
        ),
        tag(
            "section",
            tag("h3", _number(len(claims), "claim")),
            cards if claims else nothing,
            aria_label=f"Claims of report {number}",
        ),
        class_="columns",
    )
    return tag(
        "article",
        _report_head(report, number),
        _notes(coding),
        columns,
        id=f"r{number}",
        aria_labelledby=f"r{number}t",
        class_="report",
    )


def _report_head(report: Report, number: int) -> Markup:
    about = (report.outlet and printable(report.outlet), published_label(report), report.kind, report.lang)
    links = [
        tag("a", url, href=url, rel="noreferrer")
        for url in (report.url or "").split("; ")
        if url.startswith(("http://", "https://"))
    ]
    return tag(
        "div",
        tag("p", SYNTHETIC, class_="synthetic") if report.synthetic else None,
        tag(
            "h2", _report_name(report), id=f"r{number}t", lang=lang_of(report.lang) if report.title else None
        ),
        tag(
            "p",
            " · ".join(part for part in about if part),
            " · ",
            tag("code", printable(report.id)),
            class_="about",
        ),
        tag("p", *links, class_="about") if links else None,
        class_="report-head",
    )


def _notes(coding: Coding) -> Markup | None:
    return _problem_list(coding.problems, "Notes on this report") if coding.problems else None


def _footer(codings: Sequence[Coding], version: str) -> Markup:
    coders = sorted({f"{c.coder.name} {c.coder.version}" for coding in codings for c in coding.claims})
    made = f"Coded by {', '.join(coders)}. " if coders else ""
    by = f"Page written by Trucewatch {version}. " if version else ""
    return tag("footer", tag("p", made, by, "The texts belong to their publishers."))


__all__ = ["render_page"]
