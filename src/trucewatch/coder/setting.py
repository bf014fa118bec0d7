"""The setting of a report: day of reference, reporting period, issuer, home country, style."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from trucewatch.actors import Cast, Mention, read_phrase
from trucewatch.coder.reading import Reading, ReadSentence, grammar_of, read_sentence
from trucewatch.dates import Clock, Moment
from trucewatch.model import Report
from trucewatch.packs import Lexicon, Packs
from trucewatch.syntax import VerbGroup
from trucewatch.text import Sentence, find_tokens

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_OWN_VOICE = ("communique", "bulletin", "post", "transcript", "statement", "press release")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{2,9}")
"""A body that no pack knows speaks under its own short name."""
_CHRONICLE_LONGEST = 1200


@dataclass(slots=True)
class Setting:
    """What holds for the whole report."""

    published: date | None
    reference: date | None
    period: Moment | None
    issuer: Mention | None
    home: str | None
    chronicle: bool
    periodic: bool
    bulletin: bool = False


def published_day(report: Report) -> date | None:
    """The day of publication, None if absent, no calendar day, or outside 1900-2200."""
    match = _ISO.match(report.published or "")
    if not match:
        return None
    if not 1900 <= int(match[1]) <= 2200:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def find_setting(report: Report, reading: Reading, lexicon: Lexicon, packs: Packs) -> Setting:
    """Works out the setting from the report's fields and its first lines."""
    published = published_day(report)
    head = reading.sentences[:4]
    own_voice = report.kind in _OWN_VOICE
    period = _period(head) if report.kind == "bulletin" or _short_head(head) else None
    if period is None and own_voice:
        period = _day_looked_back_on(reading.sentences[:6])
    cast = Cast(reference=published, sides=packs.sides)
    issuer = _issuer(report, head, lexicon, cast, own_voice=own_voice)
    if issuer is None and own_voice and _ACRONYM.fullmatch(report.outlet or ""):
        issuer = Mention(report.outlet, "", -1, -1, "name")
    if issuer is None and _in_first_person(reading):
        issuer = _organisation_in(report.outlet or "", lexicon, packs)
    home = _home(reading, lexicon, packs, issuer, title=report.title or "")
    chronicle = not own_voice and not reading.datelines and len(report.text) < _CHRONICLE_LONGEST and _tells_in_present(head, perfect=bool(lexicon.settings.get("present_perfect", False)))
    reference = period.end if period is not None and published is not None and period.end <= published else published
    bulletin = report.kind == "bulletin" and period is not None and period.end > period.start
    return Setting(published, reference, period, issuer, home, chronicle, bool(period) or own_voice, bulletin)


def _short_head(head: list[ReadSentence]) -> bool:
    return bool(head) and any(s.span.heading for s in head[:2]) and any(d.role == "range" for s in head[:2] for d in s.dates)


def _period(head: list[ReadSentence]) -> Moment | None:
    moments = [d.moment for s in head[:3] for d in s.dates if d.moment is not None]
    ranges = [m for m in moments if m.start != m.end and (m.end - m.start) <= timedelta(days=31) and m.precision != "night"]
    return ranges[0] if ranges else None


def _day_looked_back_on(head: list[ReadSentence]) -> Moment | None:
    """The period of a daily report: the first "in the past 24 hours" of its opening lines."""
    for sentence in head:
        for mention in sentence.dates:
            moment = mention.moment
            if moment is not None and mention.role == "range" and moment.resolved_from == "relative" and (moment.end - moment.start).days == 1:
                return moment
    return None


def _issuer(
    report: Report, head: list[ReadSentence], lexicon: Lexicon, cast: Cast, *, own_voice: bool
) -> Mention | None:
    """The body in whose name the report speaks: named by the outlet field, the title or the first lines."""
    named: list[Mention] = []
    for text in (report.outlet, report.title):
        found = _body(_read_line(text, lexicon), cast) if text else None
        if found is not None and (own_voice or text == report.outlet and found.head == "body" and found.sector in ("MIL", "GOV", "POL")):
            found.start = found.end = -1
            named.append(found)
    if named:  # the title may name the very body of the party that the outlet's seat gives
        return next((m for m in named if m.code == named[0].code and m.sector not in ("", "GOV")), named[0])
    if not own_voice:
        return None
    for sentence in head[:3]:
        if sentence.span.heading or sentence.index == 0:
            found = _body(sentence, cast)
            if found is not None:
                return found
    return None


def _in_first_person(reading: Reading) -> bool:
    """Whether the text says "we" or "our" outside quotations."""
    return any(
        unit.has("words:first") or "1p" in unit.values("words:pron")
        for sentence in reading.sentences[:60] for unit in sentence.units if reading.quotation_at(unit.start) is None
    )  # fmt: skip


def _organisation_in(outlet: str, lexicon: Lexicon, packs: Packs) -> Mention | None:
    """The aid organisation or mission whose page the outlet is: it speaks for itself."""
    for unit in _read_line(outlet, lexicon).units if outlet else ():
        for row in unit.rows("name"):
            code, _, sector = row.party.partition("-")
            party = packs.parties.get(code)
            if party is not None and party.kind in ("organisation", "mission"):
                return Mention(code, sector, -1, -1, "name", row=row.where)
    return None


def _read_line(text: str, lexicon: Lexicon) -> ReadSentence:
    return read_sentence(
        text, Sentence(0, len(text), 0), find_tokens(text), lexicon, clock=Clock(None), grammar=grammar_of(lexicon), index=0
    )


def _body(sentence: ReadSentence, cast: Cast) -> Mention | None:
    seat: str | None = None
    body: Mention | None = None
    for item in sentence.parse.items:
        if item.np is None:
            continue
        mention = read_phrase(item.np, sentence.parse, cast)
        if mention is None:
            continue
        if mention.code is not None and (mention.head in ("body", "office", "relay") and (mention.sector or _organisation(sentence, mention)) or mention.head == "name" and (mention.sector not in ("",) or _organisation(sentence, mention))):
            return mention
        if mention.head == "body" and mention.sector and mention.code is None:
            body = mention
        if mention.head == "name" and mention.code:
            seat = mention.code
    if body is not None and seat is not None:
        body.code = seat
        return body
    return None


def _organisation(sentence: ReadSentence, mention: Mention) -> bool:
    return bool(mention.code) and len(mention.code or "") != 3


def _home(reading: Reading, lexicon: Lexicon, packs: Packs, issuer: Mention | None, *, title: str) -> str | None:
    """The country that "the army", "the government" mean: the dateline's, the issuer's, else the one named most."""
    titled = _states_in(_read_line(title, lexicon), packs) if title else set()
    for start, end in reading.datelines[:1]:
        code = _state_in(_read_line(reading.text[start:end].title(), lexicon), packs)
        if code and (len(titled) != 1 or code in titled or _named_in_body(reading, code, end)):
            return code
    if issuer is not None and issuer.code in packs.parties and packs.parties[issuer.code].kind in ("state", "de_facto"):
        return issuer.code
    if len(titled) == 1:
        return next(iter(titled))
    counts: dict[str, int] = {}
    for sentence in reading.sentences[:40]:
        for unit in sentence.units:
            for row in [*unit.rows("name"), *unit.rows("place")][:1]:
                code = (row.party if hasattr(row, "party") else row.country).split("-")[0]
                if code in packs.parties and packs.parties[code].kind == "state":
                    counts[code] = counts.get(code, 0) + 1
    best = sorted(counts.items(), key=lambda item: -item[1])
    if len(best) == 1 or len(best) > 1 and best[0][1] >= 2 * best[1][1]:
        return best[0][0]
    return None


def _states_in(line: ReadSentence, packs: Packs) -> set[str]:
    """All states that a line names, by name, adjective or place."""
    found: set[str] = set()
    for unit in line.units:
        for row in [*unit.rows("name"), *unit.rows("place")][:1]:
            code = str(row.party if hasattr(row, "party") else row.country).split("-")[0]
            if code in packs.parties and packs.parties[code].kind in ("state", "de_facto"):
                found.add(code)
    return found


def _named_in_body(reading: Reading, code: str, after: int) -> bool:
    """Whether a country is named after the dateline: agencies write from elsewhere, too."""
    return any(
        str(row.party).split("-")[0] == code
        for sentence in reading.sentences[:60] for unit in sentence.units if unit.start >= after for row in unit.rows("name")
    )  # fmt: skip


def _state_in(line: ReadSentence, packs: Packs) -> str | None:
    for unit in line.units:
        for row in unit.rows("name"):
            code = str(row.party).split("-")[0]
            if code in packs.parties:
                return code
        for row in unit.rows("place"):
            if row.country:
                return str(row.country).split("-")[0]
    return None


def _tells_in_present(head: list[ReadSentence], *, perfect: bool) -> bool:
    """Chronicle style: the text tells its acts in the present tense (or a perfect that counts as present)."""
    main = [(sentence, g) for sentence in head for g in sentence.parse.groups if g.finite and not _in_clause(sentence, g.first)]
    if not main or main[0][1].tense == "pres" or _either(main[0]):
        return True
    present = sum(1 for told in main if told[1].tense == "pres" or _either(told) or perfect and told[1].tense == "perf")
    return present > len(main) - present


def _either(told: tuple[ReadSentence, VerbGroup]) -> bool:
    """Whether a verb form may be present as well as past ("rockets hit the base")."""
    sentence, group = told
    return group.last - group.first == 1 and "pres" in sentence.units[group.head].tags


def _in_clause(sentence: ReadSentence, at: int) -> bool:
    """Whether a verb stands in a clause that a conjunction or relative opens."""
    for item in reversed(sentence.parse.items):
        if item.at < at and (item.kind in ("sub", "rel") or item.vg is not None and item.vg.finite or item.kind == "mark"):
            return item.kind in ("sub", "rel")
    return False
