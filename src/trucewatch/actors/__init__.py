"""Who: names, demonyms, offices, bodies and pronouns as party codes with sector."""

from trucewatch.actors.cast import Cast, Mention
from trucewatch.actors.resolve import read_phrase

__all__ = ["Cast", "Mention", "read_phrase"]
