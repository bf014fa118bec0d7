"""Speed, start-up, memory and a profile by stage, measured and printed (`make bench`). Asserts nothing.

    python tools/bench.py [--quick]

Reports of about 300 words are made from the texts of eval/, whole sentences in the order of the files, so that
every run on every machine codes the same words. Speeds are processor time of one core, the best of several runs, so
that other work on the machine disturbs little; start-up is wall time, the median. Needs nothing but the standard
library and trucewatch.
"""

from __future__ import annotations

import argparse
import functools
import importlib
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
EVAL = ROOT / "eval"
LANGS = ("fr", "en")
THEATRES = ("south-caucasus", "levant")
WORDS = 300
MANY_NAMES = 100_000
SIZES = (10_000, 100_000, 1_000_000)

STAGES = (
    ("text: quotations, sentences, tokens", "coder.reading", ("find_quotations", "find_sentences", "find_tokens")),
    ("matching: units of all packs", "coder.reading", ("find_units",)),
    ("dates", "coder.reading", ("find_dates",)),
    ("syntax: clauses and phrases", "coder.reading", ("parse_sentence",)),
    ("numbers", "coder.reading", ("find_quantities",)),
    ("places", "coder.reading", ("find_places",)),
    ("attribution: frames", "coder.reading", ("find_frames",)),
    ("acts and losses", "coder.reading", ("find_acts", "find_losses")),
    ("reading: the rest", "coder.code", ("read_text",)),
    ("setting of the report", "coder.code", ("find_setting",)),
    ("people and attribution", "coder.code", ("People", "People.walk", "People.find_quote_speakers")),
    ("assembling claims", "coder.code", ("Assembler", "Assembler.read")),
    ("merging repeats", "coder.code", ("merge",)),
    ("times carried", "coder.code", ("carry_times",)),
    ("finishing: ids, traces", "coder.code", ("finish",)),
)
"""(label, module below trucewatch, names in it). A name that is no longer there is told, not an error."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure Trucewatch on this machine.")
    parser.add_argument("--quick", action="store_true", help="fewer repeats: a first impression")
    parser.add_argument("--child", choices=["memory", "first"], help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child:
        print(json.dumps(_CHILDREN[arguments.child]()))
        return
    repeats = 2 if arguments.quick else 5
    show_machine()
    show_startup(repeats)
    show_speed(repeats)
    show_profile()
    show_linearity(SIZES[:-1] if arguments.quick else SIZES)
    show_many_names(repeats)


# -- the reports


def make_texts(lang: str, words: int) -> list[str]:
    """Texts of about `words` words from the evaluation texts of one language, cut at ends of lines."""
    texts: list[str] = []
    held: list[str] = []
    count = 0
    for line in (EVAL / f"dev-{lang}.jsonl").read_text(encoding="utf-8").splitlines():
        for paragraph in json.loads(line)["text"].splitlines():
            held.append(paragraph)
            count += len(paragraph.split())
            if count >= words:
                texts.append("\n".join(held))
                held, count = [], 0
    return texts


def make_reports(words: int = WORDS) -> list[Any]:
    """Reports in both languages, in turns."""
    from trucewatch import Report

    return [
        Report(id=f"{lang}-{number}", text=text, lang=lang, published="2022-09-14")
        for lang in LANGS
        for number, text in enumerate(make_texts(lang, words))
    ]


def load() -> Any:
    from trucewatch.packs import load_packs

    packs = load_packs(langs=list(LANGS), theatres=list(THEATRES))
    for lang in LANGS:
        packs.lexicon(lang)
    return packs


# -- measuring


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def wall_seconds(work: Callable[[], object]) -> float:
    """Wall time of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def best(work: Callable[[], object], repeats: int) -> float:
    """The shortest of several calls."""
    return min(seconds(work) for _ in range(repeats))


def run_all(reports: list[Any], packs: Any) -> int:
    """Codes every report; the number of claims."""
    from trucewatch.coder import code

    return sum(len(code(report, packs).claims) for report in reports)


def child(name: str) -> Any:
    """A part of this script in a fresh process: its answer."""
    done = subprocess.run(
        [sys.executable, __file__, "--child", name], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


# -- the parts


def show_machine() -> None:
    heading("Machine")
    row("processor", f"{_processor()}, {os.cpu_count()} cores (one is used)")
    row("system", f"{platform.system()} {platform.release()}, Python {platform.python_version()}")


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.machine()


def show_startup(repeats: int) -> None:
    heading("Start-up (fresh processes, median)")
    command = [sys.executable, "-m", "trucewatch"]
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.txt"
        report.write_text(make_texts("fr", WORDS)[0], encoding="utf-8")
        calls = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "import trucewatch": [sys.executable, "-c", "import trucewatch"],
            "trucewatch --help": [*command, "--help"],
            "trucewatch code, first report": [
                *command, "code", str(report), "--lang", "fr", "--published", "2022-09-14", "--theatre", THEATRES[0],
            ],
            "the same, language recognised": [*command, "code", str(report), "--theatre", THEATRES[0]],
        }  # fmt: skip
        for label, call in calls.items():
            run = functools.partial(subprocess.run, call, capture_output=True, check=True)
            run()
            row(label, f"{statistics.median(wall_seconds(run) for _ in range(repeats)):.3f} s")
    first = child("first")
    row("of it: packs read", f"{first['load']:.3f} s")
    row("of it: lexicon of one language built", f"{first['lexicon']:.3f} s")


def measure_first() -> dict[str, float]:
    """Seconds for packs and lexicon in a process that has done nothing else."""
    from trucewatch.packs import load_packs

    start = time.perf_counter()
    packs = load_packs(langs=["fr"], theatres=[THEATRES[0]])
    middle = time.perf_counter()
    packs.lexicon("fr")
    return {"load": middle - start, "lexicon": time.perf_counter() - middle}


def show_speed(repeats: int) -> None:
    heading(f"Speed (one core, reports of {WORDS} words)")
    packs = load()
    reports = make_reports()
    run_all(reports, packs)
    for lang in LANGS:
        own = [report for report in reports if report.lang == lang]
        _show_rate(lang, own, best(functools.partial(run_all, own, packs), repeats))
    _show_rate("both", reports, best(functools.partial(run_all, reports, packs), repeats))
    row("claims in them", str(run_all(reports, packs)))
    memory = child("memory")
    row("peak memory, both languages", f"{memory['peak_mb']:.0f} MB after {memory['reports']} reports")


def _show_rate(label: str, reports: list[Any], took: float) -> None:
    words = sum(len(report.text.split()) for report in reports)
    characters = sum(len(report.text) for report in reports)
    row(
        f"{label}: {len(reports)} reports, {words} words",
        f"{len(reports) / took:7.1f} reports/s  {words / took:8.0f} words/s  {characters / took / 1e6:5.2f} MB/s",
    )


def measure_memory() -> dict[str, float]:
    """Peak memory of a process that codes every report several times."""
    packs = load()
    reports = make_reports() * 5
    run_all(reports, packs)
    peak_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"peak_mb": peak_kb / 1024, "reports": len(reports)}


class Profile:
    """Own time of wrapped functions: what one wrapped function calls of the others is not counted twice."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._open: list[float] = []

    def wrap(self, function: Callable[..., Any], label: str) -> Callable[..., Any]:
        @functools.wraps(function)
        def timed(*args: Any, **kwargs: Any) -> Any:
            self._open.append(0.0)
            start = time.process_time()
            try:
                return function(*args, **kwargs)
            finally:
                took = time.process_time() - start
                inner = self._open.pop()
                self.spent[label] = self.spent.get(label, 0.0) + took - inner
                if self._open:
                    self._open[-1] += took

        return timed


@contextmanager
def stages_wrapped(profile: Profile) -> Iterator[list[str]]:
    """Wraps the functions of STAGES; yields the names that were not found."""
    undo: list[tuple[Any, str, Any]] = []
    absent: list[str] = []
    for label, module, names in STAGES:
        home = importlib.import_module(f"trucewatch.{module}")
        for dotted in names:
            *path, name = dotted.split(".")
            owner = functools.reduce(lambda at, part: getattr(at, part, None), path, home)
            if isinstance(getattr(owner, name, None), type):
                owner, name = getattr(owner, name), "__init__"
            held = getattr(owner, name, None)
            if held is None:
                absent.append(f"{module}.{dotted}")
                continue
            undo.append((owner, name, held))
            setattr(owner, name, profile.wrap(held, label))
    try:
        yield absent
    finally:
        for owner, name, held in reversed(undo):
            setattr(owner, name, held)


def show_profile() -> None:
    heading("Profile by stage (own time; the clock itself costs a little)")
    packs = load()
    reports = make_reports() * 3
    run_all(reports, packs)
    profile = Profile()
    with stages_wrapped(profile) as absent:
        whole = seconds(lambda: run_all(reports, packs))
    profile.spent["everything else"] = whole - sum(profile.spent.values())
    for label in [stage[0] for stage in STAGES] + ["everything else"]:
        spent = profile.spent.get(label, 0.0)
        share = spent / whole
        row(label, f"{1000 * spent / len(reports):6.2f} ms a report  {share:6.1%}  {'#' * round(40 * share)}")
    for name in absent:
        row("not measured", f"trucewatch.{name} is not there")


def show_linearity(sizes: Sequence[int]) -> None:
    heading("Length of one text (the words of eval/, over and over)")
    from trucewatch import Report

    packs = load()
    for lang in LANGS:
        unit = "\n".join(make_texts(lang, WORDS))
        for size in sizes:
            text = (unit + "\n") * (size // len(unit) + 1)
            report = Report(id=f"long-{lang}", text=text[:size], lang=lang, published="2022-09-14")
            took = seconds(functools.partial(run_all, [report], packs))
            row(f"{lang}: {size:>9,} characters", f"{took:8.3f} s  {1e6 * took / size:6.2f} s per million")


def show_many_names(repeats: int) -> None:
    heading(f"A pack of {MANY_NAMES:,} names")
    from trucewatch.packs import load_packs

    reports = make_reports()
    plain = load()
    with tempfile.TemporaryDirectory() as folder:
        pack = Path(folder) / "many"
        write_pack(pack, MANY_NAMES)
        bare = best(lambda: load_packs(langs=["fr"], theatres=list(THEATRES)).lexicon("fr"), repeats=2)
        full = best(lambda: load_packs(langs=["fr"], theatres=[*THEATRES, pack]).lexicon("fr"), repeats=2)
        row("one language ready, without it", f"{bare:.2f} s")
        row("one language ready, with it", f"{full:.2f} s (it costs {full - bare:.2f} s)")
        many = load_packs(langs=list(LANGS), theatres=[*THEATRES, pack])
        for lang in LANGS:
            many.lexicon(lang)
    without = with_it = float("inf")
    for _ in range(repeats + 1):
        without = min(without, seconds(lambda: run_all(reports, plain)))
        with_it = min(with_it, seconds(lambda: run_all(reports, many)))
    row("reports/s without, with", f"{len(reports) / without:.1f}, {len(reports) / with_it:.1f}")
    row("cost in speed", f"{with_it / without - 1:+.1%}")


def write_pack(folder: Path, count: int) -> None:
    """A theatre pack of invented place names of one and two words."""
    folder.mkdir()
    (folder / "pack.toml").write_text(
        'name = "many"\ntitle = "Invented names"\nversion = "1"\nsummary = "For measuring."\nlicence = "none"\nsides = []\n',
        encoding="utf-8",
    )
    parts = ("ba", "che", "dor", "fi", "gul", "ha", "kre", "lim", "mo", "nar", "po", "qu", "rav", "sto", "tel", "vi", "xan", "zu")
    lines = ["id\tprecision\tlat\tlon\tcountry\tnames\tsource"]
    for number in range(count):
        syllables = []
        left = number
        for _ in range(5):
            left, at = divmod(left, len(parts))
            syllables.append(parts[at])
        name = "".join(syllables).capitalize() + (" " + syllables[0].capitalize() + syllables[1] if number % 2 else "")
        lines.append(f"p{number}\tsettlement\t{10 + number % 50}.5\t{20 + number % 90}.25\t\t{name}\tinvented")
    (folder / "places.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


# -- printing


def heading(text: str) -> None:
    print(f"\n{text}\n{'-' * len(text)}", flush=True)


def row(label: str, value: str) -> None:
    print(f"{label:<40}  {value}", flush=True)


_CHILDREN: dict[str, Callable[[], dict[str, float]]] = {"memory": measure_memory, "first": measure_first}

if __name__ == "__main__":
    main()
