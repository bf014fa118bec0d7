"""Reports in: a JSON object `{id, text, published, lang, outlet, title, url, kind}`."""

from __future__ import annotations

from typing import Any

from trucewatch.errors import WireError
from trucewatch.model import Report

_TEXT_FIELDS = ("lang", "published", "title", "url", "kind")


def _text_or_none(value: Any, *, where: str, field: str) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        return "; ".join(value) or None
    if not isinstance(value, str):
        raise WireError(where, f"field {field!r} must be text, not {type(value).__name__}")
    return value


def report_from_json(value: Any, *, where: str, default_id: str) -> Report:
    """The report held by a JSON object.

    Lists of text (several outlets or addresses) are joined with "; ".
    Raises `WireError` when it is not an object, has no text, or a field has the wrong type.
    """
    if not isinstance(value, dict):
        raise WireError(where, f"a report must be a JSON object, not {type(value).__name__}")
    text = value.get("text")
    if not isinstance(text, str):
        raise WireError(where, "field 'text' is missing or not text")
    fields = {f: _text_or_none(value.get(f), where=where, field=f) for f in _TEXT_FIELDS}
    identity = value.get("id")
    if identity is not None and not isinstance(identity, str | int):
        raise WireError(where, "field 'id' must be text or a whole number")
    return Report(
        id=str(identity) if identity is not None else default_id,
        text=text,
        outlet=_text_or_none(value.get("outlet"), where=where, field="outlet"),
        synthetic=bool(value.get("synthetic", False)),
        **fields,
    )
