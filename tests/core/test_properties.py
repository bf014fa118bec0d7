"""Whatever the text: no error, only spans inside it and equal to its words, one sentence a span, stable ids.

Examples are derandomized: the same ones on every run.
"""

from __future__ import annotations

import dataclasses
import datetime
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import trucewatch
from trucewatch import Claim, Coding, Packs, Report, code
from trucewatch.model import kinds
from trucewatch.text import find_quotations, find_sentences, find_tokens, fold

from .golden import REPORTS

STEADY = settings(
    derandomize=True, deadline=None, database=None, max_examples=200,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip

WORDS = [
    "l'Arménie", "Bakou", "Erevan", "le ministère arménien de la Défense", "deux soldats arméniens", "des soldats azerbaïdjanais",
    "a accusé", "d'avoir", "ouvert le feu", "aurait bombardé", "n'a pas tiré", "a démenti", "selon", "a déclaré", "près de Goris",
    "dans la nuit du 4 au 5 août", "jeudi", "il y a trois jours", "la veille", "depuis", "à 14h30", "le cessez-le-feu", "dont trois grièvement",
    "ont été tués", "aucun blessé", "plus de", "entre", "et", "que", "il", "le ministre", "le Haut-Karabakh", "si", "craint", "a demandé",
    "Armenia", "Azerbaijan's", "the Israeli army", "Hezbollah", "UNIFIL", "accused", "of shelling", "opened fire", "allegedly", "denied",
    "said", "according to", "near Naqoura", "on the night of 4-5 July", "overnight", "three days ago", "killed", "wounded", "at least", "dozens of",
    "soldiers", "the official", "he", "citing", "Reuters", "AFP", "Armenpress", "President", "Ilham Aliyev", "Pashinyan", "the ceasefire", "no",
    "between", "and", "violated", "126 times", "5-8", "12 000", "1,200", "3.5", "99999999999999", "31 février", "le 30 février 9999", "2022", "0",
    "«", "»", "“", "”", "„", '"', "'", "’", "(", ")", "-", "–", "—", ":", ";", ",", ".", "...", "…", "?", "!", "EREVAN, 5 août (AFP) -",
    "İ", "ﬁ", "e\u0301", "\u200b", "\ufeff", "\u00a0", "\u202e", "𝐀", "🚀", "٣", "½", "ẞ",
]  # fmt: skip
GLUE = st.sampled_from([" ", " ", " ", " ", "", "\n", "\n\n", ", ", ". ", "\t", "\r\n"])
BUILT = st.lists(st.tuples(st.sampled_from(WORDS), GLUE), max_size=40).map(lambda pairs: "".join(w + g for w, g in pairs))
FRENCH = st.tuples(
    st.sampled_from(["", "Selon l'AFP, ", "Erevan affirme que ", "« ", "Le ministère arménien de la Défense a accusé Bakou : "]),
    st.sampled_from(["des soldats azerbaïdjanais", "l'armée arménienne", "Les forces israéliennes", "l'ennemi", "il", "deux civils"]),
    st.sampled_from([" ont ouvert le feu", " aurait bombardé Goris", " n'ont pas tiré", " ont été tués", " se sont retirés", " ont blessé trois soldats, dont un grièvement,"]),
    st.sampled_from(["", " jeudi", " dans la nuit du 4 au 5 août", " près de Goris", " mardi à 14h30 sur des positions arméniennes", " depuis lundi"]),
    st.sampled_from([".", ", a déclaré le porte-parole du ministère.", " », a dit Nikol Pachinian.", ", a rapporté Armenpress citant l'armée.", ", ce que Bakou dément.\n"]),
).map("".join)
ENGLISH = st.tuples(
    st.sampled_from(["", "According to Reuters, ", "Baku said ", "“", "The Armenian defence ministry accused Baku: "]),
    st.sampled_from(["Azerbaijani soldiers", "the Armenian army", "Israeli forces", "the enemy", "he", "two civilians"]),
    st.sampled_from([" opened fire", " allegedly shelled Goris", " did not fire", " were killed", " withdrew", " wounded three soldiers, one of them seriously,"]),
    st.sampled_from(["", " on Thursday", " on the night of 4-5 August", " near Naqoura", " at 2:30 p.m. on Armenian positions", " since Monday"]),
    st.sampled_from([".", ", the ministry's spokesman said.", "”, said Nikol Pashinyan.", ", Armenpress reported, citing the army.", ", which Baku denied.\n"]),
).map("".join)
TOLD = st.lists(st.one_of(FRENCH, ENGLISH, BUILT), min_size=1, max_size=4).map(" ".join)
MIXED = st.lists(st.one_of(BUILT, st.text(max_size=30), st.sampled_from([r.text for r in REPORTS])), max_size=4).map("".join)
TEXTS = st.one_of(st.text(max_size=200), BUILT, TOLD, TOLD, MIXED)
PUBLISHED = st.one_of(
    st.none(),
    st.dates(min_value=datetime.date(1945, 1, 1), max_value=datetime.date(2100, 1, 1)).map(str),
    st.sampled_from(["2022-08-05T10:30:00Z", "2022-08-05 10:30", "2022-13-45", "hier", "", "20220805", "2024-02-29"]),
)
LANGS = st.sampled_from(["fr", "en", "es"])


def spans(value: object) -> Iterator[tuple[int, int, str | None]]:
    """Every span of a claim at any depth, with the words it claims to have (None where it claims none)."""
    if isinstance(value, tuple):
        for part in value:
            yield from spans(part)
    elif dataclasses.is_dataclass(value):
        fields = {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}
        for start, end in (("start", "end"), ("start_offset", "end_offset")):
            if start in fields and not (start == "start" and "start_offset" in fields):
                assert (fields[start] is None) == (fields[end] is None), value
                if fields[start] is not None:
                    yield fields[start], fields[end], fields.get("name")
        for part in fields.values():
            yield from spans(part)


def check_claim(claim: Claim, text: str, sentences: list[tuple[int, int]]) -> None:
    assert claim.kind in kinds.KINDS
    assert claim.evidence
    for start, end, name in spans(claim):
        assert 0 <= start < end <= len(text)
        assert name is None or text[start:end] == name
    for party in (*claim.actors, *claim.recipients, *([claim.origin] if claim.origin else [])):
        assert (party.name is None) == (party.start is None)
    for span in claim.evidence:
        assert any(start <= span.start and span.end <= end for start, end in sentences), text[span.start : span.end]
    assert claim.speech is None or claim.origin is not None and claim.speech in kinds.SPEECH_MODES
    assert 0 <= claim.score <= 1
    if claim.when is not None:
        assert claim.when.start <= claim.when.end
        assert claim.when.precision in kinds.WHEN_PRECISIONS
    for loss in claim.casualties:
        known = [n for n in (loss.low, loss.best, loss.high) if n is not None]
        assert known == sorted(known) and all(n >= 0 for n in known)


@STEADY
@given(text=TEXTS, lang=LANGS, published=PUBLISHED)
def test_any_text_gives_only_claims_about_itself(text: str, lang: str, published: str | None, packs: Packs) -> None:
    report = Report("any", text, lang, published)
    coding = code(report, packs)
    cut = [(s.start, s.end) for s in find_sentences(text, find_quotations(text))]
    for claim in coding.claims:
        check_claim(claim, text, cut)
    ids = [claim.id for claim in coding.claims]
    assert len(set(ids)) == len(ids)
    assert len(coding.traces) == len(coding.claims)
    assert code(report, packs) == coding


@pytest.mark.parametrize("report", REPORTS, ids=lambda r: r.id)
def test_the_golden_reports_hold_the_same_promises(report: Report, packs: Packs) -> None:
    coding = code(report, packs)
    cut = [(s.start, s.end) for s in find_sentences(report.text, find_quotations(report.text))]
    for claim in coding.claims:
        check_claim(claim, report.text, cut)


@STEADY
@given(text=TEXTS)
def test_sentences_and_tokens_cover_the_text_in_order(text: str) -> None:
    covered = [False] * len(text)
    before = 0
    for sentence in find_sentences(text, find_quotations(text)):
        assert before <= sentence.start < sentence.end <= len(text)
        before = sentence.end
        for start, end in (sentence.dateline or (0, 0), (sentence.start, sentence.end)):
            covered[start:end] = [True] * (end - start)
    assert not [char for char, held in zip(text, covered, strict=True) if not held and not char.isspace()]
    at = 0
    for token in find_tokens(text):
        assert at <= token.start < token.end <= len(text)
        at = token.end
    assert len(fold(text)) == len(text)


@STEADY
@given(text=TEXTS)
def test_quotations_are_inside_in_order_and_not_nested(text: str) -> None:
    at = 0
    for start, end in find_quotations(text):
        assert at <= start < end <= len(text)
        at = end


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    ("lang", "when"),
    [("fr", "hier"), ("fr", "la veille"), ("fr", "lundi dernier"), ("fr", "le mois dernier"), ("fr", "la nuit dernière"), ("fr", "demain"),
     ("en", "overnight"), ("en", "last week"), ("en", "last year"), ("en", "in the past 24 hours"), ("en", "the next day")],
)  # fmt: skip
def test_the_ends_of_the_calendar_do_not_raise(lang: str, when: str, published: str, packs: Packs) -> None:
    text = {"fr": f"Deux soldats arméniens ont été tués {when}.", "en": f"Two Armenian soldiers were killed {when}."}[lang]
    assert [c.kind for c in code(Report("r", text, lang, published), packs).claims] == ["casualties"]


@pytest.mark.parametrize(
    "text", ["", " \n ", "\x00", "a" * 5000, "«" * 500, "\n" * 500, "tué " * 150, '"' * 501], ids=lambda t: repr(t[:6])
)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_odd_texts_give_a_coding(text: str, lang: str, packs: Packs) -> None:
    coding = code(Report("odd", text, lang, "2022-08-05"), packs)
    assert isinstance(coding, Coding)
    assert coding.report.text == text


@pytest.mark.parametrize(
    ("lang", "word"),
    [("fr", w) for w in ("tuer ", "dire que ", "accuser ", "selon ", "et ", "hier ", "deux ", "Bakou, ", "dont ")]
    + [("en", w) for w in ("to kill ", "said ", "accused ", "citing ", "and ", "overnight ", "two ", "Baku, ", "of whom ")],
)
def test_one_word_over_and_over_gives_a_coding(lang: str, word: str, packs: Packs) -> None:
    assert isinstance(code(Report("odd", word * 430, lang, "2022-08-05"), packs), Coding)


@pytest.mark.parametrize("lang", ["tlh", None, "", "FR_x"])
def test_a_language_without_pack_is_a_problem_and_no_claim(lang: str | None, packs: Packs) -> None:
    coding = code(Report("r7", "Deux soldats arméniens ont été tués.", lang), packs)
    assert coding.claims == ()
    assert [(p.code, p.where) for p in coding.problems] == [("language-unsupported", "r7")]


def test_a_region_does_not_change_the_language(packs: Packs) -> None:
    text = "Deux soldats arméniens ont été tués jeudi."
    plain, regional = (code(Report("r", text, lang, "2022-08-05"), packs) for lang in ("fr", "fr-CA"))
    assert plain.claims and plain.claims == regional.claims


def test_the_id_follows_report_and_content(packs: Packs) -> None:
    text = "Deux soldats arméniens ont été tués jeudi."
    first, second, third = (
        code(report, packs).claims[0].id
        for report in (Report("a", text, "fr", "2022-08-05"), Report("b", text, "fr", "2022-08-05"), Report("a", text.replace("Deux", "Cinq"), "fr", "2022-08-05"))
    )
    assert len({first, second, third}) == 3


CODE_ALL = """
import sys
from core.golden import REPORTS
from trucewatch import code, load_packs
from trucewatch.wire import as_line
packs = load_packs(theatres=["south-caucasus", "levant"])
for report in REPORTS:
    coding = code(report, packs)
    sys.stdout.buffer.write(as_line(coding).encode() + b"\\n" + repr(coding.traces).encode() + b"\\n")
"""


def run_with_seed(seed: str) -> bytes:
    homes = [str(Path(trucewatch.__file__).parents[1]), str(Path(__file__).parents[1])]
    environ = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(homes), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run([sys.executable, "-c", CODE_ALL], env=environ, capture_output=True, check=True).stdout


def test_the_hash_seed_changes_no_byte() -> None:
    first, second = run_with_seed("1"), run_with_seed("4242")
    assert first.count(b"\n") == 2 * len(REPORTS)
    assert first == second
