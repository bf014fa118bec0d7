"""What codes one report in a worker: packs loaded once, language settled, failures turned into problems."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from trucewatch.bulk.reading import Reading
from trucewatch.bulk.recognition import LanguageRecogniser
from trucewatch.model import Coding, Problem, Report

if TYPE_CHECKING:
    from trucewatch.packs import Packs

Code = Callable[[Report], Coding]


class Engine(Protocol):
    """A recipe for a coder: small enough to be sent to a worker, which opens it once."""

    def open(self) -> Code:
        """Load what is needed and return the function that codes one report."""


@dataclass(frozen=True, slots=True)
class PackEngine:
    """The coder with these packs. `langs` None: all; `lang`: the language of every report, None: settle each."""

    langs: tuple[str, ...] | None = None
    theatres: tuple[str, ...] = ()
    lang: str | None = None

    def load(self) -> Packs:
        """The packs of this engine. Raises UnknownPackError or PackError."""
        from trucewatch.packs import load_packs

        return load_packs(langs=self.langs, theatres=self.theatres)

    def open(self) -> Code:
        return self.open_with(self.load())

    def open_with(self, packs: Packs) -> Code:
        """The function that codes one report with packs that are already loaded."""
        from trucewatch.coder import code

        recogniser = LanguageRecogniser(packs.langs)

        def code_report(report: Report) -> Coding:
            settled = settle_language(report, packs.langs, lang=self.lang, recogniser=recogniser)
            if isinstance(settled, Problem):
                return Coding(report, (), (settled,))
            return code(settled, packs)

        return code_report


def settle_language(
    report: Report, langs: Sequence[str], *, lang: str | None, recogniser: LanguageRecogniser
) -> Report | Problem:
    """The report with a language that has a pack: the option's, else its own, else the recognised one."""
    given = lang or report.lang
    tag = given or recogniser.recognise(report.text)
    known = ", ".join(langs)
    if tag is None:
        return Problem(
            "language-unrecognised", report.id, f"language not recognised (packs: {known}); not coded"
        )
    fitting = next(
        (t for t in (tag, tag.lower(), tag.replace("_", "-").split("-")[0].lower()) if t in langs), None
    )
    if fitting is None:
        how = "given as" if given else "recognised as"
        return Problem(
            "language-unsupported",
            report.id,
            f"language {how} {tag!r}, no pack for it (packs: {known}); not coded",
        )
    return replace(report, lang=fitting)


def code_reading(reading: Reading, code: Code) -> tuple[Coding | Problem, ...]:
    """The coding of one reading, notes first among its problems; a reading without report gives its problems.

    This is the one place where any failure of the engine is caught: one report must never stop a batch.
    """
    if reading.report is None:
        return reading.problems
    try:
        coding = code(reading.report)
    except Exception as error:  # noqa: BLE001 - becomes a Problem that names it; the batch goes on
        return (failed(reading, f"{type(error).__name__}: {error}"),)
    return (replace(coding, problems=(*reading.problems, *coding.problems)),)


def failed(reading: Reading, reason: str) -> Coding:
    """The empty coding of a report on which the engine failed."""
    assert reading.report is not None
    problem = Problem(
        "engine-error", reading.report.id, f"the engine failed on this report ({reason}); not coded"
    )
    return Coding(reading.report, (), (*reading.problems, problem))
