"""HTML to the fields of a report: text and title by trafilatura, the date of publication from JSON-LD first."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{3,30})""", re.IGNORECASE)
_CHARSET_WITHIN = 2048
_LD_SCRIPT = re.compile(
    r"""<script[^>]*type\s*=\s*["']?application/ld\+json["']?[^>]*>(.*?)</script\s*>""",
    re.IGNORECASE | re.DOTALL,
)
_ITEM_TYPES = ("Article", "Posting", "Report")
_TITLE_WITHIN = 400
_DEPTH = 6


@dataclass(frozen=True, slots=True)
class Webpage:
    """What an HTML page says. `text` begins with the title."""

    text: str
    title: str | None
    published: str | None
    outlet: str | None
    url: str | None


def find_charset(raw: bytes) -> str | None:
    """The charset that the head of the page declares, if Python knows it."""
    match = _CHARSET.search(raw[:_CHARSET_WITHIN])
    if match is None:
        return None
    try:
        return codecs.lookup(match.group(1).decode("ascii")).name
    except LookupError:
        return None


def find_webpage(html: str) -> Webpage | None:
    """The report held by a page; None when no running text is found."""
    document = _extract(html)
    if document is None or not (document.text or "").strip():
        return None
    text, title = str(document.text), document.title or None
    if title and title not in text[:_TITLE_WITHIN]:
        text = f"{title}\n{text}"
    return Webpage(
        text, title, find_date(html) or document.date or None, document.sitename or None, document.url or None
    )


def _extract(html: str) -> Any:
    """trafilatura's reading: the strict one, then the generous one for pages of a few lines.

    Dates are taken from mark-up only (`extensive_search` off): a date found in the prose is not the date of
    publication.
    """
    import logging

    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    dates = {"extensive_search": False, "original_date": True}
    for generous in (False, True):
        document = bare_extraction(
            html,
            with_metadata=True,
            include_comments=False,
            favor_recall=generous,
            date_extraction_params=dates,
        )
        if document is not None:
            return document
    return None


def find_date(html: str) -> str | None:
    """`datePublished` of the first article in the page's JSON-LD, with its time and zone."""
    for script in _LD_SCRIPT.findall(html):
        try:
            value = json.loads(script)
        except (ValueError, RecursionError):
            continue
        for item in _find_items(value, _DEPTH):
            published = item.get("datePublished")
            if isinstance(published, str) and published.strip():
                return published.strip()
    return None


def _find_items(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, list) and depth:
        for part in value:
            yield from _find_items(part, depth - 1)
    elif isinstance(value, dict) and depth:
        names = value.get("@type")
        if any(str(n).endswith(_ITEM_TYPES) for n in (names if isinstance(names, list) else [names])):
            yield value
        for part in value.values():
            yield from _find_items(part, depth - 1)
