"""Figures in words and digits: exact, at least, about, ranges, vague amounts, none."""

from trucewatch.numbers.quantities import Quantity, find_quantities

__all__ = ["Quantity", "find_quantities"]
