"""Reading a report: sentences with units, dates, quantities, parse, places, frames, acts and losses."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date

from trucewatch.acts import ActMention, LossMention, find_acts, find_casualty_rows, find_losses
from trucewatch.attribution import SayFrame, find_frames
from trucewatch.dates import Clock, DateMention, Moment, find_dates
from trucewatch.numbers import Quantity, find_quantities
from trucewatch.packs import Lexicon
from trucewatch.places import PlaceMention, Settled, find_places, settle_places
from trucewatch.syntax import Grammar, Parse, Unit, find_units, parse_sentence
from trucewatch.text import Sentence, Token, find_quotations, find_sentences, find_tokens

LONGEST_SENTENCE = 4000
"""Characters of one sentence that are read; no reporter writes longer ones, and cost stays linear."""


@dataclass(slots=True)
class ReadSentence:
    """Everything that the stages found in one sentence."""

    index: int
    span: Sentence
    units: list[Unit]
    parse: Parse
    dates: list[DateMention]
    quantities: list[Quantity]
    places: list[PlaceMention] = field(default_factory=list)
    frames: list[SayFrame] = field(default_factory=list)
    acts: list[ActMention] = field(default_factory=list)
    losses: list[LossMention] = field(default_factory=list)

    def chars(self, first: int, last: int) -> tuple[int, int]:
        """Character span of units `first..last`, punctuation at the borders left out."""
        first, last = max(0, first), min(len(self.units), max(last, first + 1))
        while first < last - 1 and self.units[first].kind == "punct":
            first += 1
        while last - 1 > first and self.units[last - 1].kind == "punct":
            last -= 1
        return self.units[first].start, self.units[last - 1].end


@dataclass(slots=True)
class Reading:
    """A report as read: sentences in order and quoted stretches."""

    text: str
    sentences: list[ReadSentence]
    quotations: list[tuple[int, int]]
    datelines: list[tuple[int, int]]
    settled: dict[int, Settled] = field(default_factory=dict)

    def quotation_at(self, at: int) -> tuple[int, int] | None:
        """The quotation that holds a character."""
        index = bisect_right(self.quotations, at, key=lambda q: q[0]) - 1
        return self.quotations[index] if index >= 0 and at < self.quotations[index][1] else None


def grammar_of(lexicon: Lexicon) -> Grammar:
    """The grammar settings of a language pack."""
    return Grammar(
        frozenset(lexicon.settings.get("be_perfect", ())), bool(lexicon.settings.get("double_negation", False)),
        bool(lexicon.settings.get("speaker_last", False)), tuple((p, tuple(e)) for p, e in lexicon.settings.get("dropped_subject", {}).items()),
        cases=bool(lexicon.settings.get("cases", False)),
    )


def read_text(
    text: str, lexicon: Lexicon, reference: date | None, *, published: date | None = None, period: Moment | None = None
) -> Reading:
    """Reads a whole text in one language against a day of reference (and the period it reports on)."""
    quotations = find_quotations(text)
    spans = find_sentences(text, quotations, lexicon.settings.get("abbreviations", ()))
    tokens = find_tokens(text)
    clock = Clock(reference, published=published, period=period)
    grammar = grammar_of(lexicon)
    sentences: list[ReadSentence] = []
    found: list[tuple[Sentence, list[Unit]]] = []
    at = 0
    for span in spans:
        inside, at = _tokens_of(tokens, span, at)
        found.append((span, find_units(text, inside, lexicon)))
    settled = settle_places([units for _, units in found], lexicon.states)
    paragraph = -1
    for span, units in found:
        clock.fresh = clock.fresh or span.paragraph != paragraph
        paragraph = span.paragraph
        if units:
            sentences.append(_read_units(text, span, units, lexicon, clock=clock, grammar=grammar, index=len(sentences)))
    return Reading(text, sentences, quotations, [s.dateline for s in spans if s.dateline], settled)


def _tokens_of(tokens: list[Token], span: Sentence, at: int) -> tuple[list[Token], int]:
    while at < len(tokens) and tokens[at].start < span.start:
        at += 1
    first = at
    limit = min(span.end, span.start + LONGEST_SENTENCE)
    while at < len(tokens) and tokens[at].start < span.end:
        at += 1
    return [t for t in tokens[first:at] if t.end <= limit], at


def read_sentence(
    text: str, span: Sentence, tokens: list[Token], lexicon: Lexicon, *, clock: Clock, grammar: Grammar, index: int
) -> ReadSentence:
    """Runs every stage over one sentence that stands alone."""
    return _read_units(text, span, find_units(text, tokens, lexicon), lexicon, clock=clock, grammar=grammar, index=index)


def _read_units(
    text: str, span: Sentence, units: list[Unit], lexicon: Lexicon, *, clock: Clock, grammar: Grammar, index: int
) -> ReadSentence:
    dates = find_dates(units, clock)
    parse = parse_sentence(units, [(d.first, d.last) for d in dates], grammar)
    quantities = find_quantities(units)
    read = ReadSentence(index, span, units, parse, dates, quantities)
    read.places = find_places(parse, text)
    read.frames = find_frames(parse)
    read.acts = find_acts(parse, lexicon)
    status_rows = find_casualty_rows(parse, lexicon)
    nominal = [u.i for u in units if u.has("nouns:victim") and u.pos != "verb"]
    read.losses = find_losses(parse, status_rows, nominal)
    return read
