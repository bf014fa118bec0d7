"""The generated parts of README.md: real output and real figures, written between markers (`make docs`).

    python tools/readme.py           write them
    python tools/readme.py --check   say which are out of date, exit with 1

A test compares them, so the README never shows what the program does not do.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
SAMPLES = ROOT / "src" / "trucewatch" / "samples" / "reports.jsonl"
EXAMPLE = "sample-en-03"
SHOWN_CLAIM = "air_strike"
EVAL = {
    "French": ROOT / "eval" / "dev-fr.jsonl",
    "English": ROOT / "eval" / "dev-en.jsonl",
    "Spanish": ROOT / "eval" / "dev-es.jsonl",
    "Russian": ROOT / "eval" / "dev-ru.jsonl",
}
ROWS = {
    "claim": "claim: found, and of the right kind",
    "origin": "who says so",
    "actors": "who did it",
    "when": "when",
    "where": "where",
    "casualties": "casualties",
    "record": "record: all of this right but the place",
}


def main() -> None:
    text = README.read_text(encoding="utf-8")
    stale = [name for name in BLOCKS if read_block(text, name) != BLOCKS[name]()]
    if "--check" in sys.argv[1:]:
        for name in stale:
            print(f"README.md: the part {name!r} is out of date: run `make docs`")
        sys.exit(bool(stale))
    for name in stale:
        text = replace_block(text, name, BLOCKS[name]())
        print(f"README.md: {name} written")
    README.write_text(text, encoding="utf-8")


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(f"(<!-- {name} -->\n)(.*?)(<!-- /{name} -->)", re.DOTALL)


def read_block(text: str, name: str) -> str:
    """What stands between the markers `<!-- name -->` and `<!-- /name -->`."""
    found = _pattern(name).search(text)
    if found is None:
        raise SystemExit(f"README.md has no markers for {name!r}")
    return found.group(2)


def replace_block(text: str, name: str, block: str) -> str:
    """The text with another block between the markers."""
    return _pattern(name).sub(lambda found: found.group(1) + block + found.group(3), text)


def example() -> dict[str, Any]:
    """The sample report of the worked example."""
    lines = SAMPLES.read_text(encoding="utf-8").splitlines()
    return next(report for report in map(json.loads, lines) if report["id"] == EXAMPLE)


def run(*arguments: str) -> str:
    """Standard output of `trucewatch code` on the example."""
    report = example()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.json"
        path.write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")
        call = [
            sys.executable,
            "-m",
            "trucewatch",
            "code",
            str(path),
            "--theatre",
            report["theatre"],
            *arguments,
        ]
        return subprocess.run(call, capture_output=True, text=True, check=True, encoding="utf-8").stdout


def text_block() -> str:
    """The text of the example as a quotation."""
    return "".join(f"> {line}\n>\n" for line in example()["text"].splitlines())[:-2]


def table_block() -> str:
    """The table as the terminal shows it."""
    lines = [line.rstrip() for line in run().splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    return "```text\n" + "\n".join(lines) + "\n```\n"


def json_block() -> str:
    """One claim of the example in the wire form, what is empty left out."""
    coded = json.loads(run("--format", "jsonl"))
    claims = [claim for claim in coded["claims"] if claim["kind"] == SHOWN_CLAIM] or coded["claims"]
    kept = _without_empty(claims[0])
    inner = ",\n".join(f"  {json.dumps(key)}: {_as_json(value)}" for key, value in kept.items())
    return "```json\n{\n" + inner + "\n}\n```\n"


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_empty(v) for k, v in value.items() if v is not None and v != []}
    return [_without_empty(v) for v in value] if isinstance(value, list) else value


def _as_json(value: Any) -> str:
    if not isinstance(value, list) or len(json.dumps(value)) < 100:
        return json.dumps(value, ensure_ascii=False)
    return "[\n" + ",\n".join(f"    {json.dumps(v, ensure_ascii=False)}" for v in value) + "\n  ]"


def figures_block() -> str:
    """F of the main fields on the evaluation texts of this repository."""
    figures: dict[str, dict[str, dict[str, float]]] = {}
    for label, path in EVAL.items():
        call = [sys.executable, "-m", "trucewatch", "evaluate", str(path), "--json"]
        figures[label] = json.loads(subprocess.run(call, capture_output=True, text=True, check=True).stdout)[
            "all"
        ]
    lines = ["| F (0 to 1) | " + " | ".join(EVAL) + " |", "|---|" + "---|" * len(EVAL)]
    for row, label in ROWS.items():
        lines.append(f"| {label} | " + " | ".join(f"{figures[lang][row]['f']:.2f}" for lang in EVAL) + " |")
    return "\n".join(lines) + "\n"


BLOCKS: dict[str, Callable[[], str]] = {
    "example text": text_block,
    "example table": table_block,
    "example json": json_block,
    "figures": figures_block,
}

if __name__ == "__main__":
    main()
