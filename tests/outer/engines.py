"""Engines that need no packs: small recipes that a spawned worker can open."""

from __future__ import annotations

import os
from dataclasses import dataclass

from trucewatch.bulk import Code
from trucewatch.model import Claim, Coding, Report, Span


@dataclass(frozen=True, slots=True)
class EchoEngine:
    """One claim a report; raises on the text `raise`, takes its process down on the text `die`."""

    def open(self) -> Code:
        return code_echo


def code_echo(report: Report) -> Coding:
    if report.text == "raise":
        raise ZeroDivisionError("told to")
    if report.text == "die":
        os._exit(3)
    claim = Claim(f"{report.id}-1", "statement", (Span(0, min(5, len(report.text))),))
    return Coding(report, (claim,))
