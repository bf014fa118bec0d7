"""What was done or said: acts with their argument phrases, whether they are told as real, and losses."""

from trucewatch.acts.losses import LossMention, find_losses
from trucewatch.acts.mentions import ActMention, find_acts, find_casualty_rows

__all__ = ["ActMention", "LossMention", "find_acts", "find_casualty_rows", "find_losses"]
