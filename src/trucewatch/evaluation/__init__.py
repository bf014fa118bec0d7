"""Coded claims held against gold claims, with the figures of the evaluation guideline."""

from trucewatch.evaluation.pairing import GROUPS, pair_up
from trucewatch.evaluation.scoring import ROWS, Count, Miss, Scores, find_below, score
from trucewatch.evaluation.table import as_figures, as_table

__all__ = [
    "GROUPS",
    "ROWS",
    "Count",
    "Miss",
    "Scores",
    "as_figures",
    "as_table",
    "find_below",
    "pair_up",
    "score",
]
