"""A pack's own proof: its example sentences coded and compared with what it expects (docs/packs.md, Examples)."""

from __future__ import annotations

from pathlib import Path

from trucewatch.coder.code import code
from trucewatch.model import Claim, Problem, Report
from trucewatch.packs import Packs, Row, read_table
from trucewatch.packs.tables import COLUMNS


def check_examples(folder: Path, packs: Packs) -> list[Problem]:
    """What in `examples.tsv` of a pack folder is not coded as written; empty when all is."""
    problems: list[Problem] = []
    path = folder / "examples.tsv"
    if not path.is_file():
        return problems
    rows, problems = read_table(path, COLUMNS["examples"])
    for row in rows:
        lang = _language(folder, row, packs)
        report = Report("example", row["text"], lang, row["published"] or None)
        difference = compare(code(report, packs).claims, row["claims"])
        if difference:
            problems.append(Problem("pack-example", row.where, difference))
    return problems


def _language(folder: Path, row: Row, packs: Packs) -> str:
    if folder.name in packs.langs:
        return folder.name
    words = set(row["text"].casefold().replace("’", "'").replace("'", "' ").split())
    small = {lang: sum(1 for w in words if any(m.payloads for m in packs.lexicon(lang).index.find_at([w], 0) if any(e.cls.startswith(("words:", "dates:")) or e.cls == "verb" for e in m.payloads))) for lang in packs.langs}
    return max(sorted(small), key=lambda lang: small[lang])


def compare(claims: tuple[Claim, ...], expected: str) -> str:
    """"" when the claims are as the notation says, else what differs."""
    wanted = [] if expected.strip() == "none" else [part.split() for part in expected.split(" ;; ") if part.strip()]
    got = list(claims)
    if len(got) != len(wanted):
        return f"expected {len(wanted)} claims, got {len(got)}: {', '.join(c.kind for c in got) or 'none'}"
    for fields in wanted:
        match = next((c for c in got if not _faults(c, fields)), None)
        if match is None:
            near = next((c for c in got if c.kind == fields[0]), None)
            return f"no {fields[0]}" if near is None else f"{fields[0]}: {'; '.join(_faults(near, fields))}"
        got.remove(match)
    return ""


def _faults(claim: Claim, fields: list[str]) -> list[str]:
    faults = [] if claim.kind == fields[0] else [f"kind {claim.kind}"]
    for field in fields[1:]:
        name, _, value = field.partition("=")
        actual = _field(claim, name)
        if actual is None or (value or "yes") not in actual and not _same_set(value, actual):
            faults.append(f"{name} {actual} instead of {value or 'yes'}")
    wanted_flags = {f for f in fields if "=" not in f}
    faults += [f"{flag} not expected" for flag in ("denied",) if getattr(claim, flag) and flag not in wanted_flags]
    return faults


def _same_set(value: str, actual: tuple[str, ...]) -> bool:
    return set(value.split(",")) == set(actual)


def _field(claim: Claim, name: str) -> tuple[str, ...] | None:
    if name == "O":
        return (claim.origin.party or "?",) if claim.origin else ("-",)
    if name == "S":
        return (claim.speech or "-",)
    if name in ("A", "R"):
        parties = claim.actors if name == "A" else claim.recipients
        codes = tuple(p.party or "?" for p in parties)
        return (",".join(codes) or "-", *codes)
    if name == "L":
        names = tuple(p.name for p in claim.where)
        return (",".join(names) or "-", *names)
    if name == "W":
        if claim.when is None:
            return ("-",)
        start, end = claim.when.start, claim.when.end
        return (start, start[:10], f"{start}..{end}", f"{start[:10]}..{end[:10]}")
    if name == "C":
        return tuple(f"{c.status}/{c.side or '-'}/{c.best if c.best is not None else c.quantifier}" if c.quantifier != "none_stated" else f"{c.status}/{c.side or '-'}/none_stated" for c in claim.casualties) or ("-",)
    return ("yes",) if getattr(claim, name, False) else None
