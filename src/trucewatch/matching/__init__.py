"""Finding the phrases of all packs in a row of tokens, longest first, in one pass."""

from trucewatch.matching.phrases import Match, PhraseIndex

__all__ = ["Match", "PhraseIndex"]
