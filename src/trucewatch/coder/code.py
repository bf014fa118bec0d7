"""`code`: a report and packs in, attributed claims out. Pure and deterministic."""

from __future__ import annotations

from collections import Counter

from trucewatch.coder.assemble import Assembler
from trucewatch.coder.finish import finish
from trucewatch.coder.merge import merge
from trucewatch.coder.people import People, fill_sides
from trucewatch.coder.reading import read_text
from trucewatch.coder.setting import find_setting, published_day
from trucewatch.coder.times import carry_actors, carry_times
from trucewatch.model import Coding, Problem, Report
from trucewatch.packs import Packs


def code(report: Report, packs: Packs) -> Coding:
    """The claims of one report, each explained.

    `report.lang` must be a loaded language; another one gives no claims and a Problem `language-unsupported`.
    Never raises for what a text contains. Spans are characters of `report.text`.
    """
    lang = (report.lang or "").split("-")[0]
    if lang not in packs.langs:
        return Coding(report, (), (Problem("language-unsupported", report.id, f"no language pack for {report.lang or 'unknown'!r}"),))
    lexicon = packs.lexicon(lang)
    reading = read_text(report.text, lexicon, published_day(report))
    if not reading.sentences:
        return Coding(report, ())
    setting = find_setting(report, reading, lexicon, packs)
    if setting.reference != setting.published or setting.period is not None:
        reading = read_text(report.text, lexicon, setting.reference, published=setting.published, period=setting.period)
    people = People(reading, setting, packs)
    for sentence in reading.sentences:
        people.walk(sentence)
    people.find_quote_speakers()
    assembler = Assembler(people, setting)
    for sentence in reading.sentences:
        assembler.read(sentence)
    drafts = merge(assembler.drafts)
    carry_times(drafts, setting)
    carry_actors(drafts, setting)
    fill_sides(drafts, people)
    told = Counter(draft.sentence for draft in drafts)
    finished = [finish(draft, report, reading.settled, told[draft.sentence] - 1) for draft in drafts]
    done = list({claim.id: (claim, traces) for claim, traces in reversed(finished)}.values())[::-1]  # one act, found by two words
    return Coding(report, tuple(claim for claim, _ in done), (), tuple(traces for _, traces in done))
