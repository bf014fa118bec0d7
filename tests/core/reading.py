"""Words to units, as the coder makes them, for the tests of single stages."""

from __future__ import annotations

from trucewatch.packs import Packs
from trucewatch.syntax import Unit, find_units
from trucewatch.text import find_tokens


def units_of(text: str, lang: str, packs: Packs) -> list[Unit]:
    """The units of one sentence with the language's lexicon."""
    return find_units(text, find_tokens(text), packs.lexicon(lang))
