"""According to whom, through whom, how said: reporting clauses, "according to", relays, quotations."""

from trucewatch.attribution.frame import SayFrame
from trucewatch.attribution.frames import find_frames

__all__ = ["SayFrame", "find_frames"]
