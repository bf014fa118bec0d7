"""From matched phrases to verb groups, noun phrases and clauses: a shallow parse that every stage reads."""

from trucewatch.syntax.clauses import Parse, parse_sentence
from trucewatch.syntax.dropped import accusative
from trucewatch.syntax.phrases import Item, NounPhrase
from trucewatch.syntax.units import Unit, find_units
from trucewatch.syntax.verbs import Grammar, VerbGroup

__all__ = ["Grammar",
    "Item", "NounPhrase", "Parse", "Unit", "VerbGroup", "accusative", "find_units", "parse_sentence"]
