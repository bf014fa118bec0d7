"""Which problems cost a report, and which are only notes beside one (docs/problems.md says what each means)."""

from __future__ import annotations

from trucewatch.model import Problem

LOSING_CODES = frozenset(
    {
        "engine-error",
        "file-missing",
        "file-unreadable",
        "folder-unreadable",
        "html-empty",
        "input-binary",
        "input-empty",
        "input-too-large",
        "json-broken",
        "language-unrecognised",
        "language-unsupported",
        "report-invalid",
    }
)
"""A problem with one of these codes means: something that was given has not been coded."""


def loses_report(problem: Problem) -> bool:
    """True when the problem says that a report (or a whole file) could not be coded."""
    return problem.code in LOSING_CODES
