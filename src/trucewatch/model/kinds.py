"""The closed vocabularies of the record model (PLOVER, CAMEO, ACLED and UCDP terms where they exist)."""

from __future__ import annotations

GROUND_KINDS = (
    "ceasefire_violation", "small_arms_fire", "shelling", "air_strike", "armed_clash", "explosion",
    "attack", "advance", "withdrawal", "movement", "detention", "release", "obstruction", "damage",
    "displacement", "casualties", "calm", "tension",
)  # fmt: skip
"""Kinds of acts on the ground: an accusation or denial of one is a claim of that kind."""

SPEECH_KINDS = (
    "accuse", "condemn", "deny", "threaten", "concern", "appeal", "commit", "support", "refuse",
    "consult", "mediate", "agree", "aid", "sanction", "protest", "statement",
)  # fmt: skip
"""Kinds of things said and agreed."""

KINDS = GROUND_KINDS + SPEECH_KINDS

TWO_SIDED_KINDS = frozenset({"armed_clash", "consult", "agree"})
"""Kinds that put every side in `actors`."""

IRREALIS_KINDS = frozenset(
    {"appeal", "threaten", "commit", "refuse", "support", "mediate", "concern", "condemn", "aid", "sanction"}
)
"""Kinds whose content is asked, feared or promised: it is not coded as having happened (coding rule 3)."""

VIOLENT_KINDS = frozenset(
    {"ceasefire_violation", "small_arms_fire", "shelling", "air_strike", "armed_clash", "explosion", "attack", "detention"}
)
"""Kinds that cause losses or are answered by denials."""

SPEECH_MODES = ("state", "accuse", "confirm", "deny", "warn")
WHEN_PRECISIONS = ("minute", "hour", "part_of_day", "day", "night", "range", "week", "month", "year")
RESOLVED_FROM = ("explicit", "weekday", "relative", "context")
PLACE_PRECISIONS = ("exact", "settlement", "near_settlement", "district", "line", "region", "country")
PLACE_RELATIONS = ("at", "near", "along", "direction_of", "between", "in")
CASUALTY_STATUSES = ("killed", "wounded", "missing", "captured", "displaced", "unspecified")
QUANTIFIERS = (
    "exact", "at_least", "at_most", "about", "several", "dozens", "hundreds", "thousands", "none_stated",
)  # fmt: skip
VAGUE_QUANTIFIERS = frozenset({"several", "dozens", "hundreds", "thousands"})
WEAPONS = (
    "small_arms", "sniper", "machine_gun", "grenade_launcher", "mortar", "artillery", "rocket", "missile",
    "tank", "drone", "aircraft", "mine", "ied", "other",
)  # fmt: skip
SECTORS = ("GOV", "MIL", "PKF", "CVL", "POL", "REB", "JRN", "IGO", "NGO")
REPORT_KINDS = ("news", "wire", "communique", "bulletin", "post", "transcript")
VIA_KINDS = ("agency", "communique", "spokesperson", "account", "monitor", "outlet", "video", "document")
PROVISION_KINDS = (
    "ceasefire", "withdrawal", "handover", "peacekeeping", "corridor", "return", "prisoners", "transport",
)  # fmt: skip
