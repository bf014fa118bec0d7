"""Where: places of the packs and named places the packs do not know, with their relation to the act."""

from trucewatch.places.choosing import Settled, settle_places
from trucewatch.places.mentions import PlaceMention, find_places, finest

__all__ = ["PlaceMention", "Settled", "find_places", "finest", "settle_places"]
