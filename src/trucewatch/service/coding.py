"""Code inputs: paths in, codings and problems out, counted on the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from trucewatch.bulk import Code, PackEngine, code_all, loses_report, read_inputs
from trucewatch.errors import UsageError
from trucewatch.model import Coding, Problem
from trucewatch.service.samples import SAMPLES, sample_theatres


@dataclass(frozen=True, slots=True)
class CodeRequest:
    """What to code and how.

    `paths`: files, folders, `-`. `samples`: the bundled samples, before the paths, with the theatres they name.
    `published`: ISO date for reports that give none. `lang`: the language of every report, None: settle each.
    `workers`: processes, None: by the amount of work. `min_score`: claims below are left out.
    """

    paths: Sequence[str | Path] = ()
    samples: bool = False
    published: str | None = None
    lang: str | None = None
    theatres: Sequence[str] = ()
    workers: int | None = None
    min_score: float = 0.0

    def engine(self) -> PackEngine:
        """The engine with the packs this request asks for."""
        theatres = (*(sample_theatres() if self.samples else ()), *self.theatres)
        return PackEngine((self.lang,) if self.lang else None, tuple(dict.fromkeys(theatres)), self.lang)

    def inputs(self) -> list[str | Path]:
        return [*([SAMPLES] if self.samples else []), *self.paths]


@dataclass(slots=True)
class Tally:
    """What a batch came to."""

    reports: int = 0
    claims: int = 0
    problems: int = 0
    lost: int = 0
    codes: dict[str, int] = field(default_factory=dict)

    def add(self, item: Coding | Problem) -> None:
        """Count a coding with its problems, or a problem without report."""
        if isinstance(item, Coding):
            self.reports += 1
            self.claims += len(item.claims)
        for problem in problems_of(item):
            self.problems += 1
            self.lost += loses_report(problem)
            self.codes[problem.code] = self.codes.get(problem.code, 0) + 1

    def __str__(self) -> str:
        counts = ((self.reports, "report"), (self.claims, "claim"), (self.problems, "problem"))
        return ", ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts)


def problems_of(item: Coding | Problem) -> tuple[Problem, ...]:
    """The problems that an item of a batch carries or is."""
    return item.problems if isinstance(item, Coding) else (item,)


@dataclass(frozen=True, slots=True)
class Batch:
    """The work under way: iterate for codings and problems, in the order of the inputs, as they become ready.

    `labels`: party code -> neutral English name, from the packs in use. `fingerprint`: of those packs.
    """

    items: Iterator[Coding | Problem]
    labels: dict[str, str]
    fingerprint: str

    def __iter__(self) -> Iterator[Coding | Problem]:
        return self.items


def code_inputs(request: CodeRequest) -> Batch:
    """Start to code what the request names.

    Raises UsageError (nothing to read, a date or number that is none), UnknownPackError and PackError, all before
    the first item. Content never raises.
    """
    _check(request)
    engine = request.engine()
    packs = engine.load()
    labels = {code: party.label for code, party in packs.parties.items() if party.label}
    return Batch(_code(request, engine, engine.open_with(packs)), labels, packs.fingerprint)


def _code(request: CodeRequest, engine: PackEngine, code: Code) -> Iterator[Coding | Problem]:
    readings = read_inputs(request.inputs(), published=request.published)
    for item in code_all(readings, engine, workers=request.workers, code=code):
        yield above(item, request.min_score) if isinstance(item, Coding) else item


def _check(request: CodeRequest) -> None:
    if not request.inputs():
        raise UsageError("nothing to code: give files, folders or - (standard input), or --samples")
    if request.workers is not None and request.workers < 1:
        raise UsageError(f"--workers must be 1 or more, not {request.workers}")
    if not 0 <= request.min_score <= 1:
        raise UsageError(f"--min-score must lie between 0 and 1, not {request.min_score:g}")
    if request.published is not None:
        check_date(request.published)


def check_date(value: str) -> None:
    """Raises UsageError when `value` is not an ISO date or date-time."""
    try:
        datetime.fromisoformat(value)
    except ValueError as error:
        raise UsageError(f"--published must be an ISO date like 2022-08-05, not {value!r}") from error


def above(coding: Coding, min_score: float) -> Coding:
    """The coding with the claims (and their traces) that score at least `min_score`."""
    kept = [i for i, claim in enumerate(coding.claims) if claim.score >= min_score]
    if len(kept) == len(coding.claims):
        return coding
    traces = tuple(coding.traces[i] for i in kept if i < len(coding.traces))
    return replace(coding, claims=tuple(coding.claims[i] for i in kept), traces=traces)
