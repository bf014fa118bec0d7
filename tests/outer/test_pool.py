"""The same result in the same order whatever the number of workers; one report never stops a batch."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import trucewatch
from outer.engines import EchoEngine
from trucewatch.bulk import LOSING_CODES, Reading, code_all, loses_report
from trucewatch.bulk.engine import settle_language
from trucewatch.bulk.recognition import LanguageRecogniser
from trucewatch.model import Coding, Problem, Report

SAMPLES = Path(trucewatch.__file__).parent / "samples" / "reports.jsonl"


def readings(texts: list[str]) -> list[Reading]:
    return [Reading(Report(id=f"r{n}", text=text, lang="en")) for n, text in enumerate(texts)]


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_order_and_content_for_any_number_of_workers(workers: int) -> None:
    given = readings([f"text {n}" for n in range(50)])
    note = Problem("format-unknown", "x.pdf", "passed over")
    given.insert(7, Reading(None, (note,)))
    found = list(code_all(given, EchoEngine(), workers=workers))
    assert found[7] == note
    assert [c.report.id for c in found if isinstance(c, Coding)] == [f"r{n}" for n in range(50)]
    assert found == list(code_all(given, EchoEngine(), workers=1))


@pytest.mark.parametrize("workers", [1, 2])
def test_an_exception_costs_one_report(workers: int) -> None:
    found = list(code_all(readings(["a", "raise", "b"]), EchoEngine(), workers=workers))
    assert [len(c.claims) for c in found if isinstance(c, Coding)] == [1, 0, 1]
    problem = found[1].problems[0] if isinstance(found[1], Coding) else None
    assert (
        problem is not None
        and problem.code == "engine-error"
        and "ZeroDivisionError: told to" in problem.text
    )
    assert loses_report(problem)


def test_the_death_of_a_worker_costs_one_report() -> None:
    texts = [f"text {n}" for n in range(40)]
    texts[5] = texts[21] = "die"
    found = [c for c in code_all(readings(texts), EchoEngine(), workers=2) if isinstance(c, Coding)]
    assert [c.report.id for c in found] == [f"r{n}" for n in range(40)]
    assert [n for n, c in enumerate(found) if not c.claims] == [5, 21]
    assert {p.code for c in found for p in c.problems} == {"engine-error"}


def test_notes_of_reading_stay_with_the_report() -> None:
    note = Problem("encoding-guessed", "a.txt", "read as cp1252")
    reading = Reading(Report("r", "text"), (note,))
    (coding,) = code_all([reading], EchoEngine())
    assert isinstance(coding, Coding) and coding.problems == (note,) and not loses_report(note)


def test_a_batch_can_be_left_early() -> None:
    batch = code_all(readings(["a"] * 200), EchoEngine(), workers=2)
    assert isinstance(next(batch), Coding)
    batch.close()  # type: ignore[attr-defined]


def test_the_losing_codes_are_sorted_into_words() -> None:
    assert all("-" in code and code == code.lower() for code in LOSING_CODES)


LANGS = ("en", "fr")
TEXTS = {
    "fr": "Les autorités arméniennes ont accusé les forces azéries de violer le cessez-le-feu.",
    "en": "The Armenian authorities accused Azerbaijani forces of violating the ceasefire.",
    "es": "Las autoridades armenias acusaron a las fuerzas azeríes de violar el alto el fuego.",
    "ru": "Министерство обороны Азербайджана сообщило о нарушении режима прекращения огня.",
    "hy": "Հայաստանի պաշտպանության նախարարությունը հայտնել է հրադադարի խախտման մասին։",
    "az": "Azərbaycan Müdafiə Nazirliyi bildirir ki, Ermənistan silahlı qüvvələri atəşkəsi pozub.",
    "uk": "Міністерство оборони України повідомило про порушення режиму припинення вогню.",
    "ar": "قال الجيش إن قواته لم تخرق وقف إطلاق النار في الجنوب",
    "nl": "De minister zei dat het leger het staakt-het-vuren niet had geschonden.",
    "tr": "Ermenistan ordusu ateşkesi ihlal etti, iki asker öldü.",
}


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_languages_are_recognised_also_those_without_pack(lang: str) -> None:
    assert LanguageRecogniser(LANGS).recognise(TEXTS[lang]) == lang


@pytest.mark.parametrize(
    "text", ["Goris", "1234 !!", "...", "Lorem ipsum dolor sit amet consectetur adipiscing elit"]
)
def test_no_language_is_made_up(text: str) -> None:
    assert LanguageRecogniser(LANGS).recognise(text) is None


@pytest.mark.parametrize(
    ("declared", "option", "text", "expected"),
    [
        (None, None, TEXTS["fr"], "fr"),
        ("fr-FR", None, TEXTS["en"], "fr"),
        ("FR", None, TEXTS["en"], "fr"),
        ("en_GB", None, "x", "en"),
        ("de", "fr", TEXTS["en"], "fr"),
        ("de", None, TEXTS["fr"], "language-unsupported"),
        (None, None, TEXTS["ru"], "language-unsupported"),
        (None, None, "Goris", "language-unrecognised"),
    ],
)
def test_the_language_of_a_report(declared: str | None, option: str | None, text: str, expected: str) -> None:
    report = Report("r", text, lang=declared)
    settled = settle_language(report, LANGS, lang=option, recogniser=LanguageRecogniser(LANGS))
    assert (settled.code if isinstance(settled, Problem) else settled.lang) == expected


def run_code(seed: str, *arguments: str | Path) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-m", "trucewatch", "code", "--format", "jsonl", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=True, env=environment).stdout


def test_samples_are_the_same_for_any_seed_and_workers() -> None:
    first = run_code("1", "--samples", "--workers", "1")
    assert first == run_code("2", "--samples", "--workers", "2") == run_code("3", "--samples")
    assert first.count(b"\n") == len(SAMPLES.read_text(encoding="utf-8").splitlines())


def test_the_order_of_files_does_not_change_a_coding(tmp_path: Path) -> None:
    for lang in ("fr", "en"):
        (tmp_path / f"{lang}.txt").write_text(TEXTS[lang], encoding="utf-8")
    one = run_code("0", tmp_path / "fr.txt", tmp_path / "en.txt").splitlines()
    other = run_code("0", tmp_path / "en.txt", tmp_path / "fr.txt").splitlines()
    assert one == other[::-1] and len(one) == 2
