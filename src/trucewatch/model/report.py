"""A report: one published item, exactly as it came. Never edited."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Report:
    """One news item, communique, bulletin or post.

    `published`: ISO date or date-time as given, None if unknown. `lang`: BCP 47 tag, None to let the service
    recognise it. `kind`: one of `trucewatch.model.kinds.REPORT_KINDS`, None if unknown.
    """

    id: str
    text: str
    lang: str | None = None
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    kind: str | None = None
    synthetic: bool = False
